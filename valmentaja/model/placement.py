"""Placements (method.md §5): paid jobs and unpaid periods."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Pay(StrEnum):
    """Who pays for the work. An unpaid period is a milestone, never a job (method.md P1)."""

    PAID = "paid"
    SUBSIDISED = "subsidised"
    UNPAID = "unpaid"


class Contract(StrEnum):
    """How long the contract is for."""

    PERMANENT = "permanent"
    FIXED = "fixed"


class UnpaidKind(StrEnum):
    """What an unpaid period is."""

    TRIAL = "trial"
    PRACTICE = "practice"
    TRAINING = "training"


class Initiative(StrEnum):
    """Whose idea and decision an unpaid period was (method.md P11: the client's)."""

    CLIENT = "client"
    EMPLOYER = "employer"
    PAYER = "payer"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Placement:
    """One placement of a client at an employer.

    `weekly_minutes` is the agreed working time. `planned_end_on` is the last day agreed beforehand (fixed term,
    unpaid period), `ended_on` the last day that it had; `heard_on` is the day the coach heard of that. The fields
    from `unpaid_kind` to `next_aim` tell of an unpaid period: whose initiative it was, what chance of a paid job the
    employer stated, the day on which that is decided, the next aim. `terms_changed_on` is the day on which hours or
    pay last changed, `asked_paid_on` the day on which someone in unpaid work was last asked about paid work.
    """

    id: int
    revision: int
    client_id: int
    employer_id: int
    job: str | None
    start_on: date
    planned_end_on: date | None
    weekly_minutes: int | None
    contract: Contract | None
    pay: Pay
    subsidy_until: date | None
    trial_until: date | None
    workplace_supporter: str | None
    unpaid_kind: UnpaidKind | None
    initiative: Initiative | None
    paid_chance: str | None
    decide_on: date | None
    next_aim: str | None
    note: str | None
    recorded_on: date
    terms_changed_on: date | None
    asked_paid_on: date | None
    asked_paid_answer: str | None
    ended_on: date | None
    heard_on: date | None
    end_reason: str | None
    learned: str | None
    carried_onward: str | None

    @property
    def is_job(self) -> bool:
        """Whether it counts as work: paid or subsidised, never an unpaid period."""
        return self.pay is not Pay.UNPAID

    @property
    def never_began(self) -> bool:
        """Whether it came to nothing before its first day."""
        return self.ended_on is not None and self.ended_on < self.start_on

    def has_ended(self, day: date) -> bool:
        """Whether the last day is behind on the day."""
        return self.ended_on is not None and self.ended_on <= day

    def is_live(self, day: date) -> bool:
        """Whether it runs on the day: begun, and not ended."""
        return self.start_on <= day and not self.has_ended(day)

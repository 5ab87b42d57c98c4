"""The promises of follow-along support (design.md §6): what they are about, and what they are judged by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from valmentaja.model.contact import ClientContactWay
    from valmentaja.model.placement import Placement
    from valmentaja.model.placement_look import PlacementLook
    from valmentaja.model.re_agreement import ReAgreement
    from valmentaja.model.start_move import StartMove
    from valmentaja.model.work_support import WorkSupport


class PromiseKind(StrEnum):
    """What was promised. After the first year a meeting is promised only where it was agreed so (`AS_AGREED`)."""

    BEFORE_START = "before_start"
    THREE_DAYS = "three_days"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    AGREE_AFTER_YEAR = "agree_after_year"
    AS_AGREED = "as_agreed"
    TRIAL_ENDS = "trial_ends"
    SUBSIDY_ENDS = "subsidy_ends"
    FIXED_TERM_ENDS = "fixed_term_ends"
    UNPAID_DECISION = "unpaid_decision"
    RETENTION_3M = "retention_3m"
    RETENTION_6M = "retention_6m"
    RETENTION_12M = "retention_12m"
    JOB_ENDED = "job_ended"


class State(StrEnum):
    """What became of a promise by a day."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    MISSED = "missed"
    NO_LONGER_APPLIES = "no_longer_applies"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: when it falls due, from when it can be kept in good time, and what became of it.

    `counted_from` is the day it was counted from: the start, the last meeting, an end. `interval_days` is what was
    promised from then on. `is_agreed` says that its date was agreed anew, `way` a way agreed beside in person.
    """

    kind: PromiseKind
    due_on: date
    window_from: date
    counted_from: date
    interval_days: int
    done_on: date | None = None
    state: State = State.OPEN
    is_agreed: bool = False
    way: ClientContactWay | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be kept."""
        return self.state is State.OPEN


@dataclass(frozen=True, slots=True)
class Reached:
    """A contact in which the client was reached. `is_alone`: with this client only, no group.

    `way` is `None` at an employers' event, where both were, but did not meet each other.
    """

    day: date
    way: ClientContactWay | None
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One placement with what its promises are judged by; the moves of its start in the order they were made."""

    placement: Placement
    reached: tuple[Reached, ...] = ()
    agreements: tuple[ReAgreement, ...] = ()
    looks: tuple[PlacementLook, ...] = ()
    supports: tuple[WorkSupport, ...] = ()
    moves: tuple[StartMove, ...] = ()

    @property
    def subsidy_until(self) -> date | None:
        """The last day of the wage subsidy: as the placement says, else as it was decided."""
        decided = [
            support.until_on
            for support in self.supports
            if support.is_granted_wage_subsidy and support.until_on
        ]
        return self.placement.subsidy_until or max(decided, default=None)

    def heard_on(self, today: date) -> date | None:
        """The day on which the coach heard of the end, once it has come."""
        heard_on = self.placement.heard_on or self.placement.ended_on
        return heard_on if self.placement.ended_on and heard_on and heard_on <= today else None

    def ended_on(self, today: date) -> date | None:
        """The last day, once it has come and the coach has heard of it; of work that never begins, once heard."""
        last_day = self.placement.ended_on
        if last_day is None or self.heard_on(today) is None:
            return None
        return last_day if last_day <= today or last_day < self.placement.start_on else None

    def is_live(self, today: date) -> bool:
        """Whether it has begun and not, as far as the coach has heard, ended."""
        return self.placement.start_on <= today and self.ended_on(today) is None

    def start_at(self, record_id: int) -> date:
        """The start as it was planned when the record was made: ids tell what came first."""
        moved_since = (move.from_day for move in self.moves if move.id > record_id)
        return next(moved_since, self.placement.start_on)


USUAL_WINDOWS: Mapping[str, int] = {
    "before_start": 7,
    "three_days": 3,
    "weekly": 2,
    "monthly": 7,
    "agree_after_year": 14,
    "as_agreed": 7,
    "trial_ends": 14,
    "subsidy_ends": 14,
    "fixed_term_ends": 14,
    "unpaid_decision": 14,
    "retention": 14,
    "job_ended": 3,
}
"""How many days before its due date each kind of promise can be kept in good time (design.md §6)."""

RETENTION_MONTHS = {
    PromiseKind.RETENTION_3M: 3,
    PromiseKind.RETENTION_6M: 6,
    PromiseKind.RETENTION_12M: 12,
}
"""After how many months at work each look at retention falls due."""


def signal_key(kind: PromiseKind) -> str:
    """The kind of signal that the promise gives: the three looks at retention are one."""
    return "retention" if kind in RETENTION_MONTHS else kind.value


def open_meeting(promises: Iterable[Promise]) -> Promise | None:
    """The promise of a meeting, or of agreeing on meetings, that is open; `None` for none."""
    return next((one for one in promises if one.is_open and one.kind in MEETING_KINDS), None)


MEETING_KINDS = frozenset(
    {
        PromiseKind.BEFORE_START,
        PromiseKind.THREE_DAYS,
        PromiseKind.WEEKLY,
        PromiseKind.MONTHLY,
        PromiseKind.AGREE_AFTER_YEAR,
        PromiseKind.AS_AGREED,
    }
)
"""The promises that are about meeting the client; of these one at most is open at a time."""

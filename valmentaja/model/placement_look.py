"""What of a placement is looked at once, at its own time, and what was seen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Look(StrEnum):
    """What of a placement is looked at once, at its own time (design.md §6, the fixed ones)."""

    TRIAL_ENDS = "trial_ends"
    SUBSIDY_ENDS = "subsidy_ends"
    FIXED_TERM_ENDS = "fixed_term_ends"
    UNPAID_DECISION = "unpaid_decision"
    RETENTION_3M = "retention_3m"
    RETENTION_6M = "retention_6m"
    RETENTION_12M = "retention_12m"


RETENTION_LOOKS = frozenset({Look.RETENTION_3M, Look.RETENTION_6M, Look.RETENTION_12M})
"""The looks at how a job has lasted: an unpaid period has none."""


@dataclass(frozen=True, slots=True)
class PlacementLook:
    """What was seen when it was looked at. The answers from `same_job` on are those of a retention look."""

    id: int
    revision: int
    placement_id: int
    kind: Look
    day: date
    note: str | None
    same_job: bool | None
    same_content: bool | None
    same_hours: bool | None
    is_permanent: bool | None
    satisfaction: str | None
    wishes: str | None

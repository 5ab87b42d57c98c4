"""Supports for the work of a placement (method.md §5)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SupportKind(StrEnum):
    """Supports for the work (method.md §5)."""

    RECRUITMENT = "recruitment"
    WAGE_SUBSIDY = "wage_subsidy"
    ARRANGEMENT = "arrangement"
    AID = "aid"
    TRANSPORT = "transport"
    APPRENTICESHIP = "apprenticeship"


class Decision(StrEnum):
    """What was decided of a support that was applied for."""

    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class WorkSupport:
    """A support for the work of a placement: applied for, decided, and from when until when."""

    id: int
    revision: int
    placement_id: int
    kind: SupportKind
    applied_on: date | None
    decided_on: date | None
    decision: Decision | None
    from_on: date | None
    until_on: date | None
    note: str | None

    @property
    def is_undecided(self) -> bool:
        """Whether the decision is still to come."""
        return self.decision is None

    @property
    def is_granted_wage_subsidy(self) -> bool:
        """Whether it is a wage subsidy that was granted."""
        return self.kind is SupportKind.WAGE_SUBSIDY and self.decision is Decision.GRANTED

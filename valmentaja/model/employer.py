"""The employer, the coach's other client (method.md P7): kept also without any job seeker attached."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sector(StrEnum):
    """Sector of the employer (method.md §4)."""

    PRIVATE = "private"
    PUBLIC = "public"
    THIRD = "third"


class EmployerState(StrEnum):
    """How the cooperation stands. `RESTING`: until a day; `ENDED`: for good, kept as it was."""

    ACTIVE = "active"
    RESTING = "resting"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Employer:
    """One employer. `people` are the coach's own words on who is who there.

    `does` is what they do, `chain` their subcontractors and partners, `needs_ahead` what they will need, `terms` what
    was agreed of support, `feedback` their own. `rests_until` is the day on which a resting one is asked again.
    `archived_on`: out of lists and completion since that day, its history kept.
    """

    id: int
    revision: int
    name: str
    sector: Sector | None
    industry: str | None
    town: str | None
    address: str | None
    phone: str | None
    email: str | None
    people: str | None
    note: str | None
    added_on: date
    does: str | None = None
    size: str | None = None
    needs: str | None = None
    needs_ahead: str | None = None
    chain: str | None = None
    terms: str | None = None
    feedback: str | None = None
    state: EmployerState | None = None
    rests_until: date | None = None
    archived_on: date | None = None

    @property
    def is_archived(self) -> bool:
        """Whether it is out of lists and completion."""
        return self.archived_on is not None

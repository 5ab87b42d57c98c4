"""The employer, the coach's other client (method.md P7): kept also without any job seeker attached."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sector(StrEnum):
    """Sector of the employer (method.md §4)."""

    PRIVATE = "private"
    PUBLIC = "public"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Employer:
    """One employer. `people` are the coach's own words on who is who there."""

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

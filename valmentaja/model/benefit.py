"""The benefits that work affects (method.md §5)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Benefit:
    """A benefit that work affects: its earnings limit, whom to tell of work and by when, and when it was seen to."""

    id: int
    revision: int
    client_id: int
    name: str
    earnings_limit: str | None
    notify: str | None
    notify_by: date | None
    checked_on: date | None
    note: str | None

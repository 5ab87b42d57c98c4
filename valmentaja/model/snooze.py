"""Putting a client aside until a day, with a reason (method.md §6)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Snooze:
    """Hides the client from the list until `until` (on that day the client is back). `ended_on`: ended by hand."""

    id: int
    revision: int
    client_id: int
    until: date
    because: str
    made_on: date
    ended_on: date | None

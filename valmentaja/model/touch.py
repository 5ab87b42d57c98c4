"""A moment with someone, as triage looks at it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Touch:
    """A moment with someone: the day and the id of the record that tells of it. Orders by day, then id."""

    day: date
    record_id: int

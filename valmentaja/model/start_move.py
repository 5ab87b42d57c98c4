"""Starts of work that were moved."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StartMove:
    """A start that was moved: from which day to which, why, and when that was said."""

    id: int
    revision: int
    placement_id: int
    moved_on: date
    from_day: date
    to_day: date
    because: str

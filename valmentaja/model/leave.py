"""The coach's own leave: when it is, and who stands in meanwhile (method.md P10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LeaveKind(StrEnum):
    """What the coach is away for."""

    HOLIDAY = "holiday"
    TRAINING = "training"
    SICK = "sick"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Leave:
    """The days from `from_on` to `until_on`, both included, on which the coach is away.

    `stand_in` is who is reached meanwhile where a client has no stand-in of their own. `planned_on` is the day on
    which it was recorded, `looked_on` the day on which the coach has gone through what falls in it.
    """

    id: int
    revision: int
    from_on: date
    until_on: date
    kind: LeaveKind | None
    stand_in: str | None
    note: str | None
    planned_on: date
    looked_on: date | None

    def covers(self, day: date) -> bool:
        """Whether the coach is away on the day."""
        return self.from_on <= day <= self.until_on

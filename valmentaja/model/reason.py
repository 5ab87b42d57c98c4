"""Why something is raised, without a language: rules give it, and `texts.sentences` says it in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

ReasonParameter = str | int | date


@dataclass(frozen=True, slots=True)
class Booked:
    """The appointment ahead that will meet what is due, and so quiets it."""

    day: date
    at: time
    appointment_id: int


class Band(StrEnum):
    """How pressing something is on a day, the most pressing first (design.md §6)."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    QUIET = "quiet"

    @property
    def rank(self) -> int:
        """The place of the band in the queue, 0 for late."""
        return _RANK[self]


_RANK = {band: rank for rank, band in enumerate(Band)}


@dataclass(frozen=True, slots=True)
class Reason:
    """The texts `signal.<key>.<band>` and `signal.<key>.why`, and what they are filled with.

    Every reason has `due_on`, the date it falls due; one that counts from a past moment has that day in
    `since` and the days promised from it in `interval_days`; a next step has its `text` and its `owner`. Where
    it is `booked`, that is what is said.
    """

    key: str
    parameters: Mapping[str, ReasonParameter]
    booked: Booked | None = None

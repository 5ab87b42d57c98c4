"""Week after week of employer meetings, and why a contact counts or stands beside the number (method.md §4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from valmentaja import TYPE_CHECKING
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.week import Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from valmentaja.rules.tally import CountedContact


class Counts(StrEnum):
    """Whether a contact is in the week's number, or why it stands beside it."""

    COUNTED = "counted"
    SUPPORT = "support"
    THANKS = "thanks"
    NOT_IN_PERSON = "not_in_person"


def why_counted(contact: CountedContact) -> Counts:
    """What decides about the contact: its way first, then what it was for."""
    if contact.way is not EmployerContactWay.MEETING:
        return Counts.NOT_IN_PERSON
    if contact.counts:
        return Counts.COUNTED
    return Counts.THANKS if contact.purpose is Purpose.THANKS else Counts.SUPPORT


@dataclass(frozen=True, slots=True)
class WeekCount:
    """The meetings that counted in one week, and the target that held."""

    week: Week
    in_person: int
    target: int


@dataclass(frozen=True, slots=True)
class TallyRun:
    """Week after week, the oldest first."""

    weeks: tuple[WeekCount, ...]

    @property
    def best(self) -> WeekCount | None:
        """The week with the most meetings, the latest of equals; `None` where there was none at all."""
        met = [one for one in self.weeks if one.in_person]
        return max(met, key=lambda one: (one.in_person, one.week), default=None)

    @property
    def median(self) -> float:
        """Half of the weeks had at least so many."""
        return median(one.in_person for one in self.weeks) if self.weeks else 0.0

    @property
    def reached(self) -> int:
        """In how many weeks the target was met."""
        return sum(one.in_person >= one.target for one in self.weeks)


def tally_run(contacts: Iterable[CountedContact], weeks: Sequence[tuple[Week, int]]) -> TallyRun:
    """The run of the weeks, each given with its target. Contacts of other weeks are left out."""
    counted = dict.fromkeys((week for week, _ in weeks), 0)
    for contact in contacts:
        week = Week.of(contact.day)
        if contact.counts and week in counted:
            counted[week] += 1
    return TallyRun(tuple(WeekCount(week, counted[week], target) for week, target in weeks))


def weeks_until(last: Week, count: int) -> tuple[Week, ...]:
    """So many weeks, the last one among them, the oldest first."""
    return tuple(last.earlier(back) for back in range(count - 1, -1, -1))


def weeks_of_year(year: int, until: Week) -> tuple[Week, ...]:
    """The ISO weeks of the year, 52 or 53 of them, none after `until`."""
    first, count = Week(year, 1), _weeks_in(year)
    return tuple(week for n in range(count) if (week := first.earlier(-n)) <= until)


def _weeks_in(year: int) -> int:
    try:
        return Week(year, 53).number
    except ValueError:
        return 52

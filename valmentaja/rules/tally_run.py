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
    """Week after week, the oldest first.

    `begins` is the week of the coach's first employer contact, where weeks that were asked for lie before it: those
    are left out, since nothing was kept of them here, and a median with them would tell of no work that was done.
    """

    weeks: tuple[WeekCount, ...]
    begins: Week | None = None

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
    def mean(self) -> float:
        """Meetings in a week on average."""
        return sum(one.in_person for one in self.weeks) / len(self.weeks) if self.weeks else 0.0

    @property
    def reached(self) -> int:
        """In how many weeks the target was met."""
        return sum(one.in_person >= one.target for one in self.weeks)


def tally_run(
    contacts: Iterable[CountedContact], weeks: Sequence[tuple[Week, int]], first: Week | None = None
) -> TallyRun:
    """The run of the weeks, each given with its target; `first` is the week of the coach's first employer contact.

    Contacts of other weeks are left out.
    """
    held = [one for one in weeks if first is None or one[0] >= first]
    counted = dict.fromkeys((week for week, _ in held), 0)
    for contact in contacts:
        week = Week.of(contact.day)
        if contact.counts and week in counted:
            counted[week] += 1
    run = tuple(WeekCount(week, counted[week], target) for week, target in held)
    return TallyRun(run, first if len(held) < len(weeks) else None)


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

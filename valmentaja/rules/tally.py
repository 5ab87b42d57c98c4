"""The weekly tally of employer contacts: how many employers were met in person, beside the week's target.

The norm is the field's: at least six meetings with employers a week (method.md §4, IPS fidelity item on
employer contacts). Counted are meetings about getting someone employed; the rest stands beside the number.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.week import Week

if TYPE_CHECKING:
    from valmentaja.model.employer_contact import EmployerContact

FULL_TIME_TARGET = 6
WEEKS_IN_MEAN = 4
_NOT_COUNTED = frozenset({Purpose.SUPPORT, Purpose.THANKS})


@dataclass(frozen=True, slots=True)
class CountedContact:
    """What the tally needs of an employer contact; `has_client` says that it was for a named client.

    `support_counts`: the coach counts support visits at workplaces among the week's meetings.
    """

    day: date
    way: EmployerContactWay
    purpose: Purpose | None
    has_client: bool
    support_counts: bool = False

    @property
    def counts(self) -> bool:
        """A meeting in person, neither support at the workplace nor thanks; the purpose may still be open."""
        if self.way is not EmployerContactWay.MEETING:
            return False
        return self.purpose not in _NOT_COUNTED or (self.support_counts and self.purpose is Purpose.SUPPORT)

    @property
    def stands_beside(self) -> bool:
        """A meeting in person that the week's number leaves out: it stands beside it."""
        return self.way is EmployerContactWay.MEETING and not self.counts


def counted(contact: "EmployerContact", *, support_counts: bool = False) -> CountedContact:
    """What the tally needs of the contact."""
    has_client = contact.client_id is not None
    return CountedContact(contact.day, contact.way, contact.purpose, has_client, support_counts)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, by its name in the coach's language. It may fall on a weekend."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The employer contacts of one week.

    `in_person` is what the target is about; `support_visits` and `thanks` are meetings that stand beside it.
    `by_way` and `by_purpose` (`None`: not said) count all contacts of the week; every way is always there, of
    purposes only those met. `working_days_left` come after today. `leave_days` do not bend the target.
    """

    week: Week
    target: int
    in_person: int
    support_visits: int
    thanks: int
    mean_of_4_weeks: float
    by_way: Mapping[EmployerContactWay, int]
    by_purpose: Mapping[Purpose | None, int]
    with_client: int
    without_client: int
    working_days: int
    working_days_left: int
    leave_days: int
    holidays: tuple[Holiday, ...]


def tally(
    contacts: Iterable[CountedContact],
    week: Week,
    target: int,
    holidays: Collection[Holiday],
    today: date,
    leave_days: int = 0,
) -> Tally:
    """The tally of `week` on `today`.

    `contacts` are those from `first_day_needed(week)` to the Sunday of the week; others are left out.
    `holidays` may cover more than the week.
    """
    met = list(contacts)
    monday, sunday = week.monday, week.sunday
    this_week = [contact for contact in met if monday <= contact.day <= sunday]
    workdays = working_days(week, holidays)
    with_client = sum(contact.has_client for contact in this_week)
    return Tally(
        week=week,
        target=target,
        in_person=sum(contact.counts for contact in this_week),
        support_visits=_meetings_for(Purpose.SUPPORT, this_week),
        thanks=_meetings_for(Purpose.THANKS, this_week),
        mean_of_4_weeks=_mean_of_weeks(met, week),
        by_way=_by_way(this_week),
        by_purpose=_by_purpose(this_week),
        with_client=with_client,
        without_client=len(this_week) - with_client,
        working_days=len(workdays),
        working_days_left=sum(day > today for day in workdays),
        leave_days=leave_days,
        holidays=_holidays_within(week, holidays),
    )


def first_day_needed(week: Week) -> date:
    """The first day whose contacts the tally of `week` looks at: the Monday three weeks before."""
    return week.earlier(WEEKS_IN_MEAN - 1).monday


def working_days(week: Week, holidays: Iterable[Holiday]) -> tuple[date, ...]:
    """Monday to Friday less holidays: five to none."""
    free = {holiday.day for holiday in holidays}
    return tuple(day for day in week.days[:5] if day not in free)


def weekly_target(full_time_share: int, full_time_target: int = FULL_TIME_TARGET) -> int:
    """Meetings a week for a coach who works `full_time_share` percent (1–100), rounded half up, at least 1.

    Raises `CannotBeMet` with `settings.full_time_share` or `settings.full_time_target`.
    """
    if not 1 <= full_time_share <= 100:
        raise CannotBeMet("settings.full_time_share", share=full_time_share)
    if full_time_target < 1:
        raise CannotBeMet("settings.full_time_target", target=full_time_target)
    return max(1, (full_time_share * full_time_target + 50) // 100)


def _meetings_for(purpose: Purpose, contacts: Iterable[CountedContact]) -> int:
    return sum(
        contact.way is EmployerContactWay.MEETING and contact.purpose is purpose for contact in contacts
    )


def _mean_of_weeks(contacts: Iterable[CountedContact], week: Week) -> float:
    first, last = first_day_needed(week), week.sunday
    return sum(contact.counts and first <= contact.day <= last for contact in contacts) / WEEKS_IN_MEAN


def _by_way(contacts: Iterable[CountedContact]) -> dict[EmployerContactWay, int]:
    count = Counter(contact.way for contact in contacts)
    return {way: count[way] for way in EmployerContactWay}


def _by_purpose(contacts: Iterable[CountedContact]) -> dict[Purpose | None, int]:
    count = Counter(contact.purpose for contact in contacts)
    return {purpose: count[purpose] for purpose in (*Purpose, None) if count[purpose]}


def _holidays_within(week: Week, holidays: Iterable[Holiday]) -> tuple[Holiday, ...]:
    days = week.days
    within = (holiday for holiday in holidays if holiday.day in days)
    return tuple(sorted(within, key=lambda holiday: (holiday.day, holiday.name)))

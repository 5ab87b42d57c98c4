"""What lies ahead: of the days to come, what is booked on each and what falls due on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from valmentaja.desks.appointments import AppointmentLine, appointment_lines
from valmentaja.desks.today import TodayPage, today_page
from valmentaja.model.leave import Leave
from valmentaja.rules.signals import Signal
from valmentaja.rules.tally import Holiday
from valmentaja.rules.triage import QueueRow
from valmentaja.store.appointments import appointments_between
from valmentaja.store.holidays import holidays_between
from valmentaja.store.leaves import leaves_between
from valmentaja.store.workbook import Workbook

DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True)
class DueAhead:
    """Something that falls due, and the row of whom it is about."""

    row: QueueRow
    signal: Signal


@dataclass(frozen=True, slots=True)
class DayAhead:
    """One day: its booked times in order, and what falls due on it, in the order of the list."""

    day: date
    times: tuple[AppointmentLine, ...]
    due: tuple[DueAhead, ...]
    holiday: Holiday | None
    is_leave: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is booked and nothing falls due."""
        return not (self.times or self.due)


@dataclass(frozen=True, slots=True)
class AheadPage:
    """The days from `first` on, each of them, and how many things are late or due already before them."""

    first: date
    days: tuple[DayAhead, ...]
    waiting: int


def ahead_page(book: Workbook, today: date, language: str, *, weeks_on: int = 0) -> AheadPage:
    """Seven days from tomorrow, or as many weeks later, as they look today. Holidays named in `fi` or `en`."""
    first = today + timedelta(days=1 + DAYS_AHEAD * weeks_on)
    last = first + timedelta(days=DAYS_AHEAD - 1)
    page = today_page(book, today)
    times = appointment_lines(book, appointments_between(book, first, last))
    holidays = {one.day: one for one in holidays_between(book, first, last, language)}
    leaves, due = leaves_between(book, first, last), due_between(page, first, last)
    days = tuple(
        _day(first + timedelta(days=n), times, due, holidays.get(first + timedelta(days=n)), leaves)
        for n in range(DAYS_AHEAD)
    )
    return AheadPage(
        first, days, sum(any(one.due_on <= today for one in row.signals) for row in page.pressing)
    )


def due_between(page: TodayPage, first: date, last: date) -> tuple[DueAhead, ...]:
    """What falls due on the days and no booked time will meet, in the order of the list, of those put aside too."""
    return tuple(
        DueAhead(row, signal)
        for row in page.rows
        for signal in row.signals
        if first <= signal.due_on <= last and not signal.is_booked
    )


def _day(
    day: date,
    times: Iterable[AppointmentLine],
    due: Iterable[DueAhead],
    holiday: Holiday | None,
    leaves: Iterable[Leave],
) -> DayAhead:
    return DayAhead(
        day,
        tuple(one for one in times if one.appointment.day == day and one.appointment.outcome is None),
        tuple(one for one in due if one.signal.due_on == day),
        holiday,
        any(leave.covers(day) for leave in leaves),
    )

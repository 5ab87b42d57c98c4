"""The page of time: where it went in some days, by client, week after week."""

from dataclasses import dataclass
from datetime import date, timedelta

from valmentaja.model.client import Client
from valmentaja.model.week import Week
from valmentaja.rules.leaves import leave_days_among
from valmentaja.rules.tally import working_days
from valmentaja.rules.time_use import TimeEntry, TimeUse, time_use
from valmentaja.store.clients import clients_on_caseload
from valmentaja.store.holidays import holidays_between
from valmentaja.store.leaves import leaves_between
from valmentaja.store.records_begin import records_begin
from valmentaja.store.time_entries import time_entries
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class TimePage:
    """The time from `first` to `last`, both included, of `client`, or of all where that is `None`.

    `entries` are what the sums come from, by day. `leave_days` are working days on which the coach was away.
    """

    first: date
    last: date
    client: Client | None
    use: TimeUse
    entries: tuple[TimeEntry, ...]
    leave_days: int


@dataclass(frozen=True, slots=True)
class ClientTime:
    """The time given to one client."""

    client: Client
    use: TimeUse


@dataclass(frozen=True, slots=True)
class MonthTime:
    """The time of a month, named by its first day."""

    first: date
    use: TimeUse


def time_page(book: Workbook, first: date, last: date, client: Client | None = None) -> TimePage:
    """Where the time of the days went."""
    entries = time_entries(book, first, last, client.id if client else None)
    return TimePage(first, last, client, time_use(entries), entries, _leave_days(book, first, last))


def _leave_days(book: Workbook, first: date, last: date) -> int:
    leaves = leaves_between(book, first, last)
    if not leaves:
        return 0
    holidays = holidays_between(book, first, last, "fi")
    week, days = Week.of(first), 0
    while week.monday <= last:
        days += leave_days_among(
            (day for day in working_days(week, holidays) if first <= day <= last), leaves
        )
        week = Week.of(week.monday + timedelta(days=7))
    return days


def time_by_client(book: Workbook, first: date, last: date) -> tuple[ClientTime, ...]:
    """The time given to each client on the caseload of the last day, in the order of their names."""
    return tuple(
        ClientTime(one, time_use(time_entries(book, first, last, one.id)))
        for one in clients_on_caseload(book, last)
    )


def weeks_within(page: TimePage) -> tuple[tuple[Week, TimeUse], ...]:
    """The time of each week of the page, the oldest first; of one that it cuts only what falls within its days."""
    first, last = Week.of(page.first), Week.of(page.last)
    count = (last.monday - first.monday).days // 7 + 1
    entries: dict[Week, list[TimeEntry]] = {last.earlier(back): [] for back in range(count - 1, -1, -1)}
    for entry in page.entries:
        entries[Week.of(entry.day)].append(entry)
    return tuple((week, time_use(told)) for week, told in entries.items())


def months_within(page: TimePage) -> tuple[MonthTime, ...]:
    """The time of each month of the page, the oldest first; of one that it cuts only what falls within its days."""
    entries: dict[date, list[TimeEntry]] = {}
    month = page.first.replace(day=1)
    while month <= page.last:
        entries[month] = []
        month = (month + timedelta(days=31)).replace(day=1)
    for entry in page.entries:
        entries[entry.day.replace(day=1)].append(entry)
    return tuple(MonthTime(month, time_use(told)) for month, told in entries.items())


def months_recorded(book: Workbook, page: TimePage, today: date) -> tuple[MonthTime, ...]:
    """Of the months of the page those that could hold something: from the coach's first records on, and begun."""
    begins = records_begin(book)
    if begins is None:
        return ()
    return tuple(one for one in months_within(page) if begins.replace(day=1) <= one.first <= today)

"""The pages of the diary: a day, the newest days, and the days in which something was found."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.diary import DiaryEntry
from valmentaja.model.week import Week
from valmentaja.store.diary import days_written, diary_entry_of, entry_or_none, newest_entries
from valmentaja.store.workbook import Workbook

NEWEST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """Some days of the diary, newest first."""

    entries: tuple[DiaryEntry, ...]


def day_page(book: Workbook, day: date) -> DiaryPage:
    """The one day. Raises CannotBeMet when nothing was written on it."""
    return DiaryPage((diary_entry_of(book, day),))


def newest_page(book: Workbook, today: date) -> DiaryPage:
    """The days written last, none of them ahead of today."""
    return DiaryPage(newest_entries(book, NEWEST_SHOWN, today))


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day as it is written on: its entry if there is one, and on how many days around it something is written."""

    day: date
    entry: DiaryEntry | None
    written_in_week: int
    written_in_year: int


def diary_day(book: Workbook, day: date) -> DiaryDay:
    """The day, with the days of its week and of its calendar year counted."""
    week = Week.of(day)
    return DiaryDay(
        day,
        entry_or_none(book, day),
        days_written(book, week.monday, week.sunday),
        days_written(book, date(day.year, 1, 1), date(day.year, 12, 31)),
    )

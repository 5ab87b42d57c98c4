"""The pages of the diary: a day, the newest days, and the days in which something was found."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.diary import DiaryEntry
from valmentaja.store.diary import diary_entry_of, newest_entries
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

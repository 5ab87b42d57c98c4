"""The pages of the journal: what was done last, what of it was taken back, and what was done on a day."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.change import Change
from valmentaja.store.journal import changes, changes_of_day
from valmentaja.store.workbook import Workbook

CHANGES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class JournalPage:
    """The newest changes, newest first, those taken back included."""

    changes: tuple[Change, ...]


def journal_page(book: Workbook) -> JournalPage:
    """What the coach did last, in any window."""
    return JournalPage(changes(book, CHANGES_SHOWN))


@dataclass(frozen=True, slots=True)
class DayArchive:
    """What was done on a day and was not taken back, newest first."""

    day: date
    changes: tuple[Change, ...]


def day_archive(book: Workbook, day: date) -> DayArchive:
    """What the coach did on the day, in any window."""
    return DayArchive(day, changes_of_day(book, day))

"""The page of the journal: what was done last, and what of it was taken back."""

from dataclasses import dataclass

from valmentaja.model.change import Change
from valmentaja.store.journal import changes
from valmentaja.store.workbook import Workbook

CHANGES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class JournalPage:
    """The newest changes, newest first, those taken back included."""

    changes: tuple[Change, ...]


def journal_page(book: Workbook) -> JournalPage:
    """What the coach did last, in any window."""
    return JournalPage(changes(book, CHANGES_SHOWN))

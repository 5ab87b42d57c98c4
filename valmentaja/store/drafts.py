"""Drafts: text being typed, kept within a second of the key, before it becomes a change.

A draft belongs to a place and a window. It is not in the journal, and reports do not see it.
"""

from datetime import datetime

from valmentaja.model.change import Draft
from valmentaja.rules.written import written
from valmentaja.store.connection import Row
from valmentaja.store.workbook import Workbook, Writing


def keep_draft(book: Workbook, place: str, window: str, text: str, began_from: int) -> None:
    """Keeps what stands in the field now, in place of the window's earlier draft there.

    Identity codes are masked here too. Raises CannotBeMet when the text is too long; the earlier draft stays.
    """
    tidy = written(text)
    book.notices.masked += tidy.masked
    book.notices.removed += tidy.removed
    with book.transaction():
        book.execute(
            """INSERT INTO draft VALUES (?, ?, ?, ?, ?) ON CONFLICT (place, window)
            DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at""",
            (place, window, tidy.text, began_from, book.now().isoformat(timespec="seconds")),
        )


def drafts_at(book: Workbook, place: str) -> tuple[Draft, ...]:
    """The drafts of a place, oldest first: more than one when two windows type at once, or one was killed."""
    return tuple(
        _draft(row)
        for row in book.rows("SELECT * FROM draft WHERE place = ? ORDER BY saved_at, window", (place,))
    )


def all_drafts(book: Workbook) -> tuple[Draft, ...]:
    """Every draft there is, oldest first."""
    return tuple(_draft(row) for row in book.rows("SELECT * FROM draft ORDER BY saved_at, place, window"))


def drop_draft(book: Workbook, place: str, window: str) -> None:
    """The draft has become a change, or the coach threw it away."""
    with book.transaction():
        book.execute("DELETE FROM draft WHERE place = ? AND window = ?", (place, window))


def forget_draft(writing: Writing, draft: Draft) -> None:
    """Drops the draft in the same change that keeps its text, so that it is never kept twice or not at all."""
    writing.book.execute("DELETE FROM draft WHERE place = ? AND window = ?", (draft.place, draft.window))


def moved_meanwhile(draft: Draft, revision_now: int) -> bool:
    """Whether someone else wrote the record after the typing began: then both texts are kept and shown."""
    return draft.began_from != revision_now


def _draft(row: Row) -> Draft:
    return Draft(
        place=row["place"],
        window=row["window"],
        text=row["text"],
        began_from=row["began_from"],
        saved_at=datetime.fromisoformat(row["saved_at"]),
    )

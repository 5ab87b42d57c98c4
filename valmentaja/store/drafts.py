"""Drafts: text being typed, kept within a second of the key, before it becomes a change.

A draft belongs to a place and a window. It is not in the journal, and reports do not see it.
"""

import json
from collections.abc import Iterator
from datetime import datetime

from valmentaja.model.change import Draft
from valmentaja.model.place import FormPlace, Place, place_of
from valmentaja.rules.written import Written, written
from valmentaja.store.connection import Row
from valmentaja.store.workbook import Workbook, Writing


class SettledElsewhere(Exception):
    """The draft is not there any more: another window has made its text a change. The caller has nothing to do."""


def keep_draft(book: Workbook, place: Place, window: str, text: str, began_from: int) -> None:
    """Keeps what stands in the field now, in place of the window's earlier draft there.

    Identity codes are masked here too. Raises CannotBeMet when the text is too long, or that of one field of a form;
    the earlier draft stays.
    """
    tidy = _form_written(text) if isinstance(place, FormPlace) else written(text)
    book.notices.masked += tidy.masked
    book.notices.removed += tidy.removed
    with book.transaction():
        book.execute(
            """INSERT INTO draft VALUES (?, ?, ?, ?, ?) ON CONFLICT (place, window)
            DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at""",
            (str(place), window, tidy.text, began_from, book.now().isoformat(timespec="seconds")),
        )


def _form_written(text: str) -> Written:
    """What stands in a form, JSON of its fields by name, each of them as it may be stored.

    The whole is longer than its longest field, and JSON writes a line break with two letters: the limit of a field
    is not one of the whole.
    """
    fields = {name: written(str(typed)) for name, typed in json.loads(text).items()}
    told = json.dumps({name: one.text for name, one in fields.items()}, ensure_ascii=False)
    return Written(
        told, sum(one.masked for one in fields.values()), sum(one.removed for one in fields.values())
    )


def drafts_at(book: Workbook, place: Place) -> tuple[Draft, ...]:
    """The drafts of a place, oldest first: more than one when two windows type at once, or one was killed."""
    rows = book.rows("SELECT * FROM draft WHERE place = ? ORDER BY saved_at, window", (str(place),))
    return tuple(_drafts(rows))


def all_drafts(book: Workbook) -> tuple[Draft, ...]:
    """Every draft there is, oldest first."""
    return tuple(_drafts(book.rows("SELECT * FROM draft ORDER BY saved_at, place, window")))


def drop_draft(book: Workbook, place: Place, window: str) -> None:
    """The draft has become a change, or the coach threw it away."""
    with book.transaction():
        book.execute("DELETE FROM draft WHERE place = ? AND window = ?", (str(place), window))


def forget_draft(writing: Writing, draft: Draft) -> None:
    """Drops the draft in the same change that keeps its text, so that it is never kept twice or not at all.

    Raises SettledElsewhere, which takes the change back, when there is no such draft any more.
    """
    dropped = writing.book.execute(
        "DELETE FROM draft WHERE place = ? AND window = ?", (str(draft.place), draft.window)
    )
    if dropped.rowcount == 0:
        raise SettledElsewhere


def moved_meanwhile(draft: Draft, revision_now: int) -> bool:
    """Whether someone else wrote the record after the typing began: then both texts are kept and shown."""
    return draft.began_from != revision_now


def _drafts(rows: list[Row]) -> Iterator[Draft]:
    """The drafts of the rows. One in a place that only another version of the program knows waits for that."""
    for row in rows:
        try:
            place = place_of(row["place"])
        except ValueError:
            continue
        yield Draft(
            place=place,
            window=row["window"],
            text=row["text"],
            began_from=row["began_from"],
            saved_at=datetime.fromisoformat(row["saved_at"]),
        )


def fields_with_drafts(book: Workbook, kind: str, record_id: int) -> frozenset[str]:
    """The names of the record's fields in which text waits, in whichever window."""
    beginning = f"{kind}/{record_id}/"
    rows = book.rows(
        "SELECT place FROM draft WHERE place >= ? AND place < ?", (beginning, f"{kind}/{record_id}0")
    )
    return frozenset(str(row["place"]).removeprefix(beginning) for row in rows)

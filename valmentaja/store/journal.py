"""The change journal read and turned back: undo and redo, also tomorrow, also from another window."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from valmentaja.errors import CannotBeMet
from valmentaja.model.change import Change
from valmentaja.store.codes_only import naming_nobody
from valmentaja.store.connection import Row, sqlcipher
from valmentaja.store.workbook import Value, Workbook

_CHANGE = "SELECT id, at, what, parameters, undone, closed FROM change"


def changes(book: Workbook, most: int = 20) -> tuple[Change, ...]:
    """The newest changes, newest first, those taken back included."""
    return tuple(_change(row) for row in book.rows(f"{_CHANGE} ORDER BY id DESC LIMIT ?", (most,)))


def changes_of_day(book: Workbook, day: date) -> tuple[Change, ...]:
    """What was done on the day and stands, newest first. The day is that of the clock, not the one told of."""
    begins = day.isoformat()
    rows = book.rows(
        f"{_CHANGE} WHERE undone IS NULL AND at >= ? AND at < ? ORDER BY id DESC", (begins, f"{begins}U")
    )
    return tuple(_change(row) for row in rows)


def records_of_change(book: Workbook, change_id: int) -> tuple[int, ...]:
    """The ids of the records that the change wrote, in the order in which it did; some may be gone again."""
    rows = book.rows(
        """SELECT row_id FROM change_row JOIN record ON record.id = row_id AND record.kind = table_name
        WHERE change_id = ? GROUP BY row_id ORDER BY min(change_row.id)""",
        (change_id,),
    )
    return tuple(int(row["row_id"]) for row in rows)


def undo(book: Workbook, change_id: int | None = None) -> Change:
    """Takes back the newest change not yet undone, or the one named, and gives it.

    Raises CannotBeMet when there is nothing to undo, when a later change touched what it touched, or when a client
    would get a name back while only codes are kept.
    """
    with _conflicts_said(), book.transaction():
        change = _newest(book) if change_id is None else _undoable(book, change_id)
        _turn(book, change, "DESC")
        book.execute(
            """UPDATE change SET dropped = 0, undone = (
                SELECT coalesce(max(undone), 0) + 1 FROM change WHERE undone IS NOT NULL AND dropped = 0
            ) WHERE id = ?""",
            (change.id,),
        )
    return change


def redo(book: Workbook) -> Change:
    """Does again what was undone last. Raises CannotBeMet when nothing was, or something new was done since."""
    with _conflicts_said(), book.transaction():
        row = book.row(
            f"{_CHANGE} WHERE undone IS NOT NULL AND dropped = 0 AND closed = 0 ORDER BY undone DESC"
        )
        if row is None:
            raise CannotBeMet("redo.nothing")
        change = _change(row)
        _turn(book, change, "ASC")
        book.execute("UPDATE change SET undone = NULL WHERE id = ?", (change.id,))
    return change


@contextmanager
def _conflicts_said() -> Iterator[None]:
    """A reference or a code that later records have taken shows at the latest when the turn is committed."""
    try:
        yield
    except sqlcipher.IntegrityError as failure:
        raise CannotBeMet("undo.in_use") from failure


def _newest(book: Workbook) -> Change:
    row = book.row(f"{_CHANGE} WHERE undone IS NULL ORDER BY id DESC LIMIT 1")
    if row is None:
        raise CannotBeMet("undo.nothing")
    change = _change(row)
    if change.closed:
        raise CannotBeMet("undo.closed")
    return change


def _unknown(book: Workbook, number: int) -> CannotBeMet:
    """The number of a record is easily taken for that of a change: then it says which change it was."""
    row = book.row(
        """SELECT max(change.id) FROM record
        JOIN change_row ON change_row.table_name = record.kind AND change_row.row_id = record.id
        JOIN change ON change.id = change_row.change_id AND change.undone IS NULL WHERE record.id = ?""",
        (number,),
    )
    if row is None or row[0] is None:
        return CannotBeMet("undo.unknown", id=number)
    return CannotBeMet("undo.is_record", id=number, change=int(row[0]))


def _undoable(book: Workbook, change_id: int) -> Change:
    row = book.row(f"{_CHANGE} WHERE id = ?", (change_id,))
    if row is None:
        raise _unknown(book, change_id)
    change = _change(row)
    if change.undone:
        raise CannotBeMet("undo.already", id=change_id)
    if change.closed:
        raise CannotBeMet("undo.closed")
    later = book.row(
        """SELECT min(other.change_id) FROM change_row AS mine
        JOIN change_row AS other ON other.table_name = mine.table_name AND other.row_id = mine.row_id
        JOIN change ON change.id = other.change_id AND change.undone IS NULL
        WHERE mine.change_id = ?1 AND other.change_id > ?1""",
        (change_id,),
    )
    if later is not None and later[0] is not None:
        raise CannotBeMet("undo.later_change", id=change_id, later=int(later[0]))
    return change


def _turn(book: Workbook, change: Change, order: str) -> None:
    """Swaps each row that the change touched with the image kept of it, so that the same call turns it again."""
    book.execute("PRAGMA defer_foreign_keys = ON")
    touched = book.rows(
        f"SELECT id, table_name, row_id, image FROM change_row WHERE change_id = ? ORDER BY id {order}",
        (change.id,),
    )
    with naming_nobody(book):
        for row in touched:
            _swap(book, row["id"], row["table_name"], row["row_id"], row["image"])


def _swap(book: Workbook, image_id: int, table: str, row_id: int, image: str | None) -> None:
    columns = tuple(str(column["name"]) for column in book.rows(f"PRAGMA table_info({table})"))
    pairs = ", ".join(f"'{column}', {column}" for column in columns)
    now = book.row(f"SELECT json_object({pairs}) FROM {table} WHERE id = ?", (row_id,))
    book.execute("UPDATE change_row SET image = ? WHERE id = ?", (now[0] if now else None, image_id))
    if image is None:
        book.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    kept: dict[str, Value] = json.loads(image)
    if now is None:
        marks = ", ".join("?" * len(columns))
        names = ", ".join(columns)
        book.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(kept[column] for column in columns)
        )
    else:
        assignments = ", ".join(f"{column} = ?" for column in columns)
        book.execute(
            f"UPDATE {table} SET {assignments} WHERE id = ?", (*(kept[column] for column in columns), row_id)
        )


def _change(row: Row) -> Change:
    return Change(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        what=row["what"],
        parameters=json.loads(row["parameters"]),
        undone=row["undone"] is not None,
        closed=bool(row["closed"]),
    )

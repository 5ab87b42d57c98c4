"""Finds the record a coach means by what was typed: code, id, whole name, then unambiguous beginning.

Asks the indexes only, so that it stays instant with ten thousand clients.
"""

from valmentaja.errors import Ambiguous, CannotBeMet
from valmentaja.store.connection import Row
from valmentaja.store.workbook import Workbook
from valmentaja.texts.numbers import whole_number
from valmentaja.texts.sorting import name_key

_LAST = "\U0010ffff"
_MOST_CANDIDATES = 20


def client_id_of(book: Workbook, typed: str) -> int:
    """The client meant. Raises CannotBeMet when unknown, Ambiguous (with labels) when several fit."""
    return _only("client", typed, _clients(book, typed))


def client_id_or_none(book: Workbook, typed: str) -> int | None:
    """As `client_id_of`, but `None` when no client is called so."""
    fitting = _clients(book, typed)
    return _only("client", typed, fitting) if fitting else None


def _clients(book: Workbook, typed: str) -> list[Row]:
    key = name_key(typed)
    by_code = book.rows("SELECT id FROM client WHERE code_key = ?", (key,))
    return (
        by_code
        or _by_id(book, "client", typed)
        or _by_name(book, "client", key)
        or _by_code_beginning(book, key)
    )


def _by_code_beginning(book: Workbook, key: str) -> list[Row]:
    if not key:
        return []
    return book.rows(
        """SELECT id, code AS label FROM client WHERE name_key IS NULL AND code_key >= ? AND code_key < ?
        ORDER BY code_key LIMIT ?""",
        (key, key + _LAST, _MOST_CANDIDATES),
    )


def employer_id_of(book: Workbook, typed: str) -> int:
    """The employer meant, one in the archive only by number or whole name.

    Raises CannotBeMet when unknown, Ambiguous (with labels) when several fit.
    """
    return _only(
        "employer", typed, _by_id(book, "employer", typed) or _by_name(book, "employer", name_key(typed))
    )


def employer_id_or_none(book: Workbook, typed: str) -> int | None:
    """As `employer_id_of`, but `None` when no employer has such a name."""
    fitting = _by_id(book, "employer", typed) or _by_name(book, "employer", name_key(typed))
    return _only("employer", typed, fitting) if fitting else None


def group_id_or_none(book: Workbook, typed: str) -> int | None:
    """The group meant, `None` when no group has such a number or name. Raises Ambiguous when several fit."""
    fitting = _by_id(book, "client_group", typed) or _by_name(book, "client_group", name_key(typed))
    return _only("group", typed, fitting) if fitting else None


def client_ids_fitting(book: Workbook, typed: str) -> tuple[int, ...]:
    """The clients that may be meant: those who have what was typed as code, number or name, else begin so."""
    return tuple(int(row["id"]) for row in _clients(book, typed))


def employer_ids_fitting(book: Workbook, typed: str) -> tuple[int, ...]:
    """The employers that may be meant: the one with the number, those of the whole name, else those that begin so."""
    fitting = _by_id(book, "employer", typed) or _by_name(book, "employer", name_key(typed))
    return tuple(int(row["id"]) for row in fitting)


def ids_with_name(book: Workbook, kind: str, name: str) -> tuple[int, ...]:
    """The clients or employers (`kind`) that have just this name, oldest first."""
    rows = book.rows(f"SELECT id FROM {kind} WHERE name_key = ? ORDER BY id", (name_key(name),))
    return tuple(row["id"] for row in rows)


def kind_of(book: Workbook, record_id: int) -> str:
    """The kind (table) of the record with the id. Raises CannotBeMet when there is none, or it was undone."""
    row = book.row("SELECT kind FROM record WHERE id = ?", (record_id,))
    if row is None or book.row(f"SELECT 1 FROM {row['kind']} WHERE id = ?", (record_id,)) is None:
        raise CannotBeMet("record.unknown", id=record_id)
    return str(row["kind"])


def _by_id(book: Workbook, table: str, typed: str) -> list[Row]:
    number = whole_number(typed)
    return [] if number is None else book.rows(f"SELECT id FROM {table} WHERE id = ?", (number,))


def _by_name(book: Workbook, table: str, key: str) -> list[Row]:
    if not key:
        return []
    whole = book.rows(f"SELECT id, name AS label FROM {table} WHERE name_key = ?", (key,))
    listed = "AND archived_on IS NULL" if table == "employer" else ""  # in the archive only by the whole name
    return whole or book.rows(
        f"""SELECT id, name AS label FROM {table} WHERE name_key >= ? AND name_key < ? {listed}
        ORDER BY name_key LIMIT ?""",
        (key, key + _LAST, _MOST_CANDIDATES),
    )


def _only(kind: str, typed: str, fitting: list[Row]) -> int:
    if not fitting:
        raise CannotBeMet(f"{kind}.unknown", name=typed)
    if len(fitting) > 1:
        labels = tuple(f"{row['label']} ({row['id']})" for row in fitting)
        raise Ambiguous(f"{kind}.ambiguous", labels, name=typed)
    return int(fitting[0]["id"])

"""Two employers that are one become one: everything of the other goes over, as one change that can be undone."""

from valmentaja.errors import CannotBeMet
from valmentaja.model.employer import Employer
from valmentaja.rules.fields import FIELDS, FieldKind
from valmentaja.store.connection import Row
from valmentaja.store.employers import employer
from valmentaja.store.workbook import Value, Workbook, Writing

_OWNED = (
    *("employer_contact", "next_step", "appointment", "placement", "concern", "employer_person", "lead"),
    "activity",
)
"""The tables that name an employer in `employer_id`, besides what may be told, of which each client has one."""

_KEPT = """SELECT kept.row_id FROM change_row AS gone JOIN change ON change.id = gone.change_id
    JOIN change_row AS kept ON kept.change_id = gone.change_id AND kept.table_name = 'employer' AND kept.act = 'update'
    WHERE gone.table_name = 'employer' AND gone.act = 'delete' AND gone.row_id = ?1
    AND change.what = 'employers_merged' AND change.undone IS NULL"""


def merge_employers(book: Workbook, kept_id: int, other_id: int) -> Employer:
    """The other becomes the kept one: its records go over, its texts fill what is empty or stand after what is there.

    Raises CannotBeMet for an employer that is not there, and for one that is to be merged with itself.
    """
    if kept_id == other_id:
        raise CannotBeMet("employer.same", name=employer(book, kept_id).name)
    kept, other = employer(book, kept_id).name, employer(book, other_id).name
    with book.change("employers_merged", employer=kept, other=other) as writing:
        for table in _OWNED:
            _hand_over(writing, table, kept_id, other_id)
        _merge_disclosures(writing, kept_id, other_id)
        _merge_fields(writing, kept_id, other_id)
        book.execute("DELETE FROM employer WHERE id = ?", (other_id,))
    return employer(book, kept_id)


def merged_into(book: Workbook, employer_id: int) -> int | None:
    """The employer whom the one with the id is a part of now, over several mergings too; `None` where it is not."""
    row = book.row(_KEPT, (employer_id,))
    if row is None:
        return None
    kept_id = int(row[0])
    return merged_into(book, kept_id) or kept_id


def _hand_over(writing: Writing, table: str, kept_id: int, other_id: int) -> None:
    for row in writing.book.rows(f"SELECT id FROM {table} WHERE employer_id = ?", (other_id,)):
        writing.update(table, row["id"], employer_id=kept_id, revision=writing.id)


def _merge_disclosures(writing: Writing, kept_id: int, other_id: int) -> None:
    """What may be told of a client to both is told in one record: nothing of either is lost."""
    book = writing.book
    for row in book.rows("SELECT * FROM disclosure WHERE employer_id = ?", (other_id,)):
        told = book.row(
            "SELECT * FROM disclosure WHERE employer_id = ? AND client_id = ?", (kept_id, row["client_id"])
        )
        if told is None:
            writing.update("disclosure", row["id"], employer_id=kept_id, revision=writing.id)
            continue
        writing.update("disclosure", told["id"], revision=writing.id, **_joined("disclosure", told, row))
        book.execute("DELETE FROM disclosure WHERE id = ?", (row["id"],))


def _merge_fields(writing: Writing, kept_id: int, other_id: int) -> None:
    kept, other = (
        writing.book.row("SELECT * FROM employer WHERE id = ?", (one,)) for one in (kept_id, other_id)
    )
    if kept is None or other is None:  # another window took one away a moment ago
        raise CannotBeMet("record.unknown", id=other_id if kept else kept_id)
    values = _joined("employer", kept, other)
    values["added_on"] = min(kept["added_on"], other["added_on"])
    values.update(_standing(kept, other))
    if other["name_key"] != kept["name_key"]:
        values["note"] = _after(values.get("note", kept["note"]), other["name"])
    writing.update("employer", kept_id, revision=writing.id, **values)


def _standing(kept: Row, other: Row) -> dict[str, Value]:
    """One of them is in the lists: so are both. How the cooperation stands is told with its own day, or not at all."""
    archived_on = kept["archived_on"] if other["archived_on"] else None
    told = other if kept["state"] is None and kept["rests_until"] is None else kept
    return {"archived_on": archived_on, "state": told["state"], "rests_until": told["rests_until"]}


def _joined(kind: str, kept: Row, other: Row) -> dict[str, Value]:
    """The columns that change: what was empty is filled, and a text that differs stands after the one that is there."""
    values: dict[str, Value] = {}
    for field in FIELDS[kind]:
        mine, theirs = kept[field.column], other[field.column]
        if theirs is None or theirs == mine or field.kind is FieldKind.NAME:
            continue
        if mine is None:
            values[field.column] = theirs
        elif field.kind is FieldKind.TEXT:
            values[field.column] = _after(mine, theirs)
    return values


def _after(text: Value, more: str) -> str:
    return f"{text}\n\n{more}" if text else more

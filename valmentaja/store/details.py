"""The records that tell more of a client, a placement or the coach's network: each kind added and read alike.

What such a record holds is declared once, in `rules.fields`; its dataclass has the columns of its table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from valmentaja.errors import CannotBeMet
from valmentaja.model.activity import Activity
from valmentaja.model.benefit import Benefit
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave
from valmentaja.model.placement import Placement
from valmentaja.model.placement_look import PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.start_move import StartMove
from valmentaja.model.supporter import Supporter
from valmentaja.model.supporter_contact import SupporterContact
from valmentaja.model.wish import Wish
from valmentaja.model.work_support import WorkSupport
from valmentaja.rules.fields import FIELDS, Field, FieldKind
from valmentaja.store.connection import Row
from valmentaja.store.full_days import refuse_new_in_full_day
from valmentaja.store.periods import refuse_backwards
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Value, Workbook, Writing
from valmentaja.texts.sorting import name_key

Detail = (
    Wish
    | Benefit
    | Disclosure
    | Supporter
    | SupporterContact
    | ServicePeriod
    | Concern
    | Placement
    | WorkSupport
    | PlacementLook
    | ReAgreement
    | StartMove
    | Leave
    | EmployerPerson
    | Lead
    | Activity
)

Given = str | int | bool | date | time | None
"""The value of a field as the model has it."""

Kind = TypeVar("Kind", bound=Detail)


@dataclass(frozen=True, slots=True)
class DetailKind:
    """A kind of such record: its dataclass, the column that says whose it is, and the order in which it is listed.

    `owner` is `None` where all of the kind are the coach's own.
    """

    record: type[Detail]
    owner: str | None
    order: str


DETAILS: Mapping[str, DetailKind] = {
    "wish": DetailKind(Wish, "client_id", "id"),
    "benefit": DetailKind(Benefit, "client_id", "notify_by IS NULL, notify_by, id"),
    "disclosure": DetailKind(Disclosure, "client_id", "employer_id IS NOT NULL, id"),
    "supporter": DetailKind(Supporter, "client_id", "name_key, id"),
    "supporter_contact": DetailKind(SupporterContact, "supporter_id", "day DESC, id DESC"),
    "service_period": DetailKind(ServicePeriod, "client_id", "from_on DESC, id DESC"),
    "concern": DetailKind(Concern, "client_id", "settled_on IS NOT NULL, seen_on DESC, id DESC"),
    "placement": DetailKind(Placement, "client_id", "start_on DESC, id DESC"),
    "work_support": DetailKind(WorkSupport, "placement_id", "id"),
    "placement_look": DetailKind(PlacementLook, "placement_id", "day, id"),
    "start_move": DetailKind(StartMove, "placement_id", "id"),
    "re_agreement": DetailKind(ReAgreement, "placement_id", "agreed_on, id"),
    "leave": DetailKind(Leave, None, "from_on DESC, id DESC"),
    "employer_person": DetailKind(EmployerPerson, "employer_id", "name_key, id"),
    "lead": DetailKind(
        Lead, "client_id", "answer IS NOT NULL, coalesce(interview_on, closes_on, added_on), id"
    ),
    "activity": DetailKind(Activity, None, "day DESC, id DESC"),
}

REMOVABLE = frozenset(DETAILS) - {"start_move"}
"""What can be taken away when it no longer holds; how a start was moved stays readable."""

TABLES: Mapping[type[object], str] = {declared.record: kind for kind, declared in DETAILS.items()}


def add_detail(
    book: Workbook, kind: str, *, owner_id: int | None, about: str, values: Mapping[str, Given]
) -> int:
    """The coach adds a record of the kind, as one change, and its id is given. `about` is whose it is, for the journal.

    `values` are by column. Raises CannotBeMet where a needed field is empty, or it would end before it begins,
    or its day would come to have more than 24 hours.
    """
    with book.change(f"{kind}_added", **_named(kind, about, values)) as writing:
        return insert_detail(writing, kind, owner_id=owner_id, values=values)


def insert_detail(writing: Writing, kind: str, *, owner_id: int | None, values: Mapping[str, Given]) -> int:
    """As `add_detail`, as part of a change."""
    stored = {column: stored_value(writing, kind, column, value) for column, value in values.items()}
    for field in FIELDS[kind]:
        if field.needed and stored.get(field.column) is None:
            raise CannotBeMet("field.needed", field=field.name)
    refuse_backwards(kind, stored)
    refuse_new_in_full_day(writing.book, kind, stored)
    record_id = writing.new_record(kind)
    owner = DETAILS[kind].owner
    whose = {} if owner is None else {owner: owner_id}
    writing.insert(kind, id=record_id, revision=writing.id, **whose, **_with_keys(kind, stored))
    return record_id


def _named(kind: str, about: str, values: Mapping[str, Given] | Row) -> dict[str, str]:
    """How the journal names the record: by whom it is about, or, where it is nobody's, by its day."""
    if DETAILS[kind].owner is not None:
        return {"about": about}
    return {"day": str(values["day" if kind == "activity" else "from_on"])}


def update_detail(writing: Writing, kind: str, record_id: int, values: Mapping[str, Given]) -> None:
    """Writes several fields of one record as part of a change. `values` are by column.

    Raises CannotBeMet when there is no such record, or it would end before it begins.
    """
    stored = {column: stored_value(writing, kind, column, value) for column, value in values.items()}
    refuse_backwards(kind, {**dict(_owner(writing.book, kind, record_id)), **stored})
    writing.update(kind, record_id, revision=writing.id, **_with_keys(kind, stored))


def change_detail(
    book: Workbook, kind: str, record_id: int, values: Mapping[str, Given], *, what: str, about: str
) -> None:
    """Several fields of one record change at once, as the change `what`. `about` is whose it is, for the journal."""
    with book.change(what, about=about) as writing:
        update_detail(writing, kind, record_id, values)


def remove_detail(book: Workbook, kind: str, record_id: int, *, about: str) -> None:
    """The coach takes the record away with what hangs on it; undo brings all of it back.

    `about` is whose it is, for the journal; of nobody's, it is named itself. Raises CannotBeMet when it is not there.
    """
    before = _owner(book, kind, record_id)
    about = about or label_of_owner(book, before)
    with book.change(f"{kind}_removed", **_named(kind, about, before)):
        for hanging, declared in DETAILS.items():
            if declared.owner == f"{kind}_id":
                book.execute(f"DELETE FROM {hanging} WHERE {declared.owner} = ?", (record_id,))
        if book.execute(f"DELETE FROM {kind} WHERE id = ?", (record_id,)).rowcount == 0:
            raise CannotBeMet("record.unknown", id=record_id)


def detail_with(book: Workbook, record: type[Kind], record_id: int) -> Kind:
    """The record with the id. Raises CannotBeMet when there is none of its kind."""
    row = book.row(f"SELECT * FROM {TABLES[record]} WHERE id = ?", (record_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=record_id)
    return record_of(record, row)


def details_of(book: Workbook, record: type[Kind], owner_id: int | None) -> tuple[Kind, ...]:
    """All of the owner's records of the kind, in the order in which they are listed."""
    table = TABLES[record]
    declared = DETAILS[table]
    condition, whose = ("1", ()) if declared.owner is None else (f"{declared.owner} IS ?", (owner_id,))
    rows = book.rows(f"SELECT * FROM {table} WHERE {condition} ORDER BY {declared.order}", whose)
    return tuple(record_of(record, row) for row in rows)


def label_of_owner(book: Workbook, row: Row) -> str:
    """Whom a record is about, as the journal names them: the client, or the one of the coach's own network.

    The employer whose person it is; "" for the coach's own leave and activities.
    """
    columns = tuple(row.keys())
    if "placement_id" in columns:
        return label_of_owner(book, _owner(book, "placement", row["placement_id"]))
    if "supporter_id" in columns:
        return str(_owner(book, "supporter", row["supporter_id"])["name"])
    if "client_id" in columns and row["client_id"] is not None:
        owner = _owner(book, "client", row["client_id"])
        return str(owner["name"] or owner["code"])
    if "client_id" not in columns and "employer_id" in columns:
        return str(_owner(book, "employer", row["employer_id"])["name"])
    return str(row["name"]) if "name" in columns else ""


def _owner(book: Workbook, table: str, record_id: int) -> Row:
    row = book.row(f"SELECT * FROM {table} WHERE id = ?", (record_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=record_id)
    return row


def stored_value(writing: Writing, kind: str, column: str, value: Given) -> Value:
    """The value as its column holds it: days and times as ISO text, text tidied."""
    field = _field_of(kind, column)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and field is not None:
        if field.kind is FieldKind.NAME:
            return writing.name(value) if value.strip() else None
        if field.kind is FieldKind.TEXT:
            return writing.text(value)
    return value


def _field_of(kind: str, column: str) -> Field | None:
    return next((field for field in FIELDS[kind] if field.column == column), None)


def _with_keys(kind: str, stored: Mapping[str, Value]) -> dict[str, Value]:
    """The columns with, beside each name, the key that it is found and sorted by."""
    keys = {
        f"{column}_key": name_key(str(value)) if value is not None else None
        for column, value in stored.items()
        if (field := _field_of(kind, column)) is not None and field.kind is FieldKind.NAME and field.is_keyed
    }
    return {**stored, **keys}

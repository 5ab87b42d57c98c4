"""Changes one field of a record of any kind, and whatever follows from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.change import Draft
from valmentaja.rules.fields import Field, FieldKind
from valmentaja.rules.refusals import refuse_ahead
from valmentaja.rules.written import name_written, written
from valmentaja.store.appointments import appointment
from valmentaja.store.clients import client
from valmentaja.store.codes_only import refuse_client_name
from valmentaja.store.connection import Row
from valmentaja.store.contacts import client_contact, renew_attendance
from valmentaja.store.details import DETAILS, label_of_owner
from valmentaja.store.drafts import SettledElsewhere, drop_draft, forget_draft
from valmentaja.store.employer_merging import merged_into
from valmentaja.store.employers import employer
from valmentaja.store.field_history import field_moved
from valmentaja.store.full_days import refuse_overfilling
from valmentaja.store.work_contradictions import note_terms, refuse_work_contradictions
from valmentaja.store.workbook import Value, Workbook, Writing
from valmentaja.texts.shown import LONGEST_NAMED, one_line
from valmentaja.texts.sorting import name_key

_SAYS_WHO_WAS_THERE = frozenset({"date", "way", "reached", "client", "present"})


def change_field(
    book: Workbook, kind: str, record_id: int, field: Field, value: Value, *, today: date | None = None
) -> None:
    """The coach changes a field of the record. `value` is as the column holds it, `None` empties the field.

    `today` is the day of the change, by the workbook's clock unless said.

    Raises CannotBeMet when the value cannot stand beside what else the record says, and WrongUsage for a number
    that the field does not take.
    """
    with changing(book, kind, record_id, field) as writing:
        write_field(writing, kind, record_id, field, value, today=today)


@contextmanager
def changing(book: Workbook, kind: str, record_id: int, field: Field) -> Iterator[Writing]:
    """The change "this field of this record", open for writing."""
    what, names = _named(book, kind, _row(book, kind, record_id))
    with book.change(what, kind=kind, field=field.name, **names) as writing:
        yield writing


def write_field(
    writing: Writing, kind: str, record_id: int, field: Field, value: Value, *, today: date | None = None
) -> None:
    """Writes the field, and what follows from it, as part of a change. `today` as in `change_field`."""
    before = _row(writing.book, kind, record_id)
    stored = _stored(writing, field, value)
    if stored is None and field.needed:
        raise CannotBeMet("field.needed", field=field.name)
    _refuse_contradictions(writing.book, kind, before, field, stored)
    if kind == "appointment" and field.name == "date" and before["contact_id"] is not None:
        refuse_ahead(date.fromisoformat(str(stored)), today or writing.book.now().date())
    writing.update(kind, record_id, revision=writing.id, **{field.column: stored}, **_keys(field, stored))
    _follow(writing, kind, before, field, stored)
    if kind == "placement" and field.name in ("hours", "pay") and stored != before[field.column]:
        note_terms(writing, record_id, today or writing.book.now().date())


def settle_field_draft(book: Workbook, draft: Draft, kind: str, record_id: int, field: Field) -> bool:
    """What was being typed in a text field of a record becomes its value, and the draft, which has been kept, is gone.

    One change; none where the field holds that text already. False, and nothing is touched, when the field was
    written meanwhile from elsewhere: then the field's text and the draft are both there to be shown side by
    side. What was written in other fields of the record stays. Of an employer who has become part of another meanwhile
    the text goes to the other. Raises CannotBeMet as `change_field` does, also when
    the record is gone; the draft stays.
    """
    if kind == "employer" and field.kind is FieldKind.TEXT and (kept_id := merged_into(book, record_id)):
        return _settle_after(book, draft, kept_id, field)
    before = _row(book, kind, record_id)
    if _plain(field, draft.text) == (before[field.column] or None):
        drop_draft(book, draft.place, draft.window)
        return True
    try:
        with changing(book, kind, record_id, field) as writing:
            forget_draft(writing, draft)
            if field_moved(book, kind, record_id, field, draft.began_from):
                raise _WrittenMeanwhile
            write_field(writing, kind, record_id, field, draft.text)
    except SettledElsewhere:
        return True
    except _WrittenMeanwhile:
        return False
    return True


def _settle_after(book: Workbook, draft: Draft, employer_id: int, field: Field) -> bool:
    """What was being typed of an employer merged meanwhile stands after what the kept one holds."""
    held, typed = str(getattr(employer(book, employer_id), field.column) or ""), _plain(field, draft.text)
    if typed is None or typed in held:
        drop_draft(book, draft.place, draft.window)
        return True
    try:
        with changing(book, "employer", employer_id, field) as writing:
            forget_draft(writing, draft)
            write_field(writing, "employer", employer_id, field, f"{held}\n\n{typed}" if held else typed)
    except SettledElsewhere:
        return True
    return True


class _WrittenMeanwhile(Exception):
    """Seen inside the change, since another window may have written a moment ago; it takes the change back."""


def _plain(field: Field, typed: str) -> str | None:
    """The text as the field would hold it, `None` for nothing."""
    if not typed.strip():
        return None
    return (name_written if field.kind is FieldKind.NAME else written)(typed).text


def _row(book: Workbook, kind: str, record_id: int) -> Row:
    row = book.row(f"SELECT * FROM {kind} WHERE id = ?", (record_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=record_id)
    return row


def _named(book: Workbook, kind: str, row: Row) -> tuple[str, dict[str, str]]:
    """How the journal names the record: by a name where it has one, and by its day where it has one."""
    if kind in ("leave", "activity"):
        return "day_changed", {"day": row["from_on" if kind == "leave" else "day"]}
    name = _name(book, kind, row)
    if "day" not in tuple(row.keys()):
        return "record_changed", {"record": name}
    return (
        ("contact_changed", {"record": name, "day": row["day"]})
        if name
        else ("day_changed", {"day": row["day"]})
    )


def _name(book: Workbook, kind: str, row: Row) -> str:
    match kind:
        case "client":
            name = row["name"] or row["code"]
        case "employer_contact":
            name = employer(book, row["employer_id"]).name if row["employer_id"] else ""
        case "client_contact":
            name = ", ".join(client(book, one).label for one in client_contact(book, row["id"]).client_ids)
        case "appointment":
            name = ", ".join(client(book, one).label for one in appointment(book, row["id"]).client_ids)
        case "client_group":
            name = row["name"]
        case "diary_entry":
            name = ""
        case kind if kind in DETAILS:
            name = label_of_owner(book, row)
        case _:
            name = row[{"employer": "name", "next_step": "text", "snooze": "because"}[kind]]
    return one_line(str(name), LONGEST_NAMED)


def _stored(writing: Writing, field: Field, value: Value) -> Value:
    if isinstance(value, int):
        _refuse_outside(field, value)
    if not isinstance(value, str):
        return value
    if field.kind is FieldKind.NAME:
        return writing.name(value) if value.strip() else None
    if field.kind is FieldKind.TEXT:
        return writing.text(value)
    return value


def _refuse_outside(field: Field, value: int) -> None:
    if field.kind is FieldKind.NUMBER and not field.least <= value <= field.most:
        raise WrongUsage("value.number", option=field.name, value=value, least=field.least, most=field.most)


def _keys(field: Field, stored: Value) -> dict[str, Value]:
    if not field.is_keyed:
        return {}
    return {f"{field.column}_key": name_key(str(stored)) if stored is not None else None}


def _refuse_contradictions(book: Workbook, kind: str, before: Row, field: Field, stored: Value) -> None:
    if kind == "client" and field.name == "name":
        refuse_client_name(book, str(stored or ""))
    if kind == "client" and field.name == "code":
        taken = book.row(
            "SELECT 1 FROM client WHERE code_key = ? AND id <> ?", (name_key(str(stored)), before["id"])
        )
        if taken:
            raise CannotBeMet("client.code_taken", code=str(stored))
    if kind == "client" and field.name == "start" and before["ended_on"] and str(stored) > before["ended_on"]:
        raise CannotBeMet("client.starts_after_end")
    if kind == "diary_entry" and field.name == "date" and _day_is_taken(book, before, stored):
        raise CannotBeMet("diary.day_taken")
    if kind == "employer_contact" and _leaves_nobody_present(before, field, stored):
        raise CannotBeMet("contact.present_without_client")
    refuse_work_contradictions(book, kind, before, field, stored)
    refuse_overfilling(book, kind, before, field.column, stored)


def _day_is_taken(book: Workbook, before: Row, day: Value) -> bool:
    return book.row("SELECT 1 FROM diary_entry WHERE day = ? AND id <> ?", (day, before["id"])) is not None


def _leaves_nobody_present(before: Row, field: Field, stored: Value) -> bool:
    if field.name == "present":
        return bool(stored) and before["client_id"] is None
    return field.name == "client" and stored is None and bool(before["present"])


def _follow(writing: Writing, kind: str, before: Row, field: Field, stored: Value) -> None:
    """What follows: who was at a contact, whose its next step is, the day the first phase began, a leave to look at."""
    if kind in ("employer_contact", "client_contact") and field.name in _SAYS_WHO_WAS_THERE:
        renew_attendance(writing, before["id"], kind)
    if kind == "employer_contact" and field.name in ("client", "employer") and stored is not None:
        _take_step_along(writing, before, field, stored)
    if kind == "client" and field.name == "start":
        _move_first_phase(writing, before, str(stored))
    if kind == "leave" and field.name in ("from", "until") and stored != before[field.column]:
        writing.update("leave", before["id"], looked_on=None)  # other things fall in it now


def _take_step_along(writing: Writing, contact: Row, field: Field, stored: Value) -> None:
    """The step agreed at a contact is about whom the contact is about."""
    step = writing.book.row(
        f"SELECT id FROM next_step WHERE contact_id = ? AND {field.column} IS ?",
        (contact["id"], contact[field.column]),
    )
    if step is not None:
        writing.update("next_step", step["id"], revision=writing.id, **{field.column: stored})


def _move_first_phase(writing: Writing, client: Row, start_on: str) -> None:
    first = writing.book.row(
        "SELECT id, entered_on, left_on FROM client_phase WHERE client_id = ? ORDER BY id", (client["id"],)
    )
    if first is None or first["entered_on"] != client["start_on"]:
        return
    if first["left_on"] is not None and start_on > first["left_on"]:
        raise CannotBeMet("client.starts_after_phase", day=date.fromisoformat(first["left_on"]))
    writing.update("client_phase", first["id"], entered_on=start_on)

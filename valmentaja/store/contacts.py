"""Contacts in the workbook: with employers and with clients, and who was there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet
from valmentaja.model.activity import TimePlace
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.rules.refusals import refuse_minutes, refuse_nobody_met
from valmentaja.store.connection import Row
from valmentaja.store.employers import insert_employer
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing
from valmentaja.texts.sorting import name_key

if TYPE_CHECKING:
    from valmentaja.model.client_contact import ClientContact
    from valmentaja.store.steps import StepWords

_SEEN = {
    EmployerContactWay.MEETING,
    EmployerContactWay.VIDEO,
    ClientContactWay.IN_PERSON,
    ClientContactWay.VIDEO,
}


@dataclass(frozen=True, slots=True)
class EmployerContactWords:
    """An employer contact as the coach tells of it. `new_employer`: a name to add to the book with it.

    `namesake_meant`: it is added even if an employer of that name is there.
    """

    day: date
    way: EmployerContactWay = EmployerContactWay.MEETING
    at: time | None = None
    employer_id: int | None = None
    new_employer: str | None = None
    namesake_meant: bool = False
    client_id: int | None = None
    present: bool = False
    who: str | None = None
    made_by: MadeBy = MadeBy.COACH
    purpose: Purpose | None = None
    outcome: str | None = None
    minutes: int | None = None
    note: str | None = None
    place: TimePlace | None = None
    travel_minutes: int | None = None
    kilometres: int | None = None


def log_employer_contact(
    book: Workbook, words: EmployerContactWords, *, employer_label: str, next_step: "StepWords | None" = None
) -> EmployerContact:
    """The coach logs a contact with an employer, with the employer if new and the next step if agreed: one change.

    `employer_label` names the employer in the journal, empty for an unnamed one. Raises CannotBeMet when a client
    is said to have been present, but not who, and for minutes that no day has.
    """
    if words.present and words.client_id is None:
        raise CannotBeMet("contact.present_without_client")
    refuse_minutes(words.minutes)
    what = "employer_contact_logged" if employer_label else "unnamed_contact_logged"
    with book.change(what, employer=employer_label, day=words.day.isoformat()) as writing:
        employer_id = words.employer_id
        if words.new_employer is not None:
            employer_id = _added_employer(writing, words.new_employer, words)
        contact_id = insert_employer_contact(writing, words, employer_id)
        if next_step is not None:
            from valmentaja.store.steps import insert_step  # most contacts agree none

            insert_step(
                writing, next_step, client_id=words.client_id, employer_id=employer_id, contact_id=contact_id
            )
    return employer_contact(book, contact_id)


def _added_employer(writing: Writing, name: str, words: EmployerContactWords) -> int:
    """The new employer; one of that name that another window has added a moment ago is the same."""
    if not words.namesake_meant:
        same = writing.book.row("SELECT id FROM employer WHERE name_key = ?", (name_key(name),))
        if same is not None:
            return int(same["id"])
    return insert_employer(writing, name, words.day)


def insert_employer_contact(writing: Writing, words: EmployerContactWords, employer_id: int | None) -> int:
    """Writes an employer contact, and that the client was there, as part of a change; gives its id."""
    contact_id = writing.new_record("employer_contact")
    writing.insert(
        "employer_contact",
        id=contact_id,
        revision=writing.id,
        day=words.day.isoformat(),
        at=_clock(words.at),
        employer_id=employer_id,
        client_id=words.client_id,
        present=int(words.present),
        who=writing.text(words.who),
        made_by=words.made_by,
        way=words.way,
        purpose=words.purpose,
        outcome=writing.text(words.outcome),
        minutes=words.minutes,
        note=writing.text(words.note),
        **_where(words),
    )
    if words.present and words.client_id is not None:
        _attend(writing, contact_id, words.client_id, words.day, reached=True, seen=words.way in _SEEN)
    return contact_id


@dataclass(frozen=True, slots=True)
class ClientContactWords:
    """A contact with clients as the coach tells of it; not `reached`: a missed meeting, or no answer."""

    day: date
    way: ClientContactWay
    reached: bool
    at: time | None = None
    topic: str | None = None
    minutes: int | None = None
    note: str | None = None
    place: TimePlace | None = None
    travel_minutes: int | None = None
    kilometres: int | None = None


def log_client_contact(
    book: Workbook,
    *,
    clients: Sequence[tuple[int, str]],
    day: date,
    way: ClientContactWay,
    reached: bool,
    at: time | None = None,
    topic: str | None = None,
    minutes: int | None = None,
    note: str | None = None,
    place: TimePlace | None = None,
    travel_minutes: int | None = None,
    kilometres: int | None = None,
) -> "ClientContact":
    """The coach logs a contact with one client or a group (`clients`: id and label), or that it did not come about.

    Raises CannotBeMet for a contact with nobody, and for minutes that no day has.
    """
    refuse_nobody_met(clients)
    refuse_minutes(minutes)
    words = ClientContactWords(day, way, reached, at, topic, minutes, note, place, travel_minutes, kilometres)
    what = "client_contact_logged" if reached else "client_not_reached"
    with book.change(what, client=", ".join(label for _, label in clients), day=day.isoformat()) as writing:
        contact_id = insert_client_contact(writing, words, [client_id for client_id, _ in clients])
    return client_contact(book, contact_id)


def insert_client_contact(writing: Writing, words: ClientContactWords, client_ids: Iterable[int]) -> int:
    """Writes a contact with the clients as part of a change, and gives its id."""
    contact_id = writing.new_record("client_contact")
    writing.insert(
        "client_contact",
        id=contact_id,
        revision=writing.id,
        day=words.day.isoformat(),
        at=_clock(words.at),
        way=words.way,
        reached=int(words.reached),
        topic=writing.text(words.topic),
        minutes=words.minutes,
        note=writing.text(words.note),
        **_where(words),
    )
    seen = words.reached and words.way in _SEEN
    for client_id in dict.fromkeys(client_ids):
        _attend(writing, contact_id, client_id, words.day, reached=words.reached, seen=seen)
    return contact_id


def _where(words: "EmployerContactWords | ClientContactWords") -> dict[str, str | int]:
    """Where it was, and the way there, as far as it was said."""
    told = {name: getattr(words, name) for name in ("place", "travel_minutes", "kilometres")}
    return {name: value for name, value in told.items() if value is not None}


def _attend(
    writing: Writing, contact_id: int, client_id: int, day: date, *, reached: bool, seen: bool
) -> None:
    writing.insert(
        "attendance",
        contact_id=contact_id,
        client_id=client_id,
        day=day.isoformat(),
        reached=int(reached),
        seen=int(seen),
    )


def renew_attendance(writing: Writing, contact_id: int, kind: str) -> None:
    """After a contact was changed: says anew who was there, when, and whether they were seen."""
    if kind == "client_contact":
        met = client_contact(writing.book, contact_id)
        _replace_attendance(writing, contact_id, met.client_ids, met.day, met.reached, met.way)
    else:
        held = employer_contact(writing.book, contact_id)
        there = (held.client_id,) if held.present and held.client_id is not None else ()
        _replace_attendance(writing, contact_id, there, held.day, True, held.way)


def _replace_attendance(
    writing: Writing,
    contact_id: int,
    clients: Sequence[int],
    day: date,
    reached: bool,
    way: EmployerContactWay | ClientContactWay,
) -> None:
    writing.book.execute("DELETE FROM attendance WHERE contact_id = ?", (contact_id,))
    for client_id in clients:
        _attend(writing, contact_id, client_id, day, reached=reached, seen=reached and way in _SEEN)


def employer_contact(book: Workbook, contact_id: int) -> EmployerContact:
    """The employer contact with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM employer_contact WHERE id = ?", (contact_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=contact_id)
    return _employer_contact(row)


def client_contact(book: Workbook, contact_id: int) -> "ClientContact":
    """The client contact with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM client_contact WHERE id = ?", (contact_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=contact_id)
    return _client_contact(book, row)


def employer_contacts_with(book: Workbook, employer_id: int, most: int) -> tuple[EmployerContact, ...]:
    """The newest contacts with the employer, newest first."""
    rows = book.rows(
        "SELECT * FROM employer_contact WHERE employer_id = ? ORDER BY day DESC, id DESC LIMIT ?",
        (employer_id, most),
    )
    return tuple(_employer_contact(row) for row in rows)


def employer_contacts_between(book: Workbook, first: date, last: date) -> tuple[EmployerContact, ...]:
    """The employer contacts of the days, both included, in the order of their days and times."""
    rows = book.rows(
        """SELECT * FROM employer_contact WHERE day BETWEEN ? AND ?
        ORDER BY day, at IS NULL, at, id""",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(_employer_contact(row) for row in rows)


def employer_contacts_for(book: Workbook, client_id: int, most: int) -> tuple[EmployerContact, ...]:
    """The newest employer contacts for the client, newest first."""
    rows = book.rows(
        "SELECT * FROM employer_contact WHERE client_id = ? ORDER BY day DESC, id DESC LIMIT ?",
        (client_id, most),
    )
    return tuple(_employer_contact(row) for row in rows)


def client_contacts_with(book: Workbook, client_id: int, most: int) -> "tuple[ClientContact, ...]":
    """The newest contacts with the client, those that did not come about included, newest first."""
    rows = book.rows(
        """SELECT client_contact.* FROM attendance JOIN client_contact ON client_contact.id = attendance.contact_id
        WHERE attendance.client_id = ? ORDER BY attendance.day DESC, attendance.contact_id DESC LIMIT ?""",
        (client_id, most),
    )
    return tuple(_client_contact(book, row) for row in rows)


def step_agreed_at(book: Workbook, contact_id: int) -> int | None:
    """The id of the step agreed at the contact, if one was."""
    row = book.row("SELECT id FROM next_step WHERE contact_id = ?", (contact_id,))
    return int(row["id"]) if row else None


def contact_count(book: Workbook, employer_id: int, until: date) -> int:
    """How many contacts there have been with the employer by the day."""
    row = book.row(
        "SELECT count(*) FROM employer_contact WHERE employer_id = ? AND day <= ?",
        (employer_id, until.isoformat()),
    )
    return int(row[0]) if row else 0


def _employer_contact(row: Row) -> EmployerContact:
    return record_of(EmployerContact, row)


def _client_contact(book: Workbook, row: Row) -> "ClientContact":
    from valmentaja.model.client_contact import ClientContact  # not for a contact with an employer

    there = book.rows("SELECT client_id FROM attendance WHERE contact_id = ? ORDER BY id", (row["id"],))
    return record_of(ClientContact, row, client_ids=tuple(int(one["client_id"]) for one in there))


def _clock(at: time | None) -> str | None:
    return at.isoformat(timespec="minutes") if at else None

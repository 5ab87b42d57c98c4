"""Clients in the workbook: added, moved from phase to phase, ended, read."""

from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.store.codes_only import refuse_client_name
from valmentaja.store.connection import Row
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing
from valmentaja.texts.sorting import name_key

ENDED = "ended"
_CLIENT = """SELECT client.*, coalesce((
    SELECT phase FROM client_phase WHERE client_id = client.id AND left_on IS NULL AND main = 1
), 'ended') AS phase FROM client"""
# In the phase of the day `?1`; before the start in the first one.
_CLIENT_ON = """SELECT client.*, coalesce((
    SELECT phase FROM client_phase WHERE client_id = client.id AND main = 1 AND entered_on <= ?1
    AND (left_on IS NULL OR left_on > ?1) ORDER BY id DESC LIMIT 1
), (
    SELECT phase FROM client_phase WHERE client_id = client.id AND main = 1 ORDER BY id LIMIT 1
), 'ended') AS phase FROM client"""


def add_client(book: Workbook, *, name: str | None, code: str | None, start_on: date, phase: str) -> Client:
    """The coach takes a client on the caseload. Without a code the next free one is given (V1, V2, …).

    Raises CannotBeMet when neither name nor code is given, the code is another client's, or a name is given while
    only codes are kept.
    """
    refuse_client_name(book, name)
    if not (name and name.strip()) and not (code and code.strip()):
        raise CannotBeMet("client.nameless")
    with book.change("client_added", client=(name or code or "").strip()) as writing:
        client_id = writing.new_record("client")
        given = writing.name(code) if code and code.strip() else _free_code(book)
        if book.row("SELECT 1 FROM client WHERE code_key = ?", (name_key(given),)):
            raise CannotBeMet("client.code_taken", code=given)
        called = writing.name(name) if name and name.strip() else None
        writing.insert(
            "client",
            id=client_id,
            revision=writing.id,
            code=given,
            code_key=name_key(given),
            name=called,
            name_key=name_key(called) if called else None,
            start_on=start_on.isoformat(),
        )
        _enter_phase(writing, client_id, phase, start_on)
    return client(book, client_id)


def _free_code(book: Workbook) -> str:
    number = int((book.row("SELECT count(*) FROM client") or [0])[0]) + 1
    while book.row("SELECT 1 FROM client WHERE code_key = ?", (f"v{number}",)):
        number += 1
    return f"V{number}"


def move_to_phase(book: Workbook, client_id: int, phase: str, day: date) -> Client:
    """The client's main phase changes on the day. Raises CannotBeMet on a day before the phase now began."""
    label = client(book, client_id).label
    with book.change("client_phase", client=label, phase=phase, day=day.isoformat()) as writing:
        _refuse_ended(book, client_id)
        second = _open_stay(book, client_id, phase)
        if second is not None and not second["main"]:  # what ran beside becomes the main one
            _close_stay(writing, second, day)
        _leave_main_phase(book, writing, client_id, day)
        _enter_phase(writing, client_id, phase, day)
        writing.update("client", client_id, revision=writing.id)
    return client(book, client_id)


def enter_second_phase(book: Workbook, client_id: int, phase: str, day: date) -> Client:
    """The client is in another phase too, beside the main one, from the day on (method.md §5).

    Raises CannotBeMet when the client is in it already, or the cooperation has ended.
    """
    label = client(book, client_id).label
    with book.change("client_second_phase", client=label, phase=phase, day=day.isoformat()) as writing:
        _refuse_ended(book, client_id)
        if _open_stay(book, client_id, phase) is not None:
            raise CannotBeMet("phase.already_in")
        _enter_phase(writing, client_id, phase, day, is_main=False)
        writing.update("client", client_id, revision=writing.id)
    return client(book, client_id)


def leave_second_phase(book: Workbook, client_id: int, phase: str, day: date) -> Client:
    """The client leaves a phase that is not the main one. Raises CannotBeMet when it is, or they are not in it."""
    label = client(book, client_id).label
    with book.change("client_phase_left", client=label, phase=phase, day=day.isoformat()) as writing:
        stay = _open_stay(book, client_id, phase)
        if stay is None or stay["main"]:
            raise CannotBeMet("phase.not_second")
        _close_stay(writing, stay, day)
        writing.update("client", client_id, revision=writing.id)
    return client(book, client_id)


def _open_stay(book: Workbook, client_id: int, phase: str) -> Row | None:
    return book.row(
        "SELECT * FROM client_phase WHERE client_id = ? AND phase = ? AND left_on IS NULL", (client_id, phase)
    )


def _close_stay(writing: Writing, stay: Row, day: date) -> None:
    if day.isoformat() < stay["entered_on"]:
        raise CannotBeMet("phase.before_entered", day=date.fromisoformat(stay["entered_on"]))
    writing.update("client_phase", stay["id"], left_on=day.isoformat())


def end_client(
    book: Workbook, client_id: int, *, day: date, reason: str, carried_on_by: str | None
) -> Client:
    """The cooperation ends, with its reason, and with who carries on where that is known."""
    before = client(book, client_id)
    if day < before.start_on:
        raise CannotBeMet("client.ends_before_start", start=before.start_on)
    with book.change("client_ended", client=before.label, day=day.isoformat()) as writing:
        _refuse_ended(book, client_id)
        _leave_all_phases(book, writing, client_id, day)
        _enter_phase(writing, client_id, ENDED, day)
        writing.update(
            "client",
            client_id,
            ended_on=day.isoformat(),
            end_reason=writing.needed_text(reason),
            carried_on_by=writing.text(carried_on_by),
            revision=writing.id,
        )
    return client(book, client_id)


def _refuse_ended(book: Workbook, client_id: int) -> None:
    """Asked inside the change, since another window may have ended the cooperation a moment ago."""
    held = client(book, client_id)
    if held.ended_on is not None:
        raise CannotBeMet("client.ended", name=held.label)


def _leave_main_phase(book: Workbook, writing: Writing, client_id: int, day: date) -> None:
    for stay in book.rows(
        "SELECT * FROM client_phase WHERE client_id = ? AND left_on IS NULL AND main = 1", (client_id,)
    ):
        _close_stay(writing, stay, day)


def _leave_all_phases(book: Workbook, writing: Writing, client_id: int, day: date) -> None:
    for stay in book.rows("SELECT * FROM client_phase WHERE client_id = ? AND left_on IS NULL", (client_id,)):
        _close_stay(writing, stay, day)


def _enter_phase(writing: Writing, client_id: int, phase: str, day: date, *, is_main: bool = True) -> None:
    writing.insert(
        "client_phase", client_id=client_id, phase=phase, entered_on=day.isoformat(), main=int(is_main)
    )


def client(book: Workbook, client_id: int) -> Client:
    """The client with the id. Raises CannotBeMet when there is none."""
    row = book.row(f"{_CLIENT} WHERE client.id = ?", (client_id,))
    if row is None:
        raise CannotBeMet("client.unknown", name=str(client_id))
    return client_of(row)


def clients_on_caseload(book: Workbook, day: date) -> tuple[Client, ...]:
    """The clients who have not ended by the day, by name (those with a code only by code), in the phase of the day."""
    rows = book.rows(f"{_CLIENT_ON} WHERE ended_on IS NULL OR ended_on > ?1 {_BY_NAME}", (day.isoformat(),))
    return tuple(client_of(row) for row in rows)


def all_clients(book: Workbook) -> tuple[Client, ...]:
    """Every client there ever was, by name."""
    return tuple(client_of(row) for row in book.rows(f"{_CLIENT} {_BY_NAME}"))


_BY_NAME = "ORDER BY coalesce(name_key, code_key), id"


def client_of(row: Row) -> Client:
    """The record of a row that has the columns of `client`, and `phase`."""
    return record_of(Client, row)


def day_or_none(text: str | None) -> date | None:
    """The day of an ISO text from the workbook."""
    return date.fromisoformat(text) if text else None

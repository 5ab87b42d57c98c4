"""What the commands of the records that tell more of a client share: adding one, changing one, telling of several."""

from collections.abc import Iterable

from valmentaja.cli import life_json, life_lines, output, values
from valmentaja.cli.session import Session
from valmentaja.desks.details import DetailLine, detail_line
from valmentaja.errors import CannotBeMet
from valmentaja.store.clients import client
from valmentaja.store.details import Given, add_detail, change_detail
from valmentaja.store.lookup import kind_of


def add(session: Session, kind: str, client_id: int, given: dict[str, Given]) -> None:
    """Adds a record of the client's, and tells of it."""
    about = client(session.book, client_id).label
    answer(session, kind, add_detail(session.book, kind, owner_id=client_id, about=about, values=given))


def change(session: Session, kind: str, typed_id: str, given: dict[str, Given], what: str) -> None:
    """Changes several fields of one record of the kind at once, as the change `what`, and tells of it."""
    record_id = id_of(session, kind, typed_id)
    about = detail_line(session.book, kind, record_id).client
    change_detail(session.book, kind, record_id, given, what=what, about=about.label if about else "")
    answer(session, kind, record_id, "detail.changed")


def id_of(session: Session, kind: str, typed: str) -> int:
    """The number of a record of the kind. Raises CannotBeMet when another record has it, or none."""
    record_id = values.record_id(typed)
    if kind_of(session.book, record_id) != kind:
        raise CannotBeMet(f"{kind}.not_one", id=record_id)
    return record_id


def answer(session: Session, kind: str, record_id: int, key: str = "detail.added") -> None:
    """The record after a change: as JSON, or in a line."""
    tell_one(session, detail_line(session.book, kind, record_id), key)


def tell_one(session: Session, line: DetailLine, key: str) -> None:
    """The record as JSON, or in a line that says what became of it."""
    if session.json:
        output.data(life_json.detail_of(line))
    else:
        output.line(session.texts(key, record=life_lines.detail(session.texts, line)))


def tell_all(session: Session, found: Iterable[DetailLine], none_key: str) -> None:
    """The records as a JSON list, or a line each; where there are none, that is said."""
    held = tuple(found)
    if session.json:
        output.data([life_json.detail_of(line) for line in held])
        return
    for line in held:
        output.line(life_lines.detail(session.texts, line))
    if not held:
        output.line(session.texts(none_key))

"""`edit`: changes one field of a record of any kind, by its number."""

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.changing import change_named_field
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.records import client_contact_line, employer_contact_line, step_line
from valmentaja.store.clients import client
from valmentaja.store.diary import diary_entry_with
from valmentaja.store.employers import employer
from valmentaja.store.lookup import kind_of
from valmentaja.store.snoozes import snooze_with

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost 2 ms
if TYPE_CHECKING:
    from typing import TypeAlias

    from valmentaja.cli.output import Json

    Told: TypeAlias = tuple[dict[str, Json], str]


def edit_arguments(parser: Parser) -> None:
    """Options of `edit`."""
    parser.one("id", help_key="record_id")
    parser.one("field", help_key="field")
    parser.words("value", help_key="value")


def edit(session: Session, options: Options) -> None:
    """Changes the field, and shows the record as it is now."""
    record_id = values.record_id(options.id)
    kind = kind_of(session.book, record_id)
    change_named_field(session, kind, record_id, options.field, options.value)
    told, line = _TOLD[kind](session, record_id)
    if session.json:
        output.data(told)
    else:
        output.line(session.texts("edit.changed", record=line))


def _client(session: Session, record_id: int) -> "Told":
    held = client(session.book, record_id)
    return as_json.client(held), lines.client_label(session.texts, held)


def _employer(session: Session, record_id: int) -> "Told":
    held = employer(session.book, record_id)
    return as_json.employer(held), held.name


def _employer_contact(session: Session, record_id: int) -> "Told":
    line = employer_contact_line(session.book, record_id)
    return as_json.employer_contact(line), lines.employer_contact(session.texts, line)


def _client_contact(session: Session, record_id: int) -> "Told":
    line = client_contact_line(session.book, record_id)
    return as_json.client_contact(line), lines.client_contact(session.texts, line)


def _step(session: Session, record_id: int) -> "Told":
    line = step_line(session.book, record_id)
    return as_json.step(line), lines.step(session.texts, line)


def _snooze(session: Session, record_id: int) -> "Told":
    held = snooze_with(session.book, record_id)
    about = client(session.book, held.client_id)
    line = session.texts("snooze.put", name=about.label, until=held.until, because=held.because)
    return as_json.snooze(held, about), line


def _diary_entry(session: Session, record_id: int) -> "Told":
    entry = diary_entry_with(session.book, record_id)
    return as_json.diary_entry(entry), session.texts.date(entry.day)


_TOLD = {
    "client": _client,
    "employer": _employer,
    "employer_contact": _employer_contact,
    "client_contact": _client_contact,
    "next_step": _step,
    "snooze": _snooze,
    "diary_entry": _diary_entry,
}
"""How a record of each kind is told: as JSON and in a line."""

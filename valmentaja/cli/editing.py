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
    from valmentaja.cli.output import Json


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
    told, line = _record(session, kind, record_id)
    if session.json:
        output.data(told)
    else:
        output.line(session.texts("edit.changed", record=line))


def _record(session: Session, kind: str, record_id: int) -> "tuple[Json, str]":
    """The record as JSON and in a line."""
    book, texts = session.book, session.texts
    match kind:
        case "client":
            held = client(book, record_id)
            return as_json.client(held), lines.client_label(texts, held)
        case "employer":
            named = employer(book, record_id)
            return as_json.employer(named), named.name
        case "employer_contact":
            employer_line = employer_contact_line(book, record_id)
            return as_json.employer_contact(employer_line), lines.employer_contact(texts, employer_line)
        case "client_contact":
            client_line = client_contact_line(book, record_id)
            return as_json.client_contact(client_line), lines.client_contact(texts, client_line)
        case "next_step":
            step = step_line(book, record_id)
            return as_json.step(step), lines.step(texts, step)
        case "snooze":
            snooze = snooze_with(book, record_id)
            about = client(book, snooze.client_id)
            text = texts("snooze.put", name=about.label, until=snooze.until, because=snooze.because)
            return as_json.snooze(snooze, about), text
    entry = diary_entry_with(book, record_id)
    return as_json.diary_entry(entry), texts.date(entry.day)

"""`edit`: changes one field of a record of any kind, by its number."""

from collections.abc import Callable
from functools import partial

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, life_json, lines, values
from valmentaja.cli.changing import answer_changed, change_named_field
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.appointments import appointment_line, group_line
from valmentaja.desks.details import DetailLine, detail_line
from valmentaja.desks.placements import placement_line
from valmentaja.desks.records import client_contact_line, employer_contact_line, step_line
from valmentaja.errors import CannotBeMet
from valmentaja.model.activity import Activity
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave
from valmentaja.store.answers import answer_with
from valmentaja.store.clients import client
from valmentaja.store.details import DETAILS
from valmentaja.store.diary import diary_entry_with
from valmentaja.store.employers import employer
from valmentaja.store.lookup import kind_of
from valmentaja.store.question_rounds import round_with
from valmentaja.store.snoozes import snooze_with
from valmentaja.store.workbook import Workbook
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from typing import TypeAlias

    from valmentaja.cli.output import Json

    Known: TypeAlias = tuple[dict[str, Json], tuple[str, ...]]


def edit_arguments(parser: Parser) -> None:
    """Options of `edit`."""
    parser.one("id", help_key="record_id")
    parser.one("field", help_key="field")
    parser.words("value", help_key="value")


def edit(session: Session, options: Options) -> None:
    """Changes the field, and says of which record, and to what."""
    record_id = values.record_id(options.id)
    kind = kind_of(session.book, record_id)
    if kind in _ANSWERED_ANEW:
        _refuse_answers(session.book, kind, record_id)
    field = change_named_field(session, kind, record_id, options.field, options.value)
    record, about = _READERS[kind](session, record_id)
    if kind not in ("client", "employer"):
        about = (session.texts(f"kind.{kind}"), *about)
    answer_changed(session, kind, field, about=", ".join(about), record=record)


def _refuse_answers(book: Workbook, kind: str, record_id: int) -> None:
    """What was answered is answered anew. Raises CannotBeMet with the command that does it."""
    if kind == "answer":
        answer = answer_with(book, record_id)
        code = client(book, answer.client_id).code
        raise CannotBeMet("answer.not_edited", command=f"valmentaja answer {code} {answer.question}")
    if kind == "question_round":
        held = round_with(book, record_id)
        code = client(book, held.client_id).code
        raise CannotBeMet("question.round_not_edited", command=f"valmentaja ask {code} {held.question_set}")
    raise CannotBeMet("record.unknown", id=record_id)


def _client(session: Session, record_id: int) -> "Known":
    held = client(session.book, record_id)
    return life_json.client(held), (held.label,)


def _employer(session: Session, record_id: int) -> "Known":
    held = employer(session.book, record_id)
    return as_json.employer(held), (held.name,)


def _employer_contact(session: Session, record_id: int) -> "Known":
    line = employer_contact_line(session.book, record_id)
    name = line.employer.name if line.employer else session.texts("contact.unnamed")
    return as_json.employer_contact(line), (name, session.texts.whole_day(line.contact.day))


def _client_contact(session: Session, record_id: int) -> "Known":
    line = client_contact_line(session.book, record_id)
    names = tuple(held.label for held in line.clients)
    return as_json.client_contact(line), (*names, session.texts.whole_day(line.contact.day))


def _step(session: Session, record_id: int) -> "Known":
    line = step_line(session.book, record_id)
    return as_json.step(line), (lines.about(session.texts, line),)


def _snooze(session: Session, record_id: int) -> "Known":
    held = snooze_with(session.book, record_id)
    about = client(session.book, held.client_id)
    return as_json.snooze(held, about), (about.label,)


def _diary_entry(session: Session, record_id: int) -> "Known":
    entry = diary_entry_with(session.book, record_id)
    return as_json.diary_entry(entry), (session.texts.whole_day(entry.day),)


def _appointment(session: Session, record_id: int) -> "Known":
    line = appointment_line(session.book, record_id)
    names = tuple(held.label for held in line.clients)
    return as_json.appointment(line), (*names, session.texts.whole_day(line.appointment.day))


def _group(session: Session, record_id: int) -> "Known":
    line = group_line(session.book, record_id)
    return as_json.group(line), (line.group.name,)


def _detail(kind: str, session: Session, record_id: int) -> "Known":
    line = detail_line(session.book, kind, record_id)
    own_name: str | None = getattr(line.record, "name", None)
    if isinstance(line.record, Leave):
        own_name = f"{session.texts.date(line.record.from_on)}–{session.texts.date(line.record.until_on)}"
    if isinstance(line.record, Lead):
        own_name = one_line(line.record.job, LONGEST_NAMED)
    if isinstance(line.record, Activity):
        own_name = session.texts.whole_day(line.record.day)
    about = (
        *((line.client.label,) if line.client else ()),
        *((own_name,) if own_name else ()),
        *(one.name for one in (line.supporter, line.employer) if one),
    )
    return _detail_json(line), about


def _detail_json(line: DetailLine) -> "dict[str, Json]":
    """The record; of a job lead also each field by its own name, as it is changed by."""
    if not isinstance(line.record, Lead):
        return life_json.detail_of(line)
    return {**life_json.detail("lead", line.record), **life_json.lead(line, line.record)}


def _placement(session: Session, record_id: int) -> "Known":
    line = placement_line(session.book, record_id, session.today)
    return life_json.placement(line), (line.client.label, line.employer.name)


_ANSWERED_ANEW = frozenset({"answer", "question_round", "answer_deed"})
"""Kinds without fields to edit."""

_READERS: "dict[str, Callable[[Session, int], Known]]" = {
    "client": _client,
    "employer": _employer,
    "employer_contact": _employer_contact,
    "client_contact": _client_contact,
    "next_step": _step,
    "snooze": _snooze,
    "diary_entry": _diary_entry,
    "appointment": _appointment,
    "client_group": _group,
    **{kind: partial(_detail, kind) for kind in DETAILS},
    "placement": _placement,
}
"""What is known of a record of each kind: its JSON, and the names and the day a person knows it by."""

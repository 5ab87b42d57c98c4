"""`log` of many contacts at once: pasted lines, each a change of its own, and the list of what is unfinished."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output
from valmentaja.cli.contacts import ToLog, contact_told, keep
from valmentaja.cli.employer_to_log import nothing_given
from valmentaja.cli.parsing import Options
from valmentaja.cli.session import Session
from valmentaja.desks.records import EmployerContactLine, employer_contact_line
from valmentaja.desks.unfinished import unfinished_contacts
from valmentaja.desks.week import week_page
from valmentaja.errors import Ambiguous, CannotBeMet, ValmentajaError, WrongUsage, error_of_files
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.week import Week
from valmentaja.store.clients import client
from valmentaja.store.employers import employer
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line
from valmentaja.texts.sorting import name_key

if TYPE_CHECKING:
    from valmentaja.cli.output import Json

UNFINISHED_DAYS = 28
"""Days of contacts that are looked through for what they lack."""


def log_many(session: Session, options: Options) -> None:
    """The pasted lines are logged, or only told of; or what earlier contacts lack is shown."""
    if options.unfinished:
        if not nothing_given(options, "unfinished"):
            raise WrongUsage("log.unfinished_alone")
        _tell_unfinished(session)
        return
    if options.paste is None:
        raise WrongUsage("log.dry_run_of_paste")
    if options.employer:
        raise WrongUsage("log.paste_alone")
    pasted = _pasted(session, options.paste)
    if not any(line.text.strip(" ,;") for line in pasted):
        raise WrongUsage("scribble.empty")
    if options.dry_run:
        _tell_how_understood(session, options, pasted)
    else:
        _log_pasted(session, options, pasted)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of what was pasted, with its number there, 1 the first."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """A line that is not kept, and the sentence that says why."""

    line: _Line
    because: str


def _pasted(session: Session, file: str) -> tuple[_Line, ...]:
    """The lines that are not blank. Raises CannotBeMet for a file that cannot be read."""
    text = session.optional_text(file) if file == "-" else _content(file)
    every = enumerate((text or "").splitlines(), start=1)
    return tuple(_Line(number, line.strip()) for number, line in every if line.strip())


def _content(file: str) -> str:
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape") as opened:
            return opened.read()
    except (FileNotFoundError, IsADirectoryError) as failure:
        raise CannotBeMet("paste.no_file", file=file) from failure
    except OSError as failure:
        raise error_of_files(failure) from failure


@contextmanager
def _unasked(session: Session) -> Iterator[None]:
    """Nothing is asked in the middle of many lines: what is not clear is left out, and said."""
    session.may_ask = False
    try:
        yield
    finally:
        session.may_ask = True


def _told(session: Session, options: Options, line: _Line) -> ToLog:
    """What the line says, with the options that were given beside it."""
    return contact_told(session, copy.copy(options), line.text, as_line=True)


def _log_pasted(session: Session, options: Options, pasted: tuple[_Line, ...]) -> None:
    kept: list[EmployerContactLine] = []
    left_out: list[_LeftOut] = []
    with _unasked(session):
        for line in pasted:
            try:
                told = _told(session, options, line)
                contact = keep(session, told)
            except ValmentajaError as refusal:
                left_out.append(_left_out(session.texts, line, refusal))
                continue
            kept.append(employer_contact_line(session.book, contact))
            if not session.json:
                _tell_logged(session.texts, line, kept[-1], is_new=told.words.new_employer is not None)
    week = week_page(session.book, Week.of(session.today), session.today, session.texts.language)
    if session.json:
        added = [as_json.employer_contact(one) for one in kept]
        _tell_as_json(pasted, {"added": [*added], "tally": as_json.tally(week)}, left_out)
    else:
        output.line(session.texts.counted("paste.logged", len(kept)))
        output.line(lines.tally_line(session.texts, week))
        _say_left_out(session, left_out)
    if not kept:
        raise CannotBeMet("paste.nothing")


def _tell_logged(texts: Texts, line: _Line, held: EmployerContactLine, *, is_new: bool) -> None:
    contact = lines.employer_contact(texts, held, texts.whole_day)
    output.line(texts("paste.line", number=line.number, said=texts("log.logged", contact=contact)))
    if is_new and held.employer:
        output.line("  " + texts("paste.new_employer", name=one_line(held.employer.name, LONGEST_NAMED)))
    if held.step:
        output.line(
            "  " + texts("detail.field", field=texts("field.next"), value=lines.step(texts, held.step))
        )


def _tell_how_understood(session: Session, options: Options, pasted: tuple[_Line, ...]) -> None:
    """Each line as it would be logged; nothing is."""
    told: list[ToLog] = []
    left_out: list[_LeftOut] = []
    added: dict[str, str] = {}
    with _unasked(session):
        for line in pasted:
            try:
                one = _told(session, options, line)
            except ValmentajaError as refusal:
                left_out.append(_left_out(session.texts, line, refusal))
                continue
            told.append(one)
            if not session.json:
                _tell_understood(session, line, one, added)
    if session.json:
        _tell_as_json(pasted, {"understood": [_understood_json(session, one) for one in told]}, left_out)
        return
    _say_left_out(session, left_out)
    session.say("paste.only_tried")


def _tell_understood(session: Session, line: _Line, told: ToLog, added: dict[str, str]) -> None:
    """`added` holds the new employers of earlier lines: the second line of one finds it."""
    texts, words = session.texts, told.words
    held = _as_it_would_be(session, told)
    said = [lines.employer_contact_told(texts, held, told.label, texts.whole_day)]
    if words.new_employer is not None and name_key(told.label) not in added:
        added[name_key(told.label)] = told.label
        said.append(texts("paste.new_employer", name=one_line(told.label, LONGEST_NAMED)))
    if told.step is not None:
        step = texts("paste.step", text=one_line(told.step.text, LONGEST_NAMED), day=told.step.due_on)
        said.append(step)
    output.line(texts("paste.line", number=line.number, said="; ".join(said)))
    if words.note:
        output.line("  " + words.note.replace("\n", "\n  "))


def _as_it_would_be(session: Session, told: ToLog) -> EmployerContactLine:
    """The contact as the line would have it, without a number."""
    words, book = told.words, session.book
    contact = EmployerContact(
        id=0,
        revision=0,
        day=words.day,
        at=words.at,
        employer_id=words.employer_id,
        client_id=words.client_id,
        present=words.present,
        who=words.who,
        made_by=words.made_by,
        way=words.way,
        purpose=words.purpose,
        outcome=words.outcome,
        minutes=words.minutes,
        note=words.note,
        place=words.place,
        travel_minutes=words.travel_minutes,
        kilometres=words.kilometres,
    )
    known = employer(book, words.employer_id) if words.employer_id is not None else None
    about = client(book, words.client_id) if words.client_id is not None else None
    return EmployerContactLine(contact, known, about, None)


def _understood_json(session: Session, told: ToLog) -> "Json":
    """As a contact, without numbers of what is not there yet: a new employer has a name only."""
    understood = as_json.employer_contact(_as_it_would_be(session, told))
    understood["id"] = None
    if told.words.new_employer is not None:
        understood["employer"] = {"id": None, "name": told.label}
    if told.step is not None:
        on, owner = as_json.day(told.step.due_on), told.step.owner
        understood["next"] = {"id": None, "text": told.step.text, "on": on, "owner": owner}
    return understood


def _left_out(texts: Texts, line: _Line, refusal: ValmentajaError) -> _LeftOut:
    said = texts(f"error.{refusal.key}", **refusal.parameters)
    if isinstance(refusal, Ambiguous):
        said = "\n  ".join((said, *refusal.candidates))
    return _LeftOut(line, said)


def _say_left_out(session: Session, left_out: list[_LeftOut]) -> None:
    """With the line itself, which stands nowhere else where it came through a pipe: it need not be given back again."""
    texts = session.texts
    session.typed.clear()
    for one in left_out:
        output.sentence(texts("paste.left_out", number=one.line.number, line=one.line.text))
        output.sentence(f"  {one.because}")


def _tell_as_json(pasted: tuple[_Line, ...], told: "dict[str, Json]", left_out: list[_LeftOut]) -> None:
    left: list[Json] = [
        {"line": one.line.number, "text": one.line.text, "because": one.because} for one in left_out
    ]
    output.data({"read": len(pasted), **told, "left_out": left})


# What is unfinished


def _tell_unfinished(session: Session) -> None:
    """The contacts of the last four weeks that lack something, the newest first: shown, never nagged about."""
    first = session.today - timedelta(days=UNFINISHED_DAYS - 1)
    found = unfinished_contacts(session.book, first, session.today)[::-1]
    told = [(employer_contact_line(session.book, one.line.contact), one.lacks) for one in found]
    if session.json:
        output.data([{**as_json.employer_contact(line), "lacks": [*what]} for line, what in told])
        return
    texts = session.texts
    for line, what in told:
        output.line(lines.employer_contact(texts, line))
        lacking = ", ".join(texts(f"unfinished.{one}") for one in what)
        output.line("  " + texts("unfinished.lacks", what=lacking))
    output.line(texts.counted("unfinished.count", len(told)) if told else texts("unfinished.none"))

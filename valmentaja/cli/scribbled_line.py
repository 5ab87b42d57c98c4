"""A contact scribbled on one line: what the line says stands where the options do, and what is typed beside it wins."""

from valmentaja.cli import output
from valmentaja.cli.parsing import Options
from valmentaja.cli.session import Session
from valmentaja.desks.scribbled import UnderstoodLine, understood_line
from valmentaja.desks.unfinished import lacks
from valmentaja.errors import Ambiguous, WrongUsage
from valmentaja.model.client import Client
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.rules.refusals import refuse_over_a_day
from valmentaja.store.lookup import client_id_of, ids_with_name
from valmentaja.texts import Texts
from valmentaja.texts.durations import hours_told


def read_line(session: Session, options: Options, line: str) -> tuple[str | None, bool]:
    """Fills the options that were not given with what the line says. Gives its employer, and whether it was a line.

    A known name with a comma in it is that name. Nothing typed is lost: what an option says otherwise goes to the
    note. Raises WrongUsage for a line that says nothing, is too long, or leaves the day of the next step open where
    nobody can be asked, CannotBeMet for more than a day, and Ambiguous where it may be one of several clients.
    """
    if ids_with_name(session.book, "employer", line):
        return line, False
    understood = understood_line(session.book, line, session.today)
    if understood.said.says_nothing:
        raise WrongUsage("scribble.empty")
    if _names_another_client(session, options, understood):
        understood = understood_line(session.book, line, session.today, client_was_met=True)
    said = understood.said
    if options.minutes is None and said.minutes is not None:
        refuse_over_a_day(said.minutes, hours_told(session.texts, said.minutes))
    options.note = _note(session, options, understood)
    _fill(options, "way", said.way)
    _fill(options, "purpose", said.purpose)
    _fill(options, "minutes", said.minutes)
    _fill(options, "date", said.day.isoformat() if said.day else None)
    _fill(options, "time", said.at.isoformat("minutes") if said.at else None)
    _fill(options, "who", said.who)
    if options.client is None and said.client is not None:
        options.client = _client(understood).code
    options.present = options.present or said.present
    _fill_step(session, options, understood)
    return said.employer, True


def say_unfinished(texts: Texts, contact: EmployerContact) -> None:
    """What the line left open: it can be filled in later, and need not be."""
    if open_ends := lacks(contact):
        what = ", ".join(texts(f"unfinished.{one}") for one in open_ends)
        output.labelled(texts("log.unfinished"), what)


def _fill(options: Options, name: str, value: object) -> None:
    if getattr(options, name) is None and value is not None:
        setattr(options, name, str(value))


def _names_another_client(session: Session, options: Options, understood: UnderstoodLine) -> bool:
    """Whether the option names one client, and the line another: that is then the person who was met."""
    if options.client is None or understood.said.client is None:
        return False
    return client_id_of(session.book, options.client) not in understood.said.client_ids


def _client(understood: UnderstoodLine) -> Client:
    if understood.client is None:
        labels = tuple(f"{one.label} ({one.id})" for one in understood.clients)
        raise Ambiguous("client.ambiguous", labels, name=understood.said.client or "")
    return understood.client


def _note(session: Session, options: Options, understood: UnderstoodLine) -> str | None:
    """The note of the line with what an option says otherwise, and under it the note that was given."""
    said = understood.said
    displaced = [
        told
        for told, given in ((said.who, options.who), (said.next_text, options.next))
        if told is not None and given is not None
    ]
    of_line = ", ".join(filter(None, (*displaced, said.note)))
    given = session.optional_text(options.note)
    return "\n".join(filter(None, (of_line, given))) or None


def _fill_step(session: Session, options: Options, understood: UnderstoodLine) -> None:
    """The next step of the line. One without a day is asked about, or refused where there is nobody to ask."""
    said = understood.said
    _fill(options, "next", said.next_text)
    if options.next is None and said.next_on is None:
        return
    _fill(options, "next_on", said.next_on.isoformat() if said.next_on else None)
    if options.next is None:
        options.next = session.text(None, ask="ask.step", option="--next")
    if options.next_on is None and not session.on_terminal():
        raise WrongUsage("scribble.next_on", text=options.next)

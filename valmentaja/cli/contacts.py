"""`log` and `meet`: contacts with employers and with clients, logged in seconds."""

from datetime import time

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.records import EmployerContactLine, client_contact_line, employer_contact_line
from valmentaja.desks.week import week_page
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.step import Owner
from valmentaja.model.week import Week
from valmentaja.settings.work import usual_minutes
from valmentaja.store.clients import client
from valmentaja.store.contacts import (
    EmployerContactWords,
    contact_count,
    log_client_contact,
    log_employer_contact,
)
from valmentaja.store.employers import employer, employer_names
from valmentaja.store.lookup import client_id_of, employer_id_or_none
from valmentaja.store.steps import StepWords
from valmentaja.texts.dates import Meaning, parse_clock

_EMPLOYER_WORDS = {"in_person": "meeting", "in-person": "meeting"}
_CLIENT_WORDS = {"meeting": "in_person"}


def log_arguments(parser: Parser) -> None:
    """Options of `log`."""
    parser.words("employer", help_key="log_employer")
    parser.option("--client", help_key="log_client", metavar="C")
    parser.flag("--present", help_key="present")
    parser.option("--who", help_key="who", metavar="P")
    parser.option("--way", help_key="way", words=EmployerContactWay)
    parser.option("--purpose", help_key="purpose", words=Purpose)
    parser.option("--made-by", help_key="made_by", words=MadeBy)
    parser.option("--outcome", help_key="outcome", metavar="T")
    _contact_arguments(parser)
    parser.option("--next", help_key="next", metavar="T")
    parser.option("--next-on", help_key="next_on", metavar="D")
    parser.option("--owner", help_key="owner", words=Owner)
    parser.flag("--new", help_key="new")


def _contact_arguments(parser: Parser) -> None:
    parser.option("--minutes", help_key="minutes", metavar="N")
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--time", help_key="time", metavar="H.MM")
    parser.option("--note", help_key="note", metavar="T")


def log(session: Session, options: Options) -> None:
    """Logs a contact with an employer; a new employer and a next step come with it in the same change."""
    told = _told(session, options)
    step = _next_step(session, options, told)
    label = told.new_employer or (employer(session.book, told.employer_id).name if told.employer_id else "")
    contact = log_employer_contact(session.book, told, employer_label=label, next_step=step)
    line = employer_contact_line(session.book, contact)
    week = week_page(session.book, Week.of(contact.day), session.today, session.texts.language)
    if session.json:
        output.data({**as_json.employer_contact(line), "tally": as_json.tally(week)})
        return
    output.line(session.texts("log.logged", contact=lines.employer_contact(session.texts, line)))
    _say_employer(session, line, new=told.new_employer is not None)
    if line.step:
        output.labelled(session.texts("field.next"), lines.step(session.texts, line.step))
    output.line(lines.tally_line(session.texts, week))


def _told(session: Session, options: Options) -> EmployerContactWords:
    book = session.book
    day = session.date(options.date, Meaning.RECORD, "--date")
    way = _employer_way(options.way)
    client_id = client_id_of(book, options.client) if options.client is not None else None
    if options.present and client_id is None:
        raise WrongUsage("log.present_without_client")
    employer_id, new_employer = _employer(session, options)
    return EmployerContactWords(
        day=day,
        way=way,
        at=_clock(options.time),
        employer_id=employer_id,
        new_employer=new_employer,
        client_id=client_id,
        present=options.present,
        who=session.optional_text(options.who),
        made_by=values.choice(options.made_by, MadeBy, "--made-by")
        if options.made_by is not None
        else MadeBy.COACH,
        purpose=values.choice(options.purpose, Purpose, "--purpose") if options.purpose is not None else None,
        outcome=session.optional_text(options.outcome),
        minutes=_minutes(session, options.minutes, way),
        note=session.optional_text(options.note),
    )


def _employer_way(value: str | None) -> EmployerContactWay:
    """The way of an employer contact; `in_person` is understood as a meeting."""
    return (
        values.choice(_EMPLOYER_WORDS.get(value, value), EmployerContactWay, "--way")
        if value is not None
        else EmployerContactWay.MEETING
    )


def _client_way(value: str | None) -> ClientContactWay:
    """The way of a client contact; `meeting` is understood as in person."""
    return (
        values.choice(_CLIENT_WORDS.get(value, value), ClientContactWay, "--way")
        if value is not None
        else ClientContactWay.IN_PERSON
    )


def _minutes(session: Session, value: str | None, way: EmployerContactWay | ClientContactWay) -> int:
    """The minutes given, else those that the way usually takes."""
    return values.minutes(value) if value is not None else usual_minutes(session.book, way, session.today)


def _employer(session: Session, options: Options) -> tuple[int | None, str | None]:
    """The employer meant, as an id, or as a name to add; neither for an unnamed one."""
    name = session.optional_text(values.joined(options.employer))
    if name is None or not name.strip():
        return None, None
    if options.new:
        return None, name
    known = employer_id_or_none(session.book, name)
    if known is not None:
        return known, None
    _refuse_likeness(session, name)
    return None, name


def _refuse_likeness(session: Session, name: str) -> None:
    """An unknown name that looks like a known one is more likely a slip of the finger than a new employer."""
    from valmentaja.rules.names import alike

    likely = alike(name, employer_names(session.book))
    if likely:
        raise CannotBeMet("employer.alike", name=name, likely=session.texts.sentence_list(likely[:3]))


def _next_step(session: Session, options: Options, told: EmployerContactWords) -> StepWords | None:
    if options.next is None:
        if options.next_on is not None:
            raise WrongUsage("log.next_on_alone")
        return None
    if options.next_on is None:
        raise WrongUsage("argument.missing", option="--next-on")
    if told.client_id is None and told.employer_id is None and told.new_employer is None:
        raise WrongUsage("log.next_about_nobody")
    owner = values.choice(options.owner, Owner, "--owner") if options.owner is not None else Owner.TOGETHER
    return StepWords(
        session.optional_text(options.next) or "",
        session.date(options.next_on, Meaning.PLAN, "--next-on"),
        owner,
    )


def _say_employer(session: Session, line: EmployerContactLine, *, new: bool) -> None:
    """What the name was understood as, so that a wrong match shows at once."""
    if line.employer is None:
        return
    if new:
        output.labelled(
            session.texts("field.employer"), session.texts("log.new_employer", name=line.employer.name)
        )
    else:
        times = contact_count(session.book, line.employer.id, line.contact.day)
        output.labelled(
            session.texts("field.employer"),
            session.texts.counted("log.known_employer", times, name=line.employer.name),
        )


def meet_arguments(parser: Parser) -> None:
    """Options of `meet`."""
    parser.add_argument("client", nargs="+", metavar="CLIENT", help=parser.texts("option.meet_client"))
    parser.option("--way", help_key="client_way", words=ClientContactWay)
    parser.flag("--not-reached", help_key="not_reached")
    parser.option("--topic", help_key="topic", metavar="T")
    _contact_arguments(parser)


def meet(session: Session, options: Options) -> None:
    """Logs a contact with one client or a group, or that it did not come about."""
    book = session.book
    met = dict.fromkeys(client_id_of(book, name) for name in options.client)
    way = _client_way(options.way)
    contact = log_client_contact(
        book,
        clients=[(client_id, client(book, client_id).label) for client_id in met],
        day=session.date(options.date, Meaning.RECORD, "--date"),
        way=way,
        reached=not options.not_reached,
        at=_clock(options.time),
        topic=session.optional_text(options.topic),
        minutes=_minutes(session, options.minutes, way)
        if not options.not_reached or options.minutes
        else None,
        note=session.optional_text(options.note),
    )
    line = client_contact_line(book, contact)
    if session.json:
        output.data(as_json.client_contact(line))
    else:
        key = "meet.logged" if contact.reached else "meet.not_reached"
        output.line(session.texts(key, contact=lines.client_contact(session.texts, line)))


def _clock(value: str | None) -> time | None:
    return parse_clock(value) if value is not None else None

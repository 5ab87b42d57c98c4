"""`log` and `meet`: contacts with employers and with clients, logged in seconds."""

from datetime import time
from enum import StrEnum

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.employer_to_log import employer_to_log
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.records import EmployerContactLine, client_contact_line, employer_contact_line
from valmentaja.desks.week import week_page
from valmentaja.errors import WrongUsage
from valmentaja.model.contact import (
    ClientContactWay,
    EmployerContactWay,
    MadeBy,
    Purpose,
)
from valmentaja.model.step import Owner
from valmentaja.model.week import Week
from valmentaja.rules.refusals import refuse_step_about_nobody, refuse_unreminded_step
from valmentaja.rules.tally import counted
from valmentaja.settings.work import usual_minutes
from valmentaja.store.clients import client
from valmentaja.store.contacts import (
    EmployerContactWords,
    contact_count,
    log_client_contact,
    log_employer_contact,
)
from valmentaja.store.employers import employer
from valmentaja.store.lookup import client_id_of
from valmentaja.store.steps import StepWords
from valmentaja.texts.dates import Meaning, parse_clock


def log_arguments(parser: Parser) -> None:
    """Options of `log`."""
    parser.words("employer", help_key="log_employer")
    parser.option("--client", help_key="log_client", metavar="C")
    parser.flag("--present", help_key="present")
    parser.option("--who", help_key="who", metavar="person")
    _choice(parser, "way", EmployerContactWay, "way")
    _choice(parser, "purpose", Purpose, "purpose")
    _choice(parser, "made-by", MadeBy, "made_by")
    parser.option("--outcome", help_key="outcome", metavar="T")
    _contact_arguments(parser)
    parser.option("--next", help_key="next", metavar="T")
    parser.option("--next-on", help_key="next_on", metavar="D")
    _choice(parser, "owner", Owner, "owner")
    parser.flag("--new", help_key="new")


def _choice(parser: Parser, name: str, words: type[StrEnum], kind: str) -> None:
    """An option that takes one word of a kind; it stands in help under the name of the kind."""
    parser.option(f"--{name}", help_key=kind, metavar=kind, words=values.listed(parser.texts, words, kind))


def _contact_arguments(parser: Parser) -> None:
    parser.option("--minutes", help_key="minutes", metavar="N")
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--time", help_key="time", metavar="H.MM")
    parser.option("--note", help_key="note", metavar="T")


def log(session: Session, options: Options) -> None:
    """Logs a contact with an employer; a new employer and a next step come with it in the same change."""
    words = _contact_words(session, options)
    step = _next_step(session, options, words)
    label = words.new_employer or (
        employer(session.book, words.employer_id).name if words.employer_id else ""
    )
    contact = log_employer_contact(session.book, words, employer_label=label, next_step=step)
    line = employer_contact_line(session.book, contact)
    lines.say_ended(session.texts, (line.client,), contact.day)
    week = week_page(session.book, Week.of(contact.day), session.today, session.texts.language)
    if session.json:
        output.data({**as_json.employer_contact(line), "tally": as_json.tally(week)})
        return
    texts = session.texts
    output.line(texts("log.logged", contact=lines.employer_contact(texts, line, texts.whole_day)))
    _say_employer(session, line, new=words.new_employer is not None)
    if line.step:
        output.labelled(texts("field.next"), lines.step(texts, line.step))
    output.line(lines.tally_line(texts, week))
    if counted(contact).stands_beside:
        output.line(texts(f"log.beside.{contact.purpose}"))


def _contact_words(session: Session, options: Options) -> EmployerContactWords:
    book = session.book
    day = session.date(options.date, Meaning.RECORD)
    way = _employer_way(session, options.way)
    client_id = client_id_of(book, options.client) if options.client is not None else None
    if options.present and client_id is None:
        raise WrongUsage("log.present_without_client")
    employer_id, new_employer = employer_to_log(session, options, day)
    return EmployerContactWords(
        day=day,
        way=way,
        at=_clock(options.time),
        employer_id=employer_id,
        new_employer=new_employer,
        namesake_meant=options.new,
        client_id=client_id,
        present=options.present,
        who=session.optional_text(options.who),
        made_by=_made_by(session, options.made_by),
        purpose=_purpose(session, options.purpose),
        outcome=session.optional_text(options.outcome),
        minutes=_minutes(session, options.minutes, way),
        note=session.optional_text(options.note),
    )


def _employer_way(session: Session, value: str | None) -> EmployerContactWay:
    if value is None:
        return EmployerContactWay.MEETING
    return values.choice(session.texts, value, EmployerContactWay, "way", "--way")


def _client_way(session: Session, value: str | None) -> ClientContactWay:
    if value is None:
        return ClientContactWay.IN_PERSON
    return values.choice(session.texts, value, ClientContactWay, "client_way", "--way")


def _made_by(session: Session, value: str | None) -> MadeBy:
    if value is None:
        return MadeBy.COACH
    return values.choice(session.texts, value, MadeBy, "made_by", "--made-by")


def _purpose(session: Session, value: str | None) -> Purpose | None:
    if value is None:
        return None
    return values.choice(session.texts, value, Purpose, "purpose", "--purpose")


def _minutes(session: Session, value: str | None, way: EmployerContactWay | ClientContactWay) -> int:
    """The minutes given, else those that the way usually takes."""
    return values.minutes(value) if value is not None else usual_minutes(session.book, way, session.today)


def _next_step(session: Session, options: Options, contact: EmployerContactWords) -> StepWords | None:
    if options.next is None:
        if options.next_on is not None:
            raise WrongUsage("log.next_on_alone")
        return None
    with_employer = contact.employer_id is not None or contact.new_employer is not None
    refuse_step_about_nobody(with_client=contact.client_id is not None, with_employer=with_employer)
    if contact.client_id is not None:
        about = client(session.book, contact.client_id)
        refuse_unreminded_step(about, session.today, with_employer=with_employer)
    owner = Owner.TOGETHER
    if options.owner is not None:
        owner = values.choice(session.texts, options.owner, Owner, "owner", "--owner")
    text = session.optional_text(options.next) or ""
    due_on = values.asked_for(
        session,
        options.next_on,
        lambda typed: session.date(typed, Meaning.PLAN),
        ask="ask.step_on",
        option="--next-on",
    )
    return StepWords(text, due_on, session.today, owner)


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
    parser.several("client", help_key="meet_client")
    ways = values.listed(parser.texts, ClientContactWay, "client_way")
    parser.option("--way", help_key="client_way", metavar="way", words=ways)
    parser.flag("--not-reached", help_key="not_reached")
    parser.option("--topic", help_key="topic", metavar="T")
    _contact_arguments(parser)


def meet(session: Session, options: Options) -> None:
    """Logs a contact with one client or a group, or that it did not come about."""
    book = session.book
    met = dict.fromkeys(client_id_of(book, name) for name in options.client)
    way = _client_way(session, options.way)
    contact = log_client_contact(
        book,
        clients=[(client_id, client(book, client_id).label) for client_id in met],
        day=session.date(options.date, Meaning.RECORD),
        way=way,
        reached=not options.not_reached,
        at=_clock(options.time),
        topic=session.optional_text(options.topic),
        minutes=_minutes(session, options.minutes, way)
        if not options.not_reached or options.minutes
        else None,
        note=session.optional_text(options.note),
    )
    line, texts = client_contact_line(book, contact), session.texts
    lines.say_ended(texts, line.clients, contact.day)
    if session.json:
        output.data(as_json.client_contact(line))
    else:
        key = "meet.logged" if contact.reached else "meet.not_reached"
        output.line(texts(key, contact=lines.client_contact(texts, line, texts.whole_day)))


def _clock(value: str | None) -> time | None:
    return parse_clock(value) if value is not None else None

"""`log` and `meet`: contacts with employers and with clients, logged in seconds.

A scribbled line, many of them, and the list of what is unfinished are in files of their own: most contacts need none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.employer_to_log import employer_to_log, employer_typed, more_than_a_name
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.records import EmployerContactLine, client_contact_line, employer_contact_line
from valmentaja.desks.week import week_page
from valmentaja.errors import WrongUsage
from valmentaja.model.activity import MOST_KILOMETRES, TimePlace
from valmentaja.model.contact import (
    ClientContactWay,
    EmployerContactWay,
    MadeBy,
    Purpose,
)
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.week import Week
from valmentaja.rules.refusals import refuse_step_about_nobody, refuse_unreminded_step
from valmentaja.rules.tally import counted
from valmentaja.settings.work import usual_minutes, usual_place
from valmentaja.store.clients import client
from valmentaja.store.contacts import (
    EmployerContactWords,
    contact_count,
    log_client_contact,
    log_employer_contact,
)
from valmentaja.store.employers import employer
from valmentaja.store.lookup import client_id_of
from valmentaja.texts.dates import Meaning, parse_clock

if TYPE_CHECKING:
    from valmentaja.model.client_contact import ClientContact
    from valmentaja.store.steps import StepWords


def log_arguments(parser: Parser) -> None:
    """Options of `log`."""
    parser.words("employer", help_key="log_employer")
    parser.option("--client", help_key="log_client", metavar="C")
    parser.flag("--present", help_key="present")
    parser.option("--who", help_key="who", metavar="person")
    _choice(parser, "way", lambda: EmployerContactWay, "way")
    _choice(parser, "purpose", lambda: Purpose, "purpose")
    _choice(parser, "made-by", lambda: MadeBy, "made_by")
    parser.option("--outcome", help_key="outcome", metavar="T")
    _contact_arguments(parser)
    parser.option("--next", help_key="next", metavar="T")
    parser.option("--next-on", help_key="next_on", metavar="D")
    _choice(parser, "owner", _owners, "owner")
    parser.flag("--new", help_key="new")
    parser.option("--paste", help_key="paste", metavar="FILE")
    parser.flag("--dry-run", help_key="paste_dry_run")
    parser.flag("--unfinished", help_key="unfinished")


def _choice(parser: Parser, name: str, words: Callable[[], Iterable[str]], kind: str) -> None:
    """An option that takes one word of a kind; it stands in help under the name of the kind."""
    parser.option(
        f"--{name}", help_key=kind, metavar=kind, words=lambda: values.listed(parser.texts, words(), kind)
    )


def _owners() -> Iterable[str]:
    from valmentaja.model.step import Owner  # most contacts agree no step

    return Owner


def _contact_arguments(parser: Parser) -> None:
    parser.option("--minutes", help_key="minutes", metavar="N")
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--time", help_key="time", metavar="H.MM")
    parser.option("--note", help_key="note", metavar="T")
    parser.option(
        "--place",
        help_key="contact_place",
        metavar="place",
        words=lambda: values.listed(parser.texts, TimePlace, "time_place"),
    )
    parser.option("--travel", help_key="travel", metavar="N")
    parser.option("--km", help_key="kilometres", metavar="number")


@dataclass(frozen=True, slots=True)
class ToLog:
    """What a coach tells of a contact with an employer, read from options: nothing of it is kept yet."""

    words: EmployerContactWords
    step: "StepWords | None"
    label: str
    scribbled: bool


def log(session: Session, options: Options) -> None:
    """Logs a contact with an employer; a new employer and a next step come with it in the same change."""
    if options.paste is not None or options.dry_run or options.unfinished:
        from valmentaja.cli.contacts_at_once import log_many

        log_many(session, options)
        return
    told = contact_told(session, options, employer_typed(session, options))
    contact = keep(session, told)
    line = employer_contact_line(session.book, contact)
    lines.say_ended(session.texts, (line.client,), contact.day)
    _say_archived(session, line)
    week = week_page(session.book, Week.of(contact.day), session.today, session.texts.language)
    if session.json:
        output.data({**as_json.employer_contact(line), "tally": as_json.tally(week)})
        return
    texts = session.texts
    output.line(texts("log.logged", contact=lines.employer_contact(texts, line, texts.whole_day)))
    _say_employer(session, line, new=told.words.new_employer is not None)
    _say_where(session, options, contact)
    if line.step:
        output.labelled(texts("field.next"), lines.step(texts, line.step))
    if told.scribbled:
        from valmentaja.cli.scribbled_line import say_unfinished

        say_unfinished(texts, contact)
    output.line(lines.tally_line(texts, week))
    if counted(contact).stands_beside:
        output.line(texts(f"log.beside.{contact.purpose}"))


def contact_told(session: Session, options: Options, typed: str | None, *, as_line: bool = False) -> ToLog:
    """What is told by the options, and by what was `typed` for the employer.

    With a comma in it that is a whole line, and without one too where it is to be read `as_line`, is too long to be a
    name, or begins with the name of a known employer.
    """
    is_line = False
    if typed is not None and (as_line or more_than_a_name(session, typed)):
        from valmentaja.cli.scribbled_line import read_line

        typed, is_line = read_line(session, options, typed)
    words = _contact_words(session, options, typed)
    _refuse_full_day(session, options, words.day, words.minutes)
    step = _next_step(session, options, words)
    held = employer(session.book, words.employer_id) if words.employer_id else None
    return ToLog(words, step, words.new_employer or (held.name if held else ""), is_line)


def keep(session: Session, told: ToLog) -> EmployerContact:
    """Logged: one change."""
    return log_employer_contact(session.book, told.words, employer_label=told.label, next_step=told.step)


def _contact_words(session: Session, options: Options, employer_name: str | None) -> EmployerContactWords:
    book = session.book
    day = session.date(options.date, Meaning.RECORD)
    way = _employer_way(session, options.way)
    client_id = client_id_of(book, options.client) if options.client is not None else None
    if options.present and client_id is None:
        raise WrongUsage("log.present_without_client")
    employer_id, new_employer = employer_to_log(session, employer_name, day, new=options.new)
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
        place=_place(session, options.place, way),
        travel_minutes=_travel(options.travel),
        kilometres=_kilometres(options.km),
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


def _place(session: Session, value: str | None, way: EmployerContactWay | ClientContactWay) -> TimePlace:
    """The place given, else where a contact of the way is made as a rule."""
    if value is None:
        return usual_place(session.book, way, session.today)
    return values.choice(session.texts, value, TimePlace, "time_place", "--place")


def _refuse_full_day(session: Session, options: Options, day: date, minutes: int | None) -> None:
    """What is told by the coach fits into the day; what a contact takes as a rule is never refused."""
    if options.minutes is not None or options.travel is not None:
        from valmentaja.store.full_days import refuse_full_day  # most contacts take as long as is usual

        refuse_full_day(session.book, day, (minutes or 0) + (_travel(options.travel) or 0))


def _travel(value: str | None) -> int | None:
    return None if value is None else values.minutes(value, "--travel")


def _kilometres(value: str | None) -> int | None:
    return None if value is None else values.number(value, "--km", 0, MOST_KILOMETRES)


def _say_where(session: Session, options: Options, contact: "EmployerContact | ClientContact") -> None:
    """Where it was and how far, as far as the coach has said so."""
    texts = session.texts
    if options.place is not None:
        output.labelled(texts("field.place"), texts(f"time_place.{contact.place}"))
    if options.travel is not None:
        output.labelled(texts("field.travel_minutes"), str(contact.travel_minutes))
    if options.km is not None:
        output.labelled(texts("field.kilometres"), str(contact.kilometres))


def _say_archived(session: Session, line: EmployerContactLine) -> None:
    """A contact brings nobody back from the archive by itself."""
    if line.employer is not None and line.employer.is_archived:
        session.say("log.archived", name=line.employer.name, id=line.employer.id)


def _next_step(session: Session, options: Options, contact: EmployerContactWords) -> "StepWords | None":
    if options.next is None:
        if options.next_on is not None:
            raise WrongUsage("log.next_on_alone")
        return None
    from valmentaja.model.step import Owner
    from valmentaja.store.steps import StepWords

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
    parser.option(
        "--way",
        help_key="client_way",
        metavar="way",
        words=lambda: values.listed(parser.texts, ClientContactWay, "client_way"),
    )
    parser.flag("--not-reached", help_key="not_reached")
    parser.option("--topic", help_key="topic", metavar="T")
    _contact_arguments(parser)


def meet(session: Session, options: Options) -> None:
    """Logs a contact with one client or a group, or that it did not come about."""
    book = session.book
    met = dict.fromkeys(client_id_of(book, name) for name in options.client)
    way = _client_way(session, options.way)
    came_about = not options.not_reached
    day = session.date(options.date, Meaning.RECORD)
    minutes = _minutes(session, options.minutes, way) if came_about or options.minutes else None
    _refuse_full_day(session, options, day, minutes)
    contact = log_client_contact(
        book,
        clients=[(client_id, client(book, client_id).label) for client_id in met],
        day=day,
        way=way,
        reached=came_about,
        at=_clock(options.time),
        topic=session.optional_text(options.topic),
        minutes=minutes,
        note=session.optional_text(options.note),
        place=_place(session, options.place, way) if came_about or options.place else None,
        travel_minutes=_travel(options.travel),
        kilometres=_kilometres(options.km),
    )
    line, texts = client_contact_line(book, contact), session.texts
    lines.say_ended(texts, line.clients, contact.day)
    if session.json:
        output.data(as_json.client_contact(line))
    else:
        key = "meet.logged" if contact.reached else "meet.not_reached"
        output.line(texts(key, contact=lines.client_contact(texts, line, texts.whole_day)))
        _say_where(session, options, contact)


def _clock(value: str | None) -> time | None:
    return parse_clock(value) if value is not None else None

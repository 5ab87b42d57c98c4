"""`book`, `booked` and `outcome`: appointments ahead, and what became of them."""

from collections.abc import Iterable

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.appointments import (
    AppointmentLine,
    appointment_line,
    appointments_of_week,
    booked_ahead,
    client_appointments,
    double_booked,
    passed_without_outcome,
    reminder_copy,
)
from valmentaja.desks.records import client_contact_line, employer_contact_line
from valmentaja.desks.week import week_page
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.week import Week
from valmentaja.rules.appointments import CANCELLED, way_if_met
from valmentaja.rules.refusals import refuse_ended
from valmentaja.settings.work import usual_minutes, usual_place
from valmentaja.store.appointments import appointment
from valmentaja.store.booking import AppointmentWords, OutcomeWords, book_appointment, say_outcome
from valmentaja.store.clients import client
from valmentaja.store.groups import group, group_id_of
from valmentaja.store.lookup import client_id_of, employer_id_of, kind_of
from valmentaja.texts import Texts
from valmentaja.texts.dates import parse_week

if TYPE_CHECKING:
    from valmentaja.cli.output import Json


def book_arguments(parser: Parser) -> None:
    """Options of `book`."""
    parser.words("client", help_key="book_client")
    parser.option("--at", help_key="at", metavar="moment")
    parser.option("--employer", help_key="book_employer", metavar="employer")
    parser.option("--place", help_key="place", metavar="T")
    parser.option("--about", dest="topic", help_key="about", metavar="T")
    parser.option("--minutes", help_key="book_minutes", metavar="N")
    ways = values.listed(parser.texts, ClientContactWay, "client_way")
    parser.option("--way", help_key="client_way", metavar="way", words=ways)
    parser.option("--guests", help_key="guests", metavar="T")
    parser.option("--group", help_key="book_group", metavar="group")


def book(session: Session, options: Options) -> None:
    """Books a time with one client, with several, or with a group."""
    held = book_appointment(session.book, _words(session, options))
    line = appointment_line(session.book, held)
    _say_of_time(session, line)
    if session.json:
        output.data(as_json.appointment(line))
    else:
        output.line(session.texts("booked.done", appointment=lines.appointment(session.texts, line)))


def _words(session: Session, options: Options) -> AppointmentWords:
    group_id = group_id_of(session.book, options.group) if options.group is not None else None
    client_ids = _who(session, options, group_id)
    way = ClientContactWay.IN_PERSON
    if options.way is not None:
        way = values.choice(session.texts, options.way, ClientContactWay, "client_way", "--way")
    employer_id = employer_id_of(session.book, options.employer) if options.employer is not None else None
    minutes = values.minutes(options.minutes) if options.minutes is not None else None
    place, about = session.optional_text(options.place), session.optional_text(options.topic)
    guests = session.optional_text(options.guests)
    day, at = values.asked_for(
        session, options.at, lambda typed: values.moment(session, typed), ask="ask.at", option="--at"
    )
    return AppointmentWords(
        day=day,
        at=at,
        client_ids=client_ids,
        booked_on=session.today,
        way=way,
        minutes=minutes,
        employer_id=employer_id,
        place=place,
        about=about,
        guests=guests,
        group_id=group_id,
    )


def _who(session: Session, options: Options, group_id: int | None) -> tuple[int, ...]:
    """Those who were named, none of whom has ended; else those of the group who have not."""
    if options.client:
        named = tuple(dict.fromkeys(client_id_of(session.book, name) for name in options.client))
        for one in named:
            refuse_ended(client(session.book, one), session.today)
        return named
    if group_id is None:
        raise WrongUsage("argument.missing", option=session.texts("metavar.client"))
    members = (client(session.book, one) for one in group(session.book, group_id).client_ids)
    taking_part = tuple(one.id for one in members if not one.has_ended(session.today))
    if not taking_part:
        raise CannotBeMet("group.nobody", group=group(session.book, group_id).name)
    return taking_part


def _say_of_time(session: Session, line: AppointmentLine) -> None:
    """What a coach may not have meant: a time that is behind, before the beginning, or taken. It is booked as said."""
    held, texts = line.appointment, session.texts
    if held.day < session.today:
        session.say("booked.past", id=held.id)
    for one in line.clients:
        if held.day < one.start_on:
            session.say("booked.before_start", name=one.label, start=one.start_on)
    others = double_booked(session.book, held)
    if others:
        output.sentence(
            "\n  ".join((texts("booked.double"), *(lines.appointment(texts, other) for other in others)))
        )


def booked_arguments(parser: Parser) -> None:
    """Options of `booked`."""
    parser.one("id", help_key="booked_id", needed=False)
    parser.option("--week", help_key="booked_week", metavar="2026-W48")
    parser.option("--client", help_key="booked_client", metavar="C")
    parser.flag("--reminder", help_key="reminder")


def booked(session: Session, options: Options) -> None:
    """What is booked: ahead, in a week, with a client; or one appointment, with a text that reminds of it."""
    if options.id is not None:
        _tell_one(session, _the_appointment(session, options.id), reminder=options.reminder)
        return
    if options.reminder:
        raise WrongUsage("booked.reminder_of_which")
    if options.week is not None:
        week = parse_week(options.week, session.today)
        _tell(session, _of_client(session, options, appointments_of_week(session.book, week)))
        return
    if options.client is not None:
        of_client = client_appointments(
            session.book, client_id_of(session.book, options.client), session.today
        )
        unsaid = [one for one in reversed(of_client.behind) if one.appointment.outcome is None]
        _tell(session, of_client.ahead, unsaid)
        return
    _tell(
        session,
        booked_ahead(session.book, session.today),
        passed_without_outcome(session.book, session.today),
    )


def _of_client(
    session: Session, options: Options, held: Iterable[AppointmentLine]
) -> tuple[AppointmentLine, ...]:
    if options.client is None:
        return tuple(held)
    client_id = client_id_of(session.book, options.client)
    return tuple(one for one in held if client_id in one.appointment.client_ids)


def _tell(session: Session, held: Iterable[AppointmentLine], unsaid: Iterable[AppointmentLine] = ()) -> None:
    """The appointments, after those that have passed and of which nobody has said what became of them."""
    held, unsaid, texts = tuple(held), tuple(unsaid), session.texts
    if session.json:
        output.data([as_json.appointment(line) for line in (*unsaid, *held)])
        return
    for line in held:
        output.line(lines.appointment(texts, line))
    if not held:
        output.line(texts("booked.none"))
    lines.section(texts, "booked.unsaid", [lines.appointment(texts, line) for line in unsaid])


def _tell_one(session: Session, held: Appointment, *, reminder: bool) -> None:
    line = appointment_line(session.book, held)
    told: dict[str, Json] = as_json.appointment(line)
    text = _reminder(session, line) if reminder else None
    if session.json:
        output.data(told if text is None else {**told, "reminder": text})
    else:
        output.line(text or lines.appointment(session.texts, line))


def _reminder(session: Session, line: AppointmentLine) -> str:
    """The text that reminds of it; what names another client is left out of it, and that is said."""
    from valmentaja.desks.reminder import reminder_language, reminder_text

    held = line.appointment
    if held.outcome is not None:
        raise CannotBeMet("appointment.said", id=held.id)
    copy = reminder_copy(session.book, line, session.today)
    for field in ("place", "about", "guests"):
        if getattr(held, field) != getattr(copy.appointment, field):
            session.say("reminder.left_out", field=session.texts(f"field.{field}"))
    language = session.texts.language
    return reminder_text(Texts(language if session.options.lang else reminder_language(line, language)), copy)


def _the_appointment(session: Session, typed: str) -> Appointment:
    appointment_id = values.record_id(typed)
    if kind_of(session.book, appointment_id) != "appointment":
        raise CannotBeMet("appointment.not_one", id=appointment_id)
    return appointment(session.book, appointment_id)


def outcome_arguments(parser: Parser) -> None:
    """Options of `outcome`."""
    parser.one("id", help_key="appointment_id")
    outcomes = values.listed(parser.texts, Outcome, "outcome")
    parser.several("outcome", help_key="appointment_outcome", words=outcomes)
    parser.option("--to", help_key="moved_to", metavar="moment")


def outcome(session: Session, options: Options) -> None:
    """Says what became of an appointment; what follows from it is logged or booked in the same change."""
    held = _the_appointment(session, options.id)
    named, typed = session.texts("metavar.outcome"), " ".join(options.outcome)
    became = values.choice(session.texts, typed, Outcome, "outcome", named)
    to = values.moment(session, options.to) if options.to is not None else None
    usual = usual_minutes(session.book, held.way, session.today)
    place = usual_place(session.book, way_if_met(held), session.today)
    said = say_outcome(session.book, held.id, OutcomeWords(became, session.today, usual, place, to))
    line = appointment_line(session.book, said)
    again = appointment_line(session.book, said.moved_to_id) if said.moved_to_id is not None else None
    if again is not None:
        _say_of_time(session, again)
    if session.json:
        output.data(as_json.appointment(line))
    elif again is not None:
        output.line(session.texts("booked.moved", appointment=lines.appointment(session.texts, again)))
    elif became in CANCELLED:
        output.line(session.texts("booked.cancelled", appointment=lines.appointment(session.texts, line)))
    else:
        _tell_logged(session, said)


def _tell_logged(session: Session, said: Appointment) -> None:
    """The contact that the appointment became, as `meet` and `log` tell of it."""
    texts, contact_id = session.texts, said.contact_id or 0
    if kind_of(session.book, contact_id) == "client_contact":
        key = "meet.logged" if said.outcome is Outcome.MET else "meet.not_reached"
        with_client = client_contact_line(session.book, contact_id)
        output.line(texts(key, contact=lines.client_contact(texts, with_client, texts.whole_day)))
        return
    with_employer = employer_contact_line(session.book, contact_id)
    output.line(texts("log.logged", contact=lines.employer_contact(texts, with_employer, texts.whole_day)))
    week = week_page(session.book, Week.of(said.day), session.today, texts.language)
    output.line(lines.tally_line(texts, week))

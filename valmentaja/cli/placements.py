"""`placement …`: jobs and unpaid periods, and the follow-along that belongs to them."""

from collections.abc import Callable
from datetime import date

from valmentaja.cli import life_json, life_lines, output, values
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.days_off import day_off_said
from valmentaja.desks.placements import placement_line, placement_lines
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay
from valmentaja.model.placement_look import Look
from valmentaja.model.work_support import SupportKind
from valmentaja.rules.promises import State
from valmentaja.store.lookup import client_id_of, employer_id_of, kind_of
from valmentaja.store.placements import (
    add_placement,
    add_support,
    agree_meetings,
    ask_about_paid_work,
    end_placement,
    look_at,
    move_start,
)
from valmentaja.texts.dates import Meaning

ADDED = (
    *(
        "start",
        "end",
        "job",
        "hours",
        "pay",
        "subsidy_until",
        "trial_until",
        "contract",
        "workplace_supporter",
    ),
    *("unpaid_kind", "initiative", "paid_chance", "decide_on", "next_aim", "note"),
)
LOOKED = ("same_job", "same_content", "same_hours", "is_permanent", "satisfaction", "wishes", "note")
SUPPORT = ("applied_on", "decided_on", "decision", "from", "until", "note")
MOST_DAYS_BETWEEN_MEETINGS = 366


def add_arguments(parser: Parser) -> None:
    """Options of `placement add`."""
    parser.one("client", help_key="client")
    parser.one("employer", help_key="employer")
    field_options(parser, "placement", ADDED)


def add(session: Session, options: Options) -> None:
    """Records a placement, and says when the client is met next."""
    client_id = client_id_of(session.book, options.client)
    employer_id = employer_id_of(session.book, options.employer)
    if options.start is None:
        options.start = session.text(None, ask="ask.placement_start", option="--start")
    given = given_values(session, "placement", options, ADDED)
    given.setdefault("pay", Pay.PAID)
    added = add_placement(session.book, client_id, {**given, "employer_id": employer_id}, today=session.today)
    _answer(session, added.id, "placement.added", is_new_start=True)


def _answer(session: Session, placement_id: int, key: str, *, is_new_start: bool = False) -> None:
    """The placement after a change: as JSON; or in a line, with what is due next.

    Of a new start there may be more to be said.
    """
    line = placement_line(session.book, placement_id, session.today)
    if session.json:
        output.data(life_json.placement(line))
        return
    texts = session.texts
    output.line(texts(key, placement=life_lines.placement(texts, line)))
    if line.next_contact is not None:
        said = life_lines.promise(texts, line.next_contact, _day_off(session))
        output.labelled(texts("placement.next"), said)
    for remark in line.remarks if is_new_start else ():
        output.sentence(life_lines.remark(texts, remark))


def _day_off(session: Session) -> Callable[[date], str]:
    """Says of a day that it is a holiday or of a weekend."""
    return lambda day: day_off_said(session.book, session.texts, day, session.today)


def _placement_id(session: Session, typed: str) -> int:
    """The number of a placement. Raises CannotBeMet when another record has it, or none."""
    placement_id = values.record_id(typed)
    if kind_of(session.book, placement_id) != "placement":
        raise CannotBeMet("placement.not_one", id=placement_id)
    return placement_id


def move_arguments(parser: Parser) -> None:
    """Options of `placement move`."""
    parser.one("id", help_key="placement_id")
    parser.option("--start", help_key="placement_start", metavar="D")
    parser.option("--because", help_key="move_because", metavar="T")


def move(session: Session, options: Options) -> None:
    """Moves the start, and plans again what is counted from it."""
    placement_id = _placement_id(session, options.id)
    to_day = values.asked_for(
        session,
        options.start,
        lambda typed: session.date(typed, Meaning.START),
        ask="ask.placement_start",
        option="--start",
    )
    because = session.text(options.because, ask="ask.move_because", option="--because")
    move_start(session.book, placement_id, to_day=to_day, because=because, today=session.today)
    _answer(session, placement_id, "placement.moved", is_new_start=True)


def end_arguments(parser: Parser) -> None:
    """Options of `placement end`."""
    parser.one("id", help_key="placement_id")
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--reason", help_key="placement_reason", metavar="T")
    parser.option("--heard-on", help_key="heard_on", metavar="D")
    field_options(parser, "placement", ("learned", "carried_onward"))


def end(session: Session, options: Options) -> None:
    """Ends the placement; the contact within three days of hearing of it is then open."""
    placement_id = _placement_id(session, options.id)
    day = session.date(options.date, Meaning.START)  # an ending may be known before it comes
    heard_on = session.date(options.heard_on, Meaning.RECORD)
    end_placement(
        session.book,
        placement_id,
        day=day,
        reason=session.text(options.reason, ask="ask.placement_reason", option="--reason"),
        heard_on=heard_on,
        learned=session.wanted_text(options.learned, ask="ask.learned"),
        carried_onward=session.wanted_text(options.carried_onward, ask="ask.carried_onward"),
    )
    _answer(session, placement_id, "placement.has_ended")


def list_placements_arguments(parser: Parser) -> None:
    """Options of `placement list`."""
    parser.one("client", help_key="placements_of", needed=False)


def list_placements(session: Session, options: Options) -> None:
    """The placements of a client, or of the whole caseload, each with its follow-along."""
    client_id = client_id_of(session.book, options.client) if options.client is not None else None
    found = placement_lines(session.book, client_id, session.today)
    if session.json:
        output.data([life_json.placement(line) for line in found])
        return
    for line in found:
        output.line(life_lines.placement(session.texts, line))
        for more in life_lines.of_placement(session.texts, line, _day_off(session)):
            output.line("  " + more)
    if not found:
        output.line(session.texts("placement.none"))


def agree_arguments(parser: Parser) -> None:
    """Options of `placement agree`."""
    parser.one("id", help_key="placement_id")
    parser.option("--to", help_key="meeting_to", metavar="D")
    parser.option("--every", help_key="meeting_every", metavar="number")
    ways = values.listed(parser.texts, ClientContactWay, "client_way")
    parser.option("--way", help_key="meeting_way", metavar="way", words=ways)
    parser.option("--because", help_key="agree_because", metavar="T")


def agree(session: Session, options: Options) -> None:
    """Agrees anew on the open meeting, or on the rhythm of all meetings from now on, with the reason."""
    placement_id = _placement_id(session, options.id)
    if (options.to is None) == (options.every is None):
        raise WrongUsage("placement.to_or_every")
    way = options.way
    agree_meetings(
        session.book,
        placement_id,
        today=session.today,
        because=session.text(options.because, ask="ask.agree_because", option="--because"),
        to_day=session.date(options.to, Meaning.PLAN) if options.to is not None else None,
        every_days=values.number(options.every, "--every", 1, MOST_DAYS_BETWEEN_MEETINGS)
        if options.every is not None
        else None,
        way=values.choice(session.texts, way, ClientContactWay, "client_way", "--way") if way else None,
    )
    _answer(session, placement_id, "placement.agreed")


def look_arguments(parser: Parser) -> None:
    """Options of `placement look`."""
    parser.one("id", help_key="placement_id")
    parser.several("look", help_key="look", words=values.listed(parser.texts, Look, "look"))
    parser.option("--date", help_key="date", metavar="D")
    field_options(parser, "placement_look", LOOKED)


def look(session: Session, options: Options) -> None:
    """Records that what was promised to be looked at has been, with the answers of a look at retention."""
    placement_id = _placement_id(session, options.id)
    kind = values.choice(session.texts, " ".join(options.look), Look, "look", session.texts("metavar.look"))
    day = session.date(options.date, Meaning.RECORD)
    look_at(session.book, placement_id, kind, day, given_values(session, "placement_look", options, LOOKED))
    _answer(session, placement_id, "placement.looked_at")
    _say_uncounted(session, placement_id, kind)


def _say_uncounted(session: Session, placement_id: int, kind: Look) -> None:
    """A look that leaves its promise open, or for which there is none, is kept; and that is said."""
    promises = placement_line(session.book, placement_id, session.today).promises
    promise = next((one for one in promises if one.kind == kind.value), None)
    if promise is None:
        session.say("placement.look_of_none")
    elif promise.state is State.OPEN:
        session.say("placement.look_too_early", day=promise.counted_from)


def ask_arguments(parser: Parser) -> None:
    """Options of `placement ask`."""
    parser.one("id", help_key="placement_id")
    parser.words("answer", help_key="paid_answer")
    parser.option("--date", help_key="date", metavar="D")


def ask(session: Session, options: Options) -> None:
    """Records that someone in an unpaid period was asked whether they now want paid work."""
    placement_id = _placement_id(session, options.id)
    answer = session.optional_text(values.joined(options.answer))
    ask_about_paid_work(
        session.book, placement_id, day=session.date(options.date, Meaning.RECORD), answer=answer
    )
    _answer(session, placement_id, "placement.asked")


def support_arguments(parser: Parser) -> None:
    """Options of `placement support`."""
    parser.one("id", help_key="placement_id")
    kinds = values.listed(parser.texts, SupportKind, "support_kind")
    parser.several("support", help_key="support_kind", words=kinds)
    field_options(parser, "work_support", SUPPORT)


def support(session: Session, options: Options) -> None:
    """Records a support for the work: applied for, decided, from when until when."""
    placement_id = _placement_id(session, options.id)
    named = session.texts("metavar.support")
    kind = values.choice(session.texts, " ".join(options.support), SupportKind, "support_kind", named)
    add_support(session.book, placement_id, kind, given_values(session, "work_support", options, SUPPORT))
    _answer(session, placement_id, "placement.supported")

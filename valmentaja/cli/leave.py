"""`leave …`: the days on which the coach is away, what falls in them, and who carries on meanwhile."""

from datetime import date, timedelta

from valmentaja.cli import leave_shown, life_json, life_lines, output, values
from valmentaja.cli.detail_answers import id_of
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import FAR_DAYS, Session
from valmentaja.desks.leave import leave_page, leaves
from valmentaja.errors import CannotBeMet
from valmentaja.model.leave import Leave
from valmentaja.rules.leaves import running_leave
from valmentaja.store.details import add_detail, detail_with
from valmentaja.store.leaves import leaves_between, look_at_leave
from valmentaja.store.periods import refuse_backwards
from valmentaja.texts.dates import Meaning, is_counted_from_today, parse_date

_DAYS = ("from", "until")
_MORE = ("kind", "stand_in", "note")


def add_arguments(parser: Parser) -> None:
    """Options of `leave add`."""
    field_options(parser, "leave", (*_DAYS, *_MORE))


def add(session: Session, options: Options) -> None:
    """Plans a leave, or records one afterwards; on a terminal the days that are missing are asked for."""
    first = values.asked_for(
        session,
        getattr(options, "from"),
        lambda typed: session.date(typed, Meaning.START),
        ask="ask.leave_from",
        option="--from",
    )
    last = values.asked_for(
        session,
        options.until,
        lambda typed: _last_day(session, typed, first),
        ask="ask.leave_until",
        option="--until",
    )
    given = given_values(session, "leave", options, _MORE)
    given |= {"from_on": first, "until_on": last, "planned_on": session.today}
    others = leaves_between(session.book, first, last)
    added = add_detail(session.book, "leave", owner_id=None, about="", values=given)
    held = detail_with(session.book, Leave, added)
    _answer(session, held, "detail.added")
    _say_of_days(session, held, others)


def _last_day(session: Session, typed: str, first: date) -> date:
    """The last day; one without a year, or a weekday, is the next after the first day where it would lie before it.

    Raises CannotBeMet where it lies before the first day.
    """
    last = parse_date(typed, session.today, Meaning.START)
    if last < first and not is_counted_from_today(typed):
        same = parse_date(typed, first, Meaning.RECORD) == first
        after = first if same else parse_date(typed, first, Meaning.PLAN)
        last = after if first <= after <= first + timedelta(days=FAR_DAYS) else last
    refuse_backwards("leave", {"from_on": first, "until_on": last})
    return last


def _say_of_days(session: Session, held: Leave, others: tuple[Leave, ...]) -> None:
    """What a coach may not have meant: a leave that is over, far ahead, long, or on days of another."""
    days: dict[str, date] = {"from": held.from_on, "until": held.until_on}
    if held.until_on < session.today:
        session.say("leave.is_over", **days)
    if (held.from_on - session.today).days > FAR_DAYS * 2:
        session.say("leave.is_far", **days)
    if (held.until_on - held.from_on).days > FAR_DAYS:
        session.say("leave.is_long", **days)
    for other in others:
        session.say("leave.overlaps", leave=life_lines.leave(session.texts, other))


def list_leaves_arguments(parser: Parser) -> None:
    """`leave list` has no options of its own."""


def list_leaves(session: Session, options: Options) -> None:
    """Every leave, the one furthest ahead first."""
    held = leaves(session.book)
    if session.json:
        output.data([life_json.leave(one) for one in held])
        return
    for one in held:
        output.line(life_lines.leave(session.texts, one))
    if not held:
        output.line(session.texts("error.leave.none"))


def show_arguments(parser: Parser) -> None:
    """Options of `leave show`."""
    parser.one("id", help_key="leave_id", needed=False)
    parser.flag("--for-stand-in", help_key="for_stand_in")


def show(session: Session, options: Options) -> None:
    """What falls in a leave; or what its stand-in needs to carry on, to be handed over."""
    held = _the_leave(session, options.id)
    if options.for_stand_in:
        _tell_stand_in(session, held)
        return
    page = leave_page(session.book, held.id, session.today)
    if session.json:
        output.data(leave_shown.page_json(session.texts, page))
        return
    for line in leave_shown.page_lines(session.texts, page):
        output.line(line)


def _tell_stand_in(session: Session, held: Leave) -> None:
    from valmentaja.desks.stand_in_sheet import stand_in_sheet

    sheet = stand_in_sheet(session.book, session.texts, held.id, session.today)
    if session.json:
        output.data({**life_json.leave(held), "sheet": list(sheet)})
        return
    for line in sheet:
        output.line(line)


def looked_arguments(parser: Parser) -> None:
    """Options of `leave looked`."""
    parser.one("id", help_key="leave_id", needed=False)


def looked(session: Session, options: Options) -> None:
    """The coach has gone through what falls in a leave: it no longer stands on the list."""
    held = _the_leave(session, options.id)
    look_at_leave(session.book, held.id, session.today)
    _answer(session, detail_with(session.book, Leave, held.id), "leave.looked")


def _the_leave(session: Session, typed: str | None) -> Leave:
    """The leave with the number; without one the leave that runs, else the next, else the newest.

    Raises CannotBeMet when there is none.
    """
    if typed is not None:
        return detail_with(session.book, Leave, id_of(session, "leave", typed))
    held = leaves(session.book)
    if not held:
        raise CannotBeMet("leave.none")
    ahead = [one for one in held if one.from_on > session.today]
    return running_leave(held, session.today) or (ahead[-1] if ahead else held[0])


def _answer(session: Session, held: Leave, key: str) -> None:
    if session.json:
        output.data(life_json.leave(held))
    else:
        output.line(session.texts(key, record=life_lines.leave(session.texts, held)))

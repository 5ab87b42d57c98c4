"""`triage --ahead`: seven days to come, what is booked on each and what falls due on it."""

from collections.abc import Iterator

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.queue import who
from valmentaja.cli.session import Session
from valmentaja.desks.ahead import AheadPage, DayAhead, DueAhead, ahead_page
from valmentaja.desks.explaining import what_waits
from valmentaja.texts import Texts

if TYPE_CHECKING:
    from valmentaja.cli.output import Json

MOST_WEEKS = 52


def tell_ahead(session: Session, typed_weeks: str) -> None:
    """The next seven days, or those so many weeks later. Raises WrongUsage for what is no such number."""
    weeks = values.number(typed_weeks, "--ahead", 0, MOST_WEEKS)
    page = ahead_page(session.book, session.today, session.texts.language, weeks_on=weeks)
    if session.json:
        output.data([_json(session, one) for one in page.days])
    else:
        _read_out(session, page)


def _read_out(session: Session, page: AheadPage) -> None:
    texts = session.texts
    for one in page.days:
        output.line(_heading(texts, one))
        for line in _of_day(session, one):
            output.line(f"  {line}")
    if page.waiting:
        output.line(texts.counted("week_ahead.waiting", page.waiting))


def _heading(texts: Texts, one: DayAhead) -> str:
    """The day, and what is special of it: "su 6.12.2026, itsenäisyyspäivä, poissa:"; what is empty says so."""
    parts = [
        texts.whole_day(one.day),
        *((one.holiday.name,) if one.holiday else ()),
        *((texts("week_ahead.leave"),) if one.is_leave else ()),
    ]
    return f"{', '.join(parts)}: {texts('week_ahead.nothing')}" if one.is_empty else f"{', '.join(parts)}:"


def _of_day(session: Session, one: DayAhead) -> Iterator[str]:
    texts = session.texts
    for line in one.times:
        yield lines.appointment(texts, line, texts("ahead.at", clock=line.appointment.at))
    for due in one.due:
        said = texts("week_ahead.due", name=who(texts, due.row), why=what_waits(texts, due.signal))
        yield texts("ahead.put_aside", due=said) if due.row.hidden else said


def _json(session: Session, one: DayAhead) -> "Json":
    return {
        "date": as_json.day(one.day),
        "holiday": one.holiday.name if one.holiday else None,
        "leave": one.is_leave,
        "times": [as_json.appointment(line) for line in one.times],
        "due": [_due_json(session, due) for due in one.due],
    }


def _due_json(session: Session, due: DueAhead) -> "Json":
    return {
        "about": due.row.about,
        "client": as_json.client_name(due.row.client),
        "employer": as_json.employer_name(due.row.employer),
        "kind": due.signal.kind,
        "due": as_json.day(due.signal.due_on),
        "sentence": what_waits(session.texts, due.signal),
        "record": due.signal.record_id,
    }

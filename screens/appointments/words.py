"""A booked time in words: who, what about and where, what became of it; and what is to be noticed of a new one."""

from collections.abc import Iterable, Iterator
from datetime import date, time

from valmentaja.desks.appointments import AppointmentLine, double_booked
from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.rules.appointments import has_passed
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning, parse_date, split_moment
from valmentaja.texts.shown import LONGEST_NAMED, one_line

KIND = "appointment"
CLOCK_WIDTH = 5
LONGEST = 200


def row_id(held: Appointment) -> str:
    """The row's record, as pages open it."""
    return f"{KIND}/{held.id}"


def appointment_id_in(focused: str | None) -> int | None:
    """The booked time that a row with this id is, `None` for any other row."""
    kind, _, number = (focused or "").partition("/")
    return int(number) if kind == KIND and number.isdigit() else None


def called(line: AppointmentLine) -> str:
    """Whom it is with: the group by its name, else the clients."""
    if line.group is not None and line.group.name:
        return one_line(line.group.name, LONGEST_NAMED)
    return ", ".join(one_line(one.label, LONGEST_NAMED) for one in line.clients)


def group_called(line: AppointmentLine) -> str:
    """The group whose meeting it is, "" for none: on a client's own page the client is not named again."""
    return called(line) if line.group is not None else ""


def about(line: AppointmentLine) -> Iterator[str]:
    """What it is about, where, and at whose workplace; each on one line."""
    employer = line.employer.name if line.employer else None
    held = line.appointment
    yield from (one_line(part, LONGEST) for part in (held.about, employer, held.place) if part)


def became(texts: Texts, held: Appointment, today: date, at: time | None) -> str:
    """What became of it; that it is asked, once its time has passed; "" while it is ahead.

    `at` is the time of day, where it counts.
    """
    if held.outcome is not None:
        return texts(f"outcome.{held.outcome}")
    return texts("appointment.asked") if has_passed(held, today, at) else ""


def outcome_style(held: Appointment) -> str:
    """What is asked stands out; what has been said is quiet."""
    return "$warning" if held.outcome is None else "$quiet"


def when(texts: Texts, held: Appointment) -> str:
    """Its day and time, whole."""
    return texts("contact.at", day=texts.whole_day(held.day), clock=held.at)


def read_moment(typed: str, today: date) -> tuple[date, time]:
    """A day and a time as they are typed: "to 26.11. klo 10". Raises WrongUsage for what is none."""
    day, at = split_moment(typed, today, Meaning.PLAN)
    return parse_date(day, today, Meaning.PLAN), at


def noticed(
    book: Workbook,
    texts: Texts,
    planned: Appointment,
    clients: Iterable[Client],
    today: date,
    at: time | None,
) -> Iterator[str]:
    """What a coach may not have meant: a time that is taken, or behind, or before the beginning.

    `planned` has the id of the one that it would come in place of, 0 for none.
    """
    others = double_booked(book, planned)
    if others:
        told = [f"{texts.clock(one.appointment.at)} {called(one)}" for one in others[:2]]
        yield texts.counted("when.double", len(others), others=", ".join(told))
    if has_passed(planned, today, at):
        yield texts("when.past")
    for one in clients:
        if planned.day < one.start_on:
            yield texts("when.before_start", name=one_line(one.label, LONGEST_NAMED), start=one.start_on)

"""The calendar file: appointments in the form that other calendars read (iCalendar, RFC 5545).

A file outside the workbook is not encrypted, so that clients stand in it by their codes, and nothing that was written
about them, unless their names are asked for.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from valmentaja import __version__
from valmentaja.desks.appointments import AppointmentLine, every_appointment, usual_lengths
from valmentaja.exchange.files import write_private_file
from valmentaja.model.appointment import Outcome
from valmentaja.model.contact import ClientContactWay
from valmentaja.rules.appointments import CANCELLED, begins, ends
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import shown

ZONE = ZoneInfo("Europe/Helsinki")
"""Clock times of appointments are those of Finland."""

_BEGINS = b"BEGIN:VCALENDAR"


@dataclass(frozen=True, slots=True)
class WrittenCalendar:
    """Where the calendar was written, and how many appointments are in it."""

    path: str
    appointments: int


def export_calendar(
    book: Workbook, texts: Texts, path: str, *, with_names: bool, moment: datetime
) -> WrittenCalendar:
    """Writes every appointment into the file, in place of the calendar that it held.

    One that was moved stands at its new time under the identity that it had, so that a calendar which reads the file
    again moves it too. Raises CannotBeMet when the file cannot be written; then it is as it was.
    """
    held = every_appointment(book)
    usual = usual_lengths(book, moment.date())
    content = calendar_of(held, texts, usual, with_names=with_names, moment=moment)
    whole_path = os.path.abspath(path)
    write_private_file(whole_path, content, begins=_BEGINS, home=book.home)
    return WrittenCalendar(whole_path, len(_shown(held)))


def calendar_of(
    lines: Iterable[AppointmentLine],
    texts: Texts,
    usual_minutes: Mapping[ClientContactWay, int],
    *,
    with_names: bool,
    moment: datetime,
) -> bytes:
    """The appointments as a calendar; `moment` is when it was made."""
    held = tuple(lines)
    calendar = Calendar()
    calendar.add("prodid", f"-//Valmentaja//Valmentaja {__version__}//{texts.language.upper()}")
    calendar.add("version", "2.0")
    first_of = _first_of(held)
    for line in _shown(held):
        event = _event(line, texts, usual_minutes, with_names=with_names)
        event.add("uid", _identity(first_of.get(line.appointment.id, line)))
        event.add("dtstamp", moment.astimezone(UTC))
        calendar.add_component(event)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _shown(held: Iterable[AppointmentLine]) -> tuple[AppointmentLine, ...]:
    return tuple(line for line in held if line.appointment.outcome is not Outcome.MOVED)


def _first_of(held: Iterable[AppointmentLine]) -> dict[int, AppointmentLine]:
    """For each appointment that came in place of another, the first of them all: it gives the identity."""
    by_id = {line.appointment.id: line for line in held}
    first: dict[int, AppointmentLine] = {}
    for number, line in sorted(by_id.items()):  # what comes in place of another is booked after it
        came = line.appointment.moved_to_id
        if came is not None:
            first[came] = first.get(number, line)
    return first


def _identity(line: AppointmentLine) -> str:
    """The same at every export, and no other appointment's: ids are never given twice."""
    held = line.appointment
    return f"appointment-{held.id}-{held.booked_on:%Y%m%d}@valmentaja"


def _event(
    line: AppointmentLine,
    texts: Texts,
    usual_minutes: Mapping[ClientContactWay, int],
    *,
    with_names: bool,
) -> Event:
    """Its texts are `shown`: the form takes no control characters, and some programs end lines at other signs too."""
    held, event = line.appointment, Event()
    event.add("summary", shown(_summary(line, texts, with_names=with_names)))
    event.add("dtstart", begins(held).replace(tzinfo=ZONE))
    event.add("dtend", ends(held, usual_minutes).replace(tzinfo=ZONE))
    event.add("status", "CANCELLED" if held.outcome in CANCELLED else "CONFIRMED")
    event.add("class", "PRIVATE")
    if held.place:
        event.add("location", shown(held.place))
    if with_names and (description := _description(line)):
        event.add("description", shown(description))
    return event


def _summary(line: AppointmentLine, texts: Texts, *, with_names: bool) -> str:
    who = ", ".join(one.label if with_names else one.code for one in line.clients)
    return texts("calendar.summary", who=who, way=texts(f"client_way.{line.appointment.way}"))


def _description(line: AppointmentLine) -> str:
    """What was written about it, and with whom else it is."""
    held = line.appointment
    parts = (
        line.group.name if line.group else None,
        line.employer.name if line.employer else None,
        held.about,
        held.guests,
    )
    return "\n".join(part for part in parts if part)

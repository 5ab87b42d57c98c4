"""Appointments with the names of those who take part: a day's times, a week's, a client's, a group's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.employer import Employer
from valmentaja.model.group import Group
from valmentaja.model.week import Week
from valmentaja.rules.appointments import has_passed, overlapping, without_others
from valmentaja.settings.work import usual_minutes
from valmentaja.store.appointments import (
    all_appointments,
    appointment,
    appointments_ahead,
    appointments_between,
    appointments_of_client,
    appointments_of_group,
    appointments_without_outcome,
)
from valmentaja.store.clients import client, clients_on_caseload
from valmentaja.store.employers import employer
from valmentaja.store.groups import group
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """An appointment, who takes part, the employer who is there, and the group whose meeting it is."""

    appointment: Appointment
    clients: tuple[Client, ...]
    employer: Employer | None
    group: Group | None


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group, and who takes part in it now."""

    group: Group
    clients: tuple[Client, ...]


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group with all its meetings, in the order of their times."""

    line: GroupLine
    meetings: tuple[AppointmentLine, ...]


@dataclass(frozen=True, slots=True)
class ClientAppointments:
    """A client's appointments: those to come, soonest first, and those that were, latest first."""

    ahead: tuple[AppointmentLine, ...]
    behind: tuple[AppointmentLine, ...]


def appointment_line(book: Workbook, held: Appointment | int) -> AppointmentLine:
    """The appointment, or the one with the id, as a line."""
    known = appointment(book, held) if isinstance(held, int) else held
    return AppointmentLine(
        known,
        tuple(client(book, one) for one in known.client_ids),
        None if known.employer_id is None else employer(book, known.employer_id),
        None if known.group_id is None else group(book, known.group_id),
    )


def appointment_lines(book: Workbook, held: Iterable[Appointment]) -> tuple[AppointmentLine, ...]:
    """The appointments as lines, in their order."""
    return tuple(appointment_line(book, one) for one in held)


def times_of_day(book: Workbook, day: date) -> tuple[AppointmentLine, ...]:
    """The day's times, with what became of them."""
    return appointment_lines(book, appointments_between(book, day, day))


def appointments_of_week(book: Workbook, week: Week) -> tuple[AppointmentLine, ...]:
    """The week's appointments, with what became of them."""
    return appointment_lines(book, appointments_between(book, week.monday, week.sunday))


def booked_ahead(book: Workbook, day: date) -> tuple[AppointmentLine, ...]:
    """What is booked from the day on, and nobody has said what became of it."""
    return appointment_lines(book, appointments_ahead(book, day))


def first_booked(book: Workbook, day: date) -> dict[int, Appointment]:
    """The time that is booked next with each client who has one, by the client's id."""
    first: dict[int, Appointment] = {}
    for held in appointments_ahead(book, day):
        for client_id in held.client_ids:
            first.setdefault(client_id, held)
    return first


def passed_without_outcome(book: Workbook, day: date, at: time | None = None) -> tuple[AppointmentLine, ...]:
    """The appointments whose time has passed, and nobody has said what became of them.

    `at` is the clock time on the day, `None` where only whole days count.
    """
    open_until_now = appointments_without_outcome(book, day)
    return appointment_lines(book, (one for one in open_until_now if has_passed(one, day, at)))


def client_appointments(book: Workbook, client_id: int, day: date) -> ClientAppointments:
    """The client's appointments as of the day."""
    held = appointment_lines(book, appointments_of_client(book, client_id))
    ahead = tuple(one for one in held if one.appointment.outcome is None and one.appointment.day >= day)
    behind = tuple(one for one in reversed(held) if one not in ahead)
    return ClientAppointments(ahead, behind)


def open_with(book: Workbook, client_id: int) -> tuple[AppointmentLine, ...]:
    """The appointments with the client of which nobody has said what became of them."""
    held = (one for one in appointments_of_client(book, client_id) if one.outcome is None)
    return appointment_lines(book, held)


def every_appointment(book: Workbook) -> tuple[AppointmentLine, ...]:
    """Every appointment there ever was, in the order of their times."""
    return appointment_lines(book, all_appointments(book))


def double_booked(book: Workbook, held: Appointment) -> tuple[AppointmentLine, ...]:
    """The other appointments that take some of the same time."""
    around = appointments_between(book, held.day - timedelta(days=1), held.day + timedelta(days=1))
    return appointment_lines(book, overlapping(held, around, usual_lengths(book, held.day)))


def usual_lengths(book: Workbook, day: date) -> Mapping[ClientContactWay, int]:
    """The minutes that a contact of each way takes as a rule."""
    return {way: usual_minutes(book, way, day) for way in ClientContactWay}


def group_line(book: Workbook, held: Group | int) -> GroupLine:
    """The group, or the one with the id, as a line."""
    known = group(book, held) if isinstance(held, int) else held
    return GroupLine(known, tuple(client(book, one) for one in known.client_ids))


def group_page(book: Workbook, group_id: int) -> GroupPage:
    """The group as the coach sees it."""
    return GroupPage(
        group_line(book, group_id), appointment_lines(book, appointments_of_group(book, group_id))
    )


def participants_copy(book: Workbook, group_id: int, client_id: int) -> GroupPage:
    """The group as one who takes part may see it: their own meetings, and not a word of the others.

    The coach's own note is left out, and so is every text that names another.
    """
    page = group_page(book, group_id)
    own = tuple(one for one in page.meetings if client_id in one.appointment.client_ids)
    at_meetings = (one for line in page.meetings for one in line.clients)
    others = [one for one in (*page.line.clients, *at_meetings) if one.id != client_id]
    held = page.line.group
    shown = replace(
        held,
        name=without_others(held.name, others) or "",
        co_led_by=without_others(held.co_led_by, others),
        note=None,
        client_ids=(client_id,),
    )
    mine = (client(book, client_id),)
    meetings = tuple(_own_copy(line, mine, others, shown) for line in own)
    return GroupPage(GroupLine(shown, mine), meetings)


def _own_copy(
    line: AppointmentLine, mine: tuple[Client, ...], others: list[Client], shown: Group | None
) -> AppointmentLine:
    """The meeting without the others and without whatever text names one of them."""
    held = line.appointment
    own = replace(
        held,
        client_ids=tuple(one.id for one in mine),
        place=without_others(held.place, others),
        about=without_others(held.about, others),
        guests=without_others(held.guests, others),
        contact_id=None,
    )
    return AppointmentLine(own, mine, line.employer, shown)


def reminder_copy(book: Workbook, line: AppointmentLine, day: date) -> AppointmentLine:
    """The appointment as whoever takes part may read of it: with no text that names another client.

    Of several who take part none is named: each gets the same. Another is one of the caseload on the day, or on the
    day of booking: who has ended meanwhile is still theirs alone to tell of.
    """
    mine = line.clients if len(line.clients) == 1 else ()
    days = (day, line.appointment.booked_on)
    caseload = (one for on_day in days for one in clients_on_caseload(book, on_day))
    known = {one.id: one for one in (*caseload, *line.clients)}
    return _own_copy(line, mine, [one for one in known.values() if one not in mine], None)

"""Records as the JSON of cli.md: English keys in every language, ISO dates, `null` for unknown, lists never `null`."""

from __future__ import annotations

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from valmentaja.cli.output import Json
    from valmentaja.desks.appointments import AppointmentLine, GroupLine, GroupPage
    from valmentaja.desks.records import ClientContactLine, EmployerContactLine, StepLine
    from valmentaja.model.client import Client
    from valmentaja.model.diary import DiaryEntry
    from valmentaja.model.employer import Employer
    from valmentaja.model.group import Group
    from valmentaja.model.phase_stay import PhaseStay
    from valmentaja.model.snooze import Snooze
    from valmentaja.rules.tally import Tally


def day(value: date | None) -> str | None:
    """An ISO date."""
    return value.isoformat() if value else None


def clock(value: time | None) -> str | None:
    """A time of day as HH:MM."""
    return value.isoformat(timespec="minutes") if value else None


def client_name(client: Client | None) -> Json:
    """A client as other records name them."""
    return {"id": client.id, "name": client.name, "code": client.code} if client else None


def employer_name(employer: Employer | None) -> Json:
    """An employer as other records name them."""
    return {"id": employer.id, "name": employer.name} if employer else None


def phase_stay(stay: PhaseStay) -> Json:
    """A stretch in a phase."""
    return {
        "id": stay.id,
        "phase": stay.phase,
        "from": day(stay.entered_on),
        "to": day(stay.left_on),
        "main": stay.is_main,
    }


def employer(held: Employer) -> dict[str, Json]:
    """An employer's own record."""
    return {
        "id": held.id,
        "name": held.name,
        "sector": held.sector,
        "industry": held.industry,
        "town": held.town,
        "address": held.address,
        "phone": held.phone,
        "email": held.email,
        "people": held.people,
        "note": held.note,
        "does": held.does,
        "size": held.size,
        "needs": held.needs,
        "needs_ahead": held.needs_ahead,
        "chain": held.chain,
        "terms": held.terms,
        "feedback": held.feedback,
        "state": held.state,
        "rests_until": day(held.rests_until),
        "archived_on": day(held.archived_on),
        "added_on": day(held.added_on),
    }


def employer_contact(line: EmployerContactLine) -> dict[str, Json]:
    """An employer contact, with the step agreed at it."""
    contact = line.contact
    return {
        "id": contact.id,
        "date": day(contact.day),
        "time": clock(contact.at),
        "employer": employer_name(line.employer),
        "client": client_name(line.client),
        "present": contact.present,
        "who": contact.who,
        "made_by": contact.made_by,
        "way": contact.way,
        "purpose": contact.purpose,
        "outcome": contact.outcome,
        "minutes": contact.minutes,
        "note": contact.note,
        "place": contact.place,
        "travel_minutes": contact.travel_minutes,
        "kilometres": contact.kilometres,
        "next": step(line.step) if line.step else None,
    }


def client_contact(line: ClientContactLine) -> dict[str, Json]:
    """A client contact."""
    contact = line.contact
    return {
        "id": contact.id,
        "date": day(contact.day),
        "time": clock(contact.at),
        "clients": [client_name(one) for one in line.clients],
        "way": contact.way,
        "reached": contact.reached,
        "topic": contact.topic,
        "minutes": contact.minutes,
        "note": contact.note,
        "place": contact.place,
        "travel_minutes": contact.travel_minutes,
        "kilometres": contact.kilometres,
    }


def appointment(line: AppointmentLine) -> dict[str, Json]:
    """An appointment. `at` is its day and time, which stand apart too; `moved_to` and `contact` are ids."""
    held = line.appointment
    return {
        "id": held.id,
        "at": f"{day(held.day)}T{clock(held.at)}",
        "date": day(held.day),
        "time": clock(held.at),
        "clients": [client_name(one) for one in line.clients],
        "employer": employer_name(line.employer),
        "about": held.about,
        "outcome": held.outcome,
        "place": held.place,
        "way": held.way,
        "minutes": held.minutes,
        "guests": held.guests,
        "group": group_name(line.group),
        "moved_to": held.moved_to_id,
        "contact": held.contact_id,
    }


def group_name(held: Group | None) -> Json:
    """A group as its meetings name it."""
    return {"id": held.id, "name": held.name} if held else None


def group(line: GroupLine) -> dict[str, Json]:
    """A group, and who takes part in it now."""
    held = line.group
    return {
        "id": held.id,
        "name": held.name,
        "clients": [client_name(one) for one in line.clients],
        "co_led_by": held.co_led_by,
        "note": held.note,
        "ended_on": day(held.ended_on),
    }


def group_page(page: GroupPage) -> dict[str, Json]:
    """A group with its meetings."""
    return {**group(page.line), "appointments": [appointment(one) for one in page.meetings]}


def step(line: StepLine) -> dict[str, Json]:
    """A next step, and whom it is about."""
    held = line.step
    return {
        "id": held.id,
        "client": client_name(line.client),
        "employer": employer_name(line.employer),
        "text": held.text,
        "on": day(held.due_on),
        "owner": held.owner,
        "done_on": day(held.done_on),
    }


def snooze(held: Snooze, about: Client) -> dict[str, Json]:
    """A put-aside."""
    return {
        "id": held.id,
        "client": client_name(about),
        "until": day(held.until),
        "because": held.because,
        "ended_on": day(held.ended_on),
    }


def diary_entry(entry: DiaryEntry) -> dict[str, Json]:
    """A day of the diary. `prompts` holds answers by the id of the prompt."""
    return {
        "id": entry.id,
        "date": day(entry.day),
        "text": entry.text,
        "prompts": {},
        "load": entry.load,
        "energy": entry.energy,
        "supervision": entry.supervision,
        "tags": list(entry.tags),
    }


def tally(held: Tally) -> dict[str, Json]:
    """The tally of a week."""
    return {
        "week": str(held.week),
        "from": day(held.week.monday),
        "to": day(held.week.sunday),
        "target": held.target,
        "in_person": held.in_person,
        "support_visits": held.support_visits,
        "thanks": held.thanks,
        "mean_of_4_weeks": held.mean_of_4_weeks,
        "by_way": {str(way): count for way, count in held.by_way.items()},
        "by_purpose": {str(purpose or "unknown"): count for purpose, count in held.by_purpose.items()},
        "with_client": held.with_client,
        "without_client": held.without_client,
        "working_days": held.working_days,
        "working_days_left": held.working_days_left,
        "leave_days": held.leave_days,
        "holidays": [{"date": day(holiday.day), "name": holiday.name} for holiday in held.holidays],
    }

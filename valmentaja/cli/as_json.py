"""Records as the JSON of cli.md: English keys in every language, ISO dates, `null` for unknown, lists never `null`."""

from __future__ import annotations

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from valmentaja.cli.output import Json
    from valmentaja.desks.records import ClientContactLine, EmployerContactLine, StepLine
    from valmentaja.model.client import Client
    from valmentaja.model.diary import DiaryEntry
    from valmentaja.model.employer import Employer
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


def client(held: Client) -> dict[str, Json]:
    """A client's own record."""
    return {
        "id": held.id,
        "code": held.code,
        "name": held.name,
        "start": day(held.start_on),
        "phase": held.phase,
        "phone": held.phone,
        "email": held.email,
        "address": held.address,
        "best_reached": held.best_reached,
        "contact_interval_days": held.contact_interval_days,
        "note": held.note,
        "ended_on": day(held.ended_on),
        "end_reason": held.end_reason,
        "carried_on_by": held.carried_on_by,
    }


def phase_stay(stay: PhaseStay) -> Json:
    """A stretch in a phase."""
    return {"id": stay.id, "phase": stay.phase, "from": day(stay.entered_on), "to": day(stay.left_on)}


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
    }


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

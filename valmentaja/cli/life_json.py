"""Clients, placements and what goes with them as JSON: their keys are the fields of `rules.fields`.

Apart from `as_json`, since the commands of every day do without those.
"""

from __future__ import annotations

from datetime import date, time

from valmentaja import TYPE_CHECKING
from valmentaja.cli.as_json import client_name, clock, day, employer_name
from valmentaja.model.activity import Activity
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave
from valmentaja.rules.fields import FIELDS, PROFILE, Field, FieldKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from valmentaja.cli.output import Json
    from valmentaja.desks.details import DetailLine, NetworkLine, ServiceLine
    from valmentaja.desks.placements import PlacementLine
    from valmentaja.model.client import Client
    from valmentaja.rules.promises import Promise
    from valmentaja.store.details import Detail

_NAMED = (FieldKind.CLIENT, FieldKind.EMPLOYER)
"""Fields that name another record: they stand with whom a record is about."""


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
        **fields_of("client", held, ("status_at_start", "stand_in", *(field.name for field in PROFILE))),
    }


def fields_of(kind: str, held: object, names: Collection[str]) -> dict[str, Json]:
    """The named fields of a record, as `rules.fields` declares them."""
    return {
        field.name: _field_value(field, getattr(held, field.column))
        for field in FIELDS[kind]
        if field.name in names
    }


def _field_value(field: Field, value: object) -> Json:
    match value:
        case None | bool() | str():
            return value
        case int(number):
            return hours(number) if field.kind is FieldKind.HOURS else number
        case date():
            return day(value)
        case time():
            return clock(value)
    raise AssertionError(field.name)


def hours(minutes: int) -> Json:
    """Hours, whole ones as a whole number."""
    return minutes // 60 if minutes % 60 == 0 else round(minutes / 60, 2)


def promise(held: Promise) -> Json:
    """A promise of follow-along as it stands."""
    return {
        "kind": held.kind,
        "due": day(held.due_on),
        "window_from": day(held.window_from),
        "done_on": day(held.done_on),
        "state": held.state,
    }


def placement(line: PlacementLine) -> dict[str, Json]:
    """A placement, what has been recorded with it, and its follow-along by due date."""
    held = line.placement
    names = tuple(field.name for field in FIELDS["placement"] if field.kind is not FieldKind.EMPLOYER)
    return {
        "id": held.id,
        "client": client_name(line.client),
        "employer": employer_name(line.employer),
        **fields_of("placement", held, names),
        "moves": [
            {
                "id": move.id,
                "on": day(move.moved_on),
                "from": day(move.from_day),
                "to": day(move.to_day),
                "because": move.because,
            }
            for move in line.moves
        ],
        "supports": [detail("work_support", support) for support in line.supports],
        "looks": [detail("placement_look", look) for look in line.looks],
        "agreements": [detail("re_agreement", agreement) for agreement in line.agreements],
        "remarks": [remark.kind for remark in line.remarks],
        "follow_along": [promise(one) for one in line.promises],
    }


def detail(kind: str, held: Detail) -> dict[str, Json]:
    """A record that tells more of a client, an employer or a placement, by its fields."""
    names = tuple(field.name for field in FIELDS[kind] if field.kind not in _NAMED)
    return {"id": held.id, **fields_of(kind, held, names)}


def leave(held: Leave) -> dict[str, Json]:
    """A leave of the coach's own."""
    return {
        "id": held.id,
        "from": day(held.from_on),
        "until": day(held.until_on),
        "kind": held.kind,
        "stand_in": held.stand_in,
        "note": held.note,
        "planned_on": day(held.planned_on),
        "looked_on": day(held.looked_on),
    }


def lead(line: DetailLine, held: Lead) -> dict[str, Json]:
    """A job lead. The interview has its time in it where that is known."""
    at = f"T{clock(held.at)}" if held.at else ""
    return {
        "id": held.id,
        "client": client_name(line.client),
        "job": held.job,
        "employer": employer_name(line.employer),
        "source": held.source,
        "owner": held.owner,
        "closes": day(held.closes_on),
        "applied": day(held.applied_on),
        "interview": f"{day(held.interview_on)}{at}" if held.interview_on else None,
        "answer": held.answer,
        "answered_on": day(held.answered_on),
        "note": held.note,
    }


def activity(line: DetailLine, held: Activity) -> dict[str, Json]:
    """Time that was no contact."""
    return {
        "id": held.id,
        "date": day(held.day),
        "kind": held.kind,
        "minutes": held.minutes,
        "client": client_name(line.client),
        "employer": employer_name(line.employer),
        "place": held.place,
        "serves": held.serves,
        "kilometres": held.kilometres,
        "note": held.note,
    }


def detail_of(line: DetailLine) -> dict[str, Json]:
    """A record that tells more of a client, and whom it is about; a leave is about nobody."""
    match line.record:
        case Leave() as held:
            return leave(held)
        case Lead() as held:
            return lead(line, held)
        case Activity() as held:
            return activity(line, held)
        case EmployerPerson() as held:
            return {"id": held.id, "employer": employer_name(line.employer), **detail(line.kind, held)}
    about: dict[str, Json] = {"client": client_name(line.client)}
    if line.placement_id is not None:
        about["placement"] = line.placement_id
    if line.supporter is not None:
        about["supporter"] = {"id": line.supporter.id, "name": line.supporter.name}
    if any(field.kind is FieldKind.EMPLOYER for field in FIELDS[line.kind]):
        about["employer"] = employer_name(line.employer)
    return {"id": line.record.id, **about, **detail(line.kind, line.record)}


def supporter(line: NetworkLine) -> dict[str, Json]:
    """Someone of a network, with the run of cooperation, newest first."""
    contacts = [detail("supporter_contact", one) for one in line.contacts]
    last = line.contacts[0].day if line.contacts else None
    return {**detail_of(line.about), "last_contact": day(last), "contacts": [*contacts]}


def service(line: ServiceLine) -> dict[str, Json]:
    """What the payer bought, and how much of it has been used."""
    used = line.used
    return {**detail_of(line.about), "used_meetings": used.meetings, "used_hours": hours(used.minutes)}

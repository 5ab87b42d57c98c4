"""Gathers what triage looks at of working life, for the whole caseload at once: each table is read once.

A kind of record of which nobody on the caseload has any is not even loaded: on most days that is most of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.model.contact import ClientContactWay
from valmentaja.rules.facts import Partner
from valmentaja.rules.months import months_after
from valmentaja.rules.promises import Reached, Work
from valmentaja.store.appointments import open_appointments
from valmentaja.store.reading import records_by
from valmentaja.store.touches import listed, newest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias, TypeVar

    from valmentaja.model.appointment import Appointment
    from valmentaja.model.benefit import Benefit
    from valmentaja.model.concern import Concern
    from valmentaja.model.disclosure import Disclosure
    from valmentaja.model.lead import Lead
    from valmentaja.model.placement import Placement
    from valmentaja.model.placement_look import PlacementLook
    from valmentaja.model.re_agreement import ReAgreement
    from valmentaja.model.service_period import ServicePeriod
    from valmentaja.model.start_move import StartMove
    from valmentaja.model.touch import Touch
    from valmentaja.model.work_support import WorkSupport
    from valmentaja.store.connection import Row
    from valmentaja.store.workbook import Workbook

    _One = TypeVar("_One")
    _Written = TypeVar("_Written", Benefit, Disclosure, Placement)
    _ById: TypeAlias = dict[int, tuple[_One, ...]]

_WAYS = {
    "meeting": ClientContactWay.IN_PERSON,
    "in_person": ClientContactWay.IN_PERSON,
    "video": ClientContactWay.VIDEO,
    "phone": ClientContactWay.PHONE,
    "message": ClientContactWay.MESSAGE,
}
"""The way of a contact of either kind, as a contact with the client who was there; an event is no meeting."""


@dataclass(frozen=True, slots=True)
class WorkingLives:
    """What is open on a day in the working lives of the caseload, by the client's id."""

    works: _ById[Work]
    workplace_meetings: Mapping[int, Touch]
    """The last meeting in person with the employer of any placement that runs on the day, by the employer's id."""
    appointments: _ById[Appointment]
    concerns: _ById[Concern]
    service_periods: _ById[ServicePeriod]
    benefits: _ById[Benefit]
    disclosures: _ById[Disclosure]
    partners: _ById[Partner]
    leads: _ById[Lead]


def working_lives(book: Workbook, client_ids: str, day: date) -> WorkingLives:
    """What had been recorded by the day of the clients, who are `listed`."""
    works = _works(book, client_ids, day)
    return WorkingLives(
        works=works,
        workplace_meetings=_workplace_meetings(book, (one for own in works.values() for one in own), day),
        appointments=_open_appointments(book, day),
        concerns=_concerns(book, client_ids, day),
        service_periods=_service_periods(book, client_ids, day),
        benefits=_benefits(book, client_ids, day),
        disclosures=_disclosures(book, client_ids, day),
        partners=_partners(book, client_ids, day),
        leads=_leads(book, client_ids, day),
    )


def _concerns(book: Workbook, client_ids: str, day: date) -> _ById[Concern]:
    condition = "seen_on <= ?2 AND (settled_on IS NULL OR settled_on > ?2)"
    rows = _rows(book, "concern", client_ids, condition, day)
    if not rows:
        return {}
    from valmentaja.model.concern import Concern

    return records_by("client_id", Concern, rows)


def _service_periods(book: Workbook, client_ids: str, day: date) -> _ById[ServicePeriod]:
    rows = _rows(book, "service_period", client_ids, "from_on <= ?2", day)
    if not rows:
        return {}
    from valmentaja.model.service_period import ServicePeriod

    periods = records_by("client_id", ServicePeriod, rows)
    return {client_id: tuple(_not_yet_done(one, day) for one in own) for client_id, own in periods.items()}


def _not_yet_done(period: ServicePeriod, day: date) -> ServicePeriod:
    """A report given later than the day was still to be given on it."""
    interim, final = period.interim_report_done_on, period.final_report_done_on
    if interim is not None and interim > day:
        period = replace(period, interim_report_done_on=None)
    return replace(period, final_report_done_on=None) if final is not None and final > day else period


def _benefits(book: Workbook, client_ids: str, day: date) -> _ById[Benefit]:
    rows = _rows(book, "benefit", client_ids)
    if not rows:
        return {}
    from valmentaja.model.benefit import Benefit

    benefits = records_by("client_id", Benefit, rows)
    return {
        client_id: tuple(_before_checked(book, one, day) for one in own)
        for client_id, own in benefits.items()
    }


def _before_checked(book: Workbook, benefit: Benefit, day: date) -> Benefit:
    """Looked at later than the day, it is as it was before that."""
    if benefit.checked_on is None or benefit.checked_on <= day:
        return benefit
    return _before_later(book, benefit, "checked_on", day) or replace(benefit, checked_on=None)


def _disclosures(book: Workbook, client_ids: str, day: date) -> _ById[Disclosure]:
    """What was agreed by the day; agreed anew later, it is as it was before that."""
    rows = _rows(book, "disclosure", client_ids)
    if not rows:
        return {}
    from valmentaja.model.disclosure import Disclosure

    agreed = records_by("client_id", Disclosure, rows)
    return {
        client_id: tuple(held for one in own if (held := _agreed_by(book, one, day)) is not None)
        for client_id, own in agreed.items()
    }


def _agreed_by(book: Workbook, disclosure: Disclosure, day: date) -> Disclosure | None:
    return disclosure if disclosure.agreed_on <= day else _before_later(book, disclosure, "agreed_on", day)


def _leads(book: Workbook, client_ids: str, day: date) -> _ById[Lead]:
    """Those that were still open on the day."""
    condition = "added_on <= ?2 AND (answer IS NULL OR answered_on > ?2)"
    rows = _rows(book, "lead", client_ids, condition, day)
    if not rows:
        return {}
    from valmentaja.model.lead import Lead

    return records_by("client_id", Lead, rows)


def _partners(book: Workbook, client_ids: str, day: date) -> _ById[Partner]:
    """Those with whom regular contact was agreed, with the last contact."""
    rows = _rows(book, "supporter", client_ids, "every_days IS NOT NULL AND added_on <= ?2", day)
    return _partners_in(book, rows, day)


def own_partners(book: Workbook, day: date) -> tuple[Partner, ...]:
    """Those of the coach's own network with whom regular contact was agreed."""
    rows = book.rows(
        """SELECT * FROM supporter WHERE client_id IS NULL AND every_days IS NOT NULL AND added_on <= ?
        ORDER BY id""",
        (day.isoformat(),),
    )
    return tuple(one for own in _partners_in(book, rows, day).values() for one in own)


def _partners_in(book: Workbook, rows: list[Row], day: date) -> dict[int, tuple[Partner, ...]]:
    if not rows:
        return {}
    from valmentaja.model.supporter import Supporter

    last = newest_of(book, "supporter_contact", "supporter_id", listed(row["id"] for row in rows), day)
    return {
        client_id: tuple(Partner(one, last.get(one.id)) for one in own)
        for client_id, own in records_by("client_id", Supporter, rows).items()
    }


def _rows(
    book: Workbook, table: str, client_ids: str, condition: str = "1", day: date | None = None
) -> list[Row]:
    """The rows of the clients, in the order they were made. The day is the parameter `?2`."""
    sql = f"""SELECT * FROM {table} WHERE client_id IN (SELECT value FROM json_each(?1)) AND {condition}
        ORDER BY id"""
    return book.rows(sql, (client_ids, day.isoformat()) if day else (client_ids,))


def _workplace_meetings(book: Workbook, works: Iterable[Work], day: date) -> dict[int, Touch]:
    employer_ids = {work.placement.employer_id for work in works if work.is_live(day)}
    if not employer_ids:
        return {}
    return newest_of(book, "employer_contact", "employer_id", listed(employer_ids), day, "way = 'meeting'")


def _open_appointments(book: Workbook, day: date) -> _ById[Appointment]:
    """In the order of their times, for each client in them."""
    found: dict[int, list[Appointment]] = {}
    for appointment in open_appointments(book, day):
        for client_id in appointment.client_ids:
            found.setdefault(client_id, []).append(appointment)
    return {client_id: tuple(own) for client_id, own in found.items()}


# Placements, with what their promises are judged by


def _works(book: Workbook, client_ids: str, day: date) -> _ById[Work]:
    rows = _rows(book, "placement", client_ids, "recorded_on <= ?2", day)
    if not rows:
        return {}
    from valmentaja.model.placement import Placement

    placements = records_by("client_id", Placement, rows)
    works: dict[int, list[Work]] = {}
    for work in _with_what_is_told(book, (one for own in placements.values() for one in own), day):
        works.setdefault(work.placement.client_id, []).append(work)
    return {client_id: tuple(own) for client_id, own in works.items()}


def work_of(book: Workbook, placement: Placement, day: date) -> Work:
    """One placement with what its promises are judged by."""
    return _with_what_is_told(book, (placement,), day)[0]


def _with_what_is_told(book: Workbook, placements: Iterable[Placement], day: date) -> tuple[Work, ...]:
    """The placements with what has been recorded of them in records of their own, and of meeting the clients."""
    held = tuple(placements)
    ids = listed(one.id for one in held)
    agreements, looks = _agreements(book, ids), _looks(book, ids)
    supports, moves = _supports(book, ids), _moves(book, ids)
    told = tuple(_as_of(book, one, moves.get(one.id, ()), day) for one in held)
    reached = _reached(book, _first_days(told), day)
    return tuple(
        Work(
            one,
            reached.get(one.client_id, ()),
            agreements.get(one.id, ()),
            looks.get(one.id, ()),
            tuple(_undecided(support, day) for support in supports.get(one.id, ())),
            moves.get(one.id, ()),
        )
        for one in told
    )


def _as_of(book: Workbook, placement: Placement, moves: Iterable[StartMove], day: date) -> Placement:
    """The placement as it was on the day: what was moved, asked or changed later was not yet."""
    asked_on, changed_on = placement.asked_paid_on, placement.terms_changed_on
    if asked_on is not None and asked_on > day:
        before = _before_later(book, placement, "asked_paid_on", day)
        placement = before or replace(placement, asked_paid_on=None)
    if changed_on is not None and changed_on > day:
        before = _before_later(book, placement, "terms_changed_on", day)
        placement = before or replace(placement, terms_changed_on=None)
    start_on = next((move.from_day for move in moves if move.moved_on > day), None)
    return placement if start_on is None else replace(placement, start_on=start_on)


def _undecided(support: WorkSupport, day: date) -> WorkSupport:
    """What was decided later than the day was still to be decided on it."""
    if support.decided_on is None or support.decided_on <= day:
        return support
    return replace(support, decided_on=None, decision=None)


def _before_later(book: Workbook, record: _Written, dated: str, day: date) -> _Written | None:
    """As `earlier.before_later`, which only a day behind needs."""
    from valmentaja.store.earlier import before_later

    return before_later(book, record, dated, day)


def _agreements(book: Workbook, placement_ids: str) -> _ById[ReAgreement]:
    rows = _rows_beside(book, "re_agreement", placement_ids, "agreed_on, id")
    if not rows:
        return {}
    from valmentaja.model.re_agreement import ReAgreement

    return records_by("placement_id", ReAgreement, rows)


def _looks(book: Workbook, placement_ids: str) -> _ById[PlacementLook]:
    rows = _rows_beside(book, "placement_look", placement_ids, "day, id")
    if not rows:
        return {}
    from valmentaja.model.placement_look import PlacementLook

    return records_by("placement_id", PlacementLook, rows)


def _supports(book: Workbook, placement_ids: str) -> _ById[WorkSupport]:
    rows = _rows_beside(book, "work_support", placement_ids, "id")
    if not rows:
        return {}
    from valmentaja.model.work_support import WorkSupport

    return records_by("placement_id", WorkSupport, rows)


def _moves(book: Workbook, placement_ids: str) -> _ById[StartMove]:
    rows = _rows_beside(book, "start_move", placement_ids, "id")
    if not rows:
        return {}
    from valmentaja.model.start_move import StartMove

    return records_by("placement_id", StartMove, rows)


def _rows_beside(book: Workbook, table: str, placement_ids: str, order: str) -> list[Row]:
    condition = "placement_id IN (SELECT value FROM json_each(?))"
    return book.rows(f"SELECT * FROM {table} WHERE {condition} ORDER BY {order}", (placement_ids,))


def _first_days(placements: Iterable[Placement]) -> dict[int, date]:
    """From when on each client's meetings are looked at: the month before their first start."""
    starts: dict[int, date] = {}
    for one in placements:
        starts[one.client_id] = min(one.start_on, starts.get(one.client_id, one.start_on))
    return {client_id: months_after(start_on, -1) for client_id, start_on in starts.items()}


def _reached(book: Workbook, first_days: Mapping[int, date], last: date) -> _ById[Reached]:
    """The contacts in which each client was reached from a day of their own until the last, oldest first."""
    found: dict[int, list[Reached]] = {}
    pairs = ",".join(f'"{client_id}":"{first.isoformat()}"' for client_id, first in first_days.items())
    for row in book.rows(
        """SELECT attendance.client_id AS client_id, attendance.day AS day,
            coalesce(client_contact.way, employer_contact.way) AS way,
            (SELECT count(*) FROM attendance AS other WHERE other.contact_id = attendance.contact_id) = 1
            AND NOT EXISTS (SELECT 1 FROM appointment WHERE appointment.contact_id = attendance.contact_id
                AND appointment.group_id IS NOT NULL) AS is_alone
        FROM json_each(?) AS own
        JOIN attendance ON attendance.client_id = CAST(own.key AS INTEGER)
            AND attendance.day BETWEEN own.value AND ? AND attendance.reached = 1
        LEFT JOIN client_contact ON client_contact.id = attendance.contact_id
        LEFT JOIN employer_contact ON employer_contact.id = attendance.contact_id
        ORDER BY attendance.day, attendance.contact_id""",
        (f"{{{pairs}}}", last.isoformat()),
    ):
        reached = Reached(date.fromisoformat(row["day"]), _WAYS.get(row["way"]), bool(row["is_alone"]))
        found.setdefault(row["client_id"], []).append(reached)
    return {client_id: tuple(own) for client_id, own in found.items()}


def has_open_placement(book: Workbook, client_id: int) -> bool:
    """Whether the client has a placement that nobody has ended."""
    row = book.row("SELECT 1 FROM placement WHERE client_id = ? AND ended_on IS NULL LIMIT 1", (client_id,))
    return row is not None

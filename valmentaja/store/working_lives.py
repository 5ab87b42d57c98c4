"""Gathers what triage looks at of working life, for the whole caseload at once: each table is read once.

A kind of record of which nobody on the caseload has any is not even loaded: on most days that is most of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.rules.facts import Partner
from valmentaja.rules.promises import Work
from valmentaja.store.appointments import open_appointments
from valmentaja.store.reading import records_by
from valmentaja.store.touches import listed, newest_of
from valmentaja.store.works import before_later, works_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias, TypeVar

    from valmentaja.model.answer import Answer
    from valmentaja.model.appointment import Appointment
    from valmentaja.model.benefit import Benefit
    from valmentaja.model.concern import Concern
    from valmentaja.model.disclosure import Disclosure
    from valmentaja.model.lead import Lead
    from valmentaja.model.placement import Placement
    from valmentaja.model.service_period import ServicePeriod
    from valmentaja.model.touch import Touch
    from valmentaja.store.connection import Row
    from valmentaja.store.workbook import Workbook

    _One = TypeVar("_One")
    _Written = TypeVar("_Written", Benefit, Disclosure, Placement)
    _ById: TypeAlias = dict[int, tuple[_One, ...]]


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
    find_outs: _ById[Answer]


def working_lives(book: Workbook, client_ids: str, day: date) -> WorkingLives:
    """What had been recorded by the day of the clients, who are `listed`."""
    works = works_of(book, client_ids, day)
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
        find_outs=_find_outs(book, client_ids, day),
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
    return before_later(book, benefit, "checked_on", day) or replace(benefit, checked_on=None)


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
    return disclosure if disclosure.agreed_on <= day else before_later(book, disclosure, "agreed_on", day)


def _leads(book: Workbook, client_ids: str, day: date) -> _ById[Lead]:
    """Those that were still open on the day."""
    condition = "added_on <= ?2 AND (answer IS NULL OR answered_on > ?2)"
    rows = _rows(book, "lead", client_ids, condition, day)
    if not rows:
        return {}
    from valmentaja.model.lead import Lead

    leads = records_by("client_id", Lead, rows)
    return {client_id: tuple(_as_applied_by(one, day) for one in own) for client_id, own in leads.items()}


def _as_applied_by(lead: Lead, day: date) -> Lead:
    """Applied for later than the day, it was still to be applied for."""
    return replace(lead, applied_on=None) if lead.applied_on and lead.applied_on > day else lead


def _find_outs(book: Workbook, client_ids: str, day: date) -> _ById[Answer]:
    """What was not known on the day and was to be found out by one that had been agreed."""
    condition = """find_out_on IS NOT NULL AND state = 'dont_know' AND said_on <= ?2
        AND (settled_on IS NULL OR settled_on > ?2)"""
    rows = _rows(book, "answer", client_ids, condition, day)
    if not rows:
        return {}
    from valmentaja.model.answer import Answer

    return records_by("client_id", Answer, rows)


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

"""Placements with what their promises are judged by, for the whole caseload at once: each table is read once.

A kind of record of which no placement has any is not even loaded.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.model.contact import ClientContactWay
from valmentaja.rules.months import months_after
from valmentaja.rules.promises import Reached, Work
from valmentaja.store.reading import records_by
from valmentaja.store.touches import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias, TypeVar

    from valmentaja.model.benefit import Benefit
    from valmentaja.model.disclosure import Disclosure
    from valmentaja.model.placement import Placement
    from valmentaja.model.placement_look import PlacementLook
    from valmentaja.model.re_agreement import ReAgreement
    from valmentaja.model.start_move import StartMove
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


def works_of(book: Workbook, client_ids: str, day: date) -> _ById[Work]:
    """The placements of the clients, who are `listed`, as they had been recorded by the day, by the client's id."""
    rows = book.rows(
        """SELECT * FROM placement WHERE client_id IN (SELECT value FROM json_each(?1)) AND recorded_on <= ?2
        ORDER BY id""",
        (client_ids, day.isoformat()),
    )
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
        before = before_later(book, placement, "asked_paid_on", day)
        placement = before or replace(placement, asked_paid_on=None)
    if changed_on is not None and changed_on > day:
        before = before_later(book, placement, "terms_changed_on", day)
        placement = before or replace(placement, terms_changed_on=None)
    start_on = next((move.from_day for move in moves if move.moved_on > day), None)
    return placement if start_on is None else replace(placement, start_on=start_on)


def _undecided(support: WorkSupport, day: date) -> WorkSupport:
    """What was decided later than the day was still to be decided on it."""
    if support.decided_on is None or support.decided_on <= day:
        return support
    return replace(support, decided_on=None, decision=None)


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


def before_later(book: Workbook, record: _Written, dated: str, day: date) -> _Written | None:
    """As `earlier.before_later`, which only a day behind needs."""
    from valmentaja.store.earlier import before_later

    return before_later(book, record, dated, day)

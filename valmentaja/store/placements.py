"""Placements in the workbook: agreed, moved, ended, looked at, agreed anew."""

from collections.abc import Mapping
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.placement import Placement
from valmentaja.model.placement_look import RETENTION_LOOKS, Look, PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.work_support import SupportKind, WorkSupport
from valmentaja.rules.follow_along import plan
from valmentaja.rules.promises import Promise, open_meeting
from valmentaja.store.clients import client
from valmentaja.store.details import Given, detail_with, details_of, insert_detail, update_detail
from valmentaja.store.employers import employer, insert_employer
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook
from valmentaja.store.works import work_of


def add_placement(
    book: Workbook,
    client_id: int,
    values: Mapping[str, Given],
    *,
    today: date,
    new_employer: str | None = None,
) -> Placement:
    """The coach records a placement, begun or planned. `values` are by column, with employer, start and pay.

    `new_employer`: the name of an employer to add to the book with it. Raises CannotBeMet when it would end before
    it starts.
    """
    about, employer_id = client(book, client_id).label, values.get("employer_id")
    assert new_employer is not None or isinstance(employer_id, int)
    at = employer(book, employer_id).name if isinstance(employer_id, int) else str(new_employer).strip()
    with book.change("placement_added", client=about, employer=at) as writing:
        if new_employer is not None:
            employer_id = insert_employer(writing, new_employer, today)
        placement_id = insert_detail(
            writing,
            "placement",
            owner_id=client_id,
            values={**values, "employer_id": employer_id, "recorded_on": today},
        )
    return placement(book, placement_id)


def placements_at(book: Workbook, employer_id: int) -> tuple[Placement, ...]:
    """All placements at the employer, the latest start first."""
    sql = "SELECT * FROM placement WHERE employer_id = ? ORDER BY start_on DESC, id DESC"
    return tuple(record_of(Placement, row) for row in book.rows(sql, (employer_id,)))


def move_start(book: Workbook, placement_id: int, *, to_day: date, because: str, today: date) -> Placement:
    """The start moves, and with it every promise that is counted from it. The move and its reason stay readable.

    Raises CannotBeMet when the placement has ended, or would end before its start.
    """
    with book.change("placement_moved", **_names(book, placement_id), day=to_day.isoformat()) as writing:
        held = _not_ended(book, placement_id)
        insert_detail(
            writing,
            "start_move",
            owner_id=placement_id,
            values={"moved_on": today, "from_day": held.start_on, "to_day": to_day, "because": because},
        )
        update_detail(writing, "placement", placement_id, {"start_on": to_day})
    return placement(book, placement_id)


def end_placement(
    book: Workbook,
    placement_id: int,
    *,
    day: date,
    reason: str,
    heard_on: date,
    learned: str | None = None,
    carried_onward: str | None = None,
) -> Placement:
    """The placement has ended: why, what was learned, and what the client carries onward (method.md P12).

    `heard_on` is the day on which the coach heard of it. A day before the start says that it never began. Raises
    CannotBeMet when it has been ended already.
    """
    with book.change("placement_ended", **_names(book, placement_id), day=day.isoformat()) as writing:
        _not_ended(book, placement_id)
        update_detail(
            writing,
            "placement",
            placement_id,
            {
                "ended_on": day,
                "heard_on": heard_on,
                "end_reason": writing.needed_text(reason),
                "learned": learned,
                "carried_onward": carried_onward,
            },
        )
    return placement(book, placement_id)


def look_at(
    book: Workbook, placement_id: int, kind: Look, day: date, answers: Mapping[str, Given]
) -> PlacementLook:
    """What was promised to be looked at has been: the end of a trial, a subsidy, how the work has gone on.

    Raises CannotBeMet for a look at retention in an unpaid period, which is no job (method.md P1).
    """
    with book.change("placement_looked_at", **_names(book, placement_id), look=kind) as writing:
        if kind in RETENTION_LOOKS and not placement(book, placement_id).is_job:
            raise CannotBeMet("placement.unpaid_retention")
        look_id = insert_detail(
            writing, "placement_look", owner_id=placement_id, values={**answers, "kind": kind, "day": day}
        )
    return detail_with(book, PlacementLook, look_id)


def agree_meetings(
    book: Workbook,
    placement_id: int,
    *,
    today: date,
    because: str,
    to_day: date | None = None,
    every_days: int | None = None,
    way: str | None = None,
) -> ReAgreement:
    """The meetings are agreed anew: the open one to another day, or all from now on in another rhythm.

    Raises CannotBeMet when the placement has ended, or no meeting is open that could be moved.
    """
    with book.change("meetings_agreed", **_names(book, placement_id)) as writing:
        _refuse_ended(book, placement_id, today)
        if to_day is not None:
            _refuse_unmovable(open_promise(book, placement_id, today), to_day, today)
            _refuse_after_start(book, placement_id, to_day, today)
        agreement_id = insert_detail(
            writing,
            "re_agreement",
            owner_id=placement_id,
            values={
                "agreed_on": today,
                "to_day": to_day,
                "every_days": every_days,
                "way": way,
                "because": because,
            },
        )
    return detail_with(book, ReAgreement, agreement_id)


def add_support(
    book: Workbook, placement_id: int, kind: SupportKind, values: Mapping[str, Given]
) -> WorkSupport:
    """A support for the work is recorded, applied for or decided."""
    with book.change("work_support_added", **_names(book, placement_id)) as writing:
        support_id = insert_detail(
            writing, "work_support", owner_id=placement_id, values={**values, "kind": kind}
        )
    return detail_with(book, WorkSupport, support_id)


def ask_about_paid_work(book: Workbook, placement_id: int, *, day: date, answer: str | None) -> Placement:
    """Someone in an unpaid period was asked whether they now want paid work; the answer in their words.

    Raises CannotBeMet where it is paid already.
    """
    with book.change("paid_work_asked", **_names(book, placement_id)) as writing:
        if placement(book, placement_id).is_job:
            raise CannotBeMet("placement.is_paid")
        update_detail(writing, "placement", placement_id, {"asked_paid_on": day, "asked_paid_answer": answer})
    return placement(book, placement_id)


def placement(book: Workbook, placement_id: int) -> Placement:
    """The placement with the id. Raises CannotBeMet when there is none."""
    return detail_with(book, Placement, placement_id)


def placements_of(book: Workbook, client_id: int) -> tuple[Placement, ...]:
    """All of the client's placements, the latest start first."""
    return details_of(book, Placement, client_id)


def all_placements(book: Workbook) -> tuple[Placement, ...]:
    """Every placement there ever was, the latest start first."""
    rows = book.rows("SELECT * FROM placement ORDER BY start_on DESC, id DESC")
    return tuple(record_of(Placement, row) for row in rows)


def open_promise(book: Workbook, placement_id: int, today: date) -> Promise | None:
    """The promise of a meeting that is open now."""
    return open_meeting(plan(work_of(book, placement(book, placement_id), today), today))


def _refuse_unmovable(promise: Promise | None, to_day: date, today: date) -> None:
    if promise is None:
        raise CannotBeMet("placement.no_meeting_open")
    if to_day < today:
        raise CannotBeMet("placement.moved_behind", day=to_day)


def _refuse_after_start(book: Workbook, placement_id: int, to_day: date, today: date) -> None:
    """The meeting before the start stays before it; the one after it is a promise of its own."""
    start_on = placement(book, placement_id).start_on
    if today < start_on <= to_day:
        raise CannotBeMet("placement.moved_past_start", start=start_on)


def _refuse_ended(book: Workbook, placement_id: int, day: date) -> None:
    """Until the last day of work that is going to end, meetings can be agreed on."""
    held = placement(book, placement_id)
    if held.ended_on is not None and held.has_ended(day):
        raise CannotBeMet("placement.ended", day=held.ended_on)


def _not_ended(book: Workbook, placement_id: int) -> Placement:
    """Asked inside the change, since another window may have ended it a moment ago."""
    held = placement(book, placement_id)
    if held.ended_on is not None:
        raise CannotBeMet("placement.ended", day=held.ended_on)
    return held


def _names(book: Workbook, placement_id: int) -> dict[str, str]:
    held = placement(book, placement_id)
    return {"client": client(book, held.client_id).label, "employer": employer(book, held.employer_id).name}

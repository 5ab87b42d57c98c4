"""Placements to write tests with: one paid job, changed where the test needs it, and what is judged around it."""

from datetime import date

from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.placement_look import Look, PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.start_move import StartMove
from valmentaja.model.work_support import Decision, SupportKind, WorkSupport
from valmentaja.rules.promises import Promise, Reached


def job(
    start_on: date,
    *,
    pay: Pay = Pay.PAID,
    planned_end_on: date | None = None,
    trial_until: date | None = None,
    subsidy_until: date | None = None,
    decide_on: date | None = None,
    ended_on: date | None = None,
    heard_on: date | None = None,
) -> Placement:
    """A placement with only what its promises are judged by."""
    return Placement(
        id=10,
        revision=1,
        client_id=1,
        employer_id=2,
        job=None,
        start_on=start_on,
        planned_end_on=planned_end_on,
        weekly_minutes=None,
        contract=None,
        pay=pay,
        subsidy_until=subsidy_until,
        trial_until=trial_until,
        workplace_supporter=None,
        unpaid_kind=None,
        initiative=None,
        paid_chance=None,
        decide_on=decide_on,
        next_aim=None,
        note=None,
        recorded_on=start_on,
        terms_changed_on=None,
        asked_paid_on=None,
        asked_paid_answer=None,
        ended_on=ended_on,
        heard_on=heard_on,
        end_reason=None,
        learned=None,
        carried_onward=None,
    )


def met(*days: date) -> tuple[Reached, ...]:
    """Meetings in person with this client alone."""
    return tuple(Reached(day, ClientContactWay.IN_PERSON, True) for day in days)


def phoned(*days: date) -> tuple[Reached, ...]:
    """Calls in which the client was reached."""
    return tuple(Reached(day, ClientContactWay.PHONE, True) for day in days)


def this_one(
    agreed_on: date, to_day: date, way: ClientContactWay | None = None, id: int = 100
) -> ReAgreement:
    """ "This one to D because …"."""
    return ReAgreement(id, 1, 10, agreed_on, to_day, None, way, "vuorot")


def every(days: int, agreed_on: date, way: ClientContactWay | None = None, id: int = 100) -> ReAgreement:
    """ "From now every N days, way W, because …"."""
    return ReAgreement(id, 1, 10, agreed_on, None, days, way, "sujuu")


def looked(kind: Look, *days: date) -> tuple[PlacementLook, ...]:
    """The days on which a thing was looked at."""
    return tuple(
        PlacementLook(200, 1, 10, kind, day, None, None, None, None, None, None, None) for day in days
    )


def moved(from_day: date, to_day: date, id: int) -> StartMove:
    """A start that was moved; `id` says whether before or after another record."""
    return StartMove(id, 1, 10, from_day, from_day, to_day, "vuorot")


def subsidy(
    until_on: date, decided_on: date | None, decision: Decision | None = Decision.GRANTED
) -> WorkSupport:
    """A wage subsidy, granted unless said otherwise."""
    return WorkSupport(300, 1, 10, SupportKind.WAGE_SUBSIDY, None, decided_on, decision, None, until_on, None)


def told(promise: Promise) -> str:
    """The promise in one line: its kind, its due date, what became of it, and when."""
    words = (promise.kind.value, promise.due_on, promise.state.value, promise.done_on or "")
    return " ".join(str(word) for word in words).strip()

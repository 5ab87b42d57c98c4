"""Working lives to write tests with: what is recorded around a client who is otherwise looked after."""

from dataclasses import replace
from datetime import date, time, timedelta

from tests.core.caseload import LONG_AGO, TODAY, days_ago, employer, looked_after, newcomer, step, touch
from tests.core.placements import every, job, met
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.appointment import Appointment
from valmentaja.model.benefit import Benefit
from valmentaja.model.concern import Concern
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.employer import EmployerState
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave, LeaveKind
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.step import NextStep, Owner
from valmentaja.model.supporter import Supporter
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts, Partner
from valmentaja.rules.promises import Work


def working(*works: Work | Placement) -> ClientFacts:
    """A client for whom all is well, with placements."""
    return replace(looked_after(), works=tuple(one if isinstance(one, Work) else Work(one) for one in works))


def booked(
    day: date,
    way: ClientContactWay = ClientContactWay.IN_PERSON,
    *,
    employer_id: int | None = None,
    others: tuple[int, ...] = (),
    group_id: int | None = None,
) -> Appointment:
    """An appointment with the first client at ten, of which nobody has said what became of it."""
    return Appointment(
        id=800,
        revision=1,
        day=day,
        at=time(10),
        minutes=None,
        client_ids=(1, *others),
        employer_id=employer_id,
        way=way,
        place=None,
        about=None,
        guests=None,
        group_id=group_id,
        booked_on=days_ago(30),
        outcome=None,
        contact_id=None,
        moved_to_id=None,
    )


def concern(seen_on: date) -> Concern:
    """Something that is not right at a workplace, and not settled."""
    return Concern(600, 1, 1, 2, seen_on, "liukas lattia", None, None, None, None)


def period(interim: date | None = None, final: date | None = None) -> ServicePeriod:
    """What a payer bought, with the days on which reports are due."""
    return ServicePeriod(
        610, 1, 1, "Kaupunki", days_ago(90), None, None, None, interim, None, final, None, None
    )


def benefit(notify_by: date | None = None, checked_on: date | None = None) -> Benefit:
    """A benefit that work affects."""
    return Benefit(620, 1, 1, "asumistuki", None, None, notify_by, checked_on, None)


def disclosure(agreed_on: date, again_on: date | None = None) -> Disclosure:
    """What may be told of the client to any employer."""
    return Disclosure(630, 1, 1, None, None, None, None, None, None, agreed_on, again_on)


def to_find_out(how: str | None, on: date = TODAY) -> Answer:
    """What the client does not know yet, to be found out together by the day."""
    asked = "job_search.finances_now_after"
    return Answer(660, 1, 650, 1, asked, Whose.CLIENT, AnswerState.DONT_KNOW, None, LONG_AGO, how, on, None)


def lead(**told: object) -> Lead:
    """A job that the client may apply for, found a while ago."""
    values: dict[str, object] = {
        "id": 640,
        "revision": 1,
        "client_id": 1,
        "job": "keittiöapulainen",
        "employer_id": None,
        "source": None,
        "owner": Owner.TOGETHER,
        "closes_on": None,
        "applied_on": None,
        "interview_on": None,
        "at": None,
        "answer": None,
        "answered_on": None,
        "note": None,
        "added_on": days_ago(20),
    }
    return Lead(**(values | told))  # type: ignore[arg-type]


def resting(until: date) -> EmployerFacts:
    """An employer that is to be left in peace until a day."""
    facts = employer()
    rests = replace(facts.employer, state=EmployerState.RESTING, rests_until=until)
    return replace(facts, employer=rests)


def partner(every_days: int | None, last_contact: Touch | None, added_on: date = LONG_AGO) -> Partner:
    """Someone of the client's network."""
    return Partner(
        Supporter(
            id=640,
            revision=1,
            client_id=1,
            name="Anneli",
            body=None,
            role=None,
            phone=None,
            email=None,
            best_reached=None,
            agreed=None,
            every_days=every_days,
            is_told=None,
            consent=None,
            note=None,
            added_on=added_on,
        ),
        last_contact,
    )


def everything_at_once() -> list[ClientFacts]:
    """Clients whose records between them bring every reason that there is."""
    attempted = replace(newcomer(days_ago(20)), last_attempt=touch(1), open_steps=(step(TODAY),))
    at_work = working(
        job(TODAY + timedelta(days=3)),
        job(days_ago(2)),
        Work(job(days_ago(10)), met(days_ago(8))),
        Work(job(days_ago(60)), met(days_ago(20))),
        Work(job(date(2025, 11, 1)), met(date(2026, 10, 30))),
        Work(job(days_ago(60)), met(days_ago(20)), (every(14, days_ago(20)),)),
        Work(job(date(2025, 10, 1)), met(days_ago(20)), (every(21, days_ago(20)),)),
        job(
            days_ago(30),
            trial_until=TODAY + timedelta(days=9),
            subsidy_until=TODAY + timedelta(days=32),
            planned_end_on=TODAY + timedelta(days=33),
        ),
        job(days_ago(30), pay=Pay.UNPAID, decide_on=TODAY + timedelta(days=9)),
        job(days_ago(90), ended_on=days_ago(2), heard_on=days_ago(1)),
    )
    told_of = replace(
        looked_after(),
        works=(Work(job(days_ago(3)), met(days_ago(1))),),
        appointments=(booked(days_ago(1)),),
        concerns=(concern(days_ago(1)),),
        service_periods=(period(TODAY, TODAY),),
        benefits=(benefit(), benefit(TODAY + timedelta(days=5), days_ago(0))),
        disclosures=(disclosure(days_ago(60)),),
        partners=(partner(14, None),),
        leads=(
            lead(closes_on=TODAY),
            lead(interview_on=TODAY + timedelta(days=2)),
            lead(applied_on=days_ago(13)),
        ),
        find_outs=(to_find_out("soitetaan Kelaan"), to_find_out(None)),
    )
    return [attempted, replace(attempted, last_reached=touch(3), last_seen=touch(3)), at_work, told_of]


def leave(
    from_on: date,
    until_on: date,
    *,
    id: int = 700,
    looked_on: date | None = None,
    planned_on: date = LONG_AGO,
) -> Leave:
    """A holiday of the coach."""
    return Leave(id, 1, from_on, until_on, LeaveKind.HOLIDAY, "Kaisa", None, planned_on, looked_on)


def own_step(due_on: date, id: int = 710) -> NextStep:
    """Something that the coach does, about nobody else."""
    return replace(step(due_on, id=id), client_id=None, employer_id=None)


def everything_own() -> OwnFacts:
    """All that can wait for the coach alone."""
    own_partner = partner(14, None)
    return OwnFacts(
        (own_step(TODAY),),
        (replace(own_partner, supporter=replace(own_partner.supporter, client_id=None)),),
        (leave(days_ago(-5), days_ago(-12)),),
    )

"""What is found in placements, the profile, the network and the payer's clock: a client's working life."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.rules.finding import (
    ANY_WAY,
    IN_PERSON,
    Finding,
    MetBy,
    counted_from,
    due,
)
from valmentaja.rules.months import months_after
from valmentaja.rules.promises import MEETING_KINDS, PromiseKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from valmentaja.model.benefit import Benefit
    from valmentaja.rules.facts import OwnFacts, Partner
    from valmentaja.rules.finding import Findings, SignalNumbers, Situation
    from valmentaja.rules.promises import Promise, Work

_DAYS_SAID_AS_A_MONTH = 30
_RHYTHM = frozenset({PromiseKind.WEEKLY, PromiseKind.MONTHLY, PromiseKind.AS_AGREED})


def promised(key: str) -> Callable[[Situation, SignalNumbers], Findings]:
    """Finds the open promises of follow-along that give this kind of signal, of each placement."""

    def find(now: Situation, numbers: SignalNumbers) -> Findings:
        return tuple(_promise(work, promise, numbers) for work, promise in now.promised.get(key, ()))

    return find


def _promise(work: Work, promise: Promise, numbers: SignalNumbers) -> Finding:
    """The reason has a key of its own where the rhythm was agreed anew, and for each look at retention."""
    key = "as_agreed" if promise.is_agreed and promise.kind in _RHYTHM else promise.kind.value
    found = due(
        key,
        promise.due_on,
        promise.interval_days if promise.kind in MEETING_KINDS else numbers.interval_days,
        work.placement.id,
        {"since": promise.counted_from, "start": work.placement.start_on, "ends": _ends(work, promise)},
        _met_by(promise),
    )
    if promise.kind is PromiseKind.BEFORE_START:
        return replace(found, window_days=max(0, (promise.due_on - promise.window_from).days))
    return found


def _ends(work: Work, promise: Promise) -> date:
    """The day on which what the promise is about ends; the due date itself where nothing does."""
    ends = {
        PromiseKind.TRIAL_ENDS: work.placement.trial_until,
        PromiseKind.SUBSIDY_ENDS: work.subsidy_until,
        PromiseKind.FIXED_TERM_ENDS: work.placement.planned_end_on,
    }
    return ends.get(promise.kind) or promise.due_on


def _met_by(promise: Promise) -> MetBy | None:
    if promise.kind is PromiseKind.JOB_ENDED:
        return MetBy(ANY_WAY)
    if promise.kind in MEETING_KINDS and promise.kind is not PromiseKind.AGREE_AFTER_YEAR:
        return MetBy(IN_PERSON if promise.way is None else IN_PERSON | {promise.way}, is_alone=True)
    return None


def unpaid_ask(now: Situation, numbers: SignalNumbers) -> Findings:
    """Someone in unpaid work is asked from time to time whether they now want paid work (method.md P1)."""
    return tuple(
        _some_months_after("unpaid_ask", placement.asked_paid_on or placement.start_on, numbers, placement.id)
        for work in now.live_works
        if not (placement := work.placement).is_job
    )


def _some_months_after(key: str, since: date, numbers: SignalNumbers, record_id: int) -> Finding:
    """Counted in months where the interval is thirty days or some times thirty, else in days."""
    months, days = divmod(numbers.interval_days, _DAYS_SAID_AS_A_MONTH)
    due_on = since + timedelta(days=numbers.interval_days) if days else months_after(since, months)
    return due(key, due_on, numbers.interval_days, record_id, {"since": since})


def workplace_visit(now: Situation, numbers: SignalNumbers) -> Findings:
    """The workplace of a placed client is met in person from time to time."""
    return tuple(_workplace_visit(now, work, numbers) for work in now.live_works)


def _workplace_visit(now: Situation, work: Work, numbers: SignalNumbers) -> Finding:
    placement = work.placement
    met = now.facts.workplace_meetings.get(placement.employer_id)
    since = max(placement.start_on, met.day) if met else placement.start_on
    met_by = MetBy(IN_PERSON, employer_id=placement.employer_id)
    return counted_from("workplace_visit", since, numbers.interval_days, placement.id, met_by)


def safety_concern(now: Situation, numbers: SignalNumbers) -> Findings:
    """A concern for safety or fairness at a workplace is open until it is settled."""
    return tuple(
        due(
            "safety_concern",
            concern.seen_on + timedelta(days=numbers.interval_days),
            numbers.interval_days,
            concern.id,
            {"since": concern.seen_on, "text": concern.text},
        )
        for concern in now.facts.concerns
    )


def report_due(now: Situation, numbers: SignalNumbers) -> Findings:
    """A report to the payer that is not done yet."""
    return tuple(
        due(f"report_due.{which}", day, numbers.interval_days, period.id, {})
        for period in now.facts.service_periods
        for which, day, done_on in (
            ("interim", period.interim_report_on, period.interim_report_done_on),
            ("final", period.final_report_on, period.final_report_done_on),
        )
        if day is not None and done_on is None
    )


def disclosure_review(now: Situation, numbers: SignalNumbers) -> Findings:
    """What may be told is looked at again: on the day agreed, else some months after it was agreed."""
    return tuple(
        due(
            "disclosure_review",
            disclosure.again_on,
            numbers.interval_days,
            disclosure.id,
            {"since": disclosure.agreed_on},
        )
        if disclosure.again_on is not None
        else _some_months_after("disclosure_review", disclosure.agreed_on, numbers, disclosure.id)
        for disclosure in now.facts.disclosures
    )


def benefit_check(now: Situation, numbers: SignalNumbers) -> Findings:
    """A benefit is looked at by the day its payer must be told, and after work, hours or pay have changed."""
    changed_on = max((day for work in now.live_works for day in _terms_days(work, now.today)), default=None)
    return tuple(
        found
        for benefit in now.facts.benefits
        if (found := _benefit(benefit, changed_on, numbers)) is not None
    )


def _terms_days(work: Work, today: date) -> Iterator[date]:
    placement = work.placement
    if placement.is_job:
        yield placement.start_on
    if placement.terms_changed_on is not None and placement.terms_changed_on <= today:
        yield placement.terms_changed_on


def _benefit(benefit: Benefit, changed_on: date | None, numbers: SignalNumbers) -> Finding | None:
    """A change shows at once, since whoever pays the benefit must be told of it soon."""
    interval = timedelta(days=numbers.interval_days)
    if changed_on is not None and (benefit.checked_on is None or benefit.checked_on < changed_on):
        due_on = changed_on + interval
        found = due(
            "benefit_check.changed",
            due_on,
            numbers.interval_days,
            benefit.id,
            {"since": changed_on, "text": benefit.name},
        )
        return replace(found, window_days=numbers.interval_days)
    if benefit.notify_by is None or _is_checked_for(benefit, benefit.notify_by - interval):
        return None
    return due("benefit_check", benefit.notify_by, numbers.interval_days, benefit.id, {"text": benefit.name})


def _is_checked_for(benefit: Benefit, not_before: date) -> bool:
    return benefit.checked_on is not None and benefit.checked_on >= not_before


def partner_contact(now: Situation, numbers: SignalNumbers) -> Findings:
    """Someone of the client's network has not been contacted for longer than agreed."""
    return tuple(_partner(partner, numbers) for partner in now.facts.partners)


def own_partner_contact(own: OwnFacts, numbers: SignalNumbers, today: date) -> Findings:
    """Someone of the coach's own network has not been contacted for longer than agreed."""
    return tuple(_partner(partner, numbers) for partner in own.partners)


def leave_ahead(own: OwnFacts, numbers: SignalNumbers, today: date) -> Findings:
    """Before a leave the coach goes through what falls in it: at the latest on the day before."""
    return tuple(
        due(
            "leave_ahead",
            leave.from_on - timedelta(days=1),
            numbers.interval_days,
            leave.id,
            {"from": leave.from_on, "until": leave.until_on},
        )
        for leave in own.leaves
        if leave.from_on > today and (leave.looked_on is None or leave.looked_on > today)
    )


def _partner(partner: Partner, numbers: SignalNumbers) -> Finding:
    supporter = partner.supporter
    since = partner.last_contact.day if partner.last_contact else supporter.added_on
    every_days = supporter.every_days or numbers.interval_days
    due_on = since + timedelta(days=every_days)
    return due("partner_contact", due_on, every_days, supporter.id, {"since": since, "text": supporter.name})

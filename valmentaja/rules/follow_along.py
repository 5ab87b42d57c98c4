"""Follow-along support (design.md §6): what is promised around a start of work, and what became of each promise.

A meeting counts when it was in person, reached, and with this client alone, or in a way agreed anew. After a start
exactly one promise of meeting is open; missed weeks do not pile up; holidays and weekends never move a date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.model.contact import ClientContactWay
from valmentaja.rules.months import months_after
from valmentaja.rules.promises import (
    RETENTION_MONTHS,
    USUAL_WINDOWS,
    Promise,
    PromiseKind,
    Reached,
    State,
    signal_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valmentaja.model.re_agreement import ReAgreement
    from valmentaja.rules.promises import Work

_ORDER = {kind: place for place, kind in enumerate(PromiseKind)}
_FIXED_INTERVALS = {PromiseKind.TRIAL_ENDS: 14}
_USUAL_FIXED_INTERVAL = 30


def plan(work: Work, today: date, windows: Mapping[str, int] = USUAL_WINDOWS) -> tuple[Promise, ...]:
    """Every promise of a placement as it stands on the day, by due date: what was, the open one, the fixed ones.

    Only what had happened by the day is looked at. The same records give the same plan, however often a start
    was moved meanwhile.
    """
    known = _known_by(work, today)
    promises = (
        *_before_start(known, today, windows),
        *_after_start(known, today, windows),
        *_fixed(known, today, windows),
        *_job_ended(known, today),
    )
    return tuple(sorted(promises, key=lambda one: (one.due_on, _ORDER[one.kind])))


def _known_by(work: Work, today: date) -> Work:
    """The work with what had happened by the day, each in the order of its days."""
    reached = (one for one in work.reached if one.day <= today)
    agreements = (one for one in work.agreements if one.agreed_on <= today)
    looks = (one for one in work.looks if one.day <= today)
    return replace(
        work,
        reached=tuple(sorted(reached, key=lambda one: one.day)),
        agreements=tuple(sorted(agreements, key=lambda one: (one.agreed_on, one.id))),
        looks=tuple(sorted(looks, key=lambda one: one.day)),
        supports=tuple(one for one in work.supports if one.decided_on is None or one.decided_on <= today),
    )


def _kept(promise: Promise, day: date) -> Promise:
    state = State.KEPT if day <= promise.due_on else State.KEPT_LATE
    return replace(promise, done_on=day, state=state)


def _counts(met: Reached, *agreed: ClientContactWay | None) -> bool:
    return met.is_alone and met.way is not None and met.way in (ClientContactWay.IN_PERSON, *agreed)


def _is_of_today(agreement: ReAgreement) -> bool:
    """Whether it says "this one today": the only one that is about a meeting of the day it was agreed on."""
    return agreement.to_day == agreement.agreed_on


# Before the start


def _before_start(work: Work, today: date, windows: Mapping[str, int]) -> Iterator[Promise]:
    """Meeting in the week before the start, by the day before it; or by an agreed day, though it be earlier still."""
    start, ended_on = work.placement.start_on, work.ended_on(today)
    promise = _promise_before_start(work, windows)
    met_on = _met_before_start(work, promise.counted_from)
    if met_on is not None:
        yield _kept(promise, met_on)
    elif ended_on is not None and ended_on < start:
        yield replace(promise, state=State.NO_LONGER_APPLIES)
    else:
        yield replace(promise, state=State.MISSED if today >= start else State.OPEN)


def _promise_before_start(work: Work, windows: Mapping[str, int]) -> Promise:
    start, agreed = work.placement.start_on, _agreed_before_start(work)
    due_on = agreed.to_day if agreed and agreed.to_day else start - timedelta(days=1)
    counted_from = start - timedelta(days=7)
    if agreed and due_on < counted_from:
        counted_from = max(agreed.agreed_on, due_on - timedelta(days=6))
    window_from = due_on - timedelta(days=windows["before_start"] - 1)
    return Promise(
        PromiseKind.BEFORE_START,
        due_on,
        window_from=min(due_on, max(counted_from, window_from)),
        counted_from=counted_from,
        interval_days=7,
        is_agreed=agreed is not None,
        way=next((way for way in _ways_before_start(work, start) if way), None),
    )


def _met_before_start(work: Work, first: date) -> date | None:
    """The first day before the start that was a meeting, in a way that had been agreed by then."""
    for met in work.reached:
        if first <= met.day < work.placement.start_on and _counts(met, *_ways_before_start(work, met.day)):
            return met.day
    return None


def _ways_before_start(work: Work, day: date) -> Iterator[ClientContactWay | None]:
    for agreement in (_agreed_before_start(work), _rhythm_before(work.agreements, day)):
        if agreement and (agreement.agreed_on < day or (_is_of_today(agreement) and agreement.to_day == day)):
            yield agreement.way


def _agreed_before_start(work: Work) -> ReAgreement | None:
    """The newest agreement that moved the meeting before this start: one made for another start is not."""
    start = work.placement.start_on
    moved = (
        one
        for one in work.agreements
        if one.to_day and one.agreed_on < start and one.to_day < start and work.start_at(one.id) == start
    )
    return next(reversed(tuple(moved)), None)


# After the start


@dataclass(slots=True)
class _Run:
    """The run of meetings as it is gone through, event by event."""

    start: date
    windows: Mapping[str, int]
    current: Promise
    last: date | None = None
    rhythm: ReAgreement | None = None

    @property
    def _usual_way(self) -> ClientContactWay | None:
        return self.rhythm.way if self.rhythm else None

    def meet(self, met: Reached) -> Promise | None:
        """A contact: the promise that it keeps is given, and the next one is open."""
        if met.day == self.last or not _counts(met, self.current.way):
            return None
        self.last = met.day
        if self.current.kind is PromiseKind.AGREE_AFTER_YEAR:
            return None  # meeting is not yet agreeing how to go on
        return self._settle(met.day)

    def agree(self, agreement: ReAgreement) -> Promise | None:
        """Something agreed anew: the promise that it keeps is given, where it is that of agreeing how to go on."""
        if agreement.to_day is not None:
            self.current = replace(
                self.current,
                due_on=agreement.to_day,
                is_agreed=True,
                window_from=self._window_from(agreement),
                way=agreement.way or self._usual_way,
            )
            return None
        self.rhythm = agreement
        if self.current.kind is PromiseKind.AGREE_AFTER_YEAR:
            return self._settle(agreement.agreed_on)
        if self.current.kind is PromiseKind.THREE_DAYS:
            self.current = replace(self.current, way=agreement.way)
        else:
            self.current = self._next(agreement.agreed_on)
        return None

    def _window_from(self, agreement: ReAgreement) -> date:
        window = timedelta(days=self.windows[signal_key(self.current.kind)])
        return max(self.current.counted_from, (agreement.to_day or self.current.due_on) - window)

    def _settle(self, day: date) -> Promise:
        kept = _kept(self.current, day)
        self.current = self._next(day)
        return kept

    def _next(self, since: date) -> Promise:
        if self.rhythm is not None and self.rhythm.every_days is not None:
            return self._agreed_next(since, self.rhythm.every_days)
        week, month = since + timedelta(days=7), months_after(since, 1)
        if week <= months_after(self.start, 1):
            return self._promise(PromiseKind.WEEKLY, since, week, 7)
        year = months_after(self.start, 12)
        if month <= year:
            return self._promise(PromiseKind.MONTHLY, since, month, 30)
        return self._promise(PromiseKind.AGREE_AFTER_YEAR, since, year, 30)

    def _agreed_next(self, since: date, every_days: int) -> Promise:
        due_on = since + timedelta(days=every_days)
        if due_on <= months_after(self.start, 1):
            kind = PromiseKind.WEEKLY
        elif due_on <= months_after(self.start, 12):
            kind = PromiseKind.MONTHLY
        else:
            kind = PromiseKind.AS_AGREED
        return replace(self._promise(kind, since, due_on, every_days), is_agreed=True)

    def _promise(self, kind: PromiseKind, since: date, due_on: date, interval_days: int) -> Promise:
        window_from = due_on - timedelta(days=min(self.windows[signal_key(kind)], interval_days))
        return Promise(kind, due_on, window_from, since, interval_days, way=self._usual_way)


def _after_start(work: Work, today: date, windows: Mapping[str, int]) -> Iterator[Promise]:
    start, ended_on = work.placement.start_on, work.ended_on(today)
    if today < start or (ended_on is not None and ended_on < start):
        return
    rhythm = _rhythm_before(work.agreements, start)
    way = rhythm.way if rhythm else None
    first = Promise(PromiseKind.THREE_DAYS, start + timedelta(days=3), start, start, 3, way=way)
    run = _Run(start, windows, first, rhythm=rhythm)
    for event in _events(work, start, ended_on or today):
        kept = run.meet(event) if isinstance(event, Reached) else run.agree(event)
        if kept is not None:
            yield kept
    yield run.current if ended_on is None else replace(run.current, state=State.NO_LONGER_APPLIES)


def _rhythm_before(agreements: Sequence[ReAgreement], start: date) -> ReAgreement | None:
    before = (one for one in agreements if one.every_days is not None and one.agreed_on < start)
    return next(reversed(tuple(before)), None)


def _events(work: Work, first: date, last: date) -> list[Reached | ReAgreement]:
    """What happened between the days, both included.

    On one day a meeting comes before what was agreed at it, but after an agreement that it is to be today.
    """
    events: list[tuple[date, int, Reached | ReAgreement]] = [
        *((one.day, 1, one) for one in work.reached),
        *((one.agreed_on, 0 if _is_of_today(one) else 2, one) for one in work.agreements),
    ]
    within = sorted((one for one in events if first <= one[0] <= last), key=lambda one: one[:2])
    return [event for _, _, event in within]


# What has its own date


def _fixed(work: Work, today: date, windows: Mapping[str, int]) -> Iterator[Promise]:
    ended_on = work.ended_on(today)
    for kind, due_on, missed_from in _fixed_dates(work):
        interval = _FIXED_INTERVALS.get(kind, _USUAL_FIXED_INTERVAL)
        window_from = due_on - timedelta(days=windows[signal_key(kind)])
        promise = Promise(kind, due_on, window_from, due_on - timedelta(days=interval), interval)
        looked_on = _looked_on(work, promise, ended_on)
        if looked_on is not None:
            yield _kept(promise, looked_on)
        elif missed_from is not None and (ended_on or today) >= missed_from:
            yield replace(promise, state=State.MISSED)
        else:
            yield promise if ended_on is None else replace(promise, state=State.NO_LONGER_APPLIES)


def _fixed_dates(work: Work) -> Iterator[tuple[PromiseKind, date, date | None]]:
    """Kind, due date, and the day from which it is too late to look, if there is one."""
    placement, subsidy_until = work.placement, work.subsidy_until
    if placement.trial_until is not None:
        yield (
            PromiseKind.TRIAL_ENDS,
            placement.trial_until - timedelta(days=7),
            _day_after(placement.trial_until),
        )
    if subsidy_until is not None:
        yield PromiseKind.SUBSIDY_ENDS, subsidy_until - timedelta(days=30), _day_after(subsidy_until)
    if not placement.is_job:
        decide_on = placement.decide_on or placement.planned_end_on
        if decide_on is not None:
            yield PromiseKind.UNPAID_DECISION, decide_on, None
        return
    if placement.planned_end_on is not None:
        yield PromiseKind.FIXED_TERM_ENDS, placement.planned_end_on - timedelta(days=30), None
    for kind, months in RETENTION_MONTHS.items():
        next_look = {3: 6, 6: 12}.get(months)
        too_late = months_after(placement.start_on, next_look) if next_look else None
        yield kind, months_after(placement.start_on, months), too_late


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _looked_on(work: Work, promise: Promise, ended_on: date | None) -> date | None:
    """The first day it was looked at: not for an earlier end of the same sort, nor what fell due after the work."""
    last = ended_on if ended_on and ended_on < promise.due_on else date.max
    days = (one.day for one in work.looks if one.kind.value == promise.kind.value)
    return next((day for day in days if promise.counted_from <= day <= last), None)


def _job_ended(work: Work, today: date) -> Iterator[Promise]:
    """Contact of any way within three days of hearing that the job has ended, or is going to."""
    heard_on = work.heard_on(today)
    if heard_on is None:
        return
    promise = Promise(PromiseKind.JOB_ENDED, heard_on + timedelta(days=3), heard_on, heard_on, 3)
    reached = next((one.day for one in work.reached if one.day >= heard_on), None)
    yield promise if reached is None else _kept(promise, reached)

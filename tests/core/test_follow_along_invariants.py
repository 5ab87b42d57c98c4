"""What holds of every follow-along, whatever happened: over random working lives and days (design.md §6)."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from typing import overload

from hypothesis import given
from hypothesis import strategies as st

from tests.core.placements import every, job, looked, met, moved, subsidy, this_one
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.placement_look import Look, PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.rules.follow_along import plan
from valmentaja.rules.promises import MEETING_KINDS, Promise, PromiseKind, Reached, State, Work, open_meeting

AFTER_START = MEETING_KINDS - {PromiseKind.BEFORE_START}
RETENTION = {PromiseKind.RETENTION_3M, PromiseKind.RETENTION_6M, PromiseKind.RETENTION_12M}

# Everything is drawn as days after the start: dense in the first weeks, thinner through a year and a half.
DAYS = [*range(-14, 45), *range(45, 360, 7), *range(360, 375), *range(380, 540, 16)]
DAY = st.sampled_from(DAYS)
PERHAPS_A_DAY = st.sampled_from([None, *DAYS])
STARTS = st.sampled_from(
    [date(2026, 8, 31), date(2026, 12, 18), date(2027, 1, 31), date(2028, 2, 29), date(2026, 11, 2)]
)
PAYS = st.sampled_from(Pay)
HEARD_AFTER = st.sampled_from([None, *range(-10, 21)])
IN_PERSON = (ClientContactWay.IN_PERSON, True)
OTHER_WAYS = [
    (ClientContactWay.PHONE, True),
    (ClientContactWay.VIDEO, True),
    (ClientContactWay.MESSAGE, True),
    (ClientContactWay.IN_PERSON, False),
    (None, True),
]
CONTACTS = st.lists(st.sampled_from([*product(DAYS, [IN_PERSON] * 5 + OTHER_WAYS)]), max_size=10)
AGREED_WAYS = [None, ClientContactWay.PHONE, ClientContactWay.VIDEO]
AGREEMENTS = st.lists(
    st.sampled_from([*product(DAYS, [this_one, every], [0, 1, 3, 7, 14, 30, 60], AGREED_WAYS)]), max_size=3
)
LOOKS = st.lists(st.sampled_from([*product(Look, DAYS)]), max_size=3)
DECIDED = st.sampled_from([None, *product(DAYS[::5], [None, *DAYS[::5]])])


@st.composite
def placements(draw: st.DrawFn) -> Placement:
    """A placement, that may have ended, or be going to, and be heard of before or after."""
    start, ended, heard_after = draw(STARTS), draw(PERHAPS_A_DAY), draw(HEARD_AFTER)
    return job(
        start,
        pay=draw(PAYS),
        planned_end_on=on(start, draw(PERHAPS_A_DAY)),
        trial_until=on(start, draw(PERHAPS_A_DAY)),
        subsidy_until=on(start, draw(PERHAPS_A_DAY)),
        decide_on=on(start, draw(PERHAPS_A_DAY)),
        ended_on=on(start, ended),
        heard_on=None if ended is None or heard_after is None else on(start, ended + heard_after),
    )


@overload
def on(start: date, days: int) -> date: ...
@overload
def on(start: date, days: int | None) -> date | None: ...
def on(start: date, days: int | None) -> date | None:
    """The day so many days after the start; none for none."""
    return None if days is None else start + timedelta(days=days)


@st.composite
def works_on_a_day(draw: st.DrawFn, agreed_anew: bool = True) -> tuple[Work, date]:
    """A working life with everything that can happen in it, in no order, and the day on which it is looked at."""
    placement = draw(placements())
    start, decided = placement.start_on, draw(DECIDED)
    work = Work(
        placement,
        tuple(Reached(on(start, day), *contact) for day, contact in draw(CONTACTS)),
        agreements(start, draw(AGREEMENTS)) if agreed_anew else (),
        tuple(one for kind, day in draw(LOOKS) for one in looked(kind, on(start, day))),
        (subsidy(on(start, decided[0]), on(start, decided[1])),) if decided else (),
    )
    return work, on(start, draw(DAY))


def agreements(
    start: date, drawn: Sequence[tuple[int, Callable[..., ReAgreement], int, ClientContactWay | None]]
) -> tuple[ReAgreement, ...]:
    """What was agreed anew; `id` tells the order in which it was recorded."""
    return tuple(
        this_one(on(start, day), on(start, day + number), way, id)
        if agree is this_one
        else every(number + 1, on(start, day), way, id)
        for id, (day, agree, number, way) in enumerate(drawn, start=100)
    )


def of(promises: Iterable[Promise], kinds: Iterable[PromiseKind]) -> list[Promise]:
    """The promises of these kinds."""
    return [one for one in promises if one.kind in kinds]


def end_is_known(placement: Placement, today: date) -> bool:
    """Whether the last day has come and the coach has heard of it."""
    if placement.ended_on is None:
        return False
    return max(placement.ended_on, placement.heard_on or placement.ended_on) <= today


@given(works_on_a_day())
def test_after_a_start_exactly_one_meeting_is_promised_until_the_end_is_known(
    found: tuple[Work, date],
) -> None:
    work, today = found
    promises = plan(work, today)
    is_open = [one.is_open for one in of(promises, AFTER_START)]
    if today < work.placement.start_on:
        assert is_open == []
    elif not end_is_known(work.placement, today):
        assert is_open.count(True) == 1
    else:
        assert is_open.count(True) == 0
    opened = [one for one in of(promises, MEETING_KINDS) if one.is_open]
    assert len(opened) <= 1
    assert open_meeting(promises) == next(iter(opened), None)


@given(works_on_a_day())
def test_what_is_promised_is_ordered_and_whole(found: tuple[Work, date]) -> None:
    work, today = found
    promises = plan(work, today)
    assert [one.due_on for one in promises] == sorted(one.due_on for one in promises)
    for one in promises:
        assert one.window_from <= one.due_on
        assert (one.done_on is None) == (one.state not in (State.KEPT, State.KEPT_LATE))
        if one.done_on is not None:
            assert one.done_on <= today
            assert (one.state is State.KEPT) == (one.done_on <= one.due_on)
        if one.kind is PromiseKind.BEFORE_START and one.state is State.MISSED:
            assert today >= work.placement.start_on


@given(works_on_a_day())
def test_nothing_is_promised_from_after_a_known_end(found: tuple[Work, date]) -> None:
    work, today = found
    last_day = work.placement.ended_on
    if last_day is None or not end_is_known(work.placement, today):
        assert of(plan(work, today), AFTER_START) or today < work.placement.start_on
        return
    for one in plan(work, today):
        if one.kind in AFTER_START:
            assert work.placement.start_on <= one.counted_from <= last_day
            assert one.done_on is None or one.done_on <= last_day
        if one.kind not in MEETING_KINDS and one.due_on > last_day and one.done_on is not None:
            assert one.done_on <= last_day or one.kind is PromiseKind.JOB_ENDED
        assert not one.is_open or one.kind is PromiseKind.JOB_ENDED


@given(works_on_a_day())
def test_meetings_follow_one_another_each_counted_from_the_one_before(found: tuple[Work, date]) -> None:
    work, today = found
    run = sorted(
        of(plan(work, today), AFTER_START), key=lambda one: (one.done_on is None, one.done_on or today)
    )
    kept_on = [one.done_on for one in run[:-1]]
    assert None not in kept_on
    assert len(set(kept_on)) == len(kept_on)
    for before, one in pairwise(run):
        assert before.done_on is not None
        assert one.counted_from >= before.done_on
        assert one.kind is not PromiseKind.THREE_DAYS


def month_later(day: date, months: int) -> date:
    """The same day so many months later, clamped; counted here in another way than in the rule."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def promised_after(start: date, last_met: date | None) -> tuple[PromiseKind, date]:
    """The one open promise as design.md §6 says it, by the last counted meeting."""
    if last_met is None:
        return PromiseKind.THREE_DAYS, start + timedelta(days=3)
    if last_met + timedelta(days=7) <= month_later(start, 1):
        return PromiseKind.WEEKLY, last_met + timedelta(days=7)
    if month_later(last_met, 1) <= month_later(start, 12):
        return PromiseKind.MONTHLY, month_later(last_met, 1)
    return PromiseKind.AGREE_AFTER_YEAR, month_later(start, 12)


@given(works_on_a_day(agreed_anew=False))
def test_where_nothing_was_agreed_anew_the_open_one_follows_from_the_last_meeting(
    found: tuple[Work, date],
) -> None:
    work, today = found
    start = work.placement.start_on
    if today < start or end_is_known(work.placement, today):
        return
    met_on = [
        one.day
        for one in work.reached
        if one.is_alone and one.way is ClientContactWay.IN_PERSON and start <= one.day <= today
    ]
    opened = open_meeting(plan(work, today))
    assert opened is not None
    assert (opened.kind, opened.due_on) == promised_after(start, max(met_on, default=None))


@given(works_on_a_day(agreed_anew=False), DAY, st.sampled_from(OTHER_WAYS))
def test_a_call_a_video_a_message_a_group_or_an_event_never_ticks_a_meeting(
    found: tuple[Work, date], day: int, contact: tuple[ClientContactWay | None, bool]
) -> None:
    work, today = found
    more = Reached(on(work.placement.start_on, day), *contact)
    without_end = set(PromiseKind) - {PromiseKind.JOB_ENDED}
    more_work = replace(work, reached=(*work.reached, more))
    assert of(plan(more_work, today), without_end) == of(plan(work, today), without_end)


@given(works_on_a_day(), DAY)
def test_a_start_moved_there_and_back_gives_the_same_plan(found: tuple[Work, date], by: int) -> None:
    work, today = found
    start = work.placement.start_on
    there = start + timedelta(days=by)
    moves = (moved(start, there, id=900), moved(there, start, id=901))
    plan(replace(work, placement=replace(work.placement, start_on=there), moves=moves[:1]), today)
    assert plan(replace(work, moves=moves), today) == plan(work, today)


@given(works_on_a_day())
def test_the_plan_of_a_day_knows_nothing_of_later_days(found: tuple[Work, date]) -> None:
    work, today = found
    placement = work.placement
    heard_on = placement.heard_on or placement.ended_on
    if heard_on is not None and heard_on > today:
        placement = replace(placement, ended_on=None, heard_on=None)
    then = Work(
        placement,
        tuple(one for one in work.reached if one.day <= today),
        tuple(one for one in work.agreements if one.agreed_on <= today),
        tuple(one for one in work.looks if one.day <= today),
        tuple(one for one in work.supports if one.decided_on is None or one.decided_on <= today),
    )
    assert plan(work, today) == plan(then, today)


@given(works_on_a_day())
def test_the_plan_does_not_depend_on_the_order_in_which_things_were_recorded(
    found: tuple[Work, date],
) -> None:
    work, today = found
    backwards = replace(
        work, reached=work.reached[::-1], agreements=work.agreements[::-1], looks=work.looks[::-1]
    )
    assert plan(backwards, today) == plan(work, today)


# Every state that can be, and no other

ONGOING = {State.OPEN, State.KEPT, State.KEPT_LATE, State.NO_LONGER_APPLIES}
STATES = {
    PromiseKind.BEFORE_START: set(State),
    PromiseKind.THREE_DAYS: ONGOING,
    PromiseKind.WEEKLY: ONGOING,
    PromiseKind.MONTHLY: ONGOING,
    PromiseKind.AGREE_AFTER_YEAR: ONGOING,
    PromiseKind.AS_AGREED: ONGOING,
    PromiseKind.TRIAL_ENDS: set(State),
    PromiseKind.SUBSIDY_ENDS: set(State),
    PromiseKind.FIXED_TERM_ENDS: ONGOING,
    PromiseKind.UNPAID_DECISION: ONGOING,
    PromiseKind.RETENTION_3M: set(State),
    PromiseKind.RETENTION_6M: set(State),
    PromiseKind.RETENTION_12M: ONGOING,
    PromiseKind.JOB_ENDED: {State.OPEN, State.KEPT, State.KEPT_LATE},
}


@given(works_on_a_day())
def test_no_promise_is_in_a_state_it_cannot_be_in(found: tuple[Work, date]) -> None:
    work, today = found
    promises = plan(work, today)
    for one in promises:
        assert one.state in STATES[one.kind]
    if not work.placement.is_job:
        assert not of(promises, RETENTION)
    else:
        assert len(of(promises, RETENTION)) == 3
    kinds = [one.kind for one in promises if one.kind not in AFTER_START]
    assert len(set(kinds)) == len(kinds)


START = date(2026, 11, 2)
LAST = START + timedelta(days=500)
PAID = job(
    START,
    trial_until=START + timedelta(days=120),
    subsidy_until=START + timedelta(days=200),
    planned_end_on=START + timedelta(days=490),
)
UNPAID = job(START, pay=Pay.UNPAID, planned_end_on=START + timedelta(days=60))


def lived(placement: Placement, days_late: int) -> Work:
    """A working life in which every promise is kept so many days late, or in time; after a year every 30 days."""
    work = Work(placement, looks=tuple(_looks(placement, days_late)))
    today = START - timedelta(days=7)
    while today <= LAST:
        opened = open_meeting(plan(work, today))
        if opened is None:
            today = START
        elif (day := opened.due_on + timedelta(days=days_late)) > today:
            today = day if opened.kind is not PromiseKind.BEFORE_START else min(day, START)
        elif opened.kind is PromiseKind.AGREE_AFTER_YEAR:
            work = replace(work, agreements=(every(30, today),))
        else:
            work = replace(work, reached=(*work.reached, *met(today)))
    return work


def _looks(placement: Placement, days_late: int) -> Iterator[PlacementLook]:
    for one in plan(Work(placement), START):
        if one.kind.value in set(Look):
            yield from looked(Look(one.kind.value), one.due_on + timedelta(days=days_late))


def test_every_state_that_can_be_is_come_to_in_some_working_life() -> None:
    in_time, late = lived(PAID, 0), lived(PAID, 2)
    away = this_one(START - timedelta(days=14), START - timedelta(days=10))
    working_lives = [
        *(lived(UNPAID, days_late) for days_late in (0, 2)),
        *(_ended(work, days) for work in (in_time, late) for days in (-3, 1, 20, 100, 364, 450, 520)),
        Work(_ended(Work(PAID), -3).placement),
        Work(_ended(Work(UNPAID), 20).placement),
        Work(PAID, met(START - timedelta(days=5)), (away,)),
    ]
    come_to = {
        (one.kind, one.state)
        for work in (*working_lives, Work(PAID))
        for day in range(-14, 540, 6)
        for one in plan(work, START + timedelta(days=day))
    }
    assert come_to == {(kind, state) for kind, states in STATES.items() for state in states}


def _ended(work: Work, days: int) -> Work:
    return replace(work, placement=replace(work.placement, ended_on=START + timedelta(days=days)))

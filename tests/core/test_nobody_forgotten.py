"""Nobody is forgotten (method.md §6): whatever the caseload, the list raises everyone again, and closes nobody."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.core.caseload import TODAY, client, days_ago, looked_after, snoozed, step
from tests.core.lives import booked, concern
from tests.core.placements import job
from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.model.concern import Concern
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.leave import Leave
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.placement_look import Look, PlacementLook
from valmentaja.model.reason import Band
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts, OwnFacts
from valmentaja.rules.follow_along import plan
from valmentaja.rules.promises import RETENTION_MONTHS, PromiseKind, Reached, Work, open_meeting
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.signals import SignalSettings
from valmentaja.rules.triage import QueueRow, Turn, triage

USUAL = SignalSettings()
PERIOD = timedelta(days=KIND_BY_KEY["unseen"].usual.interval_days)
FACE_TO_FACE = frozenset({ClientContactWay.IN_PERSON, ClientContactWay.VIDEO})


@dataclass(frozen=True)
class Met:
    """A contact, or one that did not come about."""

    day: date
    way: ClientContactWay
    reached: bool


@dataclass
class Life:
    """What is recorded of one client, in the order in which it was."""

    client: Client
    contacts: list[Met] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    steps: list[NextStep] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    looks: list[PlacementLook] = field(default_factory=list)
    snooze: Snooze | None = None
    is_settled_in: bool = False
    """An employer has been met and something agreed."""

    def as_of(self, day: date) -> ClientFacts:
        """What triage looks at on the day, as the store gathers it."""
        told = [(one, Touch(one.day, 900 + number)) for number, one in enumerate(self.contacts)]
        known = [(one, touch) for one, touch in told if one.day <= day]
        reached = tuple(Reached(one.day, one.way, True) for one, _ in known if one.reached)
        seen = [touch for one, touch in known if one.reached and one.way in FACE_TO_FACE]
        works = tuple(Work(one, reached, looks=self._looks_at(one)) for one in self.placements)
        return ClientFacts(
            client=self.client,
            last_reached=_newest([touch for one, touch in known if one.reached]),
            last_seen=_newest(seen),
            last_attempt=_newest([touch for one, touch in known if not one.reached]),
            first_employer_meeting=Touch(self.client.start_on, 899) if self.is_settled_in else None,
            open_steps=tuple(self.steps),
            anything_agreed=self.is_settled_in or bool(self.steps),
            snooze=self.snooze,
            works=works,
            workplace_meetings={one.employer_id: touch for one in self.placements for touch in seen[-1:]},
            appointments=tuple(one for one in self.appointments if one.booked_on <= day),
            concerns=tuple(self.concerns),
        )

    def _looks_at(self, placement: Placement) -> tuple[PlacementLook, ...]:
        return tuple(one for one in self.looks if one.placement_id == placement.id)

    def row_on(self, day: date) -> QueueRow:
        (row,) = triage([self.as_of(day)], (), USUAL, day)
        return row


def _newest(touches: list[Touch]) -> Touch | None:
    return max(touches, key=lambda one: (one.day, one.record_id), default=None)


# Lives by chance

ways = st.sampled_from(ClientContactWay)
days_behind = st.integers(0, 90)


@st.composite
def placed(draw: st.DrawFn) -> list[Placement]:
    starts = draw(st.lists(st.integers(-30, 60), max_size=2))
    return [
        replace(
            job(
                days_ago(start),
                pay=draw(st.sampled_from(Pay)),
                trial_until=draw(st.none() | st.just(days_ago(start - 30))),
                planned_end_on=draw(st.none() | st.just(days_ago(start - 45))),
                **draw(endings(start)),
            ),
            id=10 + number,
        )
        for number, start in enumerate(starts)
    ]


@st.composite
def endings(draw: st.DrawFn, start: int) -> dict[str, date]:
    if start < 0 or draw(st.booleans()):
        return {}
    ended = draw(st.integers(0, start))
    return {"ended_on": days_ago(ended), "heard_on": days_ago(draw(st.integers(0, ended)))}


@st.composite
def lives(draw: st.DrawFn, appointments: st.SearchStrategy[list[Appointment]] | None = None) -> Life:
    """A client who began at some time in the last ninety days, with what has been recorded since.

    `appointments`: the times that are booked, some or none unless said.
    """
    began = draw(days_behind)
    behind = st.builds(Met, st.integers(0, began).map(days_ago), ways, st.booleans())
    return Life(
        client=client(start_on=days_ago(began), interval=draw(st.none() | st.integers(3, 60))),
        contacts=sorted(draw(st.lists(behind, max_size=6)), key=lambda one: one.day),
        placements=draw(placed()),
        appointments=draw(appointments if appointments is not None else st.lists(times(), max_size=2)),
        steps=[
            step(days_ago(due), id=500 + n)
            for n, due in enumerate(draw(st.lists(st.integers(-20, 20), max_size=2)))
        ],
        concerns=[concern(days_ago(seen)) for seen in draw(st.lists(st.integers(0, 9), max_size=1))],
        is_settled_in=draw(st.booleans()),
    )


@st.composite
def times(draw: st.DrawFn) -> Appointment:
    day = days_ago(draw(st.integers(-40, 10)))
    return replace(
        booked(day, draw(ways), employer_id=draw(st.none() | st.just(2))), id=800 + draw(st.integers(0, 99))
    )


def put_aside(life: Life, days: int) -> Life:
    """The same life, put aside ten days ago until a day ahead."""
    return replace(life, snooze=snoozed(looked_after(life.client), until=TODAY + timedelta(days=days)).snooze)


AHEAD = tuple(TODAY + timedelta(days=days) for days in range(61))
later = st.sampled_from(AHEAD)
many_days = settings(max_examples=40)  # each example is looked at on every day ahead


# Everybody is seen within the period


@many_days
@given(lives(), st.none() | st.integers(1, 60))
def test_whoever_is_not_seen_within_the_period_stands_in_the_list_unless_a_meeting_is_near(
    life: Life, aside: int | None
) -> None:
    shown = life if aside is None else put_aside(life, aside)
    for day in AHEAD:
        if _unseen_for(life, day) >= PERIOD and not _is_met_soon(life, day):
            row = shown.row_on(day)
            assert not row.hidden
            assert row.band in (Band.LATE, Band.TODAY)


def _unseen_for(life: Life, day: date) -> timedelta:
    seen = life.as_of(day).last_seen
    return day - (seen.day if seen else life.client.start_on)


def _is_met_soon(life: Life, day: date) -> bool:
    """Whether a time is booked that will meet it: from today on, within the days that the signal has before it."""
    last = day + timedelta(days=KIND_BY_KEY["unseen"].usual.window_days)
    return any(one.way in FACE_TO_FACE and day <= one.day <= last for one in life.appointments)


@pytest.mark.parametrize("way", sorted(FACE_TO_FACE))
def test_only_a_meeting_booked_within_five_days_lets_one_who_is_put_aside_wait_longer(
    way: ClientContactWay,
) -> None:
    life = Life(client(start_on=days_ago(31)), is_settled_in=True)
    life.contacts = [Met(days_ago(31), way, True), Met(days_ago(1), ClientContactWay.PHONE, True)]
    for days in range(30):
        life.appointments = [booked(days_ago(-days), way)]
        assert put_aside(life, 40).row_on(TODAY).hidden is (days <= 5)


@many_days
@given(
    st.lists(lives(), min_size=1, max_size=4), st.integers(1, 40), st.integers(-20, 10), st.integers(5, 40)
)
def test_the_coachs_leave_hides_nobody_and_makes_nobody_wait_longer(
    caseload: list[Life], aside: int, from_on: int, days: int
) -> None:
    first = TODAY + timedelta(days=from_on)
    leave = Leave(900, 1, first, first + timedelta(days=days), None, None, None, days_ago(30), None)
    numbered = [replace(life, client=replace(life.client, id=id)) for id, life in enumerate(caseload, 1)]
    facts = [put_aside(life, aside).as_of(TODAY) for life in numbered]
    for day in AHEAD[::7]:
        usual = {row.id: row for row in triage(facts, (), USUAL, day)}
        rows = [row for row in triage(facts, (), USUAL, day, OwnFacts(leaves=(leave,))) if row.client]
        assert {row.id: replace(row, turn=Turn.USUAL, waited=False) for row in rows} == usual


@given(lives(), st.integers(0, 400))
def test_nobody_leaves_the_list_as_long_as_no_ending_is_recorded(life: Life, days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert [row.id for row in triage([life.as_of(TODAY)], (), USUAL, day)] == [life.client.id]


# Put aside


@many_days
@given(lives(), st.integers(1, 40))
def test_whoever_is_put_aside_is_back_on_the_day_and_stays(life: Life, days: int) -> None:
    until, aside = TODAY + timedelta(days=days), put_aside(life, days)
    assert all(aside.row_on(day) == life.row_on(day) for day in AHEAD if day >= until)
    assert all(aside.row_on(day).snoozed_until == until for day in AHEAD if day < until)


def cannot_wait(life: Life, day: date) -> bool:
    """A danger; an open meeting about a start of work or in the first month; a lost job; unseen for the period."""
    facts = life.as_of(day)
    about_work = any(_is_soon_about_work(work, day) for work in facts.works)
    return bool(facts.concerns) or about_work or _unseen_for(life, day) >= PERIOD


def _is_soon_about_work(work: Work, day: date) -> bool:
    urgent = {PromiseKind.BEFORE_START, PromiseKind.THREE_DAYS, PromiseKind.WEEKLY, PromiseKind.JOB_ENDED}
    return any(one.kind in urgent and one.window_from <= day for one in plan(work, day) if one.is_open)


@many_days
@given(lives(appointments=st.just([])))
def test_a_put_aside_never_hides_what_cannot_wait_and_hides_all_else(life: Life) -> None:
    aside = put_aside(life, len(AHEAD))
    for day in AHEAD:
        assert aside.row_on(day).hidden is not cannot_wait(life, day)


@given(st.integers(0, 3), st.integers(4, 60))
def test_the_weekly_meetings_of_the_first_month_at_work_show_although_put_aside(met: int, days: int) -> None:
    life = Life(client(start_on=days_ago(30)), placements=[job(days_ago(3))], is_settled_in=True)
    life.contacts = [Met(days_ago(met), ClientContactWay.IN_PERSON, True)]
    due_on = days_ago(met) + timedelta(days=7)
    for day in AHEAD[: (due_on - TODAY).days + 5]:
        hidden = put_aside(life, days).row_on(day).hidden
        assert hidden is (day < due_on - timedelta(days=2) and day < TODAY + timedelta(days=days))


# Missed meetings lead to another way of reaching out


@many_days
@given(lives(appointments=st.just([])))
def test_an_attempt_that_did_not_reach_asks_for_another_way_within_two_days_until_one_does(
    life: Life,
) -> None:
    for day in AHEAD:
        row = life.row_on(day)
        asked = [one for one in row.signals if one.kind == "reach_out"]
        if not life.contacts or life.contacts[-1].reached:
            assert asked == []
        else:
            (signal,) = asked
            assert signal.due_on == life.contacts[-1].day + timedelta(days=2)
            assert signal.band(day) is not Band.QUIET
            assert row.band is not Band.QUIET


@given(lives(appointments=st.just([])), ways, later)
def test_any_contact_that_reaches_ends_it_and_none_that_does_not(
    life: Life, way: ClientContactWay, day: date
) -> None:
    missed = replace(life, contacts=[*life.contacts, Met(TODAY, ClientContactWay.PHONE, False)])
    again = replace(missed, contacts=[*missed.contacts, Met(TODAY, way, False)])
    reached = replace(again, contacts=[*again.contacts, Met(TODAY, way, True)])
    kinds = [[one.kind for one in each.row_on(day).signals] for each in (missed, again, reached)]
    assert [one.count("reach_out") for one in kinds] == [1, 1, 0]


# Nothing closes by itself


BY_CALENDAR = frozenset({"before_start", "trial_ends", "subsidy_ends", "retention"})
"""What is about a day, and can no longer be done in time after it; it is kept as missed (design.md §6)."""
REST_WHILE_WORKING = frozenset({"no_contact", "first_employer_contact"})
"""Follow-along has a rhythm of its own."""


@given(lives(), st.integers(1, 200))
def test_what_is_open_stays_open_however_many_days_go_by_without_a_record(life: Life, days: int) -> None:
    then, day = life.as_of(TODAY), TODAY + timedelta(days=days)
    assume(not any(one.start_on > TODAY for one in life.placements))
    open_now, open_then = (_open(then, one) for one in (TODAY, day))
    gone = {one for one in open_now - open_then if one[0] not in BY_CALENDAR}
    assert not gone


@given(lives(), st.integers(1, 200))
def test_a_start_of_work_that_comes_puts_its_own_meetings_in_the_place_of_what_rests(
    life: Life, days: int
) -> None:
    then, day = life.as_of(TODAY), TODAY + timedelta(days=days)
    open_now, open_then = _open(then, TODAY), _open(then, day)
    gone = {one for one in open_now - open_then if one[0] not in BY_CALENDAR}
    assert {kind for kind, _ in gone} <= REST_WHILE_WORKING
    if gone or any(kind == "before_start" for kind, _ in open_now - open_then):
        live = [work for work in then.works if work.is_live(day)]
        assert live
        assert all(open_meeting(plan(work, day)) is not None for work in live)


def _open(facts: ClientFacts, day: date) -> set[tuple[str, int]]:
    (row,) = triage([facts], (), USUAL, day)
    return {(one.kind, one.record_id) for one in row.signals}


@given(lives(appointments=st.lists(times(), min_size=1, max_size=3)), later)
def test_a_booked_time_whose_day_has_passed_quiets_nothing_and_asks_what_became_of_it(
    life: Life, day: date
) -> None:
    behind = [one for one in life.appointments if one.day < day]
    row = replace(life, appointments=behind).row_on(day)
    assert not any(one.is_booked for one in row.signals)
    asked = [one for one in row.signals if one.kind == "appointment_outcome"]
    assert sorted(one.record_id for one in asked) == sorted(one.id for one in behind)
    assert all(one.band(day) in (Band.TODAY, Band.LATE) for one in asked)


@given(lives(appointments=st.lists(times(), min_size=1, max_size=3)), later)
def test_what_is_quieted_names_a_time_that_is_still_to_come(life: Life, day: date) -> None:
    for signal in life.row_on(day).signals:
        if signal.reason.booked is not None:
            assert signal.reason.booked.day >= day
            assert signal.reason.booked.appointment_id in {one.id for one in life.appointments}


# A coach who only ever attends to the first rows

DAYS = 120


@dataclass
class Coach:
    """Attends to the first rows of each day: clients are met at every `attempts`-th attempt, and all is then done."""

    lives: dict[int, Life]
    rows_a_day: int
    attempts: int

    def waits(self) -> dict[int, int]:
        """The most days that each client waits for a meeting, the last days of all included."""
        met_on = dict.fromkeys(self.lives, TODAY)
        longest = dict.fromkeys(self.lives, 0)
        for day in (TODAY + timedelta(days=number) for number in range(DAYS)):
            rows = triage([life.as_of(day) for life in self.lives.values()], (), USUAL, day)
            for row in [one for one in rows if not one.hidden and one.band is not Band.QUIET][
                : self.rows_a_day
            ]:
                if self.attend(self.lives[row.id], day):
                    met_on[row.id] = day
            for id, since in met_on.items():
                longest[id] = max(longest[id], (day - since).days)
        return longest

    def attend(self, life: Life, day: date) -> bool:
        """Whether the client was met."""
        missed = next((n for n, one in enumerate(reversed(life.contacts)) if one.reached), len(life.contacts))
        is_met = missed + 1 >= self.attempts
        way = ClientContactWay.IN_PERSON if is_met else ClientContactWay.PHONE
        life.contacts = [*life.contacts[-self.attempts :], Met(day, way, is_met)]
        if is_met:
            life.is_settled_in = True
            life.steps = []
            life.looks += [
                PlacementLook(200, 1, work.placement.id, Look(one.kind.value), day, *[None] * 7)
                for work in life.as_of(day).works
                for one in plan(work, day)
                if one.is_open and one.kind in RETENTION_MONTHS and one.window_from <= day
            ]
        return is_met

    def bound(self, id: int) -> float:
        """The longest that the client can wait, and why.

        What is late weighs weight × days waited / interval: it grows by `_pace` a day, without end, and whoever has
        been met begins again from nothing. So once the client has waited `a` days and is late, each other one has to
        wait pace ratio × `a` days too before they can stand above once more. That is less often than there are rows
        to attend to, once `a` is long enough: then the rows come to the client. Beside it everyone may stand above
        once, and for each thing that happens only once.
        """
        mine, others = self.lives[id], [life for other, life in self.lives.items() if other != id]
        ratio = sum(_fastest(life) for life in others) / _pace(mine)
        first = len(others) + sum(ONCE_A_PLACEMENT * len(life.placements) for life in others)
        return self.attempts + min(
            (
                after + self.attempts * first / spare
                for after in range(_late_after(mine) + 1, 5 * DAYS)
                if (spare := self.rows_a_day - self.attempts * ratio / after) > 0
            ),
            default=inf,
        )


ONCE_A_PLACEMENT = 4
"""The meeting before the start, the one in the first three days, and two looks at retention in 120 days."""


def _numbers(kind: str) -> tuple[int, float]:
    usual = KIND_BY_KEY[kind].usual
    return usual.interval_days, usual.weight


def _of_contact(life: Life) -> tuple[int, float]:
    """After how many days a client without work is late, and by how much a day that then weighs more."""
    interval, weight = _numbers("no_contact")
    interval = life.client.contact_interval_days or interval
    longest, weight_unseen = _numbers("unseen")
    if interval > longest:
        return longest, weight_unseen / longest
    return interval, max(weight / interval, weight_unseen / longest)


def _late_after(life: Life) -> int:
    return _numbers("unseen")[0] if life.placements else _of_contact(life)[0]


def _pace(life: Life) -> float:
    """By how much a day the client's place weighs more at the least, once late."""
    longest, weight = _numbers("unseen")
    return weight / longest if life.placements else _of_contact(life)[1]


def _fastest(life: Life) -> float:
    """By how much a day the client's place weighs more at the most."""
    interval, weight = _numbers("weekly")
    return max(_of_contact(life)[1], weight / interval if life.placements else 0)


@st.composite
def beginners(draw: st.DrawFn) -> dict[int, Life]:
    """More clients than a row or two a day can hold up to date, some of them at work or soon to be."""
    intervals = st.none() | st.integers(10, 30)
    return {
        id: Life(
            client(id, start_on=days_ago(draw(st.integers(0, 20))), interval=draw(intervals)),
            placements=[
                replace(job(days_ago(start)), id=10 * id)
                for start in draw(st.lists(st.integers(-20, 100), max_size=1) if id <= 2 else st.just([]))
            ],
            is_settled_in=draw(st.booleans()),
        )
        for id in range(1, draw(st.integers(12, 18)) + 1)
    }


@settings(max_examples=10)
@given(beginners(), st.sampled_from(((1, 1), (2, 1), (2, 2), (3, 2))))
def test_whoever_is_attended_to_by_the_first_rows_alone_everyones_turn_comes(
    caseload: dict[int, Life], how: tuple[int, int]
) -> None:
    coach = Coach(caseload, *how)
    bounds = {id: coach.bound(id) for id in caseload}
    assert min(bounds.values()) < DAYS  # else nothing would be asked
    for id, waited in coach.waits().items():
        assert waited <= bounds[id]


def test_one_row_a_day_is_not_enough_for_twenty_clients_and_yet_nobody_waits_much_longer_than_another() -> (
    None
):
    """Each would be met every two weeks. Four are in their first weeks of work, and take more of the days."""
    caseload = {id: Life(client(id, start_on=days_ago(id % 14)), is_settled_in=True) for id in range(1, 21)}
    for id in range(1, 5):
        caseload[id].placements = [replace(job(TODAY), id=10 * id)]
    waits = Coach(caseload, rows_a_day=1, attempts=1).waits()
    assert max(waits.values()) <= PERIOD.days + 7

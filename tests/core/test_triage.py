"""Who needs something first, and who has been put aside."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.caseload import (
    TODAY,
    client,
    days_ago,
    employer,
    looked_after,
    newcomer,
    snoozed,
    step,
    touch,
    with_step,
)
from valmentaja.model.reason import Band
from valmentaja.model.step import NextStep
from valmentaja.rules.facts import ClientFacts, EmployerFacts
from valmentaja.rules.finding import SignalNumbers
from valmentaja.rules.signals import SignalSettings
from valmentaja.rules.triage import About, QueueRow, triage

USUAL = SignalSettings()


def queue(
    *clients: ClientFacts, employers: tuple[EmployerFacts, ...] = (), today: date = TODAY
) -> tuple[QueueRow, ...]:
    return triage(clients, employers, USUAL, today)


def ids(rows: tuple[QueueRow, ...]) -> list[int]:
    return [row.id for row in rows]


def one(facts: ClientFacts, today: date = TODAY) -> QueueRow:
    (row,) = queue(facts, today=today)
    return row


def well(id: int) -> ClientFacts:
    return looked_after(client(id))


def unseen_for(days: int, id: int = 1) -> ClientFacts:
    return replace(well(id), last_seen=touch(days))


def test_late_comes_before_today_before_soon_before_quiet() -> None:
    rows = queue(
        well(1),
        with_step(well(2), days_ago(-2), id=501),
        with_step(well(3), TODAY, id=502),
        with_step(well(4), days_ago(1), id=503),
    )
    assert [row.band for row in rows] == [Band.LATE, Band.TODAY, Band.SOON, Band.QUIET]
    assert ids(rows) == [4, 3, 2, 1]


def test_a_small_thing_late_goes_before_a_weighty_one_today() -> None:
    barely_late = unseen_for(31, id=1)
    due_today = replace(well(2), last_reached=touch(9), last_attempt=touch(2))
    assert ids(queue(due_today, barely_late)) == [1, 2]


def test_in_a_band_the_higher_score_comes_first() -> None:
    # 4 × (1 + 5/7) = 6.86 before 3 × (1 + 20/30) = 5
    assert ids(queue(unseen_for(50, id=1), with_step(well(2), days_ago(5)))) == [2, 1]


def test_many_small_reasons_do_not_add_up_to_a_large_one() -> None:
    many = with_step(with_step(with_step(well(1), days_ago(1), 501), days_ago(1), 502), days_ago(1), 503)
    assert ids(queue(many, with_step(well(2), days_ago(2), 504))) == [2, 1]


def test_of_equals_the_one_longest_without_contact_comes_first() -> None:
    heard_lately = with_step(replace(well(1), last_reached=touch(2)), TODAY, 501)
    heard_before = with_step(replace(well(2), last_reached=touch(6)), TODAY, 502)
    assert ids(queue(heard_lately, heard_before)) == [2, 1]


def test_a_client_never_reached_is_without_attention_since_the_start() -> None:
    assert one(newcomer(days_ago(9))).days_unattended == 9


def test_of_equals_in_everything_the_one_added_first_comes_first() -> None:
    assert ids(queue(with_step(well(8), TODAY, 501), with_step(well(3), TODAY, 502))) == [3, 8]


def test_the_main_reason_has_the_highest_score_of_its_band() -> None:
    row = one(with_step(replace(unseen_for(50), last_reached=touch(14)), days_ago(5)))
    assert [signal.kind for signal in row.signals] == ["next_step", "unseen", "no_contact"]
    assert row.main == row.signals[0]
    assert row.band is Band.LATE
    assert row.score == pytest.approx(4 * 12 / 7)


def test_of_reasons_that_weigh_the_same_the_earlier_due_comes_first() -> None:
    # 3 × (1 + 10/14) and 3 × (1 + 10/14): the same numbers for both kinds, so the same score
    settings = USUAL.with_numbers("unseen", SignalNumbers(28, 5, 3))
    facts = replace(well(1), last_reached=touch(21), last_seen=touch(42))
    (row,) = triage([facts], [], settings, TODAY)
    assert [signal.score(TODAY) for signal in row.signals] == [4.5, 4.5]
    assert [signal.kind for signal in row.signals] == ["unseen", "no_contact"]


def test_of_reasons_due_on_one_day_the_order_of_the_registry_decides() -> None:
    facts = replace(well(1), last_reached=touch(14), last_seen=touch(30))
    assert [signal.kind for signal in one(facts).signals] == ["no_contact", "unseen"]


def test_of_steps_due_on_one_day_the_one_recorded_first_comes_first() -> None:
    row = one(with_step(with_step(well(1), TODAY, id=9), TODAY, id=8))
    assert [signal.record_id for signal in row.signals][:2] == [8, 9]


def test_a_client_before_the_start_with_nothing_agreed_is_quiet_without_reasons() -> None:
    row = one(newcomer(days_ago(-7)))
    assert (row.band, row.signals, row.main, row.score) == (Band.QUIET, (), None, 0)


def test_those_without_any_reason_come_last_among_the_quiet() -> None:
    assert ids(queue(newcomer(days_ago(-7), id=1), well(2))) == [2, 1]


def test_an_ended_client_is_not_in_the_queue() -> None:
    assert queue(looked_after(client(ended_on=days_ago(1)))) == ()


def test_an_employer_shows_only_when_something_is_promised() -> None:
    rows = queue(employers=(employer(id=5), employer(id=6, steps=(step(days_ago(-30)),))))
    assert [(row.about, row.id, row.band) for row in rows] == [(About.EMPLOYER, 6, Band.QUIET)]


def test_clients_and_employers_stand_in_one_queue() -> None:
    waiting = employer(id=5, steps=(step(days_ago(3), id=501),))
    rows = queue(
        with_step(well(1), days_ago(2), 502), with_step(well(2), days_ago(4), 503), employers=(waiting,)
    )
    assert ids(rows) == [2, 5, 1]


def test_an_employer_is_without_attention_since_the_last_contact_or_the_day_added() -> None:
    never = employer(id=5, added_on=days_ago(12), steps=(step(TODAY),))
    called = replace(employer(id=6, steps=(step(TODAY),)), last_contact=touch(3))
    assert [row.days_unattended for row in queue(employers=(never, called))] == [12, 3]


# What follows is about putting aside.


def test_a_client_put_aside_is_hidden_and_comes_last() -> None:
    aside = snoozed(with_step(well(1), days_ago(9)), until=days_ago(-5))
    rows = queue(aside, well(2))
    assert ids(rows) == [2, 1]
    assert rows[1].hidden
    assert rows[1].band is Band.LATE
    assert (rows[1].snoozed_until, rows[1].snoozed_because) == (days_ago(-5), "kurssilla")


def test_those_hidden_keep_the_order_among_themselves() -> None:
    soon = snoozed(with_step(well(1), days_ago(-1), 501), until=days_ago(-5))
    late = snoozed(with_step(well(2), days_ago(1), 502), until=days_ago(-5))
    assert ids(queue(soon, late)) == [2, 1]


def test_on_the_day_agreed_the_client_is_back() -> None:
    facts = snoozed(with_step(well(1), days_ago(9)), until=days_ago(-5))
    assert one(facts, today=days_ago(-4)).hidden
    back = one(facts, today=days_ago(-5))
    assert not back.hidden
    assert (back.snoozed_until, back.snoozed_because) == (None, None)


def test_a_put_aside_ended_by_hand_hides_no_more() -> None:
    assert not one(snoozed(well(1), until=days_ago(-5), ended_on=TODAY)).hidden


@pytest.mark.parametrize(("days", "hidden"), [(29, True), (30, False), (31, False)])
def test_one_unseen_for_thirty_days_shows_although_put_aside(days: int, hidden: bool) -> None:
    row = one(snoozed(unseen_for(days), until=days_ago(-5)))
    assert row.hidden is hidden
    assert row.snoozed_until == days_ago(-5)


def test_only_the_reason_that_breaks_through_decides_the_place() -> None:
    aside = snoozed(with_step(unseen_for(30), days_ago(20), 501), until=days_ago(-5))
    rows = queue(aside, with_step(well(2), days_ago(1), 502))
    assert ids(rows) == [2, 1]
    assert rows[1].band is Band.TODAY
    assert [signal.kind for signal in rows[1].signals] == ["unseen", "next_step", "no_contact"]
    assert rows[1].score == 3


def test_an_overdue_step_does_not_break_through_a_put_aside() -> None:
    assert one(snoozed(with_step(well(1), days_ago(60)), until=days_ago(-1))).hidden


# What follows holds for every caseload.

few_days = st.integers(-40, 60)
touches = st.none() | st.builds(touch, st.integers(0, 60), st.integers(800, 999))


@st.composite
def steps(draw: st.DrawFn) -> tuple[NextStep, ...]:
    due = draw(st.lists(few_days, max_size=3))
    return tuple(step(days_ago(days), id=500 + number) for number, days in enumerate(due))


@st.composite
def caseloads(draw: st.DrawFn) -> list[ClientFacts]:
    return [draw(facts(id)) for id in range(1, draw(st.integers(1, 6)) + 1)]


@st.composite
def facts(draw: st.DrawFn, id: int = 1) -> ClientFacts:
    who = client(id, days_ago(draw(few_days)), draw(st.none() | st.integers(1, 40)))
    record = ClientFacts(
        who,
        draw(touches),
        draw(touches),
        draw(touches),
        draw(touches),
        draw(steps()),
        draw(st.booleans()),
        None,
    )
    until = draw(st.none() | st.integers(-10, 40))
    return record if until is None else snoozed(record, until=days_ago(-until))


@given(caseloads(), st.data())
def test_the_order_does_not_depend_on_the_order_of_the_records(
    caseload: list[ClientFacts], data: st.DataObject
) -> None:
    shuffled = [
        replace(record, open_steps=tuple(data.draw(st.permutations(record.open_steps))))
        for record in data.draw(st.permutations(caseload))
    ]
    in_order, whatever_order = triage(caseload, (), USUAL, TODAY), triage(shuffled, (), USUAL, TODAY)
    assert [(row.id, row.signals) for row in in_order] == [(row.id, row.signals) for row in whatever_order]


@given(caseloads())
def test_the_same_records_give_the_same_order(caseload: list[ClientFacts]) -> None:
    assert triage(caseload, (), USUAL, TODAY) == triage(list(caseload), (), USUAL, TODAY)


@given(caseloads())
def test_everyone_on_the_caseload_is_in_the_queue_once(caseload: list[ClientFacts]) -> None:
    rows = triage(caseload, (), USUAL, TODAY)
    assert sorted(ids(rows)) == [record.client.id for record in caseload]


@given(caseloads())
def test_the_order_is_explained_by_band_score_attention_and_id(caseload: list[ClientFacts]) -> None:
    rows = triage(caseload, (), USUAL, TODAY)
    for first, second in pairwise(rows):
        assert (first.hidden, first.band.rank, -first.score, -first.days_unattended, first.id) < (
            second.hidden,
            second.band.rank,
            -second.score,
            -second.days_unattended,
            second.id,
        )


@given(facts())
def test_the_main_reason_has_the_best_band_of_whoever_is_not_put_aside(record: ClientFacts) -> None:
    row = one(replace(record, snooze=None))
    assert all(row.band.rank <= signal.band(TODAY).rank for signal in row.signals)
    assert all(row.score >= signal.score(TODAY) for signal in row.signals if signal.band(TODAY) is row.band)


@given(facts(), st.integers(1, 60))
def test_whoever_is_put_aside_always_comes_back_as_if_never_put_aside(record: ClientFacts, days: int) -> None:
    until = TODAY + timedelta(days=days)
    assert one(snoozed(record, until), today=until) == one(replace(record, snooze=None), today=until)


@given(facts(), st.integers(0, 60))
def test_a_put_aside_never_hides_one_unseen_for_longer_than_promised(record: ClientFacts, days: int) -> None:
    row = one(snoozed(record, days_ago(-90)), today=TODAY + timedelta(days=days))
    unseen = [signal for signal in row.signals if signal.kind == "unseen"]
    fallen_due = any(signal.due_on <= TODAY + timedelta(days=days) for signal in unseen)
    assert row.hidden is not fallen_due


@given(facts())
def test_no_window_is_longer_than_the_interval_of_its_signal(record: ClientFacts) -> None:
    assert all(signal.window_days <= signal.interval_days for signal in one(record).signals)


@given(facts(), st.integers(1, 400))
def test_no_reason_becomes_lighter_as_days_go_by(record: ClientFacts, days: int) -> None:
    later = TODAY + timedelta(days=days)
    for signal in one(record).signals:
        assert signal.score(later) >= signal.score(TODAY)
        assert signal.band(later).rank <= signal.band(TODAY).rank

"""The coach's own leave and own lines: what falls due before it, and a list that begins with people after it."""

from dataclasses import replace
from datetime import date
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
    snoozed,
    step,
    touch,
    with_step,
)
from tests.core.lives import concern, everything_own, leave, own_step, partner
from tests.core.placements import job
from valmentaja.model.leave import Leave
from valmentaja.model.reason import Band
from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts
from valmentaja.rules.leaves import leave_days_among, returned_from, running_leave
from valmentaja.rules.promises import Work
from valmentaja.rules.signals import SignalSettings, own_signals
from valmentaja.rules.triage import About, PlacedBy, QueueRow, Turn, placed_by, triage

USUAL = SignalSettings()
BACK_YESTERDAY = leave(days_ago(21), days_ago(1))


def queue(
    *clients: ClientFacts, own: OwnFacts, employers: tuple[EmployerFacts, ...] = (), today: date = TODAY
) -> tuple[QueueRow, ...]:
    return triage(clients, employers, USUAL, today, own)


def on_leave(*leaves: Leave, steps: tuple[int, ...] = ()) -> OwnFacts:
    own_steps = tuple(own_step(days_ago(days), id=720 + place) for place, days in enumerate(steps))
    return OwnFacts(own_steps, (), leaves)


def heard(id: int, days: int) -> ClientFacts:
    """A client last in contact so many days ago, seen lately."""
    return replace(looked_after(client(id)), last_reached=touch(days, 900 + id), last_seen=touch(2))


# The coach's own lines


def test_the_coachs_own_things_stand_in_the_same_list() -> None:
    rows = queue(
        with_step(looked_after(client(1)), days_ago(3), 501),
        own=on_leave(steps=(5, 1)),
        employers=(employer(id=5, steps=(step(days_ago(2), id=502),)),),
    )
    assert [(row.about, row.id) for row in rows] == [
        (About.SELF, 720),
        (About.CLIENT, 1),
        (About.EMPLOYER, 5),
        (About.SELF, 721),
    ]


def test_each_of_the_coachs_own_things_is_a_row_with_one_reason() -> None:
    rows = queue(own=everything_own())
    assert [[signal.kind for signal in row.signals] for row in rows] == [
        ["partner_contact"],
        ["next_step"],
        ["leave_ahead"],
    ]
    assert {(row.about, row.client, row.employer, row.hidden) for row in rows} == {
        (About.SELF, None, None, False)
    }


def test_someone_of_the_coachs_own_network_is_contacted_as_agreed() -> None:
    met = partner(14, touch(14))
    (row,) = queue(own=OwnFacts((), (met,), ()))
    assert (row.band, row.main and row.main.due_on) == (Band.TODAY, TODAY)


# Before a leave


@pytest.mark.parametrize(
    ("days_ahead", "band"),
    [(1, Band.TODAY), (2, Band.SOON), (15, Band.SOON), (16, Band.QUIET), (60, Band.QUIET)],
)
def test_a_leave_is_prepared_for_by_the_day_before_it(days_ahead: int, band: Band) -> None:
    (row,) = queue(own=on_leave(leave(days_ago(-days_ahead), days_ago(-days_ahead - 6))))
    assert (row.main and row.main.kind, row.band) == ("leave_ahead", band)
    assert row.main is not None
    assert row.main.due_on == days_ago(1 - days_ahead)


def test_a_leave_that_was_looked_through_asks_no_more() -> None:
    looked = leave(days_ago(-3), days_ago(-9), looked_on=days_ago(1))
    assert own_signals(on_leave(looked), USUAL, TODAY) == ()


def test_a_leave_that_has_begun_asks_no_more() -> None:
    assert own_signals(on_leave(leave(TODAY, days_ago(-9))), USUAL, TODAY) == ()


# During it


def test_the_coach_is_away_from_the_first_day_to_the_last() -> None:
    held = leave(days_ago(2), days_ago(-2))
    for days, away in ((3, None), (2, held), (0, held), (-2, held), (-3, None)):
        assert running_leave((held,), days_ago(days)) == away


def test_of_two_leaves_at_once_the_one_that_ends_last_counts() -> None:
    sick = leave(days_ago(1), days_ago(-1), id=701)
    holiday = leave(days_ago(5), days_ago(-5), id=702)
    assert running_leave((sick, holiday), TODAY) == holiday


def test_while_the_coach_is_away_the_order_stays_as_ever() -> None:
    facts = (heard(1, 20), with_step(heard(2, 3), days_ago(6), 501))
    away = leave(days_ago(10), days_ago(-3))
    assert [row.id for row in queue(*facts, own=on_leave(away))] == [
        row.id for row in queue(*facts, own=on_leave())
    ]


def test_working_days_of_leave_are_counted_once() -> None:
    week = tuple(date(2026, 11, day) for day in range(23, 28))
    two = (leave(date(2026, 11, 25), date(2026, 11, 26)), leave(date(2026, 11, 26), date(2026, 12, 4)))
    assert leave_days_among(week, two) == 3
    assert leave_days_among(week, ()) == 0


# After it


@pytest.mark.parametrize(("days_since", "is_back"), [(0, False), (1, True), (7, True), (8, False)])
def test_the_first_week_after_a_leave_is_a_return(days_since: int, is_back: bool) -> None:
    held = leave(days_ago(days_since + 20), days_ago(days_since))
    assert (returned_from((held,), TODAY) is not None) is is_back


def test_a_short_leave_changes_nothing() -> None:
    assert returned_from((leave(days_ago(4), days_ago(1)),), TODAY) is None
    assert returned_from((leave(days_ago(5), days_ago(1)),), TODAY) is not None


def test_one_who_has_gone_on_leave_again_is_not_back() -> None:
    assert returned_from((BACK_YESTERDAY, leave(TODAY, days_ago(-1), id=701)), TODAY) is None


def test_after_a_leave_the_list_begins_with_people() -> None:
    rows = queue(
        heard(1, 16),
        heard(2, 25),
        own=on_leave(BACK_YESTERDAY, steps=(12,)),
        employers=(employer(id=5, steps=(step(days_ago(15), id=502),)),),
    )
    assert [(row.about, row.id) for row in rows] == [
        (About.CLIENT, 2),
        (About.CLIENT, 1),
        (About.EMPLOYER, 5),
        (About.SELF, 720),
    ]
    assert [row.turn for row in rows] == [Turn.CLIENTS, Turn.CLIENTS, Turn.OTHERS, Turn.OTHERS]


def test_what_cannot_wait_still_comes_before_all() -> None:
    placed = replace(looked_after(client(3)), works=(Work(job(days_ago(10))),), last_reached=touch(2))
    dangerous = replace(looked_after(client(4)), concerns=(concern(days_ago(9)),))
    rows = queue(heard(1, 30), placed, dangerous, own=on_leave(BACK_YESTERDAY))
    assert [row.turn for row in rows] == [Turn.CANNOT_WAIT, Turn.CANNOT_WAIT, Turn.CLIENTS]
    assert rows[-1].id == 1
    assert [row.waited for row in rows] == [False, False, True]


def test_the_clients_come_by_the_time_without_contact_not_by_lateness() -> None:
    long_since = replace(looked_after(client(1)), last_reached=touch(20), last_seen=touch(2))
    very_late = with_step(replace(looked_after(client(2)), last_reached=touch(3)), days_ago(19), 501)
    rows = queue(long_since, very_late, own=on_leave(BACK_YESTERDAY))
    assert [row.id for row in rows] == [1, 2]
    assert placed_by(rows[0], rows[1]) is PlacedBy.UNATTENDED
    assert [row.id for row in queue(long_since, very_late, own=on_leave())] == [2, 1]


def test_what_was_late_before_the_leave_has_not_merely_waited() -> None:
    waited = with_step(looked_after(client(1)), days_ago(5), 501)
    late_before = with_step(looked_after(client(2)), days_ago(30), 502)
    fell_due_after = with_step(looked_after(client(3)), TODAY, 503)
    by_id = {
        row.id: row.waited for row in queue(waited, late_before, fell_due_after, own=on_leave(BACK_YESTERDAY))
    }
    assert by_id == {1: True, 2: False, 3: False}


def test_nobody_changes_band_by_a_leave() -> None:
    facts = (heard(1, 16), with_step(looked_after(client(2)), TODAY, 501), looked_after(client(3)))
    with_leave, without = queue(*facts, own=on_leave(BACK_YESTERDAY)), queue(*facts, own=on_leave())
    assert {row.id: row.band for row in with_leave} == {row.id: row.band for row in without}


def test_one_put_aside_stays_so_after_a_leave() -> None:
    aside = snoozed(with_step(looked_after(client(1)), days_ago(5), 501), until=days_ago(-4))
    (row,) = queue(aside, own=on_leave(BACK_YESTERDAY))
    assert (row.hidden, row.waited, row.turn) == (True, False, Turn.USUAL)


# What decides between two rows


def test_what_placed_a_row_is_the_first_thing_that_differs() -> None:
    late = with_step(replace(looked_after(client(1)), last_reached=touch(1)), days_ago(2), 501)
    later = with_step(replace(looked_after(client(2)), last_reached=touch(1)), days_ago(4), 502)
    today = with_step(replace(looked_after(client(3)), last_reached=touch(5)), TODAY, 503)
    heard_later = with_step(replace(looked_after(client(4)), last_reached=touch(2)), TODAY, 504)
    twin = with_step(replace(looked_after(client(5)), last_reached=touch(2)), TODAY, 505)
    aside = snoozed(with_step(looked_after(client(6)), days_ago(9), 506), until=days_ago(-4))
    rows = queue(late, later, today, heard_later, twin, aside, own=on_leave())
    assert [row.id for row in rows] == [2, 1, 3, 4, 5, 6]
    decided = [placed_by(above, row) for above, row in pairwise(rows)]
    assert decided == [
        PlacedBy.SCORE,
        PlacedBy.BAND,
        PlacedBy.UNATTENDED,
        PlacedBy.ADDED,
        PlacedBy.PUT_ASIDE,
    ]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(1, 7))
def test_after_any_leave_no_employer_and_nothing_own_is_late_above_a_late_client(
    days: list[int], back: int
) -> None:
    own = on_leave(leave(days_ago(back + 20), days_ago(back)), steps=tuple(days))
    clients = [heard(place + 1, since) for place, since in enumerate(days)]
    waiting = tuple(
        employer(id=50 + place, steps=(step(days_ago(since), id=550 + place),))
        for place, since in enumerate(days)
    )
    late = [row.about for row in queue(*clients, own=own, employers=waiting) if row.band is Band.LATE]
    assert late == sorted(late, key=lambda about: about is not About.CLIENT)

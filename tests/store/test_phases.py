"""Phases of supported employment: one main phase at a time, and others beside it where life is so."""

from collections.abc import Callable

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, refusal
from valmentaja.errors import CannotBeMet
from valmentaja.store.clients import (
    client,
    end_client,
    enter_second_phase,
    leave_second_phase,
    move_to_phase,
)
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.workbook import Workbook


def stays(book: Workbook, client_id: int) -> list[tuple[str, int, int | None, bool]]:
    """The phases, with the days from `TODAY` on which they were entered and left."""
    return [
        (
            one.phase,
            (one.entered_on - TODAY).days,
            (one.left_on - TODAY).days if one.left_on else None,
            one.is_main,
        )
        for one in phase_stays(book, client_id)
    ]


def test_a_second_phase_runs_beside_the_main_one(book: Workbook) -> None:
    who = aino(book)
    move_to_phase(book, who.id, "on_off_job_support", day(-20))
    held = enter_second_phase(book, who.id, "job_finding", day(-5))
    assert held.phase == "on_off_job_support"
    assert stays(book, who.id) == [
        ("engagement", -50, -20, True),
        ("on_off_job_support", -20, None, True),
        ("job_finding", -5, None, False),
    ]


def test_leaving_it_leaves_the_main_one_as_it_was(book: Workbook) -> None:
    who = aino(book)
    enter_second_phase(book, who.id, "job_finding", day(-5))
    held = leave_second_phase(book, who.id, "job_finding", day(-1))
    assert held.phase == "engagement"
    assert stays(book, who.id) == [("engagement", -50, None, True), ("job_finding", -5, -1, False)]


def test_what_ran_beside_may_become_the_main_phase(book: Workbook) -> None:
    who = aino(book)
    enter_second_phase(book, who.id, "job_finding", day(-5))
    assert move_to_phase(book, who.id, "job_finding", TODAY).phase == "job_finding"
    assert stays(book, who.id) == [
        ("engagement", -50, 0, True),
        ("job_finding", -5, 0, False),
        ("job_finding", 0, None, True),
    ]


def test_a_phase_may_be_entered_and_left_on_one_day_and_entered_again(book: Workbook) -> None:
    who = aino(book)
    for on in (-5, -2):
        enter_second_phase(book, who.id, "profile", day(on))
        leave_second_phase(book, who.id, "profile", day(on))
    assert [one[:3] for one in stays(book, who.id)][1:] == [("profile", -5, -5), ("profile", -2, -2)]


@pytest.mark.parametrize(
    ("act", "phase", "on", "error"),
    [
        (enter_second_phase, "engagement", 0, "phase.already_in"),
        (enter_second_phase, "job_finding", 0, "phase.already_in"),
        (leave_second_phase, "engagement", 0, "phase.not_second"),
        (leave_second_phase, "profile", 0, "phase.not_second"),
        (leave_second_phase, "job_finding", -6, "phase.before_entered"),
        (move_to_phase, "profile", -51, "phase.before_entered"),
        (move_to_phase, "job_finding", -6, "phase.before_entered"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    book: Workbook, act: Callable[..., object], phase: str, on: int, error: str
) -> None:
    who = aino(book)
    enter_second_phase(book, who.id, "job_finding", day(-5))
    before = everything(book)
    assert refusal(lambda: act(book, who.id, phase, day(on))) == error
    assert everything(book) == before


def test_an_ending_leaves_every_phase(book: Workbook) -> None:
    who = aino(book)
    enter_second_phase(book, who.id, "job_finding", day(-5))
    end_client(book, who.id, day=day(-1), reason="muutto", carried_on_by=None)
    assert [(phase, left) for phase, _, left, _ in stays(book, who.id)] == [
        ("engagement", -1),
        ("job_finding", -1),
        ("ended", None),
    ]
    with pytest.raises(CannotBeMet, match=r"^client\.ended$"):
        enter_second_phase(book, who.id, "profile", TODAY)


@pytest.mark.parametrize(
    ("what", "times"), [("client_second_phase", 1), ("client_phase_left", 2), ("client_phase", 3)]
)
def test_each_step_is_undone_and_done_again(book: Workbook, what: str, times: int) -> None:
    who = aino(book)
    acts: tuple[Callable[[], object], ...] = (
        lambda: enter_second_phase(book, who.id, "job_finding", day(-5)),
        lambda: leave_second_phase(book, who.id, "job_finding", day(-1)),
        lambda: move_to_phase(book, who.id, "profile", TODAY),
    )
    for act in acts[: times - 1]:
        act()
    before = stays(book, who.id), client(book, who.id)
    acts[times - 1]()
    after = stays(book, who.id), client(book, who.id)
    assert changes(book)[0].what == what
    undo(book)
    assert (stays(book, who.id), client(book, who.id)) == before
    redo(book)
    assert (stays(book, who.id), client(book, who.id)) == after

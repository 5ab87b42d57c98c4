"""Next steps agreed and done, and clients put aside."""

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, visited
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.step import NextStep, Owner
from valmentaja.store.caseload import caseload_facts, client_facts
from valmentaja.store.clients import end_client
from valmentaja.store.journal import changes
from valmentaja.store.snoozes import bring_back, put_aside, running_snooze, running_snoozes
from valmentaja.store.steps import (
    StepWords,
    agree_next_step,
    finish_step,
    next_step,
    steps_of_client,
    steps_with_employer,
)
from valmentaja.store.workbook import Workbook


def agreed(book: Workbook, client_id: int | None, employer_id: int | None = None) -> NextStep:
    words = StepWords("soittaa Minnalle", day(2), TODAY, Owner.CLIENT)
    return agree_next_step(book, words, about="Aino", client_id=client_id, employer_id=employer_id)


def test_a_next_step_knows_whose_it_is_and_when(book: Workbook) -> None:
    who = aino(book)
    step = agreed(book, who.id)
    assert (step.text, step.due_on, step.owner, step.done_on) == (
        *("soittaa Minnalle", day(2)),
        *(Owner.CLIENT, None),
    )
    assert steps_of_client(book, who.id) == (step,)


def test_a_step_about_nobody_is_refused(book: Workbook) -> None:
    with pytest.raises(WrongUsage, match=r"^log\.next_about_nobody$"):
        agreed(book, None)
    assert changes(book) == ()


def test_a_step_is_done_once(book: Workbook) -> None:
    step = agreed(book, aino(book).id)
    done = finish_step(book, step.id, TODAY)
    assert done.done_on == TODAY
    assert done.revision > step.revision
    with pytest.raises(CannotBeMet, match=r"^step\.done_before$") as refused:
        finish_step(book, step.id, day(1))
    assert refused.value.parameters["day"] == TODAY
    assert next_step(book, step.id) == done


def test_the_journal_names_a_long_step_by_its_beginning_in_one_line(book: Workbook) -> None:
    who = aino(book)
    words = StepWords("kirje\ntyönantajalle " + "ja taas " * 20, day(2), TODAY)
    step = agree_next_step(book, words, about=who.label, client_id=who.id, employer_id=None)
    finish_step(book, step.id, TODAY)
    named = changes(book)[0].parameters["text"]
    assert named == "kirje työnantajalle ja taas ja taas ja taas ja taas ja taas…"
    assert len(named) == 60


def test_a_step_done_later_was_still_open_on_the_day(book: Workbook) -> None:
    words = StepWords("soittaa Minnalle", day(2), day(-3))
    step = agree_next_step(book, words, about="Aino", client_id=aino(book).id, employer_id=None)
    finish_step(book, step.id, TODAY)
    assert client_facts(book, day(-1))[0].open_steps == (next_step(book, step.id),)
    assert client_facts(book, TODAY)[0].open_steps == ()


def test_a_step_about_a_client_and_an_employer_is_shown_with_the_client_alone(book: Workbook) -> None:
    who, contact = aino(book), visited(book)
    step = agreed(book, who.id, contact.employer_id)
    assert caseload_facts(book, TODAY).employers == ()
    end_client(book, who.id, day=TODAY, reason="muutti", carried_on_by=None)
    (facts,) = caseload_facts(book, TODAY).employers
    assert (facts.open_steps, facts.last_contact is not None) == ((step,), True)
    assert contact.employer_id is not None
    assert steps_with_employer(book, contact.employer_id) == (step,)


def test_a_client_put_aside_is_back_on_the_day_that_was_said(book: Workbook) -> None:
    who = aino(book)
    snooze = put_aside(book, who.id, until=day(7), because="matkoilla", today=TODAY)
    assert running_snooze(book, who.id, day(6)) == snooze
    assert running_snooze(book, who.id, day(7)) is None
    assert running_snooze(book, who.id, day(-1)) is None
    assert running_snoozes(book, TODAY) == {who.id: snooze}


def test_a_client_put_aside_can_be_brought_back_by_hand_once(book: Workbook) -> None:
    who = aino(book)
    put_aside(book, who.id, until=day(7), because="matkoilla", today=day(-1))
    assert bring_back(book, who.id, TODAY).ended_on == TODAY
    assert running_snooze(book, who.id, TODAY) is None
    assert running_snooze(book, who.id, day(-1)) is not None
    with pytest.raises(CannotBeMet, match=r"^snooze\.not_running$"):
        bring_back(book, who.id, TODAY)


def test_putting_aside_anew_takes_the_place_of_what_ran(book: Workbook) -> None:
    who = aino(book)
    put_aside(book, who.id, until=day(30), because="matkoilla", today=TODAY)
    second = put_aside(book, who.id, until=day(3), because="sairaana", today=TODAY)
    assert running_snoozes(book, TODAY) == {who.id: second}
    assert running_snooze(book, who.id, day(3)) is None


def test_putting_aside_needs_a_reason_and_a_client(book: Workbook) -> None:
    who = aino(book)
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^text\.empty$"):
        put_aside(book, who.id, until=day(7), because=" ", today=TODAY)
    with pytest.raises(CannotBeMet, match=r"^client\.unknown$"):
        put_aside(book, 404, until=day(7), because="matkoilla", today=TODAY)
    assert everything(book) == before

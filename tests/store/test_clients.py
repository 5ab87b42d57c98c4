"""Clients in the workbook: how they are called, their phases, their ending."""

from datetime import date

import pytest

from tests.store.workbooks import TODAY, aino, day, everything
from valmentaja.errors import CannotBeMet
from valmentaja.store.clients import (
    add_client,
    all_clients,
    client,
    clients_on_caseload,
    end_client,
    move_to_phase,
)
from valmentaja.store.journal import changes
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.workbook import Workbook


def coded(book: Workbook, code: str | None, name: str | None = None) -> str:
    """The code that a new client gets."""
    return add_client(book, name=name, code=code, start_on=TODAY, phase="engagement").code


def test_clients_without_a_code_get_the_next_free_one(book: Workbook) -> None:
    assert [coded(book, None, name) for name in ("Aino", "Eero", "Liisa")] == ["V1", "V2", "V3"]


def test_a_free_code_steps_over_one_that_was_given_by_hand(book: Workbook) -> None:
    coded(book, "v2", "Aino")
    assert coded(book, None, "Eero") == "V3"


def test_a_code_that_another_client_has_is_refused_in_any_case_and_nothing_is_kept(book: Workbook) -> None:
    coded(book, "Kuu", "Aino")
    before = everything(book)
    for taken in ("Kuu", "KUU", " kuu "):
        with pytest.raises(CannotBeMet, match=r"^client\.code_taken$"):
            coded(book, taken, "Eero")
    assert everything(book) == before
    assert len(changes(book)) == 1


def test_a_client_may_be_kept_by_a_code_alone(book: Workbook) -> None:
    kept = add_client(book, name=None, code="M-7", start_on=TODAY, phase="engagement")
    assert (kept.name, kept.code, kept.label) == (None, "M-7", "M-7")


@pytest.mark.parametrize(("name", "code"), [(None, None), ("", ""), ("  ", None), (None, "\t")])
def test_a_client_with_neither_name_nor_code_is_refused(
    book: Workbook, name: str | None, code: str | None
) -> None:
    with pytest.raises(CannotBeMet, match=r"^client\.nameless$"):
        add_client(book, name=name, code=code, start_on=TODAY, phase="engagement")
    assert all_clients(book) == ()


def test_a_name_of_nothing_that_can_be_seen_is_refused(book: Workbook) -> None:
    with pytest.raises(CannotBeMet, match=r"^text\.empty$"):
        add_client(book, name="\u200b", code=None, start_on=TODAY, phase="engagement")


def test_a_name_is_kept_in_one_line(book: Workbook) -> None:
    assert aino(book, "  Aino\tMaria\nKallio ").name == "Aino Maria Kallio"


def test_two_clients_may_have_the_same_name(book: Workbook) -> None:
    assert aino(book).id != aino(book).id


def test_a_client_starts_in_a_phase_on_the_day_of_the_start(book: Workbook) -> None:
    who = aino(book)
    assert who.phase == "engagement"
    (stay,) = phase_stays(book, who.id)
    assert (stay.entered_on, stay.left_on) == (who.start_on, None)


def test_phases_follow_each_other_day_to_day(book: Workbook) -> None:
    who = aino(book)
    assert move_to_phase(book, who.id, "job_search", day(-20)).phase == "job_search"
    stays = [(stay.phase, stay.entered_on, stay.left_on) for stay in phase_stays(book, who.id)]
    assert stays == [("engagement", day(-50), day(-20)), ("job_search", day(-20), None)]


def test_a_phase_can_begin_on_the_day_the_last_one_began_but_not_before(book: Workbook) -> None:
    who = aino(book)
    move_to_phase(book, who.id, "profile", who.start_on)
    with pytest.raises(CannotBeMet, match=r"^phase\.before_entered$") as refused:
        move_to_phase(book, who.id, "job_search", day(-51))
    assert refused.value.parameters["day"] == who.start_on
    assert client(book, who.id).phase == "profile"


def test_a_phase_change_is_a_new_revision_of_the_client(book: Workbook) -> None:
    who = aino(book)
    assert move_to_phase(book, who.id, "profile", TODAY).revision > who.revision


def test_an_ending_keeps_its_reason_and_who_carries_on(book: Workbook) -> None:
    who = aino(book)
    ended = end_client(book, who.id, day=TODAY, reason="työllistyi", carried_on_by="Oma työkyky")
    assert (ended.ended_on, ended.end_reason, ended.carried_on_by) == (TODAY, "työllistyi", "Oma työkyky")
    assert ended.phase == "ended"
    assert phase_stays(book, who.id)[-1].entered_on == TODAY


def test_nobody_ends_before_the_start(book: Workbook) -> None:
    who = aino(book)
    with pytest.raises(CannotBeMet, match=r"^client\.ends_before_start$"):
        end_client(book, who.id, day=day(-51), reason="muutti", carried_on_by=None)
    assert client(book, who.id) == who


def test_nobody_ends_before_the_phase_began(book: Workbook) -> None:
    who = aino(book)
    move_to_phase(book, who.id, "job_search", day(-5))
    with pytest.raises(CannotBeMet, match=r"^phase\.before_entered$"):
        end_client(book, who.id, day=day(-6), reason="muutti", carried_on_by=None)
    assert client(book, who.id).ended_on is None


def test_an_ending_needs_a_reason(book: Workbook) -> None:
    who = aino(book)
    with pytest.raises(CannotBeMet, match=r"^text\.empty$"):
        end_client(book, who.id, day=TODAY, reason=" ", carried_on_by=None)
    assert client(book, who.id) == who


def test_one_who_has_ended_neither_ends_again_nor_moves(book: Workbook) -> None:
    who = aino(book)
    end_client(book, who.id, day=TODAY, reason="muutti", carried_on_by=None)
    with pytest.raises(CannotBeMet, match=r"^client\.ended$"):
        end_client(book, who.id, day=TODAY, reason="muutti", carried_on_by=None)
    with pytest.raises(CannotBeMet, match=r"^client\.ended$"):
        move_to_phase(book, who.id, "job_search", TODAY)


def test_the_caseload_is_those_who_have_not_ended_by_the_day(book: Workbook) -> None:
    staying, leaving = aino(book, "Eero"), aino(book)
    end_client(book, leaving.id, day=TODAY, reason="muutti", carried_on_by=None)
    assert [who.name for who in clients_on_caseload(book, day(-1))] == ["Aino Kallio", "Eero"]
    assert [who.id for who in clients_on_caseload(book, TODAY)] == [staying.id]
    assert len(all_clients(book)) == 2


def test_clients_stand_in_finnish_order_those_without_a_name_by_their_code(book: Workbook) -> None:
    for name in ("Åke", "Örn", "Zacharias", "Äijälä", "aada"):
        aino(book, name)
    add_client(book, name=None, code="Beta", start_on=TODAY, phase="engagement")
    assert [who.label for who in all_clients(book)] == ["aada", "Beta", "Zacharias", "Åke", "Äijälä", "Örn"]


def test_nobody_has_an_id_that_was_never_given(book: Workbook) -> None:
    with pytest.raises(CannotBeMet, match=r"^client\.unknown$"):
        client(book, 404)
    with pytest.raises(CannotBeMet, match=r"^client\.unknown$"):
        end_client(book, 404, day=date(2026, 1, 1), reason="muutti", carried_on_by=None)

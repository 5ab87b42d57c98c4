"""What other numbers of a signal would do to the list of the day, before anything is kept; and how it is said."""

import pytest

from tests.store.workbooks import TODAY, day, met, refusal, visited
from valmentaja.desks.effect import Effect, ListTriedOn, effect_on_list
from valmentaja.desks.effect_said import effect_lines
from valmentaja.model.client import Client
from valmentaja.model.reason import Band
from valmentaja.rules.finding import SignalNumbers
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.clients import add_client
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step, plan_own_step
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def looked_after(book: Workbook, name: str, *, seen: int, code: str | None = None, step: int = 40) -> Client:
    """A client who was seen so many days ago, for whom an employer has been met and a step is agreed."""
    client = add_client(book, name=name, code=code, start_on=day(-100), phase="engagement")
    visited(book, f"Työpaikka {client.id}", client_id=client.id, day=day(-90))
    met(book, client, day=day(seen))
    words = StepWords("soita", day(step), day(-95))
    agree_next_step(book, words, about=client.label, client_id=client.id, employer_id=None)
    return client


def effect(book: Workbook, kind: str, interval: int, window: int, weight: float) -> Effect:
    return effect_on_list(book, TODAY, kind, SignalNumbers(interval, window, weight))


def without(book: Workbook, kind: str) -> Effect:
    return effect_on_list(book, TODAY, kind, SignalNumbers(14, 3, 3, on=False))


def counts(effect: Effect) -> tuple[list[int], list[int]]:
    """Late, today and soon, before and after."""
    bands = (Band.LATE, Band.TODAY, Band.SOON)
    return [effect.before[band] for band in bands], [effect.after[band] for band in bands]


def names(effect: Effect) -> list[tuple[str, int | None, int | None]]:
    return [
        (one.row.client.label if one.row.client else "", one.place_before, one.place_after)
        for one in effect.moved
    ]


def said(effect: Effect, most: int = 5) -> list[str]:
    return list(effect_lines(Texts("fi"), effect, most))


def test_a_shorter_interval_brings_someone_on_the_list(book: Workbook) -> None:
    looked_after(book, "Aino", seen=-5)
    shorter = effect(book, "unseen", 4, 2, 3)
    assert counts(shorter) == ([0, 0, 0], [1, 0, 0])
    assert names(shorter) == [("Aino", None, 1)]
    assert shorter.moved[0].changes_band
    assert said(shorter) == [
        "myöhässä 0 → 1 · tänään 0 → 0 · tulossa 0 → 0",
        "Aino: ei listalla → myöhässä 1.",
    ]


def test_a_reason_that_is_off_takes_someone_off_the_list(book: Workbook) -> None:
    looked_after(book, "Aino", seen=-20)
    off = without(book, "no_contact")
    assert counts(off) == ([1, 0, 0], [0, 0, 0])
    assert names(off) == [("Aino", 1, None)]
    assert said(off)[1:] == ["Aino: myöhässä 1. → ei listalla"]


def three(book: Workbook) -> None:
    """In the order Bertta, Ceija, Aino, all late."""
    looked_after(book, "Aino", seen=-20)
    looked_after(book, "Bertta", seen=-25)
    looked_after(book, "Ceija", seen=-3, step=-1)


def test_a_weight_moves_people_within_their_band(book: Workbook) -> None:
    three(book)
    heavier = effect(book, "next_step", 7, 3, 6)
    assert counts(heavier) == ([3, 0, 0], [3, 0, 0])
    assert names(heavier) == [("Ceija", 2, 1), ("Bertta", 1, 2)]
    assert not any(one.changes_band for one in heavier.moved)
    assert said(heavier)[1:] == ["Ceija: 2. → 1., myöhässä", "Bertta: 1. → 2., myöhässä"]
    assert effect_lines(Texts("en"), heavier)[1] == "Ceija: no. 2 → 1, late"


def test_who_only_makes_room_is_counted_and_not_named(book: Workbook) -> None:
    three(book)
    lighter = effect(book, "no_contact", 25, 3, 3)
    assert counts(lighter) == ([3, 0, 0], [1, 1, 0])
    assert said(lighter)[1:] == [
        "Bertta: myöhässä 1. → tänään 2.",
        "Aino: myöhässä 3. → ei listalla",
        "Lisäksi yhden muun paikka vaihtuu.",
    ]
    assert said(lighter, most=1)[1:] == [
        "Bertta: myöhässä 1. → tänään 2.",
        "Lisäksi 2 muun paikka vaihtuu.",
    ]


def test_someone_comes_to_stand_in_another_band(book: Workbook) -> None:
    looked_after(book, "Aino", seen=-20)
    longer = effect(book, "no_contact", 20, 3, 3)
    assert counts(longer) == ([1, 0, 0], [0, 1, 0])
    assert longer.moved[0].changes_band
    assert said(longer)[1:] == ["Aino: myöhässä 1. → tänään 1."]


def test_numbers_of_a_reason_that_nobody_has_change_nothing(book: Workbook) -> None:
    three(book)
    nothing = effect(book, "weekly", 7, 2, 9)
    assert nothing.changes_nothing
    assert counts(nothing) == ([3, 0, 0], [3, 0, 0])
    assert said(nothing) == ["ei muuta tämän päivän listaa"]


def test_whoever_is_put_aside_is_not_counted_unless_it_cannot_wait(book: Workbook) -> None:
    aino = looked_after(book, "Aino", seen=-5)
    put_aside(book, aino.id, until=day(7), because="matkoilla", today=TODAY)
    assert effect(book, "no_contact", 4, 2, 3).changes_nothing
    assert counts(effect(book, "unseen", 4, 2, 3)) == ([0, 0, 0], [1, 0, 0])


def test_it_is_told_beside_the_numbers_that_the_coach_has(book: Workbook) -> None:
    looked_after(book, "Aino", seen=-20)
    change_setting(book, SETTINGS["signal.no_contact"], "off", TODAY)
    assert counts(effect(book, "no_contact", 14, 3, 3)) == ([0, 0, 0], [1, 0, 0])
    assert without(book, "no_contact").changes_nothing


def test_trying_numbers_writes_nothing_and_reads_the_workbook_once(book: Workbook) -> None:
    looked_after(book, "Aino", seen=-5)
    written = book.rows_written
    tried = ListTriedOn(book, TODAY)
    assert tried.effect("unseen", SignalNumbers(4, 2, 3)) == effect(book, "unseen", 4, 2, 3)
    assert tried.effect("unseen", SignalNumbers(30, 5, 3)).changes_nothing
    assert book.rows_written == written


@pytest.mark.parametrize(
    ("kind", "numbers", "key"),
    [
        ("unseen", SignalNumbers(3, 5, 3), "settings.signal.window"),
        ("unseen", SignalNumbers(30, 5, 0), "settings.signal.weight"),
        ("unseen", SignalNumbers(30, 5, 3, on=False), "settings.signal.never_off"),
        ("dance", SignalNumbers(30, 5, 3), "settings.signal.unknown"),
    ],
)
def test_numbers_that_cannot_be_kept_cannot_be_tried(
    book: Workbook, kind: str, numbers: SignalNumbers, key: str
) -> None:
    assert refusal(lambda: effect_on_list(book, TODAY, kind, numbers)) == key


def test_two_of_one_name_are_told_apart_by_their_codes(book: Workbook) -> None:
    looked_after(book, "Aino", seen=-20, code="A1")
    looked_after(book, "Aino", seen=-22, code="A2")
    assert said(without(book, "no_contact"))[1:] == [
        "Aino A2: myöhässä 1. → ei listalla",
        "Aino A1: myöhässä 2. → ei listalla",
    ]


def test_a_line_of_the_coachs_own_is_told_by_its_words_on_one_line(book: Workbook) -> None:
    plan_own_step(book, StepWords("varaa\naika [/b] " + "x" * 100, day(-1), day(-9)))
    line = said(without(book, "next_step"))[1]
    assert line.startswith("oma työ ”varaa aika [/b]")
    assert line.endswith("myöhässä 1. → ei listalla")
    assert "\n" not in line

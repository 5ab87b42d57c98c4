"""The walk through a set of questions with a client, told by the keys that are struck."""

import time

import pytest
from textual.pilot import Pilot

from tests.screens.asked import HOW, MONEY, OTHERS, STANCE, THOUGHTS, asks, first_round, says, second_round
from tests.screens.hostile import GONE, HOSTILE, faults_in
from tests.screens.records import go_to_part
from tests.screens.running import (
    HandClock,
    footer,
    hurry,
    line_with,
    open_app,
    paste,
    press,
    screen_text,
    shows,
    until,
    write,
)
from tests.screens.windows import resize
from tests.store.workbooks import TODAY, aino, day, opened, the_field
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.client import Client
from valmentaja.model.place import AnswerPlace
from valmentaja.model.wish import Wish
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.for_client import AnswersForClient
from valmentaja.screens.questions.question_list import QuestionList
from valmentaja.screens.questions.to_profile import ToProfile
from valmentaja.screens.questions.walk import QuestionWalk
from valmentaja.screens.records.both_texts import BothTexts
from valmentaja.screens.records.step_form import StepForm
from valmentaja.store.answer_deeds import deeds_of
from valmentaja.store.answers import Asked, answer_now, answers_of
from valmentaja.store.clients import client, end_client
from valmentaja.store.details import details_of
from valmentaja.store.drafts import all_drafts, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.journal import undo
from valmentaja.store.question_rounds import begin_round, rounds_of
from valmentaja.store.steps import steps_of_client
from valmentaja.texts import LANGUAGES, Language

OBSTACLES, GROUNDS = "job_search.obstacles", "job_search.obstacle_grounds"
LAST = "job_search.ways_pros_cons"


@pytest.fixture
def who(empty: Home) -> Client:
    """Aino, of whom nothing has been asked yet."""
    with opened(empty) as book:
        return aino(book)


async def open_walk(
    app: Workbench, pilot: Pilot[None], who: Client, question: str | None = None, set_id: str = "job_search"
) -> QuestionWalk:
    """The walk is open, where it was left or at the question."""
    screen = QuestionWalk(who.id, set_id, question)
    await app.push_screen(screen)
    await until(pilot, lambda: screen._page is not None)
    return screen


def now(home: Home, who: Client, question: str, whose: Whose = Whose.CLIENT) -> Answer | None:
    """What a view says in the newest round, as the workbook has it."""
    with opened(home) as book:
        return answer_now(book, Asked(who.id, question, whose))


def words(
    home: Home, who: Client, question: str, whose: Whose = Whose.CLIENT
) -> tuple[str | None, str] | None:
    """Its words and state."""
    held = now(home, who, question, whose)
    return (held.text, held.state.value) if held else None


def drafts_in(home: Home) -> list[str]:
    """The texts of all drafts."""
    with opened(home) as book:
        return [one.text for one in all_drafts(book)]


def stands_at(home: Home, who: Client) -> str | None:
    """Where the walk was left."""
    with opened(home) as book:
        return rounds_of(book, who.id, "job_search")[-1].stands_at


def flat(app: Workbench) -> str:
    """All that is drawn, as one line."""
    return " ".join(" ".join(screen_text(app)).split())


# In any order


async def test_three_questions_are_answered_in_any_order(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        assert asks(app, THOUGHTS)
        assert shows(app, "1 / 12")
        await write(pilot, "Innostaa.")
        await press(pilot, "ctrl+s")
        assert asks(app, OTHERS)
        assert shows(app, "vastattu 1")
        await press(pilot, "ctrl+g")
        await write(pilot, "huolet")
        await press(pilot, "enter")
        assert shows(app, "6 / 12")
        await write(pilot, "Matka on pitkä.")
        await press(pilot, "ctrl+b")
        assert shows(app, "5 / 12")
        await press(pilot, "ctrl+g")
        await write(pilot, "3")
        await press(pilot, "enter")
        assert asks(app, STANCE)
        await write(pilot, "Rauhassa.")
        await press(pilot, "ctrl+b", "ctrl+b")
        assert shows(app, "Innostaa.")
        assert shows(app, "vastattu 3")
    assert words(empty, who, THOUGHTS) == ("Innostaa.", "answered")
    assert words(empty, who, OBSTACLES) == ("Matka on pitkä.", "answered")
    assert words(empty, who, STANCE) == ("Rauhassa.", "answered")
    assert words(empty, who, OTHERS) is None
    assert drafts_in(empty) == []


async def test_it_goes_on_where_it_was_left(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await write(pilot, "Innostaa.")
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s", "escape", "escape")
        assert not isinstance(app.screen, QuestionWalk)
    assert stands_at(empty, who) == MONEY
    async with open_app(empty, language="en") as (app, pilot):
        await open_walk(app, pilot, who)
        assert asks(app, MONEY)
        await press(pilot, "ctrl+b", "ctrl+b", "ctrl+b")
        assert shows(app, "Innostaa.")
        assert shows(app, "What comes to mind")


async def test_quitting_in_the_middle_of_the_first_answer_keeps_it_and_its_place(
    empty: Home, who: Client
) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, OTHERS)
        await write(pilot, "Äiti on iloi")
        await press(pilot, "ctrl+q")
    assert words(empty, who, OTHERS) == ("Äiti on iloi", "answered")
    assert stands_at(empty, who) == OTHERS


async def test_looking_without_typing_changes_nothing(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await press(pilot, "f2", "f3", "tab", "ctrl+s", "ctrl+b", "ctrl+g", "escape", "escape", "escape")
        assert not isinstance(app.screen, QuestionWalk)
    with opened(empty) as book:
        assert rounds_of(book, who.id, "job_search") == ()
        assert answers_of(book, who.id) == ()


async def test_after_the_last_question_it_says_how_far_the_round_is_and_nothing_is_missing(
    empty: Home,
) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, LAST)
        await press(pilot, "ctrl+s")
        assert shows(app, "Kaikki kysymykset on käyty läpi.")
        assert shows(app, "vastattu 2 · selvitetään yhdessä 1 · ei tarpeen 1")
        assert shows(app, f"rahat nyt ja töissä: {HOW}, 1.12.2026")
        assert not any(word in flat(app) for word in ("puuttu", "kesken", "avoin", "12 / 12"))
        assert {*footer(app)} & {"next_question", "dont_know", "next_step", "add", "write"} == set()
        await press(pilot, "ctrl+b")
        assert shows(app, "12 / 12")
        await press(pilot, "ctrl+s", "ctrl+g")
        await write(pilot, "1")
        await press(pilot, "enter")
        assert asks(app, THOUGHTS)
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, QuestionWalk)


async def test_the_list_of_questions_is_narrowed_by_typing(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        await press(pilot, "ctrl+g")
        assert "en tiedä vielä" in line_with(app, "rahat nyt ja töissä")
        assert "ei tarpeen" in line_with(app, "reitit töihin")
        assert "paras arvaus" in line_with(app, "mitä muut ajattelevat")
        await write(pilot, "rahat")
        assert shows(app, "rahat tasapainossa")
        assert not shows(app, "oma kanta")
        await press(pilot, "down", "enter")
        assert shows(app, "5 / 12")
        await press(pilot, "ctrl+g")
        await write(pilot, "xyz")
        assert shows(app, "Tällaista kysymystä ei ole tässä.")
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionList)
        await press(pilot, "escape")
        assert shows(app, "5 / 12")


# How it is asked


async def test_plainer_words_and_hints_come_and_go_in_the_middle_of_a_word(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await write(pilot, "Innos")
        await press(pilot, "f3")
        assert shows(app, "Mitä ajattelet työstä ja työn hakemisesta?")
        assert not asks(app, THOUGHTS)
        await press(pilot, "f2")
        assert shows(app, "– Mistä päivästä töissä jäi hyvä mieli?")
        await write(pilot, "taa")
        assert shows(app, "Innostaa")
        await press(pilot, "ctrl+s")
        assert shows(app, "Haet töitä. Mitä perhe ja ystävät sanovat siitä?")
        assert shows(app, "– Kuka uskoo sinuun? Mistä sen huomaat?")
        await press(pilot, "f2", "f3")
        assert asks(app, OTHERS)
        assert not shows(app, "– ")
    assert words(empty, who, THOUGHTS) == ("Innostaa", "answered")


async def test_who_wants_plain_words_is_asked_in_them_at_once(empty: Home, who: Client) -> None:
    with opened(empty) as book:
        change_field(book, "client", who.id, the_field("client", "plain_wording"), True)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        assert shows(app, "Mitä ajattelet työstä ja työn hakemisesta?")
        await press(pilot, "f3")
        assert asks(app, THOUGHTS)


async def test_an_answer_that_a_question_builds_on_stands_above_it(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        says(book, who, OBSTACLES, "vuorotyö ja uusi paikka jännittävät")
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, GROUNDS)
        assert shows(app, "Kerroit äsken: vuorotyö ja uusi paikka jännittävät")
    with opened(empty) as book:
        begin_round(book, who.id, "job_search", TODAY)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, GROUNDS)
        assert shows(app, "Kerroit aiemmin: vuorotyö ja uusi paikka jännittävät")


# How far it is


async def test_not_known_yet_is_kept_at_once_and_planned(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, MONEY)
        assert not shows(app, "milloin")
        await press(pilot, "f4")
        assert words(empty, who, MONEY) == (None, "dont_know")
        assert shows(app, "en tiedä vielä: selvitetään yhdessä")
        await write(pilot, "kysytään Kelasta")
        await press(pilot, "tab")
        await write(pilot, "ke 2.12.")
        assert shows(app, "selvitetään yhdessä ke 2.12.2026")
        await press(pilot, "ctrl+s")
        assert shows(app, "5 / 12")
        assert shows(app, "selvitetään yhdessä 1")
        await press(pilot, "ctrl+b")
        assert "kysytään Kelasta" in line_with(app, "miten ")
        assert "2.12.2026" in line_with(app, "milloin")
    held = now(empty, who, MONEY)
    assert held is not None
    assert (held.find_out_how, held.find_out_on) == ("kysytään Kelasta", day(8))
    assert drafts_in(empty) == []


async def test_how_and_when_may_be_left_open(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, MONEY)
        await press(pilot, "f4", "ctrl+s")
        assert shows(app, "5 / 12")
    assert words(empty, who, MONEY) == (None, "dont_know")


async def test_a_day_that_is_none_is_said_and_waits_to_be_mended(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, MONEY)
        await press(pilot, "f4", "tab")
        await write(pilot, "joskus")
        await press(pilot, "ctrl+s")
        assert shows(app, "4 / 12")
        assert shows(app, "joskus")
        assert "joskus" in line_with(app, "milloin")
        assert app.focused is not None
        assert app.focused.id == "on"
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, QuestionWalk)
        await open_walk(app, pilot, who, MONEY)
        assert "joskus" in line_with(app, "milloin")
        await press(pilot, "tab", "tab")
        await press(pilot, *["backspace"] * 6)
        await write(pilot, "huomenna")
        await press(pilot, "enter")
        assert shows(app, "selvitetään yhdessä ke 25.11.2026")
    held = now(empty, who, MONEY)
    assert held is not None
    assert held.find_out_on == day(1)
    assert drafts_in(empty) == []


async def test_found_out_is_answered_and_what_was_not_known_stays_readable(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, MONEY)
        assert HOW in line_with(app, "miten ")
        await write(pilot, "Jää 300 enemmän.")
        await press(pilot, "f4")
        assert shows(app, "vastattu 3")
        assert not shows(app, "milloin")
        assert f"en tiedä vielä, selvitetään: {HOW}" in line_with(app, "25.10.2026")
        await write(pilot, " Ehkä.")
        await press(pilot, "ctrl+s")
    assert words(empty, who, MONEY) == ("Jää 300 enemmän. Ehkä.", "answered")


async def test_each_state_key_takes_itself_back(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await press(pilot, "f6")
        assert shows(app, "Kirjoita ensin, mitä arvaat.")
        await press(pilot, "f5")
        assert words(empty, who, THOUGHTS) == (None, "not_needed")
        assert shows(app, "ei tarpeen 1")
        await press(pilot, "f5")
        assert words(empty, who, THOUGHTS) is None
        await press(pilot, "f4", "f4")
        assert words(empty, who, THOUGHTS) is None
        await write(pilot, "Ehkä keittiöön.")
        await press(pilot, "f6")
        assert words(empty, who, THOUGHTS) == ("Ehkä keittiöön.", "best_guess")
        assert shows(app, "paras arvaus tähän asti")
        await press(pilot, "f6")
        assert words(empty, who, THOUGHTS) == ("Ehkä keittiöön.", "answered")
        await press(pilot, "f4")
        assert words(empty, who, THOUGHTS) == ("Ehkä keittiöön.", "dont_know")
        await press(pilot, "f5")
        assert words(empty, who, THOUGHTS) == ("Ehkä keittiöön.", "not_needed")
        assert not shows(app, "milloin")


async def test_a_text_that_is_emptied_leaves_the_question_open(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        await press(pilot, *["backspace"] * len("Pelottaa vähän."), "ctrl+s")
    assert words(empty, who, THOUGHTS) is None


# Whose view


async def test_views_are_kept_apart_and_stand_beside_each_other_the_clients_first(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        assert "Pelottaa vähän." in line_with(app, "Aino  ")
        assert "Innostuu heti." in line_with(app, "valmentaja")
        await press(pilot, "tab", "tab")
        assert shows(app, "läheinen")
        await write(pilot, "Jaksaa paljon.")
        drawn = [
            line.split()[0] for line in screen_text(app) if line.strip().startswith(("Aino", "valm", "läh"))
        ]
        assert drawn == ["Aino", "valmentaja", "läheinen"]
        await press(pilot, "tab")
        await write(pilot, "Kokeilu sopisi.")
        await press(pilot, "tab")
        assert "Pelottaa vähän." in line_with(app, "Aino  ")
        assert "Kokeilu sopisi." in line_with(app, "ammattilainen")
        await press(pilot, "shift+tab")
        await write(pilot, " Hyvin.")
        await press(pilot, "ctrl+s")
        assert shows(app, "omin sanoin") or shows(app, "Äiti on iloinen.")
        assert "Äiti on iloinen." in line_with(app, "Aino  ")
    assert words(empty, who, THOUGHTS) == ("Pelottaa vähän.", "answered")
    assert words(empty, who, THOUGHTS, Whose.CLOSE) == ("Jaksaa paljon.", "answered")
    assert words(empty, who, THOUGHTS, Whose.PROFESSIONAL) == ("Kokeilu sopisi. Hyvin.", "answered")


async def test_someone_elses_view_may_not_know_either(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, STANCE)
        await press(pilot, "tab", "f4")
        await write(pilot, "kysyn ohjaajalta")
        await press(pilot, "shift+tab", "shift+tab")
        assert "en tiedä vielä, selvitetään: kysyn ohjaajalta" in line_with(app, "valmentaja")
        assert not shows(app, "milloin")
    assert words(empty, who, STANCE) is None
    assert words(empty, who, STANCE, Whose.COACH) == (None, "dont_know")


# Rounds


async def test_a_later_round_shows_the_earlier_answer_beside_the_new(empty: Home) -> None:
    who = second_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        assert shows(app, "Työn hakeminen · kierros 2")
        assert "Enää ei pelota." in line_with(app, "Aino  ")
        assert "Pelottaa vähän." in line_with(app, "25.10.2026")
        await press(pilot, "tab")
        assert "Innostuu heti." in line_with(app, "25.10.2026")


# What comes of it


async def test_one_key_makes_a_next_step_of_an_answer(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, MONEY)
        await press(pilot, "escape", "a")
        assert isinstance(app.screen, StepForm)
        assert HOW in line_with(app, "mitä")
        assert "1.12.2026" in line_with(app, "mihin mennessä")
        await press(pilot, "enter")
        assert shows(app, f"→ askel: {HOW}")
        await press(pilot, "a")
        await write(pilot, "x")
        assert shows(app, "x")
        await press(pilot, "escape")
    with opened(empty) as book:
        (step,) = steps_of_client(book, who.id)
        (deed,) = deeds_of(book, who.id)
    assert (step.text, step.due_on) == (HOW, day(7))
    assert (deed.question, deed.kind, deed.record_id) == (MONEY, "next_step", step.id)


async def test_letters_are_text_until_the_text_is_left(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        walk = await open_walk(app, pilot, who)
        await write(pilot, "an?")
        assert app.screen is walk
        await press(pilot, "escape")
        assert shows(app, "an?")
        assert words(empty, who, THOUGHTS) == ("an?", "answered")
        assert {"next_step", "add", "write"} <= {*footer(app)}
        await press(pilot, "enter")
        await write(pilot, "!")
        await press(pilot, "escape")
        assert words(empty, who, THOUGHTS) == ("an?!", "answered")


async def test_keys_struck_before_the_page_is_there_are_text(empty: Home) -> None:
    """As over a slow line: Enter on the set, and the answer at once; F4, and how at once."""
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "questions")
        await press(pilot, "end")
        await hurry(pilot, "enter", *"anna", "ctrl+s", "ctrl+b", "f4", *"na", "tab", "p", "e", "ctrl+s")
        assert isinstance(app.screen, QuestionWalk)
    with opened(empty) as book:
        (held,) = [one for one in answers_of(book, who.id) if one.question_set == "staying_in_work"]
    assert (held.text, held.find_out_how, held.find_out_on) == ("anna", "na", day(3))


async def test_the_words_go_to_the_profile_as_a_wish_or_as_a_strength(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        await press(pilot, "escape", "n")
        assert isinstance(app.screen, ToProfile)
        assert "Pelottaa vähän." in line_with(app, "sanat")
        assert shows(app, "miten toteutuu")
        await press(pilot, "right")
        assert not shows(app, "miten toteutuu")
        await press(pilot, "tab", *["backspace"] * 20)
        await write(pilot, "Uskaltaa")
        await press(pilot, "ctrl+s")
        assert shows(app, "→ vahvuus: Uskaltaa")
        await press(pilot, "n", "tab", *["backspace"] * 20)
        await write(pilot, "keittiötyö")
        await press(pilot, "tab", "right", "ctrl+s")
        assert shows(app, "→ toive: keittiötyö")
        assert shows(app, "Toive on profiilissa: keittiötyö")
    with opened(empty) as book:
        assert client(book, who.id).done_and_can == "Uskaltaa"
        (wish,) = details_of(book, Wish, who.id)
        assert [one.question for one in deeds_of(book, who.id)] == [THOUGHTS, THOUGHTS]
    assert (wish.text, wish.place) == ("keittiötyö", "job")


async def test_the_client_gets_a_copy_in_a_language_of_their_own(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        change_field(book, "client", who.id, the_field("client", "language"), "englanti")
    async with open_app(empty, size=(80, 40)) as (app, pilot):
        await open_walk(app, pilot, who, "staying_in_work.plans_for_setbacks", "staying_in_work")
        assert "for_client" not in footer(app)
        await press(pilot, "escape", "escape")
        await open_walk(app, pilot, who, STANCE)
        await write(pilot, "Rauhassa.")
        await press(pilot, "f8")
        assert isinstance(app.screen, AnswersForClient)
        assert shows(app, "What comes to mind about looking for work")
        assert shows(app, "Pelottaa vähän.")
        await press(pilot, "end")
        await until(pilot, lambda: shows(app, HOW))
        assert "Rauhassa." in app.clipboard
        await press(pilot, "escape")
        assert asks(app, STANCE)


# Nothing typed is lost


async def test_what_is_being_typed_is_a_draft_within_a_second_and_an_answer_after_two_idle_minutes(
    empty: Home, who: Client, clock: HandClock
) -> None:
    async with open_app(empty, clock=clock) as (app, pilot):
        await open_walk(app, pilot, who)
        await write(pilot, "Innostaa")
        await until(pilot, lambda: drafts_in(empty) == ["Innostaa"])
        assert words(empty, who, THOUGHTS) is None
        clock.forward(minutes=2)
        await until(pilot, lambda: words(empty, who, THOUGHTS) == ("Innostaa", "answered"))
        await write(pilot, " minua")
        await press(pilot, "ctrl+s")
    assert words(empty, who, THOUGHTS) == ("Innostaa minua", "answered")


async def test_a_killed_window_leaves_its_answer_to_the_next_one(empty: Home, who: Client) -> None:
    with opened(empty) as book:
        keep_draft(book, AnswerPlace(who.id, THOUGHTS, Whose.CLIENT), GONE, "Innos", 0)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        assert "Innos" in line_with(app, "Aino  ")
        await write(pilot, "taa")
        await press(pilot, "ctrl+s")
    assert words(empty, who, THOUGHTS) == ("Innostaa", "answered")


async def test_what_another_window_left_while_this_one_runs_is_taken_up_at_its_question(
    empty: Home, who: Client
) -> None:
    async with open_app(empty) as (app, pilot):
        with opened(empty) as book:
            keep_draft(book, AnswerPlace(who.id, OTHERS, Whose.CLIENT), GONE, "Äiti", 0)
        await open_walk(app, pilot, who)
        await press(pilot, "ctrl+s")
        assert "Äiti" in line_with(app, "Aino  ")
        assert shows(app, "Jatkat siitä, mihin jäit.")
        await write(pilot, " iloitsee")
        await press(pilot, "ctrl+s")
    assert words(empty, who, OTHERS) == ("Äiti iloitsee", "answered")
    assert drafts_in(empty) == []


async def test_an_answer_written_in_two_windows_is_shown_twice_and_the_coach_says_which_stands(
    empty: Home,
) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        await write(pilot, " Paljon.")
        with opened(empty) as book:
            says(book, who, THOUGHTS, "Ei pelota.", on=TODAY)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, BothTexts)
        assert shows(app, "Pelottaa vähän. Paljon.")
        assert shows(app, "Ei pelota.")
        await press(pilot, "escape")
        assert shows(app, "Molemmat tekstit ovat tallessa.")
        assert shows(app, "Pelottaa vähän. Paljon.")
        await press(pilot, "ctrl+s")
        assert asks(app, OTHERS)
        assert words(empty, who, THOUGHTS) == ("Ei pelota.", "answered")
        await press(pilot, "ctrl+b")
        assert isinstance(app.screen, BothTexts)
        await press(pilot, "1")
        assert isinstance(app.screen, QuestionWalk)
        assert shows(app, "Ei pelota.")
    assert words(empty, who, THOUGHTS) == ("Ei pelota.\n\nPelottaa vähän. Paljon.", "answered")
    assert drafts_in(empty) == []


async def test_a_state_set_in_another_window_does_not_part_the_words(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        await write(pilot, " Paljon.")
        with opened(empty) as book:
            says(book, who, THOUGHTS, on=TODAY, state=AnswerState.BEST_GUESS)
        await press(pilot, "ctrl+s")
        assert asks(app, OTHERS)
    assert words(empty, who, THOUGHTS) == ("Pelottaa vähän. Paljon.", "best_guess")


async def test_what_another_window_writes_is_seen_while_nothing_is_typed(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        with opened(empty) as book:
            says(book, who, THOUGHTS, "Ei pelota.", on=TODAY)
        await app.pulse()
        await until(pilot, lambda: shows(app, "Ei pelota."))
        await press(pilot, "ctrl+s")
        assert asks(app, OTHERS)


async def test_a_client_whose_records_are_gone_closes_the_walk(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        with opened(empty) as book:
            undo(book)
        await app.pulse()
        await until(pilot, lambda: not isinstance(app.screen, QuestionWalk))


# Whoever has ended


async def test_an_ended_client_is_asked_nothing_new_but_the_answers_can_be_read(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        end_client(book, who.id, day=day(-1), reason="työssä", carried_on_by=None)
    async with open_app(empty) as (app, pilot):
        with opened(empty) as book:
            keep_draft(book, AnswerPlace(who.id, OTHERS, Whose.CLIENT), GONE, "Äiti tuk", 0)
        await open_walk(app, pilot, who, THOUGHTS)
        assert shows(app, "Yhteistyö on päättynyt. Vastaukset voi lukea, mutta uutta ei enää kysytä.")
        assert shows(app, "Pelottaa vähän.")
        assert {*footer(app)} & {
            "dont_know",
            "not_needed",
            "best_guess",
            "next_step",
            "add",
            "write",
        } == set()
        await press(pilot, "x", "f4", "f5", "a", "n")
        assert isinstance(app.screen, QuestionWalk)
        await press(pilot, "tab")
        assert "Innostuu heti." in line_with(app, "valmentaja")
        await press(pilot, "ctrl+s")
        assert shows(app, "kesken jäi: Äiti tuk")
        await press(pilot, "ctrl+g")
        await write(pilot, "12")
        await press(pilot, "enter", "ctrl+s")
        assert shows(app, "Kaikki kysymykset on käyty läpi.")
        await press(pilot, "escape")
        assert not isinstance(app.screen, QuestionWalk)
    with opened(empty) as book:
        assert len(answers_of(book, who.id)) == 5
        assert [one.text for one in all_drafts(book)] == ["Äiti tuk"]


async def test_a_client_who_is_ended_elsewhere_in_the_middle_of_a_word_keeps_the_draft(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, THOUGHTS)
        await write(pilot, " Paljon.")
        await until(pilot, lambda: drafts_in(empty) != [])
        with opened(empty) as book:
            end_client(book, who.id, day=day(-1), reason="työssä", carried_on_by=None)
        await press(pilot, "ctrl+s")
    assert words(empty, who, THOUGHTS) == ("Pelottaa vähän.", "answered")
    assert drafts_in(empty) == ["Pelottaa vähän. Paljon."]


# Whatever is written


async def test_hostile_text_commands_nothing_and_keeps_the_page(empty: Home, who: Client) -> None:
    with opened(empty) as book:
        for whose in Whose:
            says(book, who, OBSTACLES, HOSTILE, on=day(-9), whose=whose)
            says(book, who, GROUNDS, HOSTILE, on=day(-9), whose=whose)
        begin_round(book, who.id, "job_search", day(-1))
        says(book, who, OBSTACLES, HOSTILE, on=day(-1))
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who, GROUNDS)
        await paste(pilot, HOSTILE)
        assert faults_in(app) == []
        await press(pilot, "f4")
        await paste(pilot, HOSTILE)
        await press(pilot, "tab", "tab")
        assert faults_in(app) == []
        await press(pilot, "ctrl+g")
        await write(pilot, "[/b]")
        assert faults_in(app) == []
        await press(pilot, "escape", "escape", "a")
        assert faults_in(app) == []
        await press(pilot, "escape", "n")
        assert faults_in(app) == []
        await press(pilot, "escape", "ctrl+s")
        assert faults_in(app) == []
        assert len(screen_text(app)) == 24


async def test_an_identity_code_is_masked_and_said(empty: Home, who: Client) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await write(pilot, "tunnus 131052-308T")
        await press(pilot, "escape")
        assert shows(app, "Henkilötunnus peitettiin: sitä ei tallenneta.")
        assert shows(app, "131052-••••")
    assert words(empty, who, THOUGHTS) == ("tunnus 131052-••••", "answered")


async def test_a_paste_of_more_than_a_million_letters_is_refused_whole_and_the_text_stays(
    empty: Home, who: Client
) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await write(pilot, "alku")
        await paste(pilot, "a" * 1_000_001)
        await until(pilot, lambda: shows(app, "Teksti olisi liian pitkä"))
        assert shows(app, "alku")
        await press(pilot, "ctrl+s")
    assert words(empty, who, THOUGHTS) == ("alku", "answered")


async def test_a_letter_in_an_answer_of_five_hundred_words_comes_at_once(empty: Home, who: Client) -> None:
    with opened(empty) as book:
        says(book, who, THOUGHTS, "sana toinen " * 250)
    async with open_app(empty) as (app, pilot):
        walk = await open_walk(app, pilot, who, THOUGHTS)
        text, took = walk.text, []
        for letter in "nopeasti kirjoitettu":
            began = time.perf_counter()
            text.insert(letter)
            await pilot.pause()
            took.append(time.perf_counter() - began)
        assert sorted(took)[len(took) // 2] < 0.03


# However it is looked at


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16)])
async def test_the_whole_walk_fits_the_screen(empty: Home, language: Language, size: tuple[int, int]) -> None:
    """The field is in sight at every question, in both wordings, with hints and what was said before."""
    who = second_round(empty)
    async with open_app(empty, language=language, size=size) as (app, pilot):
        walk = await open_walk(app, pilot, who, THOUGHTS)
        await press(pilot, "f2")
        for _ in range(12):
            await until(pilot, lambda: walk.query_one("#calm").region.contains_region(walk.text.region))
            assert walk.text.region.height >= 3
            assert shows(app, " / 12")
            await press(pilot, "f3", "ctrl+s")
        assert walk.is_over


async def test_a_window_made_smaller_and_larger_keeps_the_text_and_the_cursor(
    empty: Home, who: Client
) -> None:
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        await write(pilot, "Innos")
        await resize(app, pilot, (120, 40))
        await resize(app, pilot, (60, 16))
        await write(pilot, "taa")
        await resize(app, pilot, (80, 24))
        assert shows(app, "Innostaa")


async def test_without_colours_the_field_in_focus_is_still_seen(
    empty: Home, who: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(empty) as (app, pilot):
        await open_walk(app, pilot, who)
        assert "┃" in line_with(app, "Aino  ")
        await press(pilot, "escape")
        assert "┃" not in line_with(app, "Aino  ")
        assert "│" in line_with(app, "Aino  ")


async def test_in_the_terminals_own_colours_the_field_in_focus_is_seen(empty: Home, who: Client) -> None:
    async with open_app(empty, theme="terminal") as (app, pilot):
        await open_walk(app, pilot, who)
        assert "┃" in line_with(app, "Aino  ")

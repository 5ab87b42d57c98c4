"""The questions on a client's page: what is found out together, the sets, a new round, and what came of answers."""

from datetime import date

import pytest
from textual.pilot import Pilot

from tests.screens.asked import (
    HOW,
    LIKELIHOOD,
    MONEY,
    OTHERS,
    THOUGHTS,
    asks,
    find_out,
    first_round,
    leave_walk,
    says,
)
from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import footer, line_with, open_app, press, screen_text, shows
from tests.store.workbooks import aino, day, met, opened, the_field
from valmentaja.desks import questions
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.walk import QuestionWalk
from valmentaja.store.answer_deeds import agree_step_from_answer, strength_from_answer, wish_from_answer
from valmentaja.store.clients import client, end_client
from valmentaja.store.editing import change_field
from valmentaja.store.question_rounds import rounds_of, stand_at
from valmentaja.store.steps import StepWords
from valmentaja.store.workbook import Workbook


async def open_questions(app: Workbench, pilot: Pilot[None]) -> None:
    """The only client's page, at the questions."""
    await press(pilot, "2", "enter")
    await go_to_part(app, pilot, "questions")


async def test_a_set_that_nobody_has_begun_is_one_line_that_says_how_to_begin(empty: Home) -> None:
    with opened(empty) as book:
        met(book, aino(book))
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        assert "12 kysymystä. Enter aloittaa" in line_with(app, "Työn hakeminen")
        assert "9 kysymystä. Enter aloittaa" in line_with(app, "Työn tekeminen")
        assert shows(app, "Sopii nyt: tästä profiili alkaa.")
        assert not shows(app, "avoin")
        await press(pilot, "enter")
        assert asks(app, THOUGHTS)


async def test_each_question_tells_its_state_and_how_the_answer_begins(empty: Home) -> None:
    first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        assert shows(app, "Työn hakeminen  kierros 1, 25.10.2026")
        assert shows(app, "vastattu 2 · selvitetään yhdessä 1 · ei tarpeen 1")
        assert line_with(app, " 1 ajatuksia").split("vastattu")[1].strip() == "Pelottaa vähän."
        assert "paras arvaus    Äiti on iloinen." in line_with(app, " 2 mitä muut")
        assert "en tiedä vielä  lasketaan Kelan" in line_with(app, " 4 rahat")
        assert "avoin" in line_with(app, " 3 oma kanta")
        assert not any("puuttu" in line for line in screen_text(app))


async def test_enter_on_a_question_opens_it_and_on_its_set_goes_on_from_where_it_was_left(
    empty: Home,
) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        stand_at(book, who.id, OTHERS)
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        await go_to_row(app, pilot, "question_set/")
        await press(pilot, "enter")
        assert asks(app, OTHERS)
        await leave_walk(app, pilot)
        await go_to_row(app, pilot, f"/{MONEY}/client")
        await press(pilot, "enter")
        assert asks(app, MONEY)


async def test_what_is_found_out_together_stands_first_by_its_day_and_opens_its_question(
    empty: Home,
) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        find_out(book, who, "job_search.obstacles", "soitetaan Waltille", day(-3))
        find_out(book, who, LIKELIHOOD, "kysytään siskolta", None)
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        listed = [line.strip() for line in screen_text(app)[7:12]]
        assert listed[0] == "selvitetään yhdessä"
        assert listed[1] == "la 21.11.   myöhässä, esteet ja huolet: soitetaan Waltille"
        assert listed[2] == f"ti 1.12.    rahat nyt ja töissä: {HOW}"
        assert listed[3] == "päivä avoin usko onnistumiseen"
        await press(pilot, "down", "enter")
        assert asks(app, MONEY)


async def test_the_clients_view_of_how_likely_work_is_stands_in_no_list(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        says(book, who, LIKELIHOOD, "Kymppi, koska osaan.")
    async with open_app(empty, size=(80, 60)) as (app, pilot):
        await open_questions(app, pilot)
        assert "vastattu" in line_with(app, "usko onnistumiseen")
        assert not shows(app, "Kymppi")
    async with open_app(empty, size=(120, 40)) as (app, pilot):
        await open_questions(app, pilot)
        await go_to_row(app, pilot, f"/{LIKELIHOOD}/client")
        assert shows(app, "Kymppi, koska osaan."), "beside its question it is told"


async def test_a_wide_screen_tells_every_view_of_the_question_in_focus_beside(empty: Home) -> None:
    first_round(empty)
    async with open_app(empty, size=(120, 40), language="en") as (app, pilot):
        await open_questions(app, pilot)
        await go_to_row(app, pilot, f"/{THOUGHTS}/client")
        told = " ".join(line.partition("│")[2].strip() for line in screen_text(app))
        assert "client · answered · 25 Oct 2026 Pelottaa vähän." in told
        assert "coach · answered · 25 Oct 2026 Innostuu heti." in told


async def test_a_new_round_is_asked_first_and_undone_with_one_key(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        await go_to_row(app, pilot, "question_set/")
        await press(pilot, "n")
        assert shows(app, "Vanhat vastaukset säilyvät")
        await press(pilot, "escape")
        assert shows(app, "kierros 1, 25.10.2026")
        await press(pilot, "n", "1")
        assert shows(app, "Kierros 2 on alkanut: Työn hakeminen (u kumoaa)")
        assert shows(app, "kierros 2, 24.11.2026")
        assert "ennen: Pelottaa vähän." in line_with(app, " 1 ajatuksia")
        await press(pilot, "n")
        assert shows(app, "Kierros 2 on jo alkanut, eikä siihen ole vielä vastattu.")
        await press(pilot, "u")
        assert shows(app, "kierros 1, 25.10.2026")
    with opened(empty) as book:
        assert [one.number for one in rounds_of(book, who.id, "job_search")] == [1]


async def test_instead_of_a_new_round_the_old_one_is_gone_on_with(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        await go_to_row(app, pilot, "question_set/")
        await press(pilot, "n", "2")
        assert isinstance(app.screen, QuestionWalk)
    with opened(empty) as book:
        assert len(rounds_of(book, who.id, "job_search")) == 1


async def test_the_first_round_is_not_asked_about_and_begins_with_its_first_answer(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await open_questions(app, pilot)
        await go_to_row(app, pilot, "/doing_work")
        await press(pilot, "n")
        assert asks(app, "doing_work.path_here")
    with opened(empty) as book:
        assert rounds_of(book, who.id, "doing_work") == ()


async def test_no_round_is_begun_with_a_client_who_has_ended(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        end_client(book, who.id, day=day(-1), reason="work", carried_on_by=None)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "g", "enter")
        await go_to_part(app, pilot, "questions")
        assert shows(app, "Pelottaa vähän.")
        assert "add" not in footer(app)
        assert not shows(app, "aloittaa uuden kierroksen")


async def test_the_overview_tells_of_it_in_one_line_and_never_of_the_likelihood(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        find_out(book, who, "job_search.lasting_work", None, None)
        find_out(book, who, LIKELIHOOD, "kysytään siskolta", day(1))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        told = line_with(app, "selvitetään yhdessä")
        assert told.split("selvitetään yhdessä")[1].strip() == "rahat nyt ja töissä, ti 1.12. (ja 1 muu)"
        await go_to_row(app, pilot, "answer/")
        await press(pilot, "enter")
        assert asks(app, MONEY)


async def test_the_questions_are_read_only_when_their_part_is_opened(
    empty: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_round(empty)
    read: list[int] = []
    page = questions.questions_page

    def watched(book: Workbook, language: str, client_id: int, today: date) -> questions.QuestionsPage:
        read.append(client_id)
        return page(book, language, client_id, today)

    monkeypatch.setattr(questions, "questions_page", watched)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        for part in ("work", "contacts", "profile"):
            await go_to_part(app, pilot, part)
        assert read == []
        await go_to_part(app, pilot, "questions")
        assert len(read) == 1


async def test_a_step_and_a_wish_lead_back_to_the_question_that_they_came_of(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        agree_step_from_answer(
            book, client(book, who.id), THOUGHTS, StepWords("käy tutustumassa", day(4), day(-2))
        )
        wish_from_answer(book, client(book, who.id), OTHERS, "Keittiötyö", None, day(-2))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_row(app, pilot, "next_step/")
        await press(pilot, "enter")
        assert "Työn hakeminen 1, ajatuksia työstä, 22.11.2026" in line_with(app, "lähti kysymyksestä")
        await go_to_row(app, pilot, f"{THOUGHTS}/client")
        await press(pilot, "enter")
        assert asks(app, THOUGHTS)
    async with open_app(empty, language="en") as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "profile")
        await go_to_row(app, pilot, "wish/")
        await press(pilot, "enter")
        assert "Looking for work 2, what others think, 22 Nov 2026" in line_with(app, "came of a question")


async def test_a_strength_in_the_profile_tells_its_question_for_as_long_as_it_stands_there(
    empty: Home,
) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        strength_from_answer(book, client(book, who.id), THOUGHTS, "osaa [/b] keittiötyön", day(-2))
    async with open_app(empty, size=(80, 40)) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "profile")
        assert "”osaa [/b] keittiötyön”: Työn hakeminen 1" in line_with(app, "lähti kysymyksestä")
        await go_to_row(app, pilot, f"{THOUGHTS}/client")
        await press(pilot, "enter")
        assert asks(app, THOUGHTS)
    with opened(empty) as book:
        change_field(book, "client", who.id, the_field("client", "done_and_can"), "osaa ajaa trukkia")
    async with open_app(empty, size=(80, 40)) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "profile")
        assert not shows(app, "lähti kysymyksestä")


@pytest.mark.parametrize("language", ["fi", "en"])
async def test_the_names_of_all_parts_fit_on_the_smallest_screen(empty: Home, language: str) -> None:
    first_round(empty)
    async with open_app(empty, language="en" if language == "en" else "fi") as (app, pilot):
        await press(pilot, "2", "enter")
        assert app.texts("part.records") in line_with(app, f"[{app.texts('part.overview')}]")

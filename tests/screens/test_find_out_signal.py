"""What is to be found out together comes to Today on its day, and every way from there leads to the question."""

from pathlib import Path

from tests.screens.asked import HOW, LIKELIHOOD, MONEY, asks, find_out, leave_walk, says
from tests.screens.running import open_app, press, screen_text, shows
from tests.screens.today_desk import in_focus, told_in_list
from tests.store.workbooks import TODAY, aino, day, met, opened, visited
from valmentaja.desks.subject import Subject, subject_of_change
from valmentaja.model.answer import AnswerState
from valmentaja.model.client import Client
from valmentaja.places import Home
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.today.archive import ArchiveScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.today.explanation import ExplanationScreen
from valmentaja.store.answer_deeds import strength_from_answer
from valmentaja.store.clients import client
from valmentaja.store.journal import changes
from valmentaja.store.question_rounds import begin_round
from valmentaja.store.steps import StepWords, agree_next_step


def waiting(home: Home, question: str = MONEY, how: str | None = HOW) -> Client:
    """Aino, of whom nothing else presses, has a question to be found out today."""
    with opened(home) as book:
        who = aino(book)
        met(book, who, day=day(-1))
        visited(book, "Lounas-Aitta", client_id=who.id, present=True, day=day(-20))
        words = StepWords("kurssin alku", day(40), day(-10))
        agree_next_step(book, words, about=who.label, client_id=who.id, employer_id=None)
        find_out(book, who, question, how, TODAY)
        return who


def told(lines: list[str]) -> str:
    """What is on the screen, on one line."""
    return " ".join(" ".join(lines).split())


async def test_the_day_brings_it_to_the_list_and_done_opens_the_question(empty: Home) -> None:
    waiting(empty)
    async with open_app(empty) as (app, pilot):
        assert in_focus(app) == "Aino Kallio"
        assert "selvitetään yhdessä tänään:" in told_in_list(app)
        await press(pilot, "t")
        assert asks(app, MONEY)
        await leave_walk(app, pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_the_reason_tells_of_the_day_and_enter_opens_the_very_question(empty: Home) -> None:
    waiting(empty)
    async with open_app(empty, language="en") as (app, pilot):
        await press(pilot, "s")
        page = told(screen_text(app))
        assert "This is not known yet. It was agreed to find it out together on 24 Nov 2026 (today)" in page
        assert HOW in page
        await press(pilot, "enter")
        assert asks(app, MONEY)
        await leave_walk(app, pilot)
        assert isinstance(app.screen, ExplanationScreen)
        await press(pilot, "t")
        assert asks(app, MONEY)


async def test_what_the_client_holds_likely_is_told_by_its_set_only(empty: Home) -> None:
    waiting(empty, LIKELIHOOD, "kysytään siskolta")
    async with open_app(empty, size=(120, 40)) as (app, pilot):
        assert "selvitetään yhdessä tänään (Työn hakeminen)" in told_in_list(app)
        assert not shows(app, "siskolta")
        await press(pilot, "s")
        assert not shows(app, "siskolta")
        assert not shows(app, "usko onnistumiseen")
        await press(pilot, "enter")
        assert asks(app, LIKELIHOOD)


async def test_it_is_gone_from_the_list_when_it_is_found_out_elsewhere(empty: Home) -> None:
    who = waiting(empty)
    async with open_app(empty) as (app, pilot):
        with opened(empty) as book:
            says(book, who, MONEY, "Jää enemmän.", on=TODAY, state=AnswerState.ANSWERED)
        await press(pilot, "s")
        assert "selvitetään yhdessä" not in told(screen_text(app))


async def test_an_answer_of_today_stands_among_what_was_done_and_opens_from_there(empty: Home) -> None:
    who = waiting(empty)
    with opened(empty) as book:
        says(book, who, MONEY, "Jää enemmän.", on=TODAY, state=AnswerState.ANSWERED)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "d")
        assert isinstance(app.screen, ArchiveScreen)
        assert shows(app, "Vastaus: Aino Kallio, Työn hakeminen, kysymys 4")
        await press(pilot, "enter")
        assert asks(app, MONEY)


def test_a_round_and_what_came_of_an_answer_lead_to_their_client(tmp_path: Path, empty: Home) -> None:
    who = waiting(empty)
    with opened(empty) as book:
        begin_round(book, who.id, "job_search", TODAY)
        assert subject_of_change(book, changes(book, 1)[0].id) == Subject(client_id=who.id)
        strength_from_answer(book, client(book, who.id), MONEY, "osaa laskea", TODAY)
        assert subject_of_change(book, changes(book, 1)[0].id) == Subject(client_id=who.id)


async def test_the_week_ahead_leads_to_the_client(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
        met(book, who, day=day(-1))
        find_out(book, who, MONEY, HOW, day(2))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "right")
        assert shows(app, f"yhdessä selvitettävä ”{HOW}”")
        await press(pilot, "enter")
        assert isinstance(app.screen, ClientScreen)

"""Together mode: what a client sees beside the coach, which keys are off, and how long the workbook stays open."""

import pytest
from textual.pilot import Pilot

from tests.screens.asked import THOUGHTS, asks, first_round
from tests.screens.running import HandClock, footer, open_app, page, press, screen_text, shows, until, write
from tests.store.workbooks import opened
from valmentaja.model.client import Client
from valmentaja.places import Home
from valmentaja.screens.commands import ON_PAGES
from valmentaja.screens.help.help import HelpScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.walk import QuestionWalk
from valmentaja.screens.shell.hidden import HiddenScreen
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.answers import Asked, answer_now
from valmentaja.store.clients import all_clients
from valmentaja.store.journal import changes

OTHERS = ("Pekka", "Leena", "Sanna", "Omar", "J12", "Lounas-Aitta", "Toivo")


async def walk(app: Workbench, pilot: Pilot[None], who: int, question: str | None = THOUGHTS) -> QuestionWalk:
    """The walk is open over whatever was there."""
    screen = QuestionWalk(who, "job_search", question)
    await app.push_screen(screen)
    await until(pilot, lambda: app.screen is screen and screen._page is not None)
    return screen


def aino_of(home: Home) -> Client:
    """Aino, as she is called in the small caseload."""
    with opened(home) as book:
        return next(one for one in all_clients(book) if (one.name or "").startswith("Aino"))


async def test_nobody_elses_name_is_in_sight_and_no_desk(small: Home) -> None:
    who = aino_of(small)
    async with open_app(small) as (app, pilot):
        assert shows(app, "Pekka")
        await walk(app, pilot, who.id)
        drawn = "\n".join(screen_text(app))
        assert not [one for one in (*OTHERS, "Tänään", "Asiakkaat", "Päiväkirja") if one in drawn]
        assert "Aino" in drawn


async def test_what_leads_to_others_is_off_also_in_a_form_over_it(small: Home) -> None:
    """Every key that every page has, in the text, out of it, and over a form."""
    who = aino_of(small)
    with opened(small) as book:
        before = changes(book)
    async with open_app(small) as (app, pilot):
        screen = await walk(app, pilot, who.id)
        in_fields = ("ctrl+n", "ctrl+f", "ctrl+p", "ctrl+t", "f9", "f12")
        await press(pilot, *in_fields)
        assert app.screen is screen
        await press(pilot, "escape", *in_fields, *"kqyfzxcjw/123456")
        assert app.screen is screen
        assert app.current_mode == "today"
        assert not {*footer(app)} & ({*ON_PAGES} - {"help"})
        await press(pilot, "a")
        form = app.screen
        assert form is not screen
        await press(pilot, "ctrl+n", "ctrl+f", "ctrl+p")
        assert app.screen is form
    with opened(small) as book:
        assert changes(book) == before


async def test_nothing_is_taken_back_there_since_it_may_be_of_another_client(small: Home) -> None:
    who = aino_of(small)
    with opened(small) as book:
        before = changes(book)
    async with open_app(small) as (app, pilot):
        await walk(app, pilot, who.id)
        await press(pilot, "escape", "u")
        await press(pilot, "a")
        await write(pilot, "soitetaan")
        await press(pilot, "tab")
        await write(pilot, "pe")
        await press(pilot, "enter")
        assert shows(app, "Sovittu: soitetaan, pe 27.11.")
        assert not shows(app, "kumoaa")
    with opened(small) as book:
        newest, *rest = changes(book)
        assert newest.what == "next_step_agreed"
        assert rest == [*before[:-1]]


async def test_help_hiding_and_quitting_work_in_the_text(small: Home) -> None:
    who = aino_of(small)
    async with open_app(small) as (app, pilot):
        screen = await walk(app, pilot, who.id)
        await write(pilot, "kesken")
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        assert shows(app, "en tiedä vielä")
        assert not shows(app, "opas")
        await press(pilot, "escape", "ctrl+l")
        assert isinstance(app.screen, HiddenScreen)
        assert not shows(app, "kesken")
        assert not shows(app, "Aino")
        await press(pilot, "enter")
        assert page(app) is screen
        assert shows(app, "kesken")
        await write(pilot, "!")
        await press(pilot, "ctrl+q")
    with opened(small) as book:
        assert answer_now(book, Asked(who.id, THOUGHTS)).text == "kesken!"  # type: ignore[union-attr]


@pytest.mark.parametrize(("setting", "minutes"), [("10", 45), ("120", 120)])
async def test_the_workbook_stays_open_for_three_quarters_of_an_hour_or_longer_where_that_is_set(
    locked: tuple[Home, str], clock: HandClock, setting: str, minutes: int
) -> None:
    home, key = locked
    with opened(home, key) as book:
        change_setting(book, SETTINGS["lock_after_minutes"], setting, clock().date())
    who = first_round(home, key)
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await walk(app, pilot, who.id)
        await write(pilot, " Ei enää")
        clock.forward(minutes=minutes - 1)
        await app.pulse()
        assert app.is_open
        clock.forward(minutes=1)
        await app.pulse()
        await until(pilot, lambda: not app.is_open)
    with opened(home, key) as book:
        assert answer_now(book, Asked(who.id, THOUGHTS)).text == "Pelottaa vähän. Ei enää"  # type: ignore[union-attr]


async def test_at_a_desk_it_locks_after_ten_minutes_as_before(
    locked: tuple[Home, str], clock: HandClock
) -> None:
    home, key = locked
    who = first_round(home, key)
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await walk(app, pilot, who.id)
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, QuestionWalk)
        clock.forward(minutes=10)
        await app.pulse()
        await until(pilot, lambda: not app.is_open)


async def test_a_click_on_the_second_line_of_keys_does_what_stands_there(empty: Home) -> None:
    who = first_round(empty)
    async with open_app(empty) as (app, pilot):
        await walk(app, pilot, who.id)
        lines = screen_text(app)
        at = lines[-1].index("ei tarpeen")
        await pilot.click(offset=(at, len(lines) - 1))
        await until(pilot, lambda: page(app).state == "not_needed")  # type: ignore[attr-defined]
        assert asks(app, THOUGHTS)

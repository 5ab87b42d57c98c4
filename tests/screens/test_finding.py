"""Finding in everything that was written, with real keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.asked import LIKELIHOOD, OTHERS, asks, first_round, leave_walk, says
from tests.screens.running import (
    HandClock,
    footer,
    line_with,
    open_app,
    paste,
    press,
    screen_text,
    shows,
    until,
    write,
)
from tests.store.workbooks import aino, day, met, opened, visited
from valmentaja.desks.finding import FoundPage, found_page
from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.screens.find import page as find
from valmentaja.screens.find.looking import Looking
from valmentaja.screens.find.page import FindScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.store.details import Given, add_detail
from valmentaja.store.diary import write_diary
from valmentaja.store.lemmas import WordForm
from valmentaja.store.workbook import open_workbook


@pytest.fixture(autouse=True)
def _few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dictionary of one word in place of simplemma's, which takes a second; and the fingers rest at once."""

    def resolve(forms: object, *_: object) -> dict[str, WordForm]:
        assert isinstance(forms, list | tuple | set | frozenset)
        return {
            form: WordForm(form, "keittiö" if form.startswith("keitti") else form, form) for form in forms
        }

    monkeypatch.setattr("valmentaja.store.search.resolve", resolve)
    monkeypatch.setattr("valmentaja.store.lemmas.resolve", resolve)
    monkeypatch.setattr(find, "DEBOUNCE_SECONDS", 0.001)


@pytest.fixture
def written(empty: Home) -> Home:
    """A client met, an employer visited, and a day of the diary, all about a kitchen."""
    with opened(empty) as book:
        pekka = aino(book, "Pekka Salo")
        met(book, pekka, day=day(-5), topic="keittiöt ja muut paikat")
        visited(book, "Lounas-Aitta", day=day(-3), client_id=pekka.id, outcome="keittiössä oli hyvä henki")
        visited(book, "Varasto Oy", day=day(-2))
        write_diary(
            book, day(-1), "Kysyin keittiöstä ja kuuntelin.", load=None, energy=None, heading="klo 16"
        )
    return empty


async def look_for(pilot: Pilot[None], app: Workbench, words: str, told: str) -> None:
    """Types the words, and waits for the answer."""
    await paste(pilot, words)
    await until(pilot, lambda: shows(app, told))


async def test_all_forms_of_a_word_are_found_newest_first_with_the_word_marked(written: Home) -> None:
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        assert shows(app, "Haku kattaa nimet")
        await look_for(pilot, app, "keittiö", "Löytyi 3.")
        days = [line.split()[0] for line in screen_text(app) if line[1:3].strip().isdigit()]
        assert days == ["23.11.2026", "21.11.2026", "19.11.2026"]
        assert "Pekka Salo, Lounas-Aitta  työnantajakontakti" in line_with(app, "21.11.2026")
        assert "keittiössä oli hyvä henki" in line_with(app, "hyvä henki")
        (marked,) = [
            segment
            for segment in _segments(app)
            if "keittiössä" in segment.text and segment.style is not None
        ]
        assert marked.text.strip() == "keittiössä"
        assert marked.style
        assert marked.style.underline


def _segments(app: Workbench) -> list:  # type: ignore[type-arg]  # Rich's segments
    return [segment for strip in app.screen._compositor.render_strips() for segment in strip]


async def test_nothing_found_is_said(written: Home) -> None:
    async with open_app(written, language="en") as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "zeppelin", "Nothing was found: zeppelin.")
        assert "open" not in footer(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, FindScreen)


async def test_enter_opens_the_page_and_esc_comes_back_to_what_was_found(written: Home) -> None:
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "keittiö", "Löytyi 3.")
        await press(pilot, "down", "enter")
        assert not isinstance(app.screen, FindScreen)
        assert shows(app, "Lounas-Aitta")
        await press(pilot, "escape")
        assert shows(app, "Löytyi 3.")
        await press(pilot, "down", "enter")
        assert shows(app, "Pekka Salo")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_a_day_of_the_diary_is_opened_on_its_desk(written: Home) -> None:
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "kuuntelin", "Löytyi 1.")
        await press(pilot, "enter")
        assert app.current_mode == "diary"
        assert shows(app, "Kysyin keittiöstä ja kuuntelin.")
        await press(pilot, "escape", "1")
        assert isinstance(app.screen, TodayScreen)


async def test_it_opens_in_the_middle_of_writing_and_the_text_stays(written: Home) -> None:
    async with open_app(written) as (app, pilot):
        await press(pilot, "5")
        await paste(pilot, "Kesken oleva lause")
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "varasto", "Löytyi 1.")
        await press(pilot, "escape")
        assert shows(app, "Kesken oleva lause")


async def test_enter_before_the_answer_looks_at_once_and_opens_nothing_else(
    written: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "keittiö", "Löytyi 3.")
        monkeypatch.setattr(find, "DEBOUNCE_SECONDS", 60.0)
        await write(pilot, "stä")
        await press(pilot, "enter")
        assert isinstance(app.screen, FindScreen)
        await until(pilot, lambda: shows(app, "Löytyi 3.") or shows(app, "Löytyi 1."))


async def test_what_is_typed_while_words_are_learnt_is_looked_for_after(
    written: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[str] = []
    go_on: list[bool] = []
    usual: Callable[[Looking, str], FoundPage] = Looking.found

    def slow(looking: Looking, words: str) -> FoundPage:
        import time

        looked_for.append(words)
        while not go_on:
            time.sleep(0.002)
        return usual(looking, words)

    monkeypatch.setattr(Looking, "found", slow)
    monkeypatch.setattr(find, "LEARNING_SECONDS", 0.001)
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        await until(pilot, lambda: shows(app, "Opettelen sanojen muotoja"))
        await write(pilot, "varasto")
        assert shows(app, "varasto"), "keys do not wait"
        go_on.append(True)
        await until(pilot, lambda: shows(app, "Löytyi 1."))
        assert looked_for == ["", "varasto"]


async def test_as_many_as_are_shown_at_most_are_said_to_be_the_newest(
    empty: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("valmentaja.store.search.SHOWN", 3)
    monkeypatch.setattr("valmentaja.desks.finding.SHOWN", 3)
    with opened(empty) as book:
        for number in range(5):
            visited(book, f"Kahvila {number}")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "kahvila", "Tässä 3 uusinta.")


async def test_what_keeps_it_from_looking_is_said(written: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> FoundPage:
        raise CannotBeMet("disk.full")

    monkeypatch.setattr(Looking, "found", busy)
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        await write(pilot, "varasto")
        await until(pilot, lambda: "evy" in screen_text(app)[3])


async def test_locked_while_looking_it_says_nothing_of_what_was_found(
    locked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key = locked
    go_on: list[bool] = []

    def slow(_: Looking, words: str) -> FoundPage:
        import time

        while not go_on:
            time.sleep(0.002)
        with open_workbook(home, key, HandClock()) as book:
            return found_page(book, words or "aino", language="fi", cache_folder="")

    with opened(home, key) as book:
        aino(book)
    monkeypatch.setattr(Looking, "found", slow)
    async with open_app(home, key=key) as (app, pilot):
        await press(pilot, "ctrl+f")
        await press(pilot, *"aino")
        await app.leave_workbook()
        go_on.append(True)
        await pilot.pause(0.05)
        assert not shows(app, "Aino Kallio")


async def test_strange_words_and_strange_passages_are_only_text(empty: Home) -> None:
    with opened(empty) as book:
        met(book, aino(book, "[/b] Vuokko"), note="kahvila \x1b]0;x\x07 [@click=app.quit]x[/] 🦊 \u202enurin")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "ctrl+f")
        for words in ('"', "[/b]", "AND OR NOT", "* ^ -", "\x1b]0;x\x07", "🦊"):
            await paste(pilot, words)
            await press(pilot, "ctrl+u")
        await look_for(pilot, app, "kahvila", "Löytyi 1.")
        assert all("\x1b" not in line and "\u202e" not in line for line in screen_text(app))
        assert shows(app, "[@click=app.quit]x[/]")


def test_looking_learns_beforehand(written: Home, tmp_path: Path) -> None:
    """Nothing typed: the dictionary is opened, and nothing is found."""
    with opened(written) as book:
        looking = Looking.__new__(Looking)
        looking._home, looking._key, looking._now = written, None, book.now
        looking._cache, looking._language = str(tmp_path), "fi"
    assert looking.found("").found == ()


async def test_someone_of_the_coachs_own_network_is_found_and_opens_as_themselves(written: Home) -> None:
    with opened(written) as book:
        values: dict[str, Given] = {"name": "Marko Heino", "added_on": day(-1)}
        add_detail(book, "supporter", owner_id=None, about="Marko Heino", values=values)
    async with open_app(written) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "Marko", "Löytyi 1.")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        assert shows(app, "oma verkosto")


async def test_an_answer_is_found_by_its_words_named_by_its_question_and_opened_there(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        says(book, who, LIKELIHOOD, "Kymppi, keittiö on varma.")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "iloinen", "Löytyi 1.")
        assert "Aino Kallio, Työn hakeminen: mitä muut ajattelevat  vastaus" in line_with(app, "25.10.2026")
        assert shows(app, "Äiti on iloinen.")
        await press(pilot, "enter")
        assert asks(app, OTHERS)
        await leave_walk(app, pilot)
        assert isinstance(app.screen, FindScreen)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "kymppi", "Mitään ei löytynyt")


async def test_an_answer_is_found_by_how_it_is_to_be_found_out_in_english_too(empty: Home) -> None:
    first_round(empty)
    async with open_app(empty, language="en") as (app, pilot):
        await press(pilot, "ctrl+f")
        await look_for(pilot, app, "laskurilla", "1 found.")
        assert "Aino Kallio, Looking for work: money now and later  answer" in line_with(app, "25 Oct 2026")

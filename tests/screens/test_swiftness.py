"""What makes the screens answer at once: nothing is asked, styled or drawn that need not be."""

import gc
from datetime import date

import pytest
from textual._compositor import Compositor
from textual.color import Color

from tests.screens.running import open_app, press, shows, write
from tests.store.workbooks import day as day_from_today
from tests.store.workbooks import opened
from valmentaja.desks.employer_meant import EmployerMeant, LikelyNames, employer_meant
from valmentaja.places import Home
from valmentaja.screens.shell.names import employer_names
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.widgets.name_field import Name
from valmentaja.store.employers import add_employer, employer_names_from
from valmentaja.store.workbook import Workbook


async def test_a_note_is_written_without_looking_for_its_employer_at_every_letter(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[str] = []

    def watched(book: Workbook, typed: str, day: date, likely: LikelyNames) -> EmployerMeant | None:
        looked_for.append(typed)
        return employer_meant(book, typed, day, likely)

    monkeypatch.setattr("valmentaja.screens.contacts.employer_contact_form.employer_meant", watched)
    async with open_app(small) as (app, pilot):
        await press(pilot, "k", "tab")
        app.screen.query_one("#employer").focus()
        await write(pilot, "Pilvi")
        before = len(looked_for)
        app.screen.query_one("#note").focus()
        await write(pilot, "Kysyivät kesästä")
        assert before > 0
        assert looked_for[before:] == []


async def test_the_names_that_a_mistyped_one_may_be_are_read_once_for_all_its_letters(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def watched(book: Workbook, initial: str) -> tuple[str, ...]:
        read.append(initial)
        return employer_names_from(book, initial)

    monkeypatch.setattr("valmentaja.desks.employer_meant.employer_names_from", watched)
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounsa-Aitta")
        assert shows(app, "Tarkoititko: Lounas-Aitta?")
        assert read == ["l"]


async def test_names_are_completed_once_for_a_letter(small: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def watched(book: Workbook, typed: str) -> list[Name]:
        asked.append(typed)
        return employer_names(book, typed)

    monkeypatch.setattr("valmentaja.screens.contacts.scribbled_form.employer_names", watched)
    async with open_app(small) as (_, pilot):
        await press(pilot, "k")
        await write(pilot, "Loun")
        assert asked == ["L", "Lo", "Lou", "Loun"]


async def test_an_employer_added_in_another_window_is_known_in_the_open_form(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Pesula Pilvi")
        assert shows(app, "uusi työnantaja: Pesula Pilvi")
        with opened(small) as book:
            added_on = day_from_today(0)
            add_employer(book, name="Pesula Pilvi", sector=None, industry=None, town=None, added_on=added_on)
        app.screen.query_one("#who").focus()
        await write(pilot, "L")
        assert not shows(app, "uusi työnantaja: Pesula Pilvi")


async def test_coming_back_to_a_desk_works_no_styles_out_anew(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[str] = []
    async with open_app(small) as (_, pilot):
        await press(pilot, "2", "1", "2")
        monkeypatch.setattr(TodayScreen, "update_node_styles", lambda *_, **__: styled.append("Today"))
        await press(pilot, "1")
        assert styled == []


async def test_a_desk_left_before_the_colours_changed_has_the_new_ones_when_it_is_seen_again(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        today = app.screen
        await press(pilot, "2", "c", "1")
        assert app.screen is today
        assert today.styles.background == Color.parse(app.theme_variables["background"])


async def test_nothing_is_drawn_that_is_not_shown(small: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app(small) as (app, _):
        drawn: list[object] = []
        monkeypatch.setattr(Compositor, "render_update", lambda *_, **__: drawn.append(1))
        with app.batch_update():
            app.screen._compositor_refresh()
        assert drawn == []


async def test_what_is_no_longer_needed_is_collected_once_the_first_page_is_there(small: Home) -> None:
    gc.disable()
    try:
        async with open_app(small) as (_, pilot):
            await pilot.pause()
            assert gc.isenabled()
    finally:
        gc.enable()

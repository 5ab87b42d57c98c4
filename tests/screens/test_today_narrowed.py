"""The list of Today narrowed by typing: what is left is said, nobody is lost, and the deeds go on."""

import pytest

from tests.screens.running import HandClock, footer, line_with, open_app, page, press, shows, write
from tests.screens.test_today import ORDER
from tests.screens.today_desk import in_focus, standing, told_in_list
from valmentaja.places import Home
from valmentaja.screens.find.page import FindScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.today.desk import TodayScreen


async def test_the_list_narrows_as_it_is_typed_and_says_so(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "/")
        assert page(app).is_typing
        assert standing(app) == ORDER, "nothing typed yet"
        await write(pilot, "pe")
        assert standing(app) == ["Pekka Salo"]
        assert shows(app, "rajattu: 1/8")
        assert "rajattu: 1/8, Esc näyttää kaikki" in told_in_list(app)
        assert not shows(app, "Kaikista on tänään pidetty huolta.")
        assert not shows(app, "ajan tasalla:"), "the counts are of everyone"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("myöh", ["Pekka Salo", "Leena Virta", "Aino Kallio"]),
        ("j12", ["J12"]),
        ("siirr", ["Toivo Lehto"]),
        ("työnantaja", ["Lounas-Aitta"]),
        ("lounas", ["Lounas-Aitta"]),
        ("virta leena", ["Leena Virta"]),
    ],
)
async def test_by_band_code_phase_and_name_also_those_who_are_up_to_date_are_found(
    small: Home, typed: str, left: list[str]
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "/")
        await write(pilot, typed)
        assert standing(app) == left
        assert in_focus(app) == left[0]


@pytest.mark.parametrize("way", ["down", "enter", "escape"])
async def test_from_the_line_to_the_list_where_letters_act_and_esc_shows_all_again(
    small: Home, way: str
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "/")
        await write(pilot, "sa")
        assert standing(app) == ["Pekka Salo", "Sanna Niemi"]
        await press(pilot, way)
        assert isinstance(app.screen, TodayScreen)
        assert not page(app).is_typing
        assert {"done", "back"} <= set(footer(app))
        assert shows(app, "rajaa  sa")
        await press(pilot, "down")
        assert in_focus(app) == "Sanna Niemi"
        await press(pilot, "escape")
        assert standing(app) == ORDER
        assert in_focus(app) == "Sanna Niemi", "the focus stays on whom it was"
        assert not shows(app, "rajaa")
        assert "back" not in footer(app)


async def test_a_line_in_which_nothing_is_typed_takes_no_room(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        before = line_with(app, "Pekka Salo")
        await press(pilot, "/", "escape")
        assert not shows(app, "rajaa")
        assert line_with(app, "Pekka Salo") == before
        await press(pilot, "/")
        await write(pilot, "omar")
        assert standing(app) == ["Omar Haddad"]


async def test_deeds_keep_the_list_narrow_and_go_on_to_the_next(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "/")
        await write(pilot, "myöhässä")
        await press(pilot, "enter", "t")
        assert standing(app) == ["Leena Virta", "Aino Kallio"]
        assert in_focus(app) == "Leena Virta"
        await press(pilot, "down", "t")
        assert standing(app) == ["Leena Virta"]
        await press(pilot, "u", "u")
        assert standing(app) == ["Pekka Salo", "Leena Virta", "Aino Kallio"]


async def test_what_fits_nothing_says_that_and_not_that_all_are_looked_after(small: Home) -> None:
    async with open_app(small, language="en") as (app, pilot):
        await press(pilot, "/")
        await write(pilot, "qqq")
        assert standing(app) == []
        assert shows(app, "Nothing fits this: qqq")
        assert shows(app, "narrowed: 0/8")
        assert not shows(app, "Everyone has been looked after today.")


async def test_it_stays_narrow_when_another_window_writes_or_another_page_was_open(
    small: Home, clock: HandClock
) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "/")
        await write(pilot, "pekka")
        await press(pilot, "enter", "enter", "escape", "2", "1")
        assert standing(app) == ["Pekka Salo"]
        clock.forward(days=1)
        await app.pulse()
        await pilot.pause()
        assert standing(app) == ["Pekka Salo"]
        assert shows(app, "rajattu: 1/8")


async def test_finding_in_everything_keeps_its_key(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "ctrl+f")
        assert isinstance(app.screen, FindScreen)
        await press(pilot, "escape", "escape", "2", "/")
        assert page(app).is_typing
        assert page(app).desk == "clients"


async def test_letters_struck_at_once_after_the_key_are_all_typed(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for key in ("slash", "o", "m", "a", "r"):
            app.simulate_key(key)
        await pilot.pause()
        assert standing(app) == ["Omar Haddad"]
        assert _typed(app) == "omar"


def _typed(app: Workbench) -> str:
    assert isinstance(app.screen, TodayScreen)
    return app.screen.typed

"""The colours: every word can be read in each of them, and the focus is seen also without any."""

from collections.abc import AsyncIterator, Iterator

import pytest
from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot

from tests.screens.running import open_app, press, screen_text, shows
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.themes import THEMES
from valmentaja.screens.widgets.fields import LineField

PLACES = (
    (),
    ("2",),
    ("3",),
    ("4",),
    ("5",),
    ("a", "x"),
    ("e",),
    ("k", "l"),
    ("?",),
    ("ctrl+p",),
    ("enter",),
    ("w",),
    ("f9",),
    ("f9", "end", "enter"),
)
"""What is looked at, by the keys that lead there from Today."""

LEAST_CONTRAST = {"dark": 4.5, "light": 4.5, "high_contrast": 7.0}
"""Of WCAG 2.1: AA, and AAA where contrast is asked for."""


async def places(app: Workbench, pilot: Pilot[None]) -> AsyncIterator[tuple[str, ...]]:
    """Goes to each place, and from there back to Today, out of whatever is open."""
    today, seen = app.screen, set()
    for keys in PLACES:
        await press(pilot, *keys)
        seen.add("\n".join(screen_text(app)))
        yield keys
        await press(pilot, "escape", "escape", "1")
        assert app.screen is today
    assert len(seen) == len(PLACES), "some keys lead nowhere"


def words(app: Workbench) -> Iterator[tuple[str, Style]]:
    """What is written on the screen, or in the dialog over it, with its style; without lines, blocks and blanks."""
    box = next(iter(app.screen.query("#box")), app.screen).region
    for strip in app.screen._compositor.render_strips()[box.y : box.bottom]:
        for segment in strip.crop(box.x, box.right):
            if segment.style is not None and any(letter.isalnum() for letter in segment.text):
                yield segment.text, segment.style


def contrast(style: Style) -> float:
    """Of the letters and what is behind them."""
    assert style.color is not None
    assert style.bgcolor is not None
    one, other = (_lightness(colour.get_truecolor()) for colour in (style.color, style.bgcolor))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _lightness(colour: tuple[int, int, int]) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def looks(app: Workbench, line: int) -> set[tuple[object, ...]]:
    """How the words of a line look."""
    strip = app.screen._compositor.render_strips()[line]
    return {
        (one.style.bgcolor, one.style.reverse, one.style.underline)
        for one in strip.crop(1, 40)
        if one.style is not None and one.text.strip()
    }


@pytest.mark.parametrize("theme", THEMES)
async def test_the_row_in_focus_is_seen(small: Home, theme: str) -> None:
    async with open_app(small, theme=theme) as (app, pilot):
        first, second = (
            [name in line for line in screen_text(app)].index(True) for name in ("Pekka", "Leena")
        )
        assert looks(app, first).isdisjoint(looks(app, second))
        await press(pilot, "down")
        assert looks(app, first).isdisjoint(looks(app, second))


async def test_without_colour_none_is_written_and_the_focus_is_seen(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(small) as (app, pilot):
        async for _ in places(app, pilot):
            colours = [(style.color, style.bgcolor) for _, style in words(app)]
            assert all(colour is None or colour.is_default for pair in colours for colour in pair)
        line = next(place for place, text in enumerate(screen_text(app)) if "Pekka" in text)
        assert {reverse for _, reverse, _ in looks(app, line)} == {True}
        await press(pilot, "c")
        assert shows(app, "NO_COLOR on asetettu: värejä ei käytetä.")


@pytest.mark.parametrize("theme", THEMES)
async def test_the_cursor_is_seen_where_letters_are_typed(small: Home, theme: str) -> None:
    async with open_app(small, theme=theme) as (app, pilot):
        await press(pilot, "a", "x")
        field = app.focused
        assert isinstance(field, LineField)
        letter, cursor = list(field.render_line(0))[:2]
        assert (letter.text, cursor.text) == ("x", " ")
        assert letter.style != cursor.style
        assert cursor.style is not None
        assert not cursor.style.reverse or cursor.style.bgcolor == Color.default()


async def test_one_key_goes_through_the_colours_and_the_last_is_kept(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for theme in [*list(THEMES)[1:], "dark", "light"]:
            await press(pilot, "c")
            assert app.theme == theme
            assert shows(app, "Värit: ")
    async with open_app(small) as (app, _):
        assert app.theme == "light"

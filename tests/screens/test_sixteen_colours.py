"""The colours on every kind of page and dialog: readable where they are ours, and only the terminal's own where not."""

from collections.abc import AsyncIterator

import pytest
from rich.color import ColorType
from rich.style import Style
from textual.pilot import Pilot

from tests.screens.hostile import drawn
from tests.screens.running import open_app, paste, press, until, write
from tests.screens.test_themes import LEAST_CONTRAST, contrast, words
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench

GREYS = (0, 7, 8, 15)
"""Black, white and the two between them, by their numbers among the sixteen."""

WALK: tuple[tuple[str, ...], ...] = (
    (),
    ("s",),
    ("s", "e"),
    ("escape", "l"),
    ("escape", "a", "x", "enter"),
    ("escape", "y"),
    ("escape", "k", "l", "down"),
    ("escape", "u"),
    ("j",),
    ("2", "/", "p"),
    ("escape", "escape", "n"),
    ("escape", "p"),
    ("escape", "v"),
    ("escape", "enter"),
    ("enter", "x"),
    ("escape", "tab"),
    ("escape", "3"),
    ("enter",),
    ("escape", "n", "enter"),
    ("escape", "4"),
    ("i", "x", "enter"),
    ("escape", "5", "x", "f2"),
    ("shift+left",),
    ("escape", "r"),
    ("escape", "w"),
    ("tab",),
    ("escape", "?"),
    ("escape", "ctrl+p"),
    ("down",),
    ("escape", "1", "d"),
    ("escape", "ctrl+f", "k"),
    ("escape", "x"),
    ("ctrl+l",),
)
"""The keys from one look to the next: desks, pages, dialogs, what is wrong, what is marked, what is said."""


async def looks_on_the_way(app: Workbench, pilot: Pilot[None]) -> AsyncIterator[tuple[str, ...]]:
    """Every step of the walk, when it has been taken."""
    for keys in WALK:
        await press(pilot, *keys)
        yield keys


@pytest.mark.parametrize("theme", LEAST_CONTRAST)
async def test_every_word_on_the_way_stands_out_from_what_is_behind_it(small: Home, theme: str) -> None:
    pale = set()
    async with open_app(small, theme=theme, size=(120, 40)) as (app, pilot):
        async for keys in looks_on_the_way(app, pilot):
            for text, style in words(app):
                assert not style.dim, text
                if contrast(style) < LEAST_CONTRAST[theme]:
                    pale.add((keys, text.strip(), style.color, style.bgcolor, round(contrast(style), 1)))
    assert pale == set()


def is_of_the_terminal(style: Style) -> bool:
    """Whether the style names only the terminal's own colours: the usual one, and sixteen."""
    own = (ColorType.DEFAULT, ColorType.STANDARD)
    return all(colour is None or colour.type in own for colour in (style.color, style.bgcolor))


def is_unseen(style: Style) -> bool:
    """Whether letters would not be seen: in the colour behind them, or in one that some terminals have behind all."""
    if style.color is None or style.color.is_default:
        return False
    usual = style.bgcolor is None or style.bgcolor.is_default
    return style.color.number in GREYS if usual else style.color == style.bgcolor


async def test_in_the_terminals_own_colours_there_are_no_others_and_every_word_is_seen(small: Home) -> None:
    async with open_app(small, theme="terminal") as (app, pilot):
        async for keys in looks_on_the_way(app, pilot):
            for segment in drawn(app):
                if segment.style is not None and segment.text:
                    assert is_of_the_terminal(segment.style), (keys, segment)
            for text, style in words(app):
                assert not is_unseen(style), (keys, text)
                assert not style.dim, f"{text!r} in {keys} may be too pale to be read"


async def test_at_the_door_too(locked: tuple[Home, str], nobody: Home) -> None:
    home, _ = locked
    for theme in (*LEAST_CONTRAST, "terminal"):
        async with open_app(home, asked=True, theme=theme) as (app, pilot):
            await write(pilot, "x")
            await look_closely(app, theme)
            await press(pilot, "enter")
            await until(pilot, lambda: not app.workers or True)
            await look_closely(app, theme)
            await press(pilot, "f6")
            await look_closely(app, theme)
    for theme in (*LEAST_CONTRAST, "terminal"):
        async with open_app(nobody, theme=theme) as (app, pilot):
            for keys in (("enter",), ("enter",), ("enter",), ("enter",)):
                await look_closely(app, theme)
                await press(pilot, *keys)
            await paste(pilot, "abc")
            await press(pilot, "enter")
            await look_closely(app, theme)


async def look_closely(app: Workbench, theme: str) -> None:
    """Every word in sight."""
    for text, style in words(app):
        if theme == "terminal":
            assert is_of_the_terminal(style), text
            assert not is_unseen(style), text
            assert not style.dim, text
        else:
            assert contrast(style) >= LEAST_CONTRAST[theme], (theme, text, style)

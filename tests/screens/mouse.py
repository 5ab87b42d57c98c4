"""The mouse, used as a coach does: on what is written on the screen."""

import re
from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from tests.screens.running import screen_text
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.widgets.row_list import RowList


def place_of(
    app: Workbench, text: str, *, last: bool = False, within: type[Widget] | None = None
) -> tuple[int, int]:
    """Column and line of the middle of the text: where it stands first on the screen, or `last`, or in a widget."""
    inside = (app.screen.query_one(within) if within else app.screen).region
    places = [
        (cell_len(line[: found.start()]) + len(text) // 2, at)
        for at, line in enumerate(screen_text(app))
        for found in re.finditer(re.escape(text), line)
    ]
    places = [place for place in places if inside.contains(*place)]
    assert places, f"{text!r} is not among:\n" + "\n".join(screen_text(app))
    return places[-1 if last else 0]


async def click(app: Workbench, pilot: Pilot[None], text: str, *, last: bool = False, times: int = 1) -> None:
    """Clicks on the text."""
    place = place_of(app, text, last=last)
    for _ in range(times):
        await pilot.click(offset=place)
        await pilot.pause()


async def click_row(app: Workbench, pilot: Pilot[None], text: str, *, times: int = 1) -> None:
    """Clicks on the row of the list in which the text stands."""
    place = place_of(app, text, within=RowList)
    for _ in range(times):
        await pilot.click(offset=place)
        await pilot.pause()


async def wheel(pilot: Pilot[None], at: tuple[int, int], turns: int) -> None:
    """Turns the wheel over a place: down, or up where `turns` are below nothing."""
    driver = pilot.app._driver
    assert driver is not None
    kind: Callable[..., events.MouseEvent] = events.MouseScrollDown if turns > 0 else events.MouseScrollUp
    for _ in range(abs(turns)):
        driver.send_message(kind(None, *at, 0, 0, 0, False, False, False, *at))
        await pilot.pause()

"""Which screen each desk is. A desk's screen is loaded when it is first opened."""

import asyncio
from collections.abc import Callable
from importlib import import_module
from typing import cast

from textual.screen import Screen

_SCREENS = {
    "today": "TodayScreen",
    "clients": "ClientsScreen",
    "employers": "EmployersScreen",
    "week": "WeekScreen",
    "diary": "DiaryScreen",
    "my_work": "MyWorkScreen",
}


def desk_screen(desk: str) -> Callable[[], Screen[None]]:
    """The class of the desk's screen."""
    module = import_module(f"valmentaja.screens.{desk}.desk")
    return cast("Callable[[], Screen[None]]", getattr(module, _SCREENS[desk]))


async def load_desk(desk: str) -> None:
    """Loads what the desk needs, beside whatever else is going on."""
    await asyncio.to_thread(desk_screen, desk)

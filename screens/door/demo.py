"""The demo, looked at from the first run: in a folder of its own, so that it never mixes with the coach's workbook."""

import asyncio
import os
from itertools import count
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from valmentaja.places import Home
from valmentaja.screens.door.door import home_option
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine

if TYPE_CHECKING:
    from valmentaja.screens.program.app import Workbench


async def look_at_demo(workbench: "Workbench") -> None:
    """Makes the demo beside the coach's home and opens it. Raises what making or opening it raises."""
    from valmentaja.exchange.demo import make_demo

    own = workbench.home
    demo = Home(_new_folder(own.folder))
    await asyncio.to_thread(make_demo, demo, workbench.texts.language, workbench.clock.today)
    workbench.home = demo
    await workbench.enter(None)
    back = f"valmentaja{home_option(own)}"
    workbench.last_words = workbench.texts("demo.own_workbook", command=back, folder=demo.folder)
    workbench.call_after_refresh(workbench.push_screen, DemoNote(back, demo.folder))


def _new_folder(own: str) -> str:
    """A folder beside the coach's own that is not there yet."""
    names = (f"{own.rstrip(os.sep)}-demo{'' if number == 1 else f'-{number}'}" for number in count(1))
    return next(name for name in names if not os.path.exists(name))


class DemoNote(Dialog[None]):
    """What this is, and how one comes back to one's own workbook."""

    DEFAULT_CSS = """
    DemoNote #box { width: 66; max-width: 100%; height: auto; max-height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    DemoNote Static { height: auto; margin-bottom: 1; }
    DemoNote .title { text-style: bold; }
    DemoNote ActionsLine { padding: 0; }
    """
    offers = ("go_on",)

    def __init__(self, command: str, folder: str) -> None:
        super().__init__()
        self._command = command
        self._folder = folder

    def compose(self) -> ComposeResult:
        """A few sentences."""
        with Vertical(id="box"):
            yield Static(literal(self.texts("demo.title")), classes="title")
            yield Static(literal(self.texts("demo.made_up")))
            yield Static(literal(self.texts("demo.back", command=self._command, key=self.key_of("quit"))))
            yield Static(literal(self.texts("demo.again", folder=self._folder)), classes="quiet")
            yield ActionsLine()

    def tells_of(self, command_id: str) -> bool:
        """There is nothing to leave half done here."""
        return command_id != "leave"

    def action_go_on(self) -> None:
        """Enter: to the demo."""
        self.dismiss(None)

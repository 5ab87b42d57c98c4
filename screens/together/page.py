"""Together mode: a full, calm page that client and coach look at together. Nobody else's name is in sight."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Page
from valmentaja.screens.together.key_lines import KeyLines
from valmentaja.screens.widgets.laid_out import LaidOut
from valmentaja.screens.widgets.status_line import StatusLine

_SCROLLS = {
    "up": "scroll_up",
    "down": "scroll_down",
    "pageup": "scroll_page_up",
    "pagedown": "scroll_page_down",
}


class TogetherPage(Page):
    """The desks and all that leads to others are off: only its own keys work, and those to hide, help, leave and quit.

    Nothing pops up by itself, and the workbook stays open longer while nobody types. A subclass gives the `head` and
    the `body`; the part of it that scrolls has the id `calm`.
    """

    DEFAULT_CSS = """
    TogetherPage #head { padding: 0 1; color: $quiet; }
    TogetherPage #calm { height: 1fr; padding: 1 3 0 3; }
    TogetherPage.-wide #calm { padding: 3 14 0 14; }
    TogetherPage StatusLine { border-top: blank; color: $quiet; }
    """
    AUTO_FOCUS = ""
    is_together: ClassVar[bool] = True
    on_page: ClassVar[tuple[str, ...]] = ("help",)
    desk = "clients"

    def compose(self) -> ComposeResult:
        """What it is about, its body, what is said, two lines of keys."""
        yield LaidOut(id="head")
        yield from self.body()
        yield StatusLine()
        yield KeyLines()

    def body(self) -> Iterable[Widget]:
        """What stands between head and status."""
        raise NotImplementedError

    def head(self) -> tuple[str, str]:
        """What the page is about, and how far it is: "Työn hakeminen", "7 / 12"."""
        raise NotImplementedError

    def show_head(self) -> None:
        """The head as it is now."""
        left, right = self.head()

        def layout(width: int) -> Content:
            told, where = literal(left), literal(right)
            room = max(1, width - told.cell_length - where.cell_length)
            return told + " " * room + where

        self.query_one("#head", LaidOut).show(layout)

    def show_bar(self) -> None:
        """There is no day in sight."""

    def on_key(self, event: events.Key) -> None:
        """Out of the text, the keys that would move the cursor scroll what does not fit."""
        if not self.is_typing and event.key in _SCROLLS:
            event.stop()
            getattr(self.query_one("#calm"), _SCROLLS[event.key])(animate=False)

"""The first lines of a record's page: whose page it is, what it is about now, and its tabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from valmentaja.screens.literal import literal
from valmentaja.texts.shown import one_line

_LONGEST = 200
_GAP = 2


class RecordHead(Widget):
    """A name, and a quieter line under it. Each keeps to its line."""

    DEFAULT_CSS = """
    RecordHead { height: 3; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = self._line = ""

    def show(self, name: str, about: str) -> None:
        """What stands there from now on."""
        if (name, about) != (self._title, self._line):
            self._title, self._line = name, about
            self.refresh()

    def render(self) -> Content:
        """Two lines, and air under them."""
        width = max(1, self.size.width)
        lines = (
            literal(one_line(self._title, _LONGEST), "bold"),
            literal(one_line(self._line, _LONGEST), "$quiet"),
        )
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of a page."""

    id: str
    label: str


class TabHeads(Widget):
    """The names of the parts, the open one marked also without colour. A click opens one."""

    DEFAULT_CSS = """
    TabHeads { height: 2; padding: 0 1; background: $background; color: $foreground; }
    """

    class Chosen(Message):
        """A part was clicked."""

        def __init__(self, tab_id: str) -> None:
            super().__init__()
            self.tab_id = tab_id

    def __init__(self) -> None:
        super().__init__()
        self._tabs: tuple[Tab, ...] = ()
        self._open = ""

    def show(self, tabs: Sequence[Tab], open_tab: str) -> None:
        """Which parts there are, and which of them is open."""
        if (tuple(tabs), open_tab) != (self._tabs, self._open):
            self._tabs, self._open = tuple(tabs), open_tab
            self.refresh()

    def render(self) -> Content:
        """One line, and air under it."""
        return Content(" " * self._gap()).join(self._head(tab) for tab in self._tabs)

    def _gap(self) -> int:
        """As much air between two names as there is room for."""
        room = self.size.width - sum(self._head(tab).cell_length for tab in self._tabs)
        return max(0, min(_GAP, room // max(1, len(self._tabs) - 1)))

    def _head(self, tab: Tab) -> Content:
        return (
            literal(f"[{tab.label}]", "bold reverse") if tab.id == self._open else literal(f" {tab.label} ")
        )

    def on_click(self, event: events.Click) -> None:
        """Opens the part under the pointer."""
        at, gap = event.x - 1, self._gap()
        for tab in self._tabs:
            width = self._head(tab).cell_length
            if 0 <= at < width:
                self.post_message(self.Chosen(tab.id))
                return
            at -= width + gap

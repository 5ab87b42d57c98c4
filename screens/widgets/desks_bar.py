"""The first line of every page: the desks, the one that is open, and the day."""

from datetime import date

from textual import events
from textual.content import Content
from textual.widget import Widget

from valmentaja.model.week import Week
from valmentaja.screens.literal import literal
from valmentaja.texts import Texts

DESKS = ("today", "clients", "employers", "week", "diary")
"""In the order of their digits, 1 to 5."""


class DesksBar(Widget):
    """Desks at the left, one after another; the day and its week at the right. A click opens a desk."""

    DEFAULT_CSS = """
    DesksBar { height: 2; border-bottom: solid $rule; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self, texts: Texts, desk: str, day: date) -> None:
        super().__init__()
        self._texts = texts
        self._desk = desk
        self._day = day

    def show_day(self, day: date) -> None:
        """The day has changed, or not."""
        if day != self._day:
            self._day = day
            self.refresh()

    def render(self) -> Content:
        """The names of the desks; the open one stands out also without colour."""
        names = Content("  ").join(self._label_of(desk) for desk in DESKS)
        day = literal(self._texts("screen.day", day=self._texts.day(self._day), week=Week.of(self._day)))
        return names + " " * max(1, self.size.width - names.cell_length - day.cell_length) + day

    def _label_of(self, desk: str) -> Content:
        name = self._texts(f"desk.{desk}")
        return literal(f"[{name}]", "bold reverse") if desk == self._desk else literal(f" {name} ")

    def on_click(self, event: events.Click) -> None:
        """Opens the desk under the pointer."""
        at = event.x - 1
        for desk in DESKS:
            width = self._label_of(desk).cell_length
            if 0 <= at < width:
                self.app.call_later(self.app.run_action, f"desk('{desk}')")
                return
            at -= width + 2

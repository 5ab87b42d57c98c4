"""The first line of every page: the desks, the one that is open, and the day."""

from datetime import date

from textual import events
from textual.content import Content
from textual.widget import Widget

from valmentaja.model.week import Week
from valmentaja.screens.literal import literal
from valmentaja.texts import Texts

DESKS = ("today", "clients", "employers", "week", "diary", "my_work")
"""In the order of their digits, 1 to 6."""
_GAP = 2


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
        """The names of the desks; the open one stands out also without colour. The day stands where it has room."""
        gap, labels = self._laid_out()
        names, day = Content(" " * gap).join(labels), self._told
        room = self.size.width - names.cell_length - day.cell_length
        if room < 1:
            return names
        return names + " " * room + day

    @property
    def _told(self) -> Content:
        return literal(self._texts("screen.day", day=self._texts.day(self._day), week=Week.of(self._day)))

    def _laid_out(self) -> tuple[int, list[Content]]:
        """The cells between the names, and the names: with as much air as there is room for, beside the day or not."""
        labels = [self._label_of(desk, " ") for desk in DESKS]
        names = sum(label.cell_length for label in labels)
        if self.size.width > names + _GAP * (len(DESKS) - 1) + self._told.cell_length:
            return _GAP, labels
        if self.size.width >= names:
            return 0, labels
        return 1, [self._label_of(desk, "") for desk in DESKS]

    def _label_of(self, desk: str, edge: str) -> Content:
        name = self._texts(f"desk.{desk}")
        return literal(f"[{name}]", "bold reverse") if desk == self._desk else literal(f"{edge}{name}{edge}")

    def on_click(self, event: events.Click) -> None:
        """Opens the desk under the pointer."""
        gap, labels = self._laid_out()
        at = event.x - 1
        for desk, label in zip(DESKS, labels, strict=True):
            if 0 <= at < label.cell_length:
                self.app.call_later(self.app.run_action, f"desk('{desk}')")
                return
            at -= label.cell_length + gap

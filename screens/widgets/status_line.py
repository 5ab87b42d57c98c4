"""The line above the keys: what was said last, else what the page keeps in sight."""

from textual.content import Content
from textual.widget import Widget


class StatusLine(Widget):
    """Something at the left and something at the right, on one line under a rule. It never moves by itself."""

    DEFAULT_CSS = """
    StatusLine { height: 2; border-top: solid $rule; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = Content("")

    def show(self, left: Content, right: Content) -> None:
        """What stands there from now on."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """The right part gives way where both do not fit."""
        width = self.size.width
        room = width - self._left.cell_length - self._right.cell_length
        if room < 2:
            return self._left.first_line.truncate(width, ellipsis=True)
        return self._left + " " * room + self._right

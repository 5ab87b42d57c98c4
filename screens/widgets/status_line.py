"""The line above the keys: what was said last, else what the page keeps in sight."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

MOST_LINES = 6
"""What is longer, as a sentence that names a text of a thousand letters, ends with "…"."""


class StatusLine(Widget):
    """Something at the left and something at the right, on one line under a rule. It never moves by itself.

    A sentence that is longer than the line takes as many lines as it needs, and gives them back with the next key.
    """

    DEFAULT_CSS = """
    StatusLine { height: auto; border-top: solid $rule; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = Content("")

    def show(self, left: Content, right: Content) -> None:
        """What stands there from now on."""
        if (left, right) == (self._left, self._right):
            return
        before = self._lines_of(self.content_size.width)
        self._left, self._right = left, right
        self.refresh(layout=before != self._lines_of(self.content_size.width))

    def render(self) -> Content:
        """The right part gives way where both do not fit."""
        width = self.content_size.width
        if self._lines_of(width) == MOST_LINES:
            return self._cut(width)
        room = width - self._left.cell_length - self._right.cell_length
        return self._left if room < 2 else self._left + " " * room + self._right

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, but for a long sentence."""
        return self._lines_of(width)

    def _lines_of(self, width: int) -> int:
        return min(MOST_LINES, max(1, len(self._left.wrap(width)))) if width > 0 and self._left else 1

    def _cut(self, width: int) -> Content:
        lines = self._left.wrap(width)
        if len(lines) > MOST_LINES:
            lines[MOST_LINES - 1 :] = [lines[MOST_LINES - 1].truncate(max(0, width - 1)).rstrip() + "…"]
        return Content("\n").join(lines)

"""The card beside a list: what is known of the one in focus, in paragraphs."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from valmentaja.screens.widgets.columns import READABLE

_MORE = Content("…")
_NARROW = 26
"""Cells: as wide as it is beside a list in a terminal of eighty."""


class Card(VerticalScroll, can_focus=False):
    """Paragraphs with air between them."""

    DEFAULT_CSS = """
    Card { scrollbar-gutter: stable; }
    Card Static { height: auto; min-height: 100%; max-width: 92; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Content("")
        self._was_cut = False

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, paragraphs: Sequence[Content]) -> None:
        """Shows the paragraphs as far as there is room, so that the page is not laid out anew at each key."""
        self._text = _joined(paragraphs)
        self._update()

    @property
    def text_width(self) -> int:
        """How many cells wide its lines are; a narrow one before it has been laid out."""
        return min(self.scrollable_content_region.width or _NARROW, READABLE)

    def on_resize(self) -> None:
        """As much as there is room for now, laid out anew."""
        self._was_cut = False
        self._update()

    def _update(self) -> None:
        size = self.scrollable_content_region
        is_cut = size.width > 0 and size.height > 0
        lines = self._text.wrap(min(size.width, READABLE)) if is_cut else []
        text = self._text
        if is_cut and len(lines) > size.height:
            text = Content("\n").join((*lines[: size.height - 1], _MORE))
        self.query_one(Static).update(text, layout=not (is_cut and self._was_cut))
        self._was_cut = is_cut
        if self.scroll_y:
            self.scroll_home(animate=False)


def _joined(paragraphs: Sequence[Content]) -> Content:
    return Content("\n\n").join(one for one in paragraphs if one)

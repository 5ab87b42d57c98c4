"""The card beside a list: what is known of the one in focus, in paragraphs."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from valmentaja.screens.widgets.columns import READABLE


class Card(VerticalScroll, can_focus=False):
    """Paragraphs with air between them; longer than the screen, it scrolls under the mouse."""

    DEFAULT_CSS = """
    Card { scrollbar-gutter: stable; }
    Card Static { height: auto; min-height: 100%; max-width: 92; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._fitted = False

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, paragraphs: Sequence[Content]) -> None:
        """Shows the paragraphs, from the first line on. The page is laid out anew only where one does not fit."""
        text = Content("\n\n").join(one for one in paragraphs if one)
        size = self.scrollable_content_region
        fits = size.width > 0 and len(text.wrap(min(size.width, READABLE))) <= size.height
        self.query_one(Static).update(text, layout=not (fits and self._fitted))
        self._fitted = fits
        if self.scroll_y:
            self.scroll_home(animate=False)

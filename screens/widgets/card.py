"""The card beside a list: what is known of the one in focus, in paragraphs."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Card(VerticalScroll, can_focus=False):
    """Paragraphs with air between them; longer than the screen, it scrolls under the mouse."""

    DEFAULT_CSS = """
    Card Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, paragraphs: Sequence[Content]) -> None:
        """Shows the paragraphs, from the first line on."""
        self.query_one(Static).update(Content("\n\n").join(one for one in paragraphs if one))
        self.scroll_home(animate=False)

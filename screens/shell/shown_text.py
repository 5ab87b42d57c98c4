"""A text that goes to someone: it stands on the screen, and is copied to the clipboard of the terminal."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine


class ShownText(Dialog[None]):
    """Shows the text, and has copied it."""

    DEFAULT_CSS = """
    ShownText #box { width: 78; max-width: 100%; height: auto; max-height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    ShownText #title { text-style: bold; margin-bottom: 1; height: auto; max-height: 2; }
    ShownText VerticalScroll { height: auto; max-height: 12; background: $surface; padding: 0 1; }
    ShownText #text { height: auto; }
    ShownText #said { color: $quiet; height: auto; margin: 1 0; }
    ShownText ActionsLine { padding: 0; }
    """
    way_out: ClassVar[str] = "back"

    def __init__(self, title: str, text: str, said: Iterable[str] = ()) -> None:
        """`said` is what the coach is to notice of the text."""
        super().__init__()
        self._title = title
        self._text = text
        self._said = tuple(said)

    def compose(self) -> ComposeResult:
        """What it is, the text, that it was copied."""
        with Vertical(id="box"):
            yield Static(literal(self._title), id="title")
            with VerticalScroll():
                yield Static(literal(self._text), id="text")
            yield Static(literal("\n".join((*self._said, self.texts("for_client.copied")))), id="said")
            yield ActionsLine()

    def on_mount(self) -> None:
        """The text is in the clipboard, where the terminal lets a program put it there."""
        self.app.copy_to_clipboard(self._text)

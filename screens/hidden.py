"""The blank screen: one key hides everything at once from whoever looks over the shoulder."""

from textual.app import ComposeResult
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.page import Dialog


class HiddenScreen(Dialog[None]):
    """Nothing but how to come back."""

    DEFAULT_CSS = """
    HiddenScreen { background: $background; align: center bottom; }
    HiddenScreen Static { width: auto; color: $quiet; }
    """
    offers = ("open",)

    def compose(self) -> ComposeResult:
        """One quiet line."""
        yield Static(literal(self.texts("hidden.back")))

    def action_open(self) -> None:
        """Enter: all is as it was."""
        self.dismiss(None)

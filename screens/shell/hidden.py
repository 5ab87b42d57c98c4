"""The blank screen: one key hides everything at once from whoever looks over the shoulder."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from valmentaja.screens.commands import bindings
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import InWorkbench


class HiddenScreen(InWorkbench[None]):
    """Nothing but how to come back. Text, focus and place wait under it as they were."""

    DEFAULT_CSS = """
    HiddenScreen { background: $background; align: center bottom; }
    HiddenScreen Static { width: auto; max-width: 100%; color: $quiet; }
    HiddenScreen ToastRack, HiddenScreen Tooltip { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("open", "hide", "quit"))]

    def compose(self) -> ComposeResult:
        """One quiet line."""
        yield Static(literal(self.texts("hidden.back", key=self.key_of("open"))))

    def action_open(self) -> None:
        """Enter: all is as it was."""
        self.dismiss()

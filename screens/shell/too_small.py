"""What stands in place of everything while the terminal is too small for it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.widgets import Static

from valmentaja.screens.commands import bindings
from valmentaja.screens.guarding import LEAST_SIZE
from valmentaja.screens.literal import literal
from valmentaja.screens.page import InWorkbench


class TooSmall(InWorkbench[None]):
    """How large the window is, and how large it must be. What is under it waits as it is."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    TooSmall ToastRack, TooSmall Tooltip { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("quit",))]

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(literal(self._sentence(self.app.size)))

    def _sentence(self, size: Size) -> str:
        return self.texts(
            "too_small",
            width=size.width,
            height=size.height,
            least_width=LEAST_SIZE.width,
            least_height=LEAST_SIZE.height,
        )

    def on_resize(self, event: events.Resize) -> None:
        """The size as it is now."""
        self.query_one(Static).update(literal(self._sentence(event.size)))

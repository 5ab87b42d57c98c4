"""What stands in place of everything while the terminal is too small for it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.widgets import Static

from valmentaja.screens.commands import bindings
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import InWorkbench


class TooSmall(InWorkbench[None]):
    """How large the window is, and how large it must be. What is under it waits as it is."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    TooSmall ToastRack, TooSmall Tooltip { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("quit",))]

    def __init__(self, least: Size) -> None:
        """`least` is the smallest size in which the program is of use."""
        super().__init__()
        self._least = least

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(literal(self._sentence(self.app.size)))

    def _sentence(self, size: Size) -> str:
        return self.texts(
            "too_small",
            width=size.width,
            height=size.height,
            least_width=self._least.width,
            least_height=self._least.height,
        )

    def on_resize(self, event: events.Resize) -> None:
        """The size as it is now."""
        self.query_one(Static).update(literal(self._sentence(event.size)))

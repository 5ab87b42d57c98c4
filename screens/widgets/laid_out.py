"""Text that is laid out anew for each width: columns, tables, hanging lines."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class LaidOut(Widget):
    """Shows what its layout makes of the width that there is, as high as that takes."""

    DEFAULT_CSS = """
    LaidOut { height: auto; }
    """

    def __init__(self, layout: Callable[[int], Content] | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._layout = layout

    def show(self, layout: Callable[[int], Content]) -> None:
        """Another layout from now on."""
        self._layout = layout
        self.refresh(layout=True)

    def render(self) -> Content:
        """All of it."""
        return self._in(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes in the width."""
        return self._in(width).plain.count("\n") + 1

    def _in(self, width: int) -> Content:
        return self._layout(width) if self._layout and width > 0 else Content("")

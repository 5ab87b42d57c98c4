"""A page of the guide as text to read: Textual's Markdown, made calm and quick to turn."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Markdown
from textual.widgets.markdown import MarkdownBlock, MarkdownFence

from valmentaja.screens.literal import literal

if TYPE_CHECKING:
    from markdown_it.token import Token


class PlainFence(MarkdownFence):
    """Lines to type, in one colour, wrapped where they do not fit."""

    @classmethod
    def highlight(cls, code: str, language: str, ansi: bool = False, dark: bool = False) -> Content:
        """Only the text."""
        return literal(code)


class PlainList(MarkdownBlock):
    """A list of points, drawn by one widget: Textual's has four for each point, and a page of them would take long."""

    BULLET = "• "
    _points: Sequence[Content] = ()

    def compose(self) -> ComposeResult:
        """Nothing: the points that were put into it are drawn."""
        self._points = [block._content for item in self._blocks for block in item._blocks]
        self._blocks.clear()
        return ()

    def render(self) -> Content:
        """The points, one under another."""
        return self._laid_out(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the width asks for."""
        return self._laid_out(width).plain.count("\n") + 1

    def _laid_out(self, width: int) -> Content:
        room = max(1, width - len(self.BULLET))
        lines = (self._point(point.wrap(room)) for point in self._points)
        return Content("\n").join(lines)

    def _point(self, lines: list[Content]) -> Content:
        bullet, blank = literal(self.BULLET), literal(" " * len(self.BULLET))
        return Content("\n").join((blank if place else bullet) + line for place, line in enumerate(lines))


class Point(MarkdownBlock):
    """One of a list: it holds what is said, until the list takes it."""

    def __init__(self, markdown: Markdown, token: "Token", _bullet: str) -> None:
        super().__init__(markdown, token)


_BLOCKS: Mapping[str, type[MarkdownBlock]] = {
    "fence": PlainFence,
    "code_block": PlainFence,
    "bullet_list_open": PlainList,
    "list_item_unordered_open": Point,
}


class GuideText(Markdown):
    """A page of the guide. Its links are told to the screen, and never opened."""

    DEFAULT_CSS = """
    GuideText { max-width: 84; padding: 0 2; }
    GuideText MarkdownHeader { margin: 1 0; color: $foreground; background: $background; text-style: bold; }
    GuideText MarkdownH1 { content-align: left middle; margin: 0 0 1 0; text-style: bold underline; }
    GuideText MarkdownH2 { color: $primary; }
    GuideText MarkdownBlock > .code_inline { background: $background; color: $accent; text-style: bold; }
    GuideText MarkdownFence { margin: 0 0 1 0; overflow: hidden; background: $surface; color: $foreground; }
    GuideText MarkdownFence > Label { width: 1fr; padding: 0 1; }
    GuideText PlainList { margin-bottom: 1; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(open_links=False)

    def get_block_class(self, block_name: str) -> type[MarkdownBlock]:
        """Textual's, but for what is typed."""
        return _BLOCKS.get(block_name) or super().get_block_class(block_name)

"""A long list with a line above it: typing narrows the list, Down goes to it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.row_list import RowList

GAP_WIDTH = 2
"""Cells between columns."""


class FindField(LineField):
    """The line above a list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.to_list", show=False)]


class ListHead(Widget):
    """The names of the columns, in line with the rows under them."""

    DEFAULT_CSS = """
    ListHead { height: 1; padding: 0 1; background: $background; color: $quiet; }
    """

    def __init__(self, names: Sequence[str], widths: Callable[[int], Sequence[int]]) -> None:
        """`widths` tells how wide the columns are in so many cells."""
        super().__init__()
        self._names = tuple(names)
        self._widths = widths

    def render(self) -> Content:
        """One line."""
        widths = self._widths(max(20, self.size.width - 1))  # the list has a scrollbar
        columns = [Column(literal(name), width) for name, width in zip(self._names, widths, strict=True)]
        return row(columns, GAP_WIDTH)


class Narrowing(Vertical):
    """The line, the names of the columns, the list."""

    DEFAULT_CSS = """
    Narrowing #find-row { height: 2; layout: horizontal; padding: 0 1; }
    Narrowing #find-row Static { width: auto; padding: 0 2 0 0; color: $quiet; }
    Narrowing #find-row FindField { width: 1fr; max-width: 50; }
    """

    def __init__(self, label: str, hint: str, head: ListHead) -> None:
        super().__init__()
        self._label = label
        self._hint = hint
        self._head = head

    def compose(self) -> ComposeResult:
        """One under another."""
        with Vertical(id="find-row"):
            yield Static(literal(self._label))
            yield FindField(placeholder=self._hint)
        yield self._head
        yield RowList(id="list")

    @property
    def field(self) -> FindField:
        """The line."""
        return self.query_one(FindField)

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    @property
    def typed(self) -> str:
        """What the list is narrowed by."""
        return self.field.value

"""A desk that is a long list, narrowed by typing: what the clients' and the employers' desks share."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from valmentaja.desks.lists import Roll
from valmentaja.screens.shell.narrowing import GAP_WIDTH, FindField, ListHead, Narrowing
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row

LINES = 2
"""Lines of a row at most."""


def listed_row(
    row_id: int,
    contents: Callable[[Sequence[int]], Sequence[Content]],
    widths: Callable[[int], Sequence[int]],
) -> Row:
    """A row in columns, each over two lines at most. `contents` gives what stands in columns of such widths."""

    def show(width: int) -> Content:
        wide = widths(width)
        return row(
            [Column(one, cells, LINES) for one, cells in zip(contents(wide), wide, strict=True)], GAP_WIDTH
        )

    return Row(str(row_id), show)


class ListPage(Page):
    """A subclass tells what the line and the columns are called, how wide they are, and which rows there are now.

    In the line letters narrow the list; Enter opens the row in focus, Down and Esc go to the list as it is. In the
    list Esc shows all again.
    """

    AUTO_FOCUS = "RowList"
    offers: ClassVar[tuple[str, ...]] = ("open", "add", "back")
    by_enter: ClassVar[tuple[str, ...]] = ("open",)

    def __init__(self) -> None:
        super().__init__()
        self.roll = Roll(())

    def body(self) -> Iterable[Widget]:
        """The line and the list."""
        label, hint, names = self.words()
        yield Narrowing(label, hint, ListHead(names, self.widths))

    # What a subclass tells

    def words(self) -> tuple[str, str, Sequence[str]]:
        """What stands before the line, what stands in it while it is empty, the names of the columns."""
        raise NotImplementedError

    def widths(self, width: int) -> Sequence[int]:
        """How wide the columns are in so many cells."""
        raise NotImplementedError

    def read_roll(self) -> Roll:
        """Who there is."""
        raise NotImplementedError

    def rows(self, typed: str) -> Sequence[Row]:
        """The rows that fit what is typed, or what is said where there are none."""
        raise NotImplementedError

    def open_row(self, row_id: int) -> None:
        """Opens the page of a record."""
        raise NotImplementedError

    # Showing

    @property
    def narrowing(self) -> Narrowing:
        """The line and the list."""
        return self.query_one(Narrowing)

    @property
    def focused_id(self) -> int | None:
        """The record in focus."""
        if not self.is_mounted or not self.query(Narrowing):
            return None
        found = self.narrowing.rows.focused_id
        return None if found is None else int(found)

    def renew(self) -> None:
        """The list as it is now."""
        self.roll = self.read_roll()
        self._show_rows()

    def _show_rows(self) -> None:
        self.narrowing.rows.show_rows(self.rows(self.narrowing.typed))

    def on_row_list_focused(self) -> None:
        """What can be done with another row may differ."""
        self.refresh_bindings()

    def on_input_changed(self) -> None:
        """Narrower, or wider again."""
        self._show_rows()
        self.show_status()

    def on_input_submitted(self) -> None:
        """Enter in the line: the row in focus. Back here, letters act."""
        self.action_to_list()
        self.action_open()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer tells only what can be done here."""
        if action == "open":
            return self.focused_id is not None
        if action == "back":
            return self.in_line or bool(self.is_mounted and self.query(Narrowing) and self.narrowing.typed)
        return super().check_action(action, parameters)

    @property
    def in_line(self) -> bool:
        """Whether the list is being narrowed, so that letters are text."""
        return isinstance(self.focused, FindField)

    def find_here(self) -> None:
        """To the line above the list."""
        self.narrowing.field.focus()

    def on_descendant_focus(self) -> None:
        """What the line tells of holds for where the focus is."""
        self.call_after_refresh(self.show_status)

    def action_to_list(self) -> None:
        """Down: to the list, narrowed as it is."""
        self.narrowing.rows.focus()

    def action_back(self) -> None:
        """Esc: out of the line; in the list, all is shown again."""
        if not self.in_line:
            self.narrowing.field.value = ""
        self.action_to_list()
        self.refresh_bindings()

    def action_open(self) -> None:
        """Enter: the page of the one in focus."""
        found = self.focused_id
        if found is not None:
            self.open_row(found)

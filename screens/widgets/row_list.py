"""A list of records, one in focus: rows in columns, kept in place when the records are read anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_PADDING = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the `id` of its record, and what it shows in so many cells. Without an id it cannot have the focus."""

    id: str | None
    show: Callable[[int], Content]


class RowList(OptionList, inherit_bindings=False):
    """Up and down move the focus; what Enter does is the page's affair."""

    DEFAULT_CSS = """
    RowList { scrollbar-gutter: stable; border: none; padding: 0; height: 1fr; background: $background; }
    RowList:focus { border: none; background-tint: $foreground 0%; }
    RowList > .option-list--option { padding: 0 1; }
    RowList > .option-list--option-disabled { color: $foreground; }
    RowList:nocolor:focus > .option-list--option-highlighted { text-style: reverse; }
    RowList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("ctrl+home", "first", show=False),
        Binding("ctrl+end,end", "last", show=False),
    ]

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The place of the row in focus. Only the rows that lose and get the focus are painted."""

    class Focused(Message):
        """Another row has the focus."""

        def __init__(self, rows: "RowList") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[Row, ...] = ()
        self._width = 0
        self._wanted: str | None = None

    @property
    def focused_id(self) -> str | None:
        """The id of the row in focus."""
        if self.highlighted is None or self.highlighted >= len(self._rows):
            return None
        return self._rows[self.highlighted].id

    def show_rows(self, rows: Sequence[Row], focus_on: str | None = None, *, in_place: bool = False) -> None:
        """Shows the rows; the focus stays on its record, or where that is gone, on the one now in its place.

        `in_place`: it stays in its place in any case, so that it goes on to the next when its record has moved away.
        """
        wanted, place = None if in_place else focus_on or self.focused_id, self.highlighted or 0
        self._rows = tuple(rows)
        self._wanted = wanted
        self._draw(wanted, place)

    def _draw(self, wanted: str | None, place: int) -> None:
        """Lays the rows out for the width that there is; before there is one, the first resize does it."""
        self._width = self.scrollable_content_region.width - _PADDING
        if self._width > 0:
            with self.prevent(OptionList.OptionHighlighted):
                self.set_options(Option(row.show(self._width), disabled=row.id is None) for row in self._rows)
                self.highlighted = self._place_of(wanted, place)
        self.post_message(self.Focused(self))

    def _place_of(self, wanted: str | None, place: int) -> int | None:
        able = [at for at, row in enumerate(self._rows) if row.id is not None]
        same = next((at for at in able if wanted and self._rows[at].id == wanted), None)
        if same is not None or not able:
            return same
        return next((at for at in able if at >= place), able[-1])

    def _watch_highlighted(self, before: int | None, after: int | None) -> None:
        """Textual would paint the whole list."""
        lines, heights = self._index_to_line, self._heights
        for place in (before, after):
            if place in lines:
                self.refresh_lines(lines[place], heights[place])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Told as a row's focus, with its record."""
        event.stop()
        self.post_message(self.Focused(self))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click only moves the focus."""
        event.stop()

    def on_resize(self, _event: events.Resize) -> None:
        """Rows are laid out anew when the width has changed."""
        if self.scrollable_content_region.width - _PADDING != self._width:
            self._draw(self.focused_id or self._wanted, self.highlighted or 0)

"""A list of records, one in focus: rows in columns, kept in place when the records are read anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the `id` of its record, and what it shows in so many cells. Without an id it cannot have the focus."""

    id: str | None
    show: Callable[[int], Content]


class RowList(OptionList, inherit_bindings=False):
    """Up and down move the focus; what Enter does is the page's affair."""

    DEFAULT_CSS = """
    RowList { border: none; padding: 0; height: 1fr; background: $background; }
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

    @property
    def focused_id(self) -> str | None:
        """The id of the row in focus."""
        return self._rows[self.highlighted].id if self.highlighted is not None and self._rows else None

    def show_rows(self, rows: Sequence[Row], focus_on: str | None = None) -> None:
        """Shows the rows; the focus stays on its record, or where that is gone, on the one now in its place."""
        wanted, place = focus_on or self.focused_id, self.highlighted or 0
        self._rows = tuple(rows)
        self._draw()
        self._focus_on(wanted, place)

    def _draw(self) -> None:
        self._width = self.scrollable_content_region.width - 2 or 0
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(
                Option(row.show(max(self._width, 20)), disabled=row.id is None) for row in self._rows
            )

    def _focus_on(self, wanted: str | None, place: int) -> None:
        able = [at for at, row in enumerate(self._rows) if row.id is not None]
        if not able:
            self.post_message(self.Focused(self))
            return
        same = next((at for at in able if self._rows[at].id == wanted), None)
        after = next((at for at in able if at >= place), able[-1])
        self.highlighted = after if same is None else same
        self.post_message(self.Focused(self))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Told as a row's focus, with its record."""
        event.stop()
        self.post_message(self.Focused(self))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click only moves the focus."""
        event.stop()

    def on_resize(self, _event: events.Resize) -> None:
        """Rows are laid out for the width that there is."""
        if self._rows and self.scrollable_content_region.width - 2 != self._width:
            focused, place = self.focused_id, self.highlighted or 0
            self._draw()
            self._focus_on(focused, place)

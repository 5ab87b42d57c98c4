"""A list of records, one in focus: rows in columns, kept in place when the records are read anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import lines

_PADDING = 2
_FIRST = 60  # rows: more than most screens hold
_REST_AFTER = 0.15  # seconds
_LEFT_BUTTON = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the `id` of its record, and what it shows in so many cells. Without an id it cannot have the focus."""

    id: str | None
    show: Callable[[int], Content]


def fixed_row(row_id: str | None, content: Content) -> Row:
    """A row that shows the same however wide it is."""
    return Row(row_id, lambda _width: content)


def said_row(words: str) -> Row:
    """A quiet sentence where rows would be."""
    return Row(None, lambda width: lines(literal(words, "$quiet"), width))


GAP = fixed_row(None, Content(""))
"""Air between rows."""


class RowList(OptionList, inherit_bindings=False):
    """Up and down move the focus, and so does a click; what Enter and a second click do is the page's affair."""

    DEFAULT_CSS = """
    RowList { scrollbar-gutter: stable; scrollbar-size-horizontal: 0; border: none; padding: 0; height: 1fr;
        background: $background; }
    RowList:focus { border: none; background-tint: $foreground 0%; }
    RowList > .option-list--option { padding: 0 1; }
    RowList > .option-list--option-disabled { color: $foreground; }
    RowList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    RowList:nocolor:focus > .option-list--option-highlighted { text-style: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("ctrl+home", "first", show=False),
        Binding("home", "first_by_home", show=False),
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

    class Opened(Message):
        """The row in focus was clicked a second time: it is to be opened, as Enter does."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._clicked: str | None = None
        self._rows: tuple[Row, ...] = ()
        self._width = 0
        self._wanted: str | None = None
        self._drawn = 0
        self._rest: Timer | None = None

    @property
    def focused_id(self) -> str | None:
        """The id of the row in focus."""
        if self.highlighted is None or self.highlighted >= len(self._rows):
            return None
        return self._rows[self.highlighted].id

    def is_above(self, place: int) -> bool:
        """Whether the row in the place has gone out of sight at the top."""
        return self.scroll_offset.y > self._index_to_line.get(place, 0)

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
            top, at = self.scroll_y, self._place_of(wanted, place)
            self._drawn = max(_FIRST, (at or 0) + _FIRST)
            with self.prevent(OptionList.OptionHighlighted):
                self.set_options(map(self._option, self._rows[: self._drawn]))
                self.highlighted = at
            self.scroll_to(y=top, animate=False, immediate=True)
            self.scroll_to_highlight()
            self._draw_rest_soon()
        self.post_message(self.Focused(self))

    def _option(self, row: Row) -> Option:
        return Option(row.show(self._width), disabled=row.id is None)

    def _draw_rest_soon(self) -> None:
        """Of a long list what is in sight is drawn first; the rest while the coach looks at that."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        if self._drawn < len(self._rows):
            self._rest = self.set_timer(_REST_AFTER, self._draw_rest)

    def _draw_rest(self) -> None:
        if self._drawn < len(self._rows):
            first, self._drawn = self._drawn, len(self._rows)
            self.add_options(map(self._option, self._rows[first:]))

    def action_cursor_up(self) -> None:
        """One up; from the first to the last."""
        self._draw_rest()
        super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """One down; from the last to the first."""
        self._draw_rest()
        super().action_cursor_down()

    def action_page_down(self) -> None:
        """A page down."""
        self._draw_rest()
        super().action_page_down()  # type: ignore[no-untyped-call]

    def action_first_by_home(self) -> None:
        """To the first."""
        self.action_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Home goes to the first, but where there are days, and today's is not in sight, it goes to that."""
        if action == "first_by_home":
            has_days = "now" in getattr(self.screen, "offers", ())
            return not (has_days and self.screen.check_action("now", ()))
        return super().check_action(action, parameters)

    def action_last(self) -> None:
        """To the last."""
        self._draw_rest()
        super().action_last()

    def _place_of(self, wanted: str | None, place: int) -> int | None:
        able = [at for at, row in enumerate(self._rows) if row.id is not None]
        same = next((at for at in able if wanted and self._rows[at].id == wanted), None)
        if same is not None or not able:
            return same
        return next((at for at in able if at >= place), able[-1])

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Rows above the first and below the last that can have the focus are in sight with it."""
        super().scroll_to_highlight(top=top)
        able = [at for at, row in enumerate(self._rows) if row.id is not None]
        if able and self.highlighted == able[0]:
            self.scroll_home(animate=False, immediate=True)
        elif able and self.highlighted == able[-1]:
            self.scroll_end(animate=False, immediate=True)

    def _watch_highlighted(self, before: int | None, after: int | None) -> None:
        """Textual would paint the whole list."""
        lines, heights = self._index_to_line, self._heights
        for place in (before, after):
            if place in lines:
                self.refresh_lines(lines[place], heights[place])

    def render_line(self, y: int) -> Strip:
        """In the terminal's own colours, or without any, the row in focus is drawn reversed."""
        line = super().render_line(y)
        if not (self.has_focus and self.app.native_ansi_color):
            return line
        at = self.scroll_offset.y + y
        in_focus = at < len(self._lines) and self._lines[at][0] == self.highlighted
        return line.apply_style(Style(reverse=True)) if in_focus else line

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Told as a row's focus, with its record."""
        event.stop()
        self.post_message(self.Focused(self))

    async def _on_click(self, event: events.Click) -> None:
        """The first click on a row moves the focus there, whatever had it; the next on the same row opens it."""
        event.prevent_default()
        at = event.style.meta.get("option")
        if event.button != _LEFT_BUTTON or at is None or self._rows[at].id is None:
            return
        again = self.highlighted == at and self._clicked == self._rows[at].id
        self._clicked = None if again else self._rows[at].id
        self.highlighted = at
        if again:
            self.post_message(self.Opened())

    def on_resize(self, _event: events.Resize) -> None:
        """Rows are laid out anew when the width has changed."""
        if self.scrollable_content_region.width - _PADDING != self._width:
            self._draw(self.focused_id or self._wanted, self.highlighted or 0)

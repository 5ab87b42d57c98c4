"""The list of Today narrowed by typing: in the line letters are text, in the list they act, and Esc shows all again."""

from typing import TYPE_CHECKING, cast

from valmentaja.desks.today import TodayPage
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.row_list import RowList

if TYPE_CHECKING:
    from valmentaja.screens.today.filter_line import FilterLine

_LINE = "FilterLine"


class QueueNarrowing(Page):
    """A page with a list of the queue in a part called `queue`. Its line stands above that while it is narrowed.

    A subclass shows in `show_narrowed` the rows that are left of those it has read.
    """

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""

    def show_narrowed(self) -> None:
        """Shows what is left, the first of it in focus."""
        raise NotImplementedError

    @property
    def line(self) -> "FilterLine | None":
        """The line, once it has been needed."""
        return cast("FilterLine | None", next(iter(self.query(_LINE)), None)) if self.is_mounted else None

    @property
    def in_line(self) -> bool:
        """Whether the list is being narrowed, so that letters are text."""
        return self.line is not None and self.focused is self.line.field

    @property
    def is_narrowed(self) -> bool:
        """Whether something is typed."""
        return bool(self.typed.strip())

    def left_of(self, page: TodayPage) -> TodayPage:
        """What is left of the page."""
        if not self.is_narrowed:
            return page
        from valmentaja.desks.queue_narrowing import narrowed

        return narrowed(self.texts, page, self.typed)

    def tell_narrowed(self, page: TodayPage, left: TodayPage) -> None:
        """Says in the line how many are left of how many."""
        if self.line is not None:
            counts = {"shown": len(left.rows), "all": len(page.rows)}
            self.line.tell(self.texts("today.narrowed", **counts) if self.is_narrowed else "")

    async def narrow_here(self) -> None:
        """To the line above the list."""
        if self.line is None:
            from valmentaja.screens.today.filter_line import FilterLine

            line = FilterLine(self.texts("today.narrow"), self.texts("today.narrow_hint"))
            await self.mount(line, before="#queue")
        if self.line is not None:
            self._make_room(True)
            self.set_focus(self.line.field)

    def _make_room(self, needed: bool) -> None:
        """The line takes the empty one above the list, and gives it back."""
        if self.line is not None:
            self.line.display = needed
            self.set_class(needed, "narrowed")

    def on_input_changed(self) -> None:
        """Narrower, or wider again."""
        if self.line is not None and self.line.field.value != self.typed:
            self.typed = self.line.field.value
            self.show_narrowed()

    def on_input_submitted(self) -> None:
        """Enter in the line: to the list, where letters act again."""
        self.action_to_list()

    def action_to_list(self) -> None:
        """Down: to the list, narrowed as it is; where nothing is typed the line goes."""
        self.set_focus(self.query_one(RowList))
        if not self.is_narrowed:
            self._widen()

    def _widen(self) -> None:
        self.typed = ""
        if self.line is not None:
            self.line.field.value = ""
            self._make_room(False)

    def action_back(self) -> None:
        """Esc: out of the line; in the list, all is shown again."""
        if self.in_line:
            self.action_to_list()
        else:
            self._widen()
            self.renew_all()

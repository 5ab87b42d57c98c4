"""The archive of a day: what was done, newest first, in sentences."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.journal import day_archive
from valmentaja.desks.subject import subject_of_change
from valmentaja.model.change import Change
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.columns import Column, lines, row
from valmentaja.screens.widgets.row_list import Row, RowList
from valmentaja.texts.sentences import change_sentence

_TIME_WIDTH = 6
_MOST_LINES = 3


class ArchiveScreen(Page):
    """Opened from Today, left with Esc. The day is the clock's: what was done on it, whatever day it tells of."""

    DEFAULT_CSS = """
    ArchiveScreen #heading { padding: 0 1; margin-bottom: 1; text-style: bold; }
    """
    desk = "today"
    offers = ("open", "earlier", "later", "now", "back")

    def __init__(self, back: int = 0) -> None:
        """`back`: so many days before the clock's, at first."""
        super().__init__()
        self._back = back

    def body(self) -> Iterable[Widget]:
        """Which day, and its list."""
        yield Static(id="heading")
        yield RowList()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.workbench.clock.now().date() - timedelta(days=self._back)

    def renew(self) -> None:
        """The day as the journal has it now."""
        texts, changes = self.texts, day_archive(self.book, self.day).changes
        heading = texts("archive.title", day=texts.whole_day(self.day))
        self.query_one("#heading", Static).update(literal(heading))
        self.query_one(RowList).show_rows(self._rows(changes))
        self.refresh_bindings()

    def _rows(self, changes: Sequence[Change]) -> list[Row]:
        if not changes:
            nothing = self.texts("archive.nothing_then" if self._back else "archive.nothing_today")
            return [Row(None, lambda width: lines(literal(nothing), width))]
        return [self._row(one) for one in changes]

    def _row(self, change: Change) -> Row:
        at = self.texts.clock(change.at.time())
        sentence = change_sentence(self.texts, change)
        told = sentence[:1].upper() + sentence[1:]

        def show(width: int) -> Content:
            columns = (
                Column(literal(at, "$quiet"), _TIME_WIDTH),
                Column(literal(told), max(1, width - _TIME_WIDTH - 1), _MOST_LINES),
            )
            return row(columns)

        return Row(str(change.id), show)

    def status(self) -> tuple[str, str]:
        """How many things there are."""
        count = sum(1 for one in day_archive(self.book, self.day).changes)
        return (self.texts.counted("archive.count", count), "") if count else ("", "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done ahead of today."""
        if action in ("later", "now"):
            return self._back > 0
        if action == "open":
            return self.is_mounted and self.query_one(RowList).focused_id is not None
        return True

    def action_earlier(self) -> None:
        """The day before."""
        self._go(self._back + 1)

    def action_later(self) -> None:
        """The day after."""
        self._go(self._back - 1)

    def action_now(self) -> None:
        """Back to today."""
        self._go(0)

    def _go(self, back: int) -> None:
        self._back = back
        self.query_one(RowList).highlighted = None
        self.renew_all()

    async def action_open(self) -> None:
        """What the change in focus is about, if it still is there."""
        from valmentaja.screens.find.opening import open_subject

        change_id = self.query_one(RowList).focused_id
        if change_id is None:
            return
        subject = subject_of_change(self.book, int(change_id))
        if subject.is_known:
            await open_subject(self, subject)
        else:
            self.workbench.say("archive.nothing_to_open")

    def action_back(self) -> None:
        """Esc: to the page before."""
        self.dismiss(None)

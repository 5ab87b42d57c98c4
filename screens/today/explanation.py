"""Why someone stands where they stand on Today: every reason in full, what ends it, and what placed the row."""

from collections.abc import Callable, Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.today import today_page
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.shell.page import Page
from valmentaja.screens.today.explanation_rows import head_of, place_rows, reason_rows
from valmentaja.screens.today.opening import open_record_of
from valmentaja.screens.today.rows import row_id
from valmentaja.screens.widgets.row_list import RowList


class ExplanationScreen(Page):
    """Opened from Today, left with Esc: the row in focus there is the one explained here."""

    DEFAULT_CSS = """
    ExplanationScreen #head { height: auto; padding: 0 1; margin-bottom: 1; }
    """
    desk = "today"
    offers = ("done", "open", "explain", "back")

    def __init__(self, day: date, row: QueueRow, do: Callable[[Signal], None] | None) -> None:
        """`do` does what a reason asks for, on the page under this one; `None` where nothing is done."""
        super().__init__()
        self._day = day
        self._row_id = row_id(row)
        self._signals: tuple[Signal, ...] = ()
        self._do = do

    def body(self) -> Iterable[Widget]:
        """Who, and the reasons."""
        yield Static(id="head")
        yield RowList(id="list")

    def renew(self) -> None:
        """The reasons as they are now; the page closes when its row is gone from the list."""
        page = today_page(self.book, self._day)
        row = next((one for one in page.rows if row_id(one) == self._row_id), None)
        if row is None:
            self.call_later(self._close)
            return
        self._signals = row.signals
        self.query_one("#head", Static).update(head_of(self.texts, row))
        key = "" if self._do is None else self.key_of("done")
        reasons = reason_rows(self.texts, row, self._day, key)
        placed = place_rows(self.texts, row, page.above(row))
        self.query_one(RowList).show_rows([*reasons, *placed])
        self.refresh_bindings()

    def _close(self) -> None:
        if self.workbench.screen is self:
            self.dismiss(None)

    def status(self) -> tuple[str, str]:
        """Where a reason leads."""
        return (self.texts("explanation.status", key=self.key_of("open")), "") if self._signals else ("", "")

    @property
    def _focused(self) -> Signal | None:
        if not self.is_mounted or not self.query(RowList):
            return None
        at = self.query_one(RowList).focused_id
        return self._signals[int(at)] if at is not None and int(at) < len(self._signals) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with the reason in focus."""
        if action == "done":
            return self._do is not None and self._focused is not None
        if action == "open":
            return self._focused is not None
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Enter: the very record that the reason comes from."""
        signal = self._focused
        if signal is not None:
            open_record_of(self, signal, self.desk)

    def action_done(self) -> None:
        """Does what the reason asks for, back on the list."""
        signal, do = self._focused, self._do
        if signal is not None and do is not None and not self.workbench.is_key_held:
            self.dismiss(None)
            self.workbench.call_later(do, signal)

    def action_explain(self) -> None:
        """The same key once more closes it."""
        self.action_back()

    def action_back(self) -> None:
        """Esc: back to the list."""
        self.dismiss(None)

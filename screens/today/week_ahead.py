"""What lies ahead of Today: seven days with what is booked and what falls due on each, and the weeks after them."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.ahead import AheadPage, ahead_page
from valmentaja.screens.appointments.words import appointment_id_in
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Page
from valmentaja.screens.today.opening import open_row
from valmentaja.screens.today.week_ahead_rows import due_id, week_rows
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.texts.dates import LAST_YEAR
from valmentaja.texts.sentences import day_seen_from


class WeekAheadScreen(Page):
    """Opened from Today with the key for later, left with the one for earlier. Nothing open is thought further."""

    DEFAULT_CSS = """
    WeekAheadScreen #heading { padding: 0 1; margin-bottom: 1; }
    """
    desk = "today"
    offers = ("open", "earlier", "later", "now", "back")

    def __init__(self) -> None:
        super().__init__()
        self._weeks_on = 0
        self._ahead: AheadPage | None = None

    def body(self) -> Iterable[Widget]:
        """Which days, and what is on them."""
        yield Static(id="heading")
        yield RowList(id="list")

    def renew(self) -> None:
        """The days as they look now."""
        page = ahead_page(self.book, self.today, self.texts.language, weeks_on=self._weeks_on)
        self._ahead = page
        first, last = map(day_seen_from(self.texts, self.today), (page.first, page.days[-1].day))
        heading = literal(self.texts("week_ahead.title", first=first, last=last), "bold")
        if page.waiting:
            heading += literal(f"  {self.texts.counted('week_ahead.waiting', page.waiting)}", "$quiet")
        self.query_one("#heading", Static).update(heading)
        self.query_one(RowList).show_rows(week_rows(self.texts, page))
        self.refresh_bindings()

    def on_row_list_focused(self) -> None:
        """There may be nothing to open."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is booked and nothing falls due there is nothing to open."""
        if action == "open":
            return bool(self.is_mounted and self.query(RowList) and self.query_one(RowList).focused_id)
        if action == "later":
            return self._ahead is None or self._ahead.days[-1].day.year < LAST_YEAR
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """The booked time; or the client, the employer, the record of the coach's own that is due."""
        focused = self.query_one(RowList).focused_id
        booked = appointment_id_in(focused)
        if booked is not None:
            from valmentaja.screens.appointments.page import AppointmentScreen

            self.workbench.push_screen(AppointmentScreen(booked, self.desk))
            return
        days = self._ahead.days if self._ahead else ()
        found = next((due for day in days for due in day.due if due_id(due) == focused), None)
        if found is not None:
            open_row(self, found.row)

    def action_earlier(self) -> None:
        """The week before; from the first one back to today."""
        if self._weeks_on:
            self._go(self._weeks_on - 1)
        else:
            self.action_back()

    def action_later(self) -> None:
        """The week after."""
        self._go(self._weeks_on + 1)

    def _go(self, weeks_on: int) -> None:
        self._weeks_on = weeks_on
        self.query_one(RowList).highlighted = None
        self.renew_all()

    def action_now(self) -> None:
        """Back to today."""
        self.action_back()

    def action_back(self) -> None:
        """Esc: back to today."""
        self.dismiss(None)

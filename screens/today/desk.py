"""The Today desk: who needs the coach now and why, one after another with single keys."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

from valmentaja.desks.today import TodayPage, today_page
from valmentaja.desks.week import week_page
from valmentaja.model.week import Week
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.appointments.acting import OFFERS as ABOUT_TIMES
from valmentaja.screens.records.acting import Subject
from valmentaja.screens.today.card import card
from valmentaja.screens.today.day_times import DayTimes, able_at
from valmentaja.screens.today.deeds import QueueDeeds
from valmentaja.screens.today.rows import row_id, today_rows
from valmentaja.screens.widgets.card import Card
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.glances import diary_is_begun

if TYPE_CHECKING:
    from valmentaja.screens.contacts.log_form import LogForm


class TodayScreen(QueueDeeds, DayTimes):
    """The list at the left, the day's times first, the card of the one in focus at the right."""

    DEFAULT_CSS = """
    TodayScreen #list { width: 65%; padding: 1 0 0 0; }
    TodayScreen Card { width: 35%; padding: 1 0 0 1; border-left: solid $rule; }
    TodayScreen Horizontal { layers: beside over; }
    TodayScreen.explained Card { layer: over; width: 100%; border-left: none; background: $background; }
    """
    desk = "today"
    offers = (
        "done",
        "not_reached",
        "next_step",
        "put_aside",
        "bring_back",
        "open",
        "explain",
        "meet",
        "agree",
        *ABOUT_TIMES,
        "add",
        "archive",
        "everyone",
        "back",
    )

    def __init__(self) -> None:
        super().__init__()
        self._everyone = False
        self._explained = False
        self._able: frozenset[str] = frozenset()
        self._queue: TodayPage | None = None

    def body(self) -> Iterable[Widget]:
        """List and card."""
        with Horizontal():
            yield RowList(id="list")
            yield Card()

    def renew(self) -> None:
        """The queue of the day as it is now."""
        self._queue = today_page(self.book, self.today)
        add_key = self.key_of("add")
        times = self.read_times(everyone=self._everyone)
        rows = today_rows(self.texts, self._queue, everyone=self._everyone, add_key=add_key)
        shown = self.query_one(RowList)
        begins = self._asks_first() if shown.highlighted is None else None
        shown.show_rows((*times, *rows), begins, in_place=self.goes_on)

    def _asks_first(self) -> str | None:
        """Where the focus begins: on a time of which it is asked what became of it, else on the first client."""
        pressing = self._queue.pressing if self._queue else ()
        return self.asked_first() or next((row_id(one) for one in pressing), None)

    def status(self) -> tuple[str, str]:
        """The week's employer meetings, and whether the diary of today has been written."""
        week = week_page(self.book, Week.of(self.today), self.today, self.texts.language)
        squares = "■" * min(week.in_person, week.target) + "□" * max(0, week.target - week.in_person)
        meetings = self.texts.counted(
            "today.meetings", week.working_days_left, squares=squares, done=week.in_person, target=week.target
        )
        written = diary_is_begun(self.book, self.today)
        return meetings, self.texts("today.diary_written" if written else "today.diary_open")

    @property
    def focused_row(self) -> QueueRow | None:
        """The row in focus."""
        wanted = self.query_one(RowList).focused_id
        rows = self._queue.rows if self._queue else ()
        return next((one for one in rows if row_id(one) == wanted), None)

    def in_focus(self) -> Subject | None:
        """The client or the employer of the row in focus; of a time, the one client whom it is with."""
        row, time = self.focused_row, self.focused_time
        if time is not None:
            return time.clients[0] if len(time.clients) == 1 else None
        return (row.client or row.employer) if row else None

    def on_row_list_focused(self) -> None:
        """The card follows the focus."""
        self._explained = False
        self._show_card()

    def action_back(self) -> None:
        """Esc: from every reason back to the list."""
        self._explained = False
        self._show_card()

    def _show_card(self) -> None:
        if self._queue is None:
            return
        row, time = self.focused_row, self.focused_time
        shown = self.query_one(Card)
        shown.display = row is not None or time is not None
        done_key = "" if self._explained else self.key_of("done")
        of_row = card(self.book, self.texts, row, self.today, done_key=done_key)
        told = of_row if time is None else self.time_card(time)
        if self._explained:
            shown.show_whole(told)
        else:
            shown.show(told)
        self.set_class(self._explained, "explained")  # every reason has room only where the list was
        able = _able(row) if time is None else able_at(time)
        if row is not None and self.can_do("agree"):
            able |= {"agree"}
        if self._explained:
            able |= {"back"}
        if able != self._able:
            self._able = able
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer tells only what can be done with the one in focus."""
        return action not in _AT_TIMES or action in self._able

    # The keys

    def action_done(self) -> None:
        """Does what the main reason of the row asks for. A key that is held acts once, not on row after row."""
        row = self.focused_row
        if self.focused_time is not None:
            self.action_outcome()
        if row is None or self.workbench.is_key_held:
            return
        if row.main is not None:
            self.do(row, row.main)
        elif row.client is not None:
            self.action_meet()

    def action_open(self) -> None:
        """The whole page of the one in focus."""
        row, time = self.focused_row, self.focused_time
        if time is not None:
            self.open_time(time)
        if row is None:
            return
        if row.client is not None:
            from valmentaja.screens.clients.page import ClientScreen

            self.workbench.push_screen(ClientScreen(row.client.id))
        elif row.employer is not None:
            from valmentaja.screens.employers.page import EmployerScreen

            self.workbench.push_screen(EmployerScreen(row.employer.id))

    def action_explain(self) -> None:
        """Every reason in full, and back."""
        self._explained = not self._explained
        self._show_card()

    def log_form(self) -> "LogForm":
        """Empty: whoever is in focus is as a rule not whom the employer was met for."""
        from valmentaja.screens.contacts.log_form import LogForm

        return LogForm()

    def action_add(self) -> None:
        """A new client."""
        from valmentaja.screens.clients.new_client import ClientForm

        self.workbench.push_screen(ClientForm())

    def action_archive(self) -> None:
        """What was done today."""
        from valmentaja.screens.today.archive import ArchiveScreen

        self.workbench.push_screen(ArchiveScreen())

    def action_everyone(self) -> None:
        """Also those who are up to date or put aside, or not."""
        self._everyone = not self._everyone
        self.renew()


_ABOUT_FOCUS = frozenset(
    {"done", "not_reached", "next_step", "put_aside", "bring_back", "open", "explain", "meet", "agree"}
    | frozenset(ABOUT_TIMES)
)
_AT_TIMES = _ABOUT_FOCUS | {"back"}
_ABOUT_CLIENTS = frozenset({"not_reached", "put_aside", "meet"})


def _able(row: QueueRow | None) -> frozenset[str]:
    """What can be done with the row."""
    if row is None:
        return frozenset()
    able = _ABOUT_FOCUS if row.client is not None else _ABOUT_FOCUS - _ABOUT_CLIENTS
    able -= {"agree", *ABOUT_TIMES}  # asked of the workbook; and what only times have
    return able if row.snoozed_until is not None else able - {"bring_back"}

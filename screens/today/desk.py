"""The Today desk: who needs the coach now and why, one after another with single keys."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.today import TodayPage, today_page
from valmentaja.desks.week import week_page
from valmentaja.model.week import Week
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.appointments.acting import OFFERS as ABOUT_TIMES
from valmentaja.screens.literal import literal
from valmentaja.screens.records.acting import Subject
from valmentaja.screens.today import days
from valmentaja.screens.today.able import ABOUT_FOCUS, able_at, able_with
from valmentaja.screens.today.card import Seen, card
from valmentaja.screens.today.day_times import DayTimes
from valmentaja.screens.today.days import QueueDays
from valmentaja.screens.today.deeds import QueueDeeds
from valmentaja.screens.today.head import head_told
from valmentaja.screens.today.narrowing import QueueNarrowing
from valmentaja.screens.today.rows import Wish, row_id, today_rows
from valmentaja.screens.widgets.card import Card
from valmentaja.screens.widgets.row_list import Row, RowList
from valmentaja.store.glances import diary_is_begun

if TYPE_CHECKING:
    from valmentaja.screens.contacts.log_form import LogForm


class TodayScreen(QueueDeeds, DayTimes, QueueDays, QueueNarrowing):
    """The list at the left, the day's times first, the card of the one in focus at the right."""

    DEFAULT_CSS = """
    TodayScreen #list { width: 65%; padding: 1 0 0 0; }
    TodayScreen Card { width: 35%; padding: 1 0 0 1; border-left: solid $rule; }
    TodayScreen #head { height: auto; padding: 0 1; display: none; }
    """
    AUTO_FOCUS = "#list"
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
        *days.OFFERS,
        "back",
    )

    def __init__(self) -> None:
        super().__init__()
        self._everyone = False
        self._able: frozenset[str] = frozenset()
        self._queue: TodayPage | None = None

    def body(self) -> Iterable[Widget]:
        """List and card."""
        yield Static(id="head")
        with Horizontal(id="queue"):
            yield RowList(id="list")
            yield Card()

    # Showing

    def renew(self) -> None:
        """The queue of the day as it is now, or was."""
        self._queue = today_page(self.book, self.day)
        told = head_told(self.texts, self._queue, self.today, is_behind=self.is_behind)
        line = self.query_one("#head", Static)
        line.display = bool(told)
        line.update(literal(told))
        self._show(self._queue)

    def show_narrowed(self) -> None:
        """What is left, with the first of it in focus."""
        if self._queue is not None:
            self.query_one(RowList).highlighted = None
            self._show(self._queue)

    def _show(self, page: TodayPage) -> None:
        left = self.left_of(page)
        self.tell_narrowed(page, left)
        times = self._times_with(left)
        rows = today_rows(self.texts, left, self._wish(page))
        shown = self.query_one(RowList)
        begins = self._asks_first(left) if shown.highlighted is None else None
        goes_to = self._goes_to(left) if self.goes_on else None
        shown.show_rows((*times, *rows), goes_to or begins, in_place=self.goes_on and goes_to is None)
        self.refresh_bindings()

    def _goes_to(self, left: TodayPage) -> str | None:
        """After a time was told: to the next that is asked, else to the first client who presses."""
        if not self.has_just_told:
            return None
        return self.asked_next() or next((row_id(one) for one in left.pressing), None)

    def _wish(self, page: TodayPage) -> Wish:
        return Wish(
            everyone=self._everyone,
            is_behind=self.is_behind,
            typed=self.typed.strip(),
            all_rows=len(page.rows),
            add_key=self.key_of("add"),
            back_key=self.key_of("back"),
        )

    def _times_with(self, left: TodayPage) -> Sequence[Row]:
        """Today's times; of a list that is narrowed those with its clients."""
        if self.is_behind:
            self.forget_times()
            return ()
        only_with = {row.client.id for row in left.rows if row.client} if self.is_narrowed else None
        return self.read_times(everyone=self._everyone, only_with=only_with)

    def _asks_first(self, left: TodayPage) -> str | None:
        """Where the focus begins: on a time of which it is asked what became of it, else on the first client."""
        first = next((row_id(one) for one in left.pressing), None)
        return first if self.is_narrowed and first else self.asked_first() or first

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
        if self._queue is None:
            return
        row, time = self.focused_row, self.focused_time
        shown = self.query_one(Card)
        shown.display = row is not None or time is not None
        shown.show(card(self._seen(), row) if time is None else self.time_card(time))
        able = able_with(row, is_behind=self.is_behind) if time is None else able_at(time)
        if row is not None and not self.is_behind and self.can_do("agree"):
            able |= {"agree"}
        if able != self._able:
            self._able = able
            self.refresh_bindings()

    def _seen(self) -> Seen:
        done_key = "" if self.is_behind else self.key_of("done")
        at = None if self.is_behind else self.workbench.clock.time_of_day
        width = self.query_one(Card).text_width
        return Seen(self.book, self.texts, self.day, at, done_key, self.key_of("explain"), width)

    def told_first(self) -> Sequence[str]:
        """On a day behind, the way through the days."""
        return ("now", "earlier", "later") if self.is_behind else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer tells only what can be done with the one in focus."""
        if action in days.OFFERS:
            return self.can_go(action)
        if action == "back":
            return self.in_line or self.is_narrowed
        if action == "add":
            return not self.is_behind
        return action not in ABOUT_FOCUS or action in self._able

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
        elif row is not None:
            from valmentaja.screens.today.opening import open_row

            open_row(self, row)

    def action_explain(self) -> None:
        """Every reason in full, on a page of its own."""
        row = self.focused_row
        if row is not None:
            from valmentaja.screens.today.explanation import ExplanationScreen

            do = None if self.is_behind else lambda signal: self._do_from_afar(row, signal)
            self.workbench.push_screen(ExplanationScreen(self.day, row, do))

    def _do_from_afar(self, row: QueueRow, signal: Signal) -> None:
        """What was asked for on the page of its reasons, which is closed by now."""
        if self.focused_row is not None and row_id(self.focused_row) == row_id(row):
            self.do(row, signal)

    def log_form(self) -> "LogForm":
        """Empty: whoever is in focus is as a rule not whom the employer was met for."""
        from valmentaja.screens.contacts.log_form import LogForm

        return LogForm()

    def action_add(self) -> None:
        """A new client."""
        from valmentaja.screens.clients.new_client import ClientForm

        self.workbench.push_screen(ClientForm())

    def action_archive(self) -> None:
        """What was done on the day."""
        from valmentaja.screens.today.archive import ArchiveScreen

        self.workbench.push_screen(ArchiveScreen(back=(self.today - self.day).days))

    def action_everyone(self) -> None:
        """Also those who are up to date or put aside, or not."""
        self._everyone = not self._everyone
        self.renew()

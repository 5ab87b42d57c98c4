"""The Today desk: who needs the coach now and why, one after another with single keys."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

from valmentaja.desks.today import TodayPage, today_page
from valmentaja.desks.week import week_page
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.week import Week
from valmentaja.rules.signals import KIND_BY_KEY, Act, Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.clients.actions import ClientActions
from valmentaja.screens.records.acting import Subject
from valmentaja.screens.today.card import card
from valmentaja.screens.today.rows import row_id, today_rows
from valmentaja.screens.widgets.card import Card
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.settings.work import usual_minutes
from valmentaja.store.glances import diary_is_begun
from valmentaja.store.steps import finish_step

if TYPE_CHECKING:
    from valmentaja.screens.contacts.log_form import LogForm

NOT_REACHED_WAYS = (ClientContactWay.IN_PERSON, ClientContactWay.PHONE, ClientContactWay.MESSAGE)


class TodayScreen(ClientActions):
    """The list at the left, the card of the one in focus at the right."""

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
        self._goes_on = False
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
        rows = today_rows(self.texts, self._queue, everyone=self._everyone, add_key=add_key)
        self.query_one(RowList).show_rows(rows, in_place=self._goes_on)

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
        """The client or the employer of the row in focus."""
        row = self.focused_row
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
        row = self.focused_row
        shown = self.query_one(Card)
        shown.display = row is not None
        done_key = "" if self._explained else self.key_of("done")
        shown.show(card(self.book, self.texts, row, self.today, done_key=done_key))
        self.set_class(self._explained, "explained")  # every reason has room only where the list was
        self.not_in_footer = _GIVE_WAY if self._explained else ()
        able = _able(row) | ({"back"} if self._explained else frozenset())
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
        if row is None or self.workbench.is_key_held:
            return
        if row.main is not None:
            self._do(row, row.main)
        elif row.client is not None:
            self.action_meet()

    def _do(self, row: QueueRow, signal: Signal) -> None:
        match KIND_BY_KEY[signal.kind].act:
            case Act.FINISH_STEP:
                self._finish(signal)
            case Act.MEET_TODAY if row.client:
                self._log_meeting(row.client, ClientContactWay.IN_PERSON, reached=True)
            case Act.MEET_FORM:
                self.action_meet()
            case Act.CONTACT_FORM:
                self._log_for(row.client)
            case Act.AGREE_STEP:
                self.action_next_step()

    def _attempt(self, deed: Callable[[], object]) -> bool:
        """Does something about the one in focus; when that moves it away, the focus goes on to the next."""
        self._goes_on = True
        try:
            return self.workbench.attempt(deed)
        finally:
            self._goes_on = False

    def kept(self, kept: object) -> None:
        """A form about the one in focus was left; when it was kept, the focus goes on as after any deed."""
        if kept is not None:
            self._goes_on = True
            self.renew()
            self._goes_on = False

    def _finish(self, signal: Signal) -> None:
        if self._attempt(lambda: finish_step(self.book, signal.record_id, self.today)):
            self.workbench.say_done("today.step_done", text=str(signal.reason.parameters["text"]))

    def _log_meeting(self, client: Client, way: ClientContactWay, *, reached: bool) -> None:
        from valmentaja.store.contacts import log_client_contact

        minutes = usual_minutes(self.book, way, self.today) if reached else None
        logged = self._attempt(
            lambda: log_client_contact(
                self.book,
                clients=[(client.id, client.label)],
                day=self.today,
                way=way,
                reached=reached,
                minutes=minutes,
            )
        )
        if logged:
            self.workbench.say_done("today.met" if reached else "today.not_reached", name=client.label)

    def action_not_reached(self) -> None:
        """The client did not come, or did not answer."""
        from valmentaja.screens.shell.choose import Choose

        client = self.client_in_focus()
        if client is None:
            return
        answers = [(way.value, self.texts(f"not_reached.{way}")) for way in NOT_REACHED_WAYS]
        question = self.texts("not_reached.question", name=client.label)

        def log(chosen: str | None) -> None:
            if chosen is not None:
                self._log_meeting(client, ClientContactWay(chosen), reached=False)

        self.workbench.push_screen(Choose(question, answers), log)

    def action_open(self) -> None:
        """The whole page of the one in focus."""
        row = self.focused_row
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

    def _log_for(self, client: Client | None) -> None:
        from valmentaja.screens.contacts.log_form import LogForm

        self.open_form(LogForm(client=client))

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
    {"done", "not_reached", "next_step", "put_aside", "bring_back", "open", "explain", "meet"}
)
_GIVE_WAY = ("log", "explain", "meet", "add")
"""What the last line leaves out while every reason is told, so that it has room for the way back."""
_AT_TIMES = _ABOUT_FOCUS | {"back"}
_ABOUT_CLIENTS = frozenset({"not_reached", "put_aside", "meet"})


def _able(row: QueueRow | None) -> frozenset[str]:
    """What can be done with the row."""
    if row is None:
        return frozenset()
    able = _ABOUT_FOCUS if row.client is not None else _ABOUT_FOCUS - _ABOUT_CLIENTS
    return able if row.snoozed_until is not None else able - {"bring_back"}

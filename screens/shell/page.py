"""What all screens share: a page of the workbook, and a dialog over one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.keys import format_key
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.commands import ANYWHERE, COMMANDS, ON_PAGES, OPENS_A_ROW, bindings
from valmentaja.screens.keyboard import CHARACTERS
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.desks_bar import DesksBar
from valmentaja.screens.widgets.status_line import StatusLine
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

if TYPE_CHECKING:
    from valmentaja.screens.appointments.book_form import BookForm
    from valmentaja.screens.program.app import Workbench
    from valmentaja.screens.widgets.fields import PasteRefused

Answer = TypeVar("Answer")

NARROW, WIDE, WIDE_FROM = "-narrow", "-wide", 110
"""Classes for the styles of a page, and from how many cells on it is wide."""


class InWorkbench(Screen[Answer], Generic[Answer]):
    """A screen that knows the app it is in, and through it the open workbook, the texts and the day.

    `by_enter` names what Enter does also in a field of one line, which takes that key for itself and says that it was
    struck.
    """

    by_enter: ClassVar[tuple[str, ...]] = ()
    is_together: ClassVar[bool] = False
    """Whether a client looks at it too (together mode)."""

    def __init__(self) -> None:
        super().__init__()
        # Its styles are parsed with the colours of now: Textual would parse all there are anew, twice.
        self._css_update_count = self.app._css_update_count
        self._styled_for = self._surroundings()

    def _surroundings(self) -> tuple[object, ...]:
        """What the styles of a screen follow besides what happens on it: the colours, the terminal's own focus."""
        return self.app.theme, self.app.app_focus

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Styles are worked out anew only where they may differ: Textual would do it at each change of a screen."""
        surroundings = self._surroundings()
        event.refresh_styles = surroundings != self._styled_for
        self._styled_for = surroundings

    def _compositor_refresh(self) -> None:
        """Draws what has changed; not while nothing is shown, for Textual would draw all of it only to drop it."""
        if self.app._batch_count == 0:
            super()._compositor_refresh()

    @property
    def workbench(self) -> "Workbench":
        """The app, as what it is."""
        return cast("Workbench", self.app)

    @property
    def book(self) -> Workbook:
        """The open workbook."""
        return self.workbench.book

    @property
    def texts(self) -> Texts:
        """The texts of the coach's language."""
        return self.workbench.texts

    @property
    def today(self) -> date:
        """The day that the rules go by."""
        return self.workbench.clock.today

    def key_of(self, command_id: str) -> str:
        """The key of a command as the coach has it, to be named in a sentence."""
        return self.workbench.key_of(command_id)

    @property
    def is_typing(self) -> bool:
        """Whether the focus is in a field where letters are text."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def commands_now(self) -> list[tuple[str, str]]:
        """The id of each command that the focus has, with its key as the coach has it, in the order of the footer.

        While text is being typed, letters and signs are text.
        """
        here: dict[str, str] = {}
        typing = self.is_typing
        for key, active in self.active_bindings.items():
            command_id = active.binding.id or ""
            if active.enabled and command_id in COMMANDS and not (typing and format_key(key) in CHARACTERS):
                here.setdefault(command_id, key)
        for one in self.by_enter:
            if self.check_action(COMMANDS[one].action, ()):
                here.setdefault(one, "enter")
        return [(one, here[one]) for one in COMMANDS if one in here and self.tells_of(one)]

    def tells_of(self, command_id: str) -> bool:
        """Whether a command that can be done here is worth telling of."""
        return True

    def word_of(self, command_id: str) -> str:
        """What a command is called in the last line here."""
        return self.texts(f"key.{command_id}")

    def told_first(self) -> Sequence[str]:
        """The commands to which others give way in the last line; it may name some of which no other screen tells."""
        return ()

    def say_here(self, sentence: str) -> None:
        """Says something where the coach looks: on the status line, or in the dialog that is open."""
        self.workbench.say_sentence(sentence)

    def on_paste_refused(self, event: "PasteRefused") -> None:
        """The text would be longer than a field holds: nothing of it was taken."""
        self.say_here(self.texts("field.paste_refused", length=event.length, longest=LONGEST_TEXT))

    async def on_row_list_opened(self) -> None:
        """A row was clicked a second time: what Enter does with it."""
        opens = next((one for one, _ in self.commands_now() if one in OPENS_A_ROW), None)
        if opens is not None:
            await self.run_action(COMMANDS[opens].action)


class Page(InWorkbench[None]):
    """A page of the workbook: the desks above, its body, what is said and what the keys do below.

    A subclass names its `desk` and the commands it `offers`, composes its `body`, and reads its records in `renew`.
    """

    desk = ""
    offers: ClassVar[tuple[str, ...]] = ()
    on_page: ClassVar[tuple[str, ...]] = ON_PAGES

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*bindings(cls.offers), *bindings(cls.on_page), *bindings(ANYWHERE)]
        super().__init_subclass__()

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, NARROW), (WIDE_FROM, WIDE)]
        now = WIDE if self.app.size.width >= WIDE_FROM else NARROW
        self.add_class(now, update=False)  # or all would be styled twice
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Bar, body, status and keys: the same thing in the same place on every page."""
        yield DesksBar(self.texts, self.desk, self.today)
        yield from self.body()
        yield StatusLine()
        yield ActionsLine()

    def body(self) -> Iterable[Widget]:
        """What stands between the bars."""
        raise NotImplementedError

    def renew(self) -> None:
        """Reads the records again and shows them: after a change here or in another window, and at midnight."""
        raise NotImplementedError

    def status(self) -> tuple[str, str]:
        """What the status line says at its left and right while there is nothing else to say."""
        return "", ""

    def on_screen_resume(self) -> None:
        """The page is shown, for the first time or again: what stands here may have changed meanwhile."""
        if self.workbench.is_open and self._shown != self.workbench.stamp():
            self.renew_all()

    def seen(self) -> tuple[object, ...]:
        """Differs when what was read for this page may differ by now. Asks nothing of the workbook: keys may ask it."""
        return self.book.rows_written, *self._shown

    def renew_all(self) -> None:
        """The page with all its bars."""
        if self.workbench.is_open:
            self._shown = self.workbench.stamp()
            self.show_bar()
            self.renew()
            self.show_status()

    def show_bar(self) -> None:
        """The day on the bar, which may have changed."""
        self.query_one(DesksBar).show_day(self.today)

    def action_meet(self) -> None:
        """A contact with clients, in a form. A page with a client in focus fills that in."""
        from valmentaja.screens.contacts.meet_form import MeetForm

        self.workbench.push_screen(MeetForm(None))

    def book_form(self) -> "BookForm":
        """The form for a time to be booked. A page with someone in focus fills them in."""
        from valmentaja.screens.appointments.book_form import BookForm

        return BookForm()

    def action_book(self) -> None:
        """Books a time, in a form."""
        self.workbench.push_screen(self.book_form())

    def action_groups(self) -> None:
        """The groups of clients who meet at the same times."""
        from valmentaja.screens.appointments.groups import GroupsScreen

        self.workbench.push_screen(GroupsScreen())

    def action_log_lines(self) -> None:
        """Many scribbled lines are pasted, and gone through one by one."""
        from valmentaja.screens.contacts.lines_form import LinesForm

        self.workbench.push_screen(LinesForm())

    async def action_unfinished(self) -> None:
        """The contacts of late that lack something."""
        from valmentaja.screens.week.unfinished import UnfinishedScreen

        await self._open_at_week(UnfinishedScreen)

    async def action_time(self) -> None:
        """Where the time goes."""
        from valmentaja.screens.week.time_page import TimeScreen

        await self._open_at_week(TimeScreen)

    async def _open_at_week(self, page: "type[Page]") -> None:
        """A page that belongs to the Week desk opens there, wherever the coach is now; one that is open there stays."""
        workbench = self.workbench
        if workbench.current_mode != "week":
            await workbench.action_desk("week")
        if workbench.current_mode == "week" and not isinstance(workbench.screen, page):
            await workbench.push_screen(page())

    def action_settings(self) -> None:
        """The coach's settings."""
        from valmentaja.screens.settings.page import SettingsScreen

        self.workbench.push_screen(SettingsScreen())

    def show_status(self) -> None:
        """What was said last, else what the page has to say."""
        said = self.workbench.said
        left, right = (said, "") if said else self.status()
        self.query_one(StatusLine).show(literal(left), literal(right))


class Dialog(InWorkbench[Answer], ModalScreen[Answer], Generic[Answer]):
    """A small thing asked over a page. It is left with Esc, which loses no text.

    Where there is nothing to be typed, the `way_out` is called "back"; "" leaves it to the dialogs made from it.
    """

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    """
    offers: ClassVar[tuple[str, ...]] = ()
    way_out: ClassVar[str] = "leave"

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*bindings(filter(None, (*cls.offers, cls.way_out))), *bindings(ANYWHERE)]
        super().__init_subclass__()

    def action_leave(self) -> None:
        """Esc: nothing is done."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Esc, where nothing is typed."""
        self.action_leave()

"""The program on screens: holds the open workbook, opens desks, and keeps watch over clock, file and drafts."""

import asyncio
import signal
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import ClassVar, cast

from textual import events, work
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from valmentaja.errors import ValmentajaError
from valmentaja.places import Home
from valmentaja.screens.clock import Clock
from valmentaja.screens.desks import desk_screen
from valmentaja.screens.drafting import Drafting
from valmentaja.screens.sitting import Sitting
from valmentaja.screens.themes import THEMES, next_theme
from valmentaja.screens.wayfinding import Wayfinding
from valmentaja.screens.widgets.desks_bar import DESKS
from valmentaja.settings.face import renew_face
from valmentaja.settings.registry import SETTINGS
from valmentaja.settings.setting import value_of
from valmentaja.store.workbook import open_workbook
from valmentaja.texts import Texts

PULSE_SECONDS = 1.0
KEEP_SECONDS = 0.4
DOOR = "door"
"""The mode of what stands before the workbook: unlocking it, or making it."""


class TerminalLost(Exception):
    """The terminal cannot be read any more."""


class Workbench(Wayfinding, inherit_bindings=False):
    """The whole program. The pages ask it for the workbook, the texts and the day, and tell it what was done."""

    CSS_PATH = "styles/workbench.tcss"
    TITLE = "Valmentaja"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "how_to_quit", show=False)]

    def __init__(
        self,
        home: Home,
        texts: Texts,
        clock: Clock,
        *,
        cache: str,
        theme: str = "dark",
        speaks: Callable[[str | None], Texts] | None = None,
        find_key: Callable[[], str | None] | None = None,
        key_is_slow: bool = False,
    ) -> None:
        """`find_key` gives the raw key without asking, in a thread if that is slow; without it the coach is asked.

        `speaks` chooses the texts by the language that the workbook asks for; without it `texts` stay.
        """
        super().__init__(texts, clock)
        self.home = home
        self.cache = cache
        self.fault: BaseException | None = None
        self._speaks = speaks
        self._find_key = find_key
        self._key_is_slow = key_is_slow
        self._shown_day = clock.today
        self._last_touched_at = clock.now()
        self._lock_after = timedelta(minutes=10)
        for one in THEMES.values():
            self.register_theme(one)
        self.theme = "terminal" if self.no_color else theme

    @property
    def drafts(self) -> Drafting:
        """What is being typed."""
        return self.sitting.drafts

    # Opening and leaving

    async def on_mount(self) -> None:
        """The door first; where the key is at hand, straight to the desk."""
        self._listen_to_the_system()
        self.set_interval(PULSE_SECONDS, self.pulse)
        self.set_interval(KEEP_SECONDS, self._keep_drafts)
        if self._find_key is None:
            await self.show_door()
        elif self._key_is_slow:
            self._open_in_a_while()
        else:
            with self.batch_update():  # nothing is painted before the desk is there
                await self._open_without_asking()

    def _listen_to_the_system(self) -> None:
        """A request to end, and a terminal that is gone, are a quitting like any other."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self.action_quit_now)
        loop.set_exception_handler(self._task_failed)  # or it would write the fault with its message

    @work(exclusive=True)
    async def _open_in_a_while(self) -> None:
        await self._open_without_asking()

    async def _open_without_asking(self) -> None:
        find_key = cast("Callable[[], str | None]", self._find_key)
        try:
            raw_key = await asyncio.to_thread(find_key) if self._key_is_slow else find_key()
            await self.enter(raw_key)
        except ValmentajaError as refusal:
            await self.show_door(refusal)

    async def show_door(self, refusal: ValmentajaError | None = None) -> None:
        """Asks for the passphrase, or makes a workbook where there is none. `refusal` is said first."""
        from valmentaja.screens.door import door

        if DOOR not in self._modes:
            self.add_mode(DOOR, lambda: door(self, refusal))
        await self.switch_mode(DOOR)

    async def enter(self, raw_key: str | None) -> None:
        """Opens the workbook with the key and shows Today. Raises what `open_workbook` raises."""
        book = open_workbook(self.home, raw_key, self.clock.now)
        if book.needs_migration:
            from valmentaja.backup import bring_up_to_date

            bring_up_to_date(book)
        self._sitting = Sitting(book, self.clock.now, self.tell)
        renew_face(book, self.clock.today)
        self._follow_settings()
        self.touched()
        await self._open_desks()
        self._look_after()

    def _follow_settings(self) -> None:
        """The workbook says which language, colours and keys the coach wants."""
        day = self.clock.today
        if self._speaks is not None:
            self.texts = self._speaks(value_of(self.book, SETTINGS["language"], day))
        if not self.no_color:
            self.theme = value_of(self.book, SETTINGS["theme"], day)
        self._lock_after = timedelta(minutes=int(value_of(self.book, SETTINGS["lock_after_minutes"], day)))
        self.take_keys(value_of(self.book, SETTINGS["keys"], day))

    async def _open_desks(self) -> None:
        self.add_mode("today", desk_screen("today"))
        await self.switch_mode("today")
        if DOOR in self._modes:
            await self.remove_mode(DOOR)

    @work(thread=True, exclusive=True, group="upkeep")
    def _look_after(self) -> None:
        """Daily backup and new words, beside the screens."""
        from valmentaja.screens.upkeep import daily_backup, learn_words

        home, key, now = self.home, self.book.raw_key, self.clock.now
        if not daily_backup(home, key, now):
            self.call_from_thread(self.say, "backup.failed")
        learn_words(home, key, now, self.texts.language, self.cache)

    async def action_lock(self) -> None:
        """Closes the workbook and drops the key; what was typed is kept."""
        await self._leave_workbook()

    async def _leave_workbook(self) -> None:
        if self._sitting is None:
            return
        sitting, self._sitting = self._sitting, None
        sitting.close()
        self.said = ""
        await self.show_door()
        for desk in DESKS:
            if desk in self._modes:
                await self.remove_mode(desk)

    async def action_quit(self) -> None:
        """Leaves the program; what was being typed is kept."""
        self.action_quit_now()

    def action_quit_now(self) -> None:
        """As `action_quit`, also from a signal."""
        if self._sitting is not None:
            sitting, self._sitting = self._sitting, None
            sitting.close()
        self.exit()

    # Going about

    async def action_desk(self, desk: str) -> None:
        """Opens a desk, as it was left."""
        if not self.is_open or self.screen.is_modal:
            return
        self.drafts.settle_all()
        if desk not in self._modes:
            self.add_mode(desk, desk_screen(desk))
        await self.switch_mode(desk)

    def action_log(self) -> None:
        """Logs a contact with an employer, from anywhere."""
        from valmentaja.screens.log_form import LogForm

        if self.is_open:
            self.push_screen(LogForm())

    def action_find(self) -> None:
        """Finds in everything that was written, or in the list at hand."""
        from valmentaja.screens.find import FindScreen

        find_here = getattr(self.screen, "find_here", None)
        if find_here is not None:
            find_here()
        elif self.is_open:
            self.push_screen(FindScreen())

    def action_hide(self) -> None:
        """Blanks the screen at once."""
        from valmentaja.screens.hidden import HiddenScreen

        self.push_screen(HiddenScreen())

    def action_how_to_quit(self) -> None:
        """Ctrl+C ends nothing here: text may be half written."""
        self.say("screen.how_to_quit")

    def action_next_theme(self) -> None:
        """The next colours, kept for the next time."""
        from valmentaja.settings.registry import change_setting

        if self.no_color:
            self.say("theme.no_color")
            return
        wanted = next_theme(self.theme)
        self.theme = wanted
        if self.is_open:
            self.attempt(lambda: change_setting(self.book, SETTINGS["theme"], wanted, self.clock.today))
        self.say(f"theme.{wanted}")

    def delay_update(self, delay: float = 0) -> None:
        """Textual would mask the change of a screen for 50 ms; here a key is answered at once."""

    # Clock, file, drafts

    async def on_event(self, event: events.Event) -> None:
        """A key or a click is a sign of life; after too long without one nothing is shown before the lock."""
        if isinstance(event, events.Key | events.MouseDown | events.Paste):
            if self.is_open and self._is_idle():
                await self._leave_workbook()
                return
            self.touched()
            self.forget_said()
        await super().on_event(event)

    def touched(self) -> None:
        """The coach is here."""
        self._last_touched_at = self.clock.now()

    def _is_idle(self) -> bool:
        return self.book.encrypted and self.clock.now() - self._last_touched_at >= self._lock_after

    async def pulse(self) -> None:
        """Once a second: is the coach here, has the day changed, has another process written, is the file there."""
        if not self.is_open:
            return
        if self._is_idle():
            await self._leave_workbook()
        elif self.clock.today != self._shown_day:
            self._shown_day = self.clock.today
            self.drafts.settle_all()
            self.renew()
        elif self.sitting.watch.gone():
            self.say("error.workbook.vanished", home=self.home.folder)
        elif self.sitting.watch.moved():
            self.renew()

    def _keep_drafts(self) -> None:
        if self.is_open:
            self.drafts.keep()

    # Faults

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours ends the program with a sentence: no local variables, no text of a client."""
        if self.fault is None:
            self.fault = error.error if isinstance(error, WorkerFailed) else error
        self._return_code = 1
        if self._exception is None:  # for tests, which raise it again
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def panic(self, *_renderables: object) -> None:
        """Textual can no longer read the terminal, and has drawn a traceback with local variables to tell so."""
        self._handle_exception(TerminalLost())

    def _task_failed(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
        """A fault beside the messages, as in what a signal called."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

"""The program on screens: holds the open workbook, opens desks, and keeps watch over clock, file and drafts."""

import asyncio
import gc
import signal
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from valmentaja.errors import Damaged, Locked, ValmentajaError
from valmentaja.places import Home
from valmentaja.screens.drafts.window import new_window
from valmentaja.screens.program.clock import Clock
from valmentaja.screens.program.desks import desk_screen, load_desk
from valmentaja.screens.program.guarding import DOOR, Guarding
from valmentaja.screens.program.sitting import Sitting
from valmentaja.screens.program.themes import THEMES, next_theme
from valmentaja.screens.shell.page import InWorkbench
from valmentaja.settings.face import renew_face
from valmentaja.settings.registry import SETTINGS
from valmentaja.settings.setting import value_of
from valmentaja.store.codes_only import was_asked
from valmentaja.store.glances import any_draft
from valmentaja.store.workbook import open_workbook
from valmentaja.texts import Language, Texts, choose_language

if TYPE_CHECKING:
    from valmentaja.screens.program.upkeep import Upkeep

PULSE_SECONDS = 1.0
LOOK_AFTER_SECONDS = 1.0


class TerminalLost(Exception):
    """The terminal cannot be read any more."""


class Workbench(Guarding, inherit_bindings=False):
    """The whole program. The pages ask it for the workbook, the texts and the day, and tell it what was done."""

    CSS_PATH = "../styles/workbench.tcss"
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
        self._speaks = speaks
        self._find_key = find_key
        self._key_is_slow = key_is_slow
        self._window = new_window()
        for one in THEMES.values():
            self.register_theme(one)
        self.theme = "terminal" if self.no_color else theme
        self.animation_level = "none"  # a page that is turned is there at once

    # Opening and leaving

    async def on_mount(self) -> None:
        """The door first; where the key is at hand, straight to the desk."""
        self._listen_to_the_system()
        self.set_interval(PULSE_SECONDS, self.pulse)
        if self._find_key is None:
            await self.show_door()
        elif self._key_is_slow:
            self._open_in_a_while()
        else:
            with self.batch_update():  # nothing is painted before the desk is there
                await self._open_without_asking()
        await self.fit(self.size)
        self.call_after_refresh(gc.enable)  # it has waited for the first page

    def _listen_to_the_system(self) -> None:
        """A request to end, and a terminal that is gone, are a quitting like any other."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self.asked_to_end)
        loop.set_exception_handler(self._task_failed)  # or it would write the fault with its message

    @work(exclusive=True)
    async def _open_in_a_while(self) -> None:
        """The key takes a moment: a calm page stands there meanwhile, and the desk's modules are loaded."""
        await self._to_the_door()
        await self._open_without_asking()

    async def _open_without_asking(self) -> None:
        find_key, self._find_key = cast("Callable[[], str | None]", self._find_key), None
        try:
            if self._key_is_slow:
                raw_key, _ = await asyncio.gather(asyncio.to_thread(find_key), load_desk("today"))
            else:
                raw_key = find_key()
            await self._enter_with_found_key(raw_key)
        except ValmentajaError as refusal:
            await self.show_door(refusal)

    async def _enter_with_found_key(self, raw_key: str | None) -> None:
        """A key from a key file may be of another workbook: then nothing is damaged."""
        try:
            await self.enter(raw_key)
        except Damaged as refusal:
            if refusal.key == "workbook.damaged" and raw_key is not None and not self._key_is_slow:
                raise Locked("key.wrong") from refusal
            raise

    async def show_door(self, refusal: ValmentajaError | None = None) -> None:
        """Asks for the passphrase, or makes a workbook where there is none. `refusal` is said first."""
        from valmentaja.screens.door.door import door

        with self.batch_update():
            await self._to_the_door()
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            await self.push_screen(door(self, refusal))

    async def _to_the_door(self) -> None:
        """The page of waiting lies under all others there: Textual cannot replace the lowest one."""
        from valmentaja.screens.door.door import Opening

        if DOOR not in self._modes:
            self.add_mode(DOOR, Opening)
        await self.switch_mode(DOOR)

    async def enter(self, raw_key: str | None) -> None:
        """Opens the workbook with the key and shows Today. Raises what `open_workbook` raises."""
        book = open_workbook(self.home, raw_key, self.clock.now)
        try:
            if book.needs_migration:
                from valmentaja.backup import bring_up_to_date

                bring_up_to_date(book)
            self._sitting = Sitting(book, self._window, self.clock.now, self.tell_unkept, self.keep_soon)
        except ValmentajaError:
            book.close()
            raise
        renew_face(book, self.clock.today)
        self.follow_settings()
        self._shown_day = self.clock.today
        self.touched()
        await self._open_desks()
        if not self.is_open:  # it was locked or left meanwhile
            return
        self._bring_back()
        await self._ask_who_is_responsible()
        self.call_after_refresh(self._load_ahead)
        self.set_timer(LOOK_AFTER_SECONDS, self._look_after)
        await self.fit(self.size)

    async def enter_or_say_why(self, raw_key: str | None) -> None:
        """As `enter`; what makes it impossible is said at the door."""
        try:
            await self.enter(raw_key)
        except ValmentajaError as refusal:
            await self.show_door(refusal)

    def speak(self, language: Language) -> None:
        """From now on sentences are in the language that the coach has chosen here, whatever was asked for before."""
        self.texts = Texts(language)
        self._speaks = lambda asked: Texts(choose_language(asked, {}, None))

    async def make_pages_anew(self) -> None:
        """Another language is spoken: the desks are made anew in it, and on top stand the settings again."""
        from valmentaja.screens.settings.page import SettingsScreen

        desk = self.current_mode
        self.drafts.settle_all()
        with self.batch_update():
            await self._to_the_door()
            for mode in [one for one in self._modes if one != DOOR]:
                await self.remove_mode(mode)
            await self._open_desks(desk)
            await self.push_screen(SettingsScreen("language"))

    def follow_settings(self) -> None:
        """The workbook says which language, colours and keys the coach wants, and when it locks."""
        day = self.clock.today
        if self._speaks is not None:
            self.texts = self._speaks(value_of(self.book, SETTINGS["language"], day))
        if not self.no_color:
            self.theme = value_of(self.book, SETTINGS["theme"], day)
        self.lock_after = timedelta(minutes=int(value_of(self.book, SETTINGS["lock_after_minutes"], day)))
        self.take_keys(value_of(self.book, SETTINGS["keys"], day))

    async def _open_desks(self, desk: str = "today") -> None:
        self.add_mode(desk, desk_screen(desk))
        await self.switch_mode(desk)
        if DOOR in self._modes:
            await self.remove_mode(DOOR)

    def _bring_back(self) -> None:
        """What a window that is gone has left unfinished becomes what it was to be, and is said."""
        if not any_draft(self.book):
            return
        from valmentaja.screens.drafts.brought_back import bring_back

        try:
            sentence = bring_back(self.book, self.texts)
        except ValmentajaError as refusal:
            self.tell(refusal)
            return
        if sentence:
            self.renew()
            self.say_sentence(sentence)

    async def _ask_who_is_responsible(self) -> None:
        """In a workbook where that was never asked, as in one that a command made."""
        if not was_asked(self.book) and not self.book.read_only:
            from valmentaja.screens.door.records_asked import RecordsAsked

            await self.push_screen(RecordsAsked())

    def _load_ahead(self) -> None:
        """When the first page has been painted: the modules of the other desks, between the keys."""
        from valmentaja.screens.program.ahead import PAUSE_SECONDS, Ahead

        ahead = Ahead(lambda: self.is_taking_keys)
        ahead.timer = self.set_interval(PAUSE_SECONDS, ahead.step)

    def _look_after(self) -> None:
        """When the first page has been painted: daily backup and new words."""
        from valmentaja.screens.program.upkeep import Upkeep

        if self.is_open and self.sitting.upkeep is None:
            upkeep = Upkeep(self.home, self.book.raw_key, self.clock.now, self.cache)
            self.sitting.upkeep = upkeep
            self._look_after_beside(upkeep)

    @work(thread=True, exclusive=True, group="upkeep")
    def _look_after_beside(self, upkeep: "Upkeep") -> None:
        if not upkeep.run():
            self.call_from_thread(self.say, "backup.failed")

    # Going about

    async def action_desk(self, desk: str) -> None:
        """Opens a desk, as it was left; pages opened over the one that is open are left."""
        if not self.is_open or self.screen.is_modal:
            return
        self.drafts.settle_all()
        if desk == self.current_mode:
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            return
        if desk not in self._modes:
            self.add_mode(desk, desk_screen(desk))
        await self.switch_mode(desk)

    def action_log(self) -> None:
        """Logs a contact with an employer, from anywhere: also over a form, and in the middle of typing."""
        from valmentaja.screens.contacts.log_form import LogForm

        if self.is_open and not isinstance(self.screen, LogForm):
            self.push_screen(getattr(self.screen, "log_form", LogForm)())

    def action_find(self) -> None:
        """Finds in everything that was written, or in the list at hand."""
        from valmentaja.screens.find.page import FindScreen

        find_here = getattr(self.screen, "find_here", None)
        if find_here is not None:
            find_here()
        elif self.is_open:
            self.push_screen(FindScreen())

    async def action_find_here(self) -> None:
        """Narrows the list in sight by typing, where that is not what finding does there; else finds."""
        narrow_here = getattr(self.screen, "narrow_here", None)
        if narrow_here is None:
            self.action_find()
        else:
            await narrow_here()

    def action_how_to_quit(self) -> None:
        """Ctrl+C ends nothing here: text may be half written."""
        self.say("screen.how_to_quit", key=self.key_of("quit"))

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

    def refresh_css(self, animate: bool = True) -> None:
        """Before there is a page only the colours are taken: Textual would read all styles, and then once more."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> InWorkbench[None]:
        """What lies under everything, and is never seen."""
        return InWorkbench()

    def delay_update(self, delay: float = 0) -> None:
        """Textual would mask the change of a screen for 50 ms; here a key is answered at once."""

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

    def let_go_of_terminal(self) -> None:
        """Where the closing itself failed: the terminal still gets all that it was to get."""
        if self._driver is not None:
            self._driver.close()

    def panic(self, *_renderables: object) -> None:
        """Textual can no longer read the terminal, and has drawn a traceback with local variables to tell so."""
        self._handle_exception(TerminalLost())

    def _task_failed(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
        """A fault beside the messages, as in what a signal called."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

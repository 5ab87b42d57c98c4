"""The part of the program that keeps watch: who sees the screen, how large it is, is the file there, midnight."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from rich.console import RenderableType
from textual import events
from textual.geometry import Size
from textual.screen import Screen

from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.screens.drafts.drafting import Drafting
from valmentaja.screens.program.clock import Clock
from valmentaja.screens.program.wayfinding import Wayfinding
from valmentaja.texts import Texts

DOOR = "door"
"""The mode of what stands before the workbook: unlocking it, or making it."""

LEAST_SIZE = Size(60, 16)
"""Below it a sentence stands in place of everything else."""

TOGETHER_LOCK_AFTER = timedelta(minutes=45)
"""Who talks with a client leaves the keys alone for a while (design.md §4)."""

KEEP_SECONDS = 0.4

PATIENCE_SECONDS = 5.0
"""A field takes a key in some milliseconds, a long text pasted before it in less than this."""

_UNKEPT = "drafts.quit_loses"

SAVE_AGAIN_AFTER = timedelta(seconds=10)

_SIGNS_OF_LIFE = (
    events.Key,
    events.Paste,
    events.MouseDown,
    events.MouseScrollDown,
    events.MouseScrollUp,
)


@dataclass(frozen=True, slots=True)
class Loss:
    """The file of the open workbook has gone from its place. `is_saved`: all that was in it is kept elsewhere."""

    told: ValmentajaError
    is_saved: bool


class Guarding(Wayfinding):
    """Locks by the wall clock, hides, keeps what is open when its file goes, and rolls over at midnight."""

    def __init__(self, texts: Texts, clock: Clock) -> None:
        super().__init__(texts, clock)
        self.fault: BaseException | None = None
        self.lock_after = timedelta(minutes=10)
        self.last_words = ""
        self._cover: Screen[None] | None = None
        self._shown_day = clock.today
        self._last_touched_at = clock.now()
        self._save_again_at = datetime.min
        self._warned_of = ""
        self._keeps_soon = False

    @property
    def drafts(self) -> Drafting:
        """What is being typed."""
        return self.sitting.drafts

    async def show_door(self, refusal: ValmentajaError | None = None) -> None:
        """Shows what stands before the workbook. `refusal` is said first."""
        raise NotImplementedError

    # Lock

    async def on_event(self, event: events.Event) -> None:
        """A key or a click is a sign of life; after too long without one nothing is done or shown before the lock."""
        if isinstance(event, events.InputEvent | events.Paste | events.Resize) and self._must_lock():
            await self.leave_workbook()
            if not isinstance(event, events.Resize):
                return
        if isinstance(event, _SIGNS_OF_LIFE) and not event.is_forwarded:
            self.touched()
            self.forget_said()
        await super().on_event(event)
        if isinstance(event, events.Resize):
            await self.fit(event.size)

    def touched(self) -> None:
        """The coach is here."""
        self._last_touched_at = self.clock.now()

    def _must_lock(self) -> bool:
        """Whether nobody has been here for so long that the workbook is to be locked."""
        if not self.is_open or not self.book.encrypted:
            return False
        patience = max(self.lock_after, TOGETHER_LOCK_AFTER) if self.is_together else self.lock_after
        return self.clock.now() - self._last_touched_at >= patience

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """After a closed lid nothing of the workbook is painted again before the lock."""
        if not self._must_lock():
            super()._display(screen, renderable)

    def action_lock(self) -> None:
        """Closes the workbook and drops the key; what was typed is kept."""
        if not self.is_open:
            return
        if self.book.encrypted:
            self.call_later(self.leave_workbook)  # not from a page that is removed by it
        else:
            self.say("lock.no_passphrase", key=self.key_of("hide"))

    async def leave_workbook(self, refusal: ValmentajaError | None = None) -> None:
        """Keeps what was typed, removes every page, closes the file and drops the key. `refusal` is said at the door.

        A workbook whose file is gone and could not be saved, or whose disk has no room for what was typed, is hidden
        instead: closing it would lose it.
        """
        if not self.is_open:
            return
        loss = None if refusal else self._meet_loss()
        if (loss is not None and not loss.is_saved) or not self.drafts.keep():
            self.touched()
            self.hide()
            return
        with self.batch_update():
            self.drafts.settle_all()
            await self.show_door(refusal or (loss.told if loss else None))
            for mode in [one for one in self._modes if one != DOOR]:
                await self.remove_mode(mode)
            self.close_workbook()
            self.mutate_reactive(
                Guarding.theme
            )  # or the theme would go on holding the text fields that follow it
        await self.fit(self.size)

    def close_workbook(self) -> None:
        """Closes the file; nothing of it stays in the program."""
        if self._sitting is not None:
            sitting, self._sitting = self._sitting, None
            sitting.close()
        self.said = ""
        self._clipboard = ""
        self.clear_notifications()

    # Hide, size

    def action_hide(self) -> None:
        """Blanks the screen at once, or brings it back."""
        from valmentaja.screens.shell.hidden import HiddenScreen

        if isinstance(self.screen, HiddenScreen):
            self.screen.dismiss()
        else:
            self.hide()

    def hide(self) -> None:
        """Blanks the screen, if it is not blank."""
        from valmentaja.screens.shell.hidden import HiddenScreen

        if not any(isinstance(one, HiddenScreen) for one in self.screen_stack):
            self.push_screen(HiddenScreen())

    async def fit(self, size: Size) -> None:
        """In a terminal that is too small a sentence stands over everything until it grows."""
        too_small = size.width < LEAST_SIZE.width or size.height < LEAST_SIZE.height
        if not self._screen_stack or too_small == (self.screen is self._cover):
            return
        if too_small:
            from valmentaja.screens.shell.too_small import TooSmall

            self._cover = TooSmall(LEAST_SIZE)
            await self.push_screen(self._cover)
        else:
            await self.pop_screen()

    # The file

    def _meet_loss(self) -> Loss | None:
        """Sees whether the file is in its place. One that is gone is written back at once, and `None` given.

        Else the loss is given: another file is in its place, or nothing could be written.
        """
        if not self.sitting.watch.gone():
            return None
        home = self.home_of_book
        if self.clock.now() < self._save_again_at:
            return Loss(CannotBeMet("workbook.vanished", home=home, why=""), is_saved=False)
        try:
            saved = self.sitting.save_what_is_gone()
        except ValmentajaError as refusal:
            self._save_again_at = self.clock.now() + SAVE_AGAIN_AFTER
            why = self.sentence_of(refusal)
            self.tell(CannotBeMet("workbook.vanished", home=home, why=why))
            return Loss(CannotBeMet("workbook.vanished", home=home, why=why), is_saved=False)
        self._warned_of = ""
        if saved is not None:
            return Loss(CannotBeMet("workbook.replaced", home=home, file=saved), is_saved=True)
        self.renew()
        self.say("workbook.put_back", home=home)
        return None

    @property
    def home_of_book(self) -> str:
        """The folder of the open workbook."""
        return self.book.home.folder

    # Leaving

    async def action_quit(self) -> None:
        """Leaves the program; what was being typed is kept. Where it could not be, that is said before."""
        loss = self._meet_loss() if self.is_open else None
        danger = self._quit_would_lose(loss)
        if danger and danger != self._warned_of:
            self._warned_of = danger
            self.say(danger, home=self.home_of_book, key=self.key_of("quit"))
            return
        self._leave(loss)

    def tell_unkept(self, refusal: ValmentajaError) -> None:
        """What keeps typed text from being kept is said, but not over the warning of what leaving would lose."""
        if not (self._warned_of and self.said):
            self.tell(refusal)

    def _quit_would_lose(self, loss: Loss | None) -> str:
        """The text that warns of what would be lost; "" for nothing."""
        if loss is not None and not loss.is_saved:
            return "workbook.quit_loses"
        return _UNKEPT if self.is_open and not self.drafts.keep() else ""

    def asked_to_end(self) -> None:
        """The system asks: what is typed is kept now, and again when the keys that are on their way have been taken."""
        if self.is_open:
            self.drafts.keep()
        self.run_worker(self._end())

    async def _end(self) -> None:
        last = monotonic() + PATIENCE_SECONDS
        while self.is_taking_keys and monotonic() < last:
            await asyncio.sleep(0)
        self.action_quit_now()

    def action_quit_now(self) -> None:
        """As `action_quit`, without a question."""
        self._leave(self._meet_loss() if self.is_open else None)

    def _leave(self, loss: Loss | None) -> None:
        if self.is_open:
            self.drafts.settle_all()
            self.last_words = self.sentence_of(loss.told) if loss else self.last_words
        self.exit()

    def on_unmount(self) -> None:
        """Every page is closed, and now the file. After a fault it is closed by whoever tells the fault."""
        if self.fault is None:
            self.close_workbook()
        elif self._sitting is not None:
            self._sitting.stop_upkeep()  # or the terminal would wait for it

    # Clock

    async def pulse(self) -> None:
        """Once a second: is the coach here, has the day changed, has another process written, is the file there."""
        await self.fit(self.size)
        if not self.is_open:
            return
        if self.clock.now() < self._last_touched_at:  # the clock was set back
            self.touched()
        if self.drafts.keep() and self._warned_of == _UNKEPT:
            self._warned_of = ""  # there is room again: another full disk is another warning
        if self._must_lock():
            await self.leave_workbook()
        elif self.clock.today != self._shown_day:
            self._shown_day = self.clock.today
            self.drafts.settle_all()
            self.renew()
        elif self.sitting.watch.gone():
            await self._part_from_loss()
        elif self.sitting.watch.moved():
            self.forget_way_back()
            self.renew()

    async def _part_from_loss(self) -> None:
        """Where another file is in the workbook's place, and ours is saved, there is nothing to go on with."""
        loss = self._meet_loss()
        if loss is not None and loss.is_saved:
            await self.leave_workbook(loss.told)

    def keep_soon(self) -> None:
        """Something was typed: it is kept well within a second, together with what is typed until then."""
        if not self._keeps_soon:
            self._keeps_soon = True
            self.set_timer(KEEP_SECONDS, self.keep_drafts)

    def keep_drafts(self) -> None:
        """What was typed since the last time is kept."""
        self._keeps_soon = False
        if self.is_open:
            self.drafts.keep()

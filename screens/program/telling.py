"""The part of the program that does what a coach asks and says what came of it."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.binding import Keymap

from valmentaja.errors import ValmentajaError
from valmentaja.screens.commands import COMMANDS
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.program.clock import Clock
from valmentaja.screens.program.one_by_one import OneByOne
from valmentaja.screens.program.sitting import Sitting
from valmentaja.screens.shell.page import InWorkbench, Page
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.door import Showable

if TYPE_CHECKING:
    from valmentaja.model.change import Change


class Telling(OneByOne):
    """Holds the open workbook and the last sentence said, which stands on the status line until the next key."""

    def __init__(self, texts: Texts, clock: Clock) -> None:
        no_color = "NO_COLOR" in os.environ
        super().__init__(
            ansi_color=True if no_color else None
        )  # or the terminal's own colours would become black
        self.clock = clock
        self.texts = texts
        self.said = ""
        self._way_back = ""
        self.own_keys: Keymap = {}
        self._sitting: Sitting | None = None

    @property
    def is_open(self) -> bool:
        """Whether a workbook is open."""
        return self._sitting is not None

    @property
    def sitting(self) -> Sitting:
        """The open workbook with all that belongs to its being open."""
        return cast("Sitting", self._sitting)

    @property
    def book(self) -> Workbook:
        """The open workbook."""
        return self.sitting.book

    @property
    def is_together(self) -> bool:
        """Whether a client looks at the screen too: what is of others, or of the coach, is off (together mode)."""
        stack = self._screen_stacks.get(self._current_mode, ())
        return any(isinstance(one, InWorkbench) and one.is_together for one in stack)

    def stamp(self) -> tuple[object, ...]:
        """Differs when anything that a page shows may differ: the day, the language, what is in the workbook."""
        return (self.clock.today, self.texts.language, *self.sitting.watch.stamp())

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Does something that writes, tells what refuses it, and shows the page anew. Whether it was done."""
        try:
            deed()
        except ValmentajaError as refusal:
            self.tell(refusal)
            return False
        self.say_notices()
        self.renew()
        return True

    def action_undo(self) -> None:
        """Takes back the newest change, and names it."""
        from valmentaja.store.journal import undo

        self._turn(undo, "undo.done")

    def action_redo(self) -> None:
        """Does again what was undone last, and names it."""
        from valmentaja.store.journal import redo

        self._turn(redo, "redo.done")

    def _turn(self, turn: "Callable[[Workbook], Change]", key: str) -> None:
        from valmentaja.texts.sentences import change_sentence

        if not self.is_open:
            return
        self.sitting.drafts.settle_all()
        turned: list[Change] = []
        if self.attempt(lambda: turned.append(turn(self.book))):
            self.say(key, what=change_sentence(self.texts, turned[0]))

    def say(self, key: str, /, **parameters: Showable) -> None:
        """Says a text on the status line; it stands until the next key."""
        self.say_sentence(self.texts(key, **parameters))

    def say_done(self, key: str, /, **parameters: Showable) -> None:
        """As `say`, of something that was done: with the key that takes it back."""
        self.say_sentence(self.with_way_back(self.texts(key, **parameters)))

    def with_way_back(self, told: str) -> str:
        """The sentence of something done, with the key that takes it back; "" for nothing to say."""
        if self.is_together:  # the newest change may be of another client
            return told
        self._way_back = told and self.texts("undo.told", told=told, key=self.key_of("undo"))
        return self._way_back

    def key_of(self, command_id: str) -> str:
        """The key of a command as the coach has it, in words."""
        return key_name(self.texts, self.own_keys.get(command_id, COMMANDS[command_id].shown_key))

    def say_sentence(self, sentence: str) -> None:
        """Says a sentence on the status line."""
        self.said = sentence
        self._show_status()

    def tell(self, refusal: ValmentajaError) -> None:
        """Says what went wrong, in its sentence."""
        self.say_sentence(self.sentence_of(refusal))

    def sentence_of(self, refusal: ValmentajaError) -> str:
        """The sentence of an error."""
        return self.texts(f"error.{refusal.key}", **refusal.parameters)

    def say_notices(self) -> None:
        """What was done to text on its way in is said, never done in silence."""
        if said := self.notices_told():
            self.say_sentence(said)

    def say_kept(self, sentence: str) -> None:
        """Says what was done to text on its way in, then what was kept; "" for nothing to say of that."""
        if said := " ".join(filter(None, (self.notices_told(), sentence))):
            self.say_sentence(said)

    def forget_notices(self) -> None:
        """What was done to text until now needs no saying."""
        self.book.notices.masked = self.book.notices.removed = 0

    def notices_told(self) -> str:
        """What was done to text on its way in since it was last said."""
        notices = self.book.notices
        said = [
            self.texts.counted(key, count)
            for key, count in (("written.masked", notices.masked), ("written.removed", notices.removed))
            if count
        ]
        self.forget_notices()
        return " ".join(said)

    def forget_said(self) -> None:
        """What was said has been read."""
        if self.said:
            self.said = ""
            self._show_status()

    def forget_way_back(self) -> None:
        """Another process has written: what the key would take back now is not what is said to be."""
        if self._way_back and self._way_back in self.said:
            self.forget_said()

    def renew(self) -> None:
        """Shows the page in sight anew."""
        page = self._page()
        if page is not None:
            page.renew_all()

    def _show_status(self) -> None:
        page = self._page()
        if page is not None:
            page.show_status()
        top = self.screen_stack[-1] if self.screen_stack else None
        show_said = getattr(top, "show_said", None)  # a dialog in which text is typed
        if show_said is not None:
            show_said(self.said)

    def _page(self) -> Page | None:
        """The page in sight, also under a dialog."""
        return next((one for one in reversed(self.screen_stack) if isinstance(one, Page)), None)

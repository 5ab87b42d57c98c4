"""Unlocking the workbook: the passphrase, and the recovery code where that is forgotten."""

import asyncio
import os
from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from valmentaja.errors import Damaged, Locked, ValmentajaError
from valmentaja.screens.door.door import DoorPage, Trouble
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.locks import is_locked, key_by_passphrase

TRIES_BEFORE_CODE = 2
"""After so many wrong passphrases it is told how the recovery code helps."""


class Unlock(DoorPage):
    """Asks for the passphrase; a workbook without one is opened with Enter."""

    offers = ("open", "use_code")

    def __init__(self, refusal: ValmentajaError | None = None) -> None:
        super().__init__()
        self._refusal = refusal
        self._refused = 0
        self._opening = False

    def body(self) -> Iterable[Widget]:
        """What it is, and the field."""
        home = self.workbench.home
        locked = is_locked(home)
        yield self.title_line("unlock.title" if locked else "unlock.title_open")
        yield Static(literal(self.texts("unlock.where", home=home.folder)), classes="words quiet")
        if locked:
            yield self.labelled("unlock.passphrase", LineField(password=True, id="passphrase"))
        yield self.said(self.workbench.sentence_of(self._refusal) if self._refusal else "")

    def on_mount(self) -> None:
        """While the coach types, what comes next is loaded."""
        from valmentaja.screens.program.desks import load_desk

        self.call_after_refresh(self.run_worker, load_desk("today"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A workbook without a passphrase has no code."""
        return action != "use_code" or os.path.exists(self.workbench.home.code_key)

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_open()

    def action_open(self) -> None:
        """Opens the workbook, while the screen stays alive."""
        if not self._opening:
            self._opening = True
            self.say(self.texts("unlock.opening"))
            self.workbench.run_worker(self._open())  # not ours: this page is removed by it

    async def _open(self) -> None:
        try:
            await self.workbench.enter(await self._key())
        except Damaged as refusal:
            self.say("")
            await self.workbench.push_screen(Trouble(refusal))
        except ValmentajaError as refusal:
            if os.path.exists(self.workbench.home.workbook):
                self._tell(refusal)
            else:
                await self.workbench.show_door()
        finally:
            self._opening = False

    async def _key(self) -> str | None:
        home = self.workbench.home
        if not is_locked(home):
            return None
        passphrase = self.query_one(LineField).value
        return await asyncio.to_thread(key_by_passphrase, home, passphrase)

    def _tell(self, refusal: ValmentajaError) -> None:
        """A wrong passphrase is no harm; after some the code is remembered."""
        sentence = self.workbench.sentence_of(refusal)
        if isinstance(refusal, Locked):
            self._refused += 1
            if self._refused >= TRIES_BEFORE_CODE:
                key = key_name(self.texts, dict(self.commands_now()).get("use_code", ""))
                sentence += "\n\n" + self.texts("unlock.code_helps", key=key)
        self.say(sentence)
        for field in self.query(LineField):
            field.focus()
            field.action_select_all()

    def action_use_code(self) -> None:
        """In by the recovery code."""
        from valmentaja.screens.door.recover import CodePage

        self.workbench.push_screen(CodePage())

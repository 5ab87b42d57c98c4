"""In by the recovery code: the code, a new passphrase, and a new code in place of the used one."""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial

from textual.widget import Widget

from valmentaja.errors import Damaged, ValmentajaError
from valmentaja.places import Home
from valmentaja.screens.door.door import DoorPage, Trouble
from valmentaja.screens.door.new_passphrase import NewPassphrase, RecoveryCode
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.locks import key_by_code, renew_after_recovery
from valmentaja.store.workbook import open_workbook


class CodePage(DoorPage):
    """Asks for the code that is on paper."""

    offers = ("go_on", "back")

    def __init__(self) -> None:
        super().__init__()
        self._trying = False

    def body(self) -> Iterable[Widget]:
        """What it is for, and the field."""
        yield self.title_line("recover.title")
        yield self.words("recover.words")
        yield self.labelled("recover.code", LineField(id="code"))
        yield self.said()

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Tries the code, while the screen stays alive."""
        if not self._trying:
            self._trying = True
            self.say(self.texts("unlock.opening"))
            self.workbench.run_worker(self._try())

    async def _try(self) -> None:
        field = self.query_one(LineField)
        try:
            raw_key = await asyncio.to_thread(key_by_code, self.workbench.home, field.value)
            # a code of another workbook opens its own key file only
            open_workbook(self.workbench.home, raw_key, self.workbench.clock.now).close()
        except Damaged as refusal:
            await self.workbench.push_screen(Trouble(refusal))
        except ValmentajaError as refusal:
            self.say_refusal(refusal)
            field.focus()
            field.action_select_all()
        else:
            self.say("")
            await self.workbench.push_screen(NewPassphrase(partial(self._renew, raw_key)))
        finally:
            self._trying = False

    def _renew(self, raw_key: str, passphrase: str) -> None:
        home = self.workbench.home

        def renew(show: Callable[[str | None], None]) -> str:
            return _renewed(home, raw_key, passphrase, show)

        self.workbench.push_screen(RecoveryCode(renew, self._enter))

    def _enter(self, raw_key: str) -> None:
        self.workbench.run_worker(self.workbench.enter_or_say_why(raw_key))


def _renewed(home: Home, raw_key: str, passphrase: str, show: Callable[[str | None], None]) -> str:
    renew_after_recovery(home, raw_key, passphrase, show=show)
    return raw_key

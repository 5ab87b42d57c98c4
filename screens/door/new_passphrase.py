"""Pages for a new passphrase, and for the recovery code that goes with it."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from textual.widget import Widget
from textual.widgets import Static

from valmentaja.errors import ValmentajaError
from valmentaja.screens.door.door import ALREADY_THERE, DoorPage
from valmentaja.screens.door.on_paper import GivenUp, OnPaper
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.keys import ends_code
from valmentaja.store.locks import is_short

Made = TypeVar("Made")


class NewPassphrase(DoorPage):
    """Asks twice, and says what a passphrase protects and what losing it means."""

    offers = ("go_on", "back")

    def __init__(self, take: Callable[[str], None], progress: str = "") -> None:
        """`take` is given the passphrase."""
        super().__init__()
        self._take = take
        self._progress = progress

    def progress(self) -> str:
        """How far one has come."""
        return self._progress

    def body(self) -> Iterable[Widget]:
        """Words, two fields."""
        yield self.title_line("new_passphrase.title")
        yield self.words("new_passphrase.protects")
        yield self.words("new_passphrase.losing")
        yield self.labelled("new_passphrase.first", LineField(password=True, id="first"))
        yield self.labelled("new_passphrase.again", LineField(password=True, id="again"))
        yield self.said()

    def _field(self, name: str) -> LineField:
        return self.query_one(f"#{name}", LineField)

    def on_input_submitted(self) -> None:
        """Enter in a field."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """To the second field, and on from there when both hold the same."""
        first, again = self._field("first"), self._field("again")
        if is_short(first.value):
            self._refuse(first, "passphrase.short")
        elif first.has_focus and not again.value:
            self.say("")
            again.focus()
        elif first.value != again.value:
            self._refuse(again, "new_passphrase.differ")
        else:
            self.say("")
            self._take(first.value)

    def _refuse(self, field: LineField, key: str) -> None:
        self.say(self.texts(key))
        field.focus()
        field.action_select_all()


class RecoveryCode(DoorPage, Generic[Made]):
    """Shows the recovery code, and lets it take effect once its last group has been written back from paper."""

    DEFAULT_CSS = """
    RecoveryCode #code { text-style: bold; margin-bottom: 1; height: 1; }
    """
    offers = ("go_on", "back")

    def __init__(
        self,
        make: Callable[[Callable[[str | None], None]], Made],
        take: Callable[[Made], None],
        progress: str = "",
    ) -> None:
        """`make` runs in a thread (see OnPaper); `take` is given what it made."""
        super().__init__()
        self._make = make
        self._take = take
        self._progress = progress
        self._paper: OnPaper[Made] | None = None
        self._code: str | None = None
        self._warned = False

    def progress(self) -> str:
        """How far one has come."""
        return self._progress

    def body(self) -> Iterable[Widget]:
        """The code and a field, once there is one."""
        yield Static(literal(self.texts("new_code.making")), id="title", classes="title")
        yield Static(id="code")
        yield Static(id="why", classes="words")
        field = self.labelled("new_code.end", LineField(id="end"))
        field.display = False
        yield field
        yield self.said()

    def on_mount(self) -> None:
        """Begins to make it."""
        self._paper = OnPaper(self._make)
        self.workbench.run_worker(self._show(self._paper))

    def on_unmount(self) -> None:
        """Whoever leaves before the code is on paper has made nothing."""
        if self._paper is not None:
            self._paper.give_up()

    async def _show(self, paper: OnPaper[Made]) -> None:
        try:
            self._code = await paper.code()
            if self._code is not None:
                self._show_code(self._code)
            made = await paper.made()
        except GivenUp:
            return
        except ValmentajaError as refusal:
            await self._tell(refusal)
            return
        self._take(made)

    def _show_code(self, code: str) -> None:
        self.query_one("#title", Static).update(literal(self.texts("new_code.title")))
        self.query_one("#code", Static).update(literal(code))
        self.query_one("#why", Static).update(literal(self.texts("new_code.why")))
        field = self.query_one(LineField)
        if field.parent is not None:
            field.parent.display = True
        field.focus()
        self.refresh_bindings()

    async def _tell(self, refusal: ValmentajaError) -> None:
        if refusal.key == ALREADY_THERE:  # another window has made it meanwhile
            await self.workbench.show_door(refusal)
            return
        self.query_one("#title", Static).update(literal(self.texts("new_code.not_made")))
        self.say_refusal(refusal)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to go on from before the code is there."""
        return action != "go_on" or self._code is not None

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """On when the paper has the code; without proof after a warning."""
        if self._code is None or self._paper is None:
            return
        field = self.query_one(LineField)
        if ends_code(field.value, self._code) or (self._warned and not field.value.strip()):
            self.say(self.texts("new_code.proved" if field.value.strip() else "new_code.making"))
            self._paper.written_down()
        elif field.value.strip():
            self.say(self.texts("init.code_differs"))
            field.action_select_all()
        else:
            self._warned = True
            self.say(self.texts("new_code.warned"))

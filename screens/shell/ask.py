"""A small question answered by typing one thing: a day, a week."""

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from valmentaja.errors import ValmentajaError
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.fields import LineField

Meant = TypeVar("Meant")


class Ask(Dialog[Meant], Generic[Meant]):
    """Gives what was meant by the answer, `None` for no answer. What cannot be understood is said, to be mended."""

    DEFAULT_CSS = """
    Ask #box { width: 64; max-width: 100%; height: auto; border: round $rule; padding: 0 1;
        background: $background; }
    Ask #question { text-style: bold; margin-bottom: 1; }
    Ask #told { height: auto; min-height: 1; margin: 1 0; color: $quiet; }
    Ask #told.wrong { color: $error; }
    Ask ActionsLine { padding: 0; }
    """
    offers = ("open",)
    by_enter = ("open",)
    way_out = "back"

    def __init__(
        self,
        question: str,
        example: str,
        read: Callable[[str], Meant],
        tell: Callable[[Meant], str],
        *,
        enter: str = "",
    ) -> None:
        """`read` understands what was typed, or raises a ValmentajaError; `tell` shows how it was understood.

        `enter` is what Enter does with it, where that is not to open it.
        """
        super().__init__()
        self._enter = enter
        self._question = question
        self._example = example
        self._read = read
        self._tell = tell

    def compose(self) -> ComposeResult:
        """Question, field, and what is understood."""
        with Vertical(id="box"):
            yield Static(literal(self._question), id="question")
            yield LineField(placeholder=self._example)
            yield Static(id="told")
            yield ActionsLine()

    def word_of(self, command_id: str) -> str:
        """What Enter does."""
        return self._enter if command_id == "open" and self._enter else super().word_of(command_id)

    def on_input_changed(self) -> None:
        """Tells how it is understood, while it is typed."""
        try:
            self._say(self._tell(self._read(self._typed)) if self._typed else "")
        except ValmentajaError:
            self._say("")

    @property
    def _typed(self) -> str:
        return self.query_one(LineField).value.strip()

    def say_here(self, sentence: str) -> None:
        """Under the field."""
        self._say(sentence, wrong=True)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        told = self.query_one("#told", Static)
        told.set_class(wrong, "wrong")
        told.update(literal(sentence))

    def on_input_submitted(self) -> None:
        """Enter."""
        self.action_open()

    def action_open(self) -> None:
        """Gives what was meant; nothing typed is no answer."""
        if not self._typed:
            self.dismiss(None)
            return
        try:
            meant = self._read(self._typed)
        except ValmentajaError as refusal:
            self._say(self.workbench.sentence_of(refusal), wrong=True)
            return
        self.dismiss(meant)

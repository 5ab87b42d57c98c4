"""A dialog in which text is typed: how its keys are told, and what is said under the fields."""

from abc import abstractmethod
from typing import ClassVar, Generic

from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Answer, Dialog
from valmentaja.screens.widgets.fields import TextField


class TypingDialog(Dialog[Answer], Generic[Answer]):
    """Enter keeps a line; in a text of many lines it begins a new one, and ctrl+s keeps it.

    A subclass has a Static with the id `told` under its fields.
    """

    offers: ClassVar[tuple[str, ...]] = ("keep", "finish")
    by_enter: ClassVar[tuple[str, ...]] = ("keep",)
    way_out: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        self.is_done = False

    @abstractmethod
    def changed(self) -> None:
        """Something was typed or chosen."""

    @abstractmethod
    def action_finish(self) -> None:
        """Keeps what was typed; what refuses it is said, and all stays as it was typed."""

    def tells_of(self, command_id: str) -> bool:
        """Of the two keys that keep what was typed, the one that does so where the focus is."""
        if command_id in ("keep", "finish"):
            return isinstance(self.focused, TextField) == (command_id == "finish")
        return super().tells_of(command_id)

    # What is typed

    def on_input_changed(self) -> None:
        """A line."""
        self.changed()

    def on_text_area_changed(self) -> None:
        """A text."""
        self.changed()

    def on_choice_field_changed(self) -> None:
        """A choice."""
        self.changed()

    def on_input_submitted(self) -> None:
        """Enter on a line."""
        self.action_finish()

    # What is said

    def show_said(self, sentence: str) -> None:
        """What the program says while this is open is said here too, where the coach looks."""
        if sentence and not self.is_done:
            self.tell_wrong(sentence)

    def say_here(self, sentence: str) -> None:
        """Under the fields."""
        self.tell_wrong(sentence)

    def tell_wrong(self, sentence: str) -> None:
        """Says under the fields what is wrong, until something is changed."""
        self.tell(sentence, wrong=True)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Says it under the fields."""
        told = self.query_one("#told", Static)
        told.set_class(wrong, "wrong")
        told.update(literal(sentence))

"""A small question with a few answers: up, down and Enter, or the number of the answer."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.answering import Answering
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.row_list import RowList


class Choose(Answering):
    """Gives the value of the answer chosen, `None` for none."""

    DEFAULT_CSS = """
    Choose #box { width: 64; max-width: 100%; height: auto; max-height: 90%; border: round $rule; padding: 0 1;
        background: $background; }
    Choose RowList { height: auto; max-height: 14; margin: 1 0; }
    Choose ActionsLine { padding: 0; }
    Choose #question { text-style: bold; }
    """

    def __init__(
        self, question: str, answers: Sequence[tuple[str, str]], focus_on: str | None = None
    ) -> None:
        """`answers` are values with the words that show them."""
        super().__init__(question, focus_on)
        self.answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(id="box"):
            yield Static(literal(self.question), id="question")
            yield RowList()
            yield ActionsLine()

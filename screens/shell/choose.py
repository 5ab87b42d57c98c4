"""A small question with a few answers: up, down and Enter, or the number of the answer."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.row_list import RowList, fixed_row


class Choose(Dialog[str]):
    """Gives the value of the answer chosen, `None` for none."""

    DEFAULT_CSS = """
    Choose #box { width: 64; max-width: 100%; height: auto; max-height: 90%; border: round $rule; padding: 0 1;
        background: $background; }
    Choose RowList { height: auto; max-height: 14; margin: 1 0; }
    Choose ActionsLine { padding: 0; }
    Choose #question { text-style: bold; }
    """
    offers = ("choose",)
    way_out = "back"

    def __init__(
        self, question: str, answers: Sequence[tuple[str, str]], focus_on: str | None = None
    ) -> None:
        """`answers` are values with the words that show them."""
        super().__init__()
        self._question = question
        self._answers = tuple(answers)
        self._focus_on = focus_on

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(id="box"):
            yield Static(literal(self._question), id="question")
            yield RowList()
            yield ActionsLine()

    def on_mount(self) -> None:
        """The focus begins on the first answer, or the one that holds now."""
        rows = [
            fixed_row(value, literal(f"{place}  {words}"))
            for place, (value, words) in enumerate(self._answers, 1)
        ]
        self.query_one(RowList).show_rows(rows, self._focus_on)

    def action_open(self) -> None:
        """Enter: the answer in focus."""
        self.dismiss(self.query_one(RowList).focused_id)

    def on_key(self, event: events.Key) -> None:
        """A digit: the answer with that number."""
        if event.character and event.character.isdigit() and 1 <= int(event.character) <= len(self._answers):
            event.stop()
            self.dismiss(self._answers[int(event.character) - 1][0])

"""A question with a few answers in a list: up, down and Enter, or the number of the answer."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.row_list import RowList, fixed_row


class Answering(Dialog[str]):
    """Gives the value of the answer chosen, `None` for none. A subclass has a RowList for the answers."""

    offers: ClassVar[tuple[str, ...]] = ("choose",)
    way_out: ClassVar[str] = "back"

    def __init__(self, question: str, focus_on: str | None = None) -> None:
        """`focus_on` is the value on which the focus begins; `None` for the first."""
        super().__init__()
        self.question = question
        self.answers: Sequence[tuple[str, str]] = ()  # values, with the words that show them
        self._focus_on = focus_on

    def on_mount(self) -> None:
        """The answers with their numbers."""
        rows = [
            fixed_row(value, literal(f"{place}  {words}"))
            for place, (value, words) in enumerate(self.answers, 1)
        ]
        self.query_one(RowList).show_rows(rows, self._focus_on)

    def action_open(self) -> None:
        """Enter: the answer in focus."""
        chosen = self.query_one(RowList).focused_id
        if chosen is not None:
            self.dismiss(chosen)

    def on_key(self, event: events.Key) -> None:
        """A digit: the answer with that number."""
        typed = event.character or ""
        if typed.isdecimal() and 1 <= int(typed) <= len(self.answers):
            event.stop()
            self.dismiss(self.answers[int(typed) - 1][0])

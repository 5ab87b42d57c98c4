"""All questions of a set: number, short name and state; typing narrows them, Enter goes to one."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from valmentaja.desks.questions import AskedLine, SetPage
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.row_list import Row, RowList, said_row
from valmentaja.texts import Texts

_STATE_WIDTH = 20
_MOVES = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}


class QuestionList(Dialog[str]):
    """Gives the id of the question chosen, `None` for none."""

    DEFAULT_CSS = """
    QuestionList #box { width: 72; max-width: 100%; height: auto; max-height: 100%; border: round $rule;
        padding: 0 1; background: $background; }
    QuestionList #title { text-style: bold; margin: 0 1; }
    QuestionList LineField { margin: 0 1 1 1; }
    QuestionList RowList { height: 12; margin-bottom: 1; }
    QuestionList ActionsLine { padding: 0; }
    """
    offers: ClassVar[tuple[str, ...]] = ("choose",)
    by_enter: ClassVar[tuple[str, ...]] = ("choose",)
    way_out: ClassVar[str] = "back"

    def __init__(self, held: SetPage, at: str) -> None:
        """`at` is the question on which the focus begins."""
        super().__init__()
        self._held = held
        self._at = at

    def compose(self) -> ComposeResult:
        """Title, field, list, keys."""
        texts = self.texts
        with Vertical(id="box"):
            title = texts("question_walk.list_title", question_set=self._held.questions.name)
            yield Static(literal(title), id="title")
            yield LineField(placeholder=texts("question_walk.list_look_for"))
            yield RowList()
            yield ActionsLine()

    def on_mount(self) -> None:
        """All of them, the one at hand in focus."""
        self.query_one(RowList).can_focus = False
        self._show("")

    def on_input_changed(self, event: LineField.Changed) -> None:
        """What fits what was typed."""
        self._show(event.value)

    def _show(self, typed: str) -> None:
        found = list(narrowed(self._held.lines, typed))
        rows = [Row(one.id, partial(_told, self.texts, one)) for one in found]
        at = self._at if not typed.strip() else (found[0].id if found else None)
        self.query_one(RowList).show_rows(rows or [said_row(self.texts("question_walk.list_none"))], at)

    def say_here(self, sentence: str) -> None:
        """In place of the list, until the next letter."""
        self.query_one(RowList).show_rows([said_row(sentence)])

    def on_key(self, event: events.Key) -> None:
        """Up and down move in the list, while the field keeps what is typed."""
        if event.key in _MOVES:
            event.stop()
            getattr(self.query_one(RowList), f"action_{_MOVES[event.key]}")()

    def on_input_submitted(self) -> None:
        """Enter goes to the one in focus."""
        self.action_open()

    def action_open(self) -> None:
        """To the question in focus."""
        chosen = self.query_one(RowList).focused_id
        if chosen is not None:
            self.dismiss(chosen)


def narrowed(held: Sequence[AskedLine], typed: str) -> Iterator[AskedLine]:
    """Those whose number begins so, or whose name, wording or answers have all the words."""
    words = typed.casefold().split()
    for line in held:
        answers = (one.text or "" for one in line.views.values())
        told = " ".join(
            (line.question.name, line.question.question, line.question.plain, *answers)
        ).casefold()
        if all(str(line.number) == one if one.isdecimal() else one in told for one in words):
            yield line


def _told(texts: Texts, line: AskedLine, width: int) -> Content:
    name = max(10, width - 3 - _STATE_WIDTH - 2)
    state = texts(f"answer_state_short.{line.state}")
    return row(
        (
            Column(literal(f"{line.number:2}"), 3),
            Column(literal(line.question.name), name),
            Column(literal(state, "$quiet"), _STATE_WIDTH),
        )
    )

"""A field was written in two places at once: both texts side by side, and the coach says which stands."""

from datetime import datetime
from enum import StrEnum

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.answering import Answering
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.fields import TextField
from valmentaja.screens.widgets.row_list import RowList


class Kept(StrEnum):
    """What of two texts stands from now on."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"


def merged(kept: Kept, *, mine: str, theirs: str) -> str:
    """The text that stands. Both: what the record holds first, what was typed here under it."""
    match kept:
        case Kept.MINE:
            return mine
        case Kept.THEIRS:
            return theirs
    return "\n\n".join(text.strip("\n") for text in (theirs, mine) if text.strip())


class BothTexts(Answering):
    """Gives one of `Kept`, `None` when the coach decides later: then both stay as they are.

    Tab goes to a text, to read it through.
    """

    DEFAULT_CSS = """
    BothTexts #box { width: 96%; max-width: 120; height: 90%; border: round $rule; padding: 0 1;
        background: $background; }
    BothTexts #question { height: auto; margin-bottom: 1; }
    BothTexts #texts { height: 1fr; }
    BothTexts .side { width: 1fr; height: 1fr; }
    BothTexts #theirs { margin-left: 2; }
    BothTexts .heading { text-style: bold; height: auto; }
    BothTexts TextField { height: 1fr; background: $surface; }
    BothTexts TextField:ansi { border-left: solid $rule; }
    BothTexts RowList { height: auto; max-height: 3; margin-top: 1; }
    BothTexts ActionsLine { padding: 0; margin-top: 1; }
    """
    AUTO_FOCUS = "RowList"

    def __init__(
        self, question: str, *, mine: str, theirs: str, typed_at: datetime, one_line: bool = False
    ) -> None:
        """`question` begins with a line that says which text it is. `typed_at` is when `mine` was typed.

        A field of `one_line` cannot hold both.
        """
        super().__init__(question)
        self._mine = mine
        self._theirs = theirs
        self._typed_at = typed_at
        kept = (Kept.MINE, Kept.THEIRS) if one_line else tuple(Kept)  # first what loses nothing
        self.answers = [(one.value, self.texts(f"both_texts.keep_{one}")) for one in kept]

    def compose(self) -> ComposeResult:
        """What has happened, the two texts, the answers."""
        texts = self.texts
        with Vertical(id="box"):
            about, end, asked = self.question.partition("\n")
            yield Static(literal(about + end, "bold") + literal(asked), id="question")
            with Horizontal(id="texts"):
                yield self._side("mine", texts("both_texts.mine", at=self._typed_at), self._mine)
                yield self._side("theirs", texts("both_texts.theirs"), self._theirs)
            yield RowList()
            yield ActionsLine()

    def _side(self, name: str, heading: str, text: str) -> Vertical:
        field = TextField(text)
        field.read_only = True
        return Vertical(Static(literal(heading), classes="heading"), field, id=name, classes="side")

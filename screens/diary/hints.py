"""The questions of the diary, shown as hints while the coach writes freely."""

from textual.content import Content

from valmentaja.content.diary_prompts import diary_prompts
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.laid_out import LaidOut
from valmentaja.texts import Texts

_LINES = 4


class Hints(LaidOut):
    """The questions, one under another, with what they are for. Hidden until they are asked for."""

    DEFAULT_CSS = """
    Hints { display: none; width: 1fr; padding: 0 1 0 2; border-top: solid $rule; }
    Hints.-shown { display: block; }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__(lambda width: _questions(texts, width))


def _questions(texts: Texts, width: int) -> Content:
    said = literal(texts("diary_screen.hints"), "$quiet")
    questions = diary_prompts(texts.language).prompts
    return Content("\n").join([said, *(_hanging(one.question, width) for one in questions)])


def _hanging(question: str, width: int) -> Content:
    return row((Column(literal("–"), 1), Column(literal(question), max(10, width - 2), _LINES)))

"""The questions of the diary, shown as hints while the coach writes freely."""

from textual.content import Content
from textual.widgets import Static

from valmentaja.content.diary_prompts import diary_prompts
from valmentaja.screens.literal import literal
from valmentaja.texts import Texts


class Hints(Static):
    """The questions, one under another, with what they are for. Hidden until they are asked for."""

    DEFAULT_CSS = """
    Hints { display: none; width: 1fr; height: auto; padding: 0 1 0 2; border-top: solid $rule; }
    Hints.-shown { display: block; }
    .-wide Hints { width: 44; height: 1fr; padding: 0 2 0 3; border-top: none; border-left: solid $rule; }
    """

    def __init__(self, texts: Texts) -> None:
        questions = [literal(f"– {one.question}") for one in diary_prompts(texts.language).prompts]
        super().__init__(Content("\n").join([literal(texts("diary_screen.hints"), "$quiet"), *questions]))

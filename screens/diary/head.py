"""The head of the diary's page: which day it is, and how it is marked."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from valmentaja.content.diary_prompts import diary_prompts
from valmentaja.model.diary import DiaryEntry, DiaryMark
from valmentaja.screens.literal import literal
from valmentaja.texts import Texts


class DiaryHead(Widget):
    """The day at the left, its marks at the right; where both do not fit, the marks stand under the day."""

    DEFAULT_CSS = """
    DiaryHead { height: auto; padding: 0 1 1 2; }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._day = self._marks = Content("")

    def show(self, day: str, entry: DiaryEntry | None) -> None:
        """The day in words, and what its entry is marked with."""
        self._day = literal(day, "bold")
        self._marks = Content("   ").join(self._marks_of(entry))
        self.refresh(layout=True)

    def _marks_of(self, entry: DiaryEntry | None) -> Iterator[Content]:
        for scale in diary_prompts(self._texts.language).scales:
            value = entry.marked(DiaryMark(scale.id)) if entry else None
            name = scale.name.casefold()
            if value is None:
                yield literal(self._texts("diary_screen.unmarked", name=name), "$quiet")
            else:
                yield literal(self._texts("diary_screen.marked", name=name, value=value))
        if entry is not None and entry.supervision:
            yield literal(self._texts("diary_screen.supervision"), "bold")

    def render(self) -> Content:
        """One line, or two."""
        room = self.content_size.width - self._day.cell_length - self._marks.cell_length
        return self._day + (" " * room if room > 1 else "\n") + self._marks

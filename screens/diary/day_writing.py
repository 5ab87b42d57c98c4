"""Writing on one day of the diary: from what it began, and what becomes of what is typed."""

from collections.abc import Callable
from datetime import date, datetime

from valmentaja.model.change import Draft
from valmentaja.model.diary import DiaryEntry
from valmentaja.model.place import DiaryPlace
from valmentaja.screens.drafts.drafting import IDLE, Drafting, Typing
from valmentaja.store.diary import settle_diary_draft
from valmentaja.texts import Texts


class DayWriting:
    """The day's text as the workbook holds it, and what has been typed since, which is a draft until it is settled.

    It needs no screen: what stands as a draft is settled also while the workbook is being closed.
    """

    def __init__(self, drafts: Drafting, texts: Texts, day: date, settled: Callable[[], None]) -> None:
        """`settled` is called when what was typed has become the day's text, whoever asked for it."""
        self.day = day
        self.held = ""
        self._revision = 0
        self._typed_at: datetime | None = None
        self._drafts = drafts
        self._texts = texts
        self._settled = settled

    @property
    def _typing(self) -> Typing | None:
        return self._drafts.at(DiaryPlace(self.day))

    @property
    def stands_as_draft(self) -> bool:
        """Whether something has been typed that is not the day's text yet."""
        return self._typing is not None

    @property
    def text(self) -> str:
        """What the coach sees: the draft, else the day's text."""
        typing = self._typing
        return typing.text if typing else self.held

    def take(self, entry: DiaryEntry | None) -> None:
        """The day as the workbook holds it now. While a draft stands, that goes on from where it began."""
        if not self.stands_as_draft:
            self.held, self._revision = (entry.text, entry.revision) if entry else ("", 0)

    def typed(self, text: str) -> None:
        """The text in the field is this now: kept within a second."""
        typing = self._typing
        if typing is None:
            if text == self.held:
                return
            typing = Typing(DiaryPlace(self.day), self._revision, settle=self._settling(self.held))
        self._drafts.typed(typing, text)
        self._typed_at = typing.typed_at

    def goes_on(self, now: datetime) -> bool:
        """Whether something was typed a moment ago."""
        return self._typed_at is not None and now - self._typed_at < IDLE

    def settle(self) -> bool:
        """The text is left. Whether something typed became the day's text by it; what could not is told, and stays."""
        return self.stands_as_draft and self._drafts.settle(DiaryPlace(self.day))

    def _settling(self, began_with: str) -> Callable[[Draft], bool]:
        def settle(draft: Draft) -> bool:
            heading = self._texts.clock((self._typed_at or draft.saved_at).time())
            settle_diary_draft(self._drafts.book, draft, self.day, heading, began_with)
            self._settled()
            return True

        return settle

"""Writing an answer: from what it began, what of it waits as a draft, and what becomes of it."""

from collections.abc import Callable
from datetime import date

from valmentaja.model.answer import Answer, AnswerState
from valmentaja.model.change import Draft
from valmentaja.model.place import AnswerPlace
from valmentaja.rules.questions import said_in
from valmentaja.screens.drafts.drafting import Drafting, Typing
from valmentaja.screens.records.both_texts import Kept, merged
from valmentaja.store.answers import Asked, answer_now, say_answer, settle_answer_draft, words_moved
from valmentaja.store.drafts import drop_draft
from valmentaja.store.question_rounds import stand_at


class AnswerWriting:
    """What one view says to a question, `held`, and what has been typed since, which is a draft until it is settled.

    It needs no screen: what stands as a draft is settled also while the workbook is being closed.
    """

    def __init__(
        self, drafts: Drafting, asked: Asked, today: Callable[[], date], settled: Callable[[], None]
    ) -> None:
        """`settled` is called when what was typed has become the answer, whoever asked for it."""
        self.asked = asked
        self.place = AnswerPlace(asked.client_id, asked.question, asked.whose)
        self.held = ""
        self._revision = 0
        self._apart: Draft | None = None  # could not settle: the answer was written meanwhile
        self._drafts = drafts
        self._today = today
        self._settled = settled

    @property
    def _typing(self) -> Typing | None:
        return self._drafts.at(self.place)

    @property
    def text(self) -> str:
        """What the coach sees: what is being typed, else the answer."""
        if typing := self._typing:
            return typing.text
        return self._apart.text if self._apart else self.held

    @property
    def is_kept(self) -> bool:
        """Whether what was typed is at least a draft in the file."""
        typing = self._typing
        return typing is None or typing.kept == typing.text

    def take(self, answer: Answer | None) -> None:
        """The answer as the workbook holds it now. While a draft stands, that goes on from where it began."""
        if self._typing is None and self._apart is None:
            self.held, self._revision = said_in(answer).text or "", answer.revision if answer else 0

    def typed(self, text: str) -> None:
        """The text in the field is this now: kept within a second."""
        typing = self._typing
        if typing is None:
            if text == self.text:
                return
            began_from = self._apart.began_from if self._apart else self._revision
            typing, self._apart = Typing(self.place, began_from, self._settle), None
        self._drafts.typed(typing, text)

    def settle(self) -> bool:
        """The text is left. False when what was typed is refused, or the answer was written meanwhile."""
        return self._drafts.settle(self.place) and self._apart is None

    def _settle(self, draft: Draft) -> bool:
        settled = settle_answer_draft(self._drafts.book, draft, self.asked, self._today())
        self._apart = None if settled else draft
        if settled:
            stand_at(self._drafts.book, self.asked.client_id, self.asked.question)
            self._settled()
        return settled

    def say(self, state: AnswerState) -> None:
        """What was typed and how far it is, in one change. Raises CannotBeMet as `say_answer` does; the draft stays."""
        typing = self._typing
        text = typing.text if typing else None
        say_answer(self._drafts.book, self.asked, today=self._today(), state=state, text=text)
        if typing:
            self._drafts.drop(self.place)
        stand_at(self._drafts.book, self.asked.client_id, self.asked.question)

    @property
    def has_moved(self) -> bool:
        """Whether the answer was written from elsewhere since the typing began."""
        typing = self._typing
        if typing is None:
            return self._apart is not None
        return words_moved(self._drafts.book, self._now(), typing.began_from)

    # Drafts that wait, and what was written meanwhile

    @property
    def apart(self) -> Draft | None:
        """What was typed here while the answer was written elsewhere."""
        return self._apart

    def waiting(self) -> Draft | None:
        """The newest draft that this window or one that runs no more has left; none that the answer holds already."""
        left = self._drafts.left_at(self.place)
        for one in left:
            if one.text == self.held:
                drop_draft(self._drafts.book, one.place, one.window)
        return next((one for one in reversed(left) if one.text != self.held), None)

    def go_on_from(self, draft: Draft) -> bool:
        """What was left is typed on here. False where the answer was written since: then both are there."""
        if words_moved(self._drafts.book, self._now(), draft.began_from):
            self._apart = draft
            return False
        self._drafts.take_over(Typing(self.place, draft.began_from, self._settle), draft)
        return True

    def _now(self) -> Answer | None:
        return answer_now(self._drafts.book, self.asked)

    def text_now(self) -> str:
        """The words of the answer as it is now."""
        return said_in(self._now()).text or ""

    def keep_chosen(self, chosen: Kept, draft: Draft, theirs: str) -> None:
        """Writes what of two texts was chosen, and only then lets the draft go."""
        book, text = self._drafts.book, merged(chosen, mine=draft.text, theirs=theirs)
        if text != theirs:
            say_answer(book, self.asked, today=self._today(), text=text)
        drop_draft(book, draft.place, draft.window)
        self._drafts.drop(self.place)
        self._apart = None

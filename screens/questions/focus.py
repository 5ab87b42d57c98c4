"""The questions on a client's page: a set or a question in focus, and what the keys do with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from valmentaja.screens.records.record_page import RecordPage
from valmentaja.screens.widgets.row_list import Row

if TYPE_CHECKING:
    from valmentaja.desks.questions import QuestionsPage, SetPage

PART = "questions"
OFFERS = ("earlier",)
BEGIN, GO_ON = "begin", "go_on"


class QuestionFocus(RecordPage):
    """What it reads of the questions is read when their part is opened, and no sooner."""

    offers: ClassVar[tuple[str, ...]] = (*RecordPage.offers, *OFFERS)
    record_id: int

    def __init__(self) -> None:
        super().__init__()
        self._questions: QuestionsPage | None = None

    # Showing

    def question_rows(self) -> Sequence[Row]:
        """What is found out together, and the sets."""
        from valmentaja.desks.questions import questions_page
        from valmentaja.screens.questions.rows import QuestionRows

        page = questions_page(self.book, self.texts.language, self.record_id, self.today)
        self._questions = page
        rows = QuestionRows(self.texts, page, self.today, open_key=self.key_of("open"))
        return list(rows.rows())

    def question_status(self) -> str:
        """What the keys do here, as far as there is something to do it with."""
        page, key = self._questions, "question_tab.status"
        if page is not None and page.client.has_ended(self.today):
            key = "question_tab.status_ended"
        elif page is not None and any(len(one.rounds) > 1 for one in page.sets):
            key = "question_tab.status_rounds"
        return self.texts(key, **{one: self.key_of(one) for one in ("open", "add", "earlier")})

    def question_beside(self, row_id: str | None) -> Sequence[Content]:
        """The question in focus with all that was said to it; of a set what it is for."""
        from valmentaja.screens.questions.beside import question_told, set_told

        page, question = self._questions, self._question_in(row_id)
        if page is None:
            return ()
        if question is not None:
            return question_told(self.texts, page.set_page(question.partition(".")[0]), page.line(question))
        held = self._set_in(row_id)
        return set_told(held) if held is not None else ()

    # What is in focus

    def _question_in(self, row_id: str | None) -> str | None:
        """The question of a row: of the list of what is found out together, or of a set."""
        kind, _, rest = (row_id or "").partition("/")
        if kind != "answer" or self._questions is None:
            return None
        if rest.isdigit():
            found = (line.id for line, one in self._questions.to_find_out if one.id == int(rest))
            return next(found, None)
        return rest.split("/")[1]

    def _set_in(self, row_id: str | None) -> "SetPage | None":
        from valmentaja.screens.questions.rows import SET_KIND

        kind, _, rest = (row_id or "").partition("/")
        set_id = rest if kind == SET_KIND else (self._question_in(row_id) or "").partition(".")[0]
        return self._questions.set_page(set_id) if set_id and self._questions is not None else None

    @property
    def set_in_focus(self) -> "SetPage | None":
        """The set that a key is about."""
        return self._set_in(self.focused_id) if self.part == PART else None

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rounds can be compared where there are two; one is begun with whoever is still coached."""
        if action == "earlier":
            held = self.set_in_focus
            return held is not None and len(held.rounds) > 1
        if action == "add" and self.part == PART:
            page = self._questions
            return (
                self.set_in_focus is not None and page is not None and not page.client.has_ended(self.today)
            )
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Enter: a set goes on where it was left; the rest as elsewhere."""
        from valmentaja.screens.questions.rows import SET_KIND

        kind, _, set_id = (self.focused_id or "").partition("/")
        if kind != SET_KIND:
            super().action_open()
            return
        from valmentaja.screens.questions.opening import open_walk

        open_walk(self, self.record_id, set_id)

    def action_earlier(self) -> None:
        """Left: what has changed since the round before, the question in focus first in sight."""
        from valmentaja.screens.questions.compare import CompareScreen

        held = self.set_in_focus
        if held is not None:
            question = self._question_in(self.focused_id)
            self.workbench.push_screen(CompareScreen(self.record_id, held.id, question))

    async def begin_round(self) -> None:
        """A new round of the set in focus, which is asked first. The first one begins with its first answer."""
        held = self.set_in_focus
        if held is None:
            return
        answer = await self._asked_to_begin(held) if held.rounds else GO_ON
        if answer == GO_ON:
            from valmentaja.screens.questions.opening import open_walk

            open_walk(self, self.record_id, held.id)
        elif answer == BEGIN and self.workbench.attempt(lambda: self._begin_round(held.id)):
            told = {"question_set": held.questions.name, "number": str(held.rounds[-1].number + 1)}
            self.workbench.say_done("question_tab.begun", **told)

    async def _asked_to_begin(self, held: "SetPage") -> str | None:
        """Not asked where the round before is still empty: that is refused."""
        from valmentaja.screens.shell.choose import Choose
        from valmentaja.store.question_rounds import round_is_empty

        texts, newest = self.texts, held.rounds[-1]
        if round_is_empty(self.book, newest.id):
            return BEGIN
        question = texts("question_tab.ask", question_set=held.questions.name, day=newest.began_on)
        answers = (
            (BEGIN, texts("question_tab.ask_begin", number=newest.number + 1)),
            (GO_ON, texts("question_tab.ask_go_on", number=newest.number)),
        )
        return await self.workbench.push_screen_wait(Choose(question, answers))

    def _begin_round(self, set_id: str) -> None:
        """The row from which the round goes on has the focus."""
        from valmentaja.screens.questions.rows import set_row_id
        from valmentaja.store.question_rounds import begin_round

        begin_round(self.book, self.record_id, set_id, self.today)
        self._focused[PART] = set_row_id(set_id)

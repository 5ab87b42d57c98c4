"""Asking one question: what becomes of what is typed, whoever else writes meanwhile."""

from textual import events, work

from valmentaja.errors import ValmentajaError
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.screens.questions.answer_writing import AnswerWriting
from valmentaja.screens.questions.shown_question import AnswerText, ShownQuestion
from valmentaja.screens.records.both_texts import BothTexts, Kept
from valmentaja.store.question_rounds import stand_at
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_LONGEST_DRAFT = 200


class Asking(ShownQuestion):
    """Nothing here waits to be kept: what is typed is a draft, and then the answer. A subclass has the keys."""

    def __init__(self, client_id: int, set_id: str, question: str | None = None) -> None:
        super().__init__(client_id, set_id, question)
        self._undecided: AnswerWriting | None = None

    # Coming and going

    def on_screen_resume(self) -> None:
        """Shown for the first time, or again."""
        first = self._page is None
        super().on_screen_resume()
        if self._gone:
            self.call_later(self.close_if_gone)
        elif first and self._page is not None:
            self._arrive()

    def go_to(self, question: str, whose: Whose = Whose.CLIENT) -> None:
        """Shows another question, or another view of it. What was typed has been settled."""
        self.at, self.whose, self.is_over = question, whose, False
        self.renew_all()
        self._arrive()

    def _arrive(self) -> None:
        """The cursor goes into the text; what was left half typed is there again."""
        if not self.has_ended:
            stand_at(self.book, self.client_id, self.at)
            self._take_up()
            self.set_focus(self.text)
            self.text.to_end()
        else:
            self._tell_left()
        self.query_one("#calm").scroll_home(animate=False)
        self.show_cursor()

    def show_cursor(self) -> None:
        """On a small screen the field in focus is in sight, whatever else is not."""

        def show() -> None:
            if self.focused is not None:
                self.focused.scroll_visible(animate=False, force=True)

        self.call_after_refresh(show)

    def _take_up(self) -> None:
        if self.state is AnswerState.DONT_KNOW:
            self.plan.take_up()
        draft = self.writing.waiting()
        if draft is not None and self.writing.go_on_from(draft):
            self.workbench.say("form.continued")
        self.show_fields()
        if self.writing.apart is not None:
            self._ask_both()

    def _tell_left(self) -> None:
        """What was being typed when the coaching ended can still be read."""
        draft = self.writing.waiting()
        if draft is not None:
            text = one_line(draft.text, _LONGEST_DRAFT)
            self.workbench.say("question_walk.left_draft", text=text)

    # Typing

    def edited(self, text: str) -> None:
        """Each edit of the text, at once."""
        if self.workbench.is_open and self._page is not None and not self.has_ended:
            self.writing.typed(text)

    def on_input_changed(self) -> None:
        """How and when."""
        if self.workbench.is_open and self.finding_out.display:
            self.plan.typed(self.finding_out.plan)
            self.show_state()

    def was_settled(self) -> None:
        """What was typed has become the answer: what the workbook holds now is shown, masked codes said."""
        self.call_later(self._show_settled)

    def _show_settled(self) -> None:
        if self.workbench.is_open and self.is_attached:
            self._catch_up()
            self.workbench.say_notices()

    def _catch_up(self) -> None:
        """What was written since the page was read is shown."""
        if self._shown != self.workbench.stamp():
            self.renew_all()

    def text_settled(self) -> bool:
        """The text is left. False while the coach is to say which of two texts stands, or it could not even be kept."""
        if self.has_ended or self.writing.settle():
            self._catch_up()
            return True
        if self.writing.apart is None:
            return self.writing.is_kept
        if self._undecided is self.writing:
            return True
        self._ask_both()
        return False

    def plan_settled(self) -> bool:
        """The two small fields are left. False for a day that is none, which is said."""
        if self.finding_out.display:
            self.plan.typed(self.finding_out.plan)
        if self.plan.settle():
            self._catch_up()
            return True
        if self.finding_out.display:
            self.set_focus(self.finding_out.on)
        return False

    def settled(self) -> bool:
        """All that was typed has become the answer."""
        return self.text_settled() and self.plan_settled()

    def on_screen_suspend(self) -> None:
        """Another page or a dialog is over this one."""
        if self.workbench.is_open and self._page is not None and self.writing.apart is None:
            self.writing.settle()

    def on_descendant_focus(self) -> None:
        """The keys of the text are other keys than those of the page."""
        self.refresh_bindings()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field is left, however it came about; looking at another window is no leaving."""
        self.refresh_bindings()
        if not self.workbench.is_open or not self.workbench.app_focus or self._page is None:
            return
        if isinstance(event.widget, AnswerText):
            self.text_settled()
        else:
            self.call_after_refresh(self._plan_left)

    def _plan_left(self) -> None:
        """From one of the two small fields to the other is no leaving."""
        if self.workbench.is_open and self.focused not in tuple(self.finding_out.fields()):
            self.plan.settle()

    # Two texts

    @work(exclusive=True, group="both")
    async def _ask_both(self) -> None:
        """Two texts for one answer: the coach says which, or both, or decides later."""
        writing, draft = self.writing, self.writing.apart
        try:
            while draft is not None:
                theirs = writing.text_now()
                chosen = await self.workbench.push_screen_wait(self._both_texts(draft.text, theirs))
                if not chosen:
                    self._undecided = writing
                    self.workbench.say("both_texts.wait")
                    return
                if writing.text_now() == theirs:  # else it was written once more while they thought
                    writing.keep_chosen(Kept(chosen), draft, theirs)
                    break
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
        self.renew_all()
        self.workbench.say_notices()

    def _both_texts(self, mine: str, theirs: str) -> BothTexts:
        name = one_line(self.client.label, LONGEST_NAMED)
        question = self.texts("both_texts.question", record=name, field=self.line.question.name)
        draft = self.writing.apart
        typed_at = draft.saved_at if draft else self.workbench.clock.now()
        return BothTexts(question, mine=mine, theirs=theirs, typed_at=typed_at)

"""The walk through a set of questions: any order, one at a time, and each key works in the middle of a word."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work

from valmentaja.errors import ValmentajaError
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.screens.questions.asking import Asking
from valmentaja.store.question_rounds import stand_at

_STATES = {
    "dont_know": AnswerState.DONT_KNOW,
    "not_needed": AnswerState.NOT_NEEDED,
    "best_guess": AnswerState.BEST_GUESS,
}
_ASKING = (*_STATES, "write", "next_step", "add")
"""What is done with whoever is still asked."""
_AT_A_QUESTION = (*_ASKING, "next_question", "next_view", "previous_view", "hints", "plain_words")


class QuestionWalk(Asking):
    """Ctrl+s goes on, and after the last question says how far the round is; nothing is ever incomplete."""

    offers: ClassVar[tuple[str, ...]] = (
        "next_question",
        "previous_question",
        "next_view",
        "previous_view",
        "hints",
        "plain_words",
        "dont_know",
        "not_needed",
        "best_guess",
        "questions",
        "write",
        "next_step",
        "add",
        "for_client",
        "step_out",
    )

    def told_first(self) -> Sequence[str]:
        """What the client chooses from, then the way; out of the text, what the letters do."""
        letters = () if self.is_typing else ("next_step", "add")
        return (
            *letters,
            *("next_question", "dont_know", "not_needed", "hints", "plain_words", "questions"),
            *("previous_question", "best_guess"),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Out of the text, letters act; at the end, and when the coaching has ended, less can be done."""
        if self._page is None:
            return action in ("step_out", "help", "hide", "quit")
        if (self.is_over and action in _AT_A_QUESTION) or (self.has_ended and action in _ASKING):
            return False
        if action in ("write", "next_step", "add"):
            return not self.is_typing
        if action == "for_client":
            return bool(self.held.rounds)
        if action == "previous_question":
            return self.is_over or self.line.number > 1
        return super().check_action(action, parameters)

    # The way

    def action_next_question(self) -> None:
        """On to the next one; after the last, how far the round is."""
        if not self.settled():
            return
        lines, number = self.held.lines, self.line.number
        if number < len(lines):
            self.go_to(lines[number].id)
        else:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        self.set_focus(None)
        self.renew_all()

    def action_previous_question(self) -> None:
        """Back to the one before."""
        if self.settled():
            number = self.line.number if self.is_over else self.line.number - 1
            self.go_to(self.held.lines[number - 1].id)

    def action_questions(self) -> None:
        """To any of them."""
        if self.settled():
            self._choose_question()

    @work(exclusive=True, group="list")
    async def _choose_question(self) -> None:
        from valmentaja.screens.questions.question_list import QuestionList

        chosen = await self.workbench.push_screen_wait(QuestionList(self.held, self.at))
        if chosen is not None:
            self.go_to(chosen)

    def action_next_view(self) -> None:
        """Tab: to the next field, and after the last one to the next one's view."""
        self._go_by(1)

    def action_previous_view(self) -> None:
        """Shift+Tab: the other way."""
        self._go_by(-1)

    def _go_by(self, step: int) -> None:
        fields = [] if self.has_ended else [self.text, *self.finding_out.fields()]
        if fields and self.focused not in fields:
            self.action_write()
            return
        at = fields.index(self.focused) + step if self.focused in fields else -1
        if 0 <= at < len(fields):
            self.set_focus(fields[at])
        elif self.settled():
            order = list(Whose)
            self.go_to(self.at, order[(order.index(self.whose) + step) % len(order)])

    def action_write(self) -> None:
        """Enter: into the text, behind its last letter."""
        self.set_focus(self.text)
        self.text.to_end()

    def action_step_out(self) -> None:
        """Esc: out of the text; once more, off the page. Where a day is none, it waits as it was typed."""
        if self.is_typing:
            self.set_focus(None)
        elif self.text_settled():
            self.plan.settle()
            stand_at(self.book, self.client_id, self.at)
            self.dismiss(None)

    # How it is asked

    def action_hints(self) -> None:
        """Shows or hides what helps to begin."""
        self.with_hints = not self.with_hints
        self.renew_all()
        self.show_cursor()

    def action_plain_words(self) -> None:
        """In plainer words, or as it was."""
        self.plain = not self.plain
        self.renew_all()
        self.show_cursor()

    # How far it is

    def action_dont_know(self) -> None:
        """Not known yet: it is found out together. Once more, and it is known after all."""
        if self.state is AnswerState.DONT_KNOW:
            self._say(AnswerState.OPEN)
        elif self._say(AnswerState.DONT_KNOW):
            self.set_focus(self.finding_out.how)

    def action_not_needed(self) -> None:
        """This need not be asked. Once more, and it is."""
        self._toggle(AnswerState.NOT_NEEDED)

    def action_best_guess(self) -> None:
        """The answer is the best guess so far. Once more, and it is the answer."""
        if self.writing.text.strip():
            self._toggle(AnswerState.BEST_GUESS)
        else:
            self.workbench.say("question_walk.guess_first")

    def _toggle(self, state: AnswerState) -> None:
        self._say(AnswerState.OPEN if self.state is state else state)

    def _say(self, state: AnswerState) -> bool:
        """With what was typed. What was planned to be found out falls away with not knowing."""
        if self.writing.has_moved and not self.text_settled():
            return False
        was_planned = self.state is AnswerState.DONT_KNOW
        if not self.workbench.attempt(lambda: self.writing.say(state)):
            return False
        if was_planned:
            self.plan.drop()
            self.action_write()
        return True

    # What comes of it

    def action_for_client(self) -> None:
        """The client's own copy of what was answered."""
        from valmentaja.screens.questions.for_client import answers_copy

        if not self.settled():
            return
        try:
            copy = answers_copy(self, self.client, self.set_id, plain=bool(self.plain))
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
        else:
            self.workbench.push_screen(copy)

    def action_next_step(self) -> None:
        """A next step is agreed on the ground of the answer."""
        from valmentaja.screens.questions.to_profile import step_from_answer

        if self.settled():
            self.workbench.push_screen(step_from_answer(self, self.client, self.at, self.answer))

    def action_add(self) -> None:
        """The words go to the profile, as a wish or as a strength."""
        from valmentaja.screens.questions.to_profile import ToProfile

        if self.settled():
            words = (self.answer.text if self.answer else None) or ""
            self.workbench.push_screen(ToProfile(self.client, self.at, words))

"""A question of the walk in words: how it is asked, what was said to it before and by others, and what came of it."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from valmentaja.content.question_sets import NOTHING
from valmentaja.desks.questions import AskedLine, QuestionsPage, SetPage
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.client import Client
from valmentaja.screens.literal import literal
from valmentaja.screens.questions.words import plan_told, progress_told, said_words
from valmentaja.screens.widgets.columns import Column, lines, row
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

LABEL_WIDTH = 16
"""Cells for whose view it is."""
TEXT_AT = LABEL_WIDTH + 2
"""Where what is said begins, as in the field, which has a bar before it."""
_GAP = 0
_MOST_BEFORE = 2
_LETTERS = 400
_LONGEST_TOLD = 160
_LONGEST_DEED = 70


class AskedWords:
    """One question for one view, laid out in so many cells."""

    def __init__(
        self, texts: Texts, page: QuestionsPage, held: SetPage, line: AskedLine, whose: Whose
    ) -> None:
        self._texts = texts
        self._page = page
        self._held = held
        self._line = line
        self._whose = whose

    # The question

    def question(self, width: int, *, plain: bool, hints: bool) -> Content:
        """How it is asked, the answer that it builds on, and what helps to begin."""
        asked = self._line.question
        parts = [lines(literal(asked.plain if plain else asked.question, "bold"), width)]
        if told := self._builds_on():
            parts.append(lines(literal(told, "$quiet"), width))
        if hints:
            parts.append(Content("\n").join(_hanging(one, width) for one in asked.prompts))
        return Content("\n\n").join(parts)

    def _builds_on(self) -> str:
        """What the client said to the question before, in this round or an earlier one."""
        built_on = self._line.question.builds_on
        if built_on == NOTHING:
            return ""
        line = self._page.line(f"{self._held.id}.{built_on}")
        now = line.views.get(Whose.CLIENT)
        said = [("told_now", now.text)] if now else []
        said += [("told_before", one.answer.text) for one in line.earlier(Whose.CLIENT)]
        key, text = next((one for one in said if one[1]), ("", None))
        return self._texts(f"question_walk.{key}", text=one_line(text, _LONGEST_TOLD)) if text else ""

    # Whose view

    def name(self, whose: Whose | None = None) -> str:
        """Whose view it is: the client by name."""
        whose = whose or self._whose
        if whose is not Whose.CLIENT:
            return self._texts(f"whose.{whose}")
        return first_name(self._page.client)

    def views(self, width: int, *, before: bool) -> Content:
        """What the others say who stand before or after the view being written, one line each."""
        order = list(Whose)
        at = order.index(self._whose)
        wanted = order[:at] if before else order[at + 1 :]
        told = [
            self._view(whose, self._line.views[whose], width) for whose in wanted if whose in self._line.views
        ]
        return Content("\n").join(told)

    def _view(self, whose: Whose, held: Answer, width: int) -> Content:
        room = max(10, width - TEXT_AT)
        label = literal(one_line(self.name(whose), LABEL_WIDTH - 1), "$quiet")
        return row((Column(label, TEXT_AT), Column(literal(self._said(held, room)), room, 1)), _GAP)

    def _said(self, held: Answer, width: int) -> str:
        """What is said in its words; where there are none, its state."""
        told = one_line(said_words(self._texts, held, _LETTERS), width)
        if held.state is AnswerState.DONT_KNOW and held.text is None and told:
            return one_line(f"{self._texts('answer_state.dont_know')}, {told}", width)
        return told or self._texts(f"answer_state.{held.state}")

    # What was said before

    def before(self, width: int) -> Content:
        """What the same view said before, newest first, beside the new."""
        texts, said = self._texts, self._line.earlier(self._whose)
        room = max(10, width - TEXT_AT)
        shown = [self._before(one.answer, room) for one in said[:_MOST_BEFORE]]
        if more := len(said) - len(shown):
            told = literal(texts.counted("question_walk.before_more", more), "$quiet")
            shown.append(row((Column(Content(""), TEXT_AT), Column(told, room)), _GAP))
        return Content("\n").join(shown)

    def _before(self, held: Answer, room: int) -> Content:
        day = literal(self._texts.date(held.said_on), "$quiet")
        told = literal(self._said(held, 2 * room), "$quiet")
        return row((Column(day, TEXT_AT), Column(told, room, 2)), _GAP)

    # State and deeds

    def state(self, known_key: str, day: date | None) -> Content:
        """How far it is, in words. `day` is when it is found out, as the coach is typing it."""
        held, texts = self._line.views.get(self._whose), self._texts
        if held is None or held.state is AnswerState.OPEN:
            return Content("")
        if held.state is not AnswerState.DONT_KNOW:
            return literal(texts(f"answer_state.{held.state}"))
        told = texts("question_walk.state.dont_know")
        if day is not None:
            told = texts("question_walk.state.dont_know_on", day=texts.whole_day(day))
        if not held.text:
            return literal(told)
        return literal(f"{told} · ") + literal(texts("question_walk.known_now", key=known_key), "$quiet")

    def deeds(self, width: int) -> Content:
        """What came of the answer, a line each."""
        told = [
            self._texts(f"question_walk.deed.{one.kind}", text=one_line(one.words, _LONGEST_DEED))
            for one in self._line.deeds
        ]
        return Content("\n").join(literal(one_line(text, width), "$quiet") for text in told)


def _hanging(text: str, width: int) -> Content:
    return row((Column(literal("–"), 2), Column(literal(text), max(10, width - 2), 3)), _GAP)


def first_name(held: Client) -> str:
    """What the client is called here: the first of the names, or the code."""
    return held.label.split()[0] if held.label.split() else held.label


# The end


def over(texts: Texts, held: SetPage, ways: str, width: int) -> Content:
    """All has been gone through: how much of what, what is found out together, and where to go from here."""
    counts = progress_told(texts, held.progress) if not held.progress.is_untouched else ""
    parts = [literal(texts("question_walk.over"), "bold")]
    if counts:
        parts.append(literal(counts))
    if waits := list(_waiting(texts, held)):
        heading = literal(texts("question_walk.over_find_out"), "$quiet")
        parts.append(Content("\n").join((heading, *(_hanging(one, width) for one in waits))))
    parts.append(lines(literal(ways, "$quiet"), width))
    return Content("\n\n").join(parts)


def _waiting(texts: Texts, held: SetPage) -> Iterator[str]:
    for line in held.lines:
        for one in line.views.values():
            if one.waits:
                plan = plan_told(texts, one)
                yield f"{line.question.name}: {plan}" if plan else line.question.name

"""The question sets of a client as rows of the page: what is found out together first, then each set."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from valmentaja.desks.questions import AskedLine, QuestionsPage, SetPage
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.place import AnswerPlace
from valmentaja.rules.question_findings import WITH_ITS_QUESTION
from valmentaja.rules.questions import FIRST_VIEWS
from valmentaja.screens.literal import literal, literal_line
from valmentaja.screens.questions.words import progress_told, round_told
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.records.run_rows import DAY_WIDTH, dated_row
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

SET_KIND = "question_set"
_NUMBER_WIDTH = 2
_NAME_WIDTH = 28
_STATE_WIDTH = 15
_LONGEST_BEGINNING = 120
_LONGEST_HOW = 200
_LINES = 4
_QUIET = frozenset({AnswerState.OPEN, AnswerState.NOT_NEEDED})


def set_row_id(set_id: str) -> str:
    """The row of a set, from which the walk through it goes on."""
    return f"{SET_KIND}/{set_id}"


def question_row_id(client_id: int, question: str) -> str:
    """The row of a question, which opens the walk there."""
    return str(AnswerPlace(client_id, question, Whose.CLIENT))


class QuestionRows:
    """Makes the rows. `open_key` begins a set."""

    def __init__(self, texts: Texts, page: QuestionsPage, today: date, *, open_key: str) -> None:
        self._texts = texts
        self._page = page
        self._today = today
        self._open_key = open_key

    def rows(self) -> Iterator[Row]:
        """In the order in which a coach looks."""
        waiting = self._page.to_find_out
        if waiting:
            yield heading(self._texts("question_tab.find_out"))
            yield from (self._find_out(line, one) for line, one in waiting)
            yield GAP
        for place, one in enumerate(self._page.sets):
            if place:
                yield GAP
            yield from self._set(one)

    def _find_out(self, line: AskedLine, held: Answer) -> Row:
        """By when, what, and how; whose view it is, where it is not the client's."""
        texts = self._texts
        late = held.find_out_on is not None and held.find_out_on < self._today
        told = literal(f"{texts('band.late')}, ", "$error") if late else Content("")
        told += literal(line.question.name, "bold")
        if held.whose is not Whose.CLIENT:
            told += literal(f" ({texts(f'whose.{held.whose}')})", "$quiet")
        if held.find_out_how and line.id != WITH_ITS_QUESTION:
            told += literal(f": {one_line(held.find_out_how, _LONGEST_HOW)}")
        row_id = f"answer/{held.id}"
        if held.find_out_on is not None:
            return dated_row(row_id, texts, held.find_out_on, self._today, told)
        when = literal(texts("question_tab.no_day"), "$quiet")

        def show(width: int) -> Content:
            return row((Column(when, DAY_WIDTH), Column(told, max(10, width - DAY_WIDTH - 1), _LINES)))

        return Row(row_id, show)

    def _set(self, page: SetPage) -> Iterator[Row]:
        yield self._head(page)
        if page.rounds:
            yield from map(self._question, page.lines)

    def _head(self, page: SetPage) -> Row:
        """Its name, which round, how far it is; of one that nobody has begun, what it is and how to begin."""
        texts = self._texts
        name = literal(page.questions.name, "bold")
        if page.rounds:
            about = name + literal(f"  {round_told(texts, page)}", "$quiet")
            told = [about, literal(progress_told(texts, page.progress))]
        else:
            begin = texts.counted("question_tab.begin", page.progress.questions, key=self._open_key)
            told = [name + literal(f"  {begin}", "$quiet")]
        if page.suggested is not None:
            told.append(literal(texts(f"question_suggested.{page.suggested}"), "$primary"))
        whole = Content("\n").join(told)
        return Row(set_row_id(page.id), lambda width: row((Column(whole, max(10, width), _LINES),)))

    def _question(self, line: AskedLine) -> Row:
        """Its number and short name, how far it is, and how the answer begins, in one line."""
        quiet = "$quiet" if line.state in _QUIET else ""
        number = literal(str(line.number).rjust(_NUMBER_WIDTH), "$quiet")
        name = literal(line.question.name, quiet)
        state = literal(self._texts(f"answer_state_short.{line.state}"), quiet)
        beginning = self._beginning(line)

        def show(width: int) -> Content:
            room = max(8, width - _NUMBER_WIDTH - _NAME_WIDTH - _STATE_WIDTH - 3)
            return row(
                (
                    Column(number, _NUMBER_WIDTH),
                    Column(name, _NAME_WIDTH),
                    Column(state, _STATE_WIDTH),
                    Column(beginning.truncate(room, ellipsis=True), room),
                )
            )

        return Row(question_row_id(self._page.client.id, line.id), show)

    def _beginning(self, line: AskedLine) -> Content:
        """How the answer begins; what was said before, where nothing is said now.

        The client's own view of how likely work is stands with its question only.
        """
        if line.id == WITH_ITS_QUESTION:
            return Content("")
        for whose in FIRST_VIEWS:
            if whose in line.views and (words := _words(line.views[whose])):
                said_by = "" if whose is Whose.CLIENT else f"{self._texts(f'whose.{whose}')}: "
                return literal(said_by, "$quiet") + literal_line(words, _LONGEST_BEGINNING)
        before = next((one.answer for one in line.earlier(Whose.CLIENT) if one.answer.text), None)
        if line.views or before is None:
            return Content("")
        told = self._texts("question_tab.before", text=one_line(before.text or "", _LONGEST_BEGINNING))
        return literal(told, "$quiet")


def _words(held: Answer) -> str:
    return held.text or held.find_out_how or ""

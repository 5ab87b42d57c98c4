"""Two rounds as rows: what is said otherwise or for the first time whole, what is as it was in one quiet line."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from valmentaja.desks.questions import ComparedLine, ComparedView
from valmentaja.model.answer import Answer
from valmentaja.rules.question_findings import WITH_ITS_QUESTION
from valmentaja.rules.questions import Moved
from valmentaja.screens.literal import literal, literal_line
from valmentaja.screens.questions.rows import question_row_id
from valmentaja.screens.questions.words import said_words
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts

BESIDE_FROM = 100
"""Cells from which on then and now stand side by side."""
_INDENT = 3
_NAME_WIDTH = 28
_STATE_WIDTH = 15
_LETTERS = 3_000
_LINES = 12
_LONGEST_BEGINNING = 120


def counts_told(texts: Texts, lines: Sequence[ComparedLine]) -> str:
    """How many questions are answered otherwise, for the first time, as before: "muuttunut 2 · uutta 1"."""
    counts = {
        "changed": sum(_is_changed(one) for one in lines),
        "new": sum(one.has_changed and not _is_changed(one) for one in lines),
        "same": sum(_is_same(one) for one in lines),
    }
    told = [texts(f"question_compare.{name}", count=count) for name, count in counts.items() if count]
    return " · ".join(told) or texts("question_compare.nothing")


def _is_changed(line: ComparedLine) -> bool:
    return any(one.moved is Moved.CHANGED for one in line.views)


def _is_same(line: ComparedLine) -> bool:
    return not line.has_changed and any(one.moved is Moved.SAME for one in line.views)


def compared_rows(texts: Texts, client_id: int, lines: Sequence[ComparedLine]) -> list[Row]:
    """What has changed, then what is as it was, what was not asked again, what nobody has spoken of."""
    made = _Rows(texts, client_id)
    changed = [one for one in lines if _is_changed(one)]
    new = [one for one in lines if one.has_changed and not _is_changed(one)]
    same = [one for one in lines if _is_same(one)]
    not_asked = [one for one in lines if one.views and not one.has_changed and not _is_same(one)]
    return [
        *made.whole("question_compare.changed_head", changed, Moved.CHANGED),
        *made.whole("question_compare.new_head", new, Moved.NEW),
        *made.short("question_compare.same_head", same),
        *made.short("question_compare.not_asked_head", not_asked),
        *made.silent([one for one in lines if not one.views]),
    ]


class _Rows:
    def __init__(self, texts: Texts, client_id: int) -> None:
        self._texts = texts
        self._client_id = client_id

    def whole(self, head: str, lines: Sequence[ComparedLine], usual: Moved) -> Iterator[Row]:
        """Each with the words of both rounds. What the heading says of all is not said of each view."""
        if lines:
            yield heading(self._texts(head))
            for one in lines:
                yield self._both(one, usual)
                yield GAP

    def short(self, head: str, lines: Sequence[ComparedLine]) -> Iterator[Row]:
        """Each in one quiet line."""
        if lines:
            yield heading(self._texts(head))
            yield from map(self._quiet, lines)
            yield GAP

    def silent(self, lines: Sequence[ComparedLine]) -> Iterator[Row]:
        """Those of which nothing was said in either round, by their names."""
        if lines:
            names = self._texts.sentence_list([one.line.question.name for one in lines])
            yield said_row(self._texts("question_compare.silent", names=names))

    def _both(self, line: ComparedLine, usual: Moved) -> Row:
        head = literal(f"{str(line.line.number).rjust(2)} ", "$quiet")
        head += literal(line.line.question.name, "bold")
        views = [self._view(one, usual) for one in line.views]

        def show(width: int) -> Content:
            room = max(10, width - _INDENT)
            shown = [_indented(content) for one in views for content in one.lines(room)]
            return Content("\n").join([head, *shown])

        return Row(question_row_id(self._client_id, line.line.id), show)

    def _view(self, one: ComparedView, usual: Moved) -> "_View":
        whose = self._texts(f"whose.{one.whose}")
        moved = "" if one.moved is usual else f" · {self._texts(f'question_moved.{one.moved}')}"
        return _View(
            literal(f"{whose}{moved}", "$accent"),
            self._said("question_compare.then", one.earlier),
            self._said("question_compare.now", one.later),
        )

    def _said(self, key: str, held: Answer | None) -> tuple[Content, Content]:
        """When, in which state, and the words."""
        texts = self._texts
        if held is None:
            return literal(texts(f"{key}_nothing"), "$quiet"), Content("")
        state = texts(f"answer_state.{held.state}")
        head = f"{texts(key)} {texts.date(held.said_on)} · {state}"
        return literal(head, "$quiet"), literal(said_words(texts, held, _LETTERS))

    def _quiet(self, line: ComparedLine) -> Row:
        """Its number and name, the state, and how the answer begins."""
        held = next(said for one in line.views if (said := one.later or one.earlier) is not None)
        number = literal(str(line.line.number).rjust(2), "$quiet")
        name = literal(line.line.question.name, "$quiet")
        state = literal(self._texts(f"answer_state_short.{held.state}"), "$quiet")
        in_no_list = line.line.id == WITH_ITS_QUESTION
        words = "" if in_no_list else said_words(self._texts, held, _LONGEST_BEGINNING)
        beginning = literal_line(words, _LONGEST_BEGINNING, "$quiet")

        def show(width: int) -> Content:
            room = max(8, width - _NAME_WIDTH - _STATE_WIDTH - 5)
            cut = beginning.truncate(room, ellipsis=True)
            return row(
                (Column(number, 2), Column(name, _NAME_WIDTH), Column(state, _STATE_WIDTH), Column(cut, room))
            )

        return Row(question_row_id(self._client_id, line.line.id), show)


class _View:
    """One view then and now: side by side where there is room, else one under the other."""

    def __init__(self, head: Content, then: tuple[Content, Content], now: tuple[Content, Content]) -> None:
        self._head = head
        self._then = then
        self._now = now

    def lines(self, room: int) -> Iterator[Content]:
        """What stands under the name of the question."""
        yield self._head
        if room >= BESIDE_FROM:
            half = (room - 3) // 2
            for then, now in zip(self._then, self._now, strict=True):
                if then or now:
                    yield from row((Column(then, half, _LINES), Column(now, half, _LINES)), 3).split("\n")
            return
        for part in (*self._then, *self._now):
            if part:
                yield from row((Column(part, room, _LINES),)).split("\n")


def _indented(line: Content) -> Content:
    return Content(" " * _INDENT) + line

"""What a wide screen shows beside the questions: what each view says of the one in focus, what was said before."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from valmentaja.desks.questions import AskedLine, Said, SetPage
from valmentaja.model.answer import Answer
from valmentaja.screens.literal import literal
from valmentaja.screens.questions.words import said_words
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_LETTERS = 5_000
_LETTERS_BEFORE = 300
_MOST_BEFORE = 3
_LONGEST_DEED = 160


def set_told(page: SetPage) -> Sequence[Content]:
    """What the set is for, as it is said to the client."""
    return (literal(page.questions.name, "bold") + Content("\n") + literal(page.questions.purpose),)


def question_told(texts: Texts, page: SetPage, line: AskedLine) -> Sequence[Content]:
    """The question as it is asked, every view, what was said before, and what came of it."""
    where = literal(f"{page.questions.name} {line.number}/{len(page.lines)}", "$quiet")
    return (
        where + Content("\n") + literal(line.question.question, "bold"),
        *(_view(texts, one) for one in line.views.values()),
        *(_before(texts, one) for one in line.before[:_MOST_BEFORE]),
        *_deeds(texts, line),
    )


def _view(texts: Texts, held: Answer) -> Content:
    state = texts(f"answer_state.{held.state}")
    head = f"{texts(f'whose.{held.whose}')} · {state} · {texts.date(held.said_on)}"
    return _under(literal(head, "$quiet"), literal(said_words(texts, held, _LETTERS)))


def _before(texts: Texts, one: Said) -> Content:
    held = one.answer
    head = texts(
        "question_tab.said_before",
        number=one.round_number,
        day=held.said_on,
        whose=texts(f"whose.{held.whose}"),
        state=texts(f"answer_state.{held.state}"),
    )
    words = one_line(said_words(texts, held, _LETTERS_BEFORE), _LETTERS_BEFORE)
    return _under(literal(head, "$quiet"), literal(words, "$quiet"))


def _deeds(texts: Texts, line: AskedLine) -> Iterator[Content]:
    for deed in line.deeds:
        told = texts(f"question_deed.{deed.kind}", day=deed.made_on)
        yield _under(literal(told, "$quiet"), literal(one_line(deed.words, _LONGEST_DEED)))


def _under(head: Content, words: Content) -> Content:
    return head + Content("\n") + words if words else head

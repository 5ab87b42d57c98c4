"""Questions by their names: what is to be found out together, in one line, and which question a record came of."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from valmentaja.content.question_sets import question_set
from valmentaja.rules.question_findings import WITH_ITS_QUESTION
from valmentaja.store.answer_deeds import came_of
from valmentaja.store.find_outs import waiting_answers
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.sentences import day_seen_from


@dataclass(frozen=True, slots=True)
class Named:
    """A question by the name of its set, its number there, counted from 1, and its own short name."""

    set_name: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """What is to be found out together next, by which day, `None` for no day, and how many more such there are."""

    answer_id: int
    name: str
    on: date | None
    more: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The question that a record came of, and the day. `words` are what was put in the profile, else `None`."""

    client_id: int
    question: str
    named: Named
    day: date
    words: str | None


def named(question: str, language: str) -> Named:
    """The question with an id such as `job_search.thoughts`, which is known."""
    set_id, _, own_id = question.partition(".")
    held = question_set(set_id, language)
    found = ((number, one.name) for number, one in enumerate(held.questions, 1) if one.id == own_id)
    return Named(held.name, *next(found))


def to_find_out(
    book: Workbook, language: str, client_id: int, day: date, told: Container[int] = ()
) -> ToFindOut | None:
    """What waits on the day, less what is `told` of already, by the ids of the answers.

    The client's own view of how likely work is appears nowhere but with its question.
    """
    waiting = [
        one
        for one in waiting_answers(book, client_id, day)
        if one.question != WITH_ITS_QUESTION and one.id not in told
    ]
    if not waiting:
        return None
    first = waiting[0]
    return ToFindOut(first.id, named(first.question, language).name, first.find_out_on, len(waiting) - 1)


def find_out_said(texts: Texts, held: ToFindOut, today: date) -> str:
    """What is found out together next, in a few words: "raha nyt ja töissä, ti 1.12. (ja 2 muuta)"."""
    day = day_seen_from(texts, today)(held.on) if held.on is not None else ""
    told = ", ".join(part for part in (held.name, day) if part)
    return texts.counted("find_out.and_more", held.more, told=told) if held.more else told


def origins(book: Workbook, language: str, record_id: int) -> tuple[Origin, ...]:
    """The questions that the record came of, oldest first; of a client's, those from which strengths were taken."""
    return tuple(
        Origin(one.client_id, one.question, named(one.question, language), one.made_on, one.words)
        for one in came_of(book, record_id)
    )

"""The question sets for clients (method.md §2): looking for work, doing it, staying in it.

A question is said to a client in two wordings, the usual and a plainer one (selkokieli), with prompts that help to
begin. Its id, `job_search.thoughts`, is what is stored; order, skipping and not knowing yet are the client's to choose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from valmentaja.content.loader import LANGUAGES, ContentError, Id, load
from valmentaja.errors import CannotBeMet

SET_IDS = ("job_search", "doing_work", "staying_in_work")
"""The sets in the order in which they usually come."""

SET_FILES = {set_id: f"questions/{set_id}.toml" for set_id in SET_IDS}

NOTHING = Id("")

_LONGEST_ID = 60  # letters: what is longer is no slip of the hand, and is neither repeated nor compared


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `name` stands in lists; `builds_on` is the question whose answer stands above it, or NOTHING."""

    id: Id
    name: str
    question: str
    plain: str
    prompts: tuple[str, ...]
    builds_on: Id = NOTHING


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions that belong together, in their usual order. `purpose` is said to the client."""

    id: Id
    name: str
    purpose: str
    questions: tuple[Question, ...]


@cache
def question_set(set_id: str, language: str) -> QuestionSet:
    """One set in one language. Raises CannotBeMet `question.unknown_set`, ContentError for a damaged file."""
    if set_id not in SET_FILES:
        raise CannotBeMet("question.unknown_set", id=_shortened(set_id), sets=", ".join(SET_IDS))
    return read_question_set(set_id, language)


def question_sets(language: str) -> tuple[QuestionSet, ...]:
    """All sets in one language, in their usual order. Raises ContentError when a file is damaged."""
    return tuple(question_set(set_id, language) for set_id in SET_IDS)


def question_with(question_id: str, language: str) -> Question:
    """The question with an id such as `job_search.thoughts`.

    Raises CannotBeMet for an unknown one: `question.unknown` names what may have been meant, in `near`;
    `question.unlike_any` shows in `example` what an id looks like. ContentError when a file is damaged.
    """
    for set_id, question in _all_questions(language):
        if question_id == f"{set_id}.{question.id}":
            return question
    near = _near(question_id, language)
    if near:
        raise CannotBeMet("question.unknown", id=_shortened(question_id), near=", ".join(near))
    first = question_set(SET_IDS[0], language)
    example = f"{first.id}.{first.questions[0].id}"
    raise CannotBeMet("question.unlike_any", id=_shortened(question_id), example=example)


def number_of(question_id: str) -> int:
    """The place of a question in its set, counted from 1. Raises CannotBeMet as `question_with` does."""
    question_with(question_id, LANGUAGES[0])
    set_id, _, own_id = question_id.partition(".")
    asked = question_set(set_id, LANGUAGES[0]).questions
    return next(number for number, one in enumerate(asked, 1) if one.id == own_id)


def read_question_set(set_id: str, language: str, folder: str | None = None) -> QuestionSet:
    """The set as its file has it; `folder` is the data folder, the shipped one unless said.

    Raises ContentError as `load` does, and for a question that builds on one that does not stand before it.
    """
    read = load(QuestionSet, SET_FILES[set_id], language, folder)
    before: set[Id] = set()
    for question in read.questions:
        if question.builds_on != NOTHING and question.builds_on not in before:
            file, key = f"{language}/{SET_FILES[set_id]}", f"questions.{question.id}.builds_on"
            raise ContentError("content.not_before", file=file, key=key, id=question.builds_on)
        before.add(question.id)
    return read


def _all_questions(language: str) -> Iterator[tuple[Id, Question]]:
    return ((one.id, question) for one in question_sets(language) for question in one.questions)


def _near(typed: str, language: str) -> list[str]:
    """The ids that may have been meant: those with a like id or name, else all of the set that was named."""
    if len(typed) > _LONGEST_ID:
        return []
    named_set, _, named = typed.casefold().rpartition(".")
    called = _called(language)
    names = _alike(named, called) or _alike(named_set, SET_IDS)[:1]
    return list(dict.fromkeys(question_id for name in names for question_id in called[name]))


def _called(language: str) -> dict[str, list[str]]:
    """The full ids behind each id or name of a question, and behind those of a whole set."""
    called: dict[str, list[str]] = {}
    for one in question_sets(language):
        for question in one.questions:
            for name in {one.id, one.name.casefold(), question.id, question.name.casefold()}:
                called.setdefault(name, []).append(f"{one.id}.{question.id}")
    return called


def _alike(typed: str, names: Iterable[str]) -> list[str]:
    """At most three of the names, the likest first."""
    from difflib import get_close_matches

    return get_close_matches(typed, names)


def _shortened(typed: str) -> str:
    return typed if len(typed) <= _LONGEST_ID else f"{typed[:_LONGEST_ID]}…"

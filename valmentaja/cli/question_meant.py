"""Which question, or which set of them, was meant by what was typed."""

from valmentaja.cli import values
from valmentaja.content.question_sets import SET_IDS, question_sets, question_with
from valmentaja.errors import CannotBeMet
from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line
from valmentaja.texts.sorting import name_key

_KIND = "question_set"
_MOST_WORDS_OF_A_SET = 3


def sets_listed(texts: Texts) -> str:
    """The sets there are, for help and errors."""
    return values.listed(texts, SET_IDS, _KIND)


def set_meant(texts: Texts, typed: str) -> str:
    """The id of the set, by its id or its name in either language. Raises CannotBeMet that lists the sets."""
    found = values.word_meant(typed, SET_IDS, _KIND)
    if found is None:
        raise CannotBeMet("question.unknown_set", id=one_line(typed, LONGEST_NAMED), sets=sets_listed(texts))
    return found


def question_meant(texts: Texts, typed: str, words: list[str]) -> tuple[str, list[str]]:
    """The id of the question, and the words of the answer, which follow it.

    A question is `job_search.thoughts`, `thoughts`, its short name, or its set and number; the last needs no
    quotes: its further words are the first of `words`. Raises CannotBeMet as `question_with` does.
    """
    found = _by_name(typed) or _by_number(typed)
    if found is not None:
        return found, words
    for taken in range(1, _MOST_WORDS_OF_A_SET + 1):
        numbered = _by_number(" ".join((typed, *words[:taken])))
        if numbered is not None and taken <= len(words):
            return numbered, words[taken:]
    question_with(typed, texts.language)
    return typed, words


def _by_name(typed: str) -> str | None:
    wanted = name_key(typed)
    found = {
        f"{one.id}.{question.id}"
        for language in LANGUAGES
        for one in question_sets(language)
        for question in one.questions
        if wanted in map(name_key, (f"{one.id}.{question.id}", question.id, question.name))
    }
    return found.pop() if len(found) == 1 else None


def _by_number(typed: str) -> str | None:
    """A set and the number of a question in it: "job_search 7", "työn hakeminen 7", "job_search.7"."""
    named, _, last = " ".join(typed.replace(".", " ").split()).rpartition(" ")
    found = values.word_meant(named, SET_IDS, _KIND) if last.isdecimal() else None
    if found is None or len(last) > len("12"):
        return None
    held = next(one for one in question_sets(LANGUAGES[0]) if one.id == found)
    number = int(last)
    return f"{found}.{held.questions[number - 1].id}" if 1 <= number <= len(held.questions) else None

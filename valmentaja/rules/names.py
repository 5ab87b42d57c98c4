"""Which record was meant by what was typed, and which names may be the same name mistyped.

All are compared by `name_key`: case, accents and extra spaces do not count, å ä ö do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from valmentaja.texts.sorting import name_key

_SHORTEST_MISTYPED = 4  # letters: a shorter word with another letter is another word
_COMPANY_FORMS = frozenset({"ab", "abp", "ay", "ky", "ltd", "osk", "oy", "oyj", "ry", "tmi"})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that can be called by its id, its code or its name."""

    id: int
    code: str | None
    name: str | None

    @property
    def label(self) -> str:
        """What it is called: the name, else the code."""
        return self.name or self.code or ""


class FoundBy(StrEnum):
    """What told which record was meant."""

    CODE = "code"
    ID = "id"
    NAME = "name"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Found:
    """One record, and what told it."""

    id: int
    by: FoundBy


@dataclass(frozen=True, slots=True)
class Several:
    """More than one record fits as well: their ids, in the Finnish order of their labels."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Nobody:
    """No record fits."""


Choice = Found | Several | Nobody


def choose(typed: str, candidates: Iterable[Candidate]) -> Choice:
    """The record meant by `typed`: by code, else id, else whole name, else the beginning of its label.

    The first of these that fits any record decides, so that a whole code or name wins over longer ones that
    begin with it.
    """
    key = name_key(typed)
    if not key:
        return Nobody()
    everyone = tuple(candidates)
    if coded := [one for one in everyone if one.code and name_key(one.code) == key]:
        return _one_or_several(coded, FoundBy.CODE)
    if numbered := [one for one in everyone if str(one.id) == key]:
        return _one_or_several(numbered, FoundBy.ID)
    keys = [(name_key(one.label), one) for one in everyone]
    if named := [one for label, one in keys if label == key]:  # a code that is all the label was met above
        return _one_or_several(named, FoundBy.NAME)
    beginning = [one for label, one in keys if label.startswith(key)]
    return _one_or_several(beginning, FoundBy.BEGINNING) if beginning else Nobody()


def _one_or_several(fitting: list[Candidate], by: FoundBy) -> Choice:
    if len(fitting) == 1:
        return Found(fitting[0].id, by)
    ordered = sorted(fitting, key=lambda one: (name_key(one.label), one.id))
    return Several(tuple(one.id for one in ordered))


def alike(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that `typed` may be, mistyped, in Finnish order.

    Each word may hold one slip: a letter too many, missing, wrong, or two swapped; not its first letter, not
    in a word of under four letters, and never in a number ("Koulu 1" is not "Koulu 2"). Spaces, punctuation
    and company forms (Oy, Ky …) do not count.
    """
    words = _words(typed)
    initial = "".join(words)[:1]
    likely = (name for name in names if _may_be(words, initial, name))
    return tuple(sorted(likely, key=name_key))


def _words(name: str) -> list[str]:
    words: list[str] = _WORD.findall(name_key(name))
    return [word for word in words if word not in _COMPANY_FORMS] or words


def _may_be(words: list[str], initial: str, name: str) -> bool:
    others = _words(name)
    if not words or not others or others[0][0] != initial:
        return False
    if len(words) == len(others) and all(map(_same_or_mistyped, words, others)):
        return True
    whole, other = "".join(words), "".join(others)
    return whole == other or (len(words) != len(others) and _same_or_mistyped(whole, other))


def _same_or_mistyped(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < _SHORTEST_MISTYPED or word[0] != other[0]:
        return False
    return _one_slip(word, other) and _digits(word) == _digits(other)


def _one_slip(word: str, other: str) -> bool:
    """Whether two different words are one letter, or one swap of neighbours, apart."""
    shorter, longer = sorted((word, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    if shorter[at + 1 :] == longer[at + 1 :]:
        return True
    swapped = longer[at + 1 : at + 2] + longer[at]
    return shorter[at : at + 2] == swapped and shorter[at + 2 :] == longer[at + 2 :]


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))

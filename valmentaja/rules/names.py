"""Which names may be the same name mistyped, and which ones a beginning of a word may mean.

They are compared by `name_key`: case, accents and extra spaces do not count, å ä ö do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from valmentaja.texts.sorting import name_key

_SHORTEST_MISTYPED = 4  # letters: a shorter word with another letter is another word
_COMPANY_FORMS = frozenset({"ab", "abp", "ay", "ky", "ltd", "osk", "oy", "oyj", "ry", "tmi"})
_WORD = re.compile(r"[^\W_]+")


def alike(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that `typed` may be, mistyped, in Finnish order.

    Each word may hold one slip: a letter too many, missing, wrong, or two swapped; not its first letter, not
    in a word of under four letters, and never in a number ("Koulu 1" is not "Koulu 2"). Spaces, punctuation
    and company forms (Oy, Ky …) do not count.
    """
    return alike_among(typed, taken_apart(names))


@dataclass(frozen=True, slots=True)
class NameWords:
    """A name taken apart for being compared: its words without company forms, and these written together."""

    name: str
    words: list[str]
    whole: str


def taken_apart(names: Iterable[str]) -> tuple[NameWords, ...]:
    """The names as `alike_among` compares them: once is enough for many comparisons."""
    held = ((name, _words(name)) for name in names)
    return tuple(NameWords(name, words, "".join(words)) for name, words in held if words)


def alike_among(typed: str, names: Iterable[NameWords]) -> tuple[str, ...]:
    """As `alike`, among names that have been taken apart."""
    words = _words(typed)
    if not words:
        return ()
    whole, slips = "".join(words), len(words)
    likely = (
        one.name
        for one in names
        if -slips <= len(one.whole) - len(whole) <= slips and _may_be(words, whole, one)
    )
    return tuple(sorted(likely, key=name_key))


def initial_of(typed: str) -> str:
    """The letter or digit, as names are compared, that a name begins with if it is alike; "" for none."""
    return "".join(_words(typed))[:1]


def _words(name: str) -> list[str]:
    words: list[str] = _WORD.findall(name_key(name))
    return [word for word in words if word not in _COMPANY_FORMS] or words


def _may_be(words: list[str], whole: str, other: NameWords) -> bool:
    if other.whole[0] != whole[0]:
        return False
    if len(words) == len(other.words) and all(map(_same_or_mistyped, words, other.words)):
        return True
    return whole == other.whole or (len(words) != len(other.words) and _same_or_mistyped(whole, other.whole))


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


def typed_words(typed: str) -> tuple[str, ...]:
    """The words of what is typed to narrow a list, as names are compared."""
    return tuple(_WORD.findall(name_key(typed)))


def words_in_names(*texts: str | None) -> tuple[str, ...]:
    """The words of the texts, as names are compared."""
    return tuple(word for text in texts if text for word in _WORD.findall(name_key(text)))


def begin_some(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each of the wanted words begins one of the `words_in_names`."""
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)

"""What may have been meant by a word that is not known here: by likeness, and by the words of both languages."""

from collections.abc import Iterable, Mapping
from functools import cache

from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.sorting import name_key

_LIKE = 0.65  # of the letters are the same, in the same order


def command_meant(typed: str, words: Iterable[str]) -> str | None:
    """The command that may have been meant; the text `names.<word>` tells what else a command is called."""
    return _likest(typed, {word: [word, *_in_both_languages(f"names.{word}")] for word in words})


def option_meant(texts: Texts, typed: str, options: Iterable[tuple[str, str]]) -> str | None:
    """The option that may have been meant, by its own name or by the label of what it tells."""
    called = {
        name: [name.strip("-"), *(_in_both_languages(f"field.{kept}") if texts.has(f"field.{kept}") else ())]
        for name, kept in options
    }
    return _likest(typed.partition("=")[0].strip("-"), called)


def _in_both_languages(key: str) -> Iterable[str]:
    return (name for texts in _both_languages() for name in texts(key).split(", "))


@cache
def _both_languages() -> tuple[Texts, ...]:
    return tuple(Texts(language) for language in LANGUAGES)


def _likest(typed: str, called: Mapping[str, Iterable[str]]) -> str | None:
    """The key of which one of the names is the likest to what was typed, if any is like it."""
    from difflib import get_close_matches

    owners: dict[str, str] = {}
    for key, names in called.items():
        for name in names:
            owners.setdefault(name_key(name), key)
    likest = get_close_matches(name_key(typed), owners, n=1, cutoff=_LIKE)
    return owners[likest[0]] if likest else None

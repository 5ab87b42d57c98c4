"""The words of a text as the search index holds them."""

import re
from functools import cache

SHORTEST, LONGEST = 2, 64  # characters in a word that is worth a form of its own

# The tokens of FTS5's unicode61: letters and numbers, and inside a word these combining marks. (Private-use
# characters are tokens there too, and are left out here: they double the time it takes to import this.)
_MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"


@cache
def _word() -> re.Pattern[str]:
    """Compiled when something is written or looked for: reading has no need of it."""
    return re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")


def words_in(text: str) -> frozenset[str]:
    """The words of a text as FTS5's tokenizer `unicode61 remove_diacritics 0` folds and parts them.

    Left out: words of one character, of more than 64, and those that are all digits.
    """
    words = map(_folded, _word().findall(text))
    return frozenset(word for word in words if SHORTEST <= len(word) <= LONGEST and not word.isdigit())


def _folded(word: str) -> str:
    folded = word.casefold()
    return folded if len(folded) == len(word) else "".join(map(_folded_letter, word))


def _folded_letter(letter: str) -> str:
    """One letter for one, as SQLite folds: ẞ becomes ß and not ss, a final ς is σ, İ stays as it is."""
    return next((folded for folded in (letter.casefold(), letter.lower()) if len(folded) == 1), letter)

"""What may be stored as text. Nothing changes in silence: what was masked or removed is counted."""

import re
from dataclasses import dataclass

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.rules.identity import mask_identity_codes
from valmentaja.texts.sorting import name_key

LONGEST_TEXT = 1_000_000
"""Characters that one field holds at most (design.md §4)."""

# Compiled when a text has need of them: most have not.
_LINE_END = "\r+\n"
_BREAK = "[\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]"


@dataclass(frozen=True, slots=True)
class Written:
    """Text ready to be stored: how many identity codes were masked and how many NULs removed in it."""

    text: str
    masked: int
    removed: int


def written(text: str) -> Written:
    """The text as it is stored: identity codes masked, NULs removed, Windows line ends as newlines.

    Written twice it stays the same. Raises `WrongUsage` (`text.not_utf8`) where bytes could not be read as
    text, and `CannotBeMet` (`text.too_long`, with `length` and `longest`) over `LONGEST_TEXT` characters.
    """
    try:
        text.encode()
    except UnicodeEncodeError:  # a byte that was no text, carried as half a surrogate pair
        raise WrongUsage("text.not_utf8") from None
    whole = text.replace("\0", "")
    lines = re.sub(_LINE_END, "\n", whole) if "\r" in whole else whole
    if len(lines) > LONGEST_TEXT:
        raise CannotBeMet("text.too_long", length=len(lines), longest=LONGEST_TEXT)
    masked_text, masked = mask_identity_codes(lines)
    return Written(masked_text, masked, len(text) - len(whole))


def name_written(text: str) -> Written:
    """A name, a code or another one-line field as it is stored: breaks and tabs are spaces, ends are trimmed.

    Raises as `written` does, and `CannotBeMet` (`text.empty`) where nothing that can be seen is left.
    """
    stored = written(text)
    line = re.sub(_BREAK, " ", stored.text).strip()
    if not name_key(line):
        raise CannotBeMet("text.empty")
    return Written(line, stored.masked, stored.removed)

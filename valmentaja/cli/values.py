"""Reads the values of options: words, numbers, and the names of records."""

from __future__ import annotations

from enum import StrEnum

from valmentaja.errors import WrongUsage
from valmentaja.model.contact import MOST_MINUTES

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost every command 2 ms
if TYPE_CHECKING:
    from typing import TypeVar

    Word = TypeVar("Word", bound=StrEnum)


def choice(value: str, words: type[Word], option: str) -> Word:
    """The word of the enum. Raises WrongUsage that lists the words there are."""
    try:
        return words(value.strip().lower().replace("-", "_"))
    except ValueError as failure:
        raise WrongUsage("value.choice", option=option, value=value, choices=", ".join(words)) from failure


def number(value: str, option: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises WrongUsage otherwise."""
    digits = value.strip()
    if not _is_whole(digits) or not least <= int(digits) <= most:
        raise WrongUsage("value.number", option=option, value=value, least=least, most=most)
    return int(digits)


def _is_whole(text: str) -> bool:
    """Whether the text is some digits and no more than a number here can have: Python refuses to read thousands."""
    return len(text) < 16 and text.isascii() and text.isdigit()


def minutes(value: str) -> int:
    """Minutes of a day."""
    return number(value, "--minutes", 0, MOST_MINUTES)


def record_id(value: str) -> int:
    """The number of a record or change, as lists show it. Raises WrongUsage for what is no number."""
    digits = value.strip().lstrip("#")
    if not _is_whole(digits):
        raise WrongUsage("value.record_id", value=value)
    return int(digits)


def joined(words: list[str]) -> str | None:
    """Words given without quotes as one text, `None` when there were none."""
    return " ".join(words) if words else None

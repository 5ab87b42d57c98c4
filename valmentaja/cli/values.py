"""Reads the values of options: words, numbers, and the names of records."""

from enum import StrEnum
from typing import TypeVar

from valmentaja.errors import WrongUsage
from valmentaja.rules.fields import MOST_MINUTES

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
    if not (digits.isascii() and digits.lstrip("-").isdigit()) or not least <= int(digits) <= most:
        raise WrongUsage("value.number", option=option, value=value, least=least, most=most)
    return int(digits)


def minutes(value: str) -> int:
    """Minutes of a day."""
    return number(value, "--minutes", 0, MOST_MINUTES)


def record_id(value: str) -> int:
    """The number of a record, as lists show it."""
    return number(value.lstrip("#"), "ID", 1, 2**53)


def joined(words: list[str]) -> str | None:
    """Words given without quotes as one text, `None` when there were none."""
    return " ".join(words) if words else None

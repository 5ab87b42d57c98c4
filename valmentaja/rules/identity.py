"""Finnish personal identity codes (henkilötunnus): found by their checksum and masked; none is ever stored.

Source of the form: Digital and Population Data Services Agency, century signs as extended in 2023.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

_MASK = "••••"
_CHECK_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_FEWEST_DIGITS = 9  # six of the day, three of the individual number; the last character is often a letter
_LOWEST_INDIVIDUAL_NUMBER = 2
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"  # hyphens, dashes and minus, as word processors turn them
_UNSEEN = "[\u00ad\u200b-\u200f\u2060\ufeff]*"  # what may hide between two characters
_CENTURIES: Mapping[str, int] = (
    {"+": 1800} | dict.fromkeys(_DASHES + "UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)
)


def _digits(name: str, count: int) -> str:
    return f"(?P<{name}>{_UNSEEN.join(['[0-9]'] * count)})"


@cache
def _code() -> re.Pattern[str]:
    """Digits on either side make it another number; letters do not, since a code may be glued to a word."""
    return re.compile(
        r"(?<![0-9])"
        rf"(?P<kept>{_digits('day', 2)}{_UNSEEN}{_digits('month', 2)}{_UNSEEN}{_digits('year', 2)}{_UNSEEN}"
        rf"[ \u00a0]?(?P<sign>[{_DASHES}+A-FU-Ya-fu-y])[ \u00a0]?{_UNSEEN})"
        rf"(?P<secret>{_digits('number', 3)}{_UNSEEN}(?P<check>[0-9A-Ya-y]))"
        r"(?![0-9])"
    )


def mask_identity_codes(text: str) -> tuple[str, int]:
    """The text with each identity code masked as `010190-••••`, and how many there were.

    Only a code with a day of the calendar, an individual number of 002–999 and the right check letter counts;
    everything else is left as it is, to the character. The length of the text stays the same.
    """
    if sum(map(text.count, "0123456789")) < _FEWEST_DIGITS:
        return text, 0  # as most texts, for which what finds a code need not be made
    masked = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal masked
        if not _is_valid(found):
            return found[0]
        masked += 1
        return found["kept"] + _MASK + "•" * (len(found["secret"]) - len(_MASK))

    return _code().sub(replaced, text), masked


def _is_valid(found: re.Match[str]) -> bool:
    number = _seen(found["number"])
    digits = int(_seen(found["day"]) + _seen(found["month"]) + _seen(found["year"]) + number)
    check = _CHECK_LETTERS[digits % len(_CHECK_LETTERS)]
    return int(number) >= _LOWEST_INDIVIDUAL_NUMBER and check == found["check"].upper() and _has_day(found)


def _seen(part: str) -> str:
    return "".join(letter for letter in part if letter.isdigit())


def _has_day(found: re.Match[str]) -> bool:
    century = _CENTURIES[found["sign"].upper()]
    try:
        date(century + int(_seen(found["year"])), int(_seen(found["month"])), int(_seen(found["day"])))
    except ValueError:
        return False
    return True

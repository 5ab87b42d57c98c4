"""Finnish personal identity codes (henkilötunnus): found by their checksum and masked; none is ever stored.

Source of the form: Digital and Population Data Services Agency, century signs as extended in 2023.
"""

import re
from collections.abc import Mapping
from datetime import date

_MASK = "••••"
_CHECK_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_LOWEST_INDIVIDUAL_NUMBER = 2
_DASHES = "-\u2010\u2011\u2012\u2013\u2212"  # hyphens, en dash and minus, as word processors turn them
_CENTURIES: Mapping[str, int] = (
    {"+": 1800} | dict.fromkeys(_DASHES + "UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)
)

# A whole word: neither a letter nor a digit on either side.
_CODE = re.compile(
    r"(?<![^\W_])"
    rf"(?P<kept>(?P<day>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<year>[0-9]{{2}})(?P<sign>[{_DASHES}+A-FU-Ya-fu-y]))"
    r"(?P<number>[0-9]{3})(?P<check>[0-9A-Ya-y])"
    r"(?![^\W_])"
)


def mask_identity_codes(text: str) -> tuple[str, int]:
    """The text with each identity code masked as `010190-••••`, and how many there were.

    Only a code with a day of the calendar, an individual number of 002–999 and the right check letter counts;
    everything else is left as it is, to the character. The length of the text stays the same.
    """
    masked = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal masked
        if not _is_valid(found):
            return found[0]
        masked += 1
        return found["kept"] + _MASK

    return _CODE.sub(replaced, text), masked


def _is_valid(found: re.Match[str]) -> bool:
    number = int(found["number"])
    digits = int(found["day"] + found["month"] + found["year"] + found["number"])
    check = _CHECK_LETTERS[digits % len(_CHECK_LETTERS)]
    return number >= _LOWEST_INDIVIDUAL_NUMBER and check == found["check"].upper() and _has_day(found)


def _has_day(found: re.Match[str]) -> bool:
    century = _CENTURIES[found["sign"].upper()]
    try:
        date(century + int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return True

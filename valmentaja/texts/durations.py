"""Lengths of time as people scribble them, "30 min", "1,5 h", "puoli tuntia", and as they are told."""

import re
from datetime import timedelta

from valmentaja.texts import Texts

_HOURS = r"(?P<hours>[0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:h|t|tuntia|tunti|tunnin|hours?)\.?"
_MINUTES = r"(?P<minutes>[0-9]{1,4}) ?(?:min|mins|minuuttia|minuutin|minutes?)\.?"
_MINUTES_ALONE = _MINUTES.replace("<minutes>", "<alone>")
_HALF_AN_HOUR = r"(?P<half>puoli tuntia|half an hour)"
_AN_HOUR = r"(?P<whole>tunti|tunnin|an hour)"
# Compiled here: a form reads a line at every key.
_DURATION = re.compile(rf"(?:{_HALF_AN_HOUR}|{_HOURS}(?: ?{_MINUTES})?|{_AN_HOUR}|{_MINUTES_ALONE})(?= |$)")


def duration_at_start(text: str) -> tuple[int, int] | None:
    """The minutes with which the text begins, and how many of its words say them; `None` where it begins otherwise."""
    match = _DURATION.match(text.casefold())
    if match is None:
        return None
    return _minutes(match), match[0].count(" ") + 1


def whole_duration(text: str) -> int | None:
    """The minutes that all of the text says, as "1,5 h" does; `None` for what is no length, a plain number too."""
    words = text.split()
    found = duration_at_start(" ".join(words))
    return found[0] if found is not None and found[1] == len(words) else None


def _minutes(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    if match["whole"]:
        return 60
    hours = float((match["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(match["minutes"] or 0) + int(match["alone"] or 0)


def hours_told(texts: Texts, minutes: int) -> str:
    """As "45 min", "3 h", "3 h 20 min"."""
    return texts.length(timedelta(minutes=minutes))

"""Days, times and weeks as people type them, read the Finnish way: 3.4.2026 is the third of April."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from enum import StrEnum

from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.texts.calendar_words import MONTHS_EN, WEEKDAYS, WEEKDAYS_SHORT

FIRST_YEAR = 1900
LAST_YEAR = 2100
A_LITTLE_AHEAD_DAYS = 60
"""How far ahead in this year a record's date without a year is still a slip, and not a date of last year."""

_DAYS_AWAY: Mapping[str, int] = {
    "toissapäivänä": -2,
    "eilen": -1,
    "yesterday": -1,
    "tänään": 0,
    "today": 0,
    "huomenna": 1,
    "tomorrow": 1,
    "ylihuomenna": 2,
}

# Patterns are compiled when a date is typed: most commands are given none.
_ISO_DATE = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_FINNISH_DATE = r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})(?:\.(?P<year>[0-9]{4})?)?"
_ENGLISH_DATE = r"(?P<day>[0-9]{1,2}) (?P<month>[a-z]{3,9})(?: (?P<year>[0-9]{4}))?"
_CLOCK = r"(?:klo )?([0-9]{1,2})(?:[.:]([0-9]{2}))?"
_MOMENT = r"(?P<date>.+?)(?:(?<=[0-9])t| (?:(?:klo|kello|at) ?)?)(?P<clock>[0-9]{1,2}(?:[.:][0-9]{2})?)"
_ISO_WEEK = r"(?P<year>[0-9]{4})-?w(?P<number>[0-9]{1,2})"
_NUMBERED_WEEK = r"(?:w|wk|week|v|vk|vko|viikko)?\.? ?(?P<number>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?"


class Meaning(StrEnum):
    """What a date is for: it decides which of the many Tuesdays, or 24.11.s, is meant."""

    RECORD = "record"
    """Something that happened: the latest one, today included. This year's date that lies a little ahead is no date
    of last year but a slip: it is given as it is, to be refused.
    """
    LOOK_BACK = "look_back"
    """Days that are looked at: the latest one, today included."""
    PLAN = "plan"
    """Something to come: the next one. A date without year may be today; a weekday never is."""
    START = "start"
    """A start, which is logged before or after: the nearest one, and of two as near the later."""


def parse_date(text: str, today: date, meaning: Meaning) -> date:
    """The day that was typed: a date with or without year, a weekday, both, or a word such as "eilen".

    Case and spaces do not matter. Raises `WrongUsage` for what is no date (`date.unreadable`), for a day that no
    calendar has, or that lies outside the years 1900–2100 (`date.impossible`), and for a weekday that the date does
    not have (`moment.weekday`).
    """
    typed = _tidied(text)
    if typed in _DAYS_AWAY:
        return today + timedelta(days=_DAYS_AWAY[typed])
    if typed in _WEEKDAY_NUMBERS:
        return _nearest_weekday(_WEEKDAY_NUMBERS[typed], today, meaning)
    weekday, _, rest = typed.partition(" ")
    if rest and weekday in _WEEKDAY_NUMBERS:
        return _on_weekday(parse_date(rest, today, meaning), _WEEKDAY_NUMBERS[weekday], text)
    day, month, year = _parts(typed, text)
    found = _in_year(year, month, day) if year else _without_year(month, day, today, meaning)
    if found is None:
        raise WrongUsage("date.impossible", text=text)
    return found


def is_weekday(text: str) -> bool:
    """Whether a weekday was typed, by its name alone."""
    return _tidied(text) in _WEEKDAY_NUMBERS


def is_counted_from_today(text: str) -> bool:
    """Whether it is a word such as "huomenna", which means the same day whatever else is said."""
    return _tidied(text) in _DAYS_AWAY


def parse_clock(text: str) -> time:
    """The time of day that was typed: "9.30", "9:30", "klo 9.30", or a whole hour, "9".

    Raises `WrongUsage`: `clock.unreadable`, or `clock.impossible` for 25.00.
    """
    match = re.fullmatch(_CLOCK, _tidied(text))
    if match is None:
        raise WrongUsage("clock.unreadable", text=text)
    try:
        return time(int(match[1]), int(match[2] or 0))
    except ValueError:
        raise WrongUsage("clock.impossible", text=text) from None


def split_moment(text: str, today: date, meaning: Meaning) -> tuple[str, time]:
    """The day's part of a typed moment, ready for `parse_date`, and its time: "to 26.11. klo 10", "2026-11-26T10:00".

    Raises `WrongUsage`: `moment.unreadable` without a day and a time, `moment.weekday` for a weekday that its date
    does not have, and as `parse_clock` does.
    """
    match = re.fullmatch(_MOMENT, _lowered(text))
    if match is None:
        raise WrongUsage("moment.unreadable", text=text)
    typed, at = match["date"].removesuffix(","), parse_clock(match["clock"])
    weekday, _, rest = typed.partition(" ")
    if not rest or weekday not in _WEEKDAY_NUMBERS:
        return typed, at
    _on_weekday(parse_date(rest, today, meaning), _WEEKDAY_NUMBERS[weekday], text)
    return rest, at


def _on_weekday(day: date, weekday: int, text: str) -> date:
    """The day, which is to fall on the weekday that was typed with it."""
    if day.weekday() != weekday:
        raise WrongUsage("moment.weekday", text=text)
    return day


def parse_week(text: str, today: date) -> Week:
    """The week that was typed: "2026-W48", "W48", "48", "vko 48", "week 48", "48/2026".

    Without a year it is a week of the ISO year that today lies in, and week 53 of the year before where this one has
    none. Raises `WrongUsage`: `week.unreadable`, or `week.impossible` for a week that the year does not have.
    """
    typed = _tidied(text)
    match = re.fullmatch(_ISO_WEEK, typed) or re.fullmatch(_NUMBERED_WEEK, typed)
    if match is None:
        raise WrongUsage("week.unreadable", text=text)
    this_year = Week.of(today).year
    for year in (int(match["year"]),) if match["year"] else (this_year, this_year - 1):
        week = _week(year, int(match["number"]))
        if week is not None:
            return week
    raise WrongUsage("week.impossible", text=text)


def _week(year: int, number: int) -> Week | None:
    """The week, if the year has it."""
    try:
        return Week(year, number) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _tidied(text: str) -> str:
    """What was typed in lower case, with single spaces, and none around the marks inside a date."""
    return re.sub(r" ?([.:/-]) ?", r"\1", _lowered(text))


def _lowered(text: str) -> str:
    """What was typed in lower case, with single spaces."""
    if not text.isascii():  # a Mac may give ä as a and two dots
        from unicodedata import normalize

        text = normalize("NFC", text)
    return " ".join(text.casefold().split())


def _weekday_numbers() -> dict[str, int]:
    """Every word for a weekday, Monday 0: short, whole, and the Finnish "on Monday" (maanantaina)."""
    words: dict[str, int] = {}
    for names in (*WEEKDAYS_SHORT.values(), *WEEKDAYS.values()):
        words |= {name.casefold(): number for number, name in enumerate(names)}
    words |= {f"{name}na": number for number, name in enumerate(WEEKDAYS["fi"])}
    return words | {"tues": 1, "thur": 3, "thurs": 3}


_WEEKDAY_NUMBERS = _weekday_numbers()


def is_short_weekday(word: str) -> bool:
    """Whether the word is a short name of a weekday, which may as well be another word: "to", "sat"."""
    typed = word.casefold().rstrip(".")
    return typed in _WEEKDAY_NUMBERS and len(typed) <= 3


def _parts(typed: str, text: str) -> tuple[int, int, int | None]:
    """Day, month and year (`None` when not typed), not yet known to make a day."""
    forms = (_ISO_DATE, _FINNISH_DATE, _ENGLISH_DATE)
    match = next((found for form in forms if (found := re.fullmatch(form, typed))), None)
    month = _month_number(match["month"]) if match else None
    if match is None or month is None:
        raise WrongUsage("date.unreadable", text=text)
    return int(match["day"]), month, int(match["year"]) if match["year"] else None


def _month_number(typed: str) -> int | None:
    if typed.isdigit():
        return int(typed)
    fitting = (n for n, name in enumerate(MONTHS_EN, start=1) if name.casefold().startswith(typed))
    return next(fitting, None)


def _in_year(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_year(month: int, day: int, today: date, meaning: Meaning) -> date | None:
    """The day of that month in the year that `meaning` points to; 29.2. may lie up to eight years away."""
    years = range(today.year - 8, today.year + 9)
    days = [found for year in years if (found := _in_year(year, month, day))]
    match meaning:
        case Meaning.RECORD:
            slip = today + timedelta(days=A_LITTLE_AHEAD_DAYS)
            return max(
                (day for day in days if day <= today or (day <= slip and day.year == today.year)),
                default=None,
            )
        case Meaning.LOOK_BACK:
            return max((day for day in days if day <= today), default=None)
        case Meaning.PLAN:
            return min((day for day in days if day >= today), default=None)
        case Meaning.START:
            return min(reversed(days), key=lambda day: abs(day - today), default=None)


def _nearest_weekday(number: int, today: date, meaning: Meaning) -> date:
    ahead = (number - today.weekday()) % 7
    match meaning:
        case Meaning.RECORD | Meaning.LOOK_BACK:
            days = ahead - 7 if ahead else 0
        case Meaning.PLAN:
            days = ahead or 7
        case Meaning.START:
            days = ahead if ahead <= 3 else ahead - 7
    return today + timedelta(days=days)

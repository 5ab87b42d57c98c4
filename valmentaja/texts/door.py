"""The door to the translated texts: a key goes in, a sentence comes out, in Finnish or English.

The catalogues are gettext's, with keys as msgids (`error.date.unreadable`), so that both languages are
translations of the same meaning. Only the template is formatted: user text with braces passes as it is.
"""

import datetime as dt
import os.path
from collections.abc import Mapping, Sequence
from functools import cache

from valmentaja import TYPE_CHECKING
from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.texts.calendar_words import MONTHS, MONTHS_EN, WEEKDAYS_SHORT
from valmentaja.texts.catalogue import Catalogue

if TYPE_CHECKING:
    from typing import Literal

    Language = Literal["fi", "en"]
else:
    Language = str

LANGUAGES: tuple[Language, ...] = ("fi", "en")

Showable = str | int | float | dt.date | dt.time | dt.timedelta | Week
"""What a parameter of a text may be. Dates, times, lengths, weeks and fractions are written the language's way."""

_SYSTEM_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_LOCALE_LANGUAGES: Mapping[str, Language] = {"fi": "fi", "finnish": "fi", "en": "en", "english": "en"}


class MissingText(KeyError):
    """No text has this key (or not in this number): a mistake in the program, never in what was typed."""


class Texts:
    """All texts of one language, ready to be asked for by their keys: `texts("band.late")`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    @property
    def _catalogue(self) -> Catalogue:
        """Read at the first asking: a command may learn from the workbook that it speaks another language."""
        return _catalogue(self.language)

    def __call__(self, key: str, /, **parameters: Showable) -> str:
        """The text of `key` with `parameters` put in.

        Raises `MissingText` for an unknown key, and `KeyError` where a parameter of the text was not given.
        """
        return self._filled(self._forms(key)[0], parameters)

    def counted(self, key: str, count: int, /, **parameters: Showable) -> str:
        """The text of `key` in the number that `count` asks for; the text may show it as `{count}`."""
        one, *more = self._forms(key)
        if not more:
            raise MissingText(key)
        return self._filled(one if count == 1 else more[0], {**parameters, "count": count})

    def has(self, key: str) -> bool:
        """Whether there is a text with this key, counted or not."""
        return bool(self._catalogue.forms(key))

    def date(self, day: dt.date) -> str:
        """A whole date: "24.11.2026", "24 Nov 2026"."""
        return self("format.date", day=day.day, month=self._month(day), year=day.year)

    def day(self, day: dt.date) -> str:
        """A date of about now, with its weekday: "ti 24.11.", "Tue 24 Nov"."""
        weekday = WEEKDAYS_SHORT[self.language][day.weekday()]
        return self("format.day", weekday=weekday, day=day.day, month=self._month(day))

    def whole_day(self, day: dt.date) -> str:
        """A date with its weekday and year: "ti 24.11.2026", "Tue 24 Nov 2026"."""
        return f"{WEEKDAYS_SHORT[self.language][day.weekday()]} {self.date(day)}"

    def clock(self, at: dt.time) -> str:
        """A time of day, to the minute: "9.30", "9:30"."""
        return self("format.clock", hour=at.hour, minute=f"{at.minute:02d}")

    def length(self, time: dt.timedelta) -> str:
        """A length of time, to the minute: "45 min", "3 h", "3 h 20 min"."""
        hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
        if not hours:
            return self("time_page.minutes", minutes=minutes)
        if not minutes:
            return self("time_page.hours", hours=hours)
        return self("time_page.hours_minutes", hours=hours, minutes=minutes)

    def moment(self, at: dt.datetime) -> str:
        """A date and a time of day: "24.11.2026 klo 9.30", "24 Nov 2026 at 9:30"."""
        return self("format.moment", date=self.date(at), clock=self.clock(at.time()))

    def number(self, number: float) -> str:
        """A number with at most two decimals and no trailing zeros: "4,5", "4.5"; no thousands separator."""
        rounded = f"{number:.2f}".rstrip("0").rstrip(".")
        return "0" if rounded == "-0" else rounded.replace(".", self("format.decimal_mark"))

    def week(self, week: Week) -> str:
        """The number of a week: "vko 48", "week 48"."""
        return self("format.week", number=week.number)

    def month(self, day: dt.date) -> str:
        """The month that the day is in: "marraskuu 2026", "November 2026"."""
        return f"{MONTHS[self.language][day.month - 1]} {day.year}"

    def sentence_list(self, items: Sequence[str]) -> str:
        """Items as they stand in a sentence: "a, b ja c", "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self("format.list", most=", ".join(items[:-1]), last=items[-1])

    def _forms(self, key: str) -> tuple[str, ...]:
        forms = self._catalogue.forms(key)
        if not forms:
            raise MissingText(key)
        return forms

    def _month(self, day: dt.date) -> str:
        return str(day.month) if self.language == "fi" else MONTHS_EN[day.month - 1][:3]

    def _filled(self, template: str, parameters: Mapping[str, Showable]) -> str:
        return template.format(**{name: self._written(value) for name, value in parameters.items()})

    def _written(self, value: Showable) -> str:  # noqa: PLR0911 - one for each sort of value
        match value:
            case dt.datetime():  # before date, which it also is
                return self.moment(value)
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.clock(value)
            case dt.timedelta():
                return self.length(value)
            case Week():
                return self.week(value)
            case float():
                return self.number(value)
        return str(value)


def choose_language(
    wanted: str | None, environment: Mapping[str, str], workbook_setting: str | None
) -> Language:
    """The language to speak: `--lang`, else VALMENTAJA_LANG, the workbook's, the system's, else Finnish.

    Of the system's variables the first that names Finnish or English decides ("en_GB.UTF-8"). Raises
    `WrongUsage` for a `wanted` language that the program does not speak.
    """
    if wanted is not None:
        if (language := _named(wanted)) is None:
            raise WrongUsage("language.unknown", text=wanted)
        return language
    system = (environment.get(variable) for variable in _SYSTEM_VARIABLES)
    wishes = (environment.get("VALMENTAJA_LANG"), workbook_setting, *system)
    return next((language for wish in wishes if (language := _named(wish))), "fi")


def _named(wish: str | None) -> Language | None:
    """The language that a locale name stands for: the part before its country, character set or variant."""
    name = (wish or "").casefold()
    for mark in "_-.@":
        name = name.partition(mark)[0]
    return _LOCALE_LANGUAGES.get(name)


@cache
def _catalogue(language: Language) -> Catalogue:
    with open(_catalogue_file(language), "rb") as file:
        return Catalogue(file.read())


def _catalogue_file(language: Language) -> str:
    """The path of the compiled texts: in the package, or beside it in a checkout without symlinks."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside, beside = (
        os.path.join(folder, "data", "locale", language, "LC_MESSAGES", "valmentaja.mo")
        for folder in (package, os.path.dirname(package))
    )
    return inside if os.path.isfile(inside) else beside

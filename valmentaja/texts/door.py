"""The door to the translated texts: a key goes in, a sentence comes out, in Finnish or English.

The catalogues are gettext's, with keys as msgids (`error.date.unreadable`), so that both languages are
translations of the same meaning. Only the template is formatted: user text with braces passes as it is.
"""

import datetime as dt
import os.path
from collections.abc import Mapping, Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations

from valmentaja import TYPE_CHECKING
from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.texts.calendar_words import MONTHS_EN, WEEKDAYS_SHORT

if TYPE_CHECKING:
    from typing import Literal

    Language = Literal["fi", "en"]
else:
    Language = str

LANGUAGES: tuple[Language, ...] = ("fi", "en")

Showable = str | int | float | dt.date | dt.time | Week
"""What a parameter of a text may be. Dates, times, weeks and fractions are written the language's way."""

_SYSTEM_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_LOCALE_LANGUAGES: Mapping[str, Language] = {"fi": "fi", "finnish": "fi", "en": "en", "english": "en"}


class MissingText(KeyError):
    """No text has this key (or not in this number): a mistake in the program, never in what was typed."""


class Texts:
    """All texts of one language, ready to be asked for by their keys: `texts("band.late")`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    @property
    def _catalogue(self) -> GNUTranslations:
        """Read at the first asking: a command may learn from the workbook that it speaks another language."""
        return _catalogue(self.language)

    def __call__(self, key: str, /, **parameters: Showable) -> str:
        """The text of `key` with `parameters` put in.

        Raises `MissingText` for an unknown key, and `KeyError` where a parameter of the text was not given.
        """
        return self._filled(self._catalogue.gettext(key), parameters)

    def counted(self, key: str, count: int, /, **parameters: Showable) -> str:
        """The text of `key` in the number that `count` asks for; the text may show it as `{count}`."""
        return self._filled(self._catalogue.ngettext(key, key, count), {**parameters, "count": count})

    def has(self, key: str) -> bool:
        """Whether there is a text with this key, counted or not."""
        try:
            self._catalogue.gettext(key)
        except MissingText:
            return False
        return True

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

    def sentence_list(self, items: Sequence[str]) -> str:
        """Items as they stand in a sentence: "a, b ja c", "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self("format.list", most=", ".join(items[:-1]), last=items[-1])

    def _month(self, day: dt.date) -> str:
        return str(day.month) if self.language == "fi" else MONTHS_EN[day.month - 1][:3]

    def _filled(self, template: str, parameters: Mapping[str, Showable]) -> str:
        return template.format(**{name: self._written(value) for name, value in parameters.items()})

    def _written(self, value: Showable) -> str:
        match value:
            case dt.datetime():  # before date, which it also is
                return self.moment(value)
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.clock(value)
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


class _NoText(NullTranslations):
    """What gettext asks when a key is not in the catalogue: instead of showing the key, it refuses."""

    def gettext(self, message: str) -> str:
        raise MissingText(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise MissingText(msgid1)


@cache
def _catalogue(language: Language) -> GNUTranslations:
    with open(_catalogue_file(language), "rb") as file:
        catalogue = GNUTranslations(file)
    catalogue.add_fallback(_NoText())
    return catalogue


def _catalogue_file(language: Language) -> str:
    """The path of the compiled texts: in the package, or beside it in a checkout without symlinks."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside, beside = (
        os.path.join(folder, "data", "locale", language, "LC_MESSAGES", "valmentaja.mo")
        for folder in (package, os.path.dirname(package))
    )
    return inside if os.path.isfile(inside) else beside

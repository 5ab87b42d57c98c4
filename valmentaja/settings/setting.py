"""What a setting is, and how its value is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from valmentaja.rules.written import written
from valmentaja.store.stored_settings import setting_on
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. What it takes is told by one of three: `choices`, the words; `read`, which makes the value of a
    text and raises WrongUsage where it cannot; without either it is a whole number from `least` to `most`.

    `default`: the usual value; `None` where there is none, since the coach must be asked. `from_week_on`: a change
    holds from the week in which it is made; earlier weeks keep what they had.
    """

    key: str
    default: str | None
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    from_week_on: bool = False
    read: Callable[[str], str] | None = None


def written_setting(text: str) -> str:
    """A text in the coach's own words, tidied as any text is."""
    return written(text).text


def value_of(book: Workbook, setting: Setting, day: date) -> str:
    """The value that holds on the day; "" also where the coach was never asked."""
    return answer_to(book, setting, day) or ""


def answer_to(book: Workbook, setting: Setting, day: date) -> str | None:
    """As `value_of`, but `None` where the coach was never asked."""
    return setting_on(book, setting.key, day) or setting.default

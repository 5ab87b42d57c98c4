"""The places where text is typed: a day of the diary, a field of a record, a form."""

import re
from dataclasses import dataclass
from datetime import date

_FIELD = re.compile(r"([a-z_]+)/([1-9][0-9]{0,18})/([a-z_]+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORM = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


@dataclass(frozen=True, slots=True)
class DiaryPlace:
    """The diary of a day: `diary/2026-11-24`."""

    day: date

    def __str__(self) -> str:
        return f"diary/{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of a record, by the kind of the record and the name of the field: `client/12/note`."""

    kind: str
    record_id: int
    field: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.record_id}/{self.field}"


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A form half filled in, by its name in one or more parts: `form/log`, `form/meet/12`."""

    form: str

    def __str__(self) -> str:
        return f"form/{self.form}"


Place = DiaryPlace | FieldPlace | FormPlace


def place_of(text: str) -> Place:
    """The place that the text tells, as `str` of it does. Raises ValueError for any other text."""
    kind, _, rest = text.partition("/")
    if kind == "form" and _FORM.fullmatch(rest):
        return FormPlace(rest)
    if kind == "diary" and _DAY.fullmatch(rest):
        return DiaryPlace(_day(text, rest))
    if kind not in ("form", "diary") and (parts := _FIELD.fullmatch(text)):
        return FieldPlace(parts[1], int(parts[2]), parts[3])
    raise ValueError(f"no place: {text}")


def _day(text: str, iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError as failure:
        raise ValueError(f"no place: {text}") from failure

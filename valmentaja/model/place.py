"""The places where text is typed: a day of the diary, a field of a record, a form, an answer."""

import re
from dataclasses import dataclass
from datetime import date

from valmentaja.model.answer import Whose

_FIELD = re.compile(r"([a-z_]+)/([1-9][0-9]{0,18})/([a-z_]+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANSWER = re.compile(r"answer/([1-9][0-9]{0,18})/([a-z_]+\.[a-z0-9_]+)/([a-z]+)")
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


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """The answer of one view to a question asked of a client: `answer/12/job_search.thoughts/client`."""

    client_id: int
    question: str
    whose: Whose

    def __str__(self) -> str:
        return f"answer/{self.client_id}/{self.question}/{self.whose}"


Place = DiaryPlace | FieldPlace | FormPlace | AnswerPlace


def place_of(text: str) -> Place:
    """The place that the text tells, as `str` of it does. Raises ValueError for any other text."""
    kind, _, rest = text.partition("/")
    if kind == "form" and _FORM.fullmatch(rest):
        return FormPlace(rest)
    if kind == "diary" and _DAY.fullmatch(rest):
        return DiaryPlace(_day(text, rest))
    if (parts := _ANSWER.fullmatch(text)) and parts[3] in tuple(Whose):
        return AnswerPlace(int(parts[1]), parts[2], Whose(parts[3]))
    if kind not in ("form", "diary") and (parts := _FIELD.fullmatch(text)):
        return FieldPlace(parts[1], int(parts[2]), parts[3])
    raise ValueError(f"no place: {text}")


def _day(text: str, iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError as failure:
        raise ValueError(f"no place: {text}") from failure

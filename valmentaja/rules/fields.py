"""What can be changed of a record by name: one declaration per field, used by the commands and by the store."""

from dataclasses import dataclass
from enum import StrEnum

from valmentaja.model.contact import MOST_MINUTES, ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import Sector
from valmentaja.model.step import Owner


class FieldKind(StrEnum):
    """How the value of a field is read."""

    TEXT = "text"
    NAME = "name"
    RECORD_DAY = "record_day"
    PLAN_DAY = "plan_day"
    START_DAY = "start_day"
    DAY_AHEAD = "day_ahead"
    CLOCK = "clock"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"
    CLIENT = "client"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name on the command line and in JSON, its column, and what it takes.

    `needed`: it cannot be emptied. `choices` are the words of a CHOICE; `least` and `most` bound a NUMBER.
    """

    name: str
    column: str
    kind: FieldKind
    needed: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


def _text(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, name, FieldKind.TEXT) for name in names)


def _choice(name: str, words: type[StrEnum], *, needed: bool) -> Field:
    return Field(name, name, FieldKind.CHOICE, needed, tuple(words))


_DATE = Field("date", "day", FieldKind.RECORD_DAY, needed=True)
_TIME = Field("time", "at", FieldKind.CLOCK)
_MINUTES = Field("minutes", "minutes", FieldKind.NUMBER, least=0, most=MOST_MINUTES)

FIELDS: dict[str, tuple[Field, ...]] = {
    "client": (
        Field("name", "name", FieldKind.NAME),
        Field("code", "code", FieldKind.NAME, needed=True),
        Field("start", "start_on", FieldKind.START_DAY, needed=True),
        *_text("phone", "email", "address", "best_reached"),
        Field("contact_interval_days", "contact_interval_days", FieldKind.NUMBER, least=1, most=366),
        *_text("note", "carried_on_by"),
    ),
    "employer": (
        Field("name", "name", FieldKind.NAME, needed=True),
        _choice("sector", Sector, needed=False),
        *_text("industry", "town", "address", "phone", "email", "people", "note"),
    ),
    "employer_contact": (
        _DATE,
        _TIME,
        Field("employer", "employer_id", FieldKind.EMPLOYER),
        Field("client", "client_id", FieldKind.CLIENT),
        Field("present", "present", FieldKind.YES_NO, needed=True),
        _choice("made_by", MadeBy, needed=True),
        _choice("way", EmployerContactWay, needed=True),
        _choice("purpose", Purpose, needed=False),
        *_text("who", "outcome", "note"),
        _MINUTES,
    ),
    "client_contact": (
        _DATE,
        _TIME,
        _choice("way", ClientContactWay, needed=True),
        Field("reached", "reached", FieldKind.YES_NO, needed=True),
        *_text("topic", "note"),
        _MINUTES,
    ),
    "next_step": (
        Field("text", "text", FieldKind.TEXT, needed=True),
        Field("on", "due_on", FieldKind.PLAN_DAY, needed=True),
        _choice("owner", Owner, needed=True),
        Field("done_on", "done_on", FieldKind.RECORD_DAY),
    ),
    "snooze": (
        Field("until", "until", FieldKind.DAY_AHEAD, needed=True),
        Field("because", "because", FieldKind.TEXT, needed=True),
    ),
    "diary_entry": (
        _DATE,
        Field("text", "text", FieldKind.TEXT, needed=True),
        Field("load", "load", FieldKind.NUMBER, least=1, most=5),
        Field("energy", "energy", FieldKind.NUMBER, least=1, most=5),
        Field("supervision", "supervision", FieldKind.YES_NO, needed=True),
    ),
}
"""The fields of each kind of record, in the order in which they are shown."""


def field_named(kind: str, name: str) -> Field | None:
    """The field of the kind with the name; a dash may stand for an underscore."""
    wanted = name.strip().lower().replace("-", "_")
    return next((field for field in FIELDS[kind] if field.name == wanted), None)

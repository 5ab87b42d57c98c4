"""What every writer of the demo leans on: the workbook, its fictional coach's clock, and how the files are read."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum, auto
from functools import cache
from typing import Any

from valmentaja.content.loader import data_folder
from valmentaja.rules.fields import FIELDS, Field, FieldKind
from valmentaja.store.details import Given
from valmentaja.store.editing import changing, write_field
from valmentaja.store.workbook import Workbook

Table = Mapping[str, Any]  # as TOML gives it; the files are ours, and a test reads every line of them

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AFTERNOON = time(15, 30)
_DAYS = frozenset({FieldKind.RECORD_DAY, FieldKind.PLAN_DAY, FieldKind.START_DAY, FieldKind.DAY_AHEAD})


class Turn(IntEnum):
    """What comes first on one day."""

    EMPLOYER = auto()
    CLIENT = auto()
    PHASE = auto()
    TOLD = auto()
    TOLD_LATER = auto()
    PLACEMENT = auto()
    GROUP = auto()
    CONTACT = auto()
    MEETING = auto()
    BOOKING = auto()
    OUTCOME = auto()
    PLACEMENT_LATER = auto()
    ROUND = auto()
    ANSWER = auto()
    CAME_OF = auto()
    STEP = auto()
    STEP_DONE = auto()
    PUT_ASIDE = auto()
    LEAVE = auto()
    TIME = auto()
    DIARY = auto()
    ENDING = auto()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the fictional coach did on a day."""

    day: date
    turn: Turn
    act: Callable[[], object]


class DemoClock:
    """The fictional coach's clock, so that the journal tells of the days on which things happened."""

    def __init__(self, day: date) -> None:
        self.turn_to(day)

    def turn_to(self, day: date) -> None:
        """It is the afternoon of the day."""
        self.moment = datetime.combine(day, _AFTERNOON)

    def now(self) -> datetime:
        """The moment it is."""
        return self.moment

    @property
    def day(self) -> date:
        """The day it is."""
        return self.moment.date()


@dataclass(slots=True)
class DemoBook:
    """The workbook being written, and whom the files have told of so far: clients by code, the others by name."""

    book: Workbook
    language: str
    today: date
    clock: DemoClock
    clients: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    employers: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)

    def said(self, text: Any) -> Any:
        """A text in the language of the demo; what has no language is given as it is."""
        return text[self.language] if isinstance(text, dict) else text

    def day(self, when: str) -> date:
        """`-12` days ago (a weekend moves back to Friday), `+3` ahead (on to Monday), `-3 tue` three weeks ago.

        `0` is today, whatever the day of the week.
        """
        count, _, weekday = when.partition(" ")
        if weekday:
            monday = self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=int(count))
            return monday + timedelta(days=_WEEKDAYS.index(weekday))
        day = self.today + timedelta(days=int(count))
        beyond_friday = day.weekday() - 4
        if int(count) == 0 or beyond_friday <= 0:
            return day
        return (
            day - timedelta(days=beyond_friday) if int(count) < 0 else day + timedelta(days=3 - beyond_friday)
        )

    def values(self, kind: str, told: Table) -> dict[str, Given]:
        """What is told of a record of the kind, by column; names that are none of its fields are left out."""
        return {
            known.column: self._value(known, told[known.name]) for known in FIELDS[kind] if known.name in told
        }

    def _value(self, known: Field, told: Any) -> Given:
        if known.kind in _DAYS:
            return self.day(told)
        if known.kind is FieldKind.HOURS:
            minutes: int = round(told * 60)
            return minutes
        if known.kind is FieldKind.EMPLOYER:
            return self.employers[told]
        if known.kind is FieldKind.CLIENT:
            return self.clients[told]
        if known.kind is FieldKind.CLOCK:
            return time.fromisoformat(told)
        value: Given = self.said(told)
        return value

    def change(self, kind: str, record_id: int, told: Table) -> None:
        """Writes what is told into the fields of a record that is there, in one change."""
        given = {known: told[known.name] for known in FIELDS[kind] if known.name in told}
        if not given:
            return
        with changing(self.book, kind, record_id, next(iter(given))) as writing:
            for known, value in given.items():
                stored = self._value(known, value)
                assert not isinstance(stored, time)
                text = stored.isoformat() if isinstance(stored, date) else stored
                write_field(writing, kind, record_id, known, text)


def rows(file: str, name: str) -> Sequence[Table]:
    """The tables of that name in one file of the demo."""
    found: Sequence[Table] = _file(file).get(name, ())
    return found


@cache
def _file(file: str) -> Table:
    import tomllib

    with open(os.path.join(data_folder(), "demo", f"{file}.toml"), "rb") as opened:
        return tomllib.load(opened)


def first_met(demo: DemoBook) -> dict[str, date]:
    """The day on which each employer is first told of, by name."""
    told = (
        *((contact["employer"], contact["on"]) for contact in rows("contacts", "contact")),
        *((placement["employer"], placement["agreed"]) for placement in rows("placements", "placement")),
    )
    first: dict[str, date] = {}
    for employer, when in told:
        day = demo.day(when)
        first[employer] = min(day, first.get(employer, day))
    return first


def each_day(demo: DemoBook, told: Table) -> Iterator[date]:
    """The days on which what is told happened: one, or a list of them."""
    when = told["on"]
    for one in (when,) if isinstance(when, str) else when:
        yield demo.day(one)

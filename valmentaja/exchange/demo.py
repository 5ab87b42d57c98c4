"""The demo: a fictional caseload, written into a workbook as if its coach had kept it, day by day until today."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any

from valmentaja.content.loader import data_folder
from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import Sector
from valmentaja.model.records_for import RecordsFor
from valmentaja.model.step import Owner
from valmentaja.places import Home
from valmentaja.rules.fields import field_named
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.clients import add_client, end_client, move_to_phase
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.diary import write_diary
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer
from valmentaja.store.holidays import fill_holidays
from valmentaja.store.locks import make_home
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step, finish_step
from valmentaja.store.workbook import Workbook, open_workbook

Table = Mapping[str, Any]  # as TOML gives it; the files are ours, and a test reads every line of them

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AFTERNOON = time(15, 30)
_CLIENT_DETAILS = ("phone", "email", "address", "best_reached", "contact_interval_days", "note")
_EMPLOYER_DETAILS = ("people", "phone", "email", "note")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the fictional coach did on a day; `order` settles what comes first on one day."""

    day: date
    order: int
    act: Callable[[], object]


def make_demo(home: Home, language: str, today: date) -> None:
    """Makes a workbook without passphrase in the home, and fills it. Raises CannotBeMet when one is there."""
    if os.path.exists(home.workbook):
        raise CannotBeMet("demo.not_empty", folder=home.folder)
    make_home(home, None, datetime.now)
    clock = _Clock(datetime.combine(today, _AFTERNOON))
    with open_workbook(home, None, clock.now) as book, book.hurried():
        fill_holidays(book, today.year)
        change_setting(book, SETTINGS["language"], language, today)
        change_setting(book, RECORDS_FOR, RecordsFor.EMPLOYER, today)
        _Writer(book, language, today, clock).write()


class _Clock:
    """The fictional coach's clock, so that the journal tells of the days on which things happened."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class _Writer:
    """Turns the files into events and lets them happen in the order of their days."""

    def __init__(self, book: Workbook, language: str, today: date, clock: _Clock) -> None:
        self.book, self.language, self.today, self.clock = book, language, today, clock
        self.clients: dict[str, tuple[int, str]] = {}
        self.employers: dict[str, int] = {}

    def write(self) -> None:
        events = [
            event
            for source in (
                self._employers(),
                self._clients(),
                self._contacts(),
                self._meetings(),
                self._steps(),
                self._snoozes(),
                self._diary(),
            )
            for event in source
        ]
        for event in sorted(events, key=lambda event: (event.day, event.order)):
            if event.day <= self.today:
                self.clock.moment = datetime.combine(event.day, _AFTERNOON)
                event.act()

    def _employers(self) -> Sequence[Event]:
        first_met = {
            contact["employer"]: self._day(contact["on"])
            for contact in reversed(_rows("contacts", "contact"))
        }
        return [
            Event(first_met[told["name"]], 0, partial(self._add_employer, told))
            for told in _rows("employers", "employer")
        ]

    def _add_employer(self, told: Table) -> None:
        added = add_employer(
            self.book,
            name=told["name"],
            sector=Sector(told["sector"]),
            industry=self._said(told["industry"]),
            town=told["town"],
            added_on=self.clock.moment.date(),
        )
        self.employers[told["name"]] = added.id
        self._details("employer", added.id, told, _EMPLOYER_DETAILS)

    def _details(self, kind: str, record_id: int, told: Table, names: Sequence[str]) -> None:
        for name in names:
            field = field_named(kind, name)
            if name in told and field is not None:
                change_field(self.book, kind, record_id, field, self._said(told[name]))

    def _clients(self) -> Sequence[Event]:
        events = []
        for told in _rows("clients", "client"):
            events.append(Event(self._day(told["start"]), 1, partial(self._add_client, told)))
            for phase, when in told["phases"][1:]:
                if phase != "ended":
                    events.append(Event(self._day(when), 2, partial(self._move, told["code"], phase)))
            if "ended" in told:
                events.append(Event(self._day(told["ended"]), 9, partial(self._end_client, told)))
        return events

    def _add_client(self, told: Table) -> None:
        added = add_client(
            self.book,
            name=told.get("name"),
            code=told["code"],
            start_on=self.clock.moment.date(),
            phase=told["phases"][0][0],
        )
        self.clients[told["code"]] = (added.id, added.label)
        self._details("client", added.id, told, _CLIENT_DETAILS)

    def _move(self, code: str, phase: str) -> None:
        move_to_phase(self.book, self.clients[code][0], phase, self.clock.moment.date())

    def _end_client(self, told: Table) -> None:
        end_client(
            self.book,
            self.clients[told["code"]][0],
            day=self.clock.moment.date(),
            reason=told["end_reason"],
            carried_on_by=self._said(told.get("carried_on_by")),
        )

    def _contacts(self) -> Sequence[Event]:
        return [
            Event(self._day(told["on"]), 3, partial(self._log, told)) for told in _rows("contacts", "contact")
        ]

    def _log(self, told: Table) -> None:
        words = EmployerContactWords(
            day=self.clock.moment.date(),
            way=EmployerContactWay(told["way"]),
            employer_id=self.employers[told["employer"]],
            client_id=self.clients[told["client"]][0] if "client" in told else None,
            present=told.get("present", False),
            who=told.get("who"),
            made_by=MadeBy(told.get("made_by", "coach")),
            purpose=Purpose(told["purpose"]) if "purpose" in told else None,
            outcome=self._said(told.get("outcome")),
            minutes=told.get("minutes"),
            note=self._said(told.get("note")),
        )
        log_employer_contact(self.book, words, employer_label=told["employer"])

    def _meetings(self) -> Sequence[Event]:
        return [
            Event(self._day(told["on"]), 4, partial(self._meet, told))
            for told in _rows("meetings", "meeting")
        ]

    def _meet(self, told: Table) -> None:
        log_client_contact(
            self.book,
            clients=[self.clients[code] for code in told["clients"]],
            day=self.clock.moment.date(),
            way=ClientContactWay(told["way"]),
            reached=told.get("reached", True),
            topic=self._said(told.get("topic")),
            minutes=told.get("minutes"),
            note=self._said(told.get("note")),
        )

    def _steps(self) -> Sequence[Event]:
        """A step is agreed a week before it is due, or as soon after as its client and employer are known."""
        return [
            event
            for told in _rows("steps", "step")
            for event in self._step_events(told, self._day(told["due"]))
        ]

    def _step_events(self, told: Table, due_on: date) -> Sequence[Event]:
        ids: list[int] = []
        done_on = self._day(told["done"]) if "done" in told else None
        latest = min(due_on, done_on or self.today, self.today)
        agreed_on = min(max(self._earliest(told), latest - timedelta(days=7)), latest)
        events = [Event(agreed_on, 5, lambda: ids.append(self._agree(told, due_on)))]
        if done_on is not None:
            events.append(Event(done_on, 6, lambda: finish_step(self.book, ids[0], done_on)))
        return events

    def _earliest(self, told: Table) -> date:
        """The first day on which the step's client and employer are both in the book."""
        starts = {client["code"]: self._day(client["start"]) for client in _rows("clients", "client")}
        met = {
            contact["employer"]: self._day(contact["on"])
            for contact in reversed(_rows("contacts", "contact"))
        }
        return max(starts.get(told.get("client", ""), date.min), met.get(told.get("employer", ""), date.min))

    def _agree(self, told: Table, due_on: date) -> int:
        client_id, label = self.clients[told["client"]] if "client" in told else (None, told["employer"])
        step = agree_next_step(
            self.book,
            StepWords(self._said(told["text"]) or "", due_on, self.clock.moment.date(), Owner(told["owner"])),
            about=label,
            client_id=client_id,
            employer_id=self.employers[told["employer"]] if "employer" in told else None,
        )
        return step.id

    def _snoozes(self) -> Sequence[Event]:
        return [
            Event(self._day(told["made"]), 7, partial(self._put_aside, told))
            for told in _rows("snoozes", "snooze")
        ]

    def _put_aside(self, told: Table) -> None:
        put_aside(
            self.book,
            self.clients[told["client"]][0],
            until=self._day(told["until"]),
            because=self._said(told["because"]) or "",
            today=self.clock.moment.date(),
        )

    def _diary(self) -> Sequence[Event]:
        """Today's page is left for the one who looks at the demo."""
        return [
            Event(day, 8, partial(self._write, told, day))
            for told in _rows("diary", "entry")
            if (day := self._day(told["on"])) < self.today
        ]

    def _write(self, told: Table, day: date) -> None:
        write_diary(
            self.book,
            day,
            self._said(told["text"]) or "",
            load=told.get("load"),
            energy=told.get("energy"),
            supervision=told.get("supervision", False),
            heading="15.30",
        )

    def _said(self, text: Any) -> Any:
        """A text in the language of the demo; what has no language is given as it is."""
        return text[self.language] if isinstance(text, dict) else text

    def _day(self, when: str) -> date:
        """`-12` days ago (a weekend moves back to Friday), `+3` ahead (on to Monday), `-3 tue` three weeks ago."""
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


@cache
def _rows(file: str, name: str) -> Sequence[Table]:
    """The tables of one file of the demo."""
    import tomllib

    with open(os.path.join(data_folder(), "demo", f"{file}.toml"), "rb") as opened:
        rows: Sequence[Table] = tomllib.load(opened)[name]
    return rows

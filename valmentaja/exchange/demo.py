"""The demo: a fictional caseload, written into a workbook as if its coach had kept it, day by day until today."""

import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from valmentaja.errors import CannotBeMet
from valmentaja.exchange.demo_book import DemoBook, DemoClock, Event, Table, Turn, each_day, first_met, rows
from valmentaja.exchange.demo_questions import questions
from valmentaja.exchange.demo_working_life import working_life
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import Sector
from valmentaja.model.records_for import RecordsFor
from valmentaja.model.step import Owner
from valmentaja.places import Home
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.settings.work import usual_place
from valmentaja.store.activities import add_activity
from valmentaja.store.clients import add_client, end_client, enter_second_phase, move_to_phase
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.details import add_detail
from valmentaja.store.diary import write_diary
from valmentaja.store.employers import add_employer
from valmentaja.store.holidays import fill_holidays
from valmentaja.store.leaves import look_at_leave
from valmentaja.store.locks import make_home
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step, finish_step, plan_own_step
from valmentaja.store.workbook import open_workbook

_GIVEN_WHEN_ADDED = frozenset({"name", "code", "start", "sector", "industry", "town", "carried_on_by"})


def make_demo(home: Home, language: str, today: date) -> None:
    """Makes a workbook without passphrase in the home, and fills it. Raises CannotBeMet when one is there."""
    if os.path.exists(home.workbook):
        raise CannotBeMet("demo.not_empty", folder=home.folder)
    make_home(home, None, datetime.now)
    clock = DemoClock(today)
    with open_workbook(home, None, clock.now) as book, book.hurried():
        fill_holidays(book, today.year)
        change_setting(book, SETTINGS["language"], language, today)
        change_setting(book, RECORDS_FOR, RecordsFor.EMPLOYER, today)
        demo = DemoBook(book, language, today, clock)
        for told in rows("service", "service"):
            change_setting(book, SETTINGS["service_words"], demo.said(told["words"]), today)
        _write(demo)


def _write(demo: DemoBook) -> None:
    """Turns the files into events and lets them happen in the order of their days."""
    told = (_employers, _clients, _contacts, _meetings, _steps, _snoozes, _leave, _time, _diary)
    events = (event for source in (*told, working_life, questions) for event in source(demo))
    for event in sorted(events, key=lambda event: (event.day, event.turn)):
        if event.day <= demo.today:
            demo.clock.turn_to(event.day)
            event.act()


def _employers(demo: DemoBook) -> Iterator[Event]:
    met = first_met(demo)
    for told in rows("employers", "employer"):
        yield Event(met[told["name"]], Turn.EMPLOYER, partial(_add_employer, demo, told))


def _add_employer(demo: DemoBook, told: Table) -> None:
    added = add_employer(
        demo.book,
        name=told["name"],
        sector=Sector(told["sector"]),
        industry=demo.said(told["industry"]),
        town=told["town"],
        added_on=demo.clock.day,
    )
    demo.employers[told["name"]] = added.id
    demo.change("employer", added.id, _told_after(told))


def _told_after(told: Table) -> Table:
    return {name: value for name, value in told.items() if name not in _GIVEN_WHEN_ADDED}


def _clients(demo: DemoBook) -> Iterator[Event]:
    for told in rows("clients", "client"):
        code = told["code"]
        yield Event(demo.day(told["start"]), Turn.CLIENT, partial(_add_client, demo, told))
        for phase, when in told["phases"][1:]:
            if phase != "ended":
                yield Event(demo.day(when), Turn.PHASE, partial(_move, demo, code, phase))
        for phase, when in told.get("second_phases", ()):
            yield Event(demo.day(when), Turn.PHASE, partial(_enter_second, demo, code, phase))
        if "ended" in told:
            yield Event(demo.day(told["ended"]), Turn.ENDING, partial(_end_client, demo, told))


def _add_client(demo: DemoBook, told: Table) -> None:
    added = add_client(
        demo.book,
        name=told.get("name"),
        code=told["code"],
        start_on=demo.clock.day,
        phase=told["phases"][0][0],
    )
    demo.clients[told["code"]] = added.id
    demo.labels[told["code"]] = added.label
    demo.change("client", added.id, _told_after(told))


def _move(demo: DemoBook, code: str, phase: str) -> None:
    move_to_phase(demo.book, demo.clients[code], phase, demo.clock.day)


def _enter_second(demo: DemoBook, code: str, phase: str) -> None:
    enter_second_phase(demo.book, demo.clients[code], phase, demo.clock.day)


def _end_client(demo: DemoBook, told: Table) -> None:
    end_client(
        demo.book,
        demo.clients[told["code"]],
        day=demo.clock.day,
        reason=told["end_reason"],
        carried_on_by=demo.said(told.get("carried_on_by")),
    )


def _contacts(demo: DemoBook) -> Iterator[Event]:
    for told in rows("contacts", "contact"):
        yield Event(demo.day(told["on"]), Turn.CONTACT, partial(_log, demo, told))


def _log(demo: DemoBook, told: Table) -> None:
    words = EmployerContactWords(
        day=demo.clock.day,
        way=EmployerContactWay(told["way"]),
        employer_id=demo.employers[told["employer"]],
        client_id=demo.clients[told["client"]] if "client" in told else None,
        present=told.get("present", False),
        who=told.get("who"),
        made_by=MadeBy(told.get("made_by", "coach")),
        purpose=Purpose(told["purpose"]) if "purpose" in told else None,
        outcome=demo.said(told.get("outcome")),
        minutes=told.get("minutes"),
        note=demo.said(told.get("note")),
        place=usual_place(demo.book, EmployerContactWay(told["way"]), demo.clock.day),
    )
    log_employer_contact(demo.book, words, employer_label=told["employer"])


def _meetings(demo: DemoBook) -> Iterator[Event]:
    for told in rows("meetings", "meeting"):
        for day in each_day(demo, told):
            yield Event(day, Turn.MEETING, partial(_meet, demo, told))


def _meet(demo: DemoBook, told: Table) -> None:
    log_client_contact(
        demo.book,
        clients=[(demo.clients[code], demo.labels[code]) for code in told["clients"]],
        day=demo.clock.day,
        way=ClientContactWay(told["way"]),
        reached=told.get("reached", True),
        topic=demo.said(told.get("topic")),
        minutes=told.get("minutes"),
        note=demo.said(told.get("note")),
        place=usual_place(demo.book, ClientContactWay(told["way"]), demo.clock.day),
    )


def _steps(demo: DemoBook) -> Iterator[Event]:
    """A step is agreed a week before it is due, or as soon after as its client and employer are known."""
    met = first_met(demo)
    starts = {client["code"]: demo.day(client["start"]) for client in rows("clients", "client")}
    for told in rows("steps", "step"):
        known_on = max(
            starts.get(told.get("client", ""), date.min), met.get(told.get("employer", ""), date.min)
        )
        yield from _step(demo, told, known_on)


def _step(demo: DemoBook, told: Table, known_on: date) -> Iterator[Event]:
    ids: list[int] = []
    due_on = demo.day(told["due"])
    done_on = demo.day(told["done"]) if "done" in told else None
    latest = min(due_on, done_on or demo.today, demo.today)
    agreed_on = min(max(known_on, latest - timedelta(days=7)), latest)
    yield Event(agreed_on, Turn.STEP, lambda: ids.append(_agree(demo, told, due_on)))
    if done_on is not None:
        yield Event(done_on, Turn.STEP_DONE, lambda: finish_step(demo.book, ids[0], done_on))


def _agree(demo: DemoBook, told: Table, due_on: date) -> int:
    code = told.get("client")
    words = StepWords(demo.said(told["text"]), due_on, demo.clock.day, Owner(told["owner"]))
    if code is None and "employer" not in told:
        return plan_own_step(demo.book, words).id
    step = agree_next_step(
        demo.book,
        words,
        about=demo.labels[code] if code else told["employer"],
        client_id=demo.clients[code] if code else None,
        employer_id=demo.employers[told["employer"]] if "employer" in told else None,
    )
    return step.id


def _snoozes(demo: DemoBook) -> Iterator[Event]:
    for told in rows("snoozes", "snooze"):
        yield Event(demo.day(told["made"]), Turn.PUT_ASIDE, partial(_put_aside, demo, told))


def _put_aside(demo: DemoBook, told: Table) -> None:
    put_aside(
        demo.book,
        demo.clients[told["client"]],
        until=demo.day(told["until"]),
        because=demo.said(told["because"]),
        today=demo.clock.day,
    )


def _leave(demo: DemoBook) -> Iterator[Event]:
    for told in rows("leave", "leave"):
        yield Event(demo.day(told["on"]), Turn.LEAVE, partial(_plan_leave, demo, told))


def _plan_leave(demo: DemoBook, told: Table) -> None:
    values = demo.values("leave", {name: told[name] for name in told if name != "looked_on"})
    values["planned_on"] = demo.clock.day
    leave_id = add_detail(demo.book, "leave", owner_id=None, about="", values=values)
    if "looked_on" in told:
        look_at_leave(demo.book, leave_id, demo.day(told["looked_on"]))


def _time(demo: DemoBook) -> Iterator[Event]:
    for told in rows("time", "activity"):
        for day in each_day(demo, told):
            yield Event(day, Turn.TIME, partial(_spend, demo, told))


def _spend(demo: DemoBook, told: Table) -> None:
    values = demo.values("activity", told)
    values["day"] = demo.clock.day
    add_activity(demo.book, values)


def _diary(demo: DemoBook) -> Iterator[Event]:
    """Today's page is left for the one who looks at the demo."""
    for told in rows("diary", "entry"):
        if demo.day(told["on"]) < demo.today:
            yield Event(demo.day(told["on"]), Turn.DIARY, partial(_write_diary, demo, told))


def _write_diary(demo: DemoBook, told: Table) -> None:
    write_diary(
        demo.book,
        demo.clock.day,
        demo.said(told["text"]),
        load=told.get("load"),
        energy=told.get("energy"),
        supervision=told.get("supervision", False),
        heading="15.30",
    )

"""The working lives of the demo: placements, what the clients tell of themselves, networks, times and groups."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from functools import partial

from valmentaja.exchange.demo_book import DemoBook, Event, Table, Turn, first_met, rows
from valmentaja.model.appointment import Outcome
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement_look import Look
from valmentaja.model.work_support import SupportKind
from valmentaja.rules.appointments import way_if_met
from valmentaja.settings.work import usual_place
from valmentaja.store.appointments import appointment
from valmentaja.store.booking import AppointmentWords, OutcomeWords, book_appointment, say_outcome
from valmentaja.store.details import add_detail, change_detail
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.groups import add_group, join_group
from valmentaja.store.placements import (
    add_placement,
    add_support,
    agree_meetings,
    ask_about_paid_work,
    end_placement,
    look_at,
    move_start,
)

_USUAL_MINUTES = 45
_ADDED_ALIKE = (
    ("profile", "wish"),
    ("profile", "benefit"),
    ("network", "supporter"),
    ("network", "service_period"),
    ("network", "concern"),
    ("people", "employer_person"),
    ("leads", "lead"),
)


def working_life(demo: DemoBook) -> Iterator[Event]:
    """Everything of it, in no order."""
    for source in (_placements, _profiles, _disclosures, _details, _groups, _appointments):
        yield from source(demo)


def _placements(demo: DemoBook) -> Iterator[Event]:
    for told in rows("placements", "placement"):
        ids: list[int] = []
        yield Event(demo.day(told["agreed"]), Turn.PLACEMENT, partial(_place, demo, ids, told))
        for name, write in _LATER.items():
            for later in _listed(told, name):
                yield Event(demo.day(later["on"]), Turn.PLACEMENT_LATER, partial(write, demo, ids, later))


def _listed(told: Table, name: str) -> Sequence[Table]:
    listed: Sequence[Table] = told.get(name, ())
    return listed


def _place(demo: DemoBook, ids: list[int], told: Table) -> None:
    values = demo.values("placement", told)
    added = add_placement(demo.book, demo.clients[told["client"]], values, today=demo.clock.day)
    ids.append(added.id)


def _move_start(demo: DemoBook, ids: list[int], told: Table) -> None:
    because = demo.said(told["because"])
    move_start(demo.book, ids[0], to_day=demo.day(told["to"]), because=because, today=demo.clock.day)


def _support(demo: DemoBook, ids: list[int], told: Table) -> None:
    add_support(demo.book, ids[0], SupportKind(told["kind"]), demo.values("work_support", told))


def _change(demo: DemoBook, ids: list[int], told: Table) -> None:
    demo.change("placement", ids[0], told)


def _look(demo: DemoBook, ids: list[int], told: Table) -> None:
    answers = demo.values("placement_look", told)
    look_at(demo.book, ids[0], Look(told["kind"]), demo.clock.day, answers)


def _agree(demo: DemoBook, ids: list[int], told: Table) -> None:
    agree_meetings(
        demo.book,
        ids[0],
        today=demo.clock.day,
        because=demo.said(told["because"]),
        to_day=demo.day(told["to"]) if "to" in told else None,
        every_days=told.get("every_days"),
        way=told.get("way"),
    )


def _ask(demo: DemoBook, ids: list[int], told: Table) -> None:
    ask_about_paid_work(demo.book, ids[0], day=demo.clock.day, answer=demo.said(told["answer"]))


def _end(demo: DemoBook, ids: list[int], told: Table) -> None:
    end_placement(
        demo.book,
        ids[0],
        day=demo.day(told["last_day"]),
        reason=demo.said(told["reason"]),
        heard_on=demo.clock.day,
        learned=demo.said(told["learned"]),
        carried_onward=demo.said(told["carried_onward"]),
    )


_LATER = {
    "move": _move_start,
    "support": _support,
    "change": _change,
    "look": _look,
    "agreement": _agree,
    "asked": _ask,
    "ended": _end,
}


def _profiles(demo: DemoBook) -> Iterator[Event]:
    for told in rows("profile", "profile"):
        yield Event(demo.day(told["on"]), Turn.TOLD, partial(_tell, demo, told))


def _tell(demo: DemoBook, told: Table) -> None:
    demo.change("client", demo.clients[told["client"]], told)


def _disclosures(demo: DemoBook) -> Iterator[Event]:
    for told in rows("profile", "disclosure"):
        yield Event(demo.day(told["on"]), Turn.TOLD, partial(_agree_disclosure, demo, told))


def _agree_disclosure(demo: DemoBook, told: Table) -> None:
    values = demo.values("disclosure", told)
    client_id, employer_id = demo.clients[told["client"]], values.pop("employer_id", None)
    assert employer_id is None or isinstance(employer_id, int)
    agree_disclosure(demo.book, client_id, employer_id, values, day=demo.clock.day)


def _details(demo: DemoBook) -> Iterator[Event]:
    """What is added in one way whatever its kind, and what became of it afterwards; no employer before it is met."""
    met = first_met(demo)
    for file, kind in _ADDED_ALIKE:
        for told in rows(file, kind):
            ids: list[int] = []
            known_on = max(demo.day(told["on"]), met.get(told.get("employer", ""), date.min))
            yield Event(known_on, Turn.TOLD, partial(_add, demo, kind, told, ids))
            for later in _listed(told, "then"):
                yield Event(
                    demo.day(later["on"]), Turn.TOLD_LATER, partial(_go_on, demo, kind, told, ids, later)
                )
            for contact in _listed(told, "contact"):
                yield Event(
                    demo.day(contact["on"]), Turn.TOLD_LATER, partial(_reach, demo, told, ids, contact)
                )


def _add(demo: DemoBook, kind: str, told: Table, ids: list[int]) -> None:
    values = demo.values(kind, told)
    if kind in ("supporter", "lead"):
        values["added_on"] = demo.clock.day
    owner_id = demo.clients[told["client"]] if "client" in told else None
    if kind == "employer_person":
        owner_id = demo.employers[told["employer"]]
    ids.append(add_detail(demo.book, kind, owner_id=owner_id, about=_about(demo, told), values=values))


def _about(demo: DemoBook, told: Table) -> str:
    if "client" in told:
        return demo.labels[told["client"]]
    return str(told["employer"] if "employer" in told else told["name"])


def _go_on(demo: DemoBook, kind: str, told: Table, ids: list[int], later: Table) -> None:
    values = demo.values(kind, later)
    change_detail(demo.book, kind, ids[0], values, what=later["what"], about=_about(demo, told))


def _reach(demo: DemoBook, told: Table, ids: list[int], contact: Table) -> None:
    values = {"day": demo.clock.day, "note": demo.said(contact["note"])}
    add_detail(demo.book, "supporter_contact", owner_id=ids[0], about=str(told["name"]), values=values)


def _groups(demo: DemoBook) -> Iterator[Event]:
    for told in rows("appointments", "group"):
        yield Event(demo.day(told["on"]), Turn.GROUP, partial(_add_group, demo, told))
        for joined in _listed(told, "joined"):
            yield Event(
                demo.day(joined["on"]), Turn.OUTCOME, partial(_join, demo, told["key"], joined["client"])
            )


def _add_group(demo: DemoBook, told: Table) -> None:
    members = [demo.clients[code] for code in told["clients"]]
    name, co_led_by = demo.said(told["name"]), demo.said(told["co_led_by"])
    group = add_group(demo.book, name=name, client_ids=members, co_led_by=co_led_by)
    demo.groups[told["key"]] = group.id


def _join(demo: DemoBook, key: str, code: str) -> None:
    join_group(demo.book, demo.groups[key], demo.clients[code], demo.clock.day)


def _appointments(demo: DemoBook) -> Iterator[Event]:
    for told in rows("appointments", "appointment"):
        ids: list[int] = []
        yield Event(demo.day(told["booked"]), Turn.BOOKING, partial(_book, demo, told, ids))
        if "outcome" in told:
            said_on = demo.day(told.get("said", told["on"]))
            yield Event(said_on, Turn.OUTCOME, partial(_say, demo, told, ids))


def _book(demo: DemoBook, told: Table, ids: list[int]) -> None:
    words = AppointmentWords(
        day=demo.day(told["on"]),
        at=time.fromisoformat(told["at"]),
        client_ids=tuple(demo.clients[code] for code in told["clients"]),
        booked_on=demo.clock.day,
        way=ClientContactWay(told.get("way", "in_person")),
        minutes=told["minutes"],
        employer_id=demo.employers[told["employer"]] if "employer" in told else None,
        place=demo.said(told.get("place")),
        about=demo.said(told["about"]),
        guests=demo.said(told.get("guests")),
        group_id=demo.groups[told["group"]] if "group" in told else None,
    )
    ids.append(book_appointment(demo.book, words).id)


def _say(demo: DemoBook, told: Table, ids: list[int]) -> None:
    to = (demo.day(told["to"]), time.fromisoformat(told["to_at"])) if "to" in told else None
    way = way_if_met(appointment(demo.book, ids[0]))
    place = usual_place(demo.book, way, demo.clock.day)
    words = OutcomeWords(Outcome(told["outcome"]), demo.clock.day, _USUAL_MINUTES, place, to)
    held = say_outcome(demo.book, ids[0], words)
    if "note" in told and held.contact_id is not None:
        demo.change("client_contact", held.contact_id, {"note": told["note"]})

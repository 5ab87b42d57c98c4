"""All clients are equally valuable (method.md P2): through the workbook, nothing told of anyone gives a place.

Six clients, in three pairs: of each pair the same is recorded on the same days. Whatever is then written in any field
that holds no day or rhythm of a promise, by the store's own editing, everyone stays where they are.
"""

from collections.abc import Iterator
from datetime import time, timedelta
from random import Random

import pytest

from tests.store.workbooks import TODAY, day
from valmentaja.desks.today import today_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.activity import TimeKind
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay
from valmentaja.model.placement_look import Look
from valmentaja.model.step import Owner
from valmentaja.model.work_support import Decision, SupportKind
from valmentaja.rules.fields import FIELDS, Field, FieldKind
from valmentaja.rules.triage import About, QueueRow
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.clients import (
    add_client,
    clients_on_caseload,
    end_client,
    enter_second_phase,
    move_to_phase,
)
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.details import Given, add_detail
from valmentaja.store.diary import write_diary
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer
from valmentaja.store.groups import add_group
from valmentaja.store.placements import add_placement, add_support, agree_meetings, look_at, move_start
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step, plan_own_step
from valmentaja.store.workbook import Value, Workbook

SAID_BY_RULES = {
    "client": {"start", "contact_interval_days"},
    "employer_contact": {"date", "employer", "client", "present", "way"},
    "client_contact": {"date", "way", "reached"},
    "next_step": {"on", "done_on"},
    "snooze": {"until"},
    "appointment": {"date", "way", "employer"},
    "placement": {
        *("employer", "start", "end", "hours", "pay", "subsidy_until", "trial_until", "decide_on"),
        *("asked_paid_on", "ended_on", "heard_on"),
    },
    "work_support": {"kind", "decided_on", "decision", "from", "until"},
    "placement_look": {"kind", "date"},
    "re_agreement": {"agreed_on", "to", "every_days", "way"},
    "benefit": {"notify_by", "checked_on"},
    "disclosure": {"employer", "agreed_on", "again"},
    "supporter": {"every_days"},
    "supporter_contact": {"date"},
    "service_period": {
        *(
            "from",
            "until",
            "interim_report",
            "interim_report_done_on",
            "final_report",
            "final_report_done_on",
        ),
    },
    "concern": {"seen_on", "settled_on"},
    "leave": {"from", "until", "looked_on"},
    "employer": {"state", "rests_until", "archived_on"},
    "lead": {"closes_on", "applied_on", "interview_on", "answer", "answered_on"},
    "diary_entry": {"date"},
}
"""The fields that say when something was promised, done or agreed, and with whom: what rules go by. No others."""

OPINIONS = (
    *("työllistyy varmasti", "ei työllisty koskaan", "likelihood 90 %", "★★★★★", "hankala", "oma suosikki"),
    *("motivaatio 2/10", "!!! kiireellinen", "ei kiirettä"),
)

PAIRS = 3

QUARTER = 15  # minutes: a day has room for so many of them

Place = tuple[About, int, str, float, tuple[tuple[str, int, float], ...]]


def places(book: Workbook) -> list[Place]:
    """Who stands where on the page of today, and by what: the band, the score, and all that waits with its score."""
    return [
        (row.about, row.id, row.band.value, row.score, tuple(_waiting(row)))
        for row in today_page(book, TODAY).rows
    ]


def _waiting(row: QueueRow) -> Iterator[tuple[str, int, float]]:
    return ((one.kind, one.record_id, one.score(TODAY)) for one in row.signals)


class Told:
    """Answers of chance."""

    def __init__(self, book: Workbook, seed: int) -> None:
        self.book, self.chance = book, Random(seed)

    def answer(self, field: Field) -> Value:
        """Whatever the field takes, nothing at all included, as its column holds it."""
        if not field.needed and self.chance.random() < 0.2:
            return None
        if field.kind in (FieldKind.EMPLOYER, FieldKind.CLIENT):
            return self.an_id(field.kind)
        if field.kind is FieldKind.CHOICE:
            return self.chance.choice(field.choices)
        most = QUARTER if field.column.endswith("minutes") else field.most
        days = self.chance.randrange(90)
        anything: dict[FieldKind, Value] = {
            FieldKind.YES_NO: self.chance.randint(0, 1),
            FieldKind.CLOCK: time(self.chance.randrange(24), 30).isoformat("minutes"),
            FieldKind.RECORD_DAY: day(-days).isoformat(),
            FieldKind.PLAN_DAY: day(days).isoformat(),
            FieldKind.NUMBER: self.chance.randint(field.least, max(field.least, most)),
            FieldKind.TEXT: f"{self.chance.choice(OPINIONS)} {self.chance.randrange(10**6)}",
        }
        alike = {FieldKind.NAME: FieldKind.TEXT, FieldKind.HOURS: FieldKind.NUMBER}
        return anything[alike.get(field.kind, field.kind)]

    def an_id(self, table: str) -> int:
        return int(self.chance.choice([row["id"] for row in self.book.rows(f"SELECT id FROM {table}")]))


def recorded(book: Workbook, who: Client, seed: int, employer_id: int) -> None:
    """What is recorded of the client: by the seed, and so the same for both of a pair."""
    chance = Random(seed)
    for days in (40, 12 + chance.randrange(8)):
        log_client_contact(
            book, clients=[(who.id, who.label)], day=day(-days), way=ClientContactWay.IN_PERSON, reached=True
        )
    if seed % PAIRS == 0:
        log_client_contact(
            book, clients=[(who.id, who.label)], day=day(-1), way=ClientContactWay.PHONE, reached=False
        )
    words = EmployerContactWords(day=day(-25), employer_id=employer_id, client_id=who.id)
    log_employer_contact(book, words, employer_label="Leipomo")
    due_on = day(chance.randint(-9, 9))
    agree_next_step(
        book, StepWords("soita", due_on, day(-10)), about=who.label, client_id=who.id, employer_id=None
    )
    ahead = AppointmentWords(day(chance.randint(0, 6)), time(10), (who.id,), day(-2))
    book_appointment(book, ahead)
    if seed % PAIRS == 1:
        put_aside(book, who.id, until=day(5), because="matkalla", today=day(-1))
    _recorded_of_work(book, who, chance, employer_id)
    if seed % PAIRS == 2:
        concern: dict[str, Given] = {"text": "liukas lattia", "seen_on": day(-1)}
        add_detail(book, "concern", owner_id=who.id, about=who.label, values=concern)
    _recorded_beside(book, who, chance)


def _recorded_of_work(book: Workbook, who: Client, chance: Random, employer_id: int) -> None:
    values: dict[str, Given] = {
        "employer_id": employer_id,
        "start_on": day(chance.randint(-20, 10)),
        "pay": chance.choice((Pay.PAID, Pay.UNPAID)),
        "trial_until": day(20),
    }
    work = add_placement(book, who.id, values, today=day(-20))
    move_start(book, work.id, to_day=work.start_on + timedelta(days=1), because="vuorot", today=day(-20))
    look_at(book, work.id, Look.TRIAL_ENDS, day(-15), {})
    decided: dict[str, Given] = {"decided_on": day(-5), "decision": Decision.GRANTED, "until_on": day(40)}
    add_support(book, work.id, SupportKind.WAGE_SUBSIDY, decided)
    agree_meetings(book, work.id, today=TODAY, because="sujuu", every_days=chance.randint(5, 20))


def _recorded_beside(book: Workbook, who: Client, chance: Random) -> None:
    def add(kind: str, **values: Given) -> int:
        return add_detail(book, kind, owner_id=who.id, about=who.label, values=values)

    add("wish", text="eläinten parissa")
    add("benefit", name="asumistuki", notify_by=day(chance.randint(1, 40)), checked_on=day(-15))
    supporter = add("supporter", name="Anneli", added_on=day(-30), every_days=chance.randint(7, 40))
    add_detail(book, "supporter_contact", owner_id=supporter, about="Anneli", values={"day": day(-9)})
    add("lead", job="apulainen", owner=Owner.CLIENT, added_on=day(-9), closes_on=day(chance.randint(1, 9)))
    add("service_period", from_on=day(-30), interim_report_on=day(chance.randint(-3, 20)))
    agree_disclosure(book, who.id, None, {"may": "nimi"}, day=day(-chance.randint(30, 80)))


@pytest.fixture(params=range(3))
def told(request: pytest.FixtureRequest, book: Workbook) -> Told:
    """A caseload of three pairs, and what else a workbook holds."""
    seed = int(request.param)
    employers = [
        add_employer(book, name=f"Yritys {n}", sector=None, industry=None, town=None, added_on=day(-60)).id
        for n in range(2)
    ]
    for number in range(2 * PAIRS):
        who = add_client(book, name=f"Asiakas {number}", code=None, start_on=day(-50), phase="engagement")
        recorded(book, who, seed * PAIRS + number % PAIRS, employers[0])
    add_group(book, name="Työnhakijat", client_ids=[one.id for one in clients_on_caseload(book, TODAY)][:4])
    plan_own_step(book, StepWords("lue", day(2), TODAY))
    step = StepWords("vie esite", day(-1), day(-8))
    agree_next_step(book, step, about="Yritys", client_id=None, employer_id=employers[1])
    leave: dict[str, Given] = {"from_on": day(7), "until_on": day(9), "planned_on": day(-3)}
    add_detail(book, "leave", owner_id=None, about="", values=leave)
    add_detail(book, "employer_person", owner_id=employers[0], about="Yritys", values={"name": "Liisa"})
    hours: dict[str, Given] = {"day": day(-1), "kind": TimeKind.RECORDS, "minutes": 30}
    add_detail(book, "activity", owner_id=None, about="", values=hours)
    write_diary(book, TODAY, "pitkä päivä", heading="16.00")
    return Told(book, seed)


UNJUDGED = [
    (kind, field)
    for kind, fields in FIELDS.items()
    for field in fields
    if field.name not in SAID_BY_RULES.get(kind, set())
]


def answered(told: Told, kind: str, field: Field) -> Iterator[int]:
    """Writes an answer in the field of every record of the kind; the ids of those that took it."""
    ids = [int(row["id"]) for row in told.book.rows(f"SELECT id FROM {kind} ORDER BY id")]
    for record_id in told.chance.sample(ids, len(ids)):
        try:
            change_field(told.book, kind, record_id, field, told.answer(field), today=TODAY)
        except CannotBeMet:  # beside what else the record says it cannot stand
            continue
        yield record_id


def test_no_answer_in_any_field_moves_anyone(told: Told) -> None:
    before = places(told.book)
    assert {place[0] for place in before} == set(About)
    for kind, field in 2 * UNJUDGED:
        took = list(answered(told, kind, field))
        assert took, f"{kind}.{field.name} took no answer"
        assert places(told.book) == before, f"{kind}.{field.name}"


def test_of_whom_the_same_is_recorded_stand_in_the_same_band_with_the_same_score(told: Told) -> None:
    for kind, field in UNJUDGED:
        list(answered(told, kind, field))
    clients = {
        id: (band, score, [(kind, own) for kind, _, own in waiting])
        for about, id, band, score, waiting in places(told.book)
        if about is About.CLIENT
    }
    first, second = sorted(clients)[:PAIRS], sorted(clients)[PAIRS:]
    assert [clients[id] for id in first] == [clients[id] for id in second]


def test_no_phase_group_or_diary_moves_anyone_and_who_ends_leaves_the_others_where_they_are(
    told: Told,
) -> None:
    book, before = told.book, places(told.book)
    clients = clients_on_caseload(book, TODAY)
    for one in clients:
        move_to_phase(book, one.id, told.chance.choice(("profile", "job_search", "support")), TODAY)
        enter_second_phase(book, one.id, "engagement", TODAY)
    add_group(book, name="Suosikit", client_ids=[one.id for one in told.chance.sample(clients, 3)])
    words = f"{clients[0].label} työllistyy varmasti, {clients[1].label} ei koskaan. @V1 #helppo"
    write_diary(book, day(-1), words, heading="16.00")
    assert places(book) == before
    gone = told.chance.choice(clients)
    end_client(book, gone.id, day=TODAY, reason="ei työllisty", carried_on_by="kukaan")
    assert places(book) == [one for one in before if one[1] != gone.id]


def test_what_rules_go_by_is_a_day_a_rhythm_or_a_way_and_never_a_text_of_opinion() -> None:
    allowed = {*FieldKind} - {FieldKind.TEXT, FieldKind.NAME}
    by_rules = [
        field
        for kind, fields in FIELDS.items()
        for field in fields
        if field.name in SAID_BY_RULES.get(kind, set())
    ]
    assert {field.kind for field in by_rules} <= allowed
    assert sum(map(len, SAID_BY_RULES.values())) == len(by_rules)

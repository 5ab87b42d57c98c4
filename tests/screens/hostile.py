"""A workbook whose every text would command the terminal, be read as markup, or break the lines; and how it is seen."""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path

from rich.segment import Segment

from tests.store.workbooks import TODAY, Clock, answered, day, opened, plain_home
from valmentaja.model.answer import Whose
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.place import DiaryPlace, FieldPlace, FormPlace
from valmentaja.places import Home
from valmentaja.rules.fields import FIELDS, Field, FieldKind
from valmentaja.screens.program.app import Workbench
from valmentaja.store.answers import Asked, plan_finding_out, say_answer
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.clients import add_client, end_client
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.details import Given, insert_detail
from valmentaja.store.diary import write_diary
from valmentaja.store.drafts import keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer
from valmentaja.store.groups import add_group
from valmentaja.store.placements import add_placement, end_placement
from valmentaja.store.question_rounds import begin_round
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step, plan_own_step
from valmentaja.store.workbook import Workbook

HOSTILE = (
    "[/b] [@click=app.quit]x[/] [bold]y[/] $(rm) \x1b]0;title\x07 \x1b[2J \x07\x08 \x9b31m\x90q\x9c "
    "\u202egnp.exe\u2066 \t 👩‍👩‍👧 e\u0301\u0302 漢字汉字한국어 שלום\nrivi \r\x0b\u2028 " + "w" * 300
)
GONE = "1-1-dead"  # a window that runs no more


class Texts:
    """Gives hostile texts that begin differently, so that each is known again on a screen: `M07[/b] …`."""

    def __init__(self) -> None:
        self.markers: dict[str, str] = {}

    def __call__(self, about: str) -> str:
        marker = f"M{len(self.markers):02}[/b]"
        self.markers[about] = marker
        return marker + HOSTILE.removeprefix("[/b]")


Ids = Mapping[str, int]
"""A record of the workbook by each kind."""


def hostile_home(folder: Path) -> tuple[Home, dict[str, str]]:
    """The home, and the beginning of the text in each field of each kind."""
    home, texts = answered(plain_home(folder)), Texts()
    with opened(home, now=Clock()) as book:
        ids = _records(book, texts)
        _every_field(book, texts, ids)
        for table, column in (("client", "name"), ("client", "code"), ("employer", "name")):
            book.execute(
                f"UPDATE {table} SET {column} = replace({column}, 'rivi', char(10, 13, 9) || 'rivi')"
            )
        _answers(book, texts, ids["client"])
        _drafts(book, texts, ids)
    return home, texts.markers


def _client(book: Workbook, texts: Texts, about: str) -> Client:
    return add_client(book, name=texts(f"{about} name"), code=None, start_on=day(-50), phase="engagement")


def _records(book: Workbook, texts: Texts) -> Ids:
    client = _client(book, texts, "client")
    employer = add_employer(
        book, name=texts("employer name"), sector=None, industry=None, town=None, added_on=day(-9)
    )
    group = [(client.id, client.label), (_aside(book, texts).id, "x")]
    met = log_client_contact(book, clients=group, day=TODAY, way=ClientContactWay.PHONE, reached=True)
    words = EmployerContactWords(day=TODAY, employer_id=employer.id, client_id=client.id)
    visit = log_employer_contact(
        book, words, employer_label=employer.name, next_step=StepWords(texts("visit step"), day(4), TODAY)
    )
    _ended(book, texts)
    step = agree_next_step(
        book, StepWords("x", day(-2), day(-3)), about=client.label, client_id=client.id, employer_id=None
    )
    agree_next_step(
        book, StepWords(texts("owed"), day(1), day(-3)), about="x", client_id=None, employer_id=employer.id
    )
    plan_own_step(book, StepWords(texts("own step"), day(2), day(-3)))
    entry = write_diary(book, TODAY, "x", heading="x")
    return {
        "client": client.id,
        "employer": employer.id,
        "client_contact": met.id,
        "employer_contact": visit.id,
        "next_step": step.id,
        "diary_entry": entry.id,
        **_working_life(book, client, employer.id),
    }


def _working_life(book: Workbook, client: Client, employer_id: int) -> Ids:
    """A record of each kind that tells of a working life; their texts are written afterwards."""

    def add(kind: str, owner_id: int | None, values: Mapping[str, Given]) -> int:
        with book.change("wish_added", about="x") as writing:
            return insert_detail(writing, kind, owner_id=owner_id, values=values)

    held = {kind: add(kind, client.id, values) for kind, values in _ABOUT_CLIENT.items()}
    for which, pay, start in (("placement", "paid", -40), ("unpaid", "unpaid", -30), ("ended", "paid", -90)):
        values: dict[str, Given] = {"employer_id": employer_id, "start_on": day(start), "pay": pay}
        held[which] = add_placement(book, client.id, values, today=TODAY).id
    end_placement(book, held["ended"], day=day(-60), reason="x", heard_on=day(-60))
    held |= {kind: add(kind, held["placement"], values) for kind, values in _ABOUT_WORK.items()}
    held["supporter_contact"] = add("supporter_contact", held["supporter"], {"day": day(-1)})
    add("supporter", None, {"name": "x", "added_on": day(-1)})
    held["leave"] = add("leave", None, {"from_on": day(2), "until_on": day(12), "planned_on": day(-1)})
    held["employer_person"] = add("employer_person", employer_id, {"name": "x"})
    held["activity"] = add("activity", None, {"day": TODAY, "kind": "records", "minutes": 5})
    held["client_group"] = add_group(book, name="x", client_ids=[client.id]).id
    words = AppointmentWords(TODAY, time(9, 30), (client.id,), TODAY, employer_id=employer_id)
    held["appointment"] = book_appointment(book, words).id
    return held


_SHOWN_OF = {
    **dict.fromkeys(("paid_chance", "next_aim", "asked_paid_answer"), "unpaid"),
    **dict.fromkeys(("end_reason", "learned", "carried_onward"), "ended"),
}
"""Fields that only some placements show, with the one that does."""
_ABOUT_CLIENT: Mapping[str, Mapping[str, Given]] = {
    "wish": {"text": "x"},
    "benefit": {"name": "x"},
    "disclosure": {"agreed_on": day(-3)},
    "supporter": {"name": "x", "added_on": day(-9), "is_told": True},
    "service_period": {"from_on": day(-9), "interim_report_on": day(9)},
    "concern": {"text": "x", "seen_on": day(-1)},
    "lead": {"job": "x", "owner": "together", "added_on": day(-1)},
}
_ABOUT_WORK: Mapping[str, Mapping[str, Given]] = {
    "work_support": {"kind": "aid"},
    "placement_look": {"kind": "retention_3m", "day": day(-1)},
    "start_move": {"moved_on": day(-50), "from_day": day(-45), "to_day": day(-40), "because": "x"},
    "re_agreement": {"agreed_on": day(-1), "every_days": 20, "because": "x"},
}


def _aside(book: Workbook, texts: Texts) -> Client:
    aside = _client(book, texts, "put aside")
    met = ClientContactWay.IN_PERSON
    log_client_contact(book, clients=[(aside.id, "x")], day=day(-2), way=met, reached=True)
    put_aside(book, aside.id, until=day(5), because=texts("snooze because"), today=TODAY)
    return aside


def _ended(book: Workbook, texts: Texts) -> Client:
    ended = _client(book, texts, "ended")
    by = texts("carried on by")
    return end_client(book, ended.id, day=day(-1), reason=texts("end reason"), carried_on_by=by)


def _answers(book: Workbook, texts: Texts, client_id: int) -> None:
    """Two rounds of questions: one answer that changed, of two views, and one that is to be found out today."""
    asked = Asked(client_id, "job_search.thoughts")
    say_answer(book, asked, today=day(-9), text=texts("answer then"))
    begin_round(book, client_id, asked.question_set, day(-1))
    say_answer(book, asked, today=day(-1), text=texts("answer now"))
    coachs = Asked(client_id, asked.question, Whose.COACH)
    say_answer(book, coachs, today=day(-1), text=texts("answer of the coach"))
    waits = Asked(client_id, "job_search.others_views")
    plan_finding_out(book, waits, texts("found out how"), TODAY, today=day(-1))


def _every_field(book: Workbook, texts: Texts, ids: Ids) -> None:
    for kind, field in text_fields():
        if kind != "snooze":
            record_id = ids[_SHOWN_OF.get(field.name, kind)]
            change_field(book, kind, record_id, field, texts(f"{kind} {field.name}"))


def text_fields() -> Iterator[tuple[str, Field]]:
    """Every field of every kind of record that holds a coach's own words."""
    for kind, fields in FIELDS.items():
        for field in fields:
            if field.kind in (FieldKind.TEXT, FieldKind.NAME):
                yield kind, field


def _drafts(book: Workbook, texts: Texts, ids: Ids) -> None:
    """What a window that is gone was typing: in a form, and in fields that were written elsewhere since."""
    form = '{"text": "%s", "on": "%s"}' % (texts("draft of a form").partition("\x1b")[0], "[/b]")  # noqa: UP031
    keep_draft(book, FormPlace(f"next_step/{ids['client']}"), GONE, form, 0)
    keep_draft(book, FieldPlace("client", ids["client"], "address"), GONE, texts("draft of a field"), 1)
    keep_draft(book, DiaryPlace(day(-1)), GONE, texts("draft of a diary"), 0)


def drawn(app: Workbench) -> Iterator[Segment]:
    """Every piece of text on the screen with its style."""
    for strip in app.screen._compositor.render_strips():
        yield from strip


_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def faults_in(app: Workbench) -> list[str]:
    """What on the screen could command the terminal, or has taken its look or its doing from a text."""
    told = []
    for segment in drawn(app):
        if _COMMANDS.search(segment.text):
            told.append(f"a command in {segment.text!r}")
        if segment.style is not None and (segment.style.link or "@click" in segment.style.meta):
            told.append(f"an action in {segment.text!r}")
    return told

"""All clients are equally valuable (method.md P2): no place in the queue is owed to who somebody is."""

from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from tests.core.caseload import TODAY, client, days_ago, employer, looked_after, step, touch, with_step
from tests.core.placements import job
from valmentaja.model.client import Client
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.reason import Band
from valmentaja.model.step import Owner
from valmentaja.rules.facts import ClientFacts, EmployerFacts
from valmentaja.rules.promises import Work
from valmentaja.rules.signals import SignalSettings
from valmentaja.rules.triage import triage

USUAL = SignalSettings()

words = st.text(max_size=20)
perhaps_words = st.none() | words


def caseload() -> list[ClientFacts]:
    """Six clients, each with a reason of another kind; nothing of it counts from the start."""
    others = [looked_after(client(id)) for id in range(1, 7)]
    others[0] = with_step(others[0], days_ago(3))
    others[1] = replace(others[1], last_reached=touch(16))
    others[2] = replace(others[2], last_seen=touch(30))
    others[3] = replace(others[3], last_reached=touch(4), last_attempt=touch(2))
    others[4] = with_step(others[4], days_ago(-2), id=501)
    return others


def places(clients: list[ClientFacts], employers: tuple[EmployerFacts, ...] = ()) -> list[tuple[int, Band]]:
    return [(row.id, row.band) for row in triage(clients, employers, USUAL, TODAY)]


def with_client(facts: list[ClientFacts], number: int, changed: Client) -> list[ClientFacts]:
    return [replace(record, client=changed) if at == number else record for at, record in enumerate(facts)]


numbers = st.integers(0, 5)


@given(numbers, perhaps_words, words)
def test_no_name_and_no_code_gives_a_place(number: int, name: str | None, code: str) -> None:
    clients = caseload()
    renamed = replace(clients[number].client, name=name, code=code)
    assert places(with_client(clients, number, renamed)) == places(clients)


@given(numbers, perhaps_words, perhaps_words, perhaps_words, perhaps_words)
def test_no_note_phone_mail_or_address_gives_a_place(
    number: int, note: str | None, phone: str | None, email: str | None, address: str | None
) -> None:
    clients = caseload()
    changed = replace(
        clients[number].client, note=note, phone=phone, email=email, address=address, best_reached=note
    )
    assert places(with_client(clients, number, changed)) == places(clients)


@given(numbers, words)
def test_no_phase_gives_a_place(number: int, phase: str) -> None:
    clients = caseload()
    changed = replace(clients[number].client, phase=phase)
    assert places(with_client(clients, number, changed)) == places(clients)


def anything(declared: object) -> st.SearchStrategy[object]:
    """Whatever such a field may hold."""
    kinds = [one for one in getattr(declared, "__args__", (declared,)) if one is not type(None)]
    (kind,) = kinds
    strategies: dict[object, st.SearchStrategy[object]] = {
        str: words,
        int: st.integers(1, 10_000),
        bool: st.booleans(),
        date: st.dates(date(2000, 1, 1), TODAY),
    }
    found = strategies[kind] if kind in strategies else st.sampled_from(list(cast("type[StrEnum]", kind)))
    return found if kinds == [declared] else st.none() | found


SAID_BY_RULES = {"id", "start_on", "ended_on", "contact_interval_days"}
UNJUDGED = {one.name: one.type for one in fields(Client) if one.name not in SAID_BY_RULES}


@given(numbers, st.data())
def test_nothing_that_is_told_of_a_client_gives_a_place(number: int, data: st.DataObject) -> None:
    clients = caseload()
    told = {name: data.draw(anything(declared), name) for name, declared in UNJUDGED.items()}
    changed = replace(clients[number].client, **told)  # type: ignore[arg-type]
    assert places(with_client(clients, number, changed)) == places(clients)


@given(st.data())
def test_neither_the_job_nor_the_pay_hours_or_employer_gives_a_place_after_a_start(
    data: st.DataObject,
) -> None:
    """What promises are counted from aside: days, and whether it is a job at all."""
    unjudged = (
        "employer_id",
        "job",
        "weekly_minutes",
        "contract",
        "workplace_supporter",
        "paid_chance",
        "note",
    )
    declared = {one.name: one.type for one in fields(Placement)}
    clients = caseload()
    told = {name: data.draw(anything(declared[name]), name) for name in unjudged}
    placed = job(days_ago(5))
    changed = replace(placed, pay=data.draw(st.sampled_from((Pay.PAID, Pay.SUBSIDISED))), **told)  # type: ignore[arg-type]
    ours, other = ([replace(clients[0], works=(Work(one),)), *clients[1:]] for one in (placed, changed))
    assert places(other) == places(ours)


@given(numbers, st.dates(date(2000, 1, 1), TODAY))
def test_a_long_time_on_the_caseload_gives_no_place_by_itself(number: int, start_on: date) -> None:
    clients = caseload()
    changed = replace(clients[number].client, start_on=start_on)
    assert places(with_client(clients, number, changed)) == places(clients)


@given(numbers, st.integers(1, 10_000))
def test_a_record_often_changed_gives_no_place(number: int, revision: int) -> None:
    clients = caseload()
    changed = replace(clients[number].client, revision=revision)
    assert places(with_client(clients, number, changed)) == places(clients)


@given(words, st.sampled_from(Owner))
def test_neither_the_words_nor_the_owner_of_a_next_step_give_a_place(text: str, owner: Owner) -> None:
    clients = caseload()
    reworded = tuple(replace(step, text=text, owner=owner) for step in clients[0].open_steps)
    changed = [replace(clients[0], open_steps=reworded), *clients[1:]]
    assert places(changed) == places(clients)


@given(words, perhaps_words, perhaps_words)
def test_no_name_industry_or_town_of_an_employer_gives_a_place(
    name: str, industry: str | None, town: str | None
) -> None:
    facts = employer(id=20, steps=(step(days_ago(1), id=502),))
    other = replace(facts, employer=replace(facts.employer, name=name, industry=industry, town=town))
    assert places(caseload(), (other,)) == places(caseload(), (facts,))


def test_two_clients_with_the_same_records_differ_only_by_who_was_there_first() -> None:
    twins = [with_step(looked_after(client(id)), days_ago(1), id=500 + id) for id in (7, 4)]
    assert [id for id, _ in places(twins)] == [4, 7]

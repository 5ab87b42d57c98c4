"""Job leads through real keys: added from the client and from the employer, and one key for what happens to them."""

import pytest

from tests.screens.records import go_to_part
from tests.screens.running import footer, line_with, open_app, press, shows, write
from tests.store.workbooks import TODAY, aino, day, met, opened, visited
from valmentaja.desks.leads import LeadState, lead_state, leads_of_client
from valmentaja.model.lead import Answer, Lead
from valmentaja.model.step import Owner
from valmentaja.places import Home
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.leads.page import LeadScreen
from valmentaja.store.clients import all_clients
from valmentaja.store.details import Given
from valmentaja.store.employers import employers
from valmentaja.store.leads import add_lead
from valmentaja.store.steps import StepWords, agree_next_step


@pytest.fixture
def seeking(empty: Home) -> Home:
    """Aino, met today with a step ahead, and one employer."""
    with opened(empty) as book:
        who = aino(book)
        visited(book, "Lounas-Aitta", client_id=who.id, day=day(-3))
        met(book, who)
        words = StepWords("ansioluettelo", day(40), day(-3))
        agree_next_step(book, words, about="x", client_id=who.id, employer_id=None)
    return empty


def leads(home: Home) -> list[Lead]:
    """Aino's leads."""
    with opened(home) as book:
        found = [one.record for one in leads_of_client(book, all_clients(book)[0].id)]
    assert all(isinstance(one, Lead) for one in found)
    return [one for one in found if isinstance(one, Lead)]


def told(home: Home, job: str, **values: Given) -> None:
    """A lead of Aino's."""
    with opened(home) as book:
        held = {"job": job, "owner": Owner.TOGETHER, **values}
        add_lead(book, all_clients(book)[0], held, today=day(-20))


async def test_a_lead_is_added_on_the_clients_work_and_the_employer_may_be_new(seeking: Home) -> None:
    async with open_app(seeking) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "work")
        await press(pilot, "n", "2")
        await write(pilot, "keittiö [/b] apulainen")
        await press(pilot, "tab")
        await write(pilot, "Leipomo Kuura")
        await press(pilot, "tab", "tab", "tab")
        await write(pilot, "4.12.")
        assert shows(app, "pe 4.12.2026")
        await press(pilot, "enter")
        assert shows(app, "Lisätty työpaikkavihje: keittiö [/b] apulainen (u kumoaa)")
        assert shows(app, "haku päättyy pe 4.12., ei vielä haettu")
        assert "Leipomo Kuura" in line_with(app, "keittiö [/b] apulainen  ")
    with opened(seeking) as book:
        assert "Leipomo Kuura" in [one.name for one in employers(book)]
    assert [one.closes_on for one in leads(seeking)] == [day(10)]


async def test_a_lead_is_added_on_the_employers_page_and_asks_whose_it_is(seeking: Home) -> None:
    async with open_app(seeking) as (app, pilot):
        await press(pilot, "3", "enter")
        await go_to_part(app, pilot, "leads")
        await press(pilot, "n")
        await write(pilot, "tiskari")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita, kenen vihje se on.")
        await write(pilot, "Zorro")
        await press(pilot, "enter")
        assert shows(app, "Asiakkaissasi ei ole tällaista: Zorro")
        await press(pilot, "ctrl+u")
        await write(pilot, "ai")
        await press(pilot, "enter")
        assert "Aino Kallio" in line_with(app, "tiskari")
        assert shows(app, "ei vielä haettu")
    assert [one.job for one in leads(seeking)] == ["tiskari"]


async def test_one_key_each_tells_that_it_was_applied_for_an_interview_and_an_answer(seeking: Home) -> None:
    told(seeking, "tiskari", closes_on=day(3))
    async with open_app(seeking) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "work")
        await press(pilot, "enter")
        assert isinstance(app.screen, LeadScreen)
        await press(pilot, "t")
        assert shows(app, "Haettu tänään: tiskari (u kumoaa)")
        assert "done" not in footer(app)
        await press(pilot, "f")
        await write(pilot, "4.12.")
        await press(pilot, "tab")
        await write(pilot, "9.30")
        await press(pilot, "enter")
        assert shows(app, "haastattelu pe 4.12. klo 9.30")
        await press(pilot, "o", "1")
        assert shows(app, "sai paikan, ti 24.11.")
        assert "outcome" not in footer(app)
        assert "book" not in footer(app)
        await press(pilot, "u", "escape")
        assert isinstance(app.screen, ClientScreen)
    held = leads(seeking)[0]
    assert (held.applied_on, held.interview_on, held.answer) == (TODAY, day(10), None)


async def test_a_lead_that_closes_is_opened_from_today_and_one_taken_away_closes_its_page(
    seeking: Home,
) -> None:
    told(seeking, "tiskari", closes_on=TODAY)
    async with open_app(seeking) as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, LeadScreen)
        assert shows(app, "Aino Kallio")
        await press(pilot, "delete")
        assert not isinstance(app.screen, LeadScreen)
        assert shows(app, "Poistettu: työpaikkavihje (u kumoaa)")
    assert leads(seeking) == []


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, LeadState.NEW),
        ({"closes_on": TODAY}, LeadState.CLOSES),
        ({"closes_on": day(-1)}, LeadState.MISSED),
        ({"closes_on": day(-1), "applied_on": day(-2)}, LeadState.APPLIED),
        ({"interview_on": TODAY}, LeadState.INTERVIEW),
        ({"interview_on": day(-1)}, LeadState.INTERVIEWED),
        ({"interview_on": day(5), "answer": Answer.WITHDRAWN}, LeadState.ANSWERED),
    ],
)
def test_how_far_a_lead_has_come_follows_from_its_days(
    seeking: Home, values: dict[str, Given], state: LeadState
) -> None:
    told(seeking, "tiskari", **values)
    assert lead_state(leads(seeking)[0], TODAY) is state


async def test_the_page_of_a_lead_speaks_english_too(seeking: Home) -> None:
    told(seeking, "dishwasher", closes_on=day(3))
    async with open_app(seeking, language="en") as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "work")
        await press(pilot, "enter")
        assert shows(app, "closes Fri 27 Nov, not applied for yet")
        assert shows(app, "t: applied today. f: interview. o: answer.")

"""A client's working life by keys: work added, met around its start, moved, looked at, agreed anew, lost."""

from datetime import date, datetime, time

import pytest
from textual.pilot import Pilot

from tests.screens.records import go_to_part
from tests.screens.running import (
    HandClock,
    line_with,
    open_app,
    page,
    press,
    screen_text,
    shows,
    until,
    write,
)
from tests.store.workbooks import aino, day, met, opened, visited
from valmentaja.desks.placements import PlacementLine, placement_lines
from valmentaja.model.client import Client
from valmentaja.places import Home
from valmentaja.rules.promises import State
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.placements.page import PlacementScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.shell.form import Form
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.clients import all_clients
from valmentaja.store.contacts import EmployerContactWords, log_employer_contact
from valmentaja.store.details import Given
from valmentaja.store.lookup import ids_with_name
from valmentaja.store.placements import add_placement
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook

KITCHEN = "Lounas-Aitta, keittiöapulainen"


@pytest.fixture
def looked_after(empty: Home) -> Home:
    """A workbook with one client for whom all is well: met, an employer met, a step far ahead."""
    with opened(empty) as book:
        client = aino(book, "Aino K.")
        visited(book, client_id=client.id, day=day(-30))
        met(book, client, day=day(-2))
        words = StepWords("ajokortti", day(700), day(-1))
        agree_next_step(book, words, about=client.label, client_id=client.id, employer_id=None)
    return empty


def _works(book: Workbook, start: date, **told: Given) -> None:
    """Aino has work in the kitchen."""
    at, job = _kitchen(book), "keittiöapulainen"
    values: dict[str, Given] = {"employer_id": at, "job": job, "start_on": start, "pay": "paid", **told}
    add_placement(book, _aino(book).id, values, today=day(0))


def _kitchen(book: Workbook) -> int:
    return ids_with_name(book, "employer", "Lounas-Aitta")[0]


def _aino(book: Workbook) -> Client:
    return next(one for one in all_clients(book) if one.name == "Aino K.")


def _work(app: Workbench) -> PlacementLine:
    """Aino's newest work, as it stands on the day of the app."""
    return placement_lines(app.book, _aino(app.book).id, app.clock.today)[0]


def _states(app: Workbench) -> list[State]:
    return [one.state for one in _work(app).promises]


async def _turn_to(app: Workbench, pilot: Pilot[None], clock: HandClock, wanted: date) -> None:
    """It is nine o'clock on the day, and the program has noticed."""
    clock.moment = datetime.combine(wanted, time(9))
    await app.pulse()
    await press(pilot, "up")  # a key that is struck again at once would be one that is held


async def _fill(pilot: Pilot[None], *texts: str) -> None:
    """Types into one field after another, an empty text goes past one, and keeps the form."""
    for place, text in enumerate(texts):
        if place:
            await press(pilot, "tab")
        await write(pilot, text)
    await press(pilot, "ctrl+s")


async def _open_work(app: Workbench, pilot: Pilot[None], *, new: bool = False) -> None:
    """To Aino's work, and on to its page; or to the form of a new one."""
    await press(pilot, "2", "2", "enter")
    assert isinstance(app.screen, ClientScreen)
    await press(pilot, "tab", *(("n", "1") if new else ("enter",)))


HALF_A_YEAR = (
    (date(2026, 11, 24), "tapaaminen ennen aloitusta su 29.11. mennessä"),
    (date(2026, 12, 1), "tapaaminen aloituksen jälkeen to 3.12. mennessä"),
    (date(2026, 12, 8), "viikkotapaaminen tänään"),
    (date(2026, 12, 15), "viikkotapaaminen tänään"),
    (date(2026, 12, 22), "viikkotapaaminen tänään"),
    (date(2026, 12, 29), "viikkotapaaminen tänään"),
    (date(2027, 2, 3), "kuukausitapaaminen, 5 pv yli"),
    (date(2027, 2, 27), "kuukausitapaaminen ke 3.3. mennessä"),
)
"""The days on which Aino is met, each with what Today says in the morning."""


async def test_the_first_half_year_of_work_told_by_keys(looked_after: Home, clock: HandClock) -> None:
    async with open_app(looked_after, clock=clock) as (app, pilot):
        await _add_the_kitchen(app, pilot)
        await press(pilot, "1")
        for today, reason in HALF_A_YEAR:
            await _turn_to(app, pilot, clock, today)
            assert reason in _said_of_aino(app), today
            await press(pilot, "t")
            await _visit_the_kitchen(pilot)
        assert "3 kk töissä" in _said_of_aino(app)
        await _look_after_three_months(app, pilot)
        await press(pilot, "g", "z", "right", "tab")
        await _fill(pilot, "21", "", "vuorot vaihtuvat")
        assert shows(app, "Sovittu: tavataan 21 päivän välein: vuorot vaihtuvat")

        await _open_work(app, pilot)
        assert shows(app, "pidetty 8 · myöhässä 1")
        assert shows(app, "seuraavaksi kuukausitapaaminen, sovittu uudelleen la 20.3. mennessä")
        await press(pilot, "tab")
        assert shows(app, "pidetty myöhässä 3.2.2027")
        assert shows(app, "katsotaan: 12 kk töissä")
        await press(pilot, "end")
        assert shows(app, "tyytyväisyys: Viihtyy, aamut sopivat")

        await _turn_to(app, pilot, clock, date(2027, 5, 30))
        await press(pilot, "shift+tab", "t")
        assert shows(app, "6 kk töissä: Aino K.")
        await press(pilot, "k", "enter", "tab")
        assert "pidetty 30.5.2027" in line_with(app, "6 kk töissä")


async def _visit_the_kitchen(pilot: Pilot[None]) -> None:
    """The workplace is met too, so that it does not call for that itself."""
    await press(pilot, "k")
    await write(pilot, "Lounas-Aitta")
    await press(pilot, "enter")


async def _add_the_kitchen(app: Workbench, pilot: Pilot[None]) -> None:
    """From the empty tab of work: employer, job, start and hours."""
    await press(pilot, "2", "enter", "tab")
    assert shows(app, "Ei vielä töitä.")
    await press(pilot, "n", "1")
    await write(pilot, "Lounas")
    await press(pilot, "tab")
    assert shows(app, "Työnantaja: Lounas-Aitta")
    await write(pilot, "keittiöapulainen")
    await press(pilot, "tab")
    await write(pilot, "30.11.")
    assert shows(app, "aloitus: ma 30.11.2026")
    assert shows(app, "seuraavaksi tapaaminen ennen aloitusta su 29.11. mennessä")
    await press(pilot, "tab", "tab")
    await write(pilot, "22,5")
    await press(pilot, "enter")
    assert shows(app, f"Lisätty: {KITCHEN}. Seuraavaksi")
    assert shows(app, "22,5 tuntia viikossa")


async def _look_after_three_months(app: Workbench, pilot: Pilot[None]) -> None:
    """The key that does what Today asks for opens the look with its questions."""
    assert shows(app, "t: avaa tilanteen")
    await press(pilot, "t")
    assert shows(app, f"3 kk töissä: Aino K., {KITCHEN}")
    for answer in ("k", "k", "e", "e"):
        await press(pilot, answer, "tab")
    await write(pilot, "Viihtyy, aamut sopivat")
    await press(pilot, "enter")
    looked = _work(app).looks[0]
    assert (looked.same_job, looked.same_hours, looked.satisfaction) == (
        True,
        False,
        "Viihtyy, aamut sopivat",
    )


def _said_of_aino(app: Workbench) -> str:
    """What Today says of Aino at the left, the lines of the reason joined."""
    lines = [line.partition("│")[0].strip() for line in screen_text(app)]
    at = next((place for place, line in enumerate(lines) if "Aino" in line), None)
    assert at is not None, "\n".join(lines)
    return " ".join(lines[at : at + 3])


async def test_a_start_that_moves_moves_the_first_meeting_and_keeps_its_reason(looked_after: Home) -> None:
    with opened(looked_after) as book:
        _works(book, date(2026, 11, 30))
    async with open_app(looked_after) as (app, pilot):
        await _open_work(app, pilot)
        assert isinstance(app.screen, PlacementScreen)
        await press(pilot, "down", "down", "enter")
        assert shows(app, f"Työn alku siirtyy: Aino K., {KITCHEN}")
        await write(pilot, "9.12.")
        assert shows(app, "seuraavaksi tapaaminen ennen aloitusta ti 8.12. mennessä")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita myös miksi")
        await write(pilot, "perehdyttäjä sairastui")
        await press(pilot, "enter")
        assert shows(app, "Alku siirretty: ke 9.12.2026.")
        await press(pilot, "end")
        assert shows(app, "30.11.2026 → 9.12.2026: perehdyttäjä sairastui")
        await press(pilot, "enter", "escape", "1", "g")
        assert "su 29.11." not in _said_of_aino(app)
        await press(pilot, "u")
        assert "su 29.11." in _said_of_aino(app)
        assert _work(app).placement.start_on == date(2026, 11, 30)
        assert not _work(app).moves


async def test_a_job_lost_in_its_third_week_opens_a_contact_within_three_days(
    looked_after: Home, clock: HandClock
) -> None:
    with opened(looked_after) as book:
        _works(book, date(2026, 11, 30))
    async with open_app(looked_after, clock=clock) as (app, pilot):
        await _turn_to(app, pilot, clock, date(2026, 12, 8))
        await press(pilot, "t")
        await _turn_to(app, pilot, clock, date(2026, 12, 16))
        await _open_work(app, pilot)
        assert shows(app, "myöhässä 1 · jäi 1")
        assert shows(app, "viikkotapaaminen oli luvattu ti 15.12. mennessä, päivän yli")
        await press(pilot, "p")
        assert shows(app, "Asiakkaaseen otetaan yhteyttä la 19.12.2026 mennessä.")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita, miksi työ päättyi.")
        await _fill(pilot, "koeaika purettiin", "iltavuorot eivät sovi", "keittiötyö sopii")
        assert shows(app, "päättynyt")
        assert "agree" not in [command for command, _ in page(app).commands_now()]
        await press(pilot, "end")
        assert shows(app, "keittiötyö sopii")

        await press(pilot, "1")
        assert "työ päättyi: ota yhteyttä la 19.12. mennessä" in _said_of_aino(app)
        await press(pilot, "t")
        assert isinstance(app.screen, Form)
        await press(pilot, "right", "right", "enter")
        assert _states(app).count(State.OPEN) == 0
        assert "työ päättyi" not in _said_of_aino(app)


async def test_meetings_are_agreed_anew_by_one_key_with_a_reason(
    looked_after: Home, clock: HandClock
) -> None:
    with opened(looked_after) as book:
        _works(book, date(2026, 11, 30))
    async with open_app(looked_after, clock=clock) as (app, pilot):
        await press(pilot, "z", "tab")
        assert shows(app, "Nyt: tapaaminen ennen aloitusta su 29.11. mennessä")
        await _fill(pilot, "2.12.", "", "matkalla")
        assert shows(app, "Työ alkaa 30.11.2026")
        await press(pilot, "ctrl+u")
        await write(pilot, "28.11.")
        assert shows(app, "Tämän jälkeen: tapaaminen ennen aloitusta la 28.11. mennessä")
        await press(pilot, "enter")
        assert shows(app, "Sovittu: tavataan 28.11.2026 mennessä: matkalla")
        meeting = _work(app).open_meeting
        assert meeting is not None
        assert meeting.due_on == date(2026, 11, 28)

        await press(pilot, "u")
        assert not _work(app).agreements
        await press(pilot, "2", "z")  # the same key on the list of clients
        assert shows(app, "Tapaamisista sovitaan uudelleen: Aino K.")
        await press(pilot, "escape", "enter", "tab", "tab", "z")
        assert shows(app, "Tapaamisista sovitaan uudelleen: Aino K.")


async def test_a_meeting_that_is_booked_says_so_and_presses_no_more(looked_after: Home) -> None:
    with opened(looked_after) as book:
        _works(book, date(2026, 11, 30))
        words = AppointmentWords(date(2026, 11, 27), time(10), (_aino(book).id,), booked_on=day(0))
        book_appointment(book, words)
    async with open_app(looked_after) as (app, pilot):
        assert shows(app, "ajan tasalla: 1 asiakas")
        await press(pilot, "g")
        assert "varattu pe 27.11. klo 10.00" in _said_of_aino(app)


async def test_an_unpaid_period_is_asked_whose_idea_it_was_and_whether_paid_work_is_wanted(
    looked_after: Home, clock: HandClock
) -> None:
    with opened(looked_after) as book:
        _works(book, date(2026, 10, 1))
    async with open_app(looked_after, clock=clock) as (app, pilot):
        await _open_work(app, pilot, new=True)
        await write(pilot, "Kierrätyspaja")
        await press(pilot, "tab", "tab")
        await write(pilot, "1.9.")
        assert shows(app, "uusi työnantaja: Kierrätyspaja")
        assert shows(app, "Työ alkaa ennen yhteistyön alkua (5.10.2026).")
        assert shows(app, "Samaan aikaan on toinenkin työ: Lounas-Aitta, 1.10.2026 alkaen.")
        assert not shows(app, "kenen aloite")
        await press(pilot, "tab", "right")
        assert shows(app, "palkkatuki päättyy")
        await press(pilot, "right")
        assert not shows(app, "palkkatuki päättyy")
        await press(pilot, "tab", "tab", "right", "tab", "right", "tab")
        assert shows(app, "Milloin palkkatyöstä päätetään?")
        await _fill(pilot, "luvattu, jos kesä on hyvä", "30.11.", "kesätyö")
        held = _work_at(app, "Kierrätyspaja").placement
        assert (held.paid_chance, held.decide_on, held.next_aim) == (
            "luvattu, jos kesä on hyvä",
            date(2026, 11, 30),
            "kesätyö",
        )
        assert held.initiative == "client"

        await _turn_to(app, pilot, clock, date(2026, 12, 2))
        await press(pilot, "1", "s")
        assert any("palkkatyö" in line for line in screen_text(app))


def _work_at(app: Workbench, employer: str) -> PlacementLine:
    lines = placement_lines(app.book, _aino(app.book).id, app.clock.today)
    return next(line for line in lines if line.employer.name == employer)


async def test_paid_work_is_asked_about_again_after_three_months(
    looked_after: Home, clock: HandClock
) -> None:
    clock.moment = datetime(2027, 2, 1, 9)
    with opened(looked_after) as book:
        _works(book, date(2026, 11, 1), pay="unpaid", decide_on=date(2027, 6, 1))
        for met_on in (date(2026, 12, 1), date(2027, 1, 30)):
            met(book, _aino(book), day=met_on)
            words = EmployerContactWords(day=met_on, employer_id=_kitchen(book))
            log_employer_contact(book, words, employer_label="Lounas-Aitta")
    async with open_app(looked_after, clock=clock) as (app, pilot):
        assert "palkkatyö" in _said_of_aino(app)
        await press(pilot, "t")
        assert shows(app, f"Haluaako nyt palkkatyötä? Aino K., {KITCHEN}")
        await _fill(pilot, "haluaa, mielellään keittiöön")
        assert _work(app).placement.asked_paid_answer == "haluaa, mielellään keittiöön"


async def test_a_support_is_added_and_taken_away_and_the_employer_tells_who_works_there(
    looked_after: Home,
) -> None:
    with opened(looked_after) as book:
        _works(book, date(2026, 11, 30), pay="subsidised")
    async with open_app(looked_after) as (app, pilot):
        await press(pilot, "3", "enter")
        await go_to_part(app, pilot, "work")
        assert shows(app, "Aino K.")
        assert shows(app, "eikä palkkatuesta ole vielä kirjattu päätöstä.")
        await press(pilot, "enter")
        assert isinstance(app.screen, PlacementScreen)
        await press(pilot, "n", "tab")
        await _fill(pilot, "eilen")
        assert shows(app, "Tuki kirjattu: palkkatuki, haettu 23.11.2026, päätös odottaa")
        await press(pilot, "end")
        assert shows(app, "palkkatuki, haettu 23.11.2026")
        await press(pilot, "delete")
        assert not _work(app).supports
        await press(pilot, "u")
        assert len(_work(app).supports) == 1


async def test_what_a_placement_cannot_be_is_said_and_stays_as_it_was_typed(looked_after: Home) -> None:
    with opened(looked_after) as book:
        visited(book, "Lounas-Kulma")
    async with open_app(looked_after) as (app, pilot):
        await _open_work(app, pilot, new=True)
        await press(pilot, "enter")
        assert shows(app, "Missä työ on?")
        await write(pilot, "Lounas-")
        await press(pilot, "enter")
        assert shows(app, "Tarkoititko: ")
        await press(pilot, "down", "enter", "enter")
        assert shows(app, "Mikä on ensimmäinen työpäivä?")
        await write(pilot, "31.2.")
        await press(pilot, "enter")
        assert shows(app, "31.2.")
        await press(pilot, "ctrl+u")
        await _fill(pilot, "30.11.", "", "200")
        assert shows(app, "200")
        await press(pilot, "ctrl+u", "tab", "tab", "tab")
        await _fill(pilot, "27.11.2026")
        assert shows(app, "Työ ei voi päättyä ennen alkuaan")
        await press(pilot, "escape")
        assert placement_lines(app.book, _aino(app.book).id, app.clock.today) == ()
        await press(pilot, "n", "1")
        assert shows(app, "27.11.2026")
        await until(pilot, lambda: isinstance(app.screen, Form))

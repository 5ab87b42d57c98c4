"""The Today desk through real keys: who needs the coach, what the single keys do, and where the focus goes then."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.running import Coach
from tests.screens.running import (
    HandClock,
    footer,
    line_with,
    open_app,
    page,
    press,
    screen_text,
    shows,
    until,
    write,
)
from tests.screens.today_desk import beside, client_id, in_focus, standing, told_in_list
from tests.store.workbooks import TODAY, day, met, opened, visited
from valmentaja.desks.today import today_page
from valmentaja.model.activity import TimePlace
from valmentaja.model.contact import ClientContactWay
from valmentaja.places import Home
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.program.held_key import NEXT_REPEATS, HeldKey
from valmentaja.screens.today.rows import name_of
from valmentaja.store.clients import add_client, clients_on_caseload
from valmentaja.store.contacts import client_contacts_with
from valmentaja.store.employers import employers
from valmentaja.store.snoozes import running_snoozes
from valmentaja.store.steps import StepWords, agree_next_step, steps_of_client, steps_with_employer

ORDER = ["Pekka Salo", "Leena Virta", "Aino Kallio", "Sanna Niemi", "Lounas-Aitta", "Omar Haddad"]


async def test_the_order_is_that_of_the_command_line(small: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app(small) as (app, _):
        assert (
            standing(app)
            == [name_of(app.texts, row) for row in today_page(app.book, TODAY).pressing]
            == ORDER
        )
    told = Coach(Path(small.folder), monkeypatch).json("triage")
    assert isinstance(told, list)
    names = [(row["client"] or row["employer"])["name"] for row in told if row["band"] != "quiet"]
    assert names == ORDER


async def test_each_row_says_its_band_once_its_name_and_its_one_reason(small: Home) -> None:
    async with open_app(small) as (app, _):
        assert [line.split()[0] for line in screen_text(app) if line[1:9].strip() and "│" in line][:3] == [
            "myöhässä",
            "tänään",
            "tulossa",
        ]
        assert "ei tavattu 56 pv, 26" in line_with(app, "Pekka Salo")
        assert shows(app, "ajan tasalla: 1 asiakas")
        assert shows(app, "siirretty: 1 asiakas")


async def test_the_card_follows_the_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for name in ORDER:
            assert in_focus(app) == name
            await press(pilot, "down")
        assert in_focus(app) == "Pekka Salo", "after the last comes the first"


async def test_someone_unseen_for_long_is_met_with_one_key_and_the_focus_goes_on(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t")
        assert shows(app, "Tapaaminen kirjattu tälle päivälle: Pekka Salo (u kumoaa)")
        assert standing(app) == ORDER[1:]
        assert in_focus(app) == "Leena Virta"
        newest = client_contacts_with(app.book, client_id(app.book, "Pekka Salo"), 1)[0]
        assert (newest.day, newest.way, newest.reached) == (TODAY, ClientContactWay.IN_PERSON, True)
        assert newest.place is TimePlace.OFFICE


async def test_a_key_that_is_held_down_does_what_the_first_row_asks_for_and_goes_no_further(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["t"] * 5)
        assert in_focus(app) == "Leena Virta"
        assert standing(app) == ORDER[1:]
        await pilot.pause(NEXT_REPEATS)
        await press(pilot, "t")
        assert isinstance(app.screen, LogForm)  # what Leena's row asks for


async def test_after_another_key_the_same_key_acts_at_once(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t", "down", "up", "t")
        assert isinstance(app.screen, LogForm)


def test_a_key_is_held_until_a_hand_could_have_struck_it_again() -> None:
    held = HeldKey()
    told = []
    for struck_at in (1.0, 1.5, 1.53, 1.56, 2.0, 2.8):
        held.take("t", struck_at)
        told.append(held.is_held)
    assert told == [False, True, True, True, False, False]


async def test_a_step_is_finished_with_one_key(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "down", "t")
        assert shows(app, "Askel tehty: soita Lounas-Aittaan")
        assert in_focus(app) == "Sanna Niemi"
        (step,) = steps_of_client(app.book, client_id(app.book, "Aino Kallio"))
        assert step.done_on == TODAY


async def test_a_step_with_an_employer_is_finished_from_its_row(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["down"] * 4)
        assert in_focus(app) == "Lounas-Aitta"
        assert shows(app, "ravintola · Tampere")
        await press(pilot, "t")
        assert "Lounas-Aitta" not in standing(app)
        assert in_focus(app) == "Omar Haddad"


async def test_the_focus_goes_on_also_when_the_one_done_stays_further_down(small: Home) -> None:
    with opened(small) as book:
        late = add_client(book, name="Kaisa Koski", code=None, start_on=day(-200), phase="engagement")
        visited(book, client_id=late.id, day=day(-150))
        met(book, late, day=day(-3), way=ClientContactWay.PHONE)
        words = StepWords("todistukset mukaan", day(1), day(-9))
        agree_next_step(book, words, about=late.label, client_id=late.id, employer_id=None)
    async with open_app(small) as (app, pilot):
        assert in_focus(app) == "Kaisa Koski"
        await press(pilot, "t")
        assert "Kaisa Koski" in standing(app)
        assert in_focus(app) == "Pekka Salo"


@pytest.mark.parametrize(
    ("key", "way"),
    [("1", ClientContactWay.IN_PERSON), ("2", ClientContactWay.PHONE), ("3", ClientContactWay.MESSAGE)],
)
async def test_not_reached_asks_how_and_then_reminds_of_another_way(
    small: Home, key: str, way: ClientContactWay
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "down", "down", "e")
        assert shows(app, "Mitä tapahtui? Sanna Niemi")
        await press(pilot, key)
        assert shows(app, "Kirjattu, ettei tavoitettu: Sanna Niemi (u kumoaa)")
        newest = client_contacts_with(app.book, client_id(app.book, "Sanna Niemi"), 1)[0]
        assert (newest.way, newest.reached, newest.minutes) == (way, False, None)


async def test_not_reached_can_be_thought_better_of(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        before = len(client_contacts_with(app.book, client_id(app.book, "Pekka Salo"), 9))
        await press(pilot, "e", "escape")
        assert len(client_contacts_with(app.book, client_id(app.book, "Pekka Salo"), 9)) == before
        assert in_focus(app) == "Pekka Salo"


async def test_a_next_step_is_agreed_where_nothing_was(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "down", "down", "t")
        assert shows(app, "Seuraava askel: Sanna Niemi")
        await write(pilot, "käydään yhdessä kirjastossa")
        await press(pilot, "tab")
        await write(pilot, "pe")
        assert shows(app, "Päivä: pe 27.11.2026")
        await press(pilot, "enter")
        (step,) = steps_of_client(app.book, client_id(app.book, "Sanna Niemi"))
        assert (step.text, step.due_on) == ("käydään yhdessä kirjastossa", day(3))


async def test_a_next_step_with_an_employer(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["down"] * 4, "a")
        assert shows(app, "Seuraava askel: Lounas-Aitta")
        await write(pilot, "vie esite")
        await press(pilot, "tab")
        await write(pilot, "huomenna")
        await press(pilot, "enter")
        lounas = next(one.id for one in employers(app.book) if one.name == "Lounas-Aitta")
        assert "vie esite" in [step.text for step in steps_with_employer(app.book, lounas)]


async def test_someone_is_put_aside_with_a_reason_and_brought_back(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "l")
        assert shows(app, "Siirrä syrjään: Leena Virta")
        await write(pilot, "pe")
        await press(pilot, "tab")
        await write(pilot, "lapsi sairaana")
        await press(pilot, "enter")
        assert "Leena Virta" not in standing(app)
        assert in_focus(app) == "Aino Kallio"
        assert shows(app, "siirretty: 2 asiakasta")
        await press(pilot, "g")
        assert shows(app, "lapsi sairaana")
        while in_focus(app) != "Leena Virta":
            await press(pilot, "down")
        await press(pilot, "b")
        assert in_focus(app) == "Leena Virta"
        assert client_id(app.book, "Leena Virta") not in running_snoozes(app.book, TODAY)


async def test_putting_aside_wants_a_day_ahead_and_a_reason(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "l", "enter")
        assert shows(app, "Kirjoita päivä, johon asti asiakas voi odottaa.")
        await write(pilot, "eilen")
        await press(pilot, "enter")
        assert not running_snoozes(app.book, TODAY).get(client_id(app.book, "Pekka Salo"))
        assert shows(app, "Siirrä syrjään: Pekka Salo")


async def test_who_was_reached_today_was_reached_today_and_not_no_days_ago(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t", "g", "end")
        while "Pekka" not in in_focus(app):
            await press(pilot, "up")
        assert "Tavoitettu viimeksi tänään (kasvotusten)." in " ".join(beside(app))


async def test_home_and_end_go_to_the_first_and_the_last_of_a_list(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        first = in_focus(app)
        await press(pilot, "end")
        assert in_focus(app) != first
        await press(pilot, "home")
        assert in_focus(app) == first


async def test_everyone_is_seen_with_one_key(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "g")
        assert standing(app) == [*ORDER, "J12", "Toivo Lehto"]
        assert {one.label for one in clients_on_caseload(app.book, TODAY)} <= set(standing(app))
        await press(pilot, "end")
        assert in_focus(app) == "Toivo Lehto"
        assert shows(app, "lomalla")
        await press(pilot, "g")
        assert standing(app) == ORDER


async def test_when_the_last_has_been_looked_after_the_desk_says_so(small: Home) -> None:
    async with open_app(small, on=day(0)) as (app, pilot):
        with opened(small) as book:
            for one in clients_on_caseload(book, TODAY):
                for step in steps_of_client(book, one.id):
                    book.execute("UPDATE next_step SET due_on = '2027-05-01' WHERE id = ?", (step.id,))
                book.execute("UPDATE client SET start_on = '2026-12-24' WHERE id = ?", (one.id,))
            book.execute("UPDATE next_step SET done_on = '2026-11-24' WHERE employer_id IS NOT NULL")
        await until(pilot, lambda: shows(app, "Kaikista on tänään pidetty huolta."))
        assert standing(app) == []
        assert "done" not in footer(app)


async def test_an_empty_caseload_teaches_how_to_begin(empty: Home) -> None:
    async with open_app(empty) as (app, _):
        assert "Lisää ensimmäinen asiakas painamalla n." in told_in_list(app)
        assert {"done", "not_reached", "open", "put_aside"}.isdisjoint(footer(app))
        assert {"add", "help"} <= set(footer(app))


async def test_an_empty_caseload_teaches_in_english_too(empty: Home) -> None:
    async with open_app(empty, language="en") as (app, _):
        assert "To add your first client, press n." in told_in_list(app)


async def test_the_footer_tells_only_what_the_focus_can_do(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        assert {"done", "not_reached", "put_aside", "meet"} <= set(footer(app))
        assert "bring_back" not in footer(app)
        await press(pilot, *["down"] * 4)
        assert in_focus(app) == "Lounas-Aitta"
        assert {"done", "next_step", "open"} <= set(footer(app))
        assert {"not_reached", "put_aside", "meet"}.isdisjoint(footer(app))
        await press(pilot, "g", "end")
        assert in_focus(app) == "Toivo Lehto"
        assert "bring_back" in footer(app)


async def test_two_keys_at_once_do_one_thing_after_the_other(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for key in ("t", "e", "e"):
            app.simulate_key(key)
        await until(pilot, lambda: shows(app, "Mitä tapahtui? Leena Virta"))
        await press(pilot, "escape")
        assert page(app).desk == "today"
        assert standing(app) == ORDER[1:]


async def test_a_hundred_keys_at_once_are_all_heeded(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for _ in range(100):
            app.simulate_key("down")
        await until(pilot, lambda: in_focus(app) == ORDER[100 % len(ORDER)])


async def test_at_midnight_the_desk_is_that_of_the_new_day(small: Home, clock: HandClock) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        clock.moment = datetime(2026, 11, 24, 23, 59, 59)
        await app.pulse()
        assert shows(app, "ti 24.11.")
        clock.forward(seconds=2)
        await app.pulse()
        await pilot.pause()
        assert shows(app, "ke 25.11.")
        assert shows(app, "ei tavattu 57 pv")


async def test_a_day_given_on_the_command_line_stays(small: Home, clock: HandClock) -> None:
    async with open_app(small, clock=clock, on=TODAY) as (app, pilot):
        clock.forward(days=1)
        await app.pulse()
        await pilot.pause()
        assert shows(app, "ti 24.11.")

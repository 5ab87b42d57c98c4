"""The Employers desk and an employer's page through real keys."""

import pytest

from tests.screens.records import go_to_row
from tests.screens.running import line_with, open_app, press, shows, until, write
from tests.store.workbooks import aino, day, opened, visited
from valmentaja.model.contact import EmployerContactWay
from valmentaja.model.employer import Sector
from valmentaja.places import Home
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.employers.desk import EmployersScreen
from valmentaja.screens.employers.page import EmployerScreen
from valmentaja.store.contacts import employer_contacts_with
from valmentaja.store.employer_merging import merge_employers
from valmentaja.store.employers import add_employer, employer, employers
from valmentaja.store.journal import undo
from valmentaja.texts import Language


async def test_the_desk_lists_employers_with_the_last_contact_and_what_is_next(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3")
        assert isinstance(app.screen, EmployersScreen)
        assert "ravintola" in line_with(app, "Lounas-Aitta")
        assert "kysy" in line_with(app, "Lounas-Aitta")
        assert "ei vielä" in line_with(app, "Kahvila Kulma")


async def test_an_employer_is_found_by_the_town(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "/")
        await write(pilot, "tamp")
        assert shows(app, "Lounas-Aitta")
        assert not shows(app, "Kahvila Kulma")
        await press(pilot, "enter")
        assert isinstance(app.screen, EmployerScreen)


async def test_an_empty_desk_teaches(empty: Home) -> None:
    async with open_app(empty, language="en") as (app, pilot):
        await press(pilot, "3")
        assert shows(app, "To add the first: n.")


async def test_a_new_employer_is_added_and_a_namesake_is_said_while_it_is_typed(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "n")
        await write(pilot, "Lounas-Aitta")
        assert shows(app, "Samanniminen on jo: Tampere")
        await press(pilot, "tab", "tab")
        await write(pilot, "Nokia")
        await press(pilot, "tab", "j", "enter")
        assert shows(app, "samanniminen on jo: Tampere (u kumoaa)")
    with opened(small) as book:
        new = [one for one in employers(book) if one.town == "Nokia"]
        assert [(one.name, one.sector) for one in new] == [("Lounas-Aitta", Sector.PUBLIC)]


@pytest.mark.parametrize(
    ("language", "likely", "question"),
    [
        ("fi", "Melkein samanniminen on jo: Kahvila Kulma", "Mitä työnantajaa tarkoitat?"),
        ("en", "There is one of nearly that name already: Kahvila Kulma", "Which employer do you mean?"),
    ],
)
async def test_a_name_that_is_nearly_anothers_is_asked_about_before_it_is_added(
    small: Home, language: Language, likely: str, question: str
) -> None:
    async with open_app(small, language=language) as (app, pilot):
        await press(pilot, "3", "n")
        await write(pilot, "Kahvila Kulmma")
        assert shows(app, likely)
        await press(pilot, "enter")
        assert shows(app, question)
        await press(pilot, "1")
        assert isinstance(app.screen, EmployerScreen)
        assert shows(app, "Kahvila Kulma")
        assert not any(one.name == "Kahvila Kulmma" for one in employers(app.book))
        await press(pilot, "escape", "n")
        await write(pilot, "Kahvila Kulmma")
        await press(pilot, "enter", "2")
        assert any(one.name == "Kahvila Kulmma" for one in employers(app.book))


async def test_what_else_was_typed_waits_when_a_known_one_was_meant(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "n")
        await write(pilot, "Kahvila Kulmma")
        await press(pilot, "tab")
        await write(pilot, "kahvilat")
        await press(pilot, "enter", "1")
        assert isinstance(app.screen, EmployerScreen)
        await press(pilot, "escape", "n")
        assert shows(app, "kahvilat")


async def test_a_second_person_of_the_same_name_is_told_of(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "/")
        await write(pilot, "lounas")
        await press(pilot, "enter")
        for _ in range(2):
            await press(pilot, "n", "1")
            await write(pilot, "Liisa")
            await press(pilot, "tab")
            await write(pilot, "keittiöpäällikkö")
            await press(pilot, "enter")
        assert shows(app, "Lisätty: Liisa, mutta samanniminen on jo: keittiöpäällikkö")


async def test_an_employer_without_a_name_is_refused_in_a_sentence(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "n", "enter")
        assert shows(app, "Kirjoita työnantajan nimi.")


async def test_the_sector_is_chosen_and_emptied(empty: Home) -> None:
    with opened(empty) as book:
        held = add_employer(book, name="Lounas-Aitta", sector=None, industry=None, town=None, added_on=day(0))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "3", "enter")
        await go_to_row(app, pilot, "/sector")
        await press(pilot, "enter", "2")
        assert "julkinen" in line_with(app, "sektori")
        await press(pilot, "enter", "4")
        assert "–" in line_with(app, "sektori")
    with opened(empty) as book:
        assert employer(book, held.id).sector is None


async def test_k_on_the_page_logs_a_contact_with_that_employer(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "/")
        await write(pilot, "lounas")
        await press(pilot, "enter", "k")
        assert isinstance(app.screen, LogForm)
        assert shows(app, "Lounas-Aitta")
        await press(pilot, "enter")
        assert isinstance(app.screen, EmployerScreen)
        await press(pilot, "tab")
        assert shows(app, "tapaaminen kasvotusten")
    with opened(small) as book:
        found = next(one for one in employers(book) if one.name == "Lounas-Aitta")
        assert len(employer_contacts_with(book, found.id, 9)) == 1


async def test_the_run_of_contacts_is_newest_first_and_names_the_client(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
        first = visited(book, day=day(-9), note="Tarvitaan aamuvuoroon.")
        visited(
            book,
            day=day(-1),
            client_id=who.id,
            way=EmployerContactWay.PHONE,
            new_employer=None,
            employer_id=first.employer_id,
        )
    async with open_app(empty) as (app, pilot):
        await press(pilot, "3", "enter", "tab")
        assert "Aino Kallio, puhelu" in line_with(app, "ma 23.11.")
        assert shows(app, "Tarvitaan aamuvuoroon.")
        await press(pilot, "enter")
        assert "Aino Kallio" in line_with(app, "asiakas  ")
        await go_to_row(app, pilot, "/client")
        await press(pilot, "enter", "delete", "enter")
        assert "–" in line_with(app, "asiakas  ")


async def test_a_client_of_a_contact_is_meant_by_the_beginning_of_the_name(empty: Home) -> None:
    with opened(empty) as book:
        aino(book)
        visited(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "3", "enter", "tab", "enter")
        await go_to_row(app, pilot, "/client")
        await press(pilot, "enter")
        await write(pilot, "Zorro")
        await press(pilot, "enter")
        assert shows(app, "Asiakkaissasi ei ole tällaista: Zorro")
        await press(pilot, "ctrl+u")
        await write(pilot, "ai")
        assert shows(app, "Aino Kallio")
        await press(pilot, "enter")
        assert "Aino Kallio" in line_with(app, "asiakas  ")


async def test_an_employer_taken_away_elsewhere_closes_the_page_kindly(empty: Home) -> None:
    with opened(empty) as book:
        visited(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "3", "enter")
        with opened(empty) as book:
            undo(book)
        await until(pilot, lambda: isinstance(app.screen, EmployersScreen))
        assert shows(app, "Tätä ei enää ole")


async def test_a_contact_with_one_who_is_merged_meanwhile_is_logged_with_the_one_they_are_part_of(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "/")
        await write(pilot, "lounas")
        await press(pilot, "enter", "k")
        await write(pilot, "Liisa, 10 min")
        with opened(small) as book:
            other, kept = (
                next(one.id for one in employers(book) if one.name == name)
                for name in ("Lounas-Aitta", "Varasto Oy")
            )
            merge_employers(book, kept, other)
        await press(pilot, "enter")
        assert isinstance(app.screen, EmployersScreen)
    with opened(small) as book:
        logged = employer_contacts_with(book, kept, 9)[0]
        assert (logged.who, logged.minutes) == ("Liisa", 10)


async def test_the_town_is_in_sight_also_beside_a_long_industry(small: Home) -> None:
    with opened(small) as book:
        add_employer(
            book,
            name="Elektroniikkapaja Juotos",
            sector=None,
            industry="elektroniikan kokoonpano",
            town="Ylöjärvi",
            added_on=day(0),
        )
    async with open_app(small) as (app, pilot):
        await press(pilot, "3")
        assert "Elektroniikkapaja  " in line_with(app, "Elektroniikka")
        assert "elektroniikan koko" in line_with(app, "Elektroniikka")
        assert "Ylöjärvi" in line_with(app, "Juotos")

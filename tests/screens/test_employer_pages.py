"""An employer's page through real keys: people, the relationship, the state, merging, the archive, texts for others."""

from pathlib import Path

import pytest

from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import footer, line_with, open_app, press, shows, write
from tests.store.workbooks import TODAY, day, opened, visited
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.employer import EmployerState
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.places import Home
from valmentaja.rules.fields import FIELDS
from valmentaja.screens.employers.page import EmployerScreen
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.contacts import employer_contacts_with
from valmentaja.store.details import details_of
from valmentaja.store.editing import change_field
from valmentaja.store.employers import archive_employer, employer, employers, set_employer_state


@pytest.fixture
def known(empty: Home) -> Home:
    """Lounas-Aitta with four contacts, and Lounasaitta, which is the same."""
    with opened(empty) as book:
        first = visited(book, day=day(-60), purpose=Purpose.NEEDS)
        for back, way, purpose in (
            (-30, EmployerContactWay.MEETING, Purpose.OFFER),
            (-9, EmployerContactWay.PHONE, Purpose.OFFER),
            (-2, EmployerContactWay.MEETING, None),
        ):
            visited(
                book,
                new_employer=None,
                employer_id=first.employer_id,
                day=day(back),
                way=way,
                purpose=purpose,
            )
        visited(book, "Lounasaitta Oy", day=day(-5))
    return empty


def held(home: Home, name: str = "Lounas-Aitta") -> int:
    """The id of the employer of that name."""
    with opened(home) as book:
        return next(one.id for one in employers(book, archived_too=True) if one.name == name)


async def test_every_field_of_an_employer_stands_on_its_page_and_hints_tell_what_to_ask(known: Home) -> None:
    async with open_app(known, size=(120, 40)) as (app, pilot):
        await press(pilot, "3", "enter")
        elsewhere = {"people", "rests_until", "archived_on"}
        for name in {one.name for one in FIELDS["employer"]} - elsewhere:
            await press(pilot, "home")
            await go_to_row(app, pilot, f"/{name}")
        await press(pilot, "f2")
        assert shows(app, "Mitä täällä tehdään ja kenelle?")
        assert shows(app, "Palkkaamisen hinta")
        await press(pilot, "escape")
        assert isinstance(app.screen, EmployerScreen)


async def test_the_contacts_are_told_as_a_relationship(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter", "tab")
        told = line_with(app, "Ensimmäinen yhteydenotto 25.9.2026")
        assert "viimeksi 22.11.2026. Kasvotusten 3/4." in told
        assert shows(app, "Tarpeita kartoitettu kerran. Työnhakijaa esitelty 2 kertaa.")


async def test_a_person_is_added_and_has_a_page_of_their_own(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter")
        await go_to_part(app, pilot, "people")
        assert shows(app, "Ketkä täällä työskentelevät")
        await press(pilot, "n")
        await write(pilot, "Liisa [/b] Keittiö")
        await press(pilot, "tab")
        await write(pilot, "keittiöpäällikkö")
        await press(pilot, "enter")
        assert shows(app, "Lisätty yhteyshenkilö: Liisa [/b] Keittiö (u kumoaa)")
        assert "keittiöpäällikkö" in line_with(app, "Liisa")
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "escape", "delete")
        assert not shows(app, "keittiöpäällikkö")
        await press(pilot, "u")
        assert shows(app, "keittiöpäällikkö")
    with opened(known) as book:
        people = details_of(book, EmployerPerson, held(known))
        assert [one.role for one in people] == ["keittiöpäällikkö"]


async def test_the_state_is_told_in_one_form_and_a_rest_needs_its_day(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter")
        assert "yhteistyö jatkuu" in line_with(app, "tilanne")
        await press(pilot, "p", "right")
        assert shows(app, "nousee esiin Tänään-sivulla")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita, mihin saakka")
        await write(pilot, "eilen")
        await press(pilot, "enter")
        assert not isinstance(app.screen, EmployerScreen)
        await press(pilot, "ctrl+u")
        await write(pilot, "1.2.")
        assert shows(app, "ma 1.2.2027")
        await press(pilot, "enter")
        assert "tauolla 1.2.2027 saakka" in line_with(app, "tilanne  ")
        await press(pilot, "home", "enter", "right", "enter")
        assert "päättynyt" in line_with(app, "tilanne  ")
    with opened(known) as book:
        ended = employer(book, held(known))
        assert (ended.state, ended.rests_until) == (EmployerState.ENDED, None)


async def test_two_that_are_one_are_merged_after_saying_what_happens_and_undone(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter", "ctrl+o")
        assert shows(app, "Yhdistä työnantajaan: Lounas-Aitta")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita, mikä työnantaja yhdistetään.")
        await write(pilot, "lounasaitta")
        await press(pilot, "tab")
        assert shows(app, "Jää: Lounas-Aitta · 4 yhteydenottoa")
        assert shows(app, "Yhdistyy siihen: Lounasaitta Oy · 1 yhteydenotto")
        await press(pilot, "enter")
        assert shows(app, "Yhdistetty: Lounas-Aitta (u kumoaa)")
        assert shows(app, "5 yhteydenottoa")
        await press(pilot, "u")
        assert shows(app, "4 yhteydenottoa")
    with opened(known) as book:
        assert len(employer_contacts_with(book, held(known, "Lounasaitta Oy"), 9)) == 1


async def test_one_with_a_history_is_archived_after_a_question_and_found_with_everyone(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter", "end", "enter")
        assert shows(app, "Historia säilyy")
        await press(pilot, "1")
        assert "bring_back" not in footer(app)
        await press(pilot, "enter", "2")
        assert shows(app, "Arkistoitu: Lounas-Aitta (u kumoaa)")
        await press(pilot, "escape")
        assert not shows(app, "Lounas-Aitta")
        await press(pilot, "g", "home")
        assert shows(app, "Lounas-Aitta")
        assert shows(app, "(arkistossa)")
        await press(pilot, "b")
        assert not shows(app, "(arkistossa)")
    with opened(known) as book:
        assert not employer(book, held(known)).is_archived


async def test_one_in_the_archive_is_brought_back_on_its_page(known: Home) -> None:
    with opened(known) as book:
        archive_employer(book, held(known), TODAY)
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "g", "home", "enter")
        assert "arkistossa 24.11.2026 alkaen" in line_with(app, "tilanne")
        await press(pilot, "b")
        assert shows(app, "Palautettu luetteloon: Lounas-Aitta (u kumoaa)")


async def test_a_rest_that_ends_opens_the_employer_from_today(known: Home) -> None:
    with opened(known) as book:
        set_employer_state(book, held(known), EmployerState.RESTING, TODAY)
    async with open_app(known) as (app, pilot):
        assert shows(app, "Lounas-Aitta")
        await press(pilot, "t")
        assert isinstance(app.screen, EmployerScreen)
        assert shows(app, "tauolla 24.11.2026 saakka")


async def test_a_need_is_text_for_another_coach_and_a_file_without_a_word_of_contacts(
    known: Home, tmp_path: Path
) -> None:
    with opened(known) as book:
        for name, told in (("needs", "Tiskari <aamuihin>"), ("note", "Aino kävi täällä"), ("phone", "040 1")):
            field = next(one for one in FIELDS["employer"] if one.name == name)
            change_field(book, "employer", held(known), field, told)
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter", "f8")
        assert shows(app, "Tiskari <aamuihin>")
        assert not shows(app, "Aino kävi")
        for name, holds in (("tarve.html", "Tiskari &lt;aamuihin&gt;"), ("tarve.txt", "Tiskari <aamuihin>")):
            await press(pilot, "ctrl+s")
            await write(pilot, f"{tmp_path}/{name}")
            await press(pilot, "enter")
            assert shows(app, "Tiedosto ei ole salattu.")
            written = tmp_path / name
            assert holds in written.read_text(encoding="utf-8")
            assert "Aino" not in written.read_text(encoding="utf-8")
            assert written.stat().st_mode & 0o777 == 0o600
            await press(pilot, "f8")
        await press(pilot, "ctrl+s")
        await write(pilot, f"{tmp_path}/tarve.pdf")
        await press(pilot, "enter")
        assert not (tmp_path / "tarve.pdf").exists()


async def test_the_page_about_the_service_is_in_the_coachs_words(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "f8")
        assert shows(app, "Palvelua ei ole vielä kuvattu. Paina F9 ja kirjoita: palvelu omin sanoin.")
        change_setting(app.book, SETTINGS["service_words"], "Autan löytämään sopivan tekijän.", TODAY)
        await press(pilot, "f8")
        assert shows(app, "Autan löytämään sopivan tekijän.")


async def test_the_page_speaks_english_too(known: Home) -> None:
    async with open_app(known, language="en") as (app, pilot):
        await press(pilot, "3", "enter", "tab")
        assert shows(app, "Needs asked about once. A job seeker offered 2 times.")


async def test_the_page_tells_how_to_log_and_what_enter_does_where_it_asks_first(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter")
        assert shows(app, "k kirjaa")
        assert shows(app, "Enter avaa tiedon muutettavaksi")
        await press(pilot, "end")
        assert shows(app, "Arkistoi")
        assert shows(app, "Enter kysyy ensin.")
        assert not shows(app, "muutettavaksi")


async def test_keys_say_what_they_do_where_employers_are_merged_and_pages_written(
    known: Home, tmp_path: Path
) -> None:
    page = tmp_path / "sivu.txt"
    with opened(known) as book:
        change_setting(book, SETTINGS["service_words"], "Autan.", TODAY)
    async with open_app(known, size=(120, 40)) as (app, pilot):
        await press(pilot, "3", "enter", "ctrl+o")
        assert shows(app, "Enter yhdistä")
        await press(pilot, "escape", "escape")
        for told in ("Kirjoitettu tiedostoon", "Korvattu tiedosto"):
            await press(pilot, "f8")
            assert shows(app, "ctrl+s tiedostoon")
            await press(pilot, "ctrl+s")
            assert shows(app, "Enter kirjoita")
            await write(pilot, str(page))
            await press(pilot, "enter")
            assert shows(app, told)


async def test_a_contact_shows_kilometres_only_where_they_are_kept(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter", "tab", "end", "enter")
        assert isinstance(app.screen, DetailScreen)
        assert shows(app, "tapa")
        await press(pilot, "end")
        assert not shows(app, "kilometrit")
        change_setting(app.book, SETTINGS["kilometres"], "yes", TODAY)
        await press(pilot, "escape", "enter", "end")
        assert shows(app, "kilometrit")


async def test_of_a_lead_it_is_asked_who_sees_to_it(known: Home) -> None:
    async with open_app(known) as (app, pilot):
        await press(pilot, "3", "enter")
        await go_to_part(app, pilot, "leads")
        await press(pilot, "n")
        assert "[yhdessä]" in line_with(app, "kuka hoitaa")

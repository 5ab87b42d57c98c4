"""The Clients desk and a client's page through real keys."""

import pytest

from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import line_with, open_app, page, press, screen_text, shows, until, write
from tests.store.workbooks import TODAY, aino, day, met, opened, the_field, visited
from valmentaja.model.client import Client
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import Home
from valmentaja.screens.clients.desk import ClientsScreen
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting
from valmentaja.store.clients import add_client, all_clients, client, end_client
from valmentaja.store.editing import change_field
from valmentaja.store.journal import undo
from valmentaja.store.snoozes import running_snooze
from valmentaja.store.steps import steps_of_client
from valmentaja.store.workbook import Workbook

HOSTILE = "[/b] [@click=app.quit]Aino[/] \x1b]0;x\x07 \u202eonia 👩‍🦽 漢字"


def held(home: Home, name: str) -> Client:
    """The client of the name, as the workbook has it."""
    with opened(home) as book:
        return next(one for one in all_clients(book) if one.label == name)


async def test_the_desk_lists_the_caseload_by_name_with_what_is_next(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2")
        assert isinstance(app.screen, ClientsScreen)
        assert "to 19.11." in line_with(app, "Aino Kallio")
        assert shows(app, "soita")
        assert not shows(app, "Maija Ahonen")
        await press(pilot, "g")
        await press(pilot, "down", "down", "down", "down")
        assert "päättyi" in line_with(app, "Maija Ahonen")


async def test_typing_narrows_the_list_and_enter_opens_the_one_found(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "/")
        await write(pilot, "had")
        assert shows(app, "Omar Haddad")
        assert not shows(app, "Aino Kallio")
        await press(pilot, "enter")
        assert isinstance(app.screen, ClientScreen)
        assert shows(app, "Omar Haddad")
        await press(pilot, "escape", "l")
        assert shows(app, "Siirrä syrjään: Omar Haddad")


async def test_esc_leaves_the_line_and_then_shows_everyone_again(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "ctrl+f")
        await write(pilot, "had")
        await press(pilot, "escape")
        assert not shows(app, "Aino Kallio")
        await press(pilot, "escape")
        assert shows(app, "Aino Kallio")


async def test_down_goes_from_the_line_to_the_list_where_letters_act(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "/")
        await write(pilot, "aino")
        await press(pilot, "down", "l")
        assert shows(app, "Siirrä syrjään: Aino Kallio")


async def test_a_name_that_nobody_has_says_what_can_be_done(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "/")
        await write(pilot, "Xerxes")
        assert shows(app, "Asiakkaissasi ei ole tällaista: Xerxes")
        await press(pilot, "escape", "n")
        assert "Xerxes" in line_with(app, "nimi  ")


async def test_a_thousand_clients_are_not_all_drawn_and_the_rest_is_said(empty: Home) -> None:
    with opened(empty) as book:
        for number in range(1000):
            aino(book, f"Asiakas {number:04d}")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "end")
        assert shows(app, "Asiakas 0299")
        assert shows(app, "Lisäksi 700 muuta")
        await press(pilot, "/")
        await write(pilot, "0999")
        assert shows(app, "Asiakas 0999")


async def test_a_new_client_is_added_and_a_namesake_is_said(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "n")
        await write(pilot, "Aino Kallio")
        assert shows(app, "Samanniminen on jo:")
        await press(pilot, "enter")
        assert shows(app, "Lisätty: Aino Kallio, tunnus ")
    with opened(small) as book:
        assert sum(one.name == "Aino Kallio" for one in all_clients(book)) == 2


async def test_two_of_one_name_are_told_apart_in_the_lists_and_on_the_card(small: Home) -> None:
    with opened(small) as book:
        one, other = (
            add_client(book, name="Mikko J.", code=code, start_on=TODAY, phase="engagement")
            for code in ("M1", "M2")
        )
    async with open_app(small, size=(80, 40)) as (app, pilot):
        await press(pilot, "g")
        await until(pilot, lambda: shows(app, f" {one.code} ") and shows(app, f" {other.code} "))
        assert shows(app, "Pekka Salo "), "a name of its own stands without a code"
        assert shows(app, "tutustuu ja sopii · V"), "the card names the code of whoever has a name"
        await press(pilot, "2")
        assert shows(app, f"Mikko J. {one.code}")
        assert shows(app, f"Mikko J. {other.code}")
        assert not shows(app, "Pekka Salo V")


async def test_a_client_with_neither_name_nor_code_is_refused_in_a_sentence(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "n", "enter")
        assert shows(app, "Asiakas tarvitsee nimen tai tunnuksen")


async def test_while_nobody_is_responsible_a_code_is_asked_for_and_why_is_said(empty: Home) -> None:
    with opened(empty) as book:
        change_setting(book, RECORDS_FOR, RecordsFor.NOT_YET_KNOWN, TODAY)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "n")
        assert shows(app, "Vain tunnus: ei ole vielä selvillä")
        assert not shows(app, " nimi  ")
        await write(pilot, "V7")
        await press(pilot, "enter")
        assert shows(app, "V7")
    with opened(empty) as book:
        assert [(one.name, one.code) for one in all_clients(book)] == [(None, "V7")]


async def test_an_identity_code_typed_as_a_code_is_masked_and_said(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "n")
        await write(pilot, "Aino")
        await press(pilot, "tab")
        await write(pilot, "131052-308T")
        await press(pilot, "enter")
        assert shows(app, "Henkilötunnus peitettiin")


async def test_the_page_has_tabs_only_where_there_is_something(empty: Home) -> None:
    with opened(empty) as book:
        aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        assert not shows(app, "yhteydet")
        with opened(empty) as book:
            met(book, all_clients(book)[0], note="Puhuttiin aamuvuoroista.")
        await until(pilot, lambda: shows(app, "yhteydet"))
        await press(pilot, "tab", "tab")
        assert shows(app, "Puhuttiin aamuvuoroista.")
        await press(pilot, "shift+tab", "shift+tab")
        assert shows(app, "puhelin")


async def test_contacts_with_the_client_and_with_employers_stand_newest_first(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
        met(book, who, day=day(-3), topic="toiveet")
        visited(book, "Lounas-Aitta", day=day(-1), client_id=who.id, note="Liisa näytti keittiön.")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "contacts")
        lines = screen_text(app)
        visit = next(place for place, line in enumerate(lines) if "Lounas-Aitta" in line)
        meeting = next(place for place, line in enumerate(lines) if "toiveet" in line)
        assert visit < meeting
        assert "Liisa näytti keittiön." in lines[visit + 1]


async def test_a_contact_opens_with_all_its_fields_and_its_way_can_be_changed(empty: Home) -> None:
    with opened(empty) as book:
        met(book, aino(book), topic="toiveet")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "contacts")
        await press(pilot, "enter")
        assert shows(app, "toiveet")
        await press(pilot, "down", "down", "enter", "3")
        assert "puhelimitse" in line_with(app, "tapa")
        await press(pilot, "down", "down", "down", "down", "enter")
        await write(pilot, "45")
        await press(pilot, "enter")
        assert "45" in line_with(app, "minuutit")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, ClientsScreen)


async def test_a_day_ahead_is_refused_for_what_has_happened(empty: Home) -> None:
    with opened(empty) as book:
        met(book, aino(book))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "contacts")
        await press(pilot, "enter", "enter")
        await write(pilot, "1.1.2027")
        await press(pilot, "enter")
        assert shows(app, "on vasta edessä")
        await press(pilot, "ctrl+u")
        await write(pilot, "eilen")
        assert shows(app, "ma 23.11.2026")
        await press(pilot, "enter")
        assert "ma 23.11.2026" in line_with(app, "päivä  ")


async def test_a_step_is_agreed_done_and_taken_back_on_the_page(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "a")
        await write(pilot, "soita Liisalle")
        await press(pilot, "tab")
        await write(pilot, "pe")
        await press(pilot, "enter")
        assert shows(app, "soita Liisalle")
        await go_to_row(app, pilot, "next_step/")
        await press(pilot, "t")
        assert shows(app, "Askel tehty: soita Liisalle")
        await press(pilot, "u")
    with opened(empty) as book:
        assert [step.done_on for step in steps_of_client(book, who.id)] == [None]


async def test_put_aside_from_the_page_and_brought_back(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "l")
        await write(pilot, "4.12.")
        await press(pilot, "tab")
        await write(pilot, "lomalla")
        await press(pilot, "enter")
        assert shows(app, "lomalla")
        await press(pilot, "b")
        assert not shows(app, "lomalla")
    with opened(empty) as book:
        assert running_snooze(book, who.id, TODAY) is None


async def test_the_phase_is_chosen_by_its_number(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "v", "3")
        assert shows(app, "etsii työtä")
        assert shows(app, "Vaihe vaihdettu")
    with opened(empty) as book:
        assert client(book, who.id).phase == "job_finding"


async def test_where_the_service_must_end_who_carries_on_is_asked_for(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "enter", "p", "3")
        assert shows(app, "Avoin askel jää: soita Lounas-Aittaan")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita ensin, kuka jatkaa")
        await write(pilot, "Tuulikki, työllisyysalue")
        await press(pilot, "enter")
        assert shows(app, "Valmennus on päättynyt 24.11.2026: Palveluaika loppui")
        assert "phase" not in [command for command, _ in page(app).commands_now()]
        await press(pilot, "u")
        assert not shows(app, "Valmennus on päättynyt 24.11.2026")
    assert held(small, "Aino Kallio").ended_on is None


async def test_another_reason_is_told_in_the_coachs_own_words(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "p", "6", "enter")
        assert shows(app, "Kirjoita syy omin sanoin.")
        await write(pilot, "lähti armeijaan")
        await press(pilot, "enter")
    assert held(small, "Aino Kallio").end_reason == "lähti armeijaan"


async def test_undoing_the_client_whose_page_is_open_closes_the_page_kindly(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "n")
        await write(pilot, "Aino")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, ClientScreen)
        await press(pilot, "u")
        assert isinstance(app.screen, ClientsScreen)
        assert shows(app, "Kumottu")


async def test_a_client_taken_away_elsewhere_closes_the_page_under_a_dialog_too(empty: Home) -> None:
    with opened(empty) as book:
        aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "a")
        with opened(empty) as book:
            undo(book)
        await app.pulse()
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        assert shows(app, "Tätä ei enää ole")


async def test_what_another_process_writes_is_shown_on_the_open_page(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        with opened(empty) as book:
            change_field(book, "client", who.id, the_field("client", "phone"), "040 555")
        await until(pilot, lambda: shows(app, "040 555"))


async def test_back_on_the_list_the_client_just_seen_has_the_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "down", "down", "enter", "escape", "l")
        assert shows(app, "Siirrä syrjään: Leena Virta")


async def test_the_digit_of_the_desk_goes_back_from_a_page_opened_over_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, ClientScreen)
        await press(pilot, "1")
        assert app.screen is page(app)
        assert page(app).desk == "today"
        await press(pilot, "2", "enter", "tab", "tab", "enter", "2")
        assert isinstance(app.screen, ClientsScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_names_and_notes_are_only_text(empty: Home, size: tuple[int, int]) -> None:
    with opened(empty) as book:
        who = aino(book, HOSTILE * 20)
        change_field(book, "client", who.id, the_field("client", "note"), HOSTILE * 200)
        met(book, who, topic=HOSTILE, note=HOSTILE * 9)
        visited(book, HOSTILE, client_id=who.id, note=HOSTILE)
    async with open_app(empty, size=size) as (app, pilot):
        await press(pilot, "2", "enter", "down", "down", "tab", "tab", "down", "enter")
        for _ in range(3):
            assert not any(letter in line for line in screen_text(app) for letter in "\x1b\x07\u202e")
            await press(pilot, "escape")
        assert app.is_running


def _long_note(book: Workbook) -> Client:
    who = aino(book)
    note = ("Puhuttiin aamuvuoroista ja keittiötyöstä. " * 12 + "\n") * 1_970
    change_field(book, "client", who.id, the_field("client", "note"), note[:1_000_000])
    return who


async def test_a_note_of_a_million_letters_is_shown_by_its_beginning_and_opens_to_be_read(
    empty: Home,
) -> None:
    with opened(empty) as book:
        _long_note(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_row(app, pilot, "/note")
        await press(pilot, "enter", "pageup", "pageup")
        assert shows(app, "Aino Kallio: muistiinpano")
        assert shows(app, "Puhuttiin aamuvuoroista")
        await press(pilot, "escape")
        assert isinstance(app.screen, ClientScreen)


async def test_an_ended_client_is_among_everyone_and_says_so(empty: Home) -> None:
    with opened(empty) as book:
        who = aino(book)
        end_client(book, who.id, day=TODAY, reason="content_at_work", carried_on_by=None)
    async with open_app(empty, language="en") as (app, pilot):
        await press(pilot, "2")
        assert shows(app, "Here are your clients")
        await press(pilot, "g", "enter")
        assert shows(app, "The coaching has ended 24 Nov 2026")

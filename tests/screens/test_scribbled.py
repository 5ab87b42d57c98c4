"""A contact scribbled on one line, many pasted lines gone through, and what is unfinished: with real keys."""

import json

import pytest

from tests.screens.running import (
    HandClock,
    line_with,
    open_app,
    paste,
    press,
    screen_text,
    shows,
    write,
)
from tests.screens.test_logging import contacts, form, go_to
from tests.store.workbooks import TODAY, aino, day, opened, visited
from valmentaja.model.activity import TimePlace
from valmentaja.model.contact import EmployerContactWay
from valmentaja.model.place import FormPlace
from valmentaja.places import Home
from valmentaja.screens.contacts.lines_form import LinesForm, lines_left
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.week.unfinished import UnfinishedScreen
from valmentaja.settings.registry import change_setting
from valmentaja.settings.work import KILOMETRES
from valmentaja.store.clients import client
from valmentaja.store.drafts import drafts_at, keep_draft
from valmentaja.store.employers import employer
from valmentaja.store.steps import step_of_contact
from valmentaja.texts import Language

LINE = (
    "Lounas-Aitta, Liisa, puhelu 30 min, Pekka, pitkä keskustelu keittiön vuoroista, seuraava pe koekeittiö"
)


async def test_one_line_says_it_all_and_is_shown_as_it_was_understood(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, LINE)
        for label, told in (
            ("työnantaja", "Lounas-Aitta: ensimmäinen yhteydenotto."),
            ("kenen kanssa", "Liisa"),
            ("tapa", "puhelu · 30 min · tänään · etänä"),
            ("asiakas", "Pekka Salo"),
            ("seuraavaksi", "pe 27.11.2026 koekeittiö"),
            ("muistiinpano", "pitkä keskustelu keittiön vuoroista"),
        ):
            assert any(label in line for line in screen_text(app) if told in line)
        await press(pilot, "enter")
        (logged,) = contacts(app.book)
        assert (logged.who, logged.way, logged.minutes) == ("Liisa", EmployerContactWay.PHONE, 30)
        assert logged.place is TimePlace.REMOTE
        assert logged.note == "pitkä keskustelu keittiön vuoroista"
        assert logged.client_id is not None
        assert client(app.book, logged.client_id).label == "Pekka Salo"
        step = step_of_contact(app.book, logged.id)
        assert step
        assert (step.text, step.due_on) == ("koekeittiö", day(3))


async def test_a_field_changed_by_hand_wins_over_the_line_and_the_rest_follows_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta, Liisa, puhelu")
        await go_to(pilot, app, "who")
        await press(pilot, "ctrl+u")
        await write(pilot, "Tuulikki")
        await go_to(pilot, app, "line")
        await press(pilot, "end")
        await write(pilot, " 20 min, Pekka")
        assert shows(app, "Tuulikki")
        assert (form(app).value("minutes"), form(app).value("client")) == ("20", "Pekka Salo")
        await press(pilot, "escape", "k")
        assert (form(app).value("who"), form(app).value("client")) == ("Tuulikki", "Pekka Salo")
        await press(pilot, "enter")
        (logged,) = contacts(app.book)
        assert (logged.who, logged.way, logged.minutes) == ("Tuulikki", EmployerContactWay.PHONE, 20)


async def test_the_client_of_the_line_can_be_the_person_who_was_met(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta, Pekka")
        assert form(app).value("client") == "Pekka Salo"
        await press(pilot, "f3")
        assert (form(app).value("who"), form(app).value("client")) == ("Pekka", "")
        await press(pilot, "f3")
        assert (form(app).value("who"), form(app).value("client")) == ("", "Pekka Salo")
        await press(pilot, "f3", "enter")
        assert (contacts(app.book)[0].who, contacts(app.book)[0].client_id) == ("Pekka", None)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "Enter kirjaa  Tab kohta kerrallaan  Esc keskeytä, teksti säilyy"),
        ("en", "Enter log  Tab field by field  Esc leave, text is kept"),
    ],
)
async def test_the_last_line_of_the_form_tells_the_way_to_the_fields_whole(
    small: Home, language: Language, told: str
) -> None:
    async with open_app(small, language=language) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta, Pekka")
        assert shows(app, told)
        await press(pilot, "tab")
        assert [one for one, _ in form(app).commands_now()][:2] == ["keep", "leave"]
        assert "client_met" in [one for one, _ in form(app).commands_now()]


async def test_under_the_line_it_is_told_how_the_client_becomes_the_one_who_was_met(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta")
        assert not shows(app, "F3")
        await write(pilot, ", Pekka")
        assert shows(app, "Jos asiakas onkin se, jonka tapasit: F3")
        await press(pilot, "f3")
        assert shows(app, "Jos hän onkin asiakas: F3")


async def test_employers_people_and_clients_are_completed_in_their_parts(small: Home) -> None:
    with opened(small) as book:
        visited(book, "Pesula Pilvi", who="Sirkka", day=day(-9))
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "pes")
        await press(pilot, "right")
        await write(pilot, ", si")
        assert shows(app, "Pesula Pilvi, sirkka")
        await press(pilot, "right")
        await write(pilot, ", om")
        await press(pilot, "down", "enter")
        assert form(app).value("line") == "Pesula Pilvi, Sirkka, Omar Haddad"
        assert contacts(app.book) == [], "Enter in the names takes one"
        await press(pilot, "enter")
        assert contacts(app.book)[0].who == "Sirkka"


async def test_a_step_without_a_day_is_asked_for_its_day(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta, seuraavaksi koekeittiö")
        assert shows(app, "milloin? koekeittiö")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita päivä")
        assert app.focused is form(app).field("next_on")
        await write(pilot, "pe")
        await press(pilot, "enter")
        step = step_of_contact(app.book, contacts(app.book)[0].id)
        assert step
        assert step.due_on == day(3)


async def test_a_client_of_two_is_asked_about(empty: Home) -> None:
    with opened(empty) as book:
        aino(book)
        aino(book, "Aino Mäki")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Pesula, Aino")
        assert shows(app, "asiakkaita on useita, Enter kysyy")
        await press(pilot, "enter")
        assert isinstance(app.screen, Choose)
        await press(pilot, "2")
        held = contacts(app.book)[0].client_id
        assert held
        assert client(app.book, held).label == "Aino Mäki"


async def test_lines_of_every_kind_break_nothing(small: Home) -> None:
    lines = (",,,, ,", "[/b] x, [@click=app.quit]y[/]", "\u202enurin, 漢字, 🦊", "a" * 6000, "x, " * 200)
    async with open_app(small) as (app, pilot):
        for line in lines:
            await press(pilot, "k", "ctrl+u")
            await paste(pilot, line)
            drawn = screen_text(app)
            assert all(len(one) <= 80 and "\x1b" not in one and "\u202e" not in one for one in drawn)
            if len(line) > 5000:
                await press(pilot, "enter")
                assert shows(app, "Yhdelle riville mahtuu")
            await press(pilot, "ctrl+u", "escape")
        assert contacts(app.book) == []


async def test_a_line_of_nothing_but_commas_is_not_logged_and_an_empty_one_is(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, ", ,,")
        await press(pilot, "enter")
        assert shows(app, "Rivillä ei ole muuta kuin pilkkuja.")
        assert contacts(app.book) == []
        await press(pilot, "ctrl+u", "enter")
        assert len(contacts(app.book)) == 1


async def test_more_than_the_hours_of_a_day_are_not_logged_and_the_line_stays(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for line in ("Lounas-Aitta, 23 h", "Lounas-Aitta, Liisa, 61 min"):
            await press(pilot, "k")
            await write(pilot, line)
            await press(pilot, "enter")
        assert shows(app, "Vuorokaudessa on 24 tuntia")
        assert form(app).value("line") == "Lounas-Aitta, Liisa, 61 min"
        await press(pilot, "ctrl+u")
        await write(pilot, "60")
        await press(pilot, "enter")
        assert [one.minutes for one in contacts(app.book)] == [1_380, 60]


async def test_what_a_contact_was_for_stands_before_its_place_and_who_was_there_is_told(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Varasto, tukikäynti, tapahtuma 45 min eilen, Pekka mukana")
        told = line_with(app, "tapahtuma ·").strip(" │")
        assert told.endswith("tapahtuma · tuki · 45 min · ma 23.11.2026 · muualla")
        assert "Pekka Salo, mukana" in line_with(app, "asiakas  ")


async def test_a_long_pasted_line_is_shown_from_its_beginning(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "f4")
        first = f"Varasto Oy, Liisa, {'vuoroista puhuttiin pitkään ' * 4}"
        await paste(pilot, f"{first}\nPesula Uusi, {'koneista ' * 12}\n")
        assert shows(app, "Varasto Oy, Liisa, vuoroista")
        await press(pilot, "enter")
        assert shows(app, "Pesula Uusi, koneista")
        assert form_of_lines(app).value("line").startswith("Pesula Uusi")


async def test_pasted_lines_are_gone_through_and_what_is_left_waits(small: Home, clock: HandClock) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Lounas-Aitta, Liisa, puhelu\n\nVarasto Oy\r\nPesula Uusi, eilen\nKahvila Kulma\n")
        assert isinstance(app.screen, LinesForm)
        assert shows(app, "Rivejä on jäljellä 4.")
        assert drafts_at(app.book, FormPlace("log/lines")), "kept at once"
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Lounas-Aitta.")
        assert shows(app, "Varasto Oy: 2. yhteydenotto")
        assert form_of_lines(app).value("way") == "meeting", "nothing of the line before is left"
        await press(pilot, "ctrl+r")
        assert shows(app, "uusi työnantaja: Pesula Uusi")
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
        assert shows(app, "Kirjattu yksi rivi. 3 riviä odottaa: F4")
        assert len(contacts(app.book)) == 1
        await press(pilot, "k")
        assert shows(app, "Liitettyjä rivejä odottaa 3: F4")
        await press(pilot, "f4")
        assert form_of_lines(app).value("line") == "Pesula Uusi, eilen"
        await press(pilot, "enter", "enter", "enter")
        assert isinstance(app.screen, TodayScreen)
        assert shows(app, "Kirjattu 3 riviä.")
        assert drafts_at(app.book, FormPlace("log/lines")) == ()


async def test_an_identity_code_in_a_pasted_line_is_masked_and_said(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Varasto Oy, 131052-308T\nLounas-Aitta, Liisa\n")
        await press(pilot, "enter")
        assert shows(app, "Henkilötunnus peitettiin")
        assert contacts(app.book)[0].note == "131052-••••"
        await press(pilot, "enter")
        assert not shows(app, "Henkilötunnus peitettiin")


async def test_lines_of_a_program_that_was_killed_are_there_again(small: Home) -> None:
    told = {"line": "Varasto Oy, puhelu", "rest": "Kahvila Kulma\nPesula"}
    with opened(small) as book:
        keep_draft(book, FormPlace("log/lines"), "999999999-1-gone", json.dumps(told), 0)
    async with open_app(small) as (app, pilot):
        await press(pilot, "f4")
        assert shows(app, "Varasto Oy: 2. yhteydenotto")
        assert lines_left(form_of_lines(app)) == ["Varasto Oy, puhelu", "Kahvila Kulma", "Pesula"]


def form_of_lines(app: object) -> LinesForm:
    screen = getattr(app, "screen", None)
    assert isinstance(screen, LinesForm)
    return screen


async def test_without_lines_it_says_what_to_paste_and_logs_nothing(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "f4", "enter")
        assert shows(app, "Liitä rivit tähän")
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
        assert contacts(app.book) == []


@pytest.mark.parametrize("key", ["f12", "."])
async def test_what_is_unfinished_opens_also_where_the_terminal_keeps_f12_to_itself(
    small: Home, key: str
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, key)
        assert isinstance(app.screen, UnfinishedScreen)
        await press(pilot, "escape", "5")
        await write(pilot, "Hyvä.")  # in a text it is a full stop
        assert app.screen.query_one(DayText).text == "Hyvä."


async def test_what_a_contact_lacks_is_shown_where_it_is_asked_for(empty: Home) -> None:
    with opened(empty) as book:
        visited(book, "Pesula Pilvi", day=day(-9))
        visited(book, "Vanha Oy", day=day(-40))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4", "end", "enter")
        assert isinstance(app.screen, UnfinishedScreen)
        assert "puuttuu: tarkoitus" in line_with(app, "Pesula Pilvi")
        assert not shows(app, "Vanha Oy")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)


async def test_place_travel_and_kilometres_are_kept(small: Home) -> None:
    with opened(small) as book:
        change_setting(book, KILOMETRES, "yes", TODAY)
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta")
        await go_to(pilot, app, "travel")
        await write(pilot, "0,5 h")
        await go_to(pilot, app, "kilometres")
        await write(pilot, "kaukana")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita kilometrit numeroina")
        await press(pilot, "ctrl+u")
        await write(pilot, "12")
        await press(pilot, "enter")
        (logged,) = contacts(app.book)
        assert (logged.place, logged.travel_minutes, logged.kilometres) == (TimePlace.WORKPLACE, 30, 12)


@pytest.mark.parametrize(
    ("language", "new"), [("fi", "uusi työnantaja: Pakkaamo Nappi"), ("en", "new employer: Pakkaamo Nappi")]
)
async def test_on_the_list_a_line_names_its_employer_whichever_row_is_in_focus(
    small: Home, language: Language, new: str
) -> None:
    async with open_app(small, language=language) as (app, pilot):
        await press(pilot, "3", "k")
        in_focus = form(app).value("employer")
        assert in_focus
        await write(pilot, "Pakkaamo Nappi, Ville, phone")
        assert shows(app, new)
        await press(pilot, "enter")
        (logged,) = contacts(app.book)
        assert logged.who == "Ville"
        assert logged.employer_id is not None
        assert employer(app.book, logged.employer_id).name == "Pakkaamo Nappi"
        await press(pilot, "k")
        await write(pilot, "varas")
        await press(pilot, "right")
        assert form(app).value("line") == "Varasto Oy"


async def test_on_the_list_an_empty_line_is_with_the_one_in_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "k")
        name = form(app).value("employer")
        await press(pilot, "enter")
        held = contacts(app.book)[0].employer_id
        assert held is not None
        assert employer(app.book, held).name == name


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("fi", "kuka, tapaaminen 30 min, asiakas, seuraava pe mitä"),
        ("en", "who, meeting 30 min, client, next Fri what"),
    ],
)
async def test_on_an_employers_own_page_the_line_begins_with_whom_and_another_known_employer_is_that_one(
    small: Home, language: Language, hint: str
) -> None:
    async with open_app(small, language=language) as (app, pilot):
        await press(pilot, "3", "/")
        await write(pilot, "lounas")
        await press(pilot, "enter", "k")
        assert shows(app, hint)
        await write(pilot, "Ville, phone")
        assert form(app).value("employer") == "Lounas-Aitta"
        await press(pilot, "ctrl+u")
        await write(pilot, "varas")
        await press(pilot, "right")
        assert form(app).value("line") == "Varasto Oy"
        await write(pilot, ", Ville, phone")
        await press(pilot, "enter")
        (logged,) = contacts(app.book)
        assert logged.who == "Ville"
        assert logged.employer_id is not None
        assert employer(app.book, logged.employer_id).name == "Varasto Oy"


@pytest.mark.parametrize(
    ("language", "told"), [("fi", "26.11.2026 on vasta edessä."), ("en", "26 Nov 2026 is still ahead.")]
)
async def test_a_day_just_ahead_is_never_last_years(small: Home, language: Language, told: str) -> None:
    async with open_app(small, language=language) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Uusi Kahvila, 26.11., tapaaminen")
        await press(pilot, "enter")
        assert shows(app, told)
        assert form(app).value("line") == "Uusi Kahvila, 26.11., tapaaminen"
        assert app.book.rows("SELECT id FROM employer WHERE name = 'Uusi Kahvila'") == []

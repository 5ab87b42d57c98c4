"""An employer contact is logged in seconds, from anywhere, with real keys."""

import json
import re

import pytest
from textual.pilot import Pilot

from tests.screens.running import hurry, line_with, open_app, paste, press, screen_text, shows, until, write
from tests.store.workbooks import TODAY, aino, day, opened, visited
from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.place import FormPlace
from valmentaja.places import Home
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.store.clients import all_clients
from valmentaja.store.contacts import employer_contact
from valmentaja.store.drafts import drafts_at, keep_draft
from valmentaja.store.employers import add_employer, employer_names
from valmentaja.store.steps import step_of_contact
from valmentaja.store.workbook import Workbook


def contacts(book: Workbook) -> list[EmployerContact]:
    """All that have been logged on `TODAY`, in order."""
    rows = book.rows("SELECT id FROM employer_contact WHERE day = ? ORDER BY id", (TODAY.isoformat(),))
    return [employer_contact(book, int(row["id"])) for row in rows]


def form(app: Workbench) -> LogForm:
    assert isinstance(app.screen, LogForm)
    return app.screen


async def go_to(pilot: Pilot[None], app: Workbench, field: str) -> None:
    """The focus is in the field, as after a click."""
    form(app).field(field).focus()
    await pilot.pause()


async def test_the_employer_and_enter_are_enough(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas")
        assert shows(app, "Lounas-Aitta: ensimmäinen yhteydenotto.")
        assert shows(app, "tapaaminen kasvotusten · 60 min · tänään · työpaikka")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Lounas-Aitta. Viikko 1/6 (u kumoaa)")
        (logged,) = contacts(app.book)
        assert (logged.way, logged.minutes, logged.client_id) == (EmployerContactWay.MEETING, 60, None)


async def test_not_even_the_employer_need_be_named(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        assert shows(app, "Ilman nimeä kirjataan nimeämätön työnantaja.")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: nimeämätön työnantaja. Viikko 1/6 (u kumoaa)")
        assert contacts(app.book)[0].employer_id is None
        await press(pilot, "k")
        await write(pilot, "Varasto")
        assert shows(app, "Varasto Oy: 2. yhteydenotto, viimeksi pe 20.11.")


async def test_it_says_the_same_in_english(small: Home) -> None:
    async with open_app(small, language="en") as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Varasto")
        assert shows(app, "Varasto Oy: contact no. 2, last Fri 20 Nov")
        await press(pilot, "enter")
        assert shows(app, "Logged: Varasto Oy. Week 1/6 (u takes it back)")


async def test_a_new_employer_comes_with_the_contact_and_goes_with_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Pesula Puhto")
        assert shows(app, "uusi työnantaja: Pesula Puhto")
        await press(pilot, "enter")
        assert "Pesula Puhto" in employer_names(app.book)
        await press(pilot, "u")
        assert shows(app, "Kumottu: työnantajakontakti kirjattu 24.11.2026: Pesula Puhto")
        assert "Pesula Puhto" not in employer_names(app.book)
        await press(pilot, "j")
        assert shows(app, "Pesula Puhto")
        assert "Pesula Puhto" in employer_names(app.book)


async def test_a_name_that_looks_like_a_known_one_is_asked_about_once(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        before = employer_names(app.book)
        await press(pilot, "k")
        await paste(pilot, "Lounas-Aita")
        assert shows(app, "Tarkoititko: Lounas-Aitta? Enter kysyy.")
        await press(pilot, "enter")
        assert shows(app, "Mitä työnantajaa tarkoitat? Lounas-Aita")
        await press(pilot, "escape")
        assert form(app).value("employer") == "Lounas-Aita"
        assert contacts(app.book) == [], "Esc goes back to the form and logs nothing"
        await press(pilot, "enter", "enter")
        assert shows(app, "Kirjattu: Lounas-Aitta.")
        assert employer_names(app.book) == before


async def test_or_it_is_a_new_one_after_all_also_when_it_is_a_number(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Lounas-Aita")
        await press(pilot, "enter", "down", "enter")
        assert shows(app, "Kirjattu: Lounas-Aita. Viikko 1/6 (u kumoaa)")
        await press(pilot, "k")
        await write(pilot, "4711")
        assert shows(app, "Sillä numerolla ei ole työnantajaa. Enter kysyy.")
        await press(pilot, "enter", "enter")
        assert {"Lounas-Aita", "4711"} < set(employer_names(app.book))


async def test_a_beginning_that_fits_several_is_asked_about(empty: Home) -> None:
    with opened(empty) as book:
        visited(book, "Kahvila Kulma", day=day(-3))
        visited(book, "Kahvila Aalto", day=day(-9))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Kahvila")
        await press(pilot, "enter")
        assert isinstance(app.screen, Choose)
        assert _answers(app) == [
            "Kahvila Aalto",
            "Kahvila Kulma",
            "uusi työnantaja: Kahvila",
        ]
        await press(pilot, "2")
        assert shows(app, "Kirjattu: Kahvila Kulma.")


def _answers(app: Workbench) -> list[str]:
    lines = (re.search(r"│[ ▌]*[0-9]  (.*?) *│", line) for line in screen_text(app))
    return [line[1] for line in lines if line]


async def test_two_employers_of_one_name_are_told_apart_by_their_town(empty: Home) -> None:
    with opened(empty) as book:
        for town in ("Oulu", "Turku"):
            add_employer(book, name="Siivous", sector=None, industry=None, town=town, added_on=day(-9))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "siivous")
        assert shows(app, "Siivous (Oulu)   Siivous (Turku)")
        await press(pilot, "down", "down", "enter", "enter")
        (logged,) = contacts(app.book)
        row = app.book.row("SELECT town FROM employer WHERE id = ?", (logged.employer_id,))
        assert row
        assert row["town"] == "Turku"


async def test_the_rest_of_a_name_is_taken_with_right_or_tab(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "lou")
        assert shows(app, "lounas-Aitta"), "the rest of it is there to read"
        await press(pilot, "right")
        assert form(app).value("line") == "Lounas-Aitta"
        await go_to(pilot, app, "client")
        await write(pilot, "pek")
        await press(pilot, "tab")
        assert form(app).value("client") == "Pekka Salo"
        assert app.focused is not None
        assert app.focused.id == "present"


async def test_a_name_is_taken_from_the_list_under_the_field_with_keys_or_the_mouse(empty: Home) -> None:
    with opened(empty) as book:
        for name in ("Kahvila Kulma", "Kahvila Aalto"):
            visited(book, name, day=day(-3))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "k", "tab")
        await write(pilot, "kah")
        await press(pilot, "down", "escape")
        assert form(app).value("employer") == "kah", "Esc in the list only closes it"
        await press(pilot, "down", "down", "enter")
        assert form(app).value("employer") == "Kahvila Kulma"
        assert contacts(app.book) == [], "Enter in the list takes a name, and logs nothing yet"
        await press(pilot, "ctrl+u")
        await write(pilot, "kah")
        line = next(y for y, line in enumerate(screen_text(app)) if "Kahvila Kulma" in line)
        await pilot.click(offset=(screen_text(app)[line].index("Kulma"), line))
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Kahvila Kulma.")


async def test_minutes_follow_the_way_until_they_are_changed(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await go_to(pilot, app, "way")
        await press(pilot, "p")
        assert form(app).value("minutes") == "15"
        await go_to(pilot, app, "minutes")
        await write(pilot, "25")
        await press(pilot, "shift+tab", "t", "t")
        assert form(app).value("way") == "event"
        assert form(app).value("minutes") == "25"


async def test_a_support_visit_stands_beside_the_number(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Lounas-Aitta")
        await go_to(pilot, app, "purpose")
        await press(pilot, "t", "t", "t", "enter")
        assert shows(app, "Kirjattu: Lounas-Aitta. Viikko 0/6, tukikäynti sen vieressä (u kumoaa)")
        assert contacts(app.book)[0].purpose is Purpose.SUPPORT


async def test_a_contact_of_last_week_is_counted_there(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas")
        await go_to(pilot, app, "date")
        await write(pilot, "19.11.")
        assert shows(app, "to 19.11.2026")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Lounas-Aitta. Viikolla 47: 2/6 (u kumoaa)")


async def test_everything_can_be_told_with_the_client_and_a_next_step(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Kahvila Kulma")
        await go_to(pilot, app, "who")
        await paste(pilot, "Liisa")
        await go_to(pilot, app, "client")
        await write(pilot, "Aino")
        assert shows(app, "ti 24.11.2026 · Aino Kallio")
        await press(pilot, "tab", "k")
        await go_to(pilot, app, "outcome")
        await paste(pilot, "koevuoro")
        await go_to(pilot, app, "next")
        await paste(pilot, "koekeittiö")
        await press(pilot, "tab")
        await write(pilot, "pe")
        assert shows(app, "Seuraava askel: pe 27.11.2026")
        await go_to(pilot, app, "note")
        await paste(pilot, "Tilava keittiö.\nHyvä porukka.")
        await press(pilot, "ctrl+s")
        (logged,) = contacts(app.book)
        assert (logged.who, logged.present, logged.outcome) == ("Liisa", True, "koevuoro")
        assert logged.note == "Tilava keittiö.\nHyvä porukka."
        step = step_of_contact(app.book, logged.id)
        assert step
        assert (step.text, step.due_on, step.client_id) == ("koekeittiö", day(3), logged.client_id)
        await press(pilot, "u")
        assert contacts(app.book) == []
        assert app.book.row("SELECT 1 FROM next_step WHERE id = ?", (step.id,)) is None


REFUSED = (
    ("date", "25.11.2026", "on vasta edessä", "date"),
    ("date", "31.2.", "31.2.", "date"),
    ("minutes", "pitkään", "Kirjoita minuutit numeroina", "minutes"),
    ("minutes", "2000", "minuuttia", "minutes"),
    ("next_on", "pe", "Kirjoita, mitä sovittiin", "next"),
    ("next", "soitto", "Kirjoita päivä", "next_on"),
    ("client", "Zorro", "Asiakasta Zorro ei löydy", "client"),
)


async def test_what_cannot_be_is_said_and_its_field_has_the_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Lounas-Aitta")
        for field, typed, said, focused in REFUSED:
            before = form(app).value(field)
            form(app).fill(field, typed)
            await press(pilot, "enter")
            assert said in " ".join(line.strip(" │") for line in screen_text(app))
            assert app.focused is not None
            assert app.focused.id == focused
            form(app).fill(field, before)
        await go_to(pilot, app, "present")
        await press(pilot, "k", "enter")
        assert shows(app, "asiakas oli mukana")
        assert contacts(app.book) == []
        assert form(app).value("employer") == "Lounas-Aitta", "all that was typed is there"


async def test_a_step_needs_someone_on_whose_list_it_stands(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        form(app).fill("next", "soitto")
        form(app).fill("next_on", "pe")
        await press(pilot, "enter")
        assert shows(app, "Seuraava askel tarvitsee työnantajan tai asiakkaan.")
        await go_to(pilot, app, "client")
        await write(pilot, "Maija")
        assert shows(app, "Maija Ahonen, yhteistyö päättynyt 14.11.2026")
        await press(pilot, "enter")
        assert shows(app, "yhteistyö on jo päättynyt")
        assert contacts(app.book) == []


async def test_it_opens_over_another_form_and_what_was_typed_there_stays(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "a")
        await paste(pilot, "soita Tuulikille")
        await press(pilot, "ctrl+n")
        await write(pilot, "Lounas")
        await press(pilot, "enter")
        assert len(contacts(app.book)) == 1
        assert "soita Tuulikille" in line_with(app, "mitä")
        await press(pilot, "escape")
        assert shows(app, "Teksti säilyy")


async def test_it_opens_in_the_middle_of_writing_the_diary(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Aamulla soitin ensin ")
        await press(pilot, "ctrl+n")
        await write(pilot, "Lounas")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Lounas-Aitta. Viikko 1/6 (u kumoaa)")
        await write(pilot, "ja sitten join kahvin.")
        assert shows(app, "Aamulla soitin ensin ja sitten join kahvin.")


async def test_it_does_not_open_over_itself(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k", "ctrl+n", "ctrl+n", "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_enter_twice_logs_once(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas")
        await hurry(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, TodayScreen))
        assert len(contacts(app.book)) == 1
        assert shows(app, "Kirjattu: Lounas-Aitta.")


async def test_enter_twice_asks_once_and_answers_nothing(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Lounas-Aita")
        await hurry(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        assert contacts(app.book) == []
        await press(pilot, "escape")
        assert isinstance(app.screen, LogForm)


async def test_a_hundred_keys_at_once_are_all_there(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        typed = "pesula ja kahvila " * 6
        await hurry(pilot, *typed)
        await until(pilot, lambda: form(app).value("line") == typed)


async def test_keys_that_come_faster_than_the_form_opens_go_into_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await hurry(pilot, "k", *"Lounas", "enter", "k", *"Varasto", "enter", "u")
        await until(pilot, lambda: shows(app, "Kumottu: työnantajakontakti kirjattu 24.11.2026: Varasto Oy"))
        assert len(contacts(app.book)) == 1


async def test_half_filled_in_it_waits_for_the_next_time(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas")
        await press(pilot, "tab", "tab", "p", "escape")
        assert shows(app, "Teksti säilyy")
        await press(pilot, "k")
        assert shows(app, "Jatkat siitä, mihin jäit.")
        assert shows(app, "Lounas-Aitta: ensimmäinen yhteydenotto.")
        await press(pilot, "enter")
        assert (contacts(app.book)[0].way, contacts(app.book)[0].minutes) == (EmployerContactWay.PHONE, 15)
        await press(pilot, "k")
        assert form(app).value("line") == "", "what was logged is no draft any more"
        await press(pilot, "tab", "tab", "p", "tab")
        await write(pilot, "60")
        await press(pilot, "escape", "k")
        assert (form(app).value("way"), form(app).value("minutes")) == ("phone", "60")


async def test_what_stood_in_it_when_the_program_was_killed_comes_back(small: Home) -> None:
    told = {"employer": "Lounas-Aitta", "note": "Kesken j", "way": "phone", "minutes": "20"}
    with opened(small) as book:
        keep_draft(book, FormPlace("log"), "999999999-1-gone", json.dumps(told), 0)
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        assert {name: form(app).value(name) for name in told} == told
        await press(pilot, "enter")
        assert (contacts(app.book)[0].minutes, contacts(app.book)[0].note) == (20, "Kesken j")
        assert drafts_at(app.book, FormPlace("log")) == ()


HOSTILE = (
    "Kahvila [/b] [@click=app.quit]x[/]",
    "Esc\x1b]0;x\x07",
    "🦊🦊 👩‍🍳 Leipomo",
    "\u202enurin\u202c päin",
    "漢字の店",
)


async def test_a_strange_name_is_only_a_name(empty: Home) -> None:
    with opened(empty) as book:
        for name in HOSTILE:
            visited(book, name, day=day(-3))
            visited(book, f"{name} toinen", day=day(-4))
    async with open_app(empty) as (app, pilot):
        for count, name in enumerate(HOSTILE, 1):
            await press(pilot, "k")
            await paste(pilot, name[:4])
            assert all("\x1b" not in line and "\u202e" not in line for line in screen_text(app))
            await press(pilot, "down", "enter", "enter")
            assert shows(app, "Kirjattu:")
            assert len(contacts(app.book)) == count


async def test_a_very_long_name_breaks_no_line(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await paste(pilot, "Pitkänimi " * 30)
        assert all(len(line) <= 80 for line in screen_text(app))
        assert line_with(app, "uusi työnantaja").rstrip(" │").endswith("…")
        await press(pilot, "enter")
        assert line_with(app, "Kirjattu:").endswith("(u kumoaa)")
        (name,) = [one for one in employer_names(app.book) if one.startswith("Pitkänimi")]
        assert len(name) == 299


async def test_ten_megabytes_are_refused_and_nothing_is_lost(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await go_to(pilot, app, "note")
        await write(pilot, "Ensin.")
        await paste(pilot, "x" * 10_000_000)
        assert form(app).value("note") == "Ensin."
        await until(pilot, lambda: shows(app, "liian pitkä") or shows(app, "merkkiä"))


async def test_an_identity_code_is_masked_and_that_is_said(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas")
        await go_to(pilot, app, "who")
        await paste(pilot, "131052-308T")
        app.drafts.keep()
        await press(pilot, "enter")
        assert shows(app, "Henkilötunnus peitettiin: sitä ei tallenneta. Kirjattu: Lounas-Aitta.")
        assert contacts(app.book)[0].who == "131052-••••"


async def test_what_the_workbook_refuses_is_said_in_the_form(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotBeMet("disk.full")

    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Lounas")
        monkeypatch.setattr("valmentaja.screens.contacts.employer_contact_form.log_employer_contact", full)
        await press(pilot, "enter")
        assert form(app).value("employer") == "Lounas"
        assert shows(app, "evy")


async def test_a_client_that_has_the_focus_is_filled_in(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        held = next(one for one in all_clients(app.book) if one.label == "Omar Haddad")
        app.push_screen(LogForm(client=held))
        await pilot.pause()
        await write(pilot, "Lounas")
        await press(pilot, "enter")
        assert contacts(app.book)[0].client_id == held.id


async def test_clients_of_one_name_are_asked_about(empty: Home) -> None:
    with opened(empty) as book:
        aino(book)
        second = aino(book)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Pesula")
        await go_to(pilot, app, "client")
        await paste(pilot, "Aino Kallio")
        assert shows(app, "asiakkaita on useita, Enter kysyy")
        await press(pilot, "enter", "2")
        assert contacts(app.book)[0].client_id == second.id


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_by_tab_every_field_is_reached_and_seen_whole(small: Home, size: tuple[int, int]) -> None:
    async with open_app(small, size=size) as (app, pilot):
        await press(pilot, "k")
        for name in form(app).values():
            assert app.focused is not None
            assert app.focused.id == name
            await until(pilot, lambda: is_seen(app))
            await press(pilot, "tab")


def is_seen(app: Workbench) -> bool:
    """Whether the field in focus can be read; of a note longer than the form its line in focus is enough."""
    focused, fields = app.focused, form(app).query_one("#fields").region
    assert focused is not None
    return fields.contains_region(focused.region) or focused.region.height > fields.height

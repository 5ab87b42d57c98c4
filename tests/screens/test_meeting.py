"""Contacts with clients, one or a group, met or not reached, logged with real keys."""

from textual.pilot import Pilot

from tests.screens.running import hurry, open_app, paste, press, screen_text, shows, write
from tests.store.workbooks import TODAY, aino, day, opened
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.contact import ClientContactWay
from valmentaja.places import Home
from valmentaja.screens.contacts.meet_form import MeetForm
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.shell.choose import Choose
from valmentaja.store.clients import all_clients, client
from valmentaja.store.contacts import client_contact
from valmentaja.store.workbook import Workbook


def contacts(book: Workbook) -> list[ClientContact]:
    """All that have been logged on `TODAY`, in order."""
    rows = book.rows("SELECT id FROM client_contact WHERE day = ? ORDER BY id", (TODAY.isoformat(),))
    return [client_contact(book, int(row["id"])) for row in rows]


def names(book: Workbook, contact: ClientContact) -> list[str]:
    return [client(book, one).label for one in contact.client_ids]


def form(app: Workbench) -> MeetForm:
    assert isinstance(app.screen, MeetForm)
    return app.screen


async def go_to(pilot: Pilot[None], app: Workbench, field: str) -> None:
    """The focus is in the field, as after a click."""
    form(app).field(field).focus()
    await pilot.pause()


async def open_form(pilot: Pilot[None], app: Workbench, name: str | None = None) -> None:
    """The form with the client in it, as their page opens it; or as the palette does, with nobody."""
    held = next((one for one in all_clients(app.book) if one.label == name), None)
    app.push_screen(MeetForm(held))
    await pilot.pause()


async def test_the_client_in_focus_is_met_with_two_keys(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "y")
        assert shows(app, "Pekka Salo")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Pekka Salo, kasvotusten (u kumoaa)")
        (logged,) = contacts(app.book)
        assert (names(app.book, logged), logged.minutes, logged.reached) == (["Pekka Salo"], 60, True)
        await press(pilot, "u")
        assert shows(app, "Kumottu: yhteys kirjattu 24.11.2026: Pekka Salo")
        assert contacts(app.book) == []
        await press(pilot, "j")
        assert names(app.book, contacts(app.book)[0]) == ["Pekka Salo"]


async def test_from_the_palette_it_opens_without_a_client(small: Home) -> None:
    async with open_app(small, language="en") as (app, pilot):
        await press(pilot, "4", "y")
        assert shows(app, "With whom?")
        await write(pilot, "san")
        assert shows(app, "Sanna Niemi")
        await press(pilot, "enter")
        assert shows(app, "Logged: Sanna Niemi, in person (u takes it back)")


async def test_a_group_is_told_with_commas_or_a_plus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_form(pilot, app)
        await write(pilot, "aino")
        await press(pilot, "right")
        await write(pilot, ", pek")
        await press(pilot, "right")
        await paste(pilot, " + J12")
        assert shows(app, "Ryhmä, 3: Aino Kallio, Pekka Salo, J12")
        await go_to(pilot, app, "topic")
        await write(pilot, "ryhmä")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: Aino Kallio, Pekka Salo, J12, kasvotusten (u kumoaa)")
        (logged,) = contacts(app.book)
        assert names(app.book, logged) == ["Aino Kallio", "Pekka Salo", "J12"]
        assert logged.topic == "ryhmä"


async def test_the_same_client_twice_is_met_once(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_form(pilot, app)
        await paste(pilot, "Aino, aino kallio")
        await press(pilot, "enter")
        assert names(app.book, contacts(app.book)[0]) == ["Aino Kallio"]


async def test_a_name_that_ends_in_a_full_stop_ends_the_sentence_once(empty: Home) -> None:
    with opened(empty) as book:
        aino(book, "Nadia B.")
    async with open_app(empty) as (app, pilot):
        await open_form(pilot, app, "Nadia B.")
        await press(pilot, "tab", "e", "enter")
        assert shows(app, "Kirjattu, ettei tavoitettu: Nadia B. (u kumoaa)")


async def test_not_reached_takes_no_minutes(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "y", "p", "tab", "e")
        assert (form(app).value("way"), form(app).value("minutes")) == ("phone", "")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu, ettei tavoitettu: Pekka Salo (u kumoaa)")
        (logged,) = contacts(app.book)
        assert (logged.way, logged.reached, logged.minutes) == (ClientContactWay.PHONE, False, None)


async def test_the_day_and_the_time_are_told_as_understood(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "y")
        await go_to(pilot, app, "time")
        await write(pilot, "9.30")
        assert shows(app, "ti 24.11.2026 klo 9.30")
        await press(pilot, "enter")
        at = contacts(app.book)[0].at
        assert at is not None
        assert at.isoformat("minutes") == "09:30"


REFUSED = (
    ("clients", "", "Kerro, kenen kanssa", "clients"),
    ("clients", "Zorro", "Asiakasta Zorro ei löydy", "clients"),
    ("date", "25.11.2026", "on vasta edessä", "date"),
    ("time", "25.00", "25.00", "time"),
    ("minutes", "pitkään", "Kirjoita minuutit numeroina", "minutes"),
)


async def test_what_cannot_be_is_said_and_its_field_has_the_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_form(pilot, app, "Omar Haddad")
        for field, typed, said, focused in REFUSED:
            before = form(app).value(field)
            form(app).fill(field, typed)
            await press(pilot, "enter")
            assert said in " ".join(line.strip(" │") for line in screen_text(app))
            assert app.focused is not None
            assert app.focused.id == focused
            form(app).fill(field, before)
        assert contacts(app.book) == []


async def test_clients_of_one_beginning_are_asked_about(empty: Home) -> None:
    with opened(empty) as book:
        aino(book, "Aino Kallio")
        aino(book, "Aino Mäki")
        aino(book, "Pekka Salo")
    async with open_app(empty) as (app, pilot):
        await open_form(pilot, app)
        await paste(pilot, "Pekka, Aino")
        await press(pilot, "enter")
        assert isinstance(app.screen, Choose)
        await press(pilot, "2")
        assert names(app.book, contacts(app.book)[0]) == ["Pekka Salo", "Aino Mäki"]


async def test_a_name_with_a_comma_in_it_is_one_client(empty: Home) -> None:
    with opened(empty) as book:
        aino(book, "Kallio, Aino")
        aino(book, "Pekka Salo")
    async with open_app(empty) as (app, pilot):
        await open_form(pilot, app, "Kallio, Aino")
        await press(pilot, "enter")
        await open_form(pilot, app)
        await paste(pilot, "Pekka, Kallio, Aino")
        await press(pilot, "enter")
        logged = contacts(app.book)
        assert [names(app.book, one) for one in logged] == [["Kallio, Aino"], ["Pekka Salo", "Kallio, Aino"]]


async def test_someone_who_has_ended_is_said_to_have(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_form(pilot, app)
        await write(pilot, "maija")
        assert shows(app, "Maija Ahonen, yhteistyö päättynyt 14.11.2026")
        await press(pilot, "enter")
        assert names(app.book, contacts(app.book)[0]) == ["Maija Ahonen"]


async def test_enter_twice_logs_once(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "y", "tab", "tab")
        await hurry(pilot, "enter", "enter", "enter")
        assert len(contacts(app.book)) == 1


async def test_a_client_with_a_strange_name_is_met_as_any_other(empty: Home) -> None:
    strange = ("[/b] Testi", "Esc\x1b[2J", "🦊 Kettu", "\u202enurin")
    with opened(empty) as book:
        for name in strange:
            aino(book, name)
    async with open_app(empty) as (app, pilot):
        for name in strange:
            await open_form(pilot, app)
            await paste(pilot, name[:3])
            await press(pilot, "down", "enter", "enter")
            assert all("\x1b" not in line and "\u202e" not in line for line in screen_text(app))
        assert [names(app.book, one) for one in contacts(app.book)] == [[name] for name in strange]


async def test_half_filled_in_it_waits_with_the_client_it_is_about(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_form(pilot, app, "Omar Haddad")
        await go_to(pilot, app, "note")
        await write(pilot, "Kesken.")
        await press(pilot, "escape")
        if isinstance(app.screen, MeetForm):
            await press(pilot, "escape")
        await open_form(pilot, app, "Sanna Niemi")
        assert form(app).value("note") == ""
        await press(pilot, "escape")
        await open_form(pilot, app, "Omar Haddad")
        assert form(app).value("note") == "Kesken."
        assert form(app).value("date") == app.texts.date(day(0))

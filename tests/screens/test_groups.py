"""Groups with real keys: made, joined and left, their times booked, and the copies that name nobody else."""

from datetime import time

from tests.screens.running import footer, line_with, open_app, press, screen_text, shows, write
from tests.store.workbooks import TODAY, day, opened
from valmentaja.places import Home
from valmentaja.screens.appointments.group_page import GroupScreen
from valmentaja.screens.appointments.groups import GroupsScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.store.appointments import all_appointments
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.clients import all_clients
from valmentaja.store.groups import add_group, all_groups
from valmentaja.store.workbook import Workbook


def ids(book: Workbook, *beginnings: str) -> tuple[int, ...]:
    """The clients whose names begin so."""
    return tuple(
        next(one.id for one in all_clients(book) if one.label.startswith(beginning))
        for beginning in beginnings
    )


def in_focus(app: Workbench) -> str:
    """The id of the row in focus on the group's page."""
    assert isinstance(app.screen, GroupScreen)
    return app.screen.focused_id or ""


async def test_a_group_is_made_and_its_next_time_booked(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "q")
        assert shows(app, "Ryhmä on sarja tapaamisia usealle asiakkaalle")
        await press(pilot, "n", "enter")
        assert shows(app, "Anna ryhmälle nimi.")
        await write(pilot, "Työnhakuryhmä")
        await press(pilot, "tab")
        await write(pilot, "Aino, Pekka")
        assert shows(app, "Ryhmä, 2: Aino Kallio, Pekka Salo")
        await press(pilot, "tab")
        await write(pilot, "Sari")
        await press(pilot, "enter")
        assert shows(app, "Ryhmä tehty: Työnhakuryhmä (u kumoaa)")
        assert "Aino Kallio, Pekka Salo" in line_with(app, "Työnhakuryhmä  ")
        await press(pilot, "enter")
        assert shows(app, "2 osallistujaa · toinen vetäjä Sari")
        assert shows(app, "Seuraavaa aikaa ei ole varattu. Näppäin f varaa sen.")
        await press(pilot, "f")
        await write(pilot, "to 13")
        assert shows(app, "Ryhmä, 2: Aino Kallio, Pekka Salo · to 26.11.2026 klo 13.00")
        await press(pilot, "enter")
        (held,) = all_appointments(app.book)
        (group,) = all_groups(app.book)
        assert (held.group_id, held.client_ids, held.at) == (group.id, group.client_ids, time(13))
        assert "13.00" in line_with(app, "to 26.11.")


async def test_who_joins_and_leaves_a_group_comes_and_goes_with_its_times(small: Home) -> None:
    with opened(small) as book:
        held = add_group(book, name="Kerho", client_ids=ids(book, "Aino"))
        book_appointment(
            book, AppointmentWords(day(2), time(13), held.client_ids, TODAY, group_id=held.id, about="cv")
        )
    async with open_app(small) as (app, pilot):
        await press(pilot, "q", "enter", "n")
        assert shows(app, "Asiakas tulee mukaan myös ryhmän varattuihin aikoihin")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita asiakkaan nimi tai tunnus.")
        await write(pilot, "Aino")
        await press(pilot, "enter")
        assert shows(app, "On jo ryhmässä Kerho: Aino Kallio.")
        await press(pilot, *("backspace",) * 4)
        await write(pilot, "Omar")
        await press(pilot, "enter")
        assert shows(app, "Lisätty ryhmään Kerho (u kumoaa)")
        assert all_appointments(app.book)[0].client_ids == ids(app.book, "Aino", "Omar")
        await press(pilot, "down")
        assert in_focus(app) == f"client/{ids(app.book, 'Omar')[0]}"
        await press(pilot, "delete")
        assert shows(app, "Ei enää ryhmässä Kerho: Omar Haddad (u kumoaa)")
        assert all_appointments(app.book)[0].client_ids == ids(app.book, "Aino")
        await press(pilot, "u")
        assert all_groups(app.book)[0].client_ids == ids(app.book, "Aino", "Omar")
        await press(pilot, "down", "down")
        assert "remove" not in footer(app)
        await press(pilot, "escape", "q")
        assert isinstance(app.screen, GroupsScreen)


async def test_a_participants_copy_never_names_the_others(small: Home) -> None:
    with opened(small) as book:
        held = add_group(
            book, name="Ainon ryhmä", client_ids=ids(book, "Aino", "Pekka"), co_led_by="Sari, Pekan äiti"
        )
        words = AppointmentWords(
            day(2), time(13), held.client_ids, TODAY, group_id=held.id, place="Pekan luona", guests="Olli"
        )
        book_appointment(book, words)
    async with open_app(small) as (app, pilot):
        await press(pilot, "q", "enter", "f8")
        assert shows(app, "Ryhmän ajat, osallistujan kopio: Aino Kallio")
        assert app.clipboard == "Ainon ryhmä\nto 26.11.2026 klo 13.00, vieraat Olli"
        await press(pilot, "escape", "down", "f8")
        assert "Aino" not in app.clipboard
        assert (
            app.clipboard
            == "toinen vetäjä Sari, Pekan äiti\nto 26.11.2026 klo 13.00, Pekan luona, vieraat Olli"
        )
        await press(pilot, "escape", "down", "f8")
        assert shows(app, "Muistutus: Ainon ryhmä"), screen_text(app)
        assert "Pekan" not in app.clipboard
        assert "Aino" not in app.clipboard


async def test_a_groups_name_books_for_all_whose_coaching_goes_on(small: Home) -> None:
    with opened(small) as book:
        add_group(book, name="Kerho", client_ids=ids(book, "Aino", "Maija"))
        add_group(book, name="Tyhjä", client_ids=())
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "f")
        await write(pilot, "Tyh")
        await press(pilot, "tab")
        await write(pilot, "to 10")
        await press(pilot, "enter")
        assert shows(app, "Ryhmässä ei ole ketään, jonka valmennus jatkuu: Tyhjä.")
        app.screen.query_one("#clients").focus()
        await press(pilot, *("backspace",) * 5)
        await write(pilot, "kerho, Leena")
        assert shows(app, "Ryhmä, 2: Aino Kallio, Leena Virta")
        await press(pilot, "enter")
        (held,) = all_appointments(app.book)
        assert held.client_ids == ids(app.book, "Aino", "Leena")
        assert held.group_id == next(one.id for one in all_groups(app.book) if one.name == "Kerho")

"""Times are booked, come, and are told of with real keys: on Today, in the week, on pages of their own."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.running import (
    HandClock,
    footer,
    line_with,
    open_app,
    press,
    screen_text,
    shows,
    write,
)
from tests.store.workbooks import TODAY, day, opened
from valmentaja.model.activity import TimePlace
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay, Purpose
from valmentaja.places import Home
from valmentaja.screens.appointments.book_form import BookForm
from valmentaja.screens.appointments.page import AppointmentScreen
from valmentaja.screens.appointments.words import row_id
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.appointments import all_appointments, appointment
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.clients import all_clients
from valmentaja.store.contacts import client_contact, employer_contact
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.employers import employers
from valmentaja.store.journal import undo
from valmentaja.store.workbook import Workbook

THURSDAY = date(2026, 11, 26)


def named(book: Workbook, beginning: str) -> Client:
    """The client whose name begins so."""
    return next(one for one in all_clients(book) if one.label.startswith(beginning))


def booked(book: Workbook, name: str, at: str, on: date = TODAY, **words: object) -> Appointment:
    """A time with the client."""
    known = {"way": ClientContactWay.IN_PERSON, "place": None, "about": None, "employer_id": None} | words
    employer_id, way = known["employer_id"], known["way"]
    assert isinstance(way, ClientContactWay)
    return book_appointment(
        book,
        AppointmentWords(
            day=on,
            at=time.fromisoformat(at),
            client_ids=(named(book, name).id,),
            booked_on=day(-7),
            way=way,
            place=str(known["place"]) if known["place"] else None,
            about=str(known["about"]) if known["about"] else None,
            employer_id=employer_id if isinstance(employer_id, int) else None,
        ),
    )


def the_one(book: Workbook) -> Appointment:
    """The only time that is booked."""
    (held,) = all_appointments(book)
    return held


async def go_to_row(app: Workbench, pilot: Pilot[None], row: str) -> None:
    """Down to the row."""
    for _ in range(20):
        if app.screen.query_one(RowList).focused_id == row:
            return
        await press(pilot, "down")
    raise AssertionError(f"no row {row}")


def form(app: Workbench) -> BookForm:
    """The form for a time, which is open."""
    assert isinstance(app.screen, BookForm)
    return app.screen


async def test_a_time_is_booked_with_the_client_in_focus_and_quiets_what_it_will_meet(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        assert "ei tavattu 56 pv" in line_with(app, "Pekka Salo")
        await press(pilot, "f")
        assert shows(app, "Pekka Salo")
        await write(pilot, "to 10")
        assert shows(app, "Pekka Salo · to 26.11.2026 klo 10.00")
        assert shows(app, "Tämä hoitaa: tapaaminen")
        await press(pilot, "enter")
        assert shows(app, "Varattu to 26.11.2026 klo 10.00: Pekka Salo (u kumoaa)")
        held = the_one(app.book)
        assert (held.day, held.at, held.minutes) == (THURSDAY, time(10), None)
        assert not shows(app, "ei tavattu 56 pv")
        await press(pilot, "d", "enter")
        assert isinstance(app.screen, AppointmentScreen)
        await press(pilot, "escape", "escape", "2")
        assert "to 26.11. klo 10.00" in line_with(app, "Pekka Salo")
        await press(pilot, "1", "u")
        assert all_appointments(app.book) == ()
        assert shows(app, "Kumottu: aika varattu 26.11.2026: Pekka Salo")
        await press(pilot, "j")
        assert the_one(app.book).client_ids == held.client_ids


async def test_the_form_says_what_a_coach_may_not_have_meant(small: Home) -> None:
    with opened(small) as book:
        booked(book, "Leena", "10:00", THURSDAY)
    async with open_app(small) as (app, pilot):
        await press(pilot, "f")
        for typed, said in (
            ("to 10.30", "Samaan aikaan on varattu myös 10.00 Leena Virta"),
            ("to 11", "to 26.11.2026 klo 11.00"),
            ("6.12. 12", "pyhä: Itsenäisyyspäivä"),
            ("5.12. 12", "viikonloppu"),
            ("tänään 9", "Aika on jo mennyt."),
            ("1.7.2026 10", "Aika on ennen kuin valmennus alkoi"),
        ):
            form(app).fill("when", typed)
            await pilot.pause()
            assert shows(app, said), (typed, screen_text(app))
            assert shows(app, "Samaan aikaan") is ("10.30" in typed)
        form(app).fill("when", "joskus")
        await press(pilot, "enter")
        assert shows(app, "Tätä aikaa ei voi lukea: joskus.")
        form(app).fill("when", "")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita päivä ja kello")
        form(app).fill("when", "to 10.30")
        form(app).fill("employer", "Lounas")
        form(app).fill("place", "kirjasto")
        form(app).fill("minutes", "30")
        await press(pilot, "enter")
        made = next(one for one in all_appointments(app.book) if one.place == "kirjasto")
        kitchen = next(one for one in employers(app.book) if one.name == "Lounas-Aitta")
        assert (made.at, made.minutes, made.employer_id) == (time(10, 30), 30, kitchen.id)


async def test_several_are_booked_at_once_and_one_who_has_ended_is_refused(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "4", "f")
        assert shows(app, "Kenen kanssa?")
        await press(pilot, "enter")
        assert shows(app, "Kerro, kenen kanssa")
        await write(pilot, "Aino, Maija")
        form(app).fill("when", "to 10")
        await press(pilot, "enter")
        assert shows(app, "Maija Ahonen")
        assert all_appointments(app.book) == ()
        form(app).fill("clients", "Aino, Omar")
        await press(pilot, "escape")
        assert shows(app, "Teksti säilyy")
        await press(pilot, "f")
        assert shows(app, "Ryhmä, 2: Aino Kallio, Omar Haddad")
        await press(pilot, "enter")
        assert len(the_one(app.book).client_ids) == 2
        assert shows(app, "varatut ajat")
        assert shows(app, "Aino Kallio, Omar")


WHAT_FOLLOWS = (
    (Outcome.MET, "1", "Tapaaminen kirjattu: Aino Kallio", True),
    (Outcome.CANCELLED_BY_CLIENT, "3", "Asiakas perui: Leena Virta", None),
    (Outcome.CANCELLED_BY_COACH, "4", "Peruttu: Sanna Niemi", None),
    (Outcome.DID_NOT_COME, "5", "Kirjattu, ettei tullut: Omar Haddad", False),
    (Outcome.NOT_REACHED, "6", "Kirjattu, ettei tavoitettu: J12", False),
)


async def test_when_a_time_has_passed_it_is_asked_what_became_of_it(small: Home) -> None:
    with opened(small) as book:
        held = [
            booked(book, name, f"0{hour}:00")
            for hour, name in enumerate(("Aino", "Leena", "Sanna", "Omar", "J12"), 4)
        ]
        to_come = booked(book, "Toivo", "13:30", about="työpaja")
    async with open_app(small) as (app, pilot):
        assert "mitä tuli?" in line_with(app, " 4.00")
        assert not shows(app, "13.30")
        assert shows(app, "+2 muuta, g näyttää ne")
        await press(pilot, "g")
        assert "työpaja" in line_with(app, "13.30")
        for place, (outcome, number, said, reached) in enumerate(WHAT_FOLLOWS):
            await press(pilot, "o", number)
            became = appointment(app.book, held[place].id)
            assert became.outcome is outcome
            assert shows(app, f"{said} (u kumoaa)"), screen_text(app)
            if reached is None:
                assert became.contact_id is None
            else:
                contact = client_contact(app.book, became.contact_id or 0)
                assert (contact.reached, contact.day) == (reached, TODAY)
        assert str(app.screen.query_one(RowList).focused_id).startswith("client-"), "on to the list"
        await press(pilot, "g")
        assert shows(app, "13.30"), "what has been told of gives way"
        await go_to_row(app, pilot, row_id(to_come))
        await press(pilot, "t", "1")
        assert appointment(app.book, to_come.id).outcome is Outcome.MET
        assert "o" not in footer(app)
        await press(pilot, "u", "u")
        assert "asiakas perui" not in footer(app)
        assert appointment(app.book, held[4].id).outcome is None


async def test_a_time_is_moved_and_the_day_comes(small: Home) -> None:
    with opened(small) as book:
        kitchen = next(one for one in employers(book) if one.name == "Lounas-Aitta")
        first = booked(book, "Aino", "13:30", about="koekeittiö", employer_id=kitchen.id)
        agree_disclosure(book, named(book, "Aino").id, None, {"may": "työaikatoive"}, day=TODAY)
    async with open_app(small) as (app, pilot):
        await press(pilot, "up", "o", "2")
        await press(pilot, "enter")
        assert shows(app, "Kirjoita päivä ja kello")
        await write(pilot, "tänään 13.30")
        await press(pilot, "enter")
        assert shows(app, "Uusi aika on sama kuin entinen.")
        await press(pilot, *("backspace",) * 12)
        await write(pilot, "to 9.30")
        assert shows(app, "to 26.11.2026 klo 9.30")
        await press(pilot, "enter")
        assert shows(app, "Siirretty, uusi aika to 26.11.2026 klo 9.30: Aino Kallio (u kumoaa)")
        assert "siirretty" in line_with(app, "13.30")
        await press(pilot, "o")
        assert not shows(app, "Mitä ajasta tuli?")
    again = HandClock(datetime(2026, 11, 26, 10, 45))
    async with open_app(small, clock=again) as (app, pilot):
        assert "mitä tuli?" in line_with(app, " 9.30")
        assert shows(app, "Lounas-Aitta")
        assert shows(app, "Saa kertoa: työaikatoive"), screen_text(app)
        await press(pilot, "t", "1")
        became = next(one for one in all_appointments(app.book) if one.id != first.id)
        contact = employer_contact(app.book, became.contact_id or 0)
        assert (contact.present, contact.purpose, contact.day) == (True, None, THURSDAY)
        assert contact.purpose is not Purpose.SUPPORT
        assert contact.place is TimePlace.WORKPLACE


async def test_yesterdays_time_is_asked_on_the_list_and_one_ahead_is_refused_kindly(small: Home) -> None:
    with opened(small) as book:
        ahead = booked(book, "J12", "10:00", THURSDAY)
        yesterday = booked(book, "J12", "10:00", day(-1))
    async with open_app(small, size=(120, 40)) as (app, pilot):
        assert "mitä tuli tapaamisesta ma 23.11.?" in line_with(app, "J12")
        await go_to_row(app, pilot, f"client-{named(app.book, 'J12').id}")
        await press(pilot, "t")
        assert shows(app, "Mitä ajasta tuli? J12, ma 23.11.2026 klo 10.00")
        await press(pilot, "5")
        assert appointment(app.book, yesterday.id).outcome is Outcome.DID_NOT_COME
        await press(pilot, "4", "down")
        assert "ei tullut" in line_with(app, "ma 23.11.  ")
        await press(pilot, "o", "1")
        assert shows(app, "Aika on vasta edessä: to 26.11.2026 klo 10.00."), screen_text(app)
        assert appointment(app.book, ahead.id).outcome is None
        await press(pilot, "o", "3")
        assert "asiakas perui" in line_with(app, "to 26.11.")
        await press(pilot, "enter")
        assert isinstance(app.screen, AppointmentScreen)


async def test_the_reminder_is_copied_and_names_no_other_client(small: Home) -> None:
    with opened(small) as book:
        booked(book, "Aino", "10:00", about="Pekan kanssa sovittua", place="kirjasto")
    async with open_app(small) as (app, pilot):
        await press(pilot, "up", "f8")
        assert shows(app, "Muistutus: Aino Kallio")
        assert shows(app, "Hei! Tapaamme ti 24.11. klo 10.00.")
        assert shows(app, "Muistutuksesta jäi pois kohta, jossa on toisen asiakkaan nimi: Aihe")
        assert app.clipboard.startswith("Hei! Tapaamme ti 24.11. klo 10.00.\nPaikka: kirjasto")
        assert "Pek" not in app.clipboard
        await press(pilot, "escape", "down")
        assert "for_client" not in footer(app)


async def test_every_field_of_a_time_is_changed_on_its_page(small: Home) -> None:
    with opened(small) as book:
        held = booked(book, "Aino", "13:30")
    async with open_app(small) as (app, pilot):
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, AppointmentScreen)
        await press(pilot, "down", "enter")
        await write(pilot, "14.15")
        await press(pilot, "enter")
        assert appointment(app.book, held.id).at == time(14, 15)
        await press(pilot, *("down",) * 4, "enter")
        await write(pilot, "kirjasto")
        await press(pilot, "enter")
        assert appointment(app.book, held.id).place == "kirjasto"
        await press(pilot, "o", "4")
        assert shows(app, "peruin itse")
        assert "outcome" not in footer(app)
        with opened(small) as book:
            for _ in range(3):
                undo(book)
        await press(pilot, "u")
        assert not isinstance(app.screen, AppointmentScreen), "the time is gone, and its page with it"


async def test_a_client_page_shows_the_times_and_books_the_next_one(small: Home) -> None:
    with opened(small) as book:
        booked(book, "Pekka", "10:00", THURSDAY, about="toiveet")
    async with open_app(small) as (app, pilot):
        await press(pilot, "2", "/")
        await write(pilot, "Pekka")
        await press(pilot, "enter", "tab", "tab")
        assert shows(app, "edessä")
        assert "toiveet" in line_with(app, "to 26.11.")
        await press(pilot, "f")
        assert shows(app, "Pekka Salo")
        await press(pilot, "escape", "3", "f")
        assert form(app).value("employer") != ""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_todays_times_leave_room_for_the_list(
    small: Home, size: tuple[int, int], tmp_path: Path
) -> None:
    with opened(small) as book:
        for hour in range(10, 18):
            booked(book, "Aino", f"{hour}:00", about="pitkä aihe, jossa on paljon sanottavaa " * 3)
    async with open_app(small, size=size) as (app, _):
        times = [line for line in screen_text(app) if ".00 " in line and "pitkä" in line]
        assert len(times) == 4
        assert shows(app, "+4 muuta, g näyttää ne")
        assert shows(app, "myöhässä")


async def test_a_meeting_at_an_employers_shows_what_may_be_told_there(small: Home) -> None:
    with opened(small) as book:
        agreed = {"may": "Aamuvuorot", "may_not": "Sairausloma"}
        agree_disclosure(book, named(book, "Aino").id, None, agreed, day=day(-9))
    async with open_app(small) as (app, pilot):
        await press(pilot, "f")
        form = app.screen
        assert isinstance(form, BookForm)
        form.fill("clients", "Aino Kallio")
        form.changed()
        await pilot.pause()
        assert not shows(app, "Aamuvuorot")
        form.fill("employer", "Lounas-Aitta")
        form.changed()
        await pilot.pause()
        assert shows(app, "Aamuvuorot")
        assert not shows(app, "Sairausloma")
        await press(pilot, "f7")
        assert shows(app, "Sairausloma")

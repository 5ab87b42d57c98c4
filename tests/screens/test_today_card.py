"""The card on Today: what is booked next, the other reasons in short; and another way where one did not reach."""

from datetime import time

import pytest

from tests.screens.asked import HOW, LIKELIHOOD, MONEY, find_out, says
from tests.screens.running import HandClock, open_app, press, shows, write
from tests.screens.today_desk import beside, client_id, in_focus, standing
from tests.store.workbooks import TODAY, day, met, opened
from valmentaja.model.activity import TimePlace
from valmentaja.model.answer import AnswerState
from valmentaja.model.appointment import Outcome
from valmentaja.model.contact import ClientContactWay
from valmentaja.places import Home
from valmentaja.screens.contacts.meet_form import MeetForm
from valmentaja.screens.program.app import Workbench
from valmentaja.store.booking import AppointmentWords, OutcomeWords, book_appointment, say_outcome
from valmentaja.store.clients import client
from valmentaja.store.contacts import client_contacts_with
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook


def told(app: Workbench) -> str:
    """The card on one line."""
    return " ".join(" ".join(beside(app)).split())


def booked(book: Workbook, name: str, in_days: int, at: time) -> int:
    """The id of a time booked yesterday with the client."""
    words = AppointmentWords(day(in_days), at, (client_id(book, name),), day(-1))
    return book_appointment(book, words).id


def owed(book: Workbook, name: str, *texts: str) -> None:
    """So many steps that were due two days ago."""
    for text in texts:
        words = StepWords(text, day(-2), day(-9))
        agree_next_step(book, words, about=name, client_id=client_id(book, name), employer_id=None)


async def test_what_is_booked_next_is_said_and_that_nothing_is(small: Home) -> None:
    with opened(small) as book:
        booked(book, "Aino Kallio", 9, time(10))
        booked(book, "Aino Kallio", 1, time(10, 30))
    async with open_app(small) as (app, pilot):
        assert in_focus(app) == "Pekka Salo"
        assert "Ei varattua aikaa." in told(app)
        await press(pilot, "down", "down")
        assert in_focus(app) == "Aino Kallio"
        assert "Aika varattu ke 25.11. klo 10.30." in told(app)
        await press(pilot, "left", "left")
        assert in_focus(app) == "Aino Kallio"
        assert "Ei varattua aikaa." in told(app), "it was booked later"


async def test_a_time_that_has_passed_today_is_not_the_next(small: Home, clock: HandClock) -> None:
    with opened(small) as book:
        booked(book, "Pekka Salo", 0, time(9))
        later = booked(book, "Pekka Salo", 3, time(13))
    async with open_app(small, clock=clock, language="en") as (app, pilot):
        await press(pilot, "g")  # what is booked has quieted the row
        await press(pilot, *["down"] * standing(app).index("Pekka Salo"))
        assert in_focus(app) == "Pekka Salo"
        assert "Time booked Fri 27 Nov at 13:00." in told(app)
        with opened(small) as other_window:
            say_outcome(
                other_window, later, OutcomeWords(Outcome.CANCELLED_BY_CLIENT, TODAY, 45, TimePlace.OFFICE)
            )
        await app.pulse()
        await pilot.pause()
        assert "No time booked." in told(app)


async def test_the_other_reasons_that_press_stand_on_a_line_each_and_the_rest_are_counted(
    small: Home,
) -> None:
    with opened(small) as book:
        owed(book, "Pekka Salo", "yksi", "kaksi", "kolme", "neljä", "viisi")
    async with open_app(small) as (app, pilot):
        assert in_focus(app) == "Pekka Salo"
        lines = [line for line in beside(app) if line.startswith("+ ”")]
        assert len(lines) == 3
        assert "+2 muuta, s näyttää" in told(app)
        assert "kurssin alku" not in told(app), "what is quiet does not press"
        await press(pilot, "s")
        assert shows(app, "Askel ”yksi” on sovittu")


async def test_the_card_stays_in_its_room_and_moves_nothing(small: Home) -> None:
    with opened(small) as book:
        owed(book, "Pekka Salo", *("pitkä sana " * 30 for _ in range(5)))
        for column in ("phone", "best_reached"):
            book.execute(f"UPDATE client SET {column} = ?", ("soita illalla " * 20,))
    async with open_app(small) as (app, pilot):
        card = app.screen.query_one("Card")
        for _ in range(6):
            assert card.max_scroll_y == 0
            assert "Ei varattua aikaa." in told(app) or in_focus(app) == "Lounas-Aitta"
            await press(pilot, "down")


@pytest.mark.parametrize(
    ("tried", "word", "other"),
    [
        (ClientContactWay.IN_PERSON, "kasvotusten", "phone"),
        (ClientContactWay.VIDEO, "videolla", "phone"),
        (ClientContactWay.PHONE, "puhelimitse", "message"),
        (ClientContactWay.MESSAGE, "viestillä", "phone"),
    ],
)
async def test_whom_one_way_did_not_reach_is_reached_out_to_in_another(
    small: Home, tried: ClientContactWay, word: str, other: str
) -> None:
    with opened(small) as book:
        omar = client(book, client_id(book, "Omar Haddad"))
        met(book, omar, day=TODAY, way=tried, reached=False)
    async with open_app(small) as (app, pilot):
        await press(pilot, *["down"] * 5)
        assert in_focus(app) == "Omar Haddad"
        await press(pilot, "t")
        assert isinstance(app.screen, MeetForm)
        assert app.screen.value("way") == other
        assert shows(app, f"Ei tavoitettu ti 24.11. ({word}). Nyt toisella tavalla.")
        await press(pilot, "tab", "tab")
        await write(pilot, "kuulumiset")
        await press(pilot, "enter")
        newest = client_contacts_with(app.book, omar.id, 1)[0]
        assert (newest.way, newest.reached) == (ClientContactWay(other), True)
        assert in_focus(app) != "Omar Haddad"


async def test_a_contact_begun_otherwise_is_in_person_as_ever(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["down"] * 5, "y")
        assert isinstance(app.screen, MeetForm)
        assert app.screen.value("way") == "in_person"
        assert not shows(app, "Nyt toisella tavalla.")


async def test_what_is_found_out_together_next_is_said_in_one_line_and_how_many_more(small: Home) -> None:
    with opened(small) as book:
        leena = client(book, client_id(book, "Leena Virta"))
        find_out(book, leena, MONEY, HOW, day(30))
        find_out(book, leena, "job_search.lasting_work", None, None)
        find_out(book, leena, LIKELIHOOD, "kysytään siskolta", None)
    async with open_app(small, size=(120, 40)) as (app, pilot):
        await press(pilot, "down")
        assert in_focus(app) == "Leena Virta"
        assert "Selvitetään yhdessä: rahat nyt ja töissä, to 24.12. (ja 1 muu)" in told(app)
        assert HOW not in told(app)


async def test_what_is_told_of_as_a_reason_is_not_said_a_second_time(small: Home) -> None:
    with opened(small) as book:
        find_out(book, client(book, client_id(book, "Leena Virta")), MONEY, HOW, day(-2))
    async with open_app(small, size=(120, 40)) as (app, pilot):
        await press(pilot, "down")
        assert in_focus(app) == "Leena Virta"
        assert "+ selvitetään yhdessä, 2 pv yli:" in told(app)
        assert "Selvitetään yhdessä:" not in told(app)


async def test_on_a_day_gone_by_the_card_tells_what_was_to_be_found_out_then(small: Home) -> None:
    with opened(small) as book:
        leena = client(book, client_id(book, "Leena Virta"))
        find_out(book, leena, MONEY, HOW, day(30))
        says(book, leena, MONEY, "Käteen jää enemmän.", on=TODAY, state=AnswerState.ANSWERED)
    async with open_app(small, size=(120, 40)) as (app, pilot):
        await press(pilot, "down")
        assert in_focus(app) == "Leena Virta"
        assert "Selvitetään yhdessä" not in told(app)
        await press(pilot, "left")
        assert in_focus(app) == "Leena Virta"
        assert "Selvitetään yhdessä: rahat nyt ja töissä" in told(app)

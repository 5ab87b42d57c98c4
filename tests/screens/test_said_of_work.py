"""What the rows say of a working life: its end, its looks, and whom a time of the day is with."""

from datetime import date, time

import pytest

from tests.store.workbooks import TODAY, aino, day, met, opened, visited
from valmentaja.desks.appointments import first_booked, times_of_day
from valmentaja.desks.details import client_details
from valmentaja.desks.placements import PlacementLine, placement_lines
from valmentaja.model.client import Client
from valmentaja.model.placement_look import Look
from valmentaja.model.service_period import ServicePeriod
from valmentaja.places import Home
from valmentaja.screens.placements.fillings import looking
from valmentaja.screens.placements.rows import promise_row
from valmentaja.screens.placements.words import stretch_told
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.fillings import Desk
from valmentaja.screens.today.times import time_rows
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.details import Given, add_detail
from valmentaja.store.lookup import ids_with_name
from valmentaja.store.placements import add_placement, end_placement
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

FINNISH = Texts("fi")
LIST_WIDTH = 50
"""What Today has for its list in a window of 80 cells."""


def _works(book: Workbook, client: Client, start: date) -> PlacementLine:
    visited(book, client_id=client.id, day=day(-30))
    at = ids_with_name(book, "employer", "Lounas-Aitta")[0]
    values: dict[str, Given] = {
        "employer_id": at,
        "start_on": start,
        "pay": "paid",
        "trial_until": date(2027, 1, 29),
    }
    add_placement(book, client.id, values, today=TODAY)
    return _line(book, client)


def _line(book: Workbook, client: Client) -> PlacementLine:
    return placement_lines(book, client.id, TODAY)[0]


def _booked(book: Workbook, client: Client, on: date, at: time) -> None:
    book_appointment(book, AppointmentWords(day=on, at=at, client_ids=(client.id,), booked_on=day(-7)))


@pytest.mark.parametrize("days", [0, 1])
def test_work_of_which_the_end_is_ahead_has_not_ended_yet(empty: Home, days: int) -> None:
    with opened(empty) as book:
        client = aino(book, "Aino K.")
        held = _works(book, client, date(2026, 11, 2)).placement
        end_placement(book, held.id, day=day(days), reason="kausi loppuu", heard_on=TODAY)
        said = stretch_told(FINNISH, _line(book, client).placement, TODAY)
    assert said.startswith("2.11.2026–")
    assert said.endswith("päättynyt") is (days == 0)


def test_a_look_before_its_time_says_that_it_stays_open(empty: Home) -> None:
    with opened(empty) as book:
        client = aino(book, "Aino K.")
        line = _works(book, client, date(2026, 11, 2))
        said = looking(Desk(book, FINNISH, TODAY), line, Look("retention_6m")).keep(
            {"day": TODAY.isoformat()}
        )
    assert "Katsottu: 6 kk töissä" in said
    assert "Kohta jäi auki: se lasketaan" in said


def test_the_row_of_a_look_says_that_its_day_is_not_the_day_of_the_end(empty: Home) -> None:
    with opened(empty) as book:
        line = _works(book, aino(book, "Aino K."), date(2026, 11, 2))
        rows = [promise_row(FINNISH, one, TODAY).show(78).plain for one in line.promises]
    (trial,) = [one for one in rows if "22.1.2027" in one]
    assert "katsotaan: koeajan loppu" in trial


def test_whom_a_time_of_the_day_is_with_is_told_whole(empty: Home) -> None:
    with opened(empty) as book:
        client = aino(book, "Aino Kettunen")
        _booked(book, client, TODAY, time(10))
        (row, _) = time_rows(FINNISH, times_of_day(book, TODAY), TODAY, None, everyone=False, key="g")
        shown = row.show(LIST_WIDTH).plain
    assert "Aino" in shown
    assert "Kettunen" in shown


def test_the_time_that_is_booked_next_is_the_first_one_from_today_on(empty: Home) -> None:
    with opened(empty) as book:
        client = aino(book, "Aino K.")
        for ahead in (9, 2, -2):
            _booked(book, client, day(ahead), time(10))
        assert first_booked(book, TODAY)[client.id].day == day(2)


def test_the_payers_clock_tells_a_quarter_of_an_hour_as_the_command_does(empty: Home) -> None:
    with opened(empty) as book:
        client = aino(book, "Aino K.")
        met(book, client, minutes=75)
        bought: dict[str, Given] = {"payer": "Kaupunki", "from_on": day(-7), "bought_minutes": 2430}
        add_detail(book, "service_period", owner_id=client.id, about="Aino", values=bought)
        (line,) = client_details(book, client.id).service_periods
        assert isinstance(line.record, ServicePeriod)
        told = DetailRows(book, FINNISH, TODAY).used(line.record)
    assert "1,25/40,5" in told

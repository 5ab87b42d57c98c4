"""The time of some days, gathered from every record, as a hand count has it."""

from datetime import date

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, met, refusal, the_field, visited
from valmentaja.desks.first_contacts import first_contacts
from valmentaja.desks.spread import spread
from valmentaja.desks.time import time_by_client, time_page, weeks_within
from valmentaja.desks.unfinished import Lacks, unfinished_contacts
from valmentaja.model.activity import TimeKind, TimePlace
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.week import Week
from valmentaja.store.activities import add_activity
from valmentaja.store.clients import add_client
from valmentaja.store.contacts import employer_contact, log_client_contact
from valmentaja.store.details import Given, add_detail
from valmentaja.store.editing import change_field
from valmentaja.store.workbook import Workbook


def activity(book: Workbook, kind: TimeKind, minutes: int, on: date = TODAY, **told: Given) -> int:
    return add_activity(book, {"day": on, "kind": kind, "minutes": minutes, **told})


def a_week(book: Workbook) -> tuple[int, int]:
    """A week of two clients; the ids of them."""
    who, other = aino(book), aino(book, "Pekka")
    visited(
        book,
        "Aitta",
        client_id=who.id,
        minutes=60,
        place=TimePlace.WORKPLACE,
        travel_minutes=30,
        kilometres=18,
    )
    visited(book, "Kuura", purpose=Purpose.SUPPORT, client_id=other.id, minutes=45, place=TimePlace.WORKPLACE)
    visited(book, "Messut", way=EmployerContactWay.EVENT, minutes=120, place=TimePlace.COMMUNITY)
    met(book, who, minutes=50, place=TimePlace.OFFICE)
    log_client_contact(
        book,
        clients=[(who.id, "Aino"), (other.id, "Pekka")],
        day=TODAY,
        way=met(book, other, minutes=20, place=TimePlace.HOME).way,
        reached=True,
        minutes=90,
        place=TimePlace.OFFICE,
    )
    partner = add_detail(
        book, "supporter", owner_id=who.id, about="Aino", values={"name": "Kela", "added_on": TODAY}
    )
    told: dict[str, Given] = {"day": TODAY, "minutes": 15, "place": TimePlace.REMOTE}
    add_detail(book, "supporter_contact", owner_id=partner, about="Kela", values=told)
    activity(book, TimeKind.RECORDS, 40, place=TimePlace.OFFICE)
    activity(book, TimeKind.DEVELOPMENT, 60)
    activity(book, TimeKind.TRAVEL, 25, serves=TimeKind.CLIENT_MEETINGS, client_id=other.id, kilometres=10)
    return who.id, other.id


def test_a_week_comes_to_what_a_hand_count_says(book: Workbook) -> None:
    a_week(book)
    week = Week.of(TODAY)
    use = time_page(book, week.monday, week.sunday).use
    assert {kind: minutes for kind, minutes in use.minutes.items() if minutes} == {
        TimeKind.JOB_FINDING: 60 + 30 + 120,
        TimeKind.WORKPLACE_SUPPORT: 45,
        TimeKind.CLIENT_MEETINGS: 50 + 20 + 25,
        TimeKind.GROUP: 90,
        TimeKind.NETWORK: 15,
        TimeKind.RECORDS: 40,
        TimeKind.DEVELOPMENT: 60,
    }
    assert (use.work_minutes, use.cooperation_minutes) == (255, 495)
    assert (use.travel_minutes, use.kilometres) == (55, 28)
    # known places: 60+45+120 and 20 outside of 60+45+120+50+90+20+15+40
    assert use.outside_office_share == pytest.approx(245 / 440)
    assert (use.without_minutes, use.without_place) == (0, 0)


def test_the_time_of_one_client_is_what_was_given_to_that_client(book: Workbook) -> None:
    who, other = a_week(book)
    by_client = {one.client.id: one.use for one in time_by_client(book, TODAY, TODAY)}
    assert by_client[who].cooperation_minutes == 60 + 30 + 50 + 90 + 15
    assert by_client[other].cooperation_minutes == 45 + 20 + 90 + 25
    assert by_client[other].work_minutes == 45


def test_weeks_go_over_the_change_of_year(book: Workbook) -> None:
    for on in (date(2025, 12, 28), date(2025, 12, 29), date(2026, 1, 4), date(2026, 1, 5)):
        activity(book, TimeKind.RECORDS, 10, on)
    weeks = weeks_within(time_page(book, Week(2025, 52).monday, Week(2026, 2).sunday))
    assert [(str(week), use.cooperation_minutes) for week, use in weeks] == [
        ("2025-W52", 10),
        ("2026-W01", 20),
        ("2026-W02", 10),
    ]


def test_a_day_has_no_more_than_its_hours(book: Workbook) -> None:
    activity(book, TimeKind.RECORDS, 1_400)
    assert refusal(lambda: activity(book, TimeKind.RECORDS, 41)) == "time.day_full"
    activity(book, TimeKind.RECORDS, 40)
    activity(book, TimeKind.RECORDS, 41, day(-1))


def test_what_contacts_lack_is_shown_and_no_more(book: Workbook) -> None:
    whole = visited(book, "Aitta", minutes=30, place=TimePlace.WORKPLACE, purpose=Purpose.OFFER)
    scribbled = visited(book, "", new_employer=None, way=EmployerContactWay.PHONE)
    found = unfinished_contacts(book, day(-7), TODAY)
    assert [(one.line.contact.id, one.lacks) for one in found] == [(scribbled.id, tuple(Lacks))]
    assert whole.id not in {one.line.contact.id for one in found}


def test_the_first_employer_met_for_each_client_and_the_mean_of_the_year(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Pekka")  # started fifty days ago
    visited(book, "Aitta", client_id=who.id, day=day(-30))
    visited(book, "Kuura", client_id=who.id, day=day(-20))
    visited(book, "Kuura", client_id=other.id, way=EmployerContactWay.PHONE)
    found = first_contacts(book, TODAY.year, TODAY)
    assert [(one.client.id, one.days) for one in found.clients] == [(who.id, 20), (other.id, None)]
    assert found.mean_days == 20
    assert first_contacts(book, TODAY.year - 1, TODAY).mean_days is None


def test_one_who_started_long_before_the_first_employer_record_is_not_in_the_mean(book: Workbook) -> None:
    who, other = aino(book), add_client(book, name="Pekka", code=None, start_on=day(-10), phase="engagement")
    visited(book, "Aitta", client_id=who.id, day=day(-19))
    visited(book, "Kuura", client_id=other.id, day=day(-6))
    found = first_contacts(book, TODAY.year, TODAY)
    assert [(one.client.id, one.before_records) for one in found.clients] == [
        (who.id, True),
        (other.id, False),
    ]
    assert found.mean_days == 4
    visited(book, "Aitta", day=day(-20))  # thirty days after the start
    assert first_contacts(book, TODAY.year, TODAY).mean_days == (31 + 4) / 2


def test_contacts_and_placements_spread_over_employers(book: Workbook) -> None:
    held = visited(book, "Aitta").employer_id
    visited(book, employer_id=held, new_employer=None, way=EmployerContactWay.PHONE)
    visited(book, "Kuura")
    visited(book, new_employer=None)
    found = spread(book, day(-7), TODAY)
    assert [(one.employer.name, one.contacts, one.in_person) for one in found.employers] == [
        ("Aitta", 2, 1),
        ("Kuura", 1, 1),
    ]
    assert (found.contacts, found.unnamed) == (4, 1)


@pytest.mark.parametrize("name", ["minutes", "travel_minutes"])
def test_a_contact_is_not_changed_to_take_more_than_is_left_of_its_day(book: Workbook, name: str) -> None:
    activity(book, TimeKind.RECORDS, 1_400)
    held = visited(book, minutes=10, travel_minutes=10)
    field, before = the_field("employer_contact", name), everything(book)
    assert refusal(lambda: change_field(book, "employer_contact", held.id, field, 31)) == "time.day_full"
    assert everything(book) == before
    change_field(book, "employer_contact", held.id, field, 30)


def test_what_took_time_is_not_moved_to_a_day_that_has_no_room_for_it(book: Workbook) -> None:
    activity(book, TimeKind.RECORDS, 1_400, day(-1))
    held = activity(book, TimeKind.RECORDS, 41)
    field = the_field("activity", "date")
    yesterday = day(-1).isoformat()
    assert refusal(lambda: change_field(book, "activity", held, field, yesterday)) == "time.day_full"
    change_field(book, "activity", held, field, day(-2).isoformat())


def test_a_day_that_is_too_full_already_can_be_made_less_so(book: Workbook) -> None:
    held = visited(book, minutes=1_440)
    visited(book, minutes=60)
    change_field(book, "employer_contact", held.id, the_field("employer_contact", "minutes"), 1_439)
    assert employer_contact(book, held.id).minutes == 1_439


def test_a_call_to_a_supporter_fits_into_the_day_too(book: Workbook) -> None:
    who: dict[str, Given] = {"name": "Ystävä", "added_on": TODAY}
    friend = add_detail(book, "supporter", owner_id=aino(book).id, about="Aino", values=who)
    activity(book, TimeKind.RECORDS, 1_400)
    told: dict[str, Given] = {"day": TODAY, "minutes": 41}

    def tell() -> None:
        add_detail(book, "supporter_contact", owner_id=friend, about="Ystävä", values=told)

    assert refusal(tell) == "time.day_full"

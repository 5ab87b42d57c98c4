"""Appointments and groups in the workbook: each thing said is one change, and can be taken back."""

from datetime import date, time

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, refusal, the_field
from valmentaja.model.activity import TimePlace
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, Purpose
from valmentaja.model.placement import Pay
from valmentaja.store.appointments import (
    all_appointments,
    appointment,
    appointments_ahead,
    appointments_between,
    appointments_of_client,
    appointments_of_group,
    appointments_without_outcome,
)
from valmentaja.store.booking import AppointmentWords, OutcomeWords, book_appointment, say_outcome
from valmentaja.store.clients import client
from valmentaja.store.contacts import client_contact, client_contacts_with, employer_contact
from valmentaja.store.details import Given, add_detail
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer
from valmentaja.store.groups import add_group, all_groups, group, group_id_of, join_group, leave_group
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.search import find
from valmentaja.store.workbook import Workbook

AT = time(10, 0)


def _booked(book: Workbook, *clients: Client, **told: object) -> Appointment:
    """An appointment at ten today, unless told otherwise."""
    words = {"day": TODAY, "at": AT, "booked_on": TODAY, "client_ids": tuple(one.id for one in clients)}
    return book_appointment(book, AppointmentWords(**words | told))  # type: ignore[arg-type]


def _said(
    book: Workbook, held: Appointment, outcome: Outcome, to: tuple[date, time] | None = None
) -> Appointment:
    return say_outcome(book, held.id, OutcomeWords(outcome, TODAY, 60, TimePlace.OFFICE, to))


def test_an_appointment_is_kept_as_it_was_told(book: Workbook) -> None:
    who, others = aino(book), aino(book, "Mikko")
    held = _booked(
        book,
        who,
        others,
        way=ClientContactWay.VIDEO,
        minutes=30,
        place=" Kirjasto ",
        about="toiveet",
        guests="Eija",
    )
    assert held == appointment(book, held.id)
    assert (held.day, held.at, held.minutes, held.way) == (TODAY, AT, 30, ClientContactWay.VIDEO)
    assert (held.place, held.about, held.guests) == (" Kirjasto ", "toiveet", "Eija")
    assert held.client_ids == (who.id, others.id)
    assert held.outcome is None
    assert not held.is_with_one_client


def test_an_appointment_is_with_somebody_and_takes_no_more_than_a_day(book: Workbook) -> None:
    assert refusal(lambda: _booked(book)) == "contact.nobody"
    assert refusal(lambda: _booked(book, aino(book), minutes=1441)) == "contact.minutes"


def test_appointments_are_found_by_day_by_client_and_by_what_is_open(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Mikko")
    late = _booked(book, who, at=time(15, 0))
    early = _booked(book, other, at=time(9, 0))
    before = _booked(book, who, day=day(-1))
    after = _booked(book, who, other, day=day(7))
    assert appointments_between(book, TODAY, day(6)) == (early, late)
    assert appointments_of_client(book, who.id) == (before, late, after)
    assert appointments_ahead(book, TODAY) == (early, late, after)
    assert appointments_without_outcome(book, TODAY) == (before, early, late)
    assert all_appointments(book) == (before, early, late, after)
    _said(book, before, Outcome.CANCELLED_BY_CLIENT)
    assert appointments_without_outcome(book, day(-1)) == ()


def test_an_appointment_that_was_held_is_a_contact_with_its_clients(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Mikko")
    held = _said(book, _booked(book, who, other, about="toiveet"), Outcome.MET)
    assert held.contact_id is not None
    contact = client_contact(book, held.contact_id)
    assert contact.reached
    assert (contact.day, contact.at, contact.minutes, contact.topic) == (TODAY, AT, 60, "toiveet")
    assert contact.place is TimePlace.OFFICE
    assert contact.client_ids == (who.id, other.id)


def test_an_appointment_with_client_and_employer_is_one_contact_with_the_employer(book: Workbook) -> None:
    who, place = aino(book), _employer(book)
    held = _said(book, _booked(book, who, employer_id=place, about="työtehtävät"), Outcome.MET)
    assert held.contact_id is not None
    contact = employer_contact(book, held.contact_id)
    assert (contact.way, contact.present, contact.client_id) == (EmployerContactWay.MEETING, True, who.id)
    assert (contact.employer_id, contact.purpose, contact.note) == (place, None, "työtehtävät")
    assert client_contacts_with(book, who.id, 5) == ()


def test_a_call_with_client_and_employer_is_not_a_meeting_in_person(book: Workbook) -> None:
    held = _booked(book, aino(book), employer_id=_employer(book), way=ClientContactWay.PHONE)
    contact_id = _said(book, held, Outcome.MET).contact_id
    assert contact_id is not None
    assert employer_contact(book, contact_id).way is EmployerContactWay.PHONE


def test_a_visit_where_the_client_works_supports_the_work(book: Workbook) -> None:
    who, place = aino(book), _employer(book)
    _placement(book, who, place, start_on=day(-10), ended_on=None)
    contact_id = _said(book, _booked(book, who, employer_id=place), Outcome.MET).contact_id
    assert contact_id is not None
    assert employer_contact(book, contact_id).purpose is Purpose.SUPPORT


@pytest.mark.parametrize(("start", "ended"), [(1, None), (-10, 0)])
def test_a_visit_before_the_job_or_after_it_is_no_support_visit(
    book: Workbook, start: int, ended: int | None
) -> None:
    who, place = aino(book), _employer(book)
    _placement(book, who, place, start_on=day(start), ended_on=None if ended is None else day(ended))
    contact_id = _said(book, _booked(book, who, employer_id=place), Outcome.MET).contact_id
    assert contact_id is not None
    assert employer_contact(book, contact_id).purpose is None


def _employer(book: Workbook) -> int:
    return add_employer(book, name="Lounas-Aitta", sector=None, industry=None, town=None, added_on=TODAY).id


def _placement(book: Workbook, who: Client, place: int, *, start_on: date, ended_on: date | None) -> None:
    values: dict[str, Given] = {
        "employer_id": place,
        "start_on": start_on,
        "pay": Pay.PAID,
        "recorded_on": TODAY,
        "ended_on": ended_on,
    }
    add_detail(book, "placement", owner_id=who.id, about=who.label, values=values)


@pytest.mark.parametrize("outcome", [Outcome.DID_NOT_COME, Outcome.NOT_REACHED])
def test_an_appointment_that_the_client_missed_is_an_attempt_that_did_not_reach(
    book: Workbook, outcome: Outcome
) -> None:
    who = aino(book)
    held = _said(book, _booked(book, who, employer_id=_employer(book)), outcome)
    assert held.contact_id is not None
    contact = client_contact(book, held.contact_id)
    assert (contact.reached, contact.client_ids, contact.minutes) == (False, (who.id,), None)


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED_BY_CLIENT, Outcome.CANCELLED_BY_COACH])
def test_of_an_appointment_that_was_called_off_nothing_is_logged(book: Workbook, outcome: Outcome) -> None:
    who = aino(book)
    held = _said(book, _booked(book, who, day=day(3)), outcome)
    assert (held.outcome, held.contact_id, held.moved_to_id) == (outcome, None, None)
    assert client_contacts_with(book, who.id, 5) == ()


def test_an_appointment_that_was_moved_is_booked_anew_as_it_was(book: Workbook) -> None:
    who = aino(book)
    held = _said(book, _booked(book, who, minutes=30, place="Kirjasto"), Outcome.MOVED, (day(2), time(9, 0)))
    assert held.moved_to_id is not None
    again = appointment(book, held.moved_to_id)
    assert (again.day, again.at, again.minutes, again.place) == (day(2), time(9, 0), 30, "Kirjasto")
    assert again.client_ids == (who.id,)
    assert again.outcome is None
    assert appointments_ahead(book, TODAY) == (again,)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_became_of_an_appointment_is_one_change_to_take_back_and_do_again(
    book: Workbook, outcome: Outcome
) -> None:
    held = _booked(book, aino(book), employer_id=_employer(book))
    before = everything(book)
    _said(book, held, outcome, (day(2), AT) if outcome is Outcome.MOVED else None)
    after = everything(book)
    undo(book)
    assert everything(book) == before
    redo(book)
    assert everything(book) == after
    assert refusal(lambda: _said(book, held, Outcome.CANCELLED_BY_COACH)) == "appointment.said"
    assert everything(book) == after


def test_booking_is_taken_back_whole(book: Workbook) -> None:
    who = aino(book)
    before = everything(book)
    _booked(book, who, about="toiveet")
    undo(book)
    assert everything(book) == before


def test_a_group_carries_its_members_and_a_name_of_emoji_will_do(book: Workbook) -> None:
    who, other = aino(book, "🌻"), aino(book, "Mikko")
    club = add_group(book, name="🎈🎈", client_ids=(who.id, other.id, who.id), co_led_by="Sari")
    assert (club.name, club.client_ids, club.co_led_by) == ("🎈🎈", (who.id, other.id), "Sari")
    assert group_id_of(book, "🎈") == club.id
    assert client(book, who.id).label == "🌻"
    assert refusal(lambda: add_group(book, name="  ", client_ids=())) == "text.empty"


def test_who_joins_a_group_comes_to_its_meetings_ahead_and_who_leaves_does_not(book: Workbook) -> None:
    who, other, third = aino(book), aino(book, "Mikko"), aino(book, "Leila")
    club = add_group(book, name="Kerho", client_ids=(who.id, other.id))
    past, ahead = (_booked(book, who, other, day=day(days), group_id=club.id) for days in (-7, 7))
    alone = _booked(book, other, day=day(14), group_id=club.id)
    before = everything(book)
    assert join_group(book, club.id, third.id, TODAY).client_ids == (who.id, other.id, third.id)
    assert [one.client_ids for one in appointments_of_group(book, club.id)] == [
        (who.id, other.id),
        (who.id, other.id, third.id),
        (other.id, third.id),
    ]
    undo(book)
    assert everything(book) == before
    leave_group(book, club.id, other.id, TODAY)
    assert appointment(book, past.id).client_ids == (who.id, other.id)
    assert appointment(book, ahead.id).client_ids == (who.id,)
    assert appointment(book, alone.id).client_ids == (other.id,)
    undo(book)
    assert everything(book) == before


def test_nobody_joins_a_group_twice_or_leaves_one_they_are_not_in(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Mikko")
    club = add_group(book, name="Kerho", client_ids=(who.id,))
    assert refusal(lambda: join_group(book, club.id, who.id, TODAY)) == "group.joined_before"
    assert refusal(lambda: leave_group(book, club.id, other.id, TODAY)) == "group.not_in"
    assert group(book, club.id).client_ids == (who.id,)


def test_a_meeting_of_a_group_with_one_client_is_never_with_them_alone(book: Workbook) -> None:
    who = aino(book)
    club = add_group(book, name="Kerho", client_ids=(who.id,))
    held = _booked(book, who, group_id=club.id, employer_id=_employer(book))
    assert not held.is_with_one_client
    contact_id = _said(book, held, Outcome.MET).contact_id
    assert contact_id is not None
    assert client_contact(book, contact_id).client_ids == (who.id,)


def test_groups_are_listed_by_name_those_that_ended_last(book: Workbook) -> None:
    ended, last, first = (add_group(book, name=name, client_ids=()) for name in ("Aamu", "Ö", "Kerho"))
    change_field(book, "client_group", ended.id, the_field("client_group", "ended_on"), TODAY.isoformat())
    assert [one.id for one in all_groups(book)] == [first.id, last.id, ended.id]


def test_appointments_and_groups_are_found_and_named_in_the_journal(
    book: Workbook, no_dictionary: None
) -> None:
    who = aino(book)
    held = _booked(book, who, place="Kirjasto")
    club = add_group(book, name="Työnhakukerho", client_ids=(who.id,))
    change_field(book, "appointment", held.id, the_field("appointment", "place"), "Pääkirjasto")
    change_field(book, "client_group", club.id, the_field("client_group", "name"), "Kahvikerho")
    named = [(one.what, dict(one.parameters)) for one in changes(book, 2)]
    assert named == [
        ("record_changed", {"kind": "client_group", "field": "name", "record": "Työnhakukerho"}),
        (
            "contact_changed",
            {
                "kind": "appointment",
                "field": "place",
                "record": who.label,
                "day": TODAY.isoformat(),
            },
        ),
    ]
    for words, kind in (("pääkirjasto", "appointment"), ("kahvikerho", "client_group")):
        assert [one.kind for one in find(book, words, language="fi", cache_folder="")] == [kind]
    assert group_id_of(book, "kahvi") == club.id

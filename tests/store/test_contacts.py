"""Contacts with employers and clients: who was there, who was met, and what one telling of the coach makes."""

from dataclasses import replace
from datetime import time

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, met, opened, visited
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import Sector
from valmentaja.places import Home
from valmentaja.rules.facts import ClientFacts
from valmentaja.store.caseload import client_facts
from valmentaja.store.contacts import (
    EmployerContactWords,
    client_contact,
    client_contacts_with,
    contact_count,
    employer_contact,
    employer_contacts_between,
    employer_contacts_for,
    employer_contacts_with,
    log_client_contact,
    log_employer_contact,
)
from valmentaja.store.counted_contacts import counted_contacts
from valmentaja.store.employers import add_employer, employer_names, employers
from valmentaja.store.journal import changes
from valmentaja.store.steps import StepWords, step_of_contact
from valmentaja.store.workbook import Workbook


def facts(book: Workbook, client: Client) -> ClientFacts:
    """What triage sees of the client today."""
    return next(one for one in client_facts(book, TODAY) if one.client.id == client.id)


def test_an_employer_is_kept_with_what_is_known_and_two_may_share_a_name(book: Workbook) -> None:
    kept = add_employer(
        book,
        name=" Lounas-Aitta ",
        sector=Sector.PRIVATE,
        industry="ravintola",
        town="Kuopio",
        added_on=TODAY,
    )
    assert (kept.name, kept.sector, kept.industry, kept.town) == (
        *("Lounas-Aitta", Sector.PRIVATE),
        *("ravintola", "Kuopio"),
    )
    other = add_employer(book, name="Lounas-Aitta", sector=None, industry=None, town=None, added_on=TODAY)
    assert employers(book) == (kept, other)
    assert employer_names(book) == ("Lounas-Aitta", "Lounas-Aitta")


def test_an_employer_without_a_name_is_refused(book: Workbook) -> None:
    with pytest.raises(CannotBeMet, match=r"^text\.empty$"):
        add_employer(book, name=" ", sector=None, industry=None, town=None, added_on=TODAY)
    assert employers(book) == ()


def test_a_contact_keeps_everything_that_was_told(book: Workbook) -> None:
    who = aino(book)
    told = EmployerContactWords(
        TODAY,
        at=time(9, 30),
        new_employer="Lounas-Aitta",
        client_id=who.id,
        who="Minna",
        made_by=MadeBy.TOGETHER,
        purpose=Purpose.NEEDS,
        outcome="koekeittiö",
        minutes=45,
        note="Kahvit juotiin.",
    )
    kept = log_employer_contact(book, told, employer_label="Lounas-Aitta")
    assert (kept.at, kept.who, kept.made_by, kept.purpose) == (
        *(time(9, 30), "Minna"),
        *(MadeBy.TOGETHER, Purpose.NEEDS),
    )
    assert (kept.outcome, kept.minutes, kept.note) == ("koekeittiö", 45, "Kahvit juotiin.")
    assert kept == employer_contact(book, kept.id)


def test_a_new_employer_the_contact_and_the_next_step_are_one_change(book: Workbook) -> None:
    who = aino(book)
    before = len(changes(book))
    kept = log_employer_contact(
        book,
        EmployerContactWords(TODAY, new_employer="Lounas-Aitta", client_id=who.id),
        employer_label="Lounas-Aitta",
        next_step=StepWords("koekeittiö", day(3), TODAY),
    )
    assert len(changes(book)) == before + 1
    (found,) = employers(book)
    step = step_of_contact(book, kept.id)
    assert step is not None
    assert (step.client_id, step.employer_id, step.due_on) == (who.id, found.id, day(3))


def test_when_the_next_step_is_refused_neither_the_contact_nor_the_employer_is_kept(book: Workbook) -> None:
    with pytest.raises(CannotBeMet, match=r"^text\.empty$"):
        log_employer_contact(
            book,
            EmployerContactWords(TODAY, new_employer="Lounas-Aitta"),
            employer_label="Lounas-Aitta",
            next_step=StepWords("  ", day(3), TODAY),
        )
    assert employers(book) == ()
    assert changes(book) == ()


def test_a_quick_tally_names_no_employer(book: Workbook) -> None:
    kept = log_employer_contact(book, EmployerContactWords(TODAY), employer_label="")
    assert kept.employer_id is None
    assert changes(book)[0].what == "unnamed_contact_logged"


def test_a_client_who_was_present_at_an_employer_meeting_counts_as_met(book: Workbook) -> None:
    who = aino(book)
    contact = visited(book, client_id=who.id, present=True)
    seen = facts(book, who)
    assert seen.last_seen is not None
    assert (seen.last_seen.record_id, seen.last_seen.day) == (contact.id, TODAY)
    assert seen.last_reached == seen.last_seen == seen.first_employer_meeting


def test_a_client_an_employer_was_met_for_without_them_was_not_met(book: Workbook) -> None:
    who = aino(book)
    visited(book, client_id=who.id)
    assert facts(book, who).last_seen is None
    assert facts(book, who).first_employer_meeting is not None


def test_a_phone_call_with_an_employer_is_no_first_employer_meeting(book: Workbook) -> None:
    who = aino(book)
    visited(book, client_id=who.id, way=EmployerContactWay.PHONE)
    assert facts(book, who).first_employer_meeting is None


def test_nobody_can_be_present_without_being_named(book: Workbook) -> None:
    with pytest.raises(CannotBeMet, match=r"^contact\.present_without_client$"):
        visited(book, present=True)
    assert changes(book) == ()


def test_a_contact_with_nobody_or_longer_than_a_day_is_kept_by_no_window(book: Workbook) -> None:
    client = aino(book)
    with pytest.raises(CannotBeMet, match=r"^contact\.nobody$"):
        log_client_contact(book, clients=[], day=TODAY, way=ClientContactWay.PHONE, reached=True)
    with pytest.raises(CannotBeMet, match=r"^contact\.minutes$"):
        log_client_contact(
            book,
            clients=[(client.id, client.label)],
            day=TODAY,
            way=ClientContactWay.PHONE,
            reached=True,
            minutes=1441,
        )
    with pytest.raises(CannotBeMet, match=r"^contact\.minutes$"):
        log_employer_contact(book, EmployerContactWords(day=TODAY, minutes=-1), employer_label="")
    assert changes(book)[0].what == "client_added"


def test_a_group_is_one_contact_with_each_of_its_clients(book: Workbook) -> None:
    group = [aino(book, name) for name in ("Aino", "Eero", "Liisa")]
    kept = log_client_contact(
        book,
        clients=[(who.id, who.label) for who in group],
        day=TODAY,
        way=ClientContactWay.IN_PERSON,
        reached=True,
    )
    assert kept.client_ids == tuple(who.id for who in group)
    assert all(client_contacts_with(book, who.id, 9) == (kept,) for who in group)
    assert changes(book)[0].parameters["client"] == "Aino, Eero, Liisa"


def test_one_client_named_twice_was_there_once(book: Workbook) -> None:
    who = aino(book)
    kept = log_client_contact(
        book,
        clients=[(who.id, "Aino"), (who.id, "V1")],
        day=TODAY,
        way=ClientContactWay.IN_PERSON,
        reached=True,
    )
    assert kept.client_ids == (who.id,)


def test_a_client_who_did_not_come_was_neither_seen_nor_reached(book: Workbook) -> None:
    who = aino(book)
    missed = met(book, who, reached=False)
    known = facts(book, who)
    assert (known.last_seen, known.last_reached) == (None, None)
    assert known.last_attempt is not None
    assert known.last_attempt.record_id == missed.id


@pytest.mark.parametrize(
    ("way", "seen"),
    [
        (ClientContactWay.IN_PERSON, True),
        (ClientContactWay.VIDEO, True),
        (ClientContactWay.PHONE, False),
        (ClientContactWay.MESSAGE, False),
    ],
)
def test_a_client_is_seen_in_person_or_by_video_and_reached_by_any_way(
    book: Workbook, way: ClientContactWay, seen: bool
) -> None:
    who = aino(book)
    met(book, who, way=way)
    assert (facts(book, who).last_seen is not None) is seen
    assert facts(book, who).last_reached is not None


def test_what_was_logged_for_a_later_day_is_not_yet_known(book: Workbook) -> None:
    who = aino(book)
    met(book, who, day=day(1))
    assert facts(book, who).last_reached is None


def test_a_contact_with_one_who_is_not_in_the_book_is_refused_whole(book: Workbook) -> None:
    who = aino(book)
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^change\.clashes$"):
        log_client_contact(
            book,
            clients=[(who.id, "Aino"), (404, "Eero")],
            day=TODAY,
            way=ClientContactWay.PHONE,
            reached=True,
        )
    assert everything(book) == before


def test_contacts_are_listed_by_day_employer_and_client(book: Workbook) -> None:
    who = aino(book)
    old, new = visited(book, day=day(-7)), visited(book, "Kirjasto", client_id=who.id)
    assert [counted.day for counted in counted_contacts(book, day(-7), TODAY)] == [old.day, new.day]
    assert [counted.day for counted in counted_contacts(book, day(-6), TODAY)] == [new.day]
    assert old.employer_id is not None
    assert employer_contacts_with(book, old.employer_id, 9) == (old,)
    assert employer_contacts_for(book, who.id, 9) == (new,)
    assert (contact_count(book, old.employer_id, TODAY), contact_count(book, old.employer_id, day(-8))) == (
        1,
        0,
    )


def test_the_contacts_of_some_days_come_in_the_order_of_days_and_times(book: Workbook) -> None:
    untimed = visited(book, "Kirjasto")
    late, early = visited(book, "Ilta", at=time(15)), visited(book, "Aamu", at=time(8, 30))
    before = visited(book, "Eilen", day=day(-1), at=time(16))
    visited(book, "Ennen", day=day(-2))
    assert employer_contacts_between(book, day(-1), TODAY) == (before, early, late, untimed)
    assert employer_contacts_between(book, day(1), day(7)) == ()


def test_the_newest_contacts_come_first_and_only_so_many(book: Workbook) -> None:
    who = aino(book)
    contacts = [met(book, who, day=day(-days)) for days in (9, 5, 1)]
    assert client_contacts_with(book, who.id, 2) == (contacts[2], contacts[1])


def test_a_contact_that_was_never_logged_is_unknown(book: Workbook) -> None:
    for lookup in (employer_contact, client_contact):
        with pytest.raises(CannotBeMet, match=r"^record\.unknown$"):
            lookup(book, 404)


def test_an_employer_that_another_window_has_added_meanwhile_is_not_added_twice(
    book: Workbook, home: Home
) -> None:
    with opened(home) as other:
        told = EmployerContactWords(TODAY, new_employer="Leipomo Kuura")
        first = log_employer_contact(other, told, employer_label="Leipomo Kuura")
    second = log_employer_contact(book, told, employer_label="Leipomo Kuura")
    assert second.employer_id == first.employer_id
    meant = replace(told, namesake_meant=True)
    assert log_employer_contact(book, meant, employer_label="Leipomo Kuura").employer_id != first.employer_id

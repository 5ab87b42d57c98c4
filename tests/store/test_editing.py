"""Changing one field of a record, of each kind, and what follows from it."""

from datetime import time

import pytest

from tests.store.lives import one_detail_of_each_kind
from tests.store.workbooks import TODAY, aino, day, everything, met, the_field, visited
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.client import Client
from valmentaja.model.contact import EmployerContactWay
from valmentaja.model.employer import Sector
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.step import Owner
from valmentaja.rules.fields import FIELDS
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.caseload import client_facts
from valmentaja.store.clients import add_client, client, end_client, move_to_phase
from valmentaja.store.contacts import (
    EmployerContactWords,
    client_contact,
    client_contacts_with,
    employer_contact,
    log_employer_contact,
)
from valmentaja.store.diary import diary_entry_of, write_diary
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer, employer
from valmentaja.store.groups import add_group
from valmentaja.store.journal import changes
from valmentaja.store.lookup import client_id_of, employer_id_of
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.snoozes import put_aside, running_snooze
from valmentaja.store.steps import StepWords, agree_next_step, next_step
from valmentaja.store.workbook import Value, Workbook


def change(book: Workbook, kind: str, record_id: int, name: str, value: Value) -> None:
    change_field(book, kind, record_id, the_field(kind, name), value)


def seen(book: Workbook, who: Client) -> object:
    """The day the client was last seen, as triage knows it."""
    facts = next(one for one in client_facts(book, TODAY) if one.client.id == who.id)
    return facts.last_seen and facts.last_seen.day


NAMED_AS = {
    "employer_contact": "contact_changed",
    "client_contact": "contact_changed",
    "diary_entry": "day_changed",
    "appointment": "contact_changed",
    "placement_look": "contact_changed",
    "supporter_contact": "contact_changed",
    "leave": "day_changed",
    "activity": "day_changed",
}
BESIDE_ANOTHER = {("re_agreement", "every_days")}
"""What cannot be changed while another field of the record says otherwise."""


def one_of_each(book: Workbook, who: Client, contact: EmployerContact) -> dict[str, int]:
    """The id of a record of each kind: these two, and new ones."""
    step = agree_next_step(
        book, StepWords("soittaa", TODAY, TODAY), about="Aino", client_id=who.id, employer_id=None
    )
    return {
        "client": who.id,
        "employer": contact.employer_id or 0,
        "employer_contact": contact.id,
        "client_contact": met(book, who).id,
        "next_step": step.id,
        "snooze": put_aside(book, who.id, until=day(9), because="matkoilla", today=TODAY).id,
        "appointment": book_appointment(book, AppointmentWords(TODAY, time(10), (who.id,), TODAY)).id,
        "client_group": add_group(book, name="Kerho", client_ids=(who.id,)).id,
        **one_detail_of_each_kind(book, who),
        "diary_entry": write_diary(book, TODAY, "Aamu", heading="9.10").id,
    }


def test_every_field_of_every_kind_can_be_changed_and_the_journal_says_which(book: Workbook) -> None:
    who, contact = aino(book), visited(book)
    records = one_of_each(book, who, contact)
    values: dict[str, Value] = {
        "text": "uusi",
        "name": "Uusi",
        "record_day": "2026-11-20",
        "plan_day": "2026-11-30",
        "start_day": "2026-10-01",
        "day_ahead": "2026-11-30",
        "clock": "09:30",
        "number": 3,
        "hours": 90,
        "yes_no": 0,
        "client": who.id,
        "employer": contact.employer_id,
    }
    for kind, fields in FIELDS.items():
        for field in fields:
            if (kind, field.name) in BESIDE_ANOTHER:
                continue
            value = field.choices[-1] if field.choices else values[field.kind]
            change_field(book, kind, records[kind], field, value)
            row = book.row(f"SELECT * FROM {kind} WHERE id = ?", (records[kind],))
            newest = changes(book)[0]
            assert row is not None
            assert (row[field.column], row["revision"]) == (value, newest.id)
            assert newest.what == NAMED_AS.get(kind, "record_changed")
            assert (newest.parameters["kind"], newest.parameters["field"]) == (kind, field.name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, field.name) for kind, fields in FIELDS.items() for field in fields if field.needed],
)
def test_what_a_record_cannot_be_without_cannot_be_emptied(book: Workbook, kind: str, name: str) -> None:
    who = aino(book)
    contact = visited(book, client_id=who.id, present=True)
    made = one_of_each(book, who, contact)
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^field\.needed$"):
        change(book, kind, made[kind], name, None)
    assert everything(book) == before


def test_a_renamed_client_is_found_by_the_new_name_alone(book: Workbook) -> None:
    who = aino(book)
    change(book, "client", who.id, "name", " Aino  Äijälä ")
    assert client(book, who.id).name == "Aino  Äijälä"
    assert client_id_of(book, "aino äij") == who.id
    with pytest.raises(CannotBeMet):
        client_id_of(book, "aino kal")


def test_a_client_can_go_back_to_being_a_code(book: Workbook) -> None:
    who = aino(book)
    change(book, "client", who.id, "name", "  ")
    assert client(book, who.id).label == "V1"
    change(book, "client", who.id, "note", "x")
    assert changes(book)[0].parameters["record"] == "V1"


def test_a_code_of_another_client_is_refused_but_ones_own_may_change_its_case(book: Workbook) -> None:
    who = aino(book)
    add_client(book, name="Eero", code="Kuu", start_on=TODAY, phase="engagement")
    with pytest.raises(CannotBeMet, match=r"^client\.code_taken$"):
        change(book, "client", who.id, "code", "KUU")
    change(book, "client", who.id, "code", "v1")
    assert client(book, who.id).code == "v1"


def test_a_renamed_employer_is_found_by_the_new_name(book: Workbook) -> None:
    kept = add_employer(
        book, name="Lounas-Aitta", sector=Sector.PRIVATE, industry=None, town=None, added_on=TODAY
    )
    change(book, "employer", kept.id, "name", "Öljypuu")
    change(book, "employer", kept.id, "sector", None)
    assert employer_id_of(book, "öl") == kept.id
    assert employer(book, kept.id).sector is None


def test_a_later_start_moves_the_day_the_first_phase_began(book: Workbook) -> None:
    who = aino(book)
    change(book, "client", who.id, "start", day(-40).isoformat())
    assert client(book, who.id).start_on == day(-40)
    assert phase_stays(book, who.id)[0].entered_on == day(-40)


def test_a_start_does_not_move_into_the_second_phase(book: Workbook) -> None:
    who = aino(book)
    move_to_phase(book, who.id, "job_search", day(-20))
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^client\.starts_after_phase$") as refused:
        change(book, "client", who.id, "start", day(-19).isoformat())
    assert refused.value.parameters["day"] == day(-20)
    assert everything(book) == before
    change(book, "client", who.id, "start", day(-20).isoformat())


def test_a_start_does_not_move_past_the_ending(book: Workbook) -> None:
    who = aino(book)
    end_client(book, who.id, day=day(-10), reason="muutti", carried_on_by=None)
    with pytest.raises(CannotBeMet, match=r"^client\.starts_after_end$"):
        change(book, "client", who.id, "start", day(-9).isoformat())


def test_a_contact_moved_to_another_day_moves_when_the_client_was_seen(book: Workbook) -> None:
    who = aino(book)
    contact = met(book, who)
    change(book, "client_contact", contact.id, "date", day(-3).isoformat())
    assert seen(book, who) == day(-3)


def test_a_meeting_that_was_a_phone_call_after_all_is_no_seeing(book: Workbook) -> None:
    who = aino(book)
    contact = met(book, who)
    change(book, "client_contact", contact.id, "way", "phone")
    assert seen(book, who) is None
    change(book, "client_contact", contact.id, "way", "video")
    assert seen(book, who) == TODAY
    change(book, "client_contact", contact.id, "reached", 0)
    assert seen(book, who) is None
    assert client_contact(book, contact.id).client_ids == (who.id,)


def test_a_group_keeps_its_clients_in_order_through_a_change(book: Workbook) -> None:
    first, second = aino(book, "Eero"), aino(book)
    contact = met(book, first)
    change(book, "client_contact", contact.id, "note", "hyvä")
    change(book, "client_contact", contact.id, "date", day(-1).isoformat())
    assert client_contact(book, contact.id).client_ids == (first.id,)
    assert client_contacts_with(book, second.id, 9) == ()


def test_a_client_who_was_there_after_all_counts_as_met(book: Workbook) -> None:
    who = aino(book)
    contact = visited(book, client_id=who.id)
    change(book, "employer_contact", contact.id, "present", 1)
    assert seen(book, who) == TODAY
    change(book, "employer_contact", contact.id, "present", 0)
    assert seen(book, who) is None


def test_a_meeting_that_was_with_another_client_is_theirs(book: Workbook) -> None:
    first, second = aino(book), aino(book, "Eero")
    contact = visited(book, client_id=first.id, present=True)
    change(book, "employer_contact", contact.id, "client", second.id)
    assert (seen(book, first), seen(book, second)) == (None, TODAY)


def test_the_step_agreed_at_a_contact_goes_along_to_the_right_client_and_employer(book: Workbook) -> None:
    first, second = aino(book), aino(book, "Eero")
    contact = log_employer_contact(
        book,
        EmployerContactWords(TODAY, new_employer="Lounas-Aitta", client_id=first.id),
        employer_label="Lounas-Aitta",
        next_step=StepWords("koekeittiö", day(3), TODAY),
    )
    other = add_employer(book, name="Kirjasto", sector=None, industry=None, town=None, added_on=TODAY)
    change(book, "employer_contact", contact.id, "client", second.id)
    change(book, "employer_contact", contact.id, "employer", other.id)
    row = book.row("SELECT client_id, employer_id, revision FROM next_step")
    assert row is not None
    assert tuple(row) == (second.id, other.id, changes(book)[0].id)


def test_somebody_has_to_be_named_as_long_as_they_are_said_to_have_been_present(book: Workbook) -> None:
    who = aino(book)
    with_client, alone = visited(book, client_id=who.id, present=True), visited(book)
    for record_id, field, value in ((alone.id, "present", 1), (with_client.id, "client", None)):
        with pytest.raises(CannotBeMet, match=r"^contact\.present_without_client$"):
            change(book, "employer_contact", record_id, field, value)
    change(book, "employer_contact", with_client.id, "present", 0)
    change(book, "employer_contact", with_client.id, "client", None)
    assert employer_contact(book, with_client.id).client_id is None


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_a_number_that_the_field_does_not_take_is_kept_by_no_window(book: Workbook, minutes: int) -> None:
    contact = visited(book, minutes=30)
    with pytest.raises(WrongUsage, match=r"^value\.number$"):
        change(book, "employer_contact", contact.id, "minutes", minutes)
    assert employer_contact(book, contact.id) == contact


def test_what_is_not_known_of_a_contact_can_be_emptied(book: Workbook) -> None:
    contact = visited(book, minutes=30, who="Minna", at=time(9, 30))
    for field in ("time", "employer", "purpose", "who", "minutes", "note"):
        change(book, "employer_contact", contact.id, field, None)
    kept = employer_contact(book, contact.id)
    assert (kept.at, kept.employer_id, kept.who, kept.minutes) == (None, None, None, None)
    assert kept.way is EmployerContactWay.MEETING


def test_a_step_changes_its_words_day_and_owner_and_can_be_open_again(book: Workbook) -> None:
    who = aino(book)
    step = agree_next_step(
        book, StepWords("soittaa", TODAY, TODAY), about=who.label, client_id=who.id, employer_id=None
    )
    for field, value in (
        ("text", "kirjoittaa"),
        ("on", "2026-12-01"),
        ("owner", "coach"),
        ("done_on", "2026-11-24"),
    ):
        change(book, "next_step", step.id, field, value)
    kept = next_step(book, step.id)
    assert (kept.text, kept.due_on, kept.owner, kept.done_on) == ("kirjoittaa", day(7), Owner.COACH, TODAY)
    change(book, "next_step", step.id, "done_on", None)
    assert next_step(book, step.id).done_on is None


def test_a_snooze_changes_its_day(book: Workbook) -> None:
    who = aino(book)
    snooze = put_aside(book, who.id, until=day(9), because="matkoilla", today=TODAY)
    change(book, "snooze", snooze.id, "until", day(1).isoformat())
    assert running_snooze(book, who.id, day(1)) is None


def test_a_diary_entry_moves_to_a_free_day_only(book: Workbook) -> None:
    write_diary(book, day(-1), "Eilen", heading="9.10")
    entry = write_diary(book, TODAY, "Tänään", heading="9.10")
    with pytest.raises(CannotBeMet, match=r"^diary\.day_taken$"):
        change(book, "diary_entry", entry.id, "date", day(-1).isoformat())
    change(book, "diary_entry", entry.id, "date", day(-2).isoformat())
    assert diary_entry_of(book, day(-2)).text == "Tänään"


def test_a_record_that_is_not_there_cannot_be_changed(book: Workbook) -> None:
    for kind in FIELDS:
        with pytest.raises(CannotBeMet, match=r"^record\.unknown$"):
            change_field(book, kind, 404, FIELDS[kind][0], "2026-11-24")
    assert changes(book) == ()


def test_a_number_that_the_table_does_not_take_is_refused_in_a_sentence(book: Workbook) -> None:
    entry = write_diary(book, TODAY, "Aamu", load=3, heading="9.10")
    with (
        pytest.raises(CannotBeMet, match=r"^change\.clashes$"),
        book.change("diary_written", day=TODAY.isoformat()) as writing,
    ):
        writing.update("diary_entry", entry.id, load=6)
    assert diary_entry_of(book, TODAY) == entry

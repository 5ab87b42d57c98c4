"""Two employers that are one: everything goes over, and one undoing takes them apart again."""

from datetime import time

import pytest

from tests.store.lives import at_work
from tests.store.workbooks import TODAY, aino, day, everything, refusal, visited
from valmentaja.model.employer import EmployerState, Sector
from valmentaja.model.place import FieldPlace, FormPlace
from valmentaja.rules.fields import field_named
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.details import Given, add_detail
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.drafts import drafts_at, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.employer_merging import merge_employers
from valmentaja.store.employers import add_employer, archive_employer, employer, employers, set_employer_state
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.left_drafts import settle_left_drafts
from valmentaja.store.name_completion import employers_completing
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook

_OWNING = ("employer_contact", "next_step", "appointment", "placement", "concern", "employer_person", "lead")


def new(book: Workbook, name: str, **told: str) -> int:
    added = add_employer(
        book, name=name, sector=Sector.PRIVATE, industry=None, town=told.pop("town", None), added_on=TODAY
    )
    for name_of_field, text in told.items():
        field = field_named("employer", name_of_field)
        assert field is not None
        change_field(book, "employer", added.id, field, text)
    return added.id


def lived_with(book: Workbook, employer_id: int) -> None:
    """One of everything that names an employer."""
    who = aino(book)
    visited(book, employer_id=employer_id, new_employer=None, client_id=who.id)
    words = StepWords("soita", day(2), TODAY)
    agree_next_step(book, words, about="Aitta", client_id=None, employer_id=employer_id)
    book_appointment(book, AppointmentWords(day(3), time(9), (who.id,), TODAY, employer_id=employer_id))
    at_work(book, who, employer_id=employer_id)
    told: dict[str, tuple[int | None, dict[str, Given]]] = {
        "concern": (who.id, {"text": "melu", "seen_on": TODAY, "employer_id": employer_id}),
        "employer_person": (employer_id, {"name": "Liisa"}),
        "lead": (
            who.id,
            {"job": "apulainen", "owner": "together", "added_on": TODAY, "employer_id": employer_id},
        ),
        "activity": (None, {"day": TODAY, "kind": "job_finding", "minutes": 5, "employer_id": employer_id}),
    }
    for kind, (owner_id, values) in told.items():
        add_detail(book, kind, owner_id=owner_id, about="Aino", values=values)


def test_everything_of_the_other_goes_over_and_comes_back(book: Workbook) -> None:
    kept, other = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy")
    lived_with(book, other)
    before = everything(book)
    merge_employers(book, kept, other)
    for table in (*_OWNING, "activity"):
        owners = [row["employer_id"] for row in book.rows(f"SELECT employer_id FROM {table}")]
        assert owners == [kept], table
    assert [one.id for one in employers(book)] == [kept]
    after = everything(book)
    undo(book)
    assert everything(book) == before
    redo(book)
    assert everything(book) == after


def test_what_is_empty_is_filled_and_what_differs_stands_after(book: Workbook) -> None:
    kept = new(book, "Lounas-Aitta", note="Keittiö takana.", town="Nokia")
    other = new(book, "Lounasaitta Oy", note="Ovi kadulta.", phone="040 1", town="Tampere")
    merged = merge_employers(book, kept, other)
    assert (merged.name, merged.phone) == ("Lounas-Aitta", "040 1")
    assert merged.note == "Keittiö takana.\n\nOvi kadulta.\n\nLounasaitta Oy"
    assert merged.town == "Nokia\n\nTampere"


def test_two_of_the_same_name_leave_no_name_in_the_note(book: Workbook) -> None:
    merged = merge_employers(book, new(book, "Aitta"), new(book, "aitta"))
    assert merged.note is None


def test_what_may_be_told_to_both_is_told_in_one(book: Workbook) -> None:
    who = aino(book)
    kept, other = new(book, "Aitta"), new(book, "Aitta 2")
    for employer_id, may in ((kept, "työajat"), (other, "kortit")):
        agree_disclosure(book, who.id, employer_id, {"may": may}, day=TODAY)
    merge_employers(book, kept, other)
    (row,) = book.rows("SELECT * FROM disclosure")
    assert (row["employer_id"], row["may"]) == (kept, "työajat\n\nkortit")


def test_an_employer_is_not_merged_with_itself_or_with_nobody(book: Workbook) -> None:
    only = new(book, "Aitta")
    assert refusal(lambda: merge_employers(book, only, only)) == "employer.same"
    assert refusal(lambda: merge_employers(book, only, 9_999)) == "employer.unknown"


def test_an_archived_employer_is_out_of_lists_and_completion_with_its_history_kept(book: Workbook) -> None:
    held = new(book, "Aitta")
    visited(book, employer_id=held, new_employer=None)
    archive_employer(book, held, TODAY)
    assert employers(book) == ()
    assert [one.id for one in employers(book, archived_too=True)] == [held]
    assert employers_completing(book, "Ai", 5) == ()
    assert len(book.rows("SELECT * FROM employer_contact")) == 1
    assert changes(book)[0].what == "employer_archived"
    assert refusal(lambda: archive_employer(book, held, TODAY)) == "employer.archived"
    archive_employer(book, held, None)
    assert employer(book, held).archived_on is None
    assert refusal(lambda: archive_employer(book, held, None)) == "employer.not_archived"


@pytest.mark.parametrize("name", ["[/b]", "Ääkkös 😀 Oy", "x" * 300])
def test_any_name_can_be_merged(book: Workbook, name: str) -> None:
    assert merge_employers(book, new(book, "Aitta"), new(book, name)).note == name


@pytest.mark.parametrize("archived", ["kept", "other"])
def test_one_who_is_in_the_lists_stays_there_when_merged_with_one_from_the_archive(
    book: Workbook, archived: str
) -> None:
    kept, other = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy")
    archive_employer(book, kept if archived == "kept" else other, TODAY)
    assert not merge_employers(book, kept, other).is_archived
    assert [one.id for one in employers(book)] == [kept]


def test_two_from_the_archive_stay_there_as_one(book: Workbook) -> None:
    kept, other = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy")
    for one in (kept, other):
        archive_employer(book, one, TODAY)
    assert merge_employers(book, kept, other).is_archived


def test_one_in_cooperation_does_not_get_the_day_until_which_the_other_rested(book: Workbook) -> None:
    kept, other = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy")
    set_employer_state(book, kept, EmployerState.ACTIVE, None)
    set_employer_state(book, other, EmployerState.RESTING, day(9))
    merged = merge_employers(book, kept, other)
    assert (merged.state, merged.rests_until) == (EmployerState.ACTIVE, None)


@pytest.mark.parametrize("held", [None, "Keittiöapua."])
def test_what_is_being_typed_of_the_other_in_another_window_goes_to_the_kept_one(
    book: Workbook, held: str | None
) -> None:
    kept, other, last = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy"), new(book, "Aitta")
    place, needs = FieldPlace("employer", other, "needs"), field_named("employer", "needs")
    assert needs is not None
    keep_draft(book, place, "toinen ikkuna", "Tiskaajaa.", employer(book, other).revision)
    merge_employers(book, kept, other)
    merge_employers(book, last, kept)
    if held is not None:
        change_field(book, "employer", last, needs, held)
    before = employer(book, last).needs
    left = settle_left_drafts(book, lambda _: False, str)
    assert (left.settled, left.kept_apart) == ((place,), ())
    assert employer(book, last).needs == ("Tiskaajaa." if held is None else "Keittiöapua.\n\nTiskaajaa.")
    assert drafts_at(book, place) == ()
    undo(book)
    assert employer(book, last).needs == before


def test_what_is_being_typed_stays_where_it_is_when_the_merging_is_undone(book: Workbook) -> None:
    kept, other = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy")
    place = FieldPlace("employer", other, "needs")
    keep_draft(book, place, "toinen ikkuna", "Tiskaajaa.", employer(book, other).revision)
    merge_employers(book, kept, other)
    undo(book)
    settle_left_drafts(book, lambda _: False, str)
    assert (employer(book, kept).needs, employer(book, other).needs) == (None, "Tiskaajaa.")


def test_a_form_left_open_about_the_other_is_found_again_at_the_kept_one(book: Workbook) -> None:
    kept, other = new(book, "Lounas-Aitta"), new(book, "Lounasaitta Oy")
    typed = '{"line": "Liisa, 10 min", "employer": "Lounasaitta Oy"}'
    keep_draft(book, FormPlace(f"log/{other}"), "suljettu ikkuna", typed, 0)
    keep_draft(book, FormPlace("log"), "suljettu ikkuna", typed, 0)
    merge_employers(book, kept, other)
    settle_left_drafts(book, lambda _: True, str)
    assert drafts_at(book, FormPlace(f"log/{kept}")) == (), "an open form is not moved"
    settle_left_drafts(book, lambda _: False, str)
    (moved,) = drafts_at(book, FormPlace(f"log/{kept}"))
    assert moved.text == '{"line": "Liisa, 10 min", "employer": "Lounas-Aitta"}'
    assert drafts_at(book, FormPlace(f"log/{other}")) == ()
    assert len(drafts_at(book, FormPlace("log"))) == 1

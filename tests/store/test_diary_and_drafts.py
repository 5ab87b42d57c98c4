"""The diary of a day, and text that is still being typed."""

import json
from collections.abc import Callable

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, opened, the_field
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.change import Draft
from valmentaja.model.client import Client
from valmentaja.model.diary import DiaryEntry, DiaryMark
from valmentaja.model.place import DiaryPlace, FieldPlace, FormPlace
from valmentaja.places import Home
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.store.clients import all_clients, client, end_client
from valmentaja.store.diary import (
    days_written,
    diary_entry_of,
    entry_or_none,
    mark_day,
    newest_entries,
    settle_diary_draft,
    write_diary,
)
from valmentaja.store.drafts import all_drafts, drafts_at, drop_draft, keep_draft
from valmentaja.store.editing import change_field, settle_field_draft
from valmentaja.store.journal import changes, undo
from valmentaja.store.workbook import Workbook

NOTE = the_field("client", "note")
DIARY = DiaryPlace(TODAY)


def test_what_is_written_later_in_the_day_follows_under_its_time(book: Workbook) -> None:
    write_diary(book, TODAY, "Aamu alkoi hyvin.", heading="9.10")
    assert write_diary(book, TODAY, "Iltapäivä väsytti.", heading="15.00").text == (
        "Aamu alkoi hyvin.\n\n15.00\nIltapäivä väsytti."
    )


def test_load_and_energy_stay_when_only_text_is_added_and_change_when_said(book: Workbook) -> None:
    write_diary(book, TODAY, "Aamu", load=4, energy=2, supervision=True, heading="9.10")
    later = write_diary(book, TODAY, "Ilta", heading="15.00")
    assert (later.load, later.energy, later.supervision) == (4, 2, True)
    assert write_diary(book, TODAY, "", load=5, heading="16.00").load == 5


def test_a_day_may_be_nothing_but_how_heavy_it_was(book: Workbook) -> None:
    assert write_diary(book, TODAY, "", load=3, heading="9.10").text == ""
    assert write_diary(book, TODAY, "Jälkeenpäin", heading="15.00").text == "Jälkeenpäin"


def test_a_day_that_would_grow_too_long_is_left_as_it_was(book: Workbook) -> None:
    write_diary(book, TODAY, "a" * (LONGEST_TEXT - 5), heading="9.10")
    with pytest.raises(CannotBeMet, match=r"^text\.too_long$"):
        write_diary(book, TODAY, "vielä", heading="15.00")
    assert len(diary_entry_of(book, TODAY).text) == LONGEST_TEXT - 5
    assert len(changes(book)) == 1


def test_the_newest_days_come_first_and_none_from_later(book: Workbook) -> None:
    for days in (-3, -1, 0, 1):
        write_diary(book, day(days), str(days), heading="9.10")
    assert [entry.text for entry in newest_entries(book, 2, TODAY)] == ["0", "-1"]


def test_a_day_without_an_entry_says_so(book: Workbook) -> None:
    assert entry_or_none(book, TODAY) is None
    with pytest.raises(CannotBeMet, match=r"^diary\.nothing_on$"):
        diary_entry_of(book, TODAY)


def test_a_window_has_one_draft_in_a_place_the_newest_text(book: Workbook) -> None:
    keep_draft(book, DIARY, "a", "Aam", 0)
    keep_draft(book, DIARY, "a", "Aamu", 0)
    assert [draft.text for draft in all_drafts(book)] == ["Aamu"]
    drop_draft(book, DIARY, "a")
    assert all_drafts(book) == ()


def test_two_windows_typing_in_one_place_keep_a_draft_each(book: Workbook, home: Home) -> None:
    with opened(home) as other:
        keep_draft(book, DIARY, "a", "yksi", 0)
        keep_draft(other, DIARY, "b", "kaksi", 0)
    assert [(draft.window, draft.text) for draft in drafts_at(book, DIARY)] == [("a", "yksi"), ("b", "kaksi")]


def test_a_draft_outlives_the_window_it_was_typed_in(book: Workbook, home: Home) -> None:
    keep_draft(book, DIARY, "a", "kesken jäi", 0)
    book.close()
    with opened(home) as later:
        assert [draft.text for draft in drafts_at(later, DIARY)] == ["kesken jäi"]


def test_a_draft_is_no_change_and_is_not_found(book: Workbook) -> None:
    before = everything(book)
    keep_draft(book, DIARY, "a", "Aamu", 0)
    assert changes(book) == ()
    assert everything(book) == before


def test_a_draft_that_is_too_long_is_refused_and_the_earlier_one_stays(book: Workbook) -> None:
    keep_draft(book, DIARY, "a", "Aamu", 0)
    with pytest.raises(CannotBeMet, match=r"^text\.too_long$"):
        keep_draft(book, DIARY, "a", "x" * (LONGEST_TEXT + 1), 0)
    assert [draft.text for draft in all_drafts(book)] == ["Aamu"]


def only_draft(book: Workbook) -> Draft:
    (draft,) = all_drafts(book)
    return draft


def test_a_settled_draft_is_the_text_of_the_day_in_one_change_and_no_draft_any_more(book: Workbook) -> None:
    keep_draft(book, DIARY, "a", "Aamu alkoi hyvin.", 0)
    settled = settle_diary_draft(book, only_draft(book), TODAY, "9.10")
    assert settled == diary_entry_of(book, TODAY)
    assert settled.text == "Aamu alkoi hyvin."
    assert all_drafts(book) == ()
    assert len(changes(book)) == 1


def test_a_draft_takes_the_place_of_the_text_it_began_from(book: Workbook) -> None:
    entry = write_diary(book, TODAY, "Aamu alkoi hyvin.", load=3, heading="9.10")
    keep_draft(book, DIARY, "a", "Aamu alkoi huonosti.", entry.revision)
    settled = settle_diary_draft(book, only_draft(book), TODAY, "15.00")
    assert settled
    assert (settled.text, settled.load) == ("Aamu alkoi huonosti.", 3)


def test_when_the_day_was_written_meanwhile_the_draft_follows_under_its_time(book: Workbook) -> None:
    entry = write_diary(book, TODAY, "Aamu", heading="9.10")
    keep_draft(book, DIARY, "a", "Aamu ja ilta", entry.revision)
    write_diary(book, TODAY, "Toisesta ikkunasta", heading="12.00")
    settled = settle_diary_draft(book, only_draft(book), TODAY, "15.00")
    assert settled
    assert settled.text == "Aamu\n\n12.00\nToisesta ikkunasta\n\n15.00\nAamu ja ilta"


@pytest.mark.parametrize(
    ("began_with", "typed", "added"),
    [
        ("Aamu", "Aamu ja ilta", "ja ilta"),
        ("Aamu\n", "Aamu\n\nIlta\n", "Ilta"),
        ("Aamu.", "Aamu.Ilta", "Ilta"),
        ("Aamu", "Aamulla", "Aamulla"),
        ("Aamu", "Ilta ja aamu", "Ilta ja aamu"),
    ],
)
def test_of_a_draft_that_went_on_from_the_text_only_what_was_added_follows(
    book: Workbook, began_with: str, typed: str, added: str
) -> None:
    entry = write_diary(book, TODAY, began_with, heading="9.10")
    keep_draft(book, DIARY, "a", typed, entry.revision)
    write_diary(book, TODAY, "Toisesta ikkunasta", heading="12.00")
    settled = settle_diary_draft(book, only_draft(book), TODAY, "15.00", began_with)
    assert settled
    assert settled.text == f"{began_with}\n\n12.00\nToisesta ikkunasta\n\n15.00\n{added}"


def test_a_draft_that_went_back_to_its_text_adds_nothing_to_what_was_written_meanwhile(
    book: Workbook,
) -> None:
    entry = write_diary(book, TODAY, "Aamu", heading="9.10")
    keep_draft(book, DIARY, "a", "Aamu", entry.revision)
    after = write_diary(book, TODAY, "Toisesta ikkunasta", heading="12.00")
    assert settle_diary_draft(book, only_draft(book), TODAY, "15.00", "Aamu") == after
    assert all_drafts(book) == ()


def test_days_with_words_are_counted_and_days_with_marks_alone_are_not(book: Workbook) -> None:
    for days in (-30, -1, 0):
        write_diary(book, day(days), "Jotain", heading="9.10")
    mark_day(book, day(-2), DiaryMark.LOAD, 3)
    assert days_written(book, day(-6), TODAY) == 2
    assert days_written(book, day(-31), day(-7)) == 1


def test_a_draft_that_cannot_be_settled_is_still_there(book: Workbook) -> None:
    write_diary(book, TODAY, "a" * LONGEST_TEXT, heading="9.10")
    keep_draft(book, DIARY, "a", "vielä", 0)
    with pytest.raises(CannotBeMet, match=r"^text\.too_long$"):
        settle_diary_draft(book, only_draft(book), TODAY, "15.00")
    assert only_draft(book).text == "vielä"


def test_a_settled_field_holds_the_draft_and_the_draft_is_gone(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, FieldPlace("client", who.id, "note"), "a", "Pitää aamuista.", who.revision)
    assert settle_field_draft(book, only_draft(book), "client", who.id, NOTE)
    assert client(book, who.id).note == "Pitää aamuista."
    assert all_drafts(book) == ()


def test_when_the_field_was_written_meanwhile_it_and_the_draft_both_stay(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, FieldPlace("client", who.id, "note"), "a", "Pitää aamuista.", who.revision)
    change_field(book, "client", who.id, NOTE, "Pitää illoista.")
    before = len(changes(book))
    assert not settle_field_draft(book, only_draft(book), "client", who.id, NOTE)
    assert client(book, who.id).note == "Pitää illoista."
    assert only_draft(book).text == "Pitää aamuista."
    assert len(changes(book)) == before


def test_a_form_with_one_field_at_its_full_length_keeps_its_draft(book: Workbook) -> None:
    note = 'rivi "yksi"\n'.ljust(LONGEST_TEXT, "\n")
    typed = json.dumps({"employer": "Lounas-Aitta", "note": note}, ensure_ascii=False)
    assert len(typed) > LONGEST_TEXT
    keep_draft(book, FormPlace("log"), "a", typed, 0)
    assert json.loads(only_draft(book).text) == {"employer": "Lounas-Aitta", "note": note}


def test_a_form_with_a_field_that_is_too_long_is_refused_and_the_earlier_draft_stays(book: Workbook) -> None:
    keep_draft(book, FormPlace("log"), "a", '{"note": "lyhyt"}', 0)
    with pytest.raises(CannotBeMet, match=r"^text\.too_long$"):
        keep_draft(book, FormPlace("log"), "a", json.dumps({"note": "a" * (LONGEST_TEXT + 1)}), 0)
    assert only_draft(book).text == '{"note": "lyhyt"}'


def test_each_field_of_a_form_is_masked_as_the_record_would_be(book: Workbook) -> None:
    typed = json.dumps({"who": "Sari", "note": "\x01010190-123M ja\0 vielä"}, ensure_ascii=False)
    keep_draft(book, FormPlace("log"), "a", typed, 0)
    assert json.loads(only_draft(book).text)["note"] == "\x01010190-•••• ja vielä"
    assert (book.notices.masked, book.notices.removed) == (1, 1)


PHONE = the_field("client", "phone")


def settled_after(book: Workbook, *meanwhile: Callable[[Client], object]) -> bool:
    """Whether a note typed from the beginning becomes the note, when others write meanwhile."""
    who = aino(book)
    change_field(book, "client", who.id, NOTE, "Aluksi.")
    began = client(book, who.id)
    keep_draft(book, FieldPlace("client", who.id, "note"), "a", "Pitää aamuista.", began.revision)
    for deed in meanwhile:
        deed(began)
    return settle_field_draft(book, only_draft(book), "client", who.id, NOTE)


def test_another_field_written_meanwhile_stays_and_the_typed_one_is_kept(book: Workbook) -> None:
    assert settled_after(
        book,
        lambda who: change_field(book, "client", who.id, PHONE, "040 123"),
        lambda who: end_client(book, who.id, day=TODAY, reason="work", carried_on_by=None),
    )
    (kept,) = all_clients(book)
    assert (kept.note, kept.phone) == ("Pitää aamuista.", "040 123")
    assert kept.ended_on == TODAY


def test_what_was_written_in_the_field_and_taken_back_since_is_not_in_the_way(book: Workbook) -> None:
    def writes_and_takes_back(who: Client) -> None:
        change_field(book, "client", who.id, NOTE, "Pitää illoista.")
        undo(book)
        change_field(book, "client", who.id, PHONE, "040 123")

    assert settled_after(book, writes_and_takes_back)


def test_the_text_typing_began_from_may_have_been_taken_back(book: Workbook) -> None:
    assert not settled_after(book, lambda _: undo(book))
    assert only_draft(book).text == "Pitää aamuista."


def test_a_draft_that_began_from_what_the_journal_does_not_know_is_shown_beside_the_field(
    book: Workbook,
) -> None:
    who = aino(book)
    keep_draft(book, FieldPlace("client", who.id, "note"), "a", "Pitää aamuista.", 4711)
    assert not settle_field_draft(book, only_draft(book), "client", who.id, NOTE)


def written_by_aino(book: Workbook) -> DiaryEntry:
    return write_diary(book, TODAY, "Aamu", heading="9.10")


def test_an_empty_page_that_was_only_looked_at_is_no_entry(book: Workbook) -> None:
    keep_draft(book, DIARY, "a", " \n", 0)
    assert settle_diary_draft(book, only_draft(book), TODAY, "9.10") is None
    assert (all_drafts(book), changes(book), entry_or_none(book, TODAY)) == ((), (), None)


@pytest.mark.parametrize("began_from", ["the entry", "nothing"])
def test_a_day_left_as_it_was_is_no_change(book: Workbook, began_from: str) -> None:
    entry = written_by_aino(book)
    keep_draft(book, DIARY, "a", "Aamu", entry.revision if began_from == "the entry" else 0)
    assert settle_diary_draft(book, only_draft(book), TODAY, "15.00") == entry
    assert all_drafts(book) == ()
    assert len(changes(book)) == 1


def test_a_text_wiped_out_by_the_coach_is_a_change(book: Workbook) -> None:
    keep_draft(book, DIARY, "a", "", written_by_aino(book).revision)
    settled = settle_diary_draft(book, only_draft(book), TODAY, "15.00")
    assert settled
    assert settled.text == ""
    assert len(changes(book)) == 2


def test_a_draft_that_another_window_has_settled_is_not_written_twice(book: Workbook) -> None:
    entry = written_by_aino(book)
    keep_draft(book, DIARY, "a", "Aamu ja ilta", entry.revision)
    draft = only_draft(book)
    settle_diary_draft(book, draft, TODAY, "15.00")
    write_diary(book, TODAY, "Lisää", heading="16.00")
    settled = settle_diary_draft(book, draft, TODAY, "15.00")
    assert settled
    assert settled.text == "Aamu ja ilta\n\n16.00\nLisää"
    assert [change.what for change in changes(book)] == ["diary_written"] * 3


def test_a_field_left_as_it_was_is_no_change(book: Workbook) -> None:
    who = aino(book)
    change_field(book, "client", who.id, NOTE, "Pitää aamuista.")
    before = client(book, who.id)
    for text, began_from in (("Pitää aamuista.", before.revision), ("Pitää aamuista.", who.revision)):
        keep_draft(book, FieldPlace("client", who.id, "note"), "a", text, began_from)
        assert settle_field_draft(book, only_draft(book), "client", who.id, NOTE)
        assert all_drafts(book) == ()
    assert client(book, who.id) == before


def test_an_empty_field_left_empty_is_no_change(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, FieldPlace("client", who.id, "note"), "a", "  ", who.revision)
    assert settle_field_draft(book, only_draft(book), "client", who.id, NOTE)
    assert (all_drafts(book), client(book, who.id)) == ((), who)


def test_a_name_with_spaces_around_it_is_the_same_name(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, FieldPlace("client", who.id, "name"), "a", " Aino Kallio ", who.revision)
    assert settle_field_draft(book, only_draft(book), "client", who.id, the_field("client", "name"))
    assert client(book, who.id) == who


def test_a_needed_field_wiped_out_is_refused_and_the_draft_stays(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, FieldPlace("client", who.id, "code"), "a", "  ", who.revision)
    with pytest.raises(CannotBeMet, match=r"^field\.needed$"):
        settle_field_draft(book, only_draft(book), "client", who.id, the_field("client", "code"))
    assert only_draft(book).text == "  "
    assert client(book, who.id) == who


def test_how_heavy_a_day_was_is_marked_before_a_word_is_written(book: Workbook) -> None:
    marked = mark_day(book, TODAY, DiaryMark.LOAD, 4)
    assert (marked.text, marked.load, marked.energy, marked.supervision) == ("", 4, None, False)
    assert [(change.what, change.parameters) for change in changes(book)] == [
        ("diary_marked", {"day": "2026-11-24", "field": "load"})
    ]
    undo(book)
    assert entry_or_none(book, TODAY) is None


def test_each_mark_of_a_day_is_a_change_and_the_rest_stays(book: Workbook) -> None:
    written_by_aino(book)
    mark_day(book, TODAY, DiaryMark.ENERGY, 2)
    mark_day(book, TODAY, DiaryMark.SUPERVISION, 1)
    marked = mark_day(book, TODAY, DiaryMark.ENERGY, None)
    assert (marked.text, marked.load, marked.energy, marked.supervision) == ("Aamu", None, None, True)
    assert len(changes(book)) == 4
    assert not mark_day(book, TODAY, DiaryMark.SUPERVISION, None).supervision


def test_a_mark_that_is_there_already_is_no_change(book: Workbook) -> None:
    mark_day(book, TODAY, DiaryMark.LOAD, 3)
    mark_day(book, TODAY, DiaryMark.LOAD, 3)
    mark_day(book, TODAY, DiaryMark.SUPERVISION, 0)
    assert len(changes(book)) == 1


@pytest.mark.parametrize("mark", DiaryMark)
@pytest.mark.parametrize("value", [-1, 6])
def test_a_mark_outside_its_scale_is_refused(book: Workbook, mark: DiaryMark, value: int) -> None:
    with pytest.raises(WrongUsage, match=r"^value\.number$"):
        mark_day(book, TODAY, mark, value)
    assert entry_or_none(book, TODAY) is None


@pytest.mark.parametrize("marks", [{"load": 0}, {"load": 6}, {"energy": 0}, {"energy": 6}])
def test_a_day_is_not_written_with_a_mark_outside_its_scale(book: Workbook, marks: dict[str, int]) -> None:
    with pytest.raises(WrongUsage, match=r"^value\.number$"):
        write_diary(book, TODAY, "Aamu", load=marks.get("load"), energy=marks.get("energy"), heading="9.10")
    assert entry_or_none(book, TODAY) is None


def test_marking_a_day_does_not_disturb_who_is_typing_in_it(book: Workbook) -> None:
    entry = written_by_aino(book)
    keep_draft(book, DIARY, "a", "Aamu ja ilta", entry.revision)
    mark_day(book, TODAY, DiaryMark.LOAD, 4)
    write_diary(book, TODAY, "", energy=2, heading="12.00")
    settled = settle_diary_draft(book, only_draft(book), TODAY, "15.00")
    assert settled
    assert (settled.text, settled.load, settled.energy) == ("Aamu ja ilta", 4, 2)

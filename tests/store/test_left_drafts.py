"""What was being typed when a window went away is settled by the next one."""

from datetime import datetime

from tests.store.workbooks import TODAY, Clock, aino, opened, the_field
from valmentaja.model.answer import Whose
from valmentaja.model.client import Client
from valmentaja.model.place import AnswerPlace, DiaryPlace, FieldPlace, FormPlace
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import Home
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting
from valmentaja.store.answers import Asked, answer_now, say_answer
from valmentaja.store.clients import client, end_client
from valmentaja.store.diary import diary_entry_of, write_diary
from valmentaja.store.drafts import all_drafts, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes, undo
from valmentaja.store.left_drafts import LeftDrafts, settle_left_drafts
from valmentaja.store.workbook import Workbook

DIARY = DiaryPlace(TODAY)


def note(record_id: int) -> FieldPlace:
    return FieldPlace("client", record_id, "note")


def settled(book: Workbook, *alive: str) -> LeftDrafts:
    """What is settled when these windows are still open."""
    return settle_left_drafts(book, alive.__contains__, lambda at: f"{at.hour}.{at.minute:02d}")


def test_the_diary_and_the_fields_of_a_window_that_is_gone_are_settled(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, DIARY, "gone", "Aamu alkoi hyvin.", 0)
    keep_draft(book, note(who.id), "gone", "Pitää aamuista.", who.revision)
    assert settled(book) == LeftDrafts((DIARY, note(who.id)), ())
    assert diary_entry_of(book, TODAY).text == "Aamu alkoi hyvin."
    assert client(book, who.id).note == "Pitää aamuista."
    assert [change.what for change in changes(book)] == ["record_changed", "diary_written", "client_added"]
    assert all_drafts(book) == ()


def test_a_name_left_half_typed_makes_no_name_while_only_codes_are_kept(book: Workbook) -> None:
    who = aino(book, "A1")
    keep_draft(book, FieldPlace("client", who.id, "name"), "gone", "Aino Kallio", who.revision)
    change_setting(book, RECORDS_FOR, RecordsFor.NOT_YET_KNOWN, TODAY)
    left = settled(book)
    assert (left.settled, [draft.text for draft in left.kept_apart]) == ((), ["Aino Kallio"])
    assert client(book, who.id).name == "A1"


def test_a_window_that_is_open_keeps_its_own_drafts(book: Workbook) -> None:
    keep_draft(book, DIARY, "open", "kesken", 0)
    assert settled(book, "open") == LeftDrafts((), ())
    assert [draft.text for draft in all_drafts(book)] == ["kesken"]


def test_a_half_filled_form_waits_for_its_form(book: Workbook) -> None:
    keep_draft(book, FormPlace("log"), "gone", "{}", 0)
    assert settled(book) == LeftDrafts((), ())
    assert [draft.place for draft in all_drafts(book)] == [FormPlace("log")]


def test_a_day_written_meanwhile_gets_the_text_under_the_time_it_was_typed(home: Home) -> None:
    with opened(home, now=Clock(datetime(2026, 11, 24, 12, 0))) as book:
        keep_draft(book, DIARY, "gone", "Kesken jäi", 0)
        write_diary(book, TODAY, "Ilta", heading="20.00")
        settled(book)
        assert diary_entry_of(book, TODAY).text == "Ilta\n\n12.00\nKesken jäi"


def test_two_windows_that_went_away_leave_both_their_texts_in_the_day(book: Workbook) -> None:
    keep_draft(book, DIARY, "one", "yksi", 0)
    keep_draft(book, DIARY, "two", "kaksi", 0)
    assert settled(book).settled == (DIARY, DIARY)
    assert diary_entry_of(book, TODAY).text == "yksi\n\n9.10\nkaksi"


def test_what_cannot_be_settled_is_kept_apart_and_stops_nothing(book: Workbook) -> None:
    who, other, gone = aino(book), aino(book, "Eero"), aino(book, "Liisa")
    full = DiaryPlace(TODAY.replace(day=1))
    write_diary(book, full.day, "a" * LONGEST_TEXT, heading="9.10")
    keep_draft(book, full, "gone", "liikaa", 0)
    keep_draft(book, note(gone.id), "gone", "Liisasta", gone.revision)
    keep_draft(book, FieldPlace("hobby", who.id, "note"), "gone", "outo", 1)
    keep_draft(book, FieldPlace("client", who.id, "start"), "gone", "eilen", who.revision)
    keep_draft(book, note(who.id), "gone", "aamut", who.revision)
    keep_draft(book, note(other.id), "gone", "illat", other.revision)
    change_field(book, "client", who.id, the_field("client", "note"), "muuta")
    undo(book, gone.revision)
    found = settled(book)
    assert found.settled == (note(other.id),)
    assert [draft.text for draft in found.kept_apart] == ["liikaa", "Liisasta", "outo", "eilen", "aamut"]
    assert all_drafts(book) == found.kept_apart
    assert client(book, who.id).note == "muuta"


def test_a_draft_in_a_place_of_another_version_waits_untouched(book: Workbook) -> None:
    book.execute("INSERT INTO draft VALUES ('map/kitchen', 'gone', 'piirros', 0, '2026-11-24T09:00:00')")
    assert settled(book) == LeftDrafts((), ())
    assert len(book.rows("SELECT * FROM draft")) == 1


def answer_of(who: Client) -> AnswerPlace:
    return AnswerPlace(who.id, "job_search.thoughts", Whose.CLIENT)


def test_an_answer_left_half_typed_is_said_on_the_day_on_which_it_was_typed(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, answer_of(who), "gone", "Mielelläni.", 0)
    typed_on = all_drafts(book)[0].saved_at.date()
    book.now = Clock(datetime(2026, 11, 27, 8, 0))
    assert settled(book) == LeftDrafts((answer_of(who),), ())
    said = answer_now(book, Asked(who.id, "job_search.thoughts"))
    assert said is not None
    assert (said.text, said.said_on) == ("Mielelläni.", typed_on)
    assert all_drafts(book) == ()
    undo(book)
    assert answer_now(book, Asked(who.id, "job_search.thoughts")) is None


def test_an_answer_is_kept_apart_where_it_was_written_meanwhile(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, answer_of(who), "gone", "Pelottaa.", 0)
    say_answer(book, Asked(who.id, "job_search.thoughts"), today=TODAY, text="Mielelläni.")
    left = settled(book)
    assert (left.settled, [draft.text for draft in left.kept_apart]) == ((), ["Pelottaa."])
    now = answer_now(book, Asked(who.id, "job_search.thoughts"))
    assert now is not None
    assert now.text == "Mielelläni."


def test_an_answer_of_a_client_who_has_ended_since_is_kept_apart(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, answer_of(who), "gone", "Pelottaa.", 0)
    end_client(book, who.id, day=TODAY, reason="work", carried_on_by=None)
    book.now = Clock(datetime(2026, 11, 27, 8, 0))
    left = settled(book)
    assert (left.settled, [draft.text for draft in left.kept_apart]) == ((), ["Pelottaa."])
    assert answer_now(book, Asked(who.id, "job_search.thoughts")) is None


def test_an_answer_to_a_question_that_is_asked_no_more_is_kept_apart(book: Workbook) -> None:
    who = aino(book)
    keep_draft(book, AnswerPlace(who.id, "job_search.gone", Whose.COACH), "gone", "Pelottaa.", 0)
    assert [draft.text for draft in settled(book).kept_apart] == ["Pelottaa."]

"""Undo and redo: whatever the coach did can be taken back and done again, whole, also tomorrow."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from tests.store.workbooks import TODAY, Clock, aino, day, everything, met, opened, the_field, visited
from valmentaja.desks.journal import day_archive
from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.place import DiaryPlace, FieldPlace
from valmentaja.places import Home
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.settings.setting import value_of
from valmentaja.store import migrations
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import add_client, all_clients, client, end_client, move_to_phase
from valmentaja.store.connection import Connection
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.diary import settle_diary_draft, write_diary
from valmentaja.store.drafts import all_drafts, keep_draft
from valmentaja.store.editing import change_field, settle_field_draft
from valmentaja.store.employers import add_employer, employers
from valmentaja.store.journal import changes, changes_of_day, redo, undo
from valmentaja.store.search import find
from valmentaja.store.snoozes import bring_back, put_aside
from valmentaja.store.steps import StepWords, agree_next_step, finish_step
from valmentaja.store.workbook import Workbook

AINO, EERO, EMPLOYER, VISIT, MEETING, STEP, ENTRY = 1, 2, 3, 4, 5, 6, 7
"""Ids in a lived-in workbook."""


@pytest.fixture
def lived_in(book: Workbook) -> Workbook:
    """Two clients, an employer visited with one, a meeting, a step, a day's entry; Eero is put aside."""
    first, second = aino(book), aino(book, "Eero Oja")
    contact = visited(book, client_id=first.id, present=True)
    meeting = met(book, first, topic="hakemus", note="Työpaikan löytäminen tuntuu vaikealta.")
    step = agree_next_step(
        book, StepWords("soittaa", day(2), TODAY), about="Aino", client_id=AINO, employer_id=None
    )
    entry = write_diary(book, TODAY, "Aamu alkoi hyvin. #väsy", load=3, heading="9.10")
    put_aside(book, second.id, until=day(9), because="matkoilla", today=TODAY)
    assert (first.id, second.id, contact.employer_id, contact.id) == (AINO, EERO, EMPLOYER, VISIT)
    assert (meeting.id, step.id, entry.id) == (MEETING, STEP, ENTRY)
    return book


def edit(book: Workbook, kind: str, record_id: int, name: str, value: str | int | None) -> None:
    change_field(book, kind, record_id, the_field(kind, name), value)


def visit_with_everything(book: Workbook) -> None:
    told = EmployerContactWords(TODAY, new_employer="Kirjasto", client_id=AINO, present=True, note="Hyllyt")
    log_employer_contact(
        book, told, employer_label="Kirjasto", next_step=StepWords("tutustua", day(4), TODAY)
    )


def group(book: Workbook) -> None:
    log_client_contact(
        book,
        clients=[(AINO, "Aino"), (EERO, "Eero")],
        day=TODAY,
        way=ClientContactWay.VIDEO,
        reached=True,
    )


def settle_diary(book: Workbook) -> None:
    keep_draft(book, DiaryPlace(TODAY), "a", "Ilta meni.", 0)
    settle_diary_draft(book, all_drafts(book)[0], TODAY, "15.00")


def settle_note(book: Workbook) -> None:
    keep_draft(book, FieldPlace("client", AINO, "note"), "a", "Pitää aamuista.", client(book, AINO).revision)
    assert settle_field_draft(book, all_drafts(book)[0], "client", AINO, the_field("client", "note"))


DEEDS: dict[str, Callable[[Workbook], object]] = {
    "a client": lambda book: add_client(book, name="Liisa", code="L", start_on=TODAY, phase="engagement"),
    "a phase": lambda book: move_to_phase(book, AINO, "job_search", TODAY),
    "an ending": lambda book: end_client(
        book, AINO, day=TODAY, reason="työllistyi", carried_on_by="oma työkyky"
    ),
    "an employer": lambda book: add_employer(
        book, name="Kirjasto", sector=None, industry="kirjasto", town="Oulu", added_on=TODAY
    ),
    "a visit": visit_with_everything,
    "a quick tally": lambda book: log_employer_contact(book, EmployerContactWords(TODAY), employer_label=""),
    "a meeting": lambda book: met(book, client(book, AINO), note="Koekeittiö jännittää."),
    "a group": group,
    "not reached": lambda book: met(book, client(book, EERO), reached=False),
    "a step": lambda book: agree_next_step(
        book, StepWords("käydä", day(1), TODAY), about="x", client_id=None, employer_id=EMPLOYER
    ),
    "a step done": lambda book: finish_step(book, STEP, TODAY),
    "put aside": lambda book: put_aside(book, AINO, until=day(3), because="sairaana", today=TODAY),
    "put aside anew": lambda book: put_aside(book, EERO, until=day(3), because="sairaana", today=TODAY),
    "brought back": lambda book: bring_back(book, EERO, TODAY),
    "a day": lambda book: write_diary(book, day(-1), "Eilen satoi.", energy=2, heading="9.10"),
    "more to a day": lambda book: write_diary(book, TODAY, "Ilta", supervision=True, heading="15.00"),
    "a diary draft": settle_diary,
    "a field draft": settle_note,
    "a name": lambda book: edit(book, "client", AINO, "name", "Aino Äijälä"),
    "no name": lambda book: edit(book, "client", AINO, "name", None),
    "a start": lambda book: edit(book, "client", AINO, "start", "2026-10-01"),
    "another day": lambda book: edit(book, "client_contact", MEETING, "date", "2026-11-20"),
    "not present": lambda book: edit(book, "employer_contact", VISIT, "present", 0),
    "another client": lambda book: edit(book, "employer_contact", VISIT, "client", EERO),
    "an employer's note": lambda book: edit(book, "employer", EMPLOYER, "note", "Takaovesta."),
    "another due day": lambda book: edit(book, "next_step", STEP, "on", "2026-12-24"),
    "another date": lambda book: edit(book, "diary_entry", ENTRY, "date", "2026-11-20"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_was_done_is_taken_back_and_done_again_to_the_byte(
    lived_in: Workbook, home: Home, deed: str
) -> None:
    before = everything(lived_in)
    DEEDS[deed](lived_in)
    after = everything(lived_in)
    done = changes(lived_in)[0]
    assert after != before

    taken_back = undo(lived_in)
    assert (taken_back.id, taken_back.what) == (done.id, done.what)
    assert everything(lived_in) == before
    refuse_damage(lived_in)

    with opened(home) as another_window:
        assert redo(another_window).id == done.id
        assert everything(another_window) == after
    assert everything(lived_in) == after
    refuse_damage(lived_in)


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_was_done_can_be_taken_back_by_its_id_after_something_else(
    lived_in: Workbook, deed: str
) -> None:
    before = everything(lived_in)
    DEEDS[deed](lived_in)
    done = changes(lived_in)[0]
    write_diary(lived_in, date(2020, 1, 1), "Muuta", heading="9.10")
    undo(lived_in, done.id)
    assert undo(lived_in).what == "diary_written"
    assert everything(lived_in) == before


def test_all_that_was_done_is_taken_back_and_done_again_one_by_one(lived_in: Workbook) -> None:
    seen = [everything(lived_in)]
    for deed in ("a phase", "a visit", "a step done", "another client", "more to a day", "an ending"):
        DEEDS[deed](lived_in)
        seen.append(everything(lived_in))
    for earlier in reversed(seen[:-1]):
        undo(lived_in)
        assert everything(lived_in) == earlier
    for later in seen[1:]:
        redo(lived_in)
        assert everything(lived_in) == later
    with pytest.raises(CannotBeMet, match=r"^redo\.nothing$"):
        redo(lived_in)


def test_yesterdays_mistake_is_taken_back_this_morning(home: Home) -> None:
    with opened(home) as yesterday:
        aino(yesterday)
        before = everything(yesterday)
        visited(yesterday)
    with opened(home) as today:
        assert undo(today).parameters["employer"] == "Lounas-Aitta"
        assert everything(today) == before


@pytest.mark.usefixtures("no_dictionary")
def test_what_was_taken_back_is_no_longer_found_and_is_found_again(lived_in: Workbook, home: Home) -> None:
    def hits() -> list[int]:
        found = find(lived_in, '"tuntuu vaikealta"', language="fi", cache_folder="")
        return [hit.id for hit in found]

    assert hits() == [MEETING]
    meeting = next(one for one in changes(lived_in) if one.what == "client_contact_logged")
    undo(lived_in, meeting.id)
    assert hits() == []
    redo(lived_in)
    assert hits() == [MEETING]


def test_undo_takes_the_newest_whichever_window_made_it(book: Workbook, home: Home) -> None:
    aino(book)
    with opened(home) as other:
        visited(other)
        assert undo(book).what == "employer_contact_logged"
        assert undo(other).what == "client_added"


def test_there_is_nothing_to_take_back_in_a_new_workbook(book: Workbook) -> None:
    with pytest.raises(CannotBeMet, match=r"^undo\.nothing$"):
        undo(book)
    with pytest.raises(CannotBeMet, match=r"^redo\.nothing$"):
        redo(book)
    with pytest.raises(CannotBeMet, match=r"^undo\.unknown$"):
        undo(book, 7)


def test_a_change_that_a_later_one_built_on_stays_and_the_later_one_is_named(book: Workbook) -> None:
    who = aino(book)
    first = changes(book)[0]
    move_to_phase(book, who.id, "job_search", TODAY)
    later = changes(book)[0]
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^undo\.later_change$") as refused:
        undo(book, first.id)
    assert refused.value.parameters == {"id": first.id, "later": later.id}
    assert everything(book) == before
    undo(book, later.id)
    undo(book, first.id)
    assert all_clients(book) == ()


def test_a_correction_after_which_another_contact_was_logged_can_be_taken_back(lived_in: Workbook) -> None:
    """The row that said who was there is gone, and its id must not go to the contact logged after."""
    contact = visited(lived_in, "Kirjasto", client_id=AINO, present=True)
    edit(lived_in, "employer_contact", contact.id, "present", 0)
    corrected = changes(lived_in)[0]
    met(lived_in, client(lived_in, EERO))
    undo(lived_in, corrected.id)
    assert lived_in.row("SELECT 1 FROM attendance WHERE contact_id = ?", (contact.id,)) is not None


def test_what_is_taken_back_already_is_not_taken_back_twice(book: Workbook) -> None:
    aino(book)
    done = undo(book)
    with pytest.raises(CannotBeMet, match=r"^undo\.already$"):
        undo(book, done.id)


def test_a_client_that_later_records_need_stays_and_so_does_everything_else(book: Workbook) -> None:
    who = aino(book)
    added = changes(book)[0]
    met(book, who)
    before, journal = everything(book), book.rows("SELECT * FROM change_row")
    with pytest.raises(CannotBeMet, match=r"^undo\.in_use$"):
        undo(book, added.id)
    assert everything(book) == before
    assert [tuple(row) for row in book.rows("SELECT * FROM change_row")] == [tuple(row) for row in journal]
    assert not changes(book)[1].undone


def test_an_employer_added_with_a_contact_stays_while_others_have_it(book: Workbook) -> None:
    first = visited(book)
    added = changes(book)[0]
    log_employer_contact(book, EmployerContactWords(TODAY, employer_id=first.employer_id), employer_label="x")
    with pytest.raises(CannotBeMet, match=r"^undo\.in_use$"):
        undo(book, added.id)
    assert len(employers(book)) == 1


def test_a_code_that_another_client_has_by_now_is_not_given_back(book: Workbook) -> None:
    first, second = aino(book), aino(book, "Eero")
    edit(book, "client", first.id, "code", "Kuu")
    renamed = changes(book)[0]
    edit(book, "client", second.id, "code", "V1")
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^undo\.in_use$"):
        undo(book, renamed.id)
    assert everything(book) == before


def test_something_new_makes_what_was_taken_back_impossible_to_do_again(book: Workbook) -> None:
    aino(book)
    undo(book)
    aino(book, "Eero")
    with pytest.raises(CannotBeMet, match=r"^redo\.nothing$"):
        redo(book)
    assert undo(book).parameters["client"] == "Eero"
    assert redo(book).parameters["client"] == "Eero"
    with pytest.raises(CannotBeMet, match=r"^redo\.nothing$"):
        redo(book)


def test_a_change_that_was_refused_leaves_what_can_be_done_again(book: Workbook) -> None:
    aino(book)
    undo(book)
    with pytest.raises(CannotBeMet):
        add_employer(book, name=" ", sector=None, industry=None, town=None, added_on=TODAY)
    assert redo(book).what == "client_added"


def test_ids_are_never_given_twice(book: Workbook) -> None:
    first = aino(book)
    undo(book)
    assert aino(book, "Eero").id > first.id


def test_the_journal_is_read_newest_first_with_what_was_taken_back(book: Workbook) -> None:
    aino(book)
    visited(book)
    undo(book)
    assert [(one.what, one.undone) for one in changes(book)] == [
        ("employer_contact_logged", True),
        ("client_added", False),
    ]
    assert [one.what for one in changes(book, most=1)] == ["employer_contact_logged"]
    assert changes(book)[1].at < changes(book)[0].at


def test_settings_and_drafts_are_not_taken_back(book: Workbook) -> None:
    aino(book)
    change_setting(book, SETTINGS["language"], "en", TODAY)
    keep_draft(book, DiaryPlace(TODAY), "a", "kesken", 0)
    undo(book)
    assert value_of(book, SETTINGS["language"], TODAY) == "en"
    assert all_drafts(book)[0].text == "kesken"
    assert redo(book).what == "client_added"


def second(connection: Connection) -> None:
    connection.execute("ALTER TABLE client ADD COLUMN shoe_size INTEGER")


def test_a_migration_closes_the_journal_which_can_still_be_read(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    aino(book)
    visited(book)
    undo(book)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("0003_second", second)))
    migrations.migrate(book.connection)
    assert [one.closed for one in changes(book)] == [True, True]
    for change_id in (None, 1):
        with pytest.raises(CannotBeMet, match=r"^undo\.closed$"):
            undo(book, change_id)
    with pytest.raises(CannotBeMet, match=r"^redo\.nothing$"):
        redo(book)
    write_diary(book, TODAY, "Uuden ohjelman aikaan", heading="9.10")
    assert undo(book).what == "diary_written"


def test_another_windows_undo_between_looking_and_doing_is_told(book: Workbook, home: Home) -> None:
    """The step was there when it was looked at, and is gone when it is written."""
    who = aino(book)
    step = agree_next_step(
        book, StepWords("soittaa", TODAY, TODAY), about="Aino", client_id=who.id, employer_id=None
    )
    with opened(home) as other:
        undo(other)
    with (
        pytest.raises(CannotBeMet, match=r"^record\.unknown$"),
        book.change("next_step_done", text="x") as writing,
    ):
        writing.update("next_step", step.id, done_on="2026-11-24")
    assert changes(book)[0].what == "next_step_agreed"


def test_a_day_s_archive_is_what_was_done_on_it_and_stands(home: Home) -> None:
    for at, name in (
        (datetime(2026, 11, 23, 23, 59, 50), "Eilinen"),
        (datetime(2026, 11, 24, 0, 0), "Aamuinen"),
    ):
        with opened(home, now=Clock(at)) as book:
            aino(book, name)
    with opened(home, now=Clock(datetime(2026, 11, 24, 23, 59, 50))) as book:
        aino(book, "Iltainen")
        aino(book, "Kumottu")
        undo(book)
        page = day_archive(book, TODAY)
        told = [change.parameters["client"] for change in page.changes]
        assert (page.day, told) == (TODAY, ["Iltainen", "Aamuinen"])
        assert [change.parameters["client"] for change in changes_of_day(book, day(-1))] == ["Eilinen"]
        assert changes_of_day(book, day(1)) == ()

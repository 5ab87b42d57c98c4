"""A workbook that the first program wrote comes into the hands of this one: nothing in it is lost."""

from pathlib import Path

import pytest

from tests.cli.running import Coach
from tests.core.caseload import client
from tests.store.lives import one_detail_of_each_kind
from tests.store.workbooks import TODAY, Clock, aino, met, opened, refusal, visited
from valmentaja.backup import backups, bring_up_to_date
from valmentaja.model.client import Client
from valmentaja.model.place import DiaryPlace
from valmentaja.places import Home
from valmentaja.store import migrations
from valmentaja.store.answers import Asked, answers_of, plan_finding_out
from valmentaja.store.caseload import client_facts
from valmentaja.store.checking import refuse_damage, schema_version
from valmentaja.store.clients import all_clients
from valmentaja.store.connection import connect
from valmentaja.store.diary import diary_entry_of, write_diary
from valmentaja.store.drafts import all_drafts, keep_draft
from valmentaja.store.first_schema import FIRST_COLUMNS
from valmentaja.store.journal import changes_of_day, undo
from valmentaja.store.locks import make_home
from valmentaja.store.workbook import Workbook

TEXT = "Ääneen luettu päivä 😀\n\nToinen kappale."


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home that the first program made and filled."""
    home = Home(str(tmp_path / "older"))
    with monkeypatch.context() as first:
        first.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:1])
        make_home(home, None, Clock())
        with opened(home) as book:
            who = a_client_of_then(book)
            met(book, who, note="Kahvilla. " * 50)
            visited(book, client_id=who.id, present=True)
            write_diary(book, TODAY, TEXT, heading="klo 16.00")
            keep_draft(book, DiaryPlace(TODAY), "a:1", "kesken jäi", 0)
            assert schema_version(book) == 1
    return home


def a_client_of_then(book: Workbook) -> Client:
    """A client with what was told of one then; today's program asks a workbook for more columns."""
    with book.change("client_added", client="Aino") as writing:
        client_id = writing.new_record("client")
        names = {"code": "V1", "code_key": "v1", "name": "Aino", "name_key": "aino"}
        writing.insert("client", id=client_id, revision=writing.id, start_on=TODAY.isoformat(), **names)
        writing.insert(
            "client_phase", client_id=client_id, phase="engagement", entered_on=TODAY.isoformat(), main=1
        )
    return client(client_id)


def read_as_it_lies(path: str) -> dict[str, list[tuple[object, ...]]]:
    """The tables of a file of any version, but for what the journal tells of itself."""
    with connect(path) as connection:
        names = (
            "client",
            "employer",
            "employer_contact",
            "client_contact",
            "diary_entry",
            "draft",
            "change_row",
        )
        kept = {name: ", ".join(FIRST_COLUMNS.get(name, ("*",))) for name in names}
        return {
            name: [tuple(row) for row in connection.execute(f"SELECT {columns} FROM {name}")]
            for name, columns in kept.items()
        }


def test_it_gets_todays_shape_after_a_backup_and_every_word_is_there(old: Home, tmp_path: Path) -> None:
    before = read_as_it_lies(old.workbook)
    with opened(old) as book:
        assert book.needs_migration
        bring_up_to_date(book)
        assert schema_version(book) == migrations.known_version()
        refuse_damage(book)
        entry = diary_entry_of(book, TODAY)
        assert TEXT in entry.text
        assert [draft.text for draft in all_drafts(book)] == ["kesken jäi"]
    assert read_as_it_lies(old.workbook) == before
    (kept,) = backups(old)
    assert kept.occasion == "before-update"
    assert read_as_it_lies(unpacked(kept.path, tmp_path)) == before


def unpacked(path: str, folder: Path) -> str:
    """The workbook in a backup, of version 1 still."""
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        archive.extract("workbook.db", folder / "old")
    workbook = str(folder / "old" / "workbook.db")
    with connect(workbook) as connection:
        assert migrations.version_of(connection) == 1
    return workbook


def test_a_command_brings_it_up_to_date_by_itself(old: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VALMENTAJA_CACHE", f"{old.folder}/cache")
    coach = Coach(Path(old.folder), monkeypatch)
    assert "Toinen kappale." in coach.did("diary", "show")
    assert [one.occasion for one in backups(old)] == ["before-update"]


def test_an_old_and_a_new_workbook_have_the_same_shape(old: Home, book: Workbook) -> None:
    def shape(of: Workbook) -> set[tuple[object, ...]]:
        made = of.rows("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%migration%'")
        return {tuple(row) for row in made}

    with opened(old) as grown:
        bring_up_to_date(grown)
        assert shape(grown) == shape(book)


@pytest.fixture
def fifth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home as it was before there were questions, with a record of every kind that there was."""
    home = Home(str(tmp_path / "fifth"))
    with monkeypatch.context() as then:
        then.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:5])
        make_home(home, None, Clock())
        with opened(home) as book:
            who = aino(book)
            one_detail_of_each_kind(book, who)
            met(book, who, note="Kahvilla. " * 50)
            write_diary(book, TODAY, TEXT, heading="klo 16.00")
            assert schema_version(book) == 5
    return home


def test_a_workbook_from_before_the_questions_keeps_every_record_and_takes_answers(fifth: Home) -> None:
    with opened(fifth) as book:
        tables = [
            str(row["name"])
            for row in book.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'"
            )
            if row["name"] != "change"  # the journal before a new shape is closed
        ]
        before = rows_of(book, tables)
        assert sum(map(len, before.values())) > 40
        bring_up_to_date(book)
        assert schema_version(book) == migrations.known_version()
        refuse_damage(book)
        assert rows_of(book, tables) == before
        (who,) = all_clients(book)
        asked = Asked(who.id, "job_search.thoughts")
        plan_finding_out(book, asked, "kysytään yhdessä", TODAY, today=TODAY)
        assert [one.find_out_on for one in client_facts(book, TODAY)[0].find_outs] == [TODAY]
        assert undo(book).what == "answer_written"
        assert answers_of(book, who.id) == ()
        assert refusal(lambda: undo(book)) == "undo.closed"


def rows_of(book: Workbook, tables: list[str]) -> dict[str, list[tuple[object, ...]]]:
    return {name: [tuple(row) for row in book.rows(f"SELECT * FROM {name}")] for name in tables}


def test_the_archive_of_a_day_does_not_read_the_whole_journal(book: Workbook) -> None:
    aino(book)
    asked: list[str] = []
    book.connection.set_trace_callback(asked.append)
    assert changes_of_day(book, TODAY)
    book.connection.set_trace_callback(None)
    (query,) = (one for one in asked if "FROM change" in one)
    plan = [row["detail"] for row in book.rows(f"EXPLAIN QUERY PLAN {query}")]
    assert any("USING INDEX change_by_moment (at>? AND at<?)" in line for line in plan), plan
    assert not any(line.startswith("SCAN") for line in plan), plan

"""Backups made and thinned: how many are kept, when one is due, and that a backup is never half."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.store.workbooks import Clock, aino, lived_in, locked_home, opened, place_of_records, plain_home
from valmentaja.backup import backups, bring_up_to_date, make_backup
from valmentaja.errors import CannotBeMet, Damaged
from valmentaja.model.week import Week
from valmentaja.places import Home
from valmentaja.store import migrations
from valmentaja.store.backup_names import backup_is_due, backup_name
from valmentaja.store.connection import Connection
from valmentaja.store.journal import undo
from valmentaja.store.workbook import Workbook

NOW = datetime(2026, 11, 24, 9, 10)


def names(home: Home) -> list[str]:
    return sorted(os.listdir(home.backups)) if os.path.exists(home.backups) else []


def planted(home: Home, made_at: datetime, occasion: str = "") -> str:
    """A file that goes by the name of a backup."""
    os.makedirs(home.backups, exist_ok=True)
    name = backup_name(made_at, occasion)
    Path(home.backups, name).write_bytes(b"")
    return name


def test_a_backup_holds_the_workbook_and_both_keys_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        aino(book)
        path = make_backup(book)
    with ZipFile(path) as archive:
        assert sorted(archive.namelist()) == ["code.key", "pass.key", "workbook.db"]
        assert all(one.compress_type == 0 for one in archive.infolist())
    assert os.stat(path).st_mode & 0o777 == 0o600
    assert os.stat(home.backups).st_mode & 0o777 == 0o700
    assert names(home) == ["valmentaja-2026-11-24-091002.zip"]


def test_backups_made_within_a_second_do_not_take_each_others_place(book: Workbook) -> None:
    book.now = lambda: NOW
    assert len({make_backup(book, occasion=occasion) for occasion in ("a", "a", "b", "a")}) == 4
    assert len(names(book.home)) == 4


def test_a_backup_goes_where_the_coach_says_and_over_nothing(book: Workbook, tmp_path: Path) -> None:
    where = tmp_path / "tikku" / "kopio.zip"
    where.parent.mkdir()
    assert make_backup(book, to=str(where)) == str(where)
    content = where.read_bytes()
    with pytest.raises(CannotBeMet, match=r"^file\.exists$"):
        make_backup(book, to=str(where))
    with pytest.raises(CannotBeMet, match=r"^file\.exists$"):
        make_backup(book, to=str(tmp_path))
    assert where.read_bytes() == content
    assert os.listdir(where.parent) == ["kopio.zip"]
    assert names(book.home) == []


def test_a_folder_that_is_not_there_is_not_made_for_a_backup(book: Workbook, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in ("no", "file"):
        with pytest.raises(CannotBeMet, match=r"^file\.no_folder$"):
            make_backup(book, to=str(tmp_path / folder / "kopio.zip"))


def test_a_file_from_before_1980_can_be_backed_up(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    os.utime(home.pass_key, (0, 0))
    with opened(home, key) as book:
        make_backup(book)
    assert len(names(home)) == 1


def test_a_damaged_workbook_makes_no_backup_and_leaves_the_good_ones(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        lived_in(book)
        make_backup(book)
        place = place_of_records(book)
    content = bytearray(Path(home.workbook).read_bytes())
    content[place] ^= 1
    Path(home.workbook).write_bytes(content)
    before = names(home)
    with opened(home, key) as book, pytest.raises(Damaged, match=r"^workbook\.damaged$"):
        make_backup(book)
    assert names(home) == before


def test_a_backup_that_does_not_read_back_right_is_not_kept(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zipfile.ZipFile.testzip", lambda _: "workbook.db")
    with pytest.raises(Damaged, match=r"^backup\.not_written$"):
        make_backup(book)
    assert names(book.home) == []


def test_seven_days_eight_weeks_and_twelve_months_are_kept_the_newest_of_each(book: Workbook) -> None:
    for days in range(1, 500):
        planted(book.home, NOW - timedelta(days=days))
        planted(book.home, NOW - timedelta(days=days, hours=3))
    make_backup(book)
    kept = backups(book.home)
    dates = [one.made_at.date() for one in kept]
    assert len(set(dates)) == len(dates), "two of one day"
    newest = NOW.date()
    assert dates[:7] == [newest - timedelta(days=number) for number in range(7)]
    weeks = {Week.of(one) for one in dates}
    assert weeks >= {Week.of(newest).earlier(number) for number in range(8)}
    assert len({(one.year, one.month) for one in dates}) == 12
    assert len(kept) <= 7 + 8 + 12
    assert all(one.made_at.hour == NOW.hour for one in kept)


def test_the_last_twelve_before_something_risky_are_kept_beside_the_daily_ones(book: Workbook) -> None:
    risky = [planted(book.home, NOW - timedelta(hours=hours), "before-restore") for hours in range(1, 21)]
    make_backup(book)
    assert sorted(risky[:12]) == [name for name in names(book.home) if "before" in name]
    assert len(names(book.home)) == 13


def test_what_is_no_backup_is_left_alone(book: Workbook) -> None:
    others = [
        "muistiinpanot.txt",
        "valmentaja-vanha.zip",
        "valmentaja-2026-13-45-999999.zip",
        "valmentaja-.zip",
    ]
    os.makedirs(book.home.backups)
    for name in others:
        Path(book.home.backups, name).write_bytes(b"")
    make_backup(book)
    assert set(others) < set(names(book.home))
    assert len(backups(book.home)) == 1


def test_thinning_that_fails_does_not_make_the_backup_fail(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in range(1, 20):
        planted(book.home, NOW - timedelta(days=days))
    removed, remove = [], os.remove

    def another_window_was_quicker(path: str) -> None:
        removed.append(path)
        raise FileNotFoundError(2, "No such file")

    with monkeypatch.context() as patch:
        patch.setattr(
            os, "remove", lambda path: remove(path) if ".new" in path else another_window_was_quicker(path)
        )
        make_backup(book)
    assert removed


def test_a_backup_just_made_stays_although_the_clock_was_set_back(book: Workbook) -> None:
    for days in range(1, 40):
        planted(book.home, NOW + timedelta(days=days))
    planted(book.home, NOW + timedelta(hours=5))
    assert os.path.exists(make_backup(book))


@pytest.mark.parametrize(
    ("hours", "due"), [(0, False), (35.9, False), (36, False), (36.1, True), (24 * 400, True), (-1, True)]
)
def test_a_backup_is_due_after_a_day_and_a_half(home: Home, hours: float, due: bool) -> None:
    assert backup_is_due(home, NOW)
    planted(home, NOW - timedelta(hours=hours))
    assert backup_is_due(home, NOW) is due


def second(connection: Connection) -> None:
    connection.execute("ALTER TABLE client ADD COLUMN shoe_size INTEGER")


def test_before_a_workbook_gets_a_new_shape_it_is_backed_up(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(home) as book:
        aino(book)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("0003_second", second)))
    with opened(home) as book:
        assert book.needs_migration
        bring_up_to_date(book)
        assert not book.needs_migration
        assert book.row("SELECT shoe_size FROM client") is not None
        bring_up_to_date(book)
    (kept,) = backups(home)
    assert kept.occasion == "before-update"
    monkeypatch.undo()
    with ZipFile(kept.path) as archive:
        archive.extractall(tmp_path / "old")
    with opened(Home(str(tmp_path / "old"))) as old:
        assert undo(old).what == "client_added"


def test_a_new_shape_that_fails_leaves_the_old_one(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(connection: Connection) -> None:
        second(connection)
        connection.execute("DELETE FROM record")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("0003_breaks", breaks)))
    with opened(home) as book:
        lived_in(book)
        with pytest.raises(Damaged, match=r"^workbook\.broken_reference$"):
            bring_up_to_date(book)
        assert book.needs_migration
        assert book.row("SELECT count(*) FROM record WHERE kind = 'client'")[0] == 5  # type: ignore[index]
        assert "shoe_size" not in [row["name"] for row in book.rows("PRAGMA table_info(client)")]
        assert book.row("PRAGMA foreign_keys")[0] == 1  # type: ignore[index]
        aino(book)


def test_a_clock_is_asked_and_not_the_computer(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home2")
    with opened(home, now=Clock(datetime(2031, 1, 1, 12, 0))) as book:
        make_backup(book)
    assert names(home) == ["valmentaja-2031-01-01-120001.zip"]


def test_only_what_an_unfinished_making_left_is_swept_away(home: Home) -> None:
    kept = ["muistiinpanot.making-of", "backups/vanha.newlaptop.zip", "backups/valmentaja-oma.zip"]
    left = [".restore-abcd1234", "backups/valmentaja-2026-11-20-091000.zip.new.db-journal", "pass.key.77.new"]
    with opened(home) as book:
        make_backup(book)
        for name in (*kept, *left):
            path = Path(home.folder) / name
            path.write_bytes(b"x")
            os.utime(path, (0, 0))
        make_backup(book)
    assert [name for name in (*kept, *left) if (Path(home.folder) / name).exists()] == kept


def test_what_was_made_by_hand_is_never_thinned(home: Home) -> None:
    with opened(home) as book:
        by_hand = make_backup(book, occasion="by-hand")
        for _ in range(15):
            make_backup(book, occasion="before-restore")
    assert os.path.exists(by_hand)

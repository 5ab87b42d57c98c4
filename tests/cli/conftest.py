"""A coach with a workbook of their own for every test that asks for one."""

from pathlib import Path

import pytest

from tests.cli.running import Coach
from tests.store.workbooks import PASSPHRASE, locked_home, plain_home


@pytest.fixture(autouse=True)
def _surroundings(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No language and no passphrase but what a test says."""
    monkeypatch.setenv("VALMENTAJA_CACHE", str(cache))
    monkeypatch.setenv("COLUMNS", "200")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """Someone who has no workbook yet."""
    return Coach(tmp_path / "home", monkeypatch)


@pytest.fixture
def coach(nobody: Coach) -> Coach:
    """A coach who speaks Finnish and keeps an empty workbook without a passphrase.

    Today's backup has been made, as far as its name tells, so that no command takes the time to make one.
    """
    plain_home(nobody.home)
    todays = nobody.home / "backups" / "valmentaja-2026-11-24-000000.zip"
    todays.parent.mkdir()
    todays.touch()
    return nobody


@pytest.fixture
def english(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """The same coach, whose computer asks for English."""
    monkeypatch.setenv("VALMENTAJA_LANG", "en")
    return coach


@pytest.fixture
def passphrase_file(tmp_path: Path) -> str:
    """A file that holds the passphrase of the locked workbook."""
    return written(tmp_path / "passphrase", PASSPHRASE)


@pytest.fixture
def locked(nobody: Coach) -> Coach:
    """A coach whose workbook is encrypted, and who gives no passphrase unless told."""
    locked_home(nobody.home)
    return nobody


@pytest.fixture
def unlocked(locked: Coach, passphrase_file: str, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """A coach whose workbook is encrypted and opens by itself, as the passphrase lies in a file."""
    monkeypatch.setenv("VALMENTAJA_PASSPHRASE_FILE", passphrase_file)
    return locked


def written(path: Path, line: str) -> str:
    """The path of a file that holds the line."""
    path.write_text(line + "\n", encoding="utf-8")
    return str(path)

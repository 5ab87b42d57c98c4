"""A workbook whose file goes while it is open: it is written back whole, or saved beside what has taken its place."""

import os
import shutil
from errno import EPERM
from pathlib import Path

import pytest

from tests.store.workbooks import PASSPHRASE, aino, locked_home, looked_through, opened, plain_home
from valmentaja.backup import backups, restore
from valmentaja.backup.putting_back import VANISHED, put_back, remove_log, save_beside
from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.store.clients import all_clients
from valmentaja.store.keys import key_files, place_unless_there
from valmentaja.store.locks import key_by_passphrase
from valmentaja.store.workbook import Workbook

pytestmark = pytest.mark.usefixtures("quick_passphrases")


def names(book: Workbook) -> list[str | None]:
    """The names of all clients."""
    return [client.name for client in all_clients(book)]


@pytest.mark.parametrize("gone", ["the file", "the folder"])
def test_what_was_written_before_and_after_the_file_went_is_put_back(tmp_path: Path, gone: str) -> None:
    home, key = locked_home(tmp_path / "home")
    book = opened(home, key)
    keys = key_files(home)
    aino(book, "Ennen")
    os.remove(home.workbook) if gone == "the file" else shutil.rmtree(home.folder)
    aino(book, "Jälkeen")
    with put_back(book, keys) as again:
        aino(again, "Taas")
    assert key_by_passphrase(home, PASSPHRASE) == key
    looked_through(home, key)
    with opened(home, key) as found:
        assert names(found) == ["Ennen", "Jälkeen", "Taas"]
    assert not [name for name in os.listdir(home.folder) if name.startswith(".making-")]


def test_a_file_that_has_come_into_the_place_is_not_written_over(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home")
    book = opened(home)
    aino(book, "Meidän")
    os.remove(home.workbook)
    Path(home.workbook).write_text("toisen")
    with pytest.raises(CannotBeMet, match="exists"):
        put_back(book, {})
    assert Path(home.workbook).read_text() == "toisen"
    assert names(book) == ["Meidän"], "what was open is open still"


def test_what_was_open_is_saved_beside_another_workbook_with_its_own_keys(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    book, keys = opened(home, key), key_files(home)
    aino(book, "Meidän")
    for name in os.listdir(plain_home(tmp_path / "other").folder):
        os.replace(tmp_path / "other" / name, os.path.join(home.folder, name))
    os.remove(home.pass_key)
    path = save_beside(book, keys)
    remove_log(home)
    with opened(home) as other:
        assert names(other) == []
    assert [one.occasion for one in backups(home)] == [VANISHED]
    new = Home(str(tmp_path / "new"))
    restore(new, path, live=None, raw_key=None, ask_passphrase=lambda: PASSPHRASE)
    with opened(new, key) as found:
        assert names(found) == ["Meidän"]


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_a_file_never_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def has_no_links(*_: object) -> None:
        raise OSError(EPERM, "no links here")

    if not links:
        monkeypatch.setattr("os.link", has_no_links)
    source, place = tmp_path / "uusi", tmp_path / "paikka"
    source.write_text("uusi")
    place.write_text("vanha")
    assert not place_unless_there(str(source), str(place))
    assert (source.read_text(), place.read_text()) == ("uusi", "vanha")
    place.unlink()
    assert place_unless_there(str(source), str(place))
    assert place.read_text() == "uusi"

"""What the program knows before the workbook is open: its language and its colours."""

import os
import stat
from pathlib import Path

import pytest

from tests.store.workbooks import TODAY, Clock, opened, plain_home
from valmentaja.exchange.demo import make_demo
from valmentaja.places import Home
from valmentaja.settings.face import Face, keep_face, read_face, renew_face
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.locks import make_home
from valmentaja.store.stored_settings import keep_setting
from valmentaja.store.workbook import Workbook

NOTHING = Face(None, None)


def test_a_new_home_has_no_face(home: Home) -> None:
    assert read_face(home) == NOTHING
    assert read_face(Home(home.folder + "/nowhere")) == NOTHING


@pytest.mark.parametrize("face", [Face("fi", "dark"), Face("en", None), Face(None, "terminal"), NOTHING])
def test_a_face_that_was_kept_is_read(home: Home, face: Face) -> None:
    keep_face(home, face)
    assert read_face(home) == face
    assert stat.S_IMODE(os.stat(home.face).st_mode) == 0o600
    assert not list(Path(home.folder).glob("*.new"))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"language", b"language=sv\ntheme=pink", b"a=b=c " * 1000, b"=\n=="]
)
def test_nonsense_in_the_face_is_nothing_chosen(home: Home, content: bytes) -> None:
    Path(home.face).write_bytes(content)
    assert read_face(home) == NOTHING


def test_a_folder_in_the_way_of_the_face_stops_nothing(home: Home) -> None:
    Path(home.face).mkdir()
    keep_face(home, Face("fi", "dark"))
    assert read_face(home) == NOTHING
    assert not list(Path(home.folder).glob("*.new"))


def test_a_folder_that_is_not_there_stops_nothing(tmp_path: Path) -> None:
    keep_face(Home(str(tmp_path / "nowhere")), Face("fi", "dark"))
    assert not (tmp_path / "nowhere").exists()


def test_changed_language_and_colours_are_the_face(book: Workbook) -> None:
    change_setting(book, SETTINGS["language"], "en", TODAY)
    assert read_face(book.home) == Face("en", None)
    change_setting(book, SETTINGS["theme"], "light", TODAY)
    assert read_face(book.home) == Face("en", "light")


def test_the_face_follows_a_workbook_that_came_from_elsewhere(book: Workbook) -> None:
    keep_face(book.home, Face("en", "light"))
    keep_setting(book, "theme", "terminal", None)
    renew_face(book, TODAY)
    assert read_face(book.home) == Face(None, "terminal")


def test_a_new_workbook_that_was_made_in_a_language_has_it_in_its_face(tmp_path: Path) -> None:
    home = Home(str(tmp_path / "home"))
    make_home(home, None, Clock(), fill=lambda book: change_setting(book, SETTINGS["language"], "en", TODAY))
    assert read_face(home) == Face("en", None)


def test_the_demo_has_the_face_of_its_language(tmp_path: Path) -> None:
    home = Home(str(tmp_path / "demo"))
    make_demo(home, "en", TODAY)
    assert read_face(home) == Face("en", None)
    with opened(home) as book:
        assert book.row("SELECT value FROM setting WHERE key = 'records_for'")["value"] == "employer"  # type: ignore[index]


def test_homes_do_not_share_a_face(tmp_path: Path) -> None:
    one, other = plain_home(tmp_path / "one"), plain_home(tmp_path / "other")
    keep_face(one, Face("en", "dark"))
    assert read_face(other) == NOTHING

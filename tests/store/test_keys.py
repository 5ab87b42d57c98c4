"""The ways into a locked workbook: passphrase and recovery code, typed as people type them, lost and renewed."""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.store.workbooks import (
    PASSPHRASE,
    Clock,
    aino,
    locked_home,
    opened,
    plain_home,
    recovery_code,
)
from valmentaja.errors import CannotBeMet, Damaged, Locked
from valmentaja.places import Home
from valmentaja.store import keyring_door, keys, locks
from valmentaja.store.clients import all_clients
from valmentaja.store.keys import CODE_ALPHABET, new_recovery_code, read_key_file, write_key_file
from valmentaja.store.locks import (
    change_passphrase,
    forget_on_computer,
    is_locked,
    is_raw_key,
    key_by_code,
    key_by_passphrase,
    make_home,
    remember_on_computer,
    remembered_key,
    renew_after_recovery,
)
from valmentaja.store.workbook import open_workbook

HALF_A_SECOND = locks.WRONG_PHRASE_SECONDS

pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def locked(tmp_path: Path) -> tuple[Home, str]:
    return locked_home(tmp_path / "locked")


def files(home: Home) -> dict[str, bytes]:
    """Every file of the home, byte for byte."""
    return {str(path): path.read_bytes() for path in sorted(Path(home.folder).rglob("*")) if path.is_file()}


def test_a_new_home_holds_a_locked_workbook_and_two_key_files_and_nothing_else(tmp_path: Path) -> None:
    home = Home(str(tmp_path / "new" / "home"))
    code = make_home(home, PASSPHRASE, Clock())
    assert code
    assert sorted(os.listdir(home.folder)) == ["code.key", "pass.key", "workbook.db"]
    assert is_locked(home)
    key = key_by_passphrase(home, PASSPHRASE)
    assert is_raw_key(key)
    assert key_by_code(home, code) == key


def test_only_the_owner_can_look_into_the_home_and_its_files(
    locked: tuple[Home, str], tmp_path: Path
) -> None:
    previous = os.umask(0o022)
    try:
        home = Home(str(tmp_path / "new"))
        make_home(home, PASSPHRASE, Clock())
        key = key_by_passphrase(home, PASSPHRASE)
        with opened(home, key) as book:
            aino(book)
            change_passphrase(home, key, "toinen")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in Path(home.folder).iterdir()}
    finally:
        os.umask(previous)
    assert stat.S_IMODE(Path(home.folder).stat().st_mode) == 0o700
    assert set(modes) >= {"workbook.db", "workbook.db-wal", "workbook.db-shm", "pass.key", "code.key"}
    assert set(modes.values()) == {0o600}


def test_a_workbook_without_a_passphrase_has_no_keys_and_no_code(tmp_path: Path) -> None:
    home = Home(str(tmp_path / "open"))
    assert make_home(home, None, Clock()) is None
    assert os.listdir(home.folder) == ["workbook.db"]
    assert not is_locked(home)


def test_a_passphrase_typed_in_pieces_is_the_same_passphrase(locked: tuple[Home, str]) -> None:
    home, key = locked
    apart = normalize("NFD", PASSPHRASE)
    assert apart != PASSPHRASE
    assert key_by_passphrase(home, apart) == key


def test_a_wrong_passphrase_takes_half_a_second_and_can_be_tried_again(
    locked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WRONG_PHRASE_SECONDS", HALF_A_SECOND)
    home, key = locked
    for wrong in (PASSPHRASE.lower(), ""):
        began = time.monotonic()
        with pytest.raises(Locked, match=r"^passphrase\.wrong$"):
            key_by_passphrase(home, wrong)
        assert time.monotonic() - began >= HALF_A_SECOND == 0.5
    assert key_by_passphrase(home, PASSPHRASE) == key


def test_the_code_is_taken_in_any_typing(locked: tuple[Home, str]) -> None:
    home, key = locked
    code = recovery_code()
    for typed in (code.lower(), f"  {code.replace('-', ' ')}\n", code.replace("-", "\u2013").swapcase()):
        assert key_by_code(home, typed) == key


@pytest.mark.parametrize("wrong", ["AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", "", "---", PASSPHRASE])
def test_a_wrong_code_opens_nothing(locked: tuple[Home, str], wrong: str) -> None:
    with pytest.raises(Locked, match=r"^code\.wrong$"):
        key_by_code(locked[0], wrong)


def test_codes_are_never_the_same_and_hold_no_letter_that_is_misread() -> None:
    codes = {new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    assert {letter for code in codes for letter in code} == {*CODE_ALPHABET, "-"}
    assert not set("0O1IL") & set(CODE_ALPHABET)


def test_after_a_change_the_new_passphrase_opens_and_the_old_one_does_not(locked: tuple[Home, str]) -> None:
    home, key = locked
    with opened(home, key) as window:
        change_passphrase(home, key, "sumu laskeutuu")
        aino(window)  # a window that was open keeps working
        with pytest.raises(Locked):
            key_by_passphrase(home, PASSPHRASE)
        with opened(home, key_by_passphrase(home, "sumu laskeutuu")) as another:
            assert all_clients(another) == all_clients(window) != ()
    assert key_by_code(home, recovery_code()) == key


def test_after_the_code_was_used_it_opens_nothing_any_more(locked: tuple[Home, str]) -> None:
    home, key = locked
    shown: list[str] = []
    code = renew_after_recovery(home, key, "uusi alku", show=shown.append)
    assert shown == [code]
    assert key_by_passphrase(home, "uusi alku") == key_by_code(home, code) == key
    with pytest.raises(Locked, match=r"^code\.wrong$"):
        key_by_code(home, recovery_code())
    with pytest.raises(Locked, match=r"^passphrase\.wrong$"):
        key_by_passphrase(home, PASSPHRASE)


@pytest.mark.parametrize(
    "passphrase",
    [
        "  it's 'quoted' \"twice\"; DROP TABLE x; -- 😀🦆 \\ % ? # ",
        "x'00ff'",
        "ä" * 10_000,
    ],
)
def test_a_passphrase_may_hold_whatever_can_be_typed(tmp_path: Path, passphrase: str) -> None:
    path, key = str(tmp_path / "pass.key"), "0f" * 32
    write_key_file(path, passphrase, key)  # reads it back to verify
    with pytest.raises(Locked):
        read_key_file(path, passphrase[:-1])


@pytest.mark.parametrize("nothing", ["", "   ", "\t\n"])
def test_an_empty_passphrase_is_refused(locked: tuple[Home, str], tmp_path: Path, nothing: str) -> None:
    home, key = locked
    with pytest.raises(CannotBeMet, match=r"^passphrase\.empty$"):
        make_home(Home(str(tmp_path / "new")), nothing, Clock())
    assert not (tmp_path / "new").exists()
    with pytest.raises(CannotBeMet, match=r"^passphrase\.empty$"):
        change_passphrase(home, key, nothing)
    assert read_key_file(home.pass_key, PASSPHRASE) == key


@pytest.mark.parametrize("odd", ["a\0b", "a\udcffb"])
def test_a_passphrase_that_no_keyboard_types_is_refused_in_a_sentence(
    locked: tuple[Home, str], tmp_path: Path, odd: str
) -> None:
    home, key = locked
    acts: list[Callable[[], object]] = [
        lambda: make_home(Home(str(tmp_path / "new")), odd, Clock()),
        lambda: key_by_passphrase(home, odd),
        lambda: change_passphrase(home, key, odd),
    ]
    for act in acts:
        with pytest.raises(Locked, match=r"^passphrase\.unreadable$"):
            act()
    assert not any((tmp_path / "new").glob("*"))


def test_when_the_new_key_file_cannot_be_put_in_place_the_old_one_stands(
    locked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key = locked
    before = files(home)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", fails)
        with pytest.raises(CannotBeMet, match=r"^disk\.full$"):
            change_passphrase(home, key, "uusi")
    assert files(home) == before


def test_a_key_file_that_does_not_hold_the_key_never_takes_the_place_of_the_old_one(
    locked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key = locked
    before = files(home)
    monkeypatch.setattr(keys, "read_key_file", lambda *_: "other")
    with pytest.raises(Damaged, match=r"^key\.not_written$"):
        change_passphrase(home, key, "uusi")
    assert files(home) == before


def test_what_a_killed_change_left_behind_is_no_hindrance(locked: tuple[Home, str]) -> None:
    home, key = locked
    left = Path(home.folder) / f"pass.key.{os.getpid()}.new"
    left.write_bytes(b"half a file")
    change_passphrase(home, key, "uusi")
    assert key_by_passphrase(home, "uusi") == key
    assert not left.exists()


def damaged(content: bytes) -> dict[str, tuple[bytes | None, str]]:
    """A key file damaged in the ways of the world, and what is said of it."""
    last_page = content[:6000] + bytes([content[6000] ^ 255]) + content[6001:]
    return {
        "missing": (None, "key.missing"),
        "empty": (b"", "key.missing"),
        "cut short": (content[:5000], "key.damaged"),
        "half": (content[:4096], "key.damaged"),
        "text": (b"not a key\n" * 5, "key.damaged"),
        "another kind of file": (b"SQLite format 3\0" + bytes(4080), "key.damaged"),
        "a flipped byte late in it": (last_page, "key.damaged"),
    }


@pytest.mark.parametrize("kind", damaged(bytes(8192)))
def test_a_damaged_key_file_is_not_called_a_wrong_passphrase(locked: tuple[Home, str], kind: str) -> None:
    home, key = locked
    content, sentence = damaged(Path(home.pass_key).read_bytes())[kind]
    Path(home.pass_key).unlink()
    if content is not None:
        Path(home.pass_key).write_bytes(content)
    with pytest.raises(Damaged) as refused:
        key_by_passphrase(home, PASSPHRASE)
    assert (refused.value.key, refused.value.parameters["file"]) == (sentence, "pass.key")
    assert key_by_code(home, recovery_code()) == key  # the other way in is still there


def test_a_key_file_damaged_at_its_beginning_looks_like_one_with_another_passphrase(
    locked: tuple[Home, str],
) -> None:
    home, _ = locked
    Path(home.pass_key).write_bytes(os.urandom(8192))
    with pytest.raises(Locked, match=r"^passphrase\.wrong$"):
        key_by_passphrase(home, PASSPHRASE)


@pytest.mark.parametrize("there", ["workbook.db", "pass.key", "code.key"])
def test_a_home_is_never_made_over_a_workbook_or_the_keys_of_one(
    locked: tuple[Home, str], there: str
) -> None:
    home, _ = locked
    for name in {"workbook.db", "pass.key", "code.key"} - {there}:
        (Path(home.folder) / name).unlink()
    before = files(home)
    for passphrase in (None, "uusi"):
        with pytest.raises(CannotBeMet) as refused:
            make_home(home, passphrase, Clock())
        assert refused.value.key == ("workbook.exists" if there == "workbook.db" else "workbook.only_keys")
    assert files(home) == before


def test_making_that_fails_half_way_leaves_nothing_that_hinders_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(str(tmp_path / "new"))

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("valmentaja.store.locks.create_workbook_file", fails)
        with pytest.raises(CannotBeMet, match=r"^disk\.full$"):
            make_home(home, PASSPHRASE, Clock())
    assert os.listdir(home.folder) == []
    assert make_home(home, PASSPHRASE, Clock())


def test_without_a_key_a_locked_workbook_says_that_it_is_locked(locked: tuple[Home, str]) -> None:
    with pytest.raises(Locked, match=r"^key\.none$"):
        open_workbook(locked[0], None, Clock())


def test_a_key_is_of_no_meaning_to_a_workbook_without_one(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "open")
    with opened(home, "ab" * 32) as book:
        assert not book.encrypted
        aino(book)


def test_where_there_is_no_workbook_it_is_said_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(CannotBeMet, match=r"^workbook\.missing$") as refused:
        open_workbook(Home(str(tmp_path)), None, Clock())
    assert refused.value.parameters["home"] == str(tmp_path)
    assert os.listdir(tmp_path) == []


def test_a_computer_that_remembers_the_key_tells_nothing_of_the_home(
    locked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key = locked
    kept: dict[str, str] = {}
    monkeypatch.setattr(keyring_door, "remember", kept.__setitem__)
    monkeypatch.setattr(keyring_door, "recall", kept.get)
    monkeypatch.setattr(keyring_door, "forget", kept.pop)
    for _ in range(2):
        remember_on_computer(home, key)
    assert list(kept.values()) == [key]
    assert stat.S_IMODE(os.stat(home.remembered).st_mode) == 0o600
    assert remembered_key(home) == key
    forget_on_computer(home)
    assert (kept, remembered_key(home), os.path.exists(home.remembered)) == ({}, None, False)


def test_a_keyring_that_gives_something_else_than_a_key_is_not_believed(
    locked: tuple[Home, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, _ = locked
    Path(home.remembered).write_text("5f3a")
    for odd in (None, "", "salasana", "ab" * 31 + "'x"):
        monkeypatch.setattr(keyring_door, "recall", {"5f3a": odd}.get)
        assert remembered_key(home) is None

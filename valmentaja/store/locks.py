"""Making a home, and the ways into it: passphrase, recovery code, the computer's keyring."""

import os
import time
from collections.abc import Callable
from datetime import datetime

from valmentaja.errors import CannotBeMet, Locked
from valmentaja.places import Home
from valmentaja.store.connection import is_plain, said_kindly
from valmentaja.store.keys import (
    new_raw_key,
    new_recovery_code,
    normal_code,
    normal_passphrase,
    place_unless_there,
    prepared_key_file,
    read_key_file,
    sync_folder,
    write_key_file,
)
from valmentaja.store.migrations import migrate
from valmentaja.store.workbook import Workbook, create_workbook_file, open_workbook

WRONG_PHRASE_SECONDS = 0.5
"""How long a wrong passphrase takes at least: no limit of tries, and no hurry."""

SHORTEST_PASSPHRASE = 8
"""Characters that a person is asked for at least; what a script gives is its own affair."""


def is_short(passphrase: str) -> bool:
    """Whether a new passphrase that a person gives could be guessed for its shortness."""
    return len(passphrase.strip()) < SHORTEST_PASSPHRASE


def _nothing_more(_: Workbook) -> None:
    pass


def _nobody_looks(_: str | None) -> None:
    pass


def make_home(
    home: Home,
    passphrase: str | None,
    now: Callable[[], datetime],
    *,
    fill: Callable[[Workbook], None] = _nothing_more,
    show: Callable[[str | None], None] = _nobody_looks,
) -> str | None:
    """Makes the workbook in the home, and gives its recovery code, which is shown this once only.

    `fill` may write in the workbook, and `show` shows the code, before the files are put in their place: when
    either fails, nothing has been made, and no workbook is ever there whose code nobody saw.

    `None` for a passphrase makes a workbook that anyone with the file can read, and no code. Both key files
    have been opened to verify before this returns. Raises CannotBeMet when a workbook, or the keys of one,
    are there already.
    """
    from tempfile import TemporaryDirectory

    refuse_overwriting(home)
    if passphrase is not None:
        _refuse_empty(passphrase)
    with said_kindly():
        os.makedirs(home.folder, mode=0o700, exist_ok=True)
        if not os.listdir(home.folder):
            os.chmod(home.folder, 0o700)  # an empty folder given for the workbook is its own from now on
        with TemporaryDirectory(prefix=".making-", dir=home.folder) as folder:
            made = Home(folder)
            code = _make_files(made, passphrase, now, fill)
            refuse_overwriting(home)
            show(code)
            _put_in_place(made, home)
    return code


def _make_files(
    home: Home, passphrase: str | None, now: Callable[[], datetime], fill: Callable[[Workbook], None]
) -> str | None:
    from valmentaja.store.holidays import fill_holidays

    raw_key = code = None
    if passphrase is not None:
        raw_key, code = new_raw_key(), new_recovery_code()
        write_key_file(home.code_key, normal_code(code), raw_key)
        write_key_file(home.pass_key, normal_passphrase(passphrase), raw_key)
    create_workbook_file(home.workbook, raw_key, migrate)
    with open_workbook(home, raw_key, now) as book:
        fill_holidays(book, now().year)
        fill(book)
    return code


def _put_in_place(made: Home, home: Home) -> None:
    for source, place in (
        (made.code_key, home.code_key),
        (made.pass_key, home.pass_key),
        (made.workbook, home.workbook),
    ):
        if os.path.exists(source) and not place_unless_there(source, place):
            raise CannotBeMet("workbook.exists", home=home.folder)
    if os.path.exists(made.face):
        os.replace(made.face, home.face)
    sync_folder(home.folder)


def refuse_overwriting(home: Home) -> None:
    """Raises CannotBeMet when the home has a workbook, the keys of one, or what one that was open has left.

    A key file without its workbook may be the only key to a file that was moved: it is never written over.
    """
    if os.path.exists(home.workbook):
        raise CannotBeMet("workbook.exists", home=home.folder)
    if os.path.exists(f"{home.workbook}-wal"):
        raise CannotBeMet("workbook.left_behind", home=home.folder)
    if home.has_keys:
        raise CannotBeMet("workbook.only_keys", home=home.folder)


def _refuse_empty(passphrase: str) -> None:
    if not passphrase.strip():
        raise CannotBeMet("passphrase.empty")


def is_locked(home: Home) -> bool:
    """Whether the workbook of the home needs a key."""
    return not is_plain(home.workbook)


def key_by_passphrase(home: Home, passphrase: str) -> str:
    """The raw key, by the passphrase. A wrong one raises Locked after half a second."""
    return _key_from(home.pass_key, normal_passphrase(passphrase), "passphrase.wrong")


def key_by_code(home: Home, code: str) -> str:
    """The raw key, by the recovery code. A wrong one raises Locked after half a second."""
    return _key_from(home.code_key, normal_code(code), "code.wrong")


def _key_from(path: str, phrase: str, sentence: str) -> str:
    began = time.monotonic()
    try:
        return read_key_file(path, phrase)
    except Locked as refusal:
        time.sleep(max(0.0, WRONG_PHRASE_SECONDS - (time.monotonic() - began)))
        raise Locked(sentence) from refusal


def change_passphrase(home: Home, raw_key: str, passphrase: str) -> None:
    """From now on the new passphrase opens the workbook. Old backups keep the one they were made with."""
    _refuse_empty(passphrase)
    write_key_file(home.pass_key, normal_passphrase(passphrase), raw_key)


def renew_after_recovery(home: Home, raw_key: str, passphrase: str, *, show: Callable[[str], None]) -> str:
    """After the code was used: a new passphrase and a new code, which is given; the used one opens nothing here.

    `show` shows the new code once it is proved to work and before the old one is gone.
    """
    _refuse_empty(passphrase)
    code = new_recovery_code()
    with (
        prepared_key_file(home.code_key, normal_code(code), raw_key) as place_code,
        prepared_key_file(home.pass_key, normal_passphrase(passphrase), raw_key) as place_passphrase,
    ):
        show(code)
        place_passphrase()
        place_code()
    return code


def remember_on_computer(home: Home, raw_key: str) -> None:
    """Puts the raw key in the system keyring. Raises CannotBeMet where there is none that keeps a secret.

    A small file in the home says under which random name it is there.
    """
    from valmentaja.store.keyring_door import remember

    name = os.urandom(12).hex()
    remember(name, raw_key)
    forget_on_computer(home)
    with said_kindly():
        file = os.open(home.remembered, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with open(file, "w", encoding="ascii") as mark:
            mark.write(name)


def forget_on_computer(home: Home) -> None:
    """Takes the raw key out of the system keyring, if it is there."""
    name = _keyring_name(home)
    if name is None:
        return
    from valmentaja.store.keyring_door import forget

    forget(name)
    with said_kindly():
        os.remove(home.remembered)


def remembered_key(home: Home) -> str | None:
    """The raw key from the system keyring, where the coach turned that on; `None` when it is not there."""
    name = _keyring_name(home)
    if name is None:
        return None
    from valmentaja.store.keyring_door import recall

    try:
        key = recall(name)
    except CannotBeMet:
        return None
    return key if key is not None and is_raw_key(key) else None


def _keyring_name(home: Home) -> str | None:
    try:
        with open(home.remembered, encoding="ascii") as mark:
            return mark.read().strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def is_raw_key(text: str) -> bool:
    """Whether the text has the form of a raw key: 64 hex digits."""
    return len(text) == 64 and all(letter in "0123456789abcdefABCDEF" for letter in text)

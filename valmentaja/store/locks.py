"""Making a home, and the ways into it: passphrase, recovery code, the computer's keyring."""

import hashlib
import os
import time
from collections.abc import Callable
from datetime import datetime

from valmentaja.errors import CannotBeMet, Damaged, Locked
from valmentaja.places import Home
from valmentaja.store.connection import is_plain, said_kindly
from valmentaja.store.holidays import fill_holidays
from valmentaja.store.keys import new_raw_key, new_recovery_code, normal_code, normal_passphrase
from valmentaja.store.keys import read_key_file, write_key_file
from valmentaja.store.migrations import migrate
from valmentaja.store.workbook import create_workbook_file, open_workbook

WRONG_PHRASE_SECONDS = 0.5
"""How long a wrong passphrase takes at least: no limit of tries, and no hurry."""


def make_home(home: Home, passphrase: str | None, now: Callable[[], datetime]) -> str | None:
    """Makes the workbook in the home, and gives its recovery code, which is shown this once only.

    `None` for a passphrase makes a workbook that anyone with the file can read, and no code. Both key files
    have been opened to verify before this returns. Raises CannotBeMet when a workbook, or the keys of one,
    are there already.
    """
    _refuse_overwriting(home)
    with said_kindly():
        os.makedirs(home.folder, mode=0o700, exist_ok=True)
    raw_key = code = None
    if passphrase is not None:
        _refuse_empty(passphrase)
        raw_key, code = new_raw_key(), new_recovery_code()
        write_key_file(os.fspath(home.code_key), normal_code(code), raw_key)
        write_key_file(os.fspath(home.pass_key), normal_passphrase(passphrase), raw_key)
    create_workbook_file(os.fspath(home.workbook), raw_key, migrate)
    with open_workbook(home, raw_key, now) as book:
        fill_holidays(book, now().year)
    return code


def _refuse_overwriting(home: Home) -> None:
    """A key file without its workbook may be the only key to a file that was moved: it is never written over."""
    if os.path.exists(home.workbook):
        raise CannotBeMet("workbook.exists", home=os.fspath(home.folder))
    if os.path.exists(home.pass_key):
        raise CannotBeMet("workbook.only_keys", home=os.fspath(home.folder))


def _refuse_empty(passphrase: str) -> None:
    if not passphrase.strip():
        raise CannotBeMet("passphrase.empty")


def is_locked(home: Home) -> bool:
    """Whether the workbook of the home needs a key."""
    return not is_plain(os.fspath(home.workbook))


def key_by_passphrase(home: Home, passphrase: str) -> str:
    """The raw key, by the passphrase. A wrong one raises Locked after half a second."""
    return _key_from(os.fspath(home.pass_key), normal_passphrase(passphrase), "passphrase.wrong")


def key_by_code(home: Home, code: str) -> str:
    """The raw key, by the recovery code. A wrong one raises Locked after half a second."""
    return _key_from(os.fspath(home.code_key), normal_code(code), "code.wrong")


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
    write_key_file(os.fspath(home.pass_key), normal_passphrase(passphrase), raw_key)


def renew_after_recovery(home: Home, raw_key: str, passphrase: str) -> str:
    """After the code was used: a new passphrase and a new code, which is given; the used one opens nothing any more."""
    change_passphrase(home, raw_key, passphrase)
    code = new_recovery_code()
    write_key_file(os.fspath(home.code_key), normal_code(code), raw_key)
    return code


def keyring_name(home: Home) -> str:
    """The name of the home in the system keyring: a digest of its folder, so that it tells nothing."""
    return hashlib.sha256(os.path.realpath(home.folder).encode()).hexdigest()[:24]


def remember_on_computer(home: Home, raw_key: str) -> None:
    """Puts the raw key in the system keyring. Raises CannotBeMet where there is none that keeps a secret."""
    from valmentaja.store.keyring_door import remember

    remember(keyring_name(home), raw_key)
    with said_kindly(), open(home.remembered, "w", encoding="ascii") as mark:
        mark.write("keyring\n")


def forget_on_computer(home: Home) -> None:
    """Takes the raw key out of the system keyring."""
    from valmentaja.store.keyring_door import forget

    forget(keyring_name(home))
    with said_kindly():
        if os.path.exists(home.remembered):
            os.remove(home.remembered)


def remembered_key(home: Home) -> str | None:
    """The raw key from the system keyring, where the coach turned that on; `None` when it is not there."""
    if not os.path.exists(home.remembered):
        return None
    from valmentaja.store.keyring_door import recall

    try:
        return recall(keyring_name(home))
    except CannotBeMet:
        return None


def refuse_missing_keys(home: Home) -> None:
    """Raises Damaged when the workbook is locked and neither key file is there to open it."""
    if not os.path.exists(home.pass_key) and not os.path.exists(home.code_key):
        raise Damaged("key.missing", file="pass.key, code.key")

"""Saves a workbook whose file has gone from its place while it was open: what was open of it is written anew.

A file that was deleted, or moved elsewhere, goes on living for who has it open, and only so long.
"""

import os
from collections.abc import Mapping
from contextlib import suppress

from valmentaja.backup.making import make_backup
from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.store.backup_names import backup_name
from valmentaja.store.checking import copy_to_file, refuse_damage
from valmentaja.store.connection import said_kindly
from valmentaja.store.keys import place_unless_there, sync_file, sync_folder
from valmentaja.store.workbook import Workbook, open_workbook

VANISHED = "vanished"
"""The occasion of a backup that was made since another file had taken the workbook's place."""


def put_back(book: Workbook, keys: Mapping[str, bytes]) -> Workbook:
    """Writes the workbook back into its place, where nothing is now, and gives it open from there.

    `keys` is what its key files held, by name: those that have gone too are written back. Raises CannotBeMet when it
    cannot be written, or something has come into its place; the book given is open still then.
    """
    from tempfile import TemporaryDirectory

    home = book.home
    with said_kindly():
        os.makedirs(home.folder, mode=0o700, exist_ok=True)
        with TemporaryDirectory(prefix=".making-", dir=home.folder) as folder:
            made = _copied(book, keys, Home(folder))
            for name in keys:
                place_unless_there(os.path.join(folder, name), os.path.join(home.folder, name))
            if not os.path.exists(home.workbook):
                remove_log(home)
            if not place_unless_there(made.workbook, home.workbook):
                raise CannotBeMet("workbook.exists", home=home.folder)
        sync_folder(home.folder)
    opened = open_workbook(home, book.raw_key, book.now)
    book.close()
    return opened


def save_beside(book: Workbook, keys: Mapping[str, bytes]) -> str:
    """Saves the workbook as a backup, with its own keys, since another file is in its place. Gives its path."""
    from tempfile import TemporaryDirectory

    home = book.home
    with said_kindly():
        os.makedirs(home.backups, mode=0o700, exist_ok=True)
        with TemporaryDirectory(prefix=".making-", dir=home.folder) as folder:
            made = Home(folder)
            _write_keys(keys, made)
            lost = Workbook(made, book.connection, book.raw_key, book.now)
            path = os.path.join(home.backups, backup_name(book.now(), VANISHED))
            return make_backup(lost, to=path)


def remove_log(home: Home) -> None:
    """Removes the log of the file that is gone: it would be taken for the log of the file that is there after it."""
    for remains in (f"{home.workbook}-wal", f"{home.workbook}-shm"):
        with suppress(FileNotFoundError):
            os.remove(remains)


def _copied(book: Workbook, keys: Mapping[str, bytes], made: Home) -> Home:
    """The workbook and its keys in another folder, read whole to verify."""
    copy_to_file(book, made.workbook)
    os.chmod(made.workbook, 0o600)
    with open_workbook(made, book.raw_key, book.now) as copy:
        refuse_damage(copy)
    sync_file(made.workbook)
    _write_keys(keys, made)
    return made


def _write_keys(keys: Mapping[str, bytes], made: Home) -> None:
    for name, content in keys.items():
        path = os.path.join(made.folder, name)
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
        sync_file(path)

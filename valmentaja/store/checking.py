"""Whether a workbook is sound, what it holds, and copying it whole: what check, backup and restore stand on."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from valmentaja.errors import CannotBeMet, Damaged
from valmentaja.store.connection import Connection, connect, copy_pages, said_kindly
from valmentaja.store.migrations import version_of
from valmentaja.store.stopping import Stop
from valmentaja.store.workbook import Workbook

PAGES_AT_A_TIME = 500
"""Of 4096 bytes each: some milliseconds of copying between two looks at whether it is to stop."""

COUNTED = (
    *("client", "employer", "employer_contact", "client_contact", "next_step", "snooze", "diary_entry"),
    *(
        "appointment",
        "client_group",
        "placement",
        "start_move",
        "work_support",
        "placement_look",
        "re_agreement",
    ),
    *("wish", "benefit", "disclosure", "supporter", "supporter_contact", "service_period", "concern"),
    *("leave", "employer_person", "lead", "activity"),
    *("question_round", "answer"),
    *("change", "draft"),
)


def refuse_damage(book: Workbook) -> None:
    """Reads every page, every reference and the search index. Raises Damaged when anything is not as written."""
    with said_kindly():
        found = [str(row[0]) for row in book.connection.execute("PRAGMA integrity_check(1)")]
        broken = book.connection.execute("PRAGMA foreign_key_check").fetchone()
    if found != ["ok"] or broken is not None:
        raise Damaged("workbook.damaged")


def counts(book: Workbook) -> dict[str, int]:
    """How many records of each kind there are."""
    return {kind: int((book.row(f"SELECT count(*) FROM {kind}") or [0])[0]) for kind in COUNTED}


def schema_version(book: Workbook) -> int:
    """How many migrations the workbook has had."""
    return version_of(book.connection)


def copy_to_file(book: Workbook, path: str, stop: Stop | None = None) -> None:
    """Copies the workbook, as of one moment, into a new file with the same key. Raises Stopped when told to."""
    with said_kindly():
        target = connect(path, raw_key=book.raw_key, mode="rwc")
        try:
            if stop is None:
                copy_pages(book.connection, target)
            else:
                _copy_in_pieces(book.connection, target, stop)
        finally:
            target.close()


def _copy_in_pieces(source: Connection, target: Connection, stop: Stop) -> None:
    """A reading that stays open holds the moment fast, whatever other windows write between the pieces."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copy_pages(source, target, pages=PAGES_AT_A_TIME, each=stop.look)
    finally:
        source.execute("ROLLBACK")


class WrittenMeanwhile(Exception):
    """Another window wrote in the live workbook between the backup of it and the copying over it."""


@contextmanager
def watch(live: Workbook) -> Iterator[Callable[[], None]]:
    """Gives a function that raises WrittenMeanwhile when another window has written since the watching began."""
    watcher = connect(live.home.workbook, raw_key=live.raw_key)
    try:
        began = _writes_seen(watcher)

        def refuse_if_written() -> None:
            if _writes_seen(watcher) != began:
                raise WrittenMeanwhile

        yield refuse_if_written
    finally:
        watcher.close()


def _writes_seen(watcher: Connection) -> int:
    watcher.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(watcher.execute("PRAGMA data_version").fetchone()[0])


def copy_into(source: Workbook, live: Workbook, *, begun: Callable[[], None]) -> None:
    """Makes the live workbook hold what the source holds, in one step; other windows see it at once.

    `begun` is called when the live one is locked against other windows; when it raises, nothing is changed.
    Raises CannotBeMet when the source is locked and the live one is not: it would lie open after.
    """
    if source.encrypted and not live.encrypted:
        raise CannotBeMet("restore.would_unlock")
    with said_kindly():
        if source.encrypted == live.encrypted:
            copy_pages(source.connection, live.connection, begun=begun)
        else:
            _copy_encrypting(source, live, begun)


def _copy_encrypting(source: Workbook, live: Workbook, begun: Callable[[], None]) -> None:
    """SQLCipher copies pages only between files that are both encrypted, so a plain one is encrypted first."""
    path = f"{source.home.workbook}.encrypted"
    if not os.path.exists(path):
        encrypted_copy(source, path, str(live.raw_key))
    between = connect(path, raw_key=live.raw_key)
    try:
        copy_pages(between, live.connection, begun=begun)
    finally:
        between.close()


def is_workbook(book: Workbook) -> bool:
    """Whether the file is a workbook of ours, and not another SQLite file."""
    return book.row("SELECT 1 FROM sqlite_master WHERE name = 'journal_state'") is not None


def encrypted_copy(source: Workbook, path: str, raw_key: str) -> None:
    """Writes a plain workbook into a new file that is encrypted with the key."""
    connect(path, raw_key=raw_key, mode="rwc").close()
    version = version_of(source.connection)
    source.execute(f"ATTACH DATABASE ? AS encrypted KEY \"x'{raw_key}'\"", (path,))
    source.execute("SELECT sqlcipher_export('encrypted')").fetchall()
    source.execute(f"PRAGMA encrypted.user_version = {version}")
    source.execute("PRAGMA encrypted.journal_mode = WAL").fetchall()
    source.execute("DETACH DATABASE encrypted")

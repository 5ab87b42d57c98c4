"""Opens SQLCipher files, and turns the library's failures into sentences of ours. The one place that does either."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from sqlcipher3 import dbapi2 as sqlcipher

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet, Damaged, ValmentajaError, WrongUsage, error_of_files

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
else:
    Connection, Row = sqlcipher.Connection, sqlcipher.Row

__all__ = [
    "BUSY",
    "Connection",
    "Row",
    "begin_writing",
    "code_of",
    "connect",
    "copy_pages",
    "is_plain",
    "said_kindly",
    "sqlcipher",
]

BUSY_SECONDS = 20.0
_STRETCH_MILLISECONDS = 200
_PLAIN_HEADER = b"SQLite format 3\x00"


def is_plain(path: str) -> bool:
    """Whether the file is an SQLite file that anyone can read; false for an encrypted or missing one."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
    except OSError:
        return False


def connect(
    path: str, *, raw_key: str | None = None, phrase: str | None = None, mode: str = "rw"
) -> Connection:
    """Opens the file at `path` with a raw key (64 hex digits), a passphrase, or neither (a plain file).

    `mode` is SQLite's: `ro`, `rw`, `rwc` (a new file is made readable by its owner only), or `immutable` for
    a file in a folder that cannot be written to. A wrong key shows only at the first read (see `said_kindly`).
    """
    if mode == "rwc" and not os.path.exists(path):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection: Connection = sqlcipher.connect(
        f"file:{_uri_path(path)}?{options}", uri=True, isolation_level=None, timeout=BUSY_SECONDS
    )
    connection.row_factory = Row
    connection.execute("PRAGMA cipher_log_level = NONE")  # or a wrong key prints over the screen
    if raw_key is not None:
        connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    elif phrase is not None:
        quoted = phrase.replace("'", "''")  # a key cannot be bound as a parameter
        connection.execute(f"PRAGMA key = '{quoted}'")
    return connection


def begin_writing(connection: Connection) -> None:
    """Begins a transaction that writes. While another window does, this waits, and hears an interruption.

    SQLite's own waiting hears none before it ends, so it is asked to wait in short stretches.
    """
    until = monotonic() + BUSY_SECONDS
    connection.execute(f"PRAGMA busy_timeout = {_STRETCH_MILLISECONDS}")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlcipher.OperationalError as failure:
                if code_of(failure) != BUSY or monotonic() >= until:
                    raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def copy_pages(
    source: Connection,
    target: Connection,
    *,
    begun: Callable[[], None] | None = None,
    pages: int = -1,
    each: Callable[[], None] = lambda: None,
) -> None:
    """Makes the target hold what the source holds, in one step. Waits for another window as a change does.

    `begun` is called once the target is locked against other windows; what it raises leaves the target as it was.
    `each` is called between so many `pages`, and may raise too.
    """
    until = monotonic() + BUSY_SECONDS
    waiting = begun

    def look(status: int, *_: int) -> None:
        nonlocal waiting
        each()
        if status == BUSY:
            if monotonic() >= until:
                raise CannotBeMet("workbook.busy")  # without this it would wait for ever
        elif waiting is not None:
            waiting()
            waiting = None

    source.backup(target, pages=1 if begun else pages, progress=look)


def _uri_path(path: str) -> str:
    """The path as SQLite's URI form wants it; `urllib` would be a slow import for three characters."""
    plain = os.path.abspath(path).replace(os.sep, "/")
    escaped = plain.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return escaped if escaped.startswith("/") else "/" + escaped


@contextmanager
def said_kindly() -> Iterator[None]:
    """Turns what SQLite and the file system say into our errors: full disk, read-only folder, busy, damaged."""
    try:
        yield
    except sqlcipher.Error as failure:
        raise _error_of(failure) from failure
    except UnicodeEncodeError as failure:  # bytes on the command line that are no text
        raise WrongUsage("text.not_utf8") from failure
    except UnicodeDecodeError as failure:  # a message of SQLite's that quotes damaged bytes
        raise Damaged("workbook.damaged") from failure
    except OSError as failure:
        raise error_of_files(failure) from failure


BUSY = 5
_SENTENCES = {  # by SQLite's primary result codes
    BUSY: "workbook.busy",
    6: "workbook.busy",  # SQLITE_LOCKED
    8: "home.read_only",  # SQLITE_READONLY
    10: "disk.failed",  # SQLITE_IOERR
    13: "disk.full",  # SQLITE_FULL
    14: "home.cannot_open",  # SQLITE_CANTOPEN
}
_CODES = {  # where the library gives no code: when it copies a file
    "database is locked": BUSY,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database or disk is full": 13,
    "unable to open database file": 14,
}
_OUR_MISTAKES = ("syntax error", "no such column", "no such function")


def code_of(failure: Exception) -> int:
    """SQLite's primary result code of a failure, 0 when it has none."""
    return (getattr(failure, "sqlite_errorcode", None) or _CODES.get(str(failure), 0)) & 0xFF


def _error_of(failure: Exception) -> ValmentajaError:
    """What is left when the disk and our own mistakes are told apart is a file that is not as it was written."""
    code = code_of(failure)
    if code in _SENTENCES:
        return CannotBeMet(_SENTENCES[code])
    kind = type(failure)
    if kind is sqlcipher.DatabaseError:
        return Damaged("workbook.damaged")
    if kind is sqlcipher.OperationalError and not any(words in str(failure) for words in _OUR_MISTAKES):
        return Damaged("workbook.damaged")
    raise failure

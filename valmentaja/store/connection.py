"""Opens SQLCipher files, and turns the library's failures into sentences of ours. The one place that does either."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlcipher

from valmentaja.errors import CannotBeMet, Damaged, ValmentajaError

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
else:
    Connection, Row = sqlcipher.Connection, sqlcipher.Row

__all__ = ["Connection", "Row", "connect", "error_of_files", "is_plain", "said_kindly", "sqlcipher"]

BUSY_SECONDS = 20.0
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
    except OSError as failure:
        raise error_of_files(failure) from failure


_SENTENCES = (
    ("full", CannotBeMet("disk.full")),
    ("readonly", CannotBeMet("home.read_only")),
    ("unable to open", CannotBeMet("home.cannot_open")),
    ("locked", CannotBeMet("workbook.busy")),
    ("disk i/o", CannotBeMet("disk.failed")),
)


def _error_of(failure: Exception) -> ValmentajaError:
    words = str(failure).lower()
    for part, error in _SENTENCES:
        if part in words:
            return type(error)(error.key)
    if isinstance(failure, (sqlcipher.OperationalError, sqlcipher.DatabaseError)) and _looks_damaged(words):
        return Damaged("workbook.damaged")
    raise failure


def _looks_damaged(words: str) -> bool:
    return "malformed" in words or "not a database" in words or "no such table" in words


def error_of_files(failure: OSError) -> ValmentajaError:
    """Our error for a failure of the file system."""
    import errno

    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotBeMet("disk.full")
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotBeMet("home.read_only")
    return CannotBeMet("file.failed", reason=failure.strerror or type(failure).__name__)

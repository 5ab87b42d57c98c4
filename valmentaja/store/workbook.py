"""The open workbook: one connection, one change at a time, and what was tidied on the way in."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet, Damaged, Locked
from valmentaja.places import Home
from valmentaja.rules.written import name_written, written
from valmentaja.store.connection import (
    BUSY,
    Connection,
    Row,
    begin_writing,
    code_of,
    connect,
    is_plain,
    said_kindly,
    sqlcipher,
)
from valmentaja.store.migrations import known_version, version_of
from valmentaja.store.words import words_in

if TYPE_CHECKING:
    from sqlite3 import Cursor

Value = str | int | None


@dataclass(slots=True)
class Notices:
    """What was done to text on its way in, to be said: identity codes masked, unstorable characters removed."""

    masked: int = 0
    removed: int = 0


class Writing:
    """A change being written. Every text that a coach typed goes through `text` or `name`."""

    def __init__(self, book: "Workbook", change_id: int) -> None:
        self.book = book
        self.id = change_id
        self._words: set[str] = set()

    def text(self, typed: str | None) -> str | None:
        """The text as it may be stored, `None` for nothing. Raises CannotBeMet when it is too long."""
        if typed is None or not typed.strip():
            return None
        tidy = written(typed)
        self.book.notices.masked += tidy.masked
        self.book.notices.removed += tidy.removed
        self._words |= words_in(tidy.text)
        return tidy.text

    def needed_text(self, typed: str) -> str:
        """As `text`, but raises CannotBeMet when there is nothing."""
        text = self.text(typed)
        if text is None:
            raise CannotBeMet("text.empty")
        return text

    def name(self, typed: str) -> str:
        """A name or code in one line. Raises CannotBeMet when there is nothing, or it is too long."""
        tidy = name_written(typed)
        self.book.notices.masked += tidy.masked
        self.book.notices.removed += tidy.removed
        self._words |= words_in(tidy.text)
        return tidy.text

    def new_record(self, kind: str) -> int:
        """A new id for a record of the kind (its table's name)."""
        return self.insert("record", kind=kind)

    def insert(self, table: str, **values: Value) -> int:
        """Inserts a row and gives its id. Column names come from code, never from a person."""
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        cursor = self.book.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())
        )
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row_id: int, **values: Value) -> None:
        """Writes the columns of one row. Raises CannotBeMet when another window took the row away meanwhile."""
        columns = ", ".join(f"{column} = ?" for column in values)
        cursor = self.book.execute(f"UPDATE {table} SET {columns} WHERE id = ?", (*values.values(), row_id))
        if cursor.rowcount == 0:
            raise CannotBeMet("record.unknown", id=row_id)

    def queue_words(self) -> None:
        """Queues the word forms not met before, so that search can learn their lemmas later."""
        self.book.execute_many(
            "INSERT OR IGNORE INTO word (form) VALUES (?)", [(word,) for word in self._words]
        )


class Workbook:
    """The open workbook of one home. Used by one thread; a context manager that closes it.

    `now` gives the clock's time for the journal; the day that rules go by is always an argument. `kept` says
    whether anything of the coach's has been written durably since the opening.
    """

    def __init__(
        self, home: Home, connection: Connection, raw_key: str | None, now: Callable[[], datetime]
    ) -> None:
        self.home = home
        self.raw_key = raw_key
        self.now = now
        self.notices = Notices()
        self.kept = False
        self.connection = connection

    @property
    def encrypted(self) -> bool:
        """Whether the file is of no use without a key."""
        return self.raw_key is not None

    @property
    def read_only(self) -> bool:
        """Whether the file was opened for reading only, since its folder cannot be written to."""
        return bool(self.execute("PRAGMA query_only").fetchone()[0])

    @property
    def data_version(self) -> int:
        """A number that differs from the last one asked for when another process has written in between."""
        return int(self.execute("PRAGMA data_version").fetchone()[0])

    @property
    def rows_written(self) -> int:
        """How many rows this connection has written since it was opened."""
        return self.connection.total_changes

    @property
    def needs_migration(self) -> bool:
        """Whether an older program wrote the file; nothing else may be read before it is brought up to date."""
        return version_of(self.connection) < known_version()

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> "Cursor":
        """Runs one statement; failures come out as errors with a sentence."""
        with said_kindly():
            return self.connection.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        """Runs one statement for each row of parameters."""
        with said_kindly():
            self.connection.executemany(sql, rows)

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """The first row, or `None`."""
        with said_kindly():
            found: Row | None = self.connection.execute(sql, parameters).fetchone()
        return found

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """All rows."""
        with said_kindly():
            return self.connection.execute(sql, parameters).fetchall()

    @contextmanager
    def transaction(self, *, own_notes: bool = False) -> Iterator[None]:
        """Everything inside is kept whole and durable, or not at all. `own_notes`: nothing of the coach's is in it."""
        with said_kindly():
            begin_writing(self.connection)
        committing = False
        try:
            yield
            committing = True
            self.execute("COMMIT")
        except Exception:
            committing = False
            raise
        finally:  # an interruption may come between the commit and the line after it
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            elif committing and not own_notes:
                self.kept = True

    @contextmanager
    def change(self, what: str, /, **parameters: str) -> Iterator[Writing]:
        """One thing the coach does: one transaction, one entry in the journal, named by the text `change.<what>`.

        A new change makes what was undone before it impossible to redo. Raises CannotBeMet when the change
        leans on a record that another window took away meanwhile.
        """
        with _clashes_said(), self.transaction():
            self.execute("UPDATE change SET dropped = 1 WHERE undone IS NOT NULL AND dropped = 0")
            writing = Writing(self, 0)
            writing.id = self._new_change(what, parameters)
            self.execute("UPDATE journal_state SET change_id = ?", (writing.id,))
            yield writing
            writing.queue_words()
            self.execute("UPDATE journal_state SET change_id = NULL")

    def _new_change(self, what: str, parameters: Mapping[str, str]) -> int:
        """Writes the entry of the journal. SQLite writes the JSON, as it does for images of rows."""
        pairs = ", ".join("?" * (2 * len(parameters)))
        told = [
            part for name, text in parameters.items() for part in (name, _in_one_line(written(text).text))
        ]
        cursor = self.execute(
            f"INSERT INTO change (at, what, parameters) VALUES (?, ?, json_object({pairs}))",
            (self.now().isoformat(timespec="seconds"), what, *told),
        )
        return int(cursor.lastrowid or 0)

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Writes that can be made again need not wait for the disk one by one; they are on it when this ends."""
        self.execute("PRAGMA synchronous = OFF")
        try:
            yield
        finally:
            self.execute("PRAGMA synchronous = FULL")
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Closes the file. The workbook cannot be used after."""
        self.connection.close()

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def _clashes_said() -> Iterator[None]:
    """A reference to a record that is no more, or a value that the tables do not take."""
    try:
        yield
    except sqlcipher.IntegrityError as failure:
        raise CannotBeMet("change.clashes") from failure


def _in_one_line(text: str) -> str:
    """A name as the journal tells it: a line break in it cannot pass for another line of the list."""
    return "".join(" " if letter.isspace() else letter for letter in text).strip()


def open_workbook(home: Home, raw_key: str | None, now: Callable[[], datetime]) -> Workbook:
    """Opens the workbook in the home, without touching it.

    Raises CannotBeMet when there is none, Locked when the key does not open it, Damaged when the file is
    broken or a newer program wrote it. In a folder that cannot be written to it opens for reading.
    """
    path = home.workbook
    if not os.path.isfile(path):
        raise CannotBeMet("workbook.missing", home=home.folder)
    key = None if is_plain(path) else raw_key
    with said_kindly():
        connection = _opened(home, key)
        try:
            _refuse_unknown(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            if not os.access(path, os.W_OK):
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return Workbook(home, connection, key, now)


def _opened(home: Home, raw_key: str | None) -> Connection:
    """The file, read once, so that a key that does not open it shows."""
    try:
        return _opened_if_only_to_read(home.workbook, raw_key)
    except sqlcipher.OperationalError:
        raise
    except sqlcipher.DatabaseError as failure:
        raise _unreadable(home, raw_key) from failure


def _opened_if_only_to_read(path: str, raw_key: str | None) -> Connection:
    """The file open for writing, or for reading where nothing can be written beside it: read-only folder, full disk.

    Then it is read as it lies, which is as it was left, unless a window that was killed left its last changes
    in the log.
    """
    try:
        return _read_once(connect(path, raw_key=raw_key))
    except sqlcipher.OperationalError as failure:
        log = path + "-wal"
        if code_of(failure) == BUSY or (os.path.exists(log) and os.path.getsize(log) > 0):
            raise
    connection = _read_once(connect(path, raw_key=raw_key, mode="immutable"))
    connection.execute("PRAGMA query_only = ON")
    return connection


def _read_once(connection: Connection) -> Connection:
    try:
        version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_unknown(connection: Connection) -> None:
    if version_of(connection) > known_version():
        raise Damaged("workbook.newer")
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        raise Damaged("workbook.damaged")


def _unreadable(home: Home, raw_key: str | None) -> Damaged | Locked:
    """Without a key, a file that has key files beside it is merely locked."""
    locked = raw_key is None and home.has_keys and not is_plain(home.workbook)
    return Locked("key.none") if locked else Damaged("workbook.damaged")


def create_workbook_file(path: str, raw_key: str | None, fill: Callable[[Connection], None]) -> None:
    """Writes an empty workbook, in the newest shape, to a path where there is none."""
    with said_kindly():
        connection = connect(path, raw_key=raw_key, mode="rwc")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            fill(connection)
        finally:
            connection.close()

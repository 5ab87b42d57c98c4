"""Brings a workbook to the shape that this program knows, one named migration at a time, by sqlite-utils.

Migrations are plain SQL, run with foreign keys off and checked after. `PRAGMA user_version` says how many a
workbook has had, so that the daily opening need not import sqlite-utils.
"""

from collections.abc import Callable

from valmentaja import TYPE_CHECKING
from valmentaja.errors import Damaged
from valmentaja.store.connection import Connection, sqlcipher

if TYPE_CHECKING:
    from sqlite_utils.db import Database


def _first(connection: Connection) -> None:
    from valmentaja.store.first_schema import make_first_schema

    make_first_schema(connection)


def _changes_of_a_day(connection: Connection) -> None:
    """The archive of a day finds its changes without reading the whole journal."""
    connection.execute("CREATE INDEX change_by_moment ON change (at)")


def _third(connection: Connection) -> None:
    from valmentaja.store.working_life_schema import make_working_life

    make_working_life(connection)


def _fourth(connection: Connection) -> None:
    from valmentaja.store.leave_schema import make_leave

    make_leave(connection)


def _fifth(connection: Connection) -> None:
    from valmentaja.store.employer_work_schema import make_employer_work

    make_employer_work(connection)


def _sixth(connection: Connection) -> None:
    from valmentaja.store.question_schema import make_questions

    make_questions(connection)


MIGRATIONS: tuple[tuple[str, Callable[[Connection], None]], ...] = (
    ("0001_first", _first),
    ("0002_changes_of_a_day", _changes_of_a_day),
    ("0003_working_life", _third),
    ("0004_leave", _fourth),
    ("0005_employer_work", _fifth),
    ("0006_questions", _sixth),
)
"""Name and function of each migration, oldest first. What has been released is never changed."""


def known_version() -> int:
    """The `user_version` of a workbook that this program wrote."""
    return len(MIGRATIONS)


def version_of(connection: Connection) -> int:
    """How many migrations the open workbook has had; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection) -> None:
    """Runs the migrations that are missing, all of them or none, and closes the journal before them.

    Another window may be migrating at the same moment: the later one waits, and finds nothing to do.
    Raises Damaged when the result has a broken reference (everything is then rolled back).
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        _apply(_database(connection))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _apply(database: "Database") -> None:
    from sqlite_utils.migrations import Migrations

    steps = Migrations("valmentaja")
    for number, (name, change) in enumerate(MIGRATIONS, start=1):
        steps(name=name)(_step(number, change))
    steps.apply(database)


def _step(number: int, change: Callable[[Connection], None]) -> "Callable[[Database], None]":
    def run(database: "Database") -> None:
        connection = database.conn
        if number > 1:
            connection.execute("UPDATE change SET closed = 1 WHERE closed = 0")
        change(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise Damaged("workbook.broken_reference")
        connection.execute(f"PRAGMA user_version = {number}")

    return run


def _database(connection: Connection) -> "Database":
    """The connection as sqlite-utils sees it. It catches `sqlite3`'s exceptions, so it is pointed at SQLCipher's."""
    import sqlite_utils.db
    import sqlite_utils.utils

    for module in (sqlite_utils.db, sqlite_utils.utils):
        if hasattr(module, "sqlite3"):
            setattr(module, "sqlite3", sqlcipher)  # noqa: B010 - the module does not declare it for typing
    return sqlite_utils.db.Database(connection)

"""The triggers that keep the journal and the search index true, made from what a table holds.

A migration that makes or changes a table renews its triggers; those of the other tables stay as they are.
"""

from typing import NamedTuple

from valmentaja.store.connection import Connection


class Searched(NamedTuple):
    """What of a table the search index holds: SQL for title, body and day, over `{row}` (NEW or OLD)."""

    title: str
    body: tuple[str, ...]
    day: str


def renew_triggers(
    connection: Connection, table: str, columns: tuple[str, ...], searched: Searched | None
) -> None:
    """Makes the triggers of a new or changed table anew; `searched` is `None` for one that search leaves out."""
    for purpose in ("journal", "search"):
        for act in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_{purpose}_{act}")
    for statement in (
        *_journal_triggers(table, columns),
        *(_search_triggers(table, searched) if searched else ()),
    ):
        connection.execute(statement)


def _journal_triggers(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The triggers that write down, while a change is open, what a row was before the change."""
    old_row = ", ".join(f"'{column}', OLD.{column}" for column in columns)
    return tuple(
        f"""CREATE TRIGGER {table}_journal_{act} AFTER {act.upper()} ON {table}
        WHEN (SELECT change_id FROM journal_state) IS NOT NULL BEGIN
            INSERT INTO change_row (change_id, act, table_name, row_id, image)
            VALUES ((SELECT change_id FROM journal_state), '{act}', '{table}', {row}.id, {image});
        END"""
        for act, row, image in (
            ("insert", "NEW", "NULL"),
            ("update", "OLD", f"json_object({old_row})"),
            ("delete", "OLD", f"json_object({old_row})"),
        )
    )


def _search_triggers(table: str, searched: Searched) -> tuple[str, ...]:
    """The triggers that keep the search index true, also while undo writes. A hit's rowid is the record's id."""
    title, day = searched.title.format(row="NEW"), searched.day.format(row="NEW")
    body = " || char(10) || ".join(f"coalesce(NEW.{column}, '')" for column in searched.body)
    insert = f"INSERT INTO search (rowid, title, body, kind, day) VALUES (NEW.id, {title}, {body}, '{table}', {day});"
    delete = "DELETE FROM search WHERE rowid = OLD.id;"
    return (
        f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN {insert} END",
        f"CREATE TRIGGER {table}_search_update AFTER UPDATE ON {table} BEGIN {delete} {insert} END",
        f"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN {delete} END",
    )

"""Settings as they lie in the workbook: texts by key, some of them holding from a Monday on. Not in the journal."""

from datetime import date

from valmentaja.store.workbook import Workbook


def setting_on(book: Workbook, key: str, day: date) -> str | None:
    """The value that holds on the day, `None` when it was never set by then."""
    row = book.row(
        "SELECT value FROM setting WHERE key = ? AND since <= ? ORDER BY since DESC LIMIT 1",
        (key, day.isoformat()),
    )
    return str(row["value"]) if row else None


def settings_beginning(book: Workbook, beginning: str) -> dict[str, str]:
    """The undated settings whose key begins so."""
    rows = book.rows(
        "SELECT key, value FROM setting WHERE key >= ? AND key < ? AND since = ''",
        (beginning, beginning + "\U0010ffff"),
    )
    return {str(row["key"]): str(row["value"]) for row in rows}


def keep_setting(book: Workbook, key: str, value: str, since: date | None) -> None:
    """Sets a value, for always or from a Monday on."""
    with book.transaction():
        book.execute(
            "INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT (key, since) DO UPDATE SET value = excluded.value",
            (key, since.isoformat() if since else "", value),
        )

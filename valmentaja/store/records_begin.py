"""Since when the coach has kept records here."""

from datetime import date

from valmentaja.store.workbook import Workbook

# each by its index on the day; a client's start is not asked, for it may lie years before the first thing was written
_FIRST = """SELECT min(day) FROM (
    SELECT min(day) AS day FROM employer_contact UNION ALL SELECT min(day) FROM client_contact
    UNION ALL SELECT min(day) FROM supporter_contact UNION ALL SELECT min(day) FROM activity)"""


def records_begin(book: Workbook) -> date | None:
    """The day of the first contact or activity, with or for anybody; `None` while there is none."""
    row = book.row(_FIRST, ())
    return date.fromisoformat(row[0]) if row is not None and row[0] else None


def employer_contacts_begin(book: Workbook) -> date | None:
    """The day of the first contact with an employer, in any way; `None` while there is none."""
    row = book.row("SELECT min(day) FROM employer_contact", ())
    return date.fromisoformat(row[0]) if row is not None and row[0] else None

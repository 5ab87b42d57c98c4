"""Whom a coach meets at an employer's: those in the book, and whoever was named in earlier contacts."""

from valmentaja.store.workbook import Workbook
from valmentaja.texts.sorting import name_key

MOST_PEOPLE = 50


def people_at(book: Workbook, employer_id: int) -> tuple[str, ...]:
    """Their names, each once: first those kept as persons of the employer's, then the others, met latest first."""
    kept = book.rows(
        "SELECT name FROM employer_person WHERE employer_id = ? ORDER BY id LIMIT ?",
        (employer_id, MOST_PEOPLE),
    )
    met = book.rows(
        """SELECT who, max(day) AS last_on FROM employer_contact WHERE employer_id = ? AND who IS NOT NULL
        GROUP BY who ORDER BY last_on DESC, who LIMIT ?""",
        (employer_id, MOST_PEOPLE),
    )
    names: dict[str, str] = {}
    for name in (*(row["name"] for row in kept), *(row["who"] for row in met)):
        names.setdefault(name_key(str(name)), str(name))
    return tuple(names.values())

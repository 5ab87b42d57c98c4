"""The run of contacts with an employer as a relationship: since when, how often in person, what came of it."""

from dataclasses import dataclass
from datetime import date

from valmentaja.store.workbook import Workbook

_SUMS = """SELECT count(*) AS contacts, min(day) AS first_on, max(day) AS last_on, sum(way = 'meeting') AS in_person,
    sum(purpose = 'needs') AS needs, sum(purpose = 'offer') AS offers
    FROM employer_contact WHERE employer_id = ? AND day <= ?"""


@dataclass(frozen=True, slots=True)
class Relationship:
    """The contacts until a day: all of them, those in person, those about needs, those that offered a job seeker."""

    contacts: int
    first_on: date
    last_on: date
    in_person: int
    needs: int
    offers: int


def relationship(book: Workbook, employer_id: int, day: date) -> Relationship | None:
    """How it has gone with the employer; `None` while there has been no contact."""
    row = book.row(_SUMS, (employer_id, day.isoformat()))
    if row is None or not row["contacts"]:
        return None
    return Relationship(
        contacts=row["contacts"],
        first_on=date.fromisoformat(row["first_on"]),
        last_on=date.fromisoformat(row["last_on"]),
        in_person=row["in_person"],
        needs=row["needs"] or 0,
        offers=row["offers"] or 0,
    )

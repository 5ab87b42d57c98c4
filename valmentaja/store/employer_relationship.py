"""Contacts summed up by employer: the run with one as a relationship, and how they spread over all of them."""

from collections import Counter
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


def contacts_by_employer(
    book: Workbook, first: date, last: date
) -> tuple[Counter[int | None], Counter[int | None]]:
    """How many contacts of the days there were with each employer, and how many of them in person.

    `None` stands for contacts that name no employer.
    """
    contacts: Counter[int | None] = Counter()
    in_person: Counter[int | None] = Counter()
    for row in book.rows(
        """SELECT employer_id, count(*) AS contacts, sum(way = 'meeting') AS in_person
        FROM employer_contact WHERE day BETWEEN ? AND ? GROUP BY employer_id""",
        (first.isoformat(), last.isoformat()),
    ):
        contacts[row["employer_id"]] = row["contacts"]
        in_person[row["employer_id"]] = row["in_person"]
    return contacts, in_person


def placements_begun_by_employer(book: Workbook, first: date, last: date) -> Counter[int]:
    """How many placements began in the days at each employer's."""
    rows = book.rows(
        "SELECT employer_id FROM placement WHERE start_on BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return Counter(int(row["employer_id"]) for row in rows)

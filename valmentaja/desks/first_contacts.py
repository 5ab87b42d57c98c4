"""How soon an employer was met for each client: days from the start, and the mean over a year (method.md §4)."""

from dataclasses import dataclass
from datetime import date, timedelta

from valmentaja.model.client import Client
from valmentaja.store.clients import all_clients
from valmentaja.store.records_begin import employer_contacts_begin
from valmentaja.store.touches import first_employer_meetings, listed
from valmentaja.store.workbook import Workbook

GOAL_DAYS = 30
"""Days in which an employer is to be met (method.md §4)."""


@dataclass(frozen=True, slots=True)
class FirstContact:
    """The first employer met in person for a client: on which day, and how many days after the start.

    `None` while nobody has been met. A meeting before the start counts as day 0. `before_records`: the client started
    more than a month before the first contact with any employer was logged, and may have met one unlogged.
    """

    client: Client
    met_on: date | None
    before_records: bool

    @property
    def days(self) -> int | None:
        """Days from the start to the meeting, 0 or more."""
        return None if self.met_on is None else max(0, (self.met_on - self.client.start_on).days)


@dataclass(frozen=True, slots=True)
class FirstContacts:
    """Of each client who started in the year, in the order of their starts. `mean_days` is `None` without any."""

    year: int
    clients: tuple[FirstContact, ...]

    @property
    def mean_days(self) -> float | None:
        """The mean over those for whom an employer has been met; of times before the records nothing is known."""
        days = [one.days for one in self.clients if one.days is not None and not one.before_records]
        return sum(days) / len(days) if days else None


def first_contacts(book: Workbook, year: int, today: date) -> FirstContacts:
    """The clients who started in the year, by the day."""
    started = [one for one in all_clients(book) if one.start_on.year == year and one.start_on <= today]
    met = first_employer_meetings(book, listed(one.id for one in started), today)
    begins = employer_contacts_begin(book)
    known_from = begins - timedelta(days=GOAL_DAYS) if begins is not None else date.min
    found = (
        FirstContact(one, touch.day if (touch := met.get(one.id)) else None, one.start_on < known_from)
        for one in sorted(started, key=lambda one: (one.start_on, one.id))
    )
    return FirstContacts(year, tuple(found))

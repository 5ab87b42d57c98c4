"""The employer contacts of a week, one by one. Apart from the tally, which commands answer with at once."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.week import Week
from valmentaja.store.clients import client
from valmentaja.store.contacts import employer_contacts_between
from valmentaja.store.employers import employer
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class WeekContact:
    """One employer contact of a week, with whom (`None`: unnamed), and for which client (`None`: for none)."""

    contact: EmployerContact
    employer: Employer | None
    client: Client | None


def week_contacts(book: Workbook, week: Week) -> tuple[WeekContact, ...]:
    """The employer contacts of the week, in the order of their days and times."""
    return contacts_of_days(book, week.monday, week.sunday)


def contacts_of_days(book: Workbook, first: date, last: date) -> tuple[WeekContact, ...]:
    """The employer contacts of the days, both included, in the order of their days and times."""
    return tuple(
        WeekContact(
            held,
            employer(book, held.employer_id) if held.employer_id is not None else None,
            client(book, held.client_id) if held.client_id is not None else None,
        )
        for held in employer_contacts_between(book, first, last)
    )

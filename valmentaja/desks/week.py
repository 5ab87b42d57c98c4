"""The page of a week: the tally of employer contacts beside its target, and the contacts themselves."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.client import Client
from valmentaja.model.contact import EmployerContact
from valmentaja.model.employer import Employer
from valmentaja.model.week import Week
from valmentaja.rules.tally import Tally, first_day_needed, tally
from valmentaja.settings.work import target_of_week
from valmentaja.store.clients import client
from valmentaja.store.contacts import employer_contacts_between
from valmentaja.store.counted_contacts import counted_contacts
from valmentaja.store.employers import employer
from valmentaja.store.holidays import holidays_between
from valmentaja.store.workbook import Workbook


def week_page(book: Workbook, week: Week, day: date, language: str) -> Tally:
    """The week's tally on the day, which tells how much of the week is left; holidays named in `fi` or `en`."""
    counted = counted_contacts(book, first_day_needed(week), week.sunday)
    holidays = holidays_between(book, week.monday, week.sunday, language)
    return tally(counted, week, target_of_week(book, week), holidays, day)


@dataclass(frozen=True, slots=True)
class WeekContact:
    """One employer contact of a week, with whom (`None`: unnamed), and for which client (`None`: for none)."""

    contact: EmployerContact
    employer: Employer | None
    client: Client | None


def week_contacts(book: Workbook, week: Week) -> tuple[WeekContact, ...]:
    """The employer contacts of the week, in the order of their days and times."""
    return tuple(
        WeekContact(
            held,
            employer(book, held.employer_id) if held.employer_id is not None else None,
            client(book, held.client_id) if held.client_id is not None else None,
        )
        for held in employer_contacts_between(book, week.monday, week.sunday)
    )

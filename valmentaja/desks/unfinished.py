"""What contacts that were logged in haste still lack: shown where it is asked for, and never nagged about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja.desks.week_contacts import WeekContact, contacts_of_days
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.store.workbook import Workbook


class Lacks(StrEnum):
    """What a contact does not tell."""

    EMPLOYER = "employer"
    PURPOSE = "purpose"
    MINUTES = "minutes"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A contact with an employer, and what it lacks."""

    line: WeekContact
    lacks: tuple[Lacks, ...]


def unfinished_contacts(book: Workbook, first: date, last: date) -> tuple[Unfinished, ...]:
    """The contacts of the days that lack something, in the order of their days and times."""
    found = (Unfinished(line, lacks(line.contact)) for line in contacts_of_days(book, first, last))
    return tuple(one for one in found if one.lacks)


def lacks(contact: EmployerContact) -> tuple[Lacks, ...]:
    """What the contact does not tell."""
    told = {
        Lacks.EMPLOYER: contact.employer_id,
        Lacks.PURPOSE: contact.purpose,
        Lacks.MINUTES: contact.minutes,
        Lacks.PLACE: contact.place,
    }
    return tuple(what for what, value in told.items() if value is None)

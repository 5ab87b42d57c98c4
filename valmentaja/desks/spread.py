"""How the contacts and placements of a year spread over employers: many doors, or always the same few."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.employer import Employer
from valmentaja.store.employer_relationship import contacts_by_employer, placements_begun_by_employer
from valmentaja.store.employers import employer
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class EmployerShare:
    """One employer: how many contacts, how many of them in person, and how many placements began."""

    employer: Employer
    contacts: int
    in_person: int
    placements: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The employers of the days, those with the most contacts first. `unnamed`: contacts with nobody named."""

    employers: tuple[EmployerShare, ...]
    contacts: int
    unnamed: int


def spread(book: Workbook, first: date, last: date) -> Spread:
    """The spread over the days, both included."""
    contacts, in_person = contacts_by_employer(book, first, last)
    began = placements_begun_by_employer(book, first, last)
    ids = sorted({*filter(None, contacts), *began}, key=lambda one: (-contacts[one], -began[one], one))
    shares = tuple(
        EmployerShare(employer(book, one), contacts[one], in_person[one], began[one]) for one in ids
    )
    return Spread(shares, contacts.total(), contacts[None])

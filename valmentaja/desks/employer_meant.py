"""Which employer a coach means by what was typed: a known one, one to ask about, or a new one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja.model.employer import Employer
from valmentaja.store.contacts import contact_count, employer_contacts_with
from valmentaja.store.employers import employer, employer_names_from
from valmentaja.store.lookup import employer_ids_fitting, ids_with_name
from valmentaja.store.workbook import Workbook

MOST_LIKELY = 3


@dataclass(frozen=True, slots=True)
class KnownEmployer:
    """The employer meant, how many contacts there have been with it by the day, and the day of the latest."""

    employer: Employer
    contacts: int
    last_on: date | None


class Doubt(StrEnum):
    """Why it is not clear who was meant."""

    SEVERAL = "several"
    """Several are called so, or begin so."""
    NUMBER = "number"
    """It is a number, and no employer has it."""
    MISTYPED = "mistyped"
    """Nobody is called so, and somebody nearly so."""
    LATER_WORD = "later_word"
    """Nobody is called so, and a later word of somebody's name begins so."""


@dataclass(frozen=True, slots=True)
class UnclearEmployer:
    """What was typed may be one of `likely`, or a new name. `likely` is empty for a number."""

    typed: str
    likely: tuple[Employer, ...]
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class NewEmployer:
    """A name that looks like nobody's."""

    name: str


EmployerMeant = KnownEmployer | UnclearEmployer | NewEmployer


def employer_meant(book: Workbook, typed: str, day: date) -> EmployerMeant | None:
    """What is meant, for a contact of the day; `None` when no employer is named."""
    name = typed.strip()
    if not name:
        return None
    fitting = employer_ids_fitting(book, name)
    if len(fitting) == 1:
        return known_employer(book, fitting[0], day)
    if fitting:
        return UnclearEmployer(name, tuple(employer(book, one) for one in fitting), Doubt.SEVERAL)
    if name.isdigit():  # the number of no employer is hardly the name of a new one
        return UnclearEmployer(name, (), Doubt.NUMBER)
    return _unclear(book, name) or NewEmployer(name)


def known_employer(book: Workbook, employer_id: int, day: date) -> KnownEmployer:
    """The employer with the id, for a contact of the day. Raises CannotBeMet when there is none."""
    newest = employer_contacts_with(book, employer_id, 1)
    last_on = newest[0].day if newest else None
    return KnownEmployer(employer(book, employer_id), contact_count(book, employer_id, day), last_on)


def _unclear(book: Workbook, name: str) -> UnclearEmployer | None:
    """Those whose name may be meant, mistyped; then those that have a later word that begins so."""
    from valmentaja.rules.names import alike, initial_of  # only where nobody is called as was typed
    from valmentaja.store.name_completion import employers_with_word

    names = tuple(dict.fromkeys(alike(name, employer_names_from(book, initial_of(name)))))[:MOST_LIKELY]
    mistyped = [one for likely in names for one in ids_with_name(book, "employer", likely)]
    ids = dict.fromkeys((*mistyped, *employers_with_word(book, name, MOST_LIKELY)))
    if not ids:
        return None
    likely = tuple(employer(book, one) for one in ids)[:MOST_LIKELY]
    return UnclearEmployer(name, likely, Doubt.MISTYPED if mistyped else Doubt.LATER_WORD)

"""Which employer a coach means by what was typed: a known one, one to ask about, or a new one."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.employer import Employer
from valmentaja.rules.names import alike
from valmentaja.store.contacts import contact_count, employer_contacts_with
from valmentaja.store.employers import employer, employer_names
from valmentaja.store.lookup import employer_ids_fitting, ids_with_name
from valmentaja.store.name_completion import employers_with_word
from valmentaja.store.workbook import Workbook

MOST_LIKELY = 3


@dataclass(frozen=True, slots=True)
class KnownEmployer:
    """The employer meant, how many contacts there have been with it by the day, and the day of the latest."""

    employer: Employer
    contacts: int
    last_on: date | None


@dataclass(frozen=True, slots=True)
class UnclearEmployer:
    """What was typed may be one of `likely`, or a new name; without any, it is a number that no employer has."""

    typed: str
    likely: tuple[Employer, ...]


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
    if fitting or name.isdigit():
        return UnclearEmployer(name, tuple(employer(book, one) for one in fitting))
    likely = _likely(book, name)
    return UnclearEmployer(name, likely) if likely else NewEmployer(name)


def known_employer(book: Workbook, employer_id: int, day: date) -> KnownEmployer:
    """The employer with the id, for a contact of the day. Raises CannotBeMet when there is none."""
    newest = employer_contacts_with(book, employer_id, 1)
    last_on = newest[0].day if newest else None
    return KnownEmployer(employer(book, employer_id), contact_count(book, employer_id, day), last_on)


def likely_names(book: Workbook, name: str) -> tuple[str, ...]:
    """Names of employers that an unknown name may be, mistyped, each once and at most `MOST_LIKELY`."""
    return tuple(dict.fromkeys(alike(name, employer_names(book))))[:MOST_LIKELY]


def _likely(book: Workbook, name: str) -> tuple[Employer, ...]:
    """Those whose name may be meant, mistyped; then those that have a later word that begins so."""
    mistyped = [one for likely in likely_names(book, name) for one in ids_with_name(book, "employer", likely)]
    ids = dict.fromkeys((*mistyped, *employers_with_word(book, name, MOST_LIKELY)))
    return tuple(employer(book, one) for one in ids)[:MOST_LIKELY]

"""Which employer a coach means by what was typed: a known one, one to ask about, or a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet
from valmentaja.model.employer import Employer
from valmentaja.store.contacts import contact_count, employer_contacts_with
from valmentaja.store.employers import employer, employer_names_from
from valmentaja.store.glances import newest_change
from valmentaja.store.lookup import employer_ids_fitting, ids_with_name
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:
    from valmentaja.rules.names import NameWords

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


class LikelyNames:
    """The names of employers for being compared at every key: taken apart once while the workbook stays as it is."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._version: object = None
        self._by_initial: dict[str, tuple[NameWords, ...]] = {}

    def alike(self, typed: str) -> tuple[str, ...]:
        """Those that the name may be, mistyped."""
        from valmentaja.rules.names import (
            alike_among,
            initial_of,
            taken_apart,
        )  # only where nobody is called so

        version = newest_change(self._book), self._book.data_version
        if version != self._version:
            self._version = version
            self._by_initial.clear()
        initial = initial_of(typed)
        if initial not in self._by_initial:
            self._by_initial[initial] = taken_apart(employer_names_from(self._book, initial))
        return alike_among(typed, self._by_initial[initial])


def employer_meant(
    book: Workbook, typed: str, day: date, likely: LikelyNames | None = None
) -> EmployerMeant | None:
    """What is meant, for a contact of the day; `None` when no employer is named.

    `likely` is given where it is asked again and again, at every key.
    """
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
    return _unclear(book, name, likely or LikelyNames(book)) or NewEmployer(name)


def known_employer(book: Workbook, employer_id: int, day: date) -> KnownEmployer:
    """The employer with the id, for a contact of the day; whoever they are part of, where another window merged them.

    Raises CannotBeMet when there is none.
    """
    held = _held(book, employer_id)
    newest = employer_contacts_with(book, held.id, 1)
    last_on = newest[0].day if newest else None
    return KnownEmployer(held, contact_count(book, held.id, day), last_on)


def nearly_called(book: Workbook, name: str, likely: LikelyNames | None = None) -> tuple[Employer, ...]:
    """Employers whose name the name may be, mistyped, a few at most; not those that are called just so.

    `likely` is given where it is asked at every key.
    """
    from valmentaja.texts.sorting import name_key

    names = dict.fromkeys((likely or LikelyNames(book)).alike(name))
    others = [one for one in names if name_key(one) != name_key(name)][:MOST_LIKELY]
    ids = (held for one in others for held in ids_with_name(book, "employer", one))
    return tuple(employer(book, one) for one in ids)[:MOST_LIKELY]


def _held(book: Workbook, employer_id: int) -> Employer:
    try:
        return employer(book, employer_id)
    except CannotBeMet:
        from valmentaja.store.employer_merging import merged_into  # seldom: merged while a form is open

        kept_id = merged_into(book, employer_id)
        if kept_id is None:
            raise
        return employer(book, kept_id)


def _unclear(book: Workbook, name: str, known: LikelyNames) -> UnclearEmployer | None:
    """Those whose name may be meant, mistyped; then those that have a later word that begins so."""
    from valmentaja.store.name_completion import (
        employers_with_word,
    )  # only where nobody is called as was typed

    names = tuple(dict.fromkeys(known.alike(name)))[:MOST_LIKELY]
    mistyped = [one for likely in names for one in ids_with_name(book, "employer", likely)]
    ids = dict.fromkeys((*mistyped, *employers_with_word(book, name, MOST_LIKELY)))
    if not ids:
        return None
    likely = tuple(employer(book, one) for one in ids)[:MOST_LIKELY]
    return UnclearEmployer(name, likely, Doubt.MISTYPED if mistyped else Doubt.LATER_WORD)

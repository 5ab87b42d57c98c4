"""The run of contacts with someone, and the steps agreed with them: what the pages of a client and an employer tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from valmentaja.model.client_contact import ClientContact
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.step import NextStep
from valmentaja.store.clients import client
from valmentaja.store.contacts import client_contacts_with, employer_contacts_for, employer_contacts_with
from valmentaja.store.employers import employer
from valmentaja.store.steps import own_steps, steps_of_client, steps_with_employer
from valmentaja.store.workbook import Workbook

CONTACTS_SHOWN = 100
"""Contacts of a run at most: older ones are found by their words."""
DONE_LATELY_DAYS = 30


@dataclass(frozen=True, slots=True)
class RunLine:
    """A contact, and the employer or client it was with besides the one whose page it is.

    `in_group` says that other clients were there too: their names do not stand on a client's page.
    """

    contact: ClientContact | EmployerContact
    others: tuple[str, ...]
    in_group: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """The newest contacts, newest first; `more`: there are older ones."""

    lines: tuple[RunLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """The open steps by due date, and the done ones, the latest first."""

    open: tuple[NextStep, ...]
    done: tuple[NextStep, ...]


def run_of_client(book: Workbook, client_id: int, most: int = CONTACTS_SHOWN) -> Run:
    """The contacts with the client and with employers for the client."""
    names = _Names(book)
    met = client_contacts_with(book, client_id, most + 1)
    seen = {contact.id for contact in met}
    lines = [RunLine(one, (), in_group=len(one.client_ids) > 1) for one in met]
    lines += [
        RunLine(one, names.employer(one.employer_id))
        for one in employer_contacts_for(book, client_id, most + 1)
        if one.id not in seen
    ]
    return _newest(lines, most)


def run_with_employer(book: Workbook, employer_id: int, most: int = CONTACTS_SHOWN) -> Run:
    """The contacts with the employer."""
    names = _Names(book)
    lines = [
        RunLine(one, names.clients(() if one.client_id is None else (one.client_id,)))
        for one in employer_contacts_with(book, employer_id, most + 1)
    ]
    return _newest(lines, most)


def steps_about_client(book: Workbook, client_id: int) -> Steps:
    """The steps of the client."""
    return _steps(steps_of_client(book, client_id))


def steps_about_employer(book: Workbook, employer_id: int) -> Steps:
    """The steps with the employer."""
    return _steps(steps_with_employer(book, employer_id))


def own_steps_lately(book: Workbook, today: date) -> Steps:
    """The coach's own steps; of the done ones those of the last days."""
    steps, since = _steps(own_steps(book)), today - timedelta(days=DONE_LATELY_DAYS)
    return Steps(steps.open, tuple(one for one in steps.done if one.done_on and one.done_on >= since))


def _newest(lines: list[RunLine], most: int) -> Run:
    lines.sort(key=lambda line: (line.contact.day, line.contact.id), reverse=True)
    return Run(tuple(lines[:most]), len(lines) > most)


def _steps(steps: Iterable[NextStep]) -> Steps:
    held = tuple(steps)
    done = [one for one in held if one.done_on is not None]
    done.sort(key=lambda one: (one.done_on or date.min, one.id), reverse=True)
    return Steps(tuple(one for one in held if one.done_on is None), tuple(done))


class _Names:
    """Names of those met, each read once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[int, str] = {}

    def clients(self, ids: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._client(one) for one in ids)

    def employer(self, employer_id: int | None) -> tuple[str, ...]:
        if employer_id is None:
            return ()
        if employer_id not in self._known:
            self._known[employer_id] = employer(self._book, employer_id).name
        return (self._known[employer_id],)

    def _client(self, client_id: int) -> str:
        if client_id not in self._known:
            self._known[client_id] = client(self._book, client_id).label
        return self._known[client_id]

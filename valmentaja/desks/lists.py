"""The long lists of clients and employers, narrowed by what is typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from valmentaja.model.listed import ListedClient, ListedEmployer
from valmentaja.rules.names import begins_words, typed_words
from valmentaja.store.listed import (
    Named,
    listed_clients,
    listed_employers,
    named_clients,
    named_employers,
)
from valmentaja.store.workbook import Workbook

Listed = TypeVar("Listed", ListedClient, ListedEmployer)

ROWS_SHOWN = 300
"""Rows of a list at most: it is narrowed by typing."""


@dataclass(frozen=True, slots=True)
class NarrowedList(Generic[Listed]):
    """The rows that are shown, how many fit what was typed, and how many there are in all."""

    rows: tuple[Listed, ...]
    fitting: int
    everyone: int

    @property
    def more(self) -> int:
        """How many fit and are not shown."""
        return self.fitting - len(self.rows)


def clients_list(
    book: Workbook, day: date, typed: str, *, ended_too: bool, most: int = ROWS_SHOWN
) -> NarrowedList[ListedClient]:
    """By name, those in whose name or code each typed word begins a word; the caseload, or everyone ever."""
    named = named_clients(book, day, ended_too=ended_too)
    fitting = _fitting(named, typed)
    return NarrowedList(listed_clients(book, fitting[:most], day), len(fitting), len(named))


def employers_list(
    book: Workbook, day: date, typed: str, *, most: int = ROWS_SHOWN
) -> NarrowedList[ListedEmployer]:
    """By name, those in whose name, town or industry each typed word begins a word."""
    named = named_employers(book)
    fitting = _fitting(named, typed)
    return NarrowedList(listed_employers(book, fitting[:most], day), len(fitting), len(named))


def _fitting(named: Iterable[Named], typed: str) -> list[int]:
    wanted = typed_words(typed)
    return [one.id for one in named if begins_words(wanted, *one.words)]

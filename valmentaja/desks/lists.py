"""The long lists of clients and employers, narrowed by what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from valmentaja.model.listed import ListedClient, ListedEmployer
from valmentaja.rules.names import begin_some, typed_words, words_in_names
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


class Roll:
    """Who there is, by name: read once, and narrowed as often as something is typed."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._named = named

    def __len__(self) -> int:
        return len(self._named)

    @cached_property
    def _words(self) -> list[tuple[str, ...]]:
        return [words_in_names(*one.words) for one in self._named]

    def fitting(self, typed: str) -> list[int]:
        """The ids of those in whose words each typed word begins one: everyone when nothing is typed."""
        wanted = typed_words(typed)
        if not wanted:
            return [one.id for one in self._named]
        pairs = zip(self._named, self._words, strict=True)
        return [one.id for one, words in pairs if begin_some(wanted, words)]


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


def clients_roll(book: Workbook, day: date, *, ended_too: bool) -> Roll:
    """The caseload of the day, or everyone there ever was; looked for by name and code."""
    return Roll(named_clients(book, day, ended_too=ended_too))


def employers_roll(book: Workbook, *, archived_too: bool = False) -> Roll:
    """The employers, those out of the lists only where asked for; looked for by name, town and industry."""
    return Roll(named_employers(book, archived_too=archived_too))


def clients_list(
    book: Workbook, day: date, roll: Roll, typed: str, most: int = ROWS_SHOWN
) -> NarrowedList[ListedClient]:
    """Those of the roll who fit what is typed, as they are on the day."""
    fitting = roll.fitting(typed)
    return NarrowedList(listed_clients(book, fitting[:most], day), len(fitting), len(roll))


def employers_list(
    book: Workbook, day: date, roll: Roll, typed: str, most: int = ROWS_SHOWN
) -> NarrowedList[ListedEmployer]:
    """Those of the roll that fit what is typed, as they are on the day."""
    fitting = roll.fitting(typed)
    return NarrowedList(listed_employers(book, fitting[:most], day), len(fitting), len(roll))

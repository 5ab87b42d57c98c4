"""A scribbled line as this workbook understands it: which employer, which client, who was met, what next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from valmentaja import TYPE_CHECKING
from valmentaja.desks.employer_meant import EmployerMeant, employer_meant
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.rules.names import words_in_names
from valmentaja.rules.scribble import (
    KnownWords,
    Scribbled,
    begins_with_employer,
    read_scribble,
    with_client_as_who,
)
from valmentaja.store.clients import client
from valmentaja.store.glances import newest_change
from valmentaja.store.lookup import employer_ids_fitting, ids_with_name
from valmentaja.store.name_completion import clients_completing
from valmentaja.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from enum import StrEnum
    from typing import TypeVar

    from valmentaja.model.client import Client
    from valmentaja.store.workbook import Workbook

    Word = TypeVar("Word", bound=StrEnum)

MOST_CLIENTS = 20
MOST_COMMAS = 3
"""In the name of an employer at the beginning of a line."""
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class UnderstoodLine:
    """What a line says, the employer and the clients meant. `clients` has several where it may be one of them."""

    said: Scribbled
    employer: EmployerMeant | None
    clients: tuple[Client, ...]

    @property
    def client(self) -> Client | None:
        """The client, where it is clear who is meant."""
        return self.clients[0] if len(self.clients) == 1 else None

    @property
    def unfinished(self) -> tuple[str, ...]:
        """What was left open: `employer`, `client`, `next_on`."""
        open_ends = {
            "employer": self.said.employer is None,
            "client": len(self.clients) > 1,
            "next_on": self.said.next_text is not None and self.said.next_on is None,
        }
        return tuple(name for name, is_open in open_ends.items() if is_open)


def understood_line(
    book: Workbook, line: str, today: date, *, client_was_met: bool = False
) -> UnderstoodLine:
    """What the line is understood as. `client_was_met`: whoever is known as a client is the person who was met.

    Raises WrongUsage for more than a line.
    """
    said = LineReader(book, today).read(line)
    if client_was_met:
        said = with_client_as_who(said)
    meant = employer_meant(book, said.employer, said.day or today) if said.employer else None
    return UnderstoodLine(said, meant, tuple(client(book, one) for one in said.client_ids))


def known_words(book: Workbook, today: date) -> KnownWords:
    """What the parts of a line are compared with in this workbook."""
    ways, purposes = _words()
    return KnownWords(
        ways,
        purposes,
        clients=lambda text: _clients_called(book, text, today),
        is_employer=lambda text: bool(ids_with_name(book, "employer", text)),
        begins_employer=lambda text: bool(employer_ids_fitting(book, text)),
        no_person=_no_person(),
    )


@cache
def _words() -> tuple[Mapping[str, EmployerContactWay], Mapping[str, Purpose]]:
    """The words for ways and purposes in both languages, in lower case: a coach writes as it comes."""
    return _in_all_languages(EmployerContactWay, "way"), _in_all_languages(Purpose, "purpose")


@cache
def _no_person() -> frozenset[str]:
    """The words with which a remark begins, in both languages."""
    return frozenset(
        word for language in LANGUAGES for word in Texts(language)("word.no_person").casefold().split(", ")
    )


def _in_all_languages(kind: type[Word], name: str) -> Mapping[str, Word]:
    words: dict[str, Word] = {}
    for language in LANGUAGES:
        texts = Texts(language)
        for word in kind:
            for called in texts(f"word.{name}.{word}").split(", "):
                words.setdefault(called.casefold(), word)
    return words


def _clients_called(book: Workbook, text: str, today: date) -> tuple[int, ...]:
    """The clients on the caseload whom the text names: by code, by the whole name, or by its first words."""
    wanted = words_in_names(text)
    if not wanted:
        return ()
    found = []
    for one in clients_completing(book, text, today, MOST_CLIENTS):
        held = client(book, one.id)
        if held.has_ended(today):
            continue
        if wanted == words_in_names(held.code):
            return (held.id,)
        if wanted == words_in_names(held.name)[: len(wanted)]:
            found.append(held.id)
    return tuple(found)


def pasted_lines(text: str) -> tuple[str, ...]:
    """The lines of what was pasted that say something, in their order."""
    return tuple(line.strip() for line in text.splitlines() if line.strip(" ,;"))


class LineReader:
    """Reads a line again at every key: whoever was looked up stays known until the workbook changes."""

    def __init__(self, book: Workbook, today: date) -> None:
        self._book, self._today = book, today
        self._version: object = None
        self._clients: dict[str, Sequence[int]] = {}
        self._employers: dict[str, bool] = {}
        self._read: dict[tuple[str, bool], Scribbled] = {}
        plain = known_words(book, today)
        self._plain = plain
        self._known = replace(plain, clients=self._clients_called, is_employer=self._is_employer)

    def read(self, line: str, *, employer_is_known: bool = False) -> Scribbled:
        """What the line says. `employer_is_known`: the line need not begin with one. Raises as `read_scribble` does."""
        version = newest_change(self._book), self._book.data_version
        if version != self._version:
            self._version = version
            for looked_up in (self._clients, self._employers, self._read):
                looked_up.clear()
        asked = line, employer_is_known
        if asked not in self._read:
            self._read = {asked: self._found(line, employer_is_known)}
        return self._read[asked]

    def _found(self, line: str, employer_is_known: bool) -> Scribbled:
        first, rest = self._first_and_rest(line)
        if self._is_employer(first):
            return replace(read_scribble(f",{rest}", self._known, self._today), employer=first)
        if employer_is_known and not self.begins_with_employer(line):
            line = f",{line}"
        return read_scribble(line, self._known, self._today)

    def begins_with_employer(self, line: str) -> bool:
        """Whether it begins with the whole name of a known employer and goes on without a comma."""
        return begins_with_employer(line, self._known, self._today)

    def _first_and_rest(self, line: str) -> tuple[str, str]:
        """The employer's name, which may have a comma in it, and what comes after it."""
        ends = [one.start() for one in islice(re.finditer("[,;]|$", line), MOST_COMMAS + 1)]
        for end in reversed(ends[1:]):
            if self._is_employer(line[:end].strip()):
                return line[:end].strip(), line[end + 1 :]
        return line[: ends[0]].strip(), line[ends[0] + 1 :]

    def _clients_called(self, text: str) -> Sequence[int]:
        if text not in self._clients:
            self._clients[text] = self._plain.clients(text)
        return self._clients[text]

    def _is_employer(self, text: str) -> bool:
        if len(text) > LONGEST_NAME:
            return False
        if text not in self._employers:
            self._employers[text] = self._plain.is_employer(text)
        return self._employers[text]

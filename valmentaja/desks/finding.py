"""The pages of what was found: every record that matches, or the days of the diary that do."""

from dataclasses import dataclass, replace

from valmentaja.desks.records import client_contact_line, employer_contact_line, step_line
from valmentaja.model.client import Client
from valmentaja.model.diary import DiaryEntry
from valmentaja.model.employer import Employer
from valmentaja.store.clients import client
from valmentaja.store.diary import diary_entry_with
from valmentaja.store.search import SHOWN, Hit, find
from valmentaja.store.snoozes import snooze_with
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, and the labels of those it is about: clients first, then the employer. Empty for a diary entry."""

    hit: Hit
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What was found, newest first. `may_be_more`: as many as are shown at most, so that older ones may be missing."""

    found: tuple[Found, ...]
    may_be_more: bool


@dataclass(frozen=True, slots=True)
class FoundDays:
    """The days of the diary in which something was found, newest first; `may_be_more` as in `FoundPage`."""

    days: tuple[Hit, ...]
    may_be_more: bool


def found_page(book: Workbook, words: str, *, language: str, cache_folder: str) -> FoundPage:
    """Everything in which all the words are found in some form."""
    hits = find(book, words, language=language, cache_folder=cache_folder)
    return FoundPage(tuple(_found(book, hit) for hit in hits), len(hits) >= SHOWN)


def found_days(book: Workbook, words: str, *, language: str, cache_folder: str) -> FoundDays:
    """The days of the diary in which all the words are found in some form."""
    hits = find(book, words, language=language, cache_folder=cache_folder, kind="diary_entry")
    return FoundDays(hits, len(hits) >= SHOWN)


def found_entries(book: Workbook, page: FoundDays) -> tuple[DiaryEntry, ...]:
    """The found days in full."""
    return tuple(diary_entry_with(book, hit.id) for hit in page.days)


def _found(book: Workbook, hit: Hit) -> Found:
    if hit.kind in ("client", "employer"):
        return Found(hit, (hit.title,))
    return Found(replace(hit, title=""), _about(book, hit))


def _about(book: Workbook, hit: Hit) -> tuple[str, ...]:
    match hit.kind:
        case "employer_contact":
            contact = employer_contact_line(book, hit.id)
            return _labels((contact.client,), contact.employer)
        case "client_contact":
            return _labels(client_contact_line(book, hit.id).clients, None)
        case "next_step":
            step = step_line(book, hit.id)
            return _labels((step.client,), step.employer)
        case "snooze":
            return (client(book, snooze_with(book, hit.id).client_id).label,)
    return ()


def _labels(clients: tuple[Client | None, ...], employer: Employer | None) -> tuple[str, ...]:
    labels = tuple(one.label for one in clients if one)
    return (*labels, employer.name) if employer else labels

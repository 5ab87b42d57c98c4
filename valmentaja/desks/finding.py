"""The page of what was found: every record that matches, with a title a person knows it by."""

from dataclasses import dataclass, replace

from valmentaja.desks.records import client_contact_line, employer_contact_line, step_line
from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.store.clients import client
from valmentaja.store.search import Hit, find
from valmentaja.store.snoozes import snooze_with
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, and the labels of those it is about: clients first, then the employer. Empty for a diary entry."""

    hit: Hit
    about: tuple[str, ...]


def found_page(book: Workbook, words: str, *, language: str, cache_folder: str) -> tuple[Found, ...]:
    """Everything in which all the words are found in some form, newest first."""
    return tuple(_found(book, hit) for hit in find(book, words, language=language, cache_folder=cache_folder))


def _found(book: Workbook, hit: Hit) -> Found:
    if hit.kind in ("client", "employer"):
        return Found(hit, (hit.title,))
    return Found(replace(hit, title=""), _about(book, hit))


def _about(book: Workbook, hit: Hit) -> tuple[str, ...]:
    match hit.kind:
        case "employer_contact":
            told = employer_contact_line(book, hit.id)
            return _labels((told.client,), told.employer)
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

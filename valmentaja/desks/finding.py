"""The pages of what was found: every record that matches, or the days of the diary that do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from valmentaja.desks.appointments import appointment_line, group_line
from valmentaja.desks.details import detail_line
from valmentaja.desks.records import client_contact_line, employer_contact_line, step_line
from valmentaja.model.client import Client
from valmentaja.model.diary import DiaryEntry
from valmentaja.model.employer import Employer
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.supporter import Supporter
from valmentaja.store.answers import answer_with
from valmentaja.store.clients import client
from valmentaja.store.details import DETAILS, detail_with
from valmentaja.store.diary import diary_entry_with
from valmentaja.store.employers import employer
from valmentaja.store.search import SHOWN, Hit, find
from valmentaja.store.snoozes import snooze_with
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, and the labels of those it is about: clients first, then the employer. Empty for a diary entry.

    `question` is the one that an answer is to, such as `job_search.thoughts`.
    """

    hit: Hit
    about: tuple[str, ...]
    question: str | None = None


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
    if hit.kind == "answer":
        held = answer_with(book, hit.id)
        return Found(replace(hit, title=""), (client(book, held.client_id).label,), held.question)
    return Found(replace(hit, title=""), _about(book, hit))


def found_title(texts: Texts, found: Found) -> tuple[str, ...]:
    """What a hit is called: whom it is about, and of an answer the set and the question."""
    if found.question is None:
        return found.about
    from valmentaja.desks.question_names import named

    asked = named(found.question, texts.language)
    return (*found.about, texts("find.question", question_set=asked.set_name, name=asked.name))


def _about(book: Workbook, hit: Hit) -> tuple[str, ...]:
    read = _ABOUT.get(hit.kind)
    return read(book, hit.id) if read else ()


def _of_employer_contact(book: Workbook, record_id: int) -> tuple[str, ...]:
    contact = employer_contact_line(book, record_id)
    return _labels((contact.client,), contact.employer)


def _of_appointment(book: Workbook, record_id: int) -> tuple[str, ...]:
    booked = appointment_line(book, record_id)
    return _labels(booked.clients, booked.employer)


def _of_step(book: Workbook, record_id: int) -> tuple[str, ...]:
    step = step_line(book, record_id)
    return _labels((step.client,), step.employer)


def _of_detail(kind: str, book: Workbook, record_id: int) -> tuple[str, ...]:
    line = detail_line(book, kind, record_id)
    return _labels((line.client,), line.employer)


def _of_supporter(book: Workbook, record_id: int) -> tuple[str, ...]:
    supporter = detail_with(book, Supporter, record_id)
    about = (client(book, supporter.client_id).label,) if supporter.client_id is not None else ()
    return (supporter.name, *about)


def _of_employer_person(book: Workbook, record_id: int) -> tuple[str, ...]:
    person = detail_with(book, EmployerPerson, record_id)
    return (person.name, employer(book, person.employer_id).name)


def _labels(clients: tuple[Client | None, ...], employer: Employer | None) -> tuple[str, ...]:
    labels = tuple(one.label for one in clients if one)
    return (*labels, employer.name) if employer else labels


_ABOUT: Mapping[str, Callable[[Workbook, int], tuple[str, ...]]] = {
    "employer_contact": _of_employer_contact,
    "client_contact": lambda book, record_id: _labels(client_contact_line(book, record_id).clients, None),
    "next_step": _of_step,
    "snooze": lambda book, record_id: (client(book, snooze_with(book, record_id).client_id).label,),
    "appointment": _of_appointment,
    "client_group": lambda book, record_id: (group_line(book, record_id).group.name,),
    **{kind: partial(_of_detail, kind) for kind in DETAILS},
    "supporter": _of_supporter,
    "employer_person": _of_employer_person,
}
"""By kind of record, the labels of those it is about; a person by their name first."""

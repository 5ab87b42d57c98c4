"""Whom or what a record, or a change, is about: the page where a coach would look for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from valmentaja.desks.details import detail_line
from valmentaja.errors import CannotBeMet
from valmentaja.store.answer_deeds import deed_with
from valmentaja.store.answers import answer_with
from valmentaja.store.appointments import appointment
from valmentaja.store.contacts import client_contact, employer_contact
from valmentaja.store.details import DETAILS
from valmentaja.store.diary import diary_entry_with
from valmentaja.store.groups import group
from valmentaja.store.journal import records_of_change
from valmentaja.store.lookup import kind_of
from valmentaja.store.question_rounds import round_with
from valmentaja.store.snoozes import snooze_with
from valmentaja.store.steps import next_step
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Subject:
    """One of these, or none; `record` is a record with a page of its own, by its kind and id."""

    client_id: int | None = None
    employer_id: int | None = None
    diary_day: date | None = None
    record: tuple[str, int] | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is anything to look at: an employer contact may be about nobody."""
        return self != Subject()


def subject_of_record(book: Workbook, record_id: int) -> Subject:
    """Whom the record with the id is about. Raises CannotBeMet when there is no such record any more."""
    return _SUBJECTS[kind_of(book, record_id)](book, record_id)


def subject_of_change(book: Workbook, change_id: int) -> Subject:
    """Whom the change is about: the first of its records that still is there."""
    for record_id in records_of_change(book, change_id):
        try:
            subject = subject_of_record(book, record_id)
        except CannotBeMet:
            continue
        if subject.is_known:
            return subject
    return Subject()


def _of_employer_contact(book: Workbook, record_id: int) -> Subject:
    contact = employer_contact(book, record_id)
    if contact.employer_id is None:
        return Subject(client_id=contact.client_id)
    return Subject(employer_id=contact.employer_id)


def _of_step(book: Workbook, record_id: int) -> Subject:
    """The client or the employer; of the coach's own step, which is about neither, the step itself."""
    step = next_step(book, record_id)
    if step.client_id is None and step.employer_id is None:
        return Subject(record=("next_step", record_id))
    return (
        Subject(employer_id=step.employer_id) if step.client_id is None else Subject(client_id=step.client_id)
    )


def _of_appointment(book: Workbook, record_id: int) -> Subject:
    return _with_page("appointment", record_id, appointment(book, record_id).client_ids)


def _of_group(book: Workbook, record_id: int) -> Subject:
    return _with_page("client_group", record_id, group(book, record_id).client_ids)


def _with_page(kind: str, record_id: int, client_ids: tuple[int, ...]) -> Subject:
    """A record that the clients take part in, and the first of them: a group may have nobody yet."""
    return Subject(client_id=next(iter(client_ids), None), record=(kind, record_id))


def _of_detail(kind: str, book: Workbook, record_id: int) -> Subject:
    """It has a page of its own; `client_id` is `None` for someone of the coach's own network."""
    line = detail_line(book, kind, record_id)
    return Subject(client_id=line.client.id if line.client else None, record=(kind, record_id))


def _of_answer(book: Workbook, record_id: int) -> Subject:
    return Subject(client_id=answer_with(book, record_id).client_id, record=("answer", record_id))


_SUBJECTS: Mapping[str, Callable[[Workbook, int], Subject]] = {
    "client": lambda _book, record_id: Subject(client_id=record_id),
    "employer": lambda _book, record_id: Subject(employer_id=record_id),
    "employer_contact": _of_employer_contact,
    "client_contact": lambda book, record_id: Subject(
        client_id=client_contact(book, record_id).client_ids[0]
    ),
    "next_step": _of_step,
    "snooze": lambda book, record_id: Subject(client_id=snooze_with(book, record_id).client_id),
    "appointment": _of_appointment,
    "client_group": _of_group,
    **{kind: partial(_of_detail, kind) for kind in DETAILS},
    "answer": _of_answer,
    "question_round": lambda book, record_id: Subject(client_id=round_with(book, record_id).client_id),
    "answer_deed": lambda book, record_id: Subject(client_id=deed_with(book, record_id).client_id),
    "diary_entry": lambda book, record_id: Subject(diary_day=diary_entry_with(book, record_id).day),
}

"""A record of any kind by its id, and what its fields hold: for pages that show and change one field at a time."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from valmentaja.errors import CannotBeMet
from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.diary import DiaryEntry
from valmentaja.model.employer import Employer
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.group import Group
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep
from valmentaja.rules.fields import Field
from valmentaja.store.appointments import appointment
from valmentaja.store.clients import client
from valmentaja.store.contacts import client_contact, employer_contact
from valmentaja.store.details import DETAILS, Detail, detail_with
from valmentaja.store.diary import diary_entry_with
from valmentaja.store.employers import employer
from valmentaja.store.groups import group
from valmentaja.store.snoozes import snooze_with
from valmentaja.store.steps import next_step
from valmentaja.store.workbook import Workbook

Record = (
    Appointment
    | Group
    | Client
    | Employer
    | EmployerContact
    | ClientContact
    | NextStep
    | Snooze
    | DiaryEntry
    | Detail
)


def _detail(kind: type[Detail], book: Workbook, record_id: int) -> Detail:
    return detail_with(book, kind, record_id)


_READ: Mapping[str, Callable[[Workbook, int], Record]] = {
    "client": client,
    "employer": employer,
    "employer_contact": employer_contact,
    "client_contact": client_contact,
    "next_step": next_step,
    "snooze": snooze_with,
    "diary_entry": diary_entry_with,
    "appointment": appointment,
    "client_group": group,
    **{kind: partial(_detail, declared.record) for kind, declared in DETAILS.items()},
}


def record_with(book: Workbook, kind: str, record_id: int) -> Record:
    """The record of the kind with the id. Raises CannotBeMet when there is none."""
    return _READ[kind](book, record_id)


def is_there(book: Workbook, kind: str, record_id: int) -> bool:
    """Whether there is such a record: an undo may have taken it away."""
    try:
        record_with(book, kind, record_id)
    except CannotBeMet:
        return False
    return True


def value_in(record: Record, field: Field) -> object:
    """What the field of the record holds, as the model has it; `None` for nothing."""
    return getattr(record, field.column)


def text_in(record: Record, field: Field) -> str:
    """What a field of text holds, "" for nothing."""
    return cast("str | None", value_in(record, field)) or ""

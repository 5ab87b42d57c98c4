"""Employers and clients of the workbook as names that a field completes."""

from datetime import date

from valmentaja.screens.widgets.name_field import MOST_LISTED, Name
from valmentaja.store.name_completion import clients_completing, employers_completing
from valmentaja.store.workbook import Workbook
from valmentaja.texts.sorting import name_key


def employer_names(book: Workbook, typed: str, most: int = MOST_LISTED) -> list[Name]:
    """Employers that may be meant by the beginning of a name."""
    return [Name(one.id, one.label, one.told_by) for one in employers_completing(book, typed, most)]


def employer_names_or_new(book: Workbook, typed: str) -> list[Name]:
    """The same, and at the end what was typed as a new one."""
    names = employer_names(book, typed, MOST_LISTED - 1)
    if typed.strip() and name_key(typed) not in {name_key(one.label) for one in names}:
        names.append(Name(None, typed.strip()))
    return names


def client_names(book: Workbook, typed: str, day: date) -> list[Name]:
    """Clients who may be meant by the beginning of a name or a code, those on the caseload on the day first."""
    return [Name(one.id, one.label, one.told_by) for one in clients_completing(book, typed, day, MOST_LISTED)]

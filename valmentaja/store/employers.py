"""Employers in the workbook."""

from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.employer import Employer, EmployerState, Sector
from valmentaja.store.connection import Row
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing
from valmentaja.texts.sorting import name_key


def add_employer(
    book: Workbook,
    *,
    name: str,
    sector: Sector | None,
    industry: str | None,
    town: str | None,
    added_on: date,
) -> Employer:
    """The coach takes an employer into the book. Two may have one name."""
    with book.change("employer_added", employer=name.strip()) as writing:
        employer_id = insert_employer(writing, name, added_on, sector=sector, industry=industry, town=town)
    return employer(book, employer_id)


def insert_employer(
    writing: Writing,
    name: str,
    added_on: date,
    *,
    sector: Sector | None = None,
    industry: str | None = None,
    town: str | None = None,
) -> int:
    """Writes a new employer as part of a change, and gives its id."""
    employer_id = writing.new_record("employer")
    called = writing.name(name)
    writing.insert(
        "employer",
        id=employer_id,
        revision=writing.id,
        name=called,
        name_key=name_key(called),
        sector=sector,
        industry=writing.text(industry),
        town=writing.text(town),
        added_on=added_on.isoformat(),
    )
    return employer_id


def employer(book: Workbook, employer_id: int) -> Employer:
    """The employer with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM employer WHERE id = ?", (employer_id,))
    if row is None:
        raise CannotBeMet("employer.unknown", name=str(employer_id))
    return employer_of(row)


def employers(book: Workbook, *, archived_too: bool = False) -> tuple[Employer, ...]:
    """The employers by name; those out of the lists only where asked for."""
    condition = "" if archived_too else "WHERE archived_on IS NULL"
    return tuple(
        employer_of(row) for row in book.rows(f"SELECT * FROM employer {condition} ORDER BY name_key, id")
    )


def archive_employer(book: Workbook, employer_id: int, day: date | None) -> Employer:
    """The coach takes the employer out of the lists, with its history kept; with no day, brings it back.

    Raises CannotBeMet where it is so already.
    """
    held = employer(book, employer_id)
    if held.is_archived is (day is not None):
        raise CannotBeMet("employer.archived" if day else "employer.not_archived", name=held.name)
    with book.change("employer_archived" if day else "employer_unarchived", employer=held.name) as writing:
        stored = day.isoformat() if day else None
        writing.update("employer", employer_id, archived_on=stored, revision=writing.id)
    return employer(book, employer_id)


def set_employer_state(
    book: Workbook, employer_id: int, state: EmployerState, rests_until: date | None
) -> Employer:
    """How the cooperation stands from now on. `rests_until` is kept of a resting one only.

    Raises CannotBeMet for a resting one without a day.
    """
    held = employer(book, employer_id)
    until = rests_until if state is EmployerState.RESTING else None
    if state is EmployerState.RESTING and until is None:
        raise CannotBeMet("employer.no_rest_day")
    with book.change("employer_state", employer=held.name) as writing:
        writing.update(
            "employer",
            employer_id,
            state=state,
            rests_until=until.isoformat() if until else None,
            revision=writing.id,
        )
    return employer(book, employer_id)


def employer_names(book: Workbook) -> tuple[str, ...]:
    """The names of all employers, for telling a likeness."""
    return tuple(str(row["name"]) for row in book.rows("SELECT name FROM employer"))


def employer_names_from(book: Workbook, initial: str) -> tuple[str, ...]:
    """The names that may begin with the letter, as names are compared: few others besides.

    Those that begin with a sign or a company form ("Oy Kahvila") are among them whatever comes after it.
    """
    rows = book.rows(
        """SELECT name FROM employer WHERE archived_on IS NULL AND (substr(name_key, 1, 1) = ?
        OR substr(name_key, 1, 1) NOT GLOB '[0-9a-z]'
        OR substr(name_key, 1, 2) IN ('ab', 'ay', 'ky', 'lt', 'os', 'oy', 'ry', 'tm'))""",
        (initial,),
    )
    return tuple(str(row["name"]) for row in rows)


def employer_of(row: Row) -> Employer:
    """The record of a row of `employer`."""
    return record_of(Employer, row)

"""The pages of the employers: the list, and one employer with the run of contacts."""

from dataclasses import dataclass

from valmentaja.desks.records import (
    EmployerContactLine,
    StepLine,
    done_lately,
    employer_contact_line,
    step_line,
)
from valmentaja.model.employer import Employer
from valmentaja.store.contacts import employer_contacts_with
from valmentaja.store.employer_relationship import Relationship
from valmentaja.store.employers import employer, employers
from valmentaja.store.steps import steps_with_employer
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

CONTACTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class EmployerPage:
    """One employer: the card, the open steps, and the newest contacts and done steps, newest first."""

    employer: Employer
    open_steps: tuple[StepLine, ...]
    contacts: tuple[EmployerContactLine, ...]
    done_steps: tuple[StepLine, ...]


def employers_page(book: Workbook, *, archived_too: bool = False) -> tuple[Employer, ...]:
    """The employers by name; those out of the lists only where asked for."""
    return employers(book, archived_too=archived_too)


def employer_page(book: Workbook, employer_id: int) -> EmployerPage:
    """The page of one employer. Raises CannotBeMet when there is none."""
    steps = steps_with_employer(book, employer_id)
    return EmployerPage(
        employer=employer(book, employer_id),
        open_steps=tuple(step_line(book, step) for step in steps if step.done_on is None),
        contacts=tuple(
            employer_contact_line(book, contact)
            for contact in employer_contacts_with(book, employer_id, CONTACTS_SHOWN)
        ),
        done_steps=tuple(step_line(book, step) for step in done_lately(steps)),
    )


def relationship_told(texts: Texts, held: Relationship | None) -> tuple[str, ...]:
    """Since when there have been contacts, how many in person, and what for; nothing where there is none."""
    if held is None:
        return ()
    told = texts("employer_page.since", first=held.first_on, last=held.last_on)
    met = texts("employer_page.in_person", count=held.in_person, of=held.contacts)
    came = [
        texts.counted(f"employer_page.{what}", count)
        for what, count in (("needs", held.needs), ("offers", held.offers))
        if count
    ]
    return (f"{told} {met}", *((" ".join(came),) if came else ()))

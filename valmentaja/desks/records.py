"""Records with the names of those they are about: what a line of a list or an answer to a command shows."""

from __future__ import annotations

from dataclasses import dataclass

from valmentaja import TYPE_CHECKING
from valmentaja.store.clients import client
from valmentaja.store.contacts import client_contact, employer_contact, step_agreed_at
from valmentaja.store.employers import employer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valmentaja.model.client import Client
    from valmentaja.model.client_contact import ClientContact
    from valmentaja.model.employer import Employer
    from valmentaja.model.employer_contact import EmployerContact
    from valmentaja.model.step import NextStep
    from valmentaja.store.workbook import Workbook

DONE_STEPS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class StepLine:
    """A next step, and whom it is about."""

    step: NextStep
    client: Client | None
    employer: Employer | None


@dataclass(frozen=True, slots=True)
class EmployerContactLine:
    """An employer contact, with whom, for whom, and the step agreed at it."""

    contact: EmployerContact
    employer: Employer | None
    client: Client | None
    step: StepLine | None


@dataclass(frozen=True, slots=True)
class ClientContactLine:
    """A client contact, and with whom."""

    contact: ClientContact
    clients: tuple[Client, ...]


def employer_contact_line(book: Workbook, contact: EmployerContact | int) -> EmployerContactLine:
    """The contact, or the one with the id, as a line."""
    held = employer_contact(book, contact) if isinstance(contact, int) else contact
    step = step_agreed_at(book, held.id)
    return EmployerContactLine(
        held,
        _employer(book, held.employer_id),
        _client(book, held.client_id),
        None if step is None else step_line(book, step),
    )


def client_contact_line(book: Workbook, contact: ClientContact | int) -> ClientContactLine:
    """The contact, or the one with the id, as a line."""
    held = client_contact(book, contact) if isinstance(contact, int) else contact
    return ClientContactLine(held, tuple(client(book, client_id) for client_id in held.client_ids))


def step_line(book: Workbook, step: NextStep | int) -> StepLine:
    """The step, or the one with the id, as a line."""
    from valmentaja.store.steps import next_step  # most contacts have none

    held = next_step(book, step) if isinstance(step, int) else step
    return StepLine(held, _client(book, held.client_id), _employer(book, held.employer_id))


def done_lately(steps: Iterable[NextStep]) -> tuple[NextStep, ...]:
    """The steps done last, the latest first."""
    done = sorted((step.done_on, step.id, step) for step in steps if step.done_on)
    return tuple(step for _, _, step in reversed(done[-DONE_STEPS_SHOWN:]))


def _client(book: Workbook, client_id: int | None) -> Client | None:
    return None if client_id is None else client(book, client_id)


def _employer(book: Workbook, employer_id: int | None) -> Employer | None:
    return None if employer_id is None else employer(book, employer_id)

"""The pages of the clients: the list, and one client with what has happened lately."""

from dataclasses import dataclass
from datetime import date

from valmentaja.desks.appointments import AppointmentLine, open_with
from valmentaja.desks.details import ClientDetails, DetailLine, client_details
from valmentaja.desks.leads import leads_of_client
from valmentaja.desks.placements import PlacementLine, placement_lines
from valmentaja.desks.records import (
    ClientContactLine,
    EmployerContactLine,
    StepLine,
    client_contact_line,
    done_lately,
    employer_contact_line,
    step_line,
)
from valmentaja.model.client import Client
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep
from valmentaja.store.clients import all_clients, client, clients_on_caseload
from valmentaja.store.contacts import client_contacts_with, employer_contacts_for
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.snoozes import running_snooze
from valmentaja.store.steps import steps_of_client
from valmentaja.store.workbook import Workbook

CONTACTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class ClientPage:
    """One client: the card, the phases, the open steps, the newest contacts and done steps, newest first, and more.

    `appointments` are those of which nobody has said what became of them, in the order of their times.
    """

    client: Client
    phases: tuple[PhaseStay, ...]
    snooze: Snooze | None
    open_steps: tuple[StepLine, ...]
    contacts: tuple[ClientContactLine, ...]
    employer_contacts: tuple[EmployerContactLine, ...]
    done_steps: tuple[StepLine, ...]
    appointments: tuple[AppointmentLine, ...]
    placements: tuple[PlacementLine, ...]
    leads: tuple[DetailLine, ...]
    details: ClientDetails


def clients_page(book: Workbook, day: date, *, ended_too: bool) -> tuple[Client, ...]:
    """The caseload of the day by name, or everyone there ever was."""
    return all_clients(book) if ended_too else clients_on_caseload(book, day)


def open_steps(book: Workbook, client_id: int) -> tuple[NextStep, ...]:
    """The client's next steps that are not done, by due date."""
    return tuple(step for step in steps_of_client(book, client_id) if step.done_on is None)


def client_page(book: Workbook, client_id: int, day: date) -> ClientPage:
    """The page of one client. Raises CannotBeMet when there is none."""
    held = client(book, client_id)
    steps = steps_of_client(book, client_id)
    return ClientPage(
        client=held,
        phases=phase_stays(book, client_id),
        snooze=running_snooze(book, client_id, day),
        open_steps=tuple(step_line(book, step) for step in steps if step.done_on is None),
        contacts=tuple(
            client_contact_line(book, contact)
            for contact in client_contacts_with(book, client_id, CONTACTS_SHOWN)
        ),
        employer_contacts=tuple(
            employer_contact_line(book, contact)
            for contact in employer_contacts_for(book, client_id, CONTACTS_SHOWN)
        ),
        done_steps=tuple(step_line(book, step) for step in done_lately(steps)),
        appointments=open_with(book, client_id),
        placements=placement_lines(book, client_id, day),
        leads=leads_of_client(book, client_id),
        details=client_details(book, client_id),
    )

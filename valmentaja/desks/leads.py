"""Job leads of a client or at an employer's, and where each stands."""

from datetime import date
from enum import StrEnum

from valmentaja.desks.details import DetailLine, detail_line, detail_lines
from valmentaja.model.lead import Lead
from valmentaja.store.leads import lead_ids, lead_ids_at
from valmentaja.store.workbook import Workbook


class LeadState(StrEnum):
    """How far a lead has come. `MISSED`: its last day went by before anybody applied."""

    NEW = "new"
    CLOSES = "closes"
    MISSED = "missed"
    APPLIED = "applied"
    INTERVIEW = "interview"
    INTERVIEWED = "interviewed"
    ANSWERED = "answered"


def lead_state(lead: Lead, today: date) -> LeadState:
    """Where the lead stands on the day."""
    if lead.answer is not None:
        return LeadState.ANSWERED
    if lead.interview_on is not None:
        return LeadState.INTERVIEW if lead.interview_on >= today else LeadState.INTERVIEWED
    if lead.applied_on is not None:
        return LeadState.APPLIED
    if lead.closes_on is None:
        return LeadState.NEW
    return LeadState.CLOSES if lead.closes_on >= today else LeadState.MISSED


def day_of_state(lead: Lead, state: LeadState) -> date | None:
    """The day that the state is about."""
    match state:
        case LeadState.ANSWERED:
            return lead.answered_on
        case LeadState.INTERVIEW | LeadState.INTERVIEWED:
            return lead.interview_on
        case LeadState.APPLIED:
            return lead.applied_on
    return lead.closes_on


def leads_of_client(book: Workbook, client_id: int) -> tuple[DetailLine, ...]:
    """The client's leads: the open ones first, by the day that comes next."""
    return detail_lines(book, Lead, client_id)


def all_leads(book: Workbook) -> tuple[DetailLine, ...]:
    """The leads of all clients, in the same order."""
    return tuple(detail_line(book, "lead", one) for one in lead_ids(book))


def leads_at_employer(book: Workbook, employer_id: int) -> tuple[DetailLine, ...]:
    """The leads at the employer's, in the same order."""
    return tuple(detail_line(book, "lead", one) for one in lead_ids_at(book, employer_id))

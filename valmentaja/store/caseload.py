"""Gathers what triage looks at: for each client on the caseload and each employer with an open step, a few moments.

Only what had happened by the day is looked at, so that yesterday's list can be shown again.
"""

from datetime import date

from valmentaja.model.step import NextStep
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts, EmployerFacts
from valmentaja.store.clients import clients_on_caseload
from valmentaja.store.employers import employer
from valmentaja.store.snoozes import running_snoozes
from valmentaja.store.steps import step_of
from valmentaja.store.workbook import Value, Workbook

_NEWEST = "ORDER BY day DESC, contact_id DESC LIMIT 1"


def client_facts(book: Workbook, day: date) -> tuple[ClientFacts, ...]:
    """The facts of every client on the caseload on the day."""
    snoozes = running_snoozes(book, day)
    steps: dict[int, list[NextStep]] = {}
    for step in _open_steps(book, day):
        if step.client_id is not None:
            steps.setdefault(step.client_id, []).append(step)
    until = day.isoformat()
    return tuple(
        ClientFacts(
            client=client,
            last_reached=last_reached(book, client.id, day),
            last_seen=_touch(book, f"seen = 1 AND day <= ? {_NEWEST}", client.id, until),
            last_attempt=_touch(book, f"reached = 0 AND day <= ? {_NEWEST}", client.id, until),
            first_employer_meeting=_first_employer_meeting(book, client.id, until),
            open_steps=tuple(steps.get(client.id, ())),
            anything_agreed=book.row(
                "SELECT 1 FROM next_step WHERE client_id = ? AND agreed_on <= ? LIMIT 1", (client.id, until)
            )
            is not None,
            snooze=snoozes.get(client.id),
        )
        for client in clients_on_caseload(book, day)
    )


def employer_facts(book: Workbook, day: date) -> tuple[EmployerFacts, ...]:
    """The facts of every employer with an open step of its own; a step for a client on the caseload is the client's."""
    steps: dict[int, list[NextStep]] = {}
    for step in _open_steps(book, day):
        if step.employer_id is not None and not _is_on_caseload(book, step.client_id, day):
            steps.setdefault(step.employer_id, []).append(step)
    return tuple(
        EmployerFacts(employer(book, employer_id), _last_contact(book, employer_id, day), tuple(own))
        for employer_id, own in steps.items()
    )


def _open_steps(book: Workbook, day: date) -> list[NextStep]:
    """The steps agreed and not done by the day: of those open now, and of those done later than it."""
    still = book.rows("SELECT * FROM next_step WHERE done_on IS NULL ORDER BY due_on, id")
    later = book.rows("SELECT * FROM next_step WHERE done_on > ? ORDER BY due_on, id", (day.isoformat(),))
    return [step for row in (*still, *later) if (step := step_of(row)).agreed_on <= day]


def _is_on_caseload(book: Workbook, client_id: int | None, day: date) -> bool:
    if client_id is None:
        return False
    return (
        book.row(
            "SELECT 1 FROM client WHERE id = ? AND (ended_on IS NULL OR ended_on > ?)",
            (client_id, day.isoformat()),
        )
        is not None
    )


def last_reached(book: Workbook, client_id: int, day: date) -> Touch | None:
    """The newest contact in which the client was reached, alone or at an employer's, up to the day."""
    return _touch(book, f"reached = 1 AND day <= ? {_NEWEST}", client_id, day.isoformat())


def _touch(book: Workbook, condition: str, *parameters: Value) -> Touch | None:
    row = book.row(f"SELECT day, contact_id FROM attendance WHERE client_id = ? AND {condition}", parameters)
    return Touch(date.fromisoformat(row["day"]), row["contact_id"]) if row else None


def _first_employer_meeting(book: Workbook, client_id: int, until: str) -> Touch | None:
    row = book.row(
        """SELECT day, id FROM employer_contact WHERE client_id = ? AND way = 'meeting' AND day <= ?
        ORDER BY day, id LIMIT 1""",
        (client_id, until),
    )
    return Touch(date.fromisoformat(row["day"]), row["id"]) if row else None


def _last_contact(book: Workbook, employer_id: int, day: date) -> Touch | None:
    row = book.row(
        "SELECT day, id FROM employer_contact WHERE employer_id = ? AND day <= ? ORDER BY day DESC, id DESC LIMIT 1",
        (employer_id, day.isoformat()),
    )
    return Touch(date.fromisoformat(row["day"]), row["id"]) if row else None

"""Gathers what triage looks at: for each client on the caseload and each employer with an open step, a few moments.

Only what had happened by the day is looked at, so that yesterday's list can be shown again.
"""

from __future__ import annotations

from dataclasses import dataclass

from valmentaja import TYPE_CHECKING
from valmentaja.model.step import NextStep
from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts
from valmentaja.store.clients import clients_on_caseload
from valmentaja.store.leaves import leaves_around
from valmentaja.store.reading import record_of
from valmentaja.store.snoozes import running_snoozes
from valmentaja.store.touches import first_employer_meetings, listed, newest_at, newest_of
from valmentaja.store.working_lives import own_partners, working_lives

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from valmentaja.model.touch import Touch
    from valmentaja.rules.promises import Work
    from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class CaseloadFacts:
    """All that triage looks at on a day."""

    clients: tuple[ClientFacts, ...]
    employers: tuple[EmployerFacts, ...]
    own: OwnFacts


def caseload_facts(book: Workbook, day: date) -> CaseloadFacts:
    """The facts of a day: of every client on the caseload, of employers with a step of their own, of the coach."""
    steps = _open_steps(book, day)
    return CaseloadFacts(
        _client_facts(book, day, steps), _employer_facts(book, day, steps), _own_facts(book, day, steps)
    )


def client_facts(book: Workbook, day: date) -> tuple[ClientFacts, ...]:
    """The facts of every client on the caseload on the day."""
    return _client_facts(book, day, _open_steps(book, day))


def _client_facts(book: Workbook, day: date, open_steps: Iterable[NextStep]) -> tuple[ClientFacts, ...]:
    clients = clients_on_caseload(book, day)
    ids = listed(client.id for client in clients)
    snoozes, lives = running_snoozes(book, day), working_lives(book, ids, day)
    steps, agreed = _by_client(open_steps), _anything_agreed(book, ids, day)
    reached, seen = newest_at(book, ids, day, "reached = 1"), newest_at(book, ids, day, "seen = 1")
    attempted, employer_met = (
        newest_at(book, ids, day, "reached = 0"),
        first_employer_meetings(book, ids, day),
    )
    return tuple(
        ClientFacts(
            client=client,
            last_reached=reached.get(client.id),
            last_seen=seen.get(client.id),
            last_attempt=attempted.get(client.id),
            first_employer_meeting=employer_met.get(client.id),
            open_steps=tuple(steps.get(client.id, ())),
            anything_agreed=client.id in agreed,
            snooze=snoozes.get(client.id),
            works=(works := lives.works.get(client.id, ())),
            workplace_meetings=_at_their_work(lives.workplace_meetings, works, day),
            appointments=lives.appointments.get(client.id, ()),
            concerns=lives.concerns.get(client.id, ()),
            service_periods=lives.service_periods.get(client.id, ()),
            benefits=lives.benefits.get(client.id, ()),
            disclosures=lives.disclosures.get(client.id, ()),
            partners=lives.partners.get(client.id, ()),
            leads=lives.leads.get(client.id, ()),
            find_outs=lives.find_outs.get(client.id, ()),
        )
        for client in clients
    )


def _by_client(steps: Iterable[NextStep]) -> dict[int, list[NextStep]]:
    found: dict[int, list[NextStep]] = {}
    for step in steps:
        if step.client_id is not None:
            found.setdefault(step.client_id, []).append(step)
    return found


def _anything_agreed(book: Workbook, client_ids: str, day: date) -> frozenset[int]:
    """The clients with whom any next step had been agreed by the day."""
    rows = book.rows(
        """SELECT own.value AS client_id FROM json_each(?1) AS own
        WHERE EXISTS (SELECT 1 FROM next_step WHERE client_id = own.value AND agreed_on <= ?2)""",
        (client_ids, day.isoformat()),
    )
    return frozenset(row["client_id"] for row in rows)


def _at_their_work(met: Mapping[int, Touch], works: Iterable[Work], day: date) -> dict[int, Touch]:
    """The meetings with the employers of the placements that run on the day."""
    at_work = (work.placement.employer_id for work in works if work.is_live(day))
    return {employer_id: met[employer_id] for employer_id in at_work if employer_id in met}


def _employer_facts(book: Workbook, day: date, open_steps: Iterable[NextStep]) -> tuple[EmployerFacts, ...]:
    """Of every employer with an open step of its own, and of those that rest until a day.

    A step for a client on the caseload is the client's.
    """
    steps: dict[int, list[NextStep]] = {employer_id: [] for employer_id in _resting(book)}
    for step in open_steps:
        if step.employer_id is not None and not _is_on_caseload(book, step.client_id, day):
            steps.setdefault(step.employer_id, []).append(step)
    if not steps:
        return ()
    from valmentaja.store.employers import employer

    last = newest_of(book, "employer_contact", "employer_id", listed(steps), day)
    return tuple(
        EmployerFacts(employer(book, employer_id), last.get(employer_id), tuple(own))
        for employer_id, own in steps.items()
    )


def _resting(book: Workbook) -> list[int]:
    rows = book.rows("SELECT id FROM employer WHERE rests_until IS NOT NULL AND archived_on IS NULL")
    return [int(row["id"]) for row in rows]


def _own_facts(book: Workbook, day: date, open_steps: Iterable[NextStep]) -> OwnFacts:
    """Of the coach alone: steps about nobody else, the coach's own network, leave."""
    own = tuple(step for step in open_steps if step.client_id is None and step.employer_id is None)
    return OwnFacts(own, own_partners(book, day), leaves_around(book, day))


def _open_steps(book: Workbook, day: date) -> list[NextStep]:
    """The steps agreed and not done by the day: of those open now, and of those done later than it."""
    still = book.rows("SELECT * FROM next_step WHERE done_on IS NULL ORDER BY due_on, id")
    later = book.rows("SELECT * FROM next_step WHERE done_on > ? ORDER BY due_on, id", (day.isoformat(),))
    return [step for row in (*still, *later) if (step := record_of(NextStep, row)).agreed_on <= day]


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
    return newest_at(book, listed((client_id,)), day, "reached = 1").get(client_id)

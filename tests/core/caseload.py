"""A small caseload to write tests with: one client for whom all is well, changed where the test needs it."""

from dataclasses import replace
from datetime import date, timedelta

from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep, Owner
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts, EmployerFacts

TODAY = date(2026, 11, 24)  # a Tuesday, week 48


def days_ago(days: int) -> date:
    """A day before `TODAY`; after it when negative."""
    return TODAY - timedelta(days=days)


LONG_AGO = days_ago(100)


def touch(days: int, record_id: int = 900) -> Touch:
    """A moment so many days before `TODAY`."""
    return Touch(days_ago(days), record_id)


def client(
    id: int = 1, start_on: date = LONG_AGO, interval: int | None = None, ended_on: date | None = None
) -> Client:
    """A client with only what triage looks at."""
    return Client(
        id=id,
        revision=1,
        code=f"A{id}",
        name=None,
        start_on=start_on,
        phase="job_search",
        phone=None,
        email=None,
        address=None,
        best_reached=None,
        contact_interval_days=interval,
        note=None,
        ended_on=ended_on,
        end_reason=None,
        carried_on_by=None,
    )


def looked_after(who: Client | None = None) -> ClientFacts:
    """A client seen today, with an employer met and something agreed: nothing falls due for two weeks."""
    return ClientFacts(
        client=who or client(),
        last_reached=touch(0),
        last_seen=touch(0),
        last_attempt=None,
        first_employer_meeting=touch(50),
        open_steps=(),
        anything_agreed=True,
        snooze=None,
    )


def newcomer(start_on: date, id: int = 1) -> ClientFacts:
    """A client of whom nothing but the start is recorded."""
    return ClientFacts(client(id, start_on), None, None, None, None, (), False, None)


def step(due_on: date, id: int = 500, text: str = "soita") -> NextStep:
    """An open next step of the first client."""
    return NextStep(
        id=id,
        revision=1,
        client_id=1,
        employer_id=None,
        text=text,
        agreed_on=due_on,
        due_on=due_on,
        owner=Owner.TOGETHER,
        done_on=None,
        contact_id=None,
    )


def with_step(facts: ClientFacts, due_on: date, id: int = 500) -> ClientFacts:
    """The same client with one more open step."""
    return replace(facts, open_steps=(*facts.open_steps, step(due_on, id)))


def snoozed(facts: ClientFacts, until: date, ended_on: date | None = None) -> ClientFacts:
    """The same client put aside until a day."""
    snooze = Snooze(700, 1, facts.client.id, until, "kurssilla", days_ago(10), ended_on)
    return replace(facts, snooze=snooze)


def employer(id: int = 2, added_on: date = LONG_AGO, steps: tuple[NextStep, ...] = ()) -> EmployerFacts:
    """An employer never contacted, with the open steps given."""
    record = Employer(id, 1, "Lounas-Aitta", None, None, None, None, None, None, None, None, added_on)
    return EmployerFacts(record, None, steps)

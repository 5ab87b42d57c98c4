"""What is found in contacts, next steps and appointments: the rhythm of seeing and hearing people."""

from datetime import date, timedelta

from valmentaja.model.reason import Reason
from valmentaja.model.step import NextStep
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts
from valmentaja.rules.finding import (
    ANY_WAY,
    FACE_TO_FACE,
    IN_PERSON,
    Finding,
    Findings,
    MetBy,
    SignalNumbers,
    Situation,
    counted_from,
    due,
    is_later,
)


def _from_start(key: str, facts: ClientFacts, interval_days: int, met_by: MetBy | None = None) -> Finding:
    return counted_from(key, facts.client.start_on, interval_days, facts.client.id, met_by)


def _since_touch_or_start(
    key: str, touch: Touch | None, facts: ClientFacts, interval_days: int, met_by: MetBy
) -> Findings:
    """Counted from the touch; before the first one from the start, with a reason that says so."""
    if touch is None:
        return (_from_start(f"{key}.never", facts, interval_days, met_by),)
    return (counted_from(key, touch.day, interval_days, touch.record_id, met_by),)


def reach_out(now: Situation, numbers: SignalNumbers) -> Findings:
    """A missed meeting or an unanswered call is answered by another way, never by closing (method.md P6)."""
    attempt = now.facts.last_attempt
    if attempt is None or not is_later(attempt, now.facts.last_reached):
        return ()
    met_by = MetBy(ANY_WAY)
    return (counted_from("reach_out", attempt.day, numbers.interval_days, attempt.record_id, met_by),)


def first_employer_contact(now: Situation, numbers: SignalNumbers) -> Findings:
    """Off while the client has a paid job: then the employer has been met, whoever did it."""
    # IPS fidelity item: rapid job search, an employer met in person within about a month of the start
    if now.facts.first_employer_meeting is not None:
        return ()
    if any(work.placement.is_job for work in now.live_works):
        return ()
    met_by = MetBy(IN_PERSON, with_employer=True)
    return (_from_start("first_employer_contact", now.facts, numbers.interval_days, met_by),)


def _steps(steps: tuple[NextStep, ...], numbers: SignalNumbers) -> Findings:
    """Of steps that are open on the day: on a day behind, one of them may have been done since."""
    return tuple(_step(step, numbers.interval_days) for step in steps)


def _step(step: NextStep, interval_days: int) -> Finding:
    reason = Reason("next_step", {"due_on": step.due_on, "text": step.text, "owner": step.owner.value})
    return Finding(step.due_on, interval_days, step.id, reason)


def client_steps(now: Situation, numbers: SignalNumbers) -> Findings:
    """The open next steps of a client."""
    return _steps(now.facts.open_steps, numbers)


def employer_steps(facts: EmployerFacts, numbers: SignalNumbers) -> Findings:
    """The open next steps of an employer."""
    return _steps(facts.open_steps, numbers)


def own_steps(own: OwnFacts, numbers: SignalNumbers, today: date) -> Findings:
    """The open next steps that are about nobody but the coach."""
    return _steps(own.open_steps, numbers)


def rest_ends(facts: EmployerFacts, numbers: SignalNumbers) -> Findings:
    """An employer that was to be left in peace is asked again on the day agreed."""
    from valmentaja.model.employer import EmployerState  # a list without employers does without it

    employer = facts.employer
    if employer.state is not EmployerState.RESTING or employer.rests_until is None:
        return ()
    return (due("rest_ends", employer.rests_until, numbers.interval_days, employer.id, {}),)


def nothing_agreed(now: Situation, numbers: SignalNumbers) -> Findings:
    """A new client with whom no next step has been agreed."""
    if now.facts.anything_agreed:
        return ()
    return (_from_start("nothing_agreed", now.facts, numbers.interval_days),)


def no_contact(now: Situation, numbers: SignalNumbers) -> Findings:
    """No contact for longer than agreed. Follow-along has its own rhythm: while it runs this one rests."""
    if now.live_works:
        return ()
    facts = now.facts
    interval_days = facts.client.contact_interval_days or numbers.interval_days
    return _since_touch_or_start("no_contact", facts.last_reached, facts, interval_days, MetBy(ANY_WAY))


def unseen(now: Situation, numbers: SignalNumbers) -> Findings:
    """Everybody is seen in person or by video once in a period (method.md §6)."""
    facts = now.facts
    return _since_touch_or_start("unseen", facts.last_seen, facts, numbers.interval_days, MetBy(FACE_TO_FACE))


def appointment_outcome(now: Situation, numbers: SignalNumbers) -> Findings:
    """An appointment has passed, and nobody has said what became of it: asked from the day after."""
    return tuple(
        due(
            "appointment_outcome",
            appointment.day + timedelta(days=numbers.interval_days),
            numbers.interval_days,
            appointment.id,
            {"since": appointment.day, "text": appointment.about or ""},
        )
        for appointment in now.facts.appointments
        if appointment.day < now.today
    )

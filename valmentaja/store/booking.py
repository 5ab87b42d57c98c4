"""Appointments booked in the workbook, what became of them, and who is at a group's meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from valmentaja.model.activity import TimePlace
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, Purpose
from valmentaja.rules.appointments import MISSED, refuse_outcome, way_if_met
from valmentaja.rules.refusals import refuse_minutes, refuse_nobody_met
from valmentaja.store.appointments import appointment, group_meetings_ahead
from valmentaja.store.clients import client
from valmentaja.store.workbook import Workbook, Writing


@dataclass(frozen=True, slots=True)
class AppointmentWords:
    """An appointment as the coach tells of it. `minutes` is `None` when its length was not said."""

    day: date
    at: time
    client_ids: tuple[int, ...]
    booked_on: date
    way: ClientContactWay = ClientContactWay.IN_PERSON
    minutes: int | None = None
    employer_id: int | None = None
    place: str | None = None
    about: str | None = None
    guests: str | None = None
    group_id: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What became of an appointment. `to` is the new day and time of one that was moved.

    `usual_minutes` is how long one of its way takes, for one whose length was not said; `usual_place` is where what
    is logged of it is as a rule.
    """

    outcome: Outcome
    today: date
    usual_minutes: int
    usual_place: TimePlace
    to: tuple[date, time] | None = None


def book_appointment(book: Workbook, words: AppointmentWords) -> Appointment:
    """The coach books a time with one client, or with several at once.

    Raises CannotBeMet for an appointment with nobody, and for minutes that no day has.
    """
    refuse_nobody_met(words.client_ids)
    refuse_minutes(words.minutes)
    labels = _labels(book, words.client_ids)
    with book.change("appointment_booked", client=labels, day=words.day.isoformat()) as writing:
        appointment_id = _insert(writing, words)
    return appointment(book, appointment_id)


def _insert(writing: Writing, words: AppointmentWords) -> int:
    appointment_id = writing.new_record("appointment")
    writing.insert(
        "appointment",
        id=appointment_id,
        revision=writing.id,
        day=words.day.isoformat(),
        at=words.at.isoformat(timespec="minutes"),
        minutes=words.minutes,
        employer_id=words.employer_id,
        way=words.way,
        place=writing.text(words.place),
        about=writing.text(words.about),
        guests=writing.text(words.guests),
        group_id=words.group_id,
        booked_on=words.booked_on.isoformat(),
    )
    for client_id in dict.fromkeys(words.client_ids):
        writing.insert("appointment_client", appointment_id=appointment_id, client_id=client_id)
    return appointment_id


def say_outcome(book: Workbook, appointment_id: int, words: OutcomeWords) -> Appointment:
    """The coach says what became of an appointment, and all that follows is one change.

    One that was held, or that the client missed, is logged as a contact; one that was moved is booked anew;
    of one that was called off nothing more is written. Raises as `refuse_outcome` does.
    """
    held = appointment(book, appointment_id)
    refuse_outcome(held, words.outcome, words.to, words.today)
    labels = _labels(book, held.client_ids)
    with book.change(_CHANGES[words.outcome], client=labels, day=held.day.isoformat()) as writing:
        held = appointment(book, appointment_id)  # another window may have said it a moment ago
        refuse_outcome(held, words.outcome, words.to, words.today)
        writing.update(
            "appointment",
            appointment_id,
            revision=writing.id,
            outcome=words.outcome,
            contact_id=_logged(writing, held, words),
            moved_to_id=_booked_anew(writing, held, words),
        )
    return appointment(book, appointment_id)


_CHANGES = {
    Outcome.MET: "appointment_met",
    Outcome.MOVED: "appointment_moved",
    Outcome.CANCELLED_BY_CLIENT: "appointment_cancelled",
    Outcome.CANCELLED_BY_COACH: "appointment_cancelled",
    Outcome.DID_NOT_COME: "appointment_missed",
    Outcome.NOT_REACHED: "appointment_missed",
}


def _logged(writing: Writing, held: Appointment, words: OutcomeWords) -> int | None:
    """The contact that it was, or that did not come about; `None` for one that was moved or called off."""
    # appointments are read by the list, which logs nothing
    from valmentaja.store.contacts import ClientContactWords, insert_client_contact

    if words.outcome in MISSED:
        missed = ClientContactWords(held.day, held.way, reached=False, at=held.at, topic=held.about)
        return insert_client_contact(writing, missed, held.client_ids)
    if words.outcome is not Outcome.MET:
        return None
    minutes = words.usual_minutes if held.minutes is None else held.minutes
    if isinstance(way := way_if_met(held), EmployerContactWay):
        return _logged_with_employer(writing, held, way, minutes, words.usual_place)
    met = ClientContactWords(
        held.day,
        held.way,
        reached=True,
        at=held.at,
        topic=held.about,
        minutes=minutes,
        place=words.usual_place,
    )
    return insert_client_contact(writing, met, held.client_ids)


def _logged_with_employer(
    writing: Writing, held: Appointment, way: EmployerContactWay, minutes: int, place: TimePlace
) -> int:
    """Client and employer together are one contact, with the employer, and so the tally counts it once."""
    from valmentaja.store.contacts import EmployerContactWords, insert_employer_contact

    supports = is_placed_at(writing.book, held.client_ids[0], held.employer_id, held.day)
    words = EmployerContactWords(
        day=held.day,
        way=way,
        at=held.at,
        employer_id=held.employer_id,
        client_id=held.client_ids[0],
        present=True,
        who=held.guests,
        purpose=Purpose.SUPPORT if supports else None,
        minutes=minutes,
        note=held.about,
        place=place,
    )
    return insert_employer_contact(writing, words, held.employer_id)


def is_placed_at(book: Workbook, client_id: int, employer_id: int | None, day: date) -> bool:
    """Whether the client has a placement at the employer that runs on the day."""
    row = book.row(
        """SELECT 1 FROM placement WHERE client_id = ?1 AND employer_id = ?2 AND start_on <= ?3
        AND (ended_on IS NULL OR ended_on > ?3)""",
        (client_id, employer_id, day.isoformat()),
    )
    return row is not None


def _booked_anew(writing: Writing, held: Appointment, words: OutcomeWords) -> int | None:
    if words.outcome is not Outcome.MOVED or words.to is None:
        return None
    day, at = words.to
    again = AppointmentWords(
        day=day,
        at=at,
        client_ids=held.client_ids,
        booked_on=words.today,
        way=held.way,
        minutes=held.minutes,
        employer_id=held.employer_id,
        place=held.place,
        about=held.about,
        guests=held.guests,
        group_id=held.group_id,
    )
    return _insert(writing, again)


def _labels(book: Workbook, client_ids: Sequence[int]) -> str:
    return ", ".join(client(book, one).label for one in client_ids)


def take_along(writing: Writing, group_id: int, client_id: int, day: date) -> None:
    """As part of a change: who joins a group is at its meetings from the day on that are still to be held."""
    for held in group_meetings_ahead(writing.book, group_id, day):
        if client_id not in held.client_ids:
            writing.insert("appointment_client", appointment_id=held.id, client_id=client_id)
            writing.update("appointment", held.id, revision=writing.id)


def leave_out(writing: Writing, group_id: int, client_id: int, day: date) -> None:
    """As part of a change: who leaves a group is not at its meetings from the day on, save one held for them alone."""
    for held in group_meetings_ahead(writing.book, group_id, day):
        if client_id in held.client_ids and len(held.client_ids) > 1:
            writing.book.execute(
                "DELETE FROM appointment_client WHERE appointment_id = ? AND client_id = ?",
                (held.id, client_id),
            )
            writing.update("appointment", held.id, revision=writing.id)

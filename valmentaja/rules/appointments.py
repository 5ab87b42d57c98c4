"""Decisions about appointments: which overlap, which have passed, and which texts name a client."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.contact import ClientContactWay, EmployerContactWay
from valmentaja.rules.refusals import refuse_ahead
from valmentaja.texts.sorting import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time

    from valmentaja.model.client import Client

CANCELLED = frozenset({Outcome.CANCELLED_BY_CLIENT, Outcome.CANCELLED_BY_COACH})
"""The appointment was called off, and none came in its place."""

MISSED = frozenset({Outcome.DID_NOT_COME, Outcome.NOT_REACHED})
"""The coach was there, the client was not."""

FREED = CANCELLED | {Outcome.MOVED}
"""The time of the appointment is free again."""


_EMPLOYER_WAYS = {
    ClientContactWay.IN_PERSON: EmployerContactWay.MEETING,
    ClientContactWay.VIDEO: EmployerContactWay.VIDEO,
    ClientContactWay.PHONE: EmployerContactWay.PHONE,
    ClientContactWay.MESSAGE: EmployerContactWay.MESSAGE,
}


def way_if_met(appointment: Appointment) -> ClientContactWay | EmployerContactWay:
    """The way of the contact that comes of it: with an employer and one client it is one with the employer."""
    if appointment.is_with_one_client and appointment.employer_id is not None:
        return _EMPLOYER_WAYS[appointment.way]
    return appointment.way


def begins(appointment: Appointment) -> datetime:
    """The moment at which it begins, by the clock on the wall."""
    return datetime.combine(appointment.day, appointment.at)


def ends(appointment: Appointment, usual_minutes: Mapping[ClientContactWay, int]) -> datetime:
    """The moment at which it ends by the clock on the wall; a length not said is the usual one of its way."""
    minutes = usual_minutes[appointment.way] if appointment.minutes is None else appointment.minutes
    return begins(appointment) + timedelta(minutes=max(1, minutes))


def overlapping(
    appointment: Appointment, others: Iterable[Appointment], usual_minutes: Mapping[ClientContactWay, int]
) -> tuple[Appointment, ...]:
    """The others that take some of the same time. One that begins as another ends does not; nor one called off."""
    if appointment.outcome in FREED:
        return ()
    first, last = begins(appointment), ends(appointment, usual_minutes)
    return tuple(
        other
        for other in others
        if other.id != appointment.id
        and other.outcome not in FREED
        and begins(other) < last
        and first < ends(other, usual_minutes)
    )


def has_passed(appointment: Appointment, day: date, at: time | None = None) -> bool:
    """Whether its time is behind: its day is, or on the day itself its clock time, where the time is known."""
    if appointment.day != day:
        return appointment.day < day
    return at is not None and appointment.at <= at


def refuse_outcome(
    appointment: Appointment, outcome: Outcome, to: tuple[date, time] | None, today: date
) -> None:
    """What cannot have become of an appointment.

    Raises CannotBeMet when it has been said already, when the day on which it was to be seen is ahead, or when it
    moves to where it is; WrongUsage where a new time is missing, or has no use.
    """
    if appointment.outcome is not None:
        raise CannotBeMet("appointment.said", id=appointment.id)
    if outcome is Outcome.MOVED and to is None:
        raise WrongUsage("appointment.moved_when")
    if outcome is not Outcome.MOVED and to is not None:
        raise WrongUsage("appointment.to_alone")
    if to == (appointment.day, appointment.at):
        raise CannotBeMet("appointment.moved_nowhere")
    if outcome is Outcome.MET or outcome in MISSED:
        refuse_ahead(appointment.day, today)


def without_others(text: str | None, others: Iterable[Client]) -> str | None:
    """The text, or nothing where it names one of the others: what is shown to a participant is about them alone.

    A word that begins as a name does counts as the name, since names are inflected ("Ainon", "Mikon", "Virtasen").
    """
    if text is None or any(_names(name_key(text), one) for one in others):
        return None
    return text


def _names(key: str, client: Client) -> bool:
    words = re.findall(r"\w+", key)
    if name_key(client.code) in words:
        return True
    if client.name is None:
        return False
    name = name_key(client.name)
    called = [part for part in re.findall(r"\w+", name) if len(part) > 1]
    if not called:  # one that is only emoji, or a letter
        return name in (key if not name.isalnum() else words)
    return any(
        word.startswith(beginning) for part in called for beginning in _beginnings(part) for word in words
    )


_VOWEL = "[aeiouyåæø]"


def _beginnings(name: str) -> set[str]:
    """How the forms of a Finnish name begin, of a key of it: as the name, or as its other stem."""
    other = re.sub(f"([kpt])\\1(?={_VOWEL}$)", r"\1", name)  # Mikko, Mikon
    if other == name:
        other = re.sub(f"t(?={_VOWEL}$)", "d", name)  # Outi, Oudin
    if name.endswith("nen") and len(name) > len("nen"):
        other = name.removesuffix("nen") + "s"  # Virtanen, Virtasen
    elif name.endswith("s") and len(name) > len("Ines"):
        other = name.removesuffix("s")  # Tuomas, Tuomaan
    return {name, other}

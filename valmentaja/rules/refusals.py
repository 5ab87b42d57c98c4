"""What a coach cannot record, whoever asks: commands and screens refuse the same, in the same words.

Each function returns in silence, or raises the refusal with the key of its sentence. What the tables must never
hold, the store's intents refuse by these too.
"""

from __future__ import annotations

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.contact import MOST_MINUTES

if TYPE_CHECKING:
    from collections.abc import Sized
    from datetime import date

    from valmentaja.model.client import Client


def refuse_ahead(day: date, today: date) -> None:
    """A record of what has happened is never dated ahead. Raises CannotBeMet (`date.ahead`)."""
    if day > today:
        raise CannotBeMet("date.ahead", day=day)


def refuse_not_ahead(until: date, today: date) -> None:
    """A client is put aside until a day to come. Raises CannotBeMet (`snooze.not_ahead`)."""
    if until <= today:
        raise CannotBeMet("snooze.not_ahead", day=until)


def refuse_ended(client: Client, today: date) -> None:
    """Nobody is put aside whose coaching has ended by today. Raises CannotBeMet (`client.ended`)."""
    if client.has_ended(today):
        raise CannotBeMet("client.ended", name=client.label)


def refuse_missing_successor(reason_name: str, *, needs_successor: bool, carried_on_by: str | None) -> None:
    """Where the service must end first, who carries on is recorded before it ends (method.md P6).

    Raises CannotBeMet (`client.needs_successor`).
    """
    if needs_successor and not (carried_on_by and carried_on_by.strip()):
        raise CannotBeMet("client.needs_successor", reason=reason_name)


def refuse_step_about_nobody(*, with_client: bool, with_employer: bool) -> None:
    """A next step is about a client, an employer, or both. Raises WrongUsage (`log.next_about_nobody`)."""
    if not (with_client or with_employer):
        raise WrongUsage("log.next_about_nobody")


def refuse_unreminded_step(client: Client | None, today: date, *, with_employer: bool) -> None:
    """A step of an ended client's stands on no list, unless it is with an employer too.

    Raises CannotBeMet (`client.ended`).
    """
    if client is not None and not with_employer:
        refuse_ended(client, today)


def refuse_minutes(minutes: int | None) -> None:
    """A contact takes no more than a day, where its length is known. Raises CannotBeMet (`contact.minutes`)."""
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise CannotBeMet("contact.minutes", minutes=minutes, most=MOST_MINUTES)


def refuse_over_a_day(minutes: int, text: str) -> None:
    """Nothing takes more than a day. Raises CannotBeMet (`minutes.over_a_day`), with the length as it was typed."""
    if minutes > MOST_MINUTES:
        raise CannotBeMet("minutes.over_a_day", text=text)


def refuse_nobody_met(clients: Sized) -> None:
    """A contact with clients is with one at least. Raises CannotBeMet (`contact.nobody`)."""
    if len(clients) == 0:
        raise CannotBeMet("contact.nobody")

"""Contacts with clients: the rhythm of support."""

from dataclasses import dataclass
from datetime import date, time

from valmentaja.model.contact import ClientContactWay


@dataclass(frozen=True, slots=True)
class ClientContact:
    """One contact with a client, or with several at once (a group).

    `reached` is false for a missed meeting or no answer.
    """

    id: int
    revision: int
    day: date
    at: time | None
    client_ids: tuple[int, ...]
    way: ClientContactWay
    reached: bool
    topic: str | None
    minutes: int | None
    note: str | None

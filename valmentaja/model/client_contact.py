"""Contacts with clients: the rhythm of support."""

from dataclasses import dataclass
from datetime import date, time

from valmentaja.model.activity import TimePlace
from valmentaja.model.contact import ClientContactWay


@dataclass(frozen=True, slots=True)
class ClientContact:
    """One contact with a client, or with several at once (a group).

    `reached` is false for a missed meeting or no answer. `travel_minutes` and `kilometres` were spent on the way,
    beside the minutes.
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
    place: TimePlace | None = None
    travel_minutes: int | None = None
    kilometres: int | None = None

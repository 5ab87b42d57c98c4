"""Contacts with the people of a network: the run of cooperation."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.activity import TimePlace


@dataclass(frozen=True, slots=True)
class SupporterContact:
    """One contact with someone of a network: the run of cooperation."""

    id: int
    revision: int
    supporter_id: int
    day: date
    note: str | None
    minutes: int | None = None
    place: TimePlace | None = None

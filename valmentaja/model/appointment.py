"""Appointments (method.md §5): who is met, when, where, about what, and what became of it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from valmentaja.model.contact import ClientContactWay


class Outcome(StrEnum):
    """What became of an appointment."""

    MET = "met"
    MOVED = "moved"
    CANCELLED_BY_CLIENT = "cancelled_by_client"
    CANCELLED_BY_COACH = "cancelled_by_coach"
    DID_NOT_COME = "did_not_come"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One appointment with one client, or with several at once.

    `way` is how they are to meet; `minutes` is how long it is to take, `None` when not said. `outcome` is `None`
    until the coach says what became of it; then `contact_id` is the contact that it was logged as, and
    `moved_to_id` the appointment that came in its place. `group_id` is the group whose meeting it is, `guests`
    who else is there then.
    """

    id: int
    revision: int
    day: date
    at: time
    minutes: int | None
    client_ids: tuple[int, ...]
    employer_id: int | None
    way: ClientContactWay
    place: str | None
    about: str | None
    guests: str | None
    group_id: int | None
    booked_on: date
    outcome: Outcome | None
    contact_id: int | None
    moved_to_id: int | None

    @property
    def is_ahead_of_outcome(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self.outcome is None

    @property
    def is_with_one_client(self) -> bool:
        """Whether one client is met alone: only then can it be a follow-along meeting (design.md §6)."""
        return len(self.client_ids) == 1 and self.group_id is None

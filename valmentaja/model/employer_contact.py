"""Contacts with employers, which the weekly tally counts."""

from dataclasses import dataclass
from datetime import date, time

from valmentaja.model.activity import TimePlace
from valmentaja.model.contact import EmployerContactWay, MadeBy, Purpose


@dataclass(frozen=True, slots=True)
class EmployerContact:
    """One contact with an employer; `employer_id` is `None` in a quick tally, `client_id` when for no client.

    `present` says that the client was there: then it is a contact with the client too. `minutes` is 0 or more,
    `None` when not known. `purpose` is `None` until the coach says it. `travel_minutes` and `kilometres` were spent on
    the way, beside the minutes.
    """

    id: int
    revision: int
    day: date
    at: time | None
    employer_id: int | None
    client_id: int | None
    present: bool
    who: str | None
    made_by: MadeBy
    way: EmployerContactWay
    purpose: Purpose | None
    outcome: str | None
    minutes: int | None
    note: str | None
    place: TimePlace | None = None
    travel_minutes: int | None = None
    kilometres: int | None = None

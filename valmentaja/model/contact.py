"""Contacts: with employers (counted in the weekly tally) and with clients (the rhythm of support)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

MOST_MINUTES = 24 * 60
"""Minutes that a contact takes at most: a day."""


class EmployerContactWay(StrEnum):
    """How an employer was met (method.md §4). `MEETING` is in person."""

    MEETING = "meeting"
    VIDEO = "video"
    PHONE = "phone"
    MESSAGE = "message"
    EVENT = "event"


class ClientContactWay(StrEnum):
    """How a client was met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    MESSAGE = "message"


class Purpose(StrEnum):
    """What an employer contact was for (method.md §4)."""

    NEEDS = "needs"
    OFFER = "offer"
    JOB_ANALYSIS = "job_analysis"
    NEGOTIATION = "negotiation"
    SUPPORT = "support"
    THANKS = "thanks"
    OTHER = "other"


class MadeBy(StrEnum):
    """Who took the contact."""

    COACH = "coach"
    CLIENT = "client"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class EmployerContact:
    """One contact with an employer; `employer_id` is `None` in a quick tally, `client_id` when for no client.

    `present` says that the client was there: then it is a contact with the client too. `minutes` is 0 or more,
    `None` when not known. `purpose` is `None` until the coach says it.
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

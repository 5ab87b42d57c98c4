"""Next steps: what was agreed to happen, by when, and whose it is (method.md P12)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Owner(StrEnum):
    """Whose step it is; together unless said."""

    CLIENT = "client"
    COACH = "coach"
    TOGETHER = "together"
    EMPLOYER = "employer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A dated next step about a client, an employer, or both; about neither it is the coach's own.

    `contact_id` is the contact it was agreed at.
    """

    id: int
    revision: int
    client_id: int | None
    employer_id: int | None
    text: str
    agreed_on: date
    due_on: date
    owner: Owner
    done_on: date | None
    contact_id: int | None

"""What may be told of a client, and what may not (method.md §5)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may be told of a client: to one employer, or, where `employer_id` is `None`, to any.

    Agreed with the client before any employer is met. `told_by` says who tells it, `coach_appears` whether the coach
    appears and as what, `answers` what is said to surprise questions.
    """

    id: int
    revision: int
    client_id: int
    employer_id: int | None
    may: str | None
    may_not: str | None
    told_by: str | None
    coach_appears: str | None
    answers: str | None
    agreed_on: date
    again_on: date | None

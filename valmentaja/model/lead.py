"""Job leads: a job that a client may apply for, from the first word of it to the answer (method.md §4)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from valmentaja.model.step import Owner


class LeadSource(StrEnum):
    """Where the lead came from. `HIDDEN`: never advertised; `CARVED`: pieced together for the client."""

    ADVERTISED = "advertised"
    HIDDEN = "hidden"
    CARVED = "carved"
    OWN_IDEA = "own_idea"


class Answer(StrEnum):
    """What became of the lead. `WITHDRAWN`: the client does not want it any more."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Lead:
    """A job lead of one client. `answered_on` is the day of the answer, `None` while there is none.

    `at` is the time of the interview, on its day.
    """

    id: int
    revision: int
    client_id: int
    job: str
    employer_id: int | None
    source: LeadSource | None
    owner: Owner
    closes_on: date | None
    applied_on: date | None
    interview_on: date | None
    at: time | None
    answer: Answer | None
    answered_on: date | None
    note: str | None
    added_on: date

    @property
    def is_open(self) -> bool:
        """Whether an answer is still to come."""
        return self.answer is None

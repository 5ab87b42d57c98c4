"""The client (valmentautuja): who they are to the coach, from the first meeting to the ending."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StatusAtStart(StrEnum):
    """What the client did for a living when the cooperation began."""

    UNEMPLOYED = "unemployed"
    WORKING = "working"
    STUDYING = "studying"
    REHABILITATION = "rehabilitation"
    SICK_LEAVE = "sick_leave"
    PENSION = "pension"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Client:
    """One client. `code` is always there; `name` is `None` while the coach keeps only codes.

    `revision` is the id of the change that last wrote the record. `contact_interval_days` is the agreed
    rhythm of contact, `None` for the coach's usual one. `phase` is the id of the main phase (method.md §5).
    `stand_in` is who carries on with the client when the coach is away. From `path_papers` on it is the
    vocational profile in the client's own words: the path so far first (papers the client chose to bring, what
    was tried, what it taught, what has changed since). Nothing in it is judged (method.md P2, P3).
    """

    id: int
    revision: int
    code: str
    name: str | None
    start_on: date
    phase: str
    phone: str | None
    email: str | None
    address: str | None
    best_reached: str | None
    contact_interval_days: int | None
    note: str | None
    ended_on: date | None
    end_reason: str | None
    carried_on_by: str | None
    status_at_start: StatusAtStart | None = None
    stand_in: str | None = None
    path_papers: str | None = None
    path_tried: str | None = None
    path_taught: str | None = None
    path_changed: str | None = None
    work_means: str | None = None
    work_motivates: str | None = None
    done_and_can: str | None = None
    interests: str | None = None
    neighbouring_fields: str | None = None
    language: str | None = None
    interpreter: str | None = None
    plain_wording: bool | None = None
    pictures: bool | None = None
    support_needs: str | None = None

    @property
    def label(self) -> str:
        """What the coach calls the client: the name, else the code."""
        return self.name or self.code

    def has_ended(self, day: date) -> bool:
        """Whether the cooperation has ended by the day."""
        return self.ended_on is not None and self.ended_on <= day

"""Where a coach's time goes (method.md §7): what takes time beside contacts, and where it is spent."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_KILOMETRES = 9_999
"""As many as one contact or travel may have."""


class TimeKind(StrEnum):
    """What time was given to.

    `JOB_FINDING` is employers and finding work, `RECORDS` the records of the cooperation, `ADMINISTRATION` the
    general kind, `DEVELOPMENT` own development and supervision. `TRAVEL` counts for what it served.
    """

    JOB_FINDING = "job_finding"
    WORKPLACE_SUPPORT = "workplace_support"
    CLIENT_MEETINGS = "client_meetings"
    NETWORK = "network"
    GROUP = "group"
    RECORDS = "records"
    ADMINISTRATION = "administration"
    DEVELOPMENT = "development"
    TRAVEL = "travel"
    LEAVE = "leave"


class TimePlace(StrEnum):
    """Where it was."""

    OFFICE = "office"
    WORKPLACE = "workplace"
    COMMUNITY = "community"
    HOME = "home"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that took time and is no contact. `minutes` are of one day, 1 or more.

    `serves` is what a travel was for, `None` for other kinds; `kilometres` are those of a travel, where they are kept.
    """

    id: int
    revision: int
    day: date
    kind: TimeKind
    minutes: int
    client_id: int | None
    employer_id: int | None
    place: TimePlace | None
    serves: TimeKind | None
    kilometres: int | None
    note: str | None

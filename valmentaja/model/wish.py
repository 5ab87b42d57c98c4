"""The work that a client wishes for (method.md §5)."""

from dataclasses import dataclass
from enum import StrEnum


class WishPlace(StrEnum):
    """Where a wish may come true: as the job, as part of a job, or beside work."""

    JOB = "job"
    PART_OF_JOB = "part_of_job"
    BESIDE_WORK = "beside_work"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wished work in the client's words."""

    id: int
    revision: int
    client_id: int
    text: str
    place: WishPlace | None

"""The client (valmentautuja): who they are to the coach, from the first meeting to the ending."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Client:
    """One client. `code` is always there; `name` is `None` while the coach keeps only codes.

    `revision` is the id of the change that last wrote the record. `contact_interval_days` is the agreed
    rhythm of contact, `None` for the coach's usual one. `phase` is the id of the main phase (method.md §5).
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

    @property
    def label(self) -> str:
        """What the coach calls the client: the name, else the code."""
        return self.name or self.code

    def has_ended(self, day: date) -> bool:
        """Whether the cooperation has ended by the day."""
        return self.ended_on is not None and self.ended_on <= day

"""Clients and employers as a long list shows them: no more of each than stands on its line."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NextOnList:
    """The open step that falls due first."""

    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class ListedClient:
    """One client. `last_reached_on` is the newest contact that came about; `put_aside_until` while put aside."""

    id: int
    name: str | None
    code: str
    phase: str
    ended_on: date | None
    last_reached_on: date | None
    put_aside_until: date | None
    next: NextOnList | None

    @property
    def label(self) -> str:
        """What the coach calls the client: the name, else the code."""
        return self.name or self.code


@dataclass(frozen=True, slots=True)
class ListedEmployer:
    """One employer, with how many contacts there have been and when the last one was."""

    id: int
    name: str
    industry: str | None
    town: str | None
    contacts: int
    last_contact_on: date | None
    next: NextOnList | None
    is_archived: bool = False

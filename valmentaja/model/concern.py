"""Concerns for safety or fairness at a workplace."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Concern:
    """A safety or fairness concern at a workplace: seen, raised with whom, settled by what. Open until settled."""

    id: int
    revision: int
    client_id: int
    employer_id: int | None
    seen_on: date
    text: str
    raised_with: str | None
    raised_on: date | None
    settled_by: str | None
    settled_on: date | None

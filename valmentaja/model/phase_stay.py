"""The phases (method.md §5) that a client has been in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PhaseStay:
    """A stretch in one phase: `left_on` is `None` while it lasts.

    The main phases of a client never overlap; a second one may run beside them where life is so.
    """

    id: int
    client_id: int
    phase: str
    entered_on: date
    left_on: date | None
    is_main: bool

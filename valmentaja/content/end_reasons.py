"""Why coaching ends (method.md P6): nothing closes by itself, and nobody is left without support."""

from dataclasses import dataclass
from functools import cache

from valmentaja.content.loader import Id, load

FILE = "end_reasons.toml"


@dataclass(frozen=True, slots=True)
class EndReason:
    """One reason. `needs_successor`: who carries on must be recorded before the case is closed."""

    id: Id
    name: str
    needs_successor: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class EndReasons:
    """The reasons in the order in which they are offered: the good ending first."""

    end_reasons: tuple[EndReason, ...]


@cache
def end_reasons(language: str) -> tuple[EndReason, ...]:
    """The reasons in one language, in the order offered. Raises ContentError when the file is damaged."""
    return load(EndReasons, FILE, language).end_reasons

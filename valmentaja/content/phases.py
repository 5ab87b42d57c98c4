"""The phases of supported employment (method.md §5), as a coach would say them."""

from dataclasses import dataclass
from functools import cache

from valmentaja.content.loader import Id, load

FILE = "phases.toml"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase. `short_line` stands beside a client in lists ("etsii työtä"); `purpose` is one sentence."""

    id: Id
    name: str
    short_line: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Phases:
    """The phases in the order in which they usually come."""

    phases: tuple[Phase, ...]


@cache
def phases(language: str) -> tuple[Phase, ...]:
    """The phases in one language, in their usual order. Raises ContentError when the file is damaged."""
    return load(Phases, FILE, language).phases


def phase_named(phase_id: str, language: str) -> str:
    """The phase as it stands beside a client; a phase that another version of the program has, by its id."""
    return next((one.short_line for one in phases(language) if one.id == phase_id), phase_id)

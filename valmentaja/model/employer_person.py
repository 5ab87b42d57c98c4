"""The people at an employer's: who they are there, and how they are reached (method.md §4)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmployerPerson:
    """Someone at an employer's."""

    id: int
    revision: int
    employer_id: int
    name: str
    role: str | None
    phone: str | None
    email: str | None
    note: str | None

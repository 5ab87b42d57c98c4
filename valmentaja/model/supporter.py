"""The people and bodies around a client, and the coach's own network (method.md §5)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Body(StrEnum):
    """What a supporter is to the client (method.md §5)."""

    FAMILY = "family"
    FRIEND = "friend"
    EMPLOYMENT_SERVICES = "employment_services"
    KELA = "kela"
    HEALTH_CARE = "health_care"
    SOCIAL_SERVICES = "social_services"
    DEBT_ADVICE = "debt_advice"
    SCHOOL = "school"
    INSURER = "insurer"
    OCCUPATIONAL_HEALTH = "occupational_health"
    WORKPLACE = "workplace"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Supporter:
    """Someone around a client, or, where `client_id` is `None`, in the coach's own network.

    `every_days` is how often contact was agreed. `is_told` says that they must know of progress, `consent` what the
    client has allowed to be told them.
    """

    id: int
    revision: int
    client_id: int | None
    name: str
    body: Body | None
    role: str | None
    phone: str | None
    email: str | None
    best_reached: str | None
    agreed: str | None
    every_days: int | None
    is_told: bool | None
    consent: str | None
    note: str | None
    added_on: date

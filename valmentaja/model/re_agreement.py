"""What was agreed anew about the meetings of a placement."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.contact import ClientContactWay


@dataclass(frozen=True, slots=True)
class ReAgreement:
    """What was agreed anew about the meetings of a placement, with the reason (design.md §6).

    Either the one promise that was open on `agreed_on` moves to `to_day`, or from then on the client is met every
    `every_days` days. `way` is how they meet from then on, `None` for in person.
    """

    id: int
    revision: int
    placement_id: int
    agreed_on: date
    to_day: date | None
    every_days: int | None
    way: ClientContactWay | None
    because: str

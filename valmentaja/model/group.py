"""Groups (method.md §5): several clients who meet at once, time after time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Group:
    """A series of meetings for several clients at once, such as a job-search club (method.md §5).

    `client_ids` are those who take part now; what one of them is shown never names the others.
    """

    id: int
    revision: int
    name: str
    co_led_by: str | None
    note: str | None
    ended_on: date | None
    client_ids: tuple[int, ...]

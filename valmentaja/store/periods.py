"""What begins and ends: of no record can the end lie before the beginning."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from valmentaja.errors import CannotBeMet


@dataclass(frozen=True, slots=True)
class Period:
    """The columns of a beginning and of its end, and the key of the error that refuses them the wrong way round."""

    beginning: str
    end: str
    error: str


PERIODS: Mapping[str, Period] = {
    "placement": Period("start_on", "planned_end_on", "placement.ends_before_start"),
    "service_period": Period("from_on", "until_on", "service.ends_before_start"),
    "work_support": Period("from_on", "until_on", "work_support.ends_before_start"),
    "disclosure": Period("agreed_on", "again_on", "disclosure.again_before_agreed"),
    "leave": Period("from_on", "until_on", "leave.ends_before_start"),
    "concern": Period("seen_on", "settled_on", "concern.settled_before_seen"),
}
"""By kind of record. A placement may have ended before its start: then it never began."""


def refuse_backwards(kind: str, stored: Mapping[str, object]) -> None:
    """Raises CannotBeMet where the record, by its columns as they are stored, would end before it begins.

    Days are ISO text, which compares as the days do.
    """
    period = PERIODS.get(kind)
    if period is None:
        return
    beginning, end = stored.get(period.beginning), stored.get(period.end)
    if beginning is not None and end is not None and str(end) < str(beginning):
        raise CannotBeMet(period.error, start=date.fromisoformat(str(beginning)))

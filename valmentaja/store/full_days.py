"""A day has 24 hours: what would be told of one beyond them is refused, in commands and on screens alike.

What a contact takes as a rule is filled in by the program, and is never a reason to refuse the contact.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import MOST_MINUTES
from valmentaja.store.connection import Row
from valmentaja.store.workbook import Value, Workbook

_TAKING_TIME = frozenset({"employer_contact", "client_contact", "supporter_contact", "activity"})
_TOLD = """SELECT coalesce(sum(minutes), 0) FROM (
    SELECT id, coalesce(minutes, 0) + coalesce(travel_minutes, 0) AS minutes FROM employer_contact WHERE day = ?1
    UNION ALL
    SELECT id, coalesce(minutes, 0) + coalesce(travel_minutes, 0) FROM client_contact WHERE day = ?1
    UNION ALL SELECT id, coalesce(minutes, 0) FROM supporter_contact WHERE day = ?1
    UNION ALL SELECT id, minutes FROM activity WHERE day = ?1
    ) WHERE id IS NOT ?2"""


def refuse_full_day(book: Workbook, day: date, minutes: int, *, besides: int | None = None) -> None:
    """Raises CannotBeMet (`time.day_full`) where the minutes do not fit in beside what else is told of the day.

    `besides` is the record that the minutes are those of: what it has told so far does not count twice.
    """
    row = book.row(_TOLD, (day.isoformat(), besides))
    told = int(row[0]) if row else 0
    if told + minutes > MOST_MINUTES:
        raise CannotBeMet("time.day_full", day=day, time=timedelta(minutes=told))


def refuse_new_in_full_day(book: Workbook, kind: str, stored: Mapping[str, Value]) -> None:
    """As `refuse_full_day`, for a new record of its columns; one of a kind that takes no time is let by."""
    minutes = stored.get("minutes")
    if kind in _TAKING_TIME and isinstance(minutes, int):
        refuse_full_day(book, date.fromisoformat(str(stored["day"])), minutes)


def refuse_overfilling(book: Workbook, kind: str, before: Row, column: str, stored: Value) -> None:
    """As `refuse_full_day`, for a record that is changed to take more, or to be of another day."""
    if kind not in _TAKING_TIME or column not in ("day", "minutes", "travel_minutes"):
        return
    held: dict[str, Value] = dict(before)
    changed = {**held, column: stored}
    if changed["day"] != held["day"] or _minutes(changed) > _minutes(held):
        day = date.fromisoformat(str(changed["day"]))
        refuse_full_day(book, day, _minutes(changed), besides=int(before["id"]))


def _minutes(record: Mapping[str, Value]) -> int:
    """With the way there."""
    return sum(int(record.get(column) or 0) for column in ("minutes", "travel_minutes"))

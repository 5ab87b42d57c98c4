"""The coach's leave in the workbook."""

from __future__ import annotations

from datetime import timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.rules.leaves import DAYS_OF_RETURN
from valmentaja.store.reading import record_of

if TYPE_CHECKING:
    from datetime import date

    from valmentaja.model.leave import Leave
    from valmentaja.store.workbook import Workbook


def leaves_around(book: Workbook, day: date) -> tuple[Leave, ...]:
    """The leaves planned by the day that end on it, after it, or as lately as the list still minds them."""
    since = day - timedelta(days=DAYS_OF_RETURN)
    return _leaves(book, "until_on >= ? AND planned_on <= ?", since, day)


def leaves_between(book: Workbook, first: date, last: date) -> tuple[Leave, ...]:
    """The leaves that take some of the days."""
    return _leaves(book, "until_on >= ? AND from_on <= ?", first, last)


def _leaves(book: Workbook, condition: str, first: date, last: date) -> tuple[Leave, ...]:
    rows = book.rows(
        f"SELECT * FROM leave WHERE {condition} ORDER BY from_on, id", (first.isoformat(), last.isoformat())
    )
    if not rows:
        return ()
    from valmentaja.model.leave import Leave  # on most days there is none

    return tuple(record_of(Leave, row) for row in rows)


def look_at_leave(book: Workbook, leave_id: int, today: date) -> None:
    """The coach has gone through what falls in the leave. Raises CannotBeMet when there is no such leave."""
    from valmentaja.model.leave import Leave
    from valmentaja.store.details import detail_with, update_detail

    held = detail_with(book, Leave, leave_id)
    with book.change("leave_looked_at", day=held.from_on.isoformat()) as writing:
        update_detail(writing, "leave", leave_id, {"looked_on": today})

"""What the coach's own leave means for the list: who waited meanwhile, and how the first days after it go.

Dates are never moved by leave (design.md §6). After a long one the list still begins with people, not with a
wall of what is late: what fell due meanwhile is said to have waited.
"""

from __future__ import annotations

from datetime import timedelta

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from valmentaja.model.leave import Leave

DAYS_OF_RETURN = 7
"""How many days after a leave the list begins with people."""
SHORTEST_DAYS = 5
"""A shorter leave leaves the list as it is."""


def running_leave(leaves: Iterable[Leave], today: date) -> Leave | None:
    """The leave that the coach is on, the one that ends last where there are two."""
    running = [leave for leave in leaves if leave.covers(today)]
    return max(running, key=lambda leave: (leave.until_on, leave.id), default=None)


def returned_from(leaves: Collection[Leave], today: date) -> Leave | None:
    """The leave that the coach has come back from in the last days, `None` on leave or long after one."""
    if running_leave(leaves, today) is not None:
        return None
    back = [leave for leave in leaves if _is_back_from(leave, today)]
    return max(back, key=lambda leave: (leave.until_on, leave.id), default=None)


def _is_back_from(leave: Leave, today: date) -> bool:
    lasted = (leave.until_on - leave.from_on).days + 1
    return lasted >= SHORTEST_DAYS and leave.until_on < today <= last_day_of_return(leave)


def last_day_of_return(leave: Leave) -> date:
    """The last day on which the list begins with people after the leave."""
    return leave.until_on + timedelta(days=DAYS_OF_RETURN)


def leave_days_among(days: Iterable[date], leaves: Collection[Leave]) -> int:
    """How many of the days the coach is on leave."""
    return sum(any(leave.covers(day) for leave in leaves) for day in days)

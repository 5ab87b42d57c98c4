"""The coach's leave: each with what falls in it, and who carries on meanwhile (method.md P10)."""

from dataclasses import dataclass
from datetime import date, timedelta

from valmentaja.desks.appointments import AppointmentLine, appointment_lines
from valmentaja.desks.today import today_page
from valmentaja.model.leave import Leave
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.store.appointments import appointments_between
from valmentaja.store.details import detail_with, details_of
from valmentaja.store.workbook import Workbook

_RHYTHMS = frozenset(
    {
        "weekly",
        "monthly",
        "as_agreed",
        "no_contact",
        "unseen",
        "workplace_visit",
        "partner_contact",
        "unpaid_ask",
    }
)
"""Kinds that come round again: once met, the next one is due an interval later."""


@dataclass(frozen=True, slots=True)
class FallsIn:
    """What falls due while the coach is away. `again`: it is due before the leave too, and `day` is its next time."""

    signal: Signal
    day: date
    again: bool


@dataclass(frozen=True, slots=True)
class AwayFrom:
    """Someone whom the leave touches: what falls in it, and who stands in; `None` for nobody named."""

    row: QueueRow
    falls_in: tuple[FallsIn, ...]
    times: tuple[AppointmentLine, ...]
    stand_in: str | None


@dataclass(frozen=True, slots=True)
class LeavePage:
    """A leave, the people whom it touches in the order of the list, and how many others are on the caseload."""

    leave: Leave
    touched: tuple[AwayFrom, ...]
    untouched: int

    @property
    def without_stand_in(self) -> int:
        """How many clients whom it touches have nobody to turn to meanwhile."""
        return sum(one.stand_in is None for one in self.touched if one.row.client is not None)


def leaves(book: Workbook) -> tuple[Leave, ...]:
    """Every leave, the one furthest ahead first."""
    return details_of(book, Leave, None)


def leave_page(book: Workbook, leave_id: int, today: date) -> LeavePage:
    """The leave as it looks today. Raises CannotBeMet when there is none."""
    held = detail_with(book, Leave, leave_id)
    page = today_page(book, today)
    times = appointment_lines(
        book,
        (one for one in appointments_between(book, held.from_on, held.until_on) if one.outcome is None),
    )
    touched = tuple(one for row in page.rows if (one := _away_from(held, row, times)).falls_in or one.times)
    clients = sum(row.client is not None for row in page.rows)
    return LeavePage(held, touched, clients - sum(one.row.client is not None for one in touched))


def _away_from(leave: Leave, row: QueueRow, times: tuple[AppointmentLine, ...]) -> AwayFrom:
    found = (_falls_in(leave, signal) for signal in row.signals)
    falls_in = sorted((one for one in found if one), key=lambda one: one.day)
    if row.client is None:
        return AwayFrom(row, tuple(falls_in), (), None)
    own_times = tuple(one for one in times if row.client.id in one.appointment.client_ids)
    return AwayFrom(row, tuple(falls_in), own_times, row.client.stand_in or leave.stand_in)


def _falls_in(leave: Leave, signal: Signal) -> FallsIn | None:
    """What is due before the leave and comes round again falls in it by its next time."""
    day, again = signal.due_on, False
    if day < leave.from_on and signal.kind in _RHYTHMS:
        rounds = -(-(leave.from_on - day).days // signal.interval_days)
        day, again = day + timedelta(days=rounds * signal.interval_days), True
    return FallsIn(signal, day, again) if leave.covers(day) else None

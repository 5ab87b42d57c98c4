"""What can be done with the row in focus on Today."""

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.appointments.acting import OFFERS as ABOUT_TIMES

ABOUT_FOCUS = frozenset(
    {"done", "not_reached", "next_step", "put_aside", "bring_back", "open", "explain", "meet", "agree"}
    | frozenset(ABOUT_TIMES)
)
_ABOUT_CLIENTS = frozenset({"not_reached", "put_aside", "meet"})
_READING = frozenset({"open", "explain"})


def able_with(row: QueueRow | None, *, is_behind: bool = False) -> frozenset[str]:
    """What can be done with the row, but for "agree", of which the workbook is asked.

    `is_behind`: on a list of a day behind, which is read only.
    """
    if row is None:
        return frozenset()
    if is_behind:
        return _READING
    able = ABOUT_FOCUS - {"agree", *ABOUT_TIMES}
    if row.client is None:
        able -= _ABOUT_CLIENTS if row.employer is not None else {*_ABOUT_CLIENTS, "next_step"}
    return able if row.snoozed_until is not None else able - {"bring_back"}


def able_at(line: AppointmentLine) -> frozenset[str]:
    """What can be done with a booked time; where it is with one client alone, a next step can be agreed too."""
    able = {"open"}
    if line.appointment.outcome is None:
        able |= {"done", *ABOUT_TIMES}
    if len(line.clients) == 1:
        able |= {"next_step", "meet"}
    return frozenset(able)

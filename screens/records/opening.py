"""Which page shows a record: some kinds have one of their own, the others share one."""

from collections.abc import Callable, Mapping

from valmentaja.errors import CannotBeMet
from valmentaja.screens.shell.page import Page

OWN_NETWORK = "own_network/0"
"""The row that opens the coach's own network."""
_ANSWER = "answer"


def open_record(page: Page, kind: str, record_id: int, desk: str) -> None:
    """Opens the page of the record over the page; an answer with its question, in the walk through the set.

    `desk` stays open above it.
    """
    if kind != _ANSWER:
        page.workbench.push_screen(record_page(kind, record_id, desk))
        return
    from valmentaja.screens.questions.opening import open_answer

    try:
        open_answer(page, record_id)
    except CannotBeMet as refusal:  # another window has taken it away a moment ago
        page.workbench.tell(refusal)


def record_page(kind: str, record_id: int, desk: str) -> Page:
    """The page of the record, under the desk that stays open above it."""
    if kind in _OPENED:
        return _OPENED[kind](record_id, desk)
    from valmentaja.screens.records.detail import DetailScreen

    return DetailScreen(kind, record_id, desk)


def _placement(record_id: int, desk: str) -> Page:
    from valmentaja.screens.placements.page import PlacementScreen

    return PlacementScreen(record_id, desk)


def _lead(record_id: int, desk: str) -> Page:
    from valmentaja.screens.leads.page import LeadScreen

    return LeadScreen(record_id, desk)


def _own_network(_record_id: int, _desk: str) -> Page:
    from valmentaja.screens.clients.own_network import OwnNetworkScreen

    return OwnNetworkScreen()


def _appointment(record_id: int, desk: str) -> Page:
    from valmentaja.screens.appointments.page import AppointmentScreen

    return AppointmentScreen(record_id, desk)


def _group(record_id: int, desk: str) -> Page:
    from valmentaja.screens.appointments.group_page import GroupScreen

    return GroupScreen(record_id, desk)


def _leave(record_id: int, desk: str) -> Page:
    from valmentaja.screens.my_work.leave_page import LeaveScreen

    return LeaveScreen(record_id, desk)


def _client(record_id: int, _desk: str) -> Page:
    from valmentaja.screens.clients.page import ClientScreen

    return ClientScreen(record_id)


def _employer(record_id: int, _desk: str) -> Page:
    from valmentaja.screens.employers.page import EmployerScreen

    return EmployerScreen(record_id)


_OPENED: Mapping[str, Callable[[int, str], Page]] = {
    "appointment": _appointment,
    "client_group": _group,
    "placement": _placement,
    "leave": _leave,
    "lead": _lead,
    "own_network": _own_network,
    "client": _client,
    "employer": _employer,
}

"""Opens what a row of the queue is about, or the very record that a reason comes from."""

from valmentaja.errors import CannotBeMet
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.shell.page import Page

_OWN_DESK = "my_work"


def open_row(page: Page, row: QueueRow) -> None:
    """The page of the client or the employer; of the coach's own things that of the record."""
    from valmentaja.screens.records.opening import record_page

    held = row.client or row.employer
    if held is None:
        open_record_of(page, row.signals[0], _OWN_DESK)
    else:
        page.workbench.push_screen(record_page("client" if row.client else "employer", held.id, page.desk))


def open_record_of(page: Page, signal: Signal, desk: str) -> None:
    """The record that the signal comes from: a step, a contact; the client, where it counts from their start."""
    from valmentaja.screens.records.opening import open_record
    from valmentaja.store.lookup import kind_of

    try:
        kind = kind_of(page.book, signal.record_id)
    except CannotBeMet as refusal:  # another window has taken it away a moment ago
        page.workbench.tell(refusal)
    else:
        open_record(page, kind, signal.record_id, desk)

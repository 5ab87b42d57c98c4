"""The phases that clients have been in, read from the workbook."""

from valmentaja.model.phase_stay import PhaseStay
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook


def phase_stays(book: Workbook, client_id: int) -> tuple[PhaseStay, ...]:
    """The client's phases in the order they were entered."""
    rows = book.rows(
        "SELECT *, main AS is_main FROM client_phase WHERE client_id = ? ORDER BY entered_on, id",
        (client_id,),
    )
    return tuple(record_of(PhaseStay, row) for row in rows)

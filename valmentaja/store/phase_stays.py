"""The phases that clients have been in, read from the workbook."""

from datetime import date

from valmentaja.model.phase_stay import PhaseStay
from valmentaja.store.clients import day_or_none
from valmentaja.store.workbook import Workbook


def phase_stays(book: Workbook, client_id: int) -> tuple[PhaseStay, ...]:
    """The client's phases in the order they were entered."""
    rows = book.rows("SELECT * FROM client_phase WHERE client_id = ? ORDER BY entered_on, id", (client_id,))
    return tuple(
        PhaseStay(
            id=row["id"],
            client_id=row["client_id"],
            phase=row["phase"],
            entered_on=date.fromisoformat(row["entered_on"]),
            left_on=day_or_none(row["left_on"]),
            is_main=bool(row["main"]),
        )
        for row in rows
    )

"""The client's work as rows of the page: jobs and unpaid periods with what was promised, and the job leads."""

from collections.abc import Sequence
from datetime import date

from valmentaja.desks.leads import leads_of_client
from valmentaja.desks.placements import placement_lines
from valmentaja.screens.leads.rows import lead_rows
from valmentaja.screens.placements.rows import placement_rows
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def work_rows(book: Workbook, texts: Texts, client_id: int, today: date, *, add_key: str) -> Sequence[Row]:
    """The placements, the latest start first, then the leads. `add_key` adds one."""
    rows = placement_rows(book, texts, placement_lines(book, client_id, today), today)
    rows = rows or [said_row(texts("work.none")), said_row(texts("work.none_key", key=add_key))]
    leads = lead_rows(texts, leads_of_client(book, client_id), today)
    return [*rows, GAP, heading(texts("part.leads")), *leads] if leads else rows

"""The client's work as rows of the page: jobs and unpaid periods, each with what was kept of what was promised."""

from collections.abc import Sequence
from datetime import date

from valmentaja.desks.placements import placement_lines
from valmentaja.screens.placements.rows import placement_rows
from valmentaja.screens.widgets.row_list import Row, said_row
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def work_rows(book: Workbook, texts: Texts, client_id: int, today: date, *, add_key: str) -> Sequence[Row]:
    """The placements, the latest start first. `add_key` adds one."""
    rows = placement_rows(book, texts, placement_lines(book, client_id, today), today)
    return rows or [said_row(texts("work.none")), said_row(texts("work.none_key", key=add_key))]

"""The coach's own network as rows, by name; Enter on one opens their page."""

from collections.abc import Sequence
from datetime import date

from valmentaja.desks.details import detail_lines
from valmentaja.model.supporter import Supporter
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.widgets.row_list import Row, said_row
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def own_network_rows(book: Workbook, texts: Texts, today: date, *, add_key: str) -> Sequence[Row]:
    """Everyone in it; an empty one says how it begins."""
    rows = DetailRows(book, texts, today).rows(detail_lines(book, Supporter, None))
    return rows or [said_row(texts("own_network.empty", key=add_key))]

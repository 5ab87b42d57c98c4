"""What takes a coach's time beside contacts, in the workbook."""

from collections.abc import Mapping

from valmentaja.store.details import Given, add_detail
from valmentaja.store.workbook import Workbook


def add_activity(book: Workbook, values: Mapping[str, Given]) -> int:
    """The coach tells where time went, and the id is given. `values` are by column, with `day` and `minutes`.

    Raises CannotBeMet where the day would come to have more than its 24 hours.
    """
    return add_detail(book, "activity", owner_id=None, about="", values=values)

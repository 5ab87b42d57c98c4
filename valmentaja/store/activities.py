"""What takes a coach's time beside contacts, in the workbook."""

from collections.abc import Mapping
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import MOST_MINUTES
from valmentaja.store.details import Given, add_detail
from valmentaja.store.time_entries import time_entries
from valmentaja.store.workbook import Workbook


def add_activity(book: Workbook, values: Mapping[str, Given]) -> int:
    """The coach tells where time went, and the id is given. `values` are by column, with `day` and `minutes`.

    Raises CannotBeMet where the day would come to have more than its 24 hours.
    """
    day, minutes = values["day"], values["minutes"]
    assert isinstance(day, date)
    assert isinstance(minutes, int)
    told = sum(entry.minutes or 0 for entry in time_entries(book, day, day))
    if told + minutes > MOST_MINUTES:
        raise CannotBeMet("time.day_full", day=day, minutes=told)
    return add_detail(book, "activity", owner_id=None, about="", values=values)

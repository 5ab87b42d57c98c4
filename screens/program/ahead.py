"""Loads what the coach opens next, in the moments after the first page stands there: a first visit waits for nothing.

One module at a time, on the main thread, between the keys: each takes a few milliseconds, and a key that comes
meanwhile is taken after one of them.
"""

from collections.abc import Callable, Iterator
from importlib import import_module

from textual.timer import Timer

AHEAD = (
    "json",
    "valmentaja.desks.lists",
    "valmentaja.store.contacts",
    "valmentaja.desks.runs",
    "valmentaja.store.diary",
    "valmentaja.desks.fields",
    "valmentaja.screens.records.field_rows",
    "textual.scrollbar",
    "valmentaja.screens.clients.desk",
    "valmentaja.screens.employers.desk",
    "valmentaja.screens.week.desk",
    "textual.document._document_navigator",
    "textual.widgets._text_area",
    "valmentaja.screens.widgets.fields",
    "valmentaja.screens.diary.day_writing",
    "valmentaja.screens.diary.desk",
    "valmentaja.screens.shell.form",
    "valmentaja.screens.shell.choose",
    "valmentaja.screens.widgets.name_field",
    "valmentaja.screens.contacts.log_form",
    "valmentaja.screens.contacts.meet_form",
    "valmentaja.screens.appointments.who_form",
    "valmentaja.screens.appointments.book_form",
    "valmentaja.screens.today.explanation",
    "valmentaja.screens.today.filter_line",
    "valmentaja.screens.today.week_ahead",
    "valmentaja.screens.records.record_page",
    "valmentaja.screens.appointments.page",
    "valmentaja.desks.details",
    "valmentaja.desks.placements",
    "valmentaja.screens.placements.rows",
    "valmentaja.desks.leads",
    "valmentaja.screens.leads.rows",
    "valmentaja.screens.records.detail_focus",
    "valmentaja.screens.clients.page",
    "valmentaja.screens.employers.page",
    "valmentaja.desks.questions",
    "valmentaja.screens.questions.walk",
    "valmentaja.screens.my_work.desk",
    "valmentaja.screens.placements.page",
    "valmentaja.screens.records.fields_form",
    "valmentaja.screens.records.detail_form",
    "valmentaja.screens.placements.placement_form",
    "valmentaja.screens.week.time_page",
    "valmentaja.screens.week.weeks_page",
    "valmentaja.desks.finding",
    "valmentaja.screens.find.page",
    "valmentaja.screens.settings.page",
    "valmentaja.screens.settings.signal_form",
)
"""What is loaded, in the order in which it is likely to be wanted; what others need stands before them."""

PAUSE_SECONDS = 0.002


class Ahead:
    """Goes through the modules, one at each `step`. `is_busy` tells that a key is being taken: then nothing is done."""

    def __init__(self, is_busy: Callable[[], bool]) -> None:
        self._is_busy = is_busy
        self._names: Iterator[str] = iter(AHEAD)
        self.timer: Timer | None = None

    def step(self) -> None:
        """Loads the next one, or ends when there is none."""
        if self._is_busy():
            return
        name = next(self._names, None)
        if name is not None:
            import_module(name)
        elif self.timer is not None:
            self.timer.stop()

"""A booked time was moved: its new day and time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from textual.widget import Widget

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.desks.days_off import day_off_said
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.rules.appointments import way_if_met
from valmentaja.screens.appointments.acting import kinder
from valmentaja.screens.appointments.words import called, noticed, read_moment, when
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.settings.work import usual_minutes, usual_place
from valmentaja.store.appointments import appointment
from valmentaja.store.booking import OutcomeWords, say_outcome


class MoveForm(Form[Appointment]):
    """All else stays as it was."""

    DEFAULT_CSS = """
    MoveForm #told { height: 3; }
    """

    def __init__(self, line: AppointmentLine) -> None:
        super().__init__(f"move/{line.appointment.id}")
        self._line = line

    def title_text(self) -> str:
        """Whose time, and when it was to be."""
        held = self._line.appointment
        return self.texts("move_form.title", name=called(self._line), when=when(self.texts, held))

    def rows(self) -> Iterable[Widget]:
        """The new day and time in one line."""
        example = self.texts("book_form.when_hint")
        yield FieldRow(self.texts("move_form.when"), LineField(id="when", placeholder=example))

    def understood(self) -> str:
        """The time written whole, and what is to be noticed of it."""
        if not self.value("when").strip():
            return ""
        try:
            day, at = self._moment()
        except ValmentajaError:
            return ""
        texts, planned = self.texts, replace(self._line.appointment, day=day, at=at)
        said = day_off_said(self.book, texts, day, self.today)
        told = [", ".join(filter(None, (when(texts, planned), said)))]
        clock = self.workbench.clock.time_of_day
        told += noticed(self.book, texts, planned, self._line.clients, self.today, clock)
        return "\n".join(told)

    def _moment(self) -> tuple[date, time]:
        typed = self.needed("when", "book_form.no_time")
        with self.reading("when"):
            return read_moment(typed, self.today)

    def keep(self) -> Appointment:
        """Moved, and booked anew: one change."""
        held, to = self._line.appointment, self._moment()
        usual = usual_minutes(self.book, held.way, self.today)
        place = usual_place(self.book, way_if_met(held), self.today)
        words = OutcomeWords(Outcome.MOVED, self.today, usual, place, to)
        with self.reading("when"):
            try:
                return say_outcome(self.book, held.id, words)
            except CannotBeMet as refusal:
                raise kinder(self.texts, held, refusal) from refusal

    def told(self, kept: Appointment) -> str:
        """The new time."""
        again = appointment(self.book, kept.moved_to_id) if kept.moved_to_id is not None else kept
        return self.texts("move_form.told", name=called(self._line), when=when(self.texts, again))

"""The booked times of the day on Today: their rows, the card of the one in focus, and what keys do with it."""

from collections.abc import Container, Sequence

from textual.content import Content

from valmentaja.desks.appointments import AppointmentLine, times_of_day
from valmentaja.screens.appointments.acting import AppointmentFocus
from valmentaja.screens.appointments.words import appointment_id_in
from valmentaja.screens.today.time_card import time_card
from valmentaja.screens.today.times import asked_first, time_rows
from valmentaja.screens.widgets.row_list import Row, RowList


class DayTimes(AppointmentFocus):
    """A page whose list begins with the times of the day."""

    def __init__(self) -> None:
        super().__init__()
        self._times: tuple[AppointmentLine, ...] = ()
        self._just_told = False

    def read_times(self, *, everyone: bool, only_with: Container[int] | None = None) -> list[Row]:
        """The rows of the day's times as they are now: a few of them, or with `everyone` all.

        `only_with`: those that one of these clients takes part in, by their ids.
        """
        times = times_of_day(self.book, self.today)
        if only_with is not None:
            times = tuple(one for one in times if any(who.id in only_with for who in one.clients))
        asked = self.focused_time
        self._times = times
        told = self.focused_time
        self._just_told = bool(
            asked and told and asked.appointment.outcome is None and told.appointment.outcome
        )
        clock, key = self.workbench.clock.time_of_day, self.key_of("everyone")
        return time_rows(self.texts, self._times, self.today, clock, everyone=everyone, key=key)

    def forget_times(self) -> None:
        """None are shown: the list is of another day."""
        self._times = ()
        self._just_told = False

    @property
    def has_just_told(self) -> bool:
        """Whether it has just been said what became of the time in focus."""
        return self._just_told

    def asked_next(self) -> str | None:
        """The row to go on to when it has just been said what became of the one in focus: the next that is asked."""
        told = self.focused_time
        if told is None or not self._just_told:
            return None
        after = self._times[self._times.index(told) :]
        return asked_first(after, self.today, self.workbench.clock.time_of_day) or self.asked_first()

    def asked_first(self) -> str | None:
        """The row of the first time of which it is asked what became of it."""
        return asked_first(self._times, self.today, self.workbench.clock.time_of_day)

    @property
    def focused_time(self) -> AppointmentLine | None:
        """The booked time in focus."""
        wanted = appointment_id_in(self.query_one(RowList).focused_id)
        return next((one for one in self._times if one.appointment.id == wanted), None)

    def time_card(self, line: AppointmentLine) -> Sequence[Content]:
        """The card of a booked time."""
        return time_card(
            self.book,
            self.texts,
            line,
            self.today,
            self.workbench.clock.time_of_day,
            outcome_key=self.key_of("outcome"),
            reminder_key=self.key_of("for_client"),
        )

    def open_time(self, line: AppointmentLine) -> None:
        """The page of a booked time."""
        from valmentaja.screens.appointments.page import AppointmentScreen

        self.workbench.push_screen(AppointmentScreen(line.appointment.id, self.desk))

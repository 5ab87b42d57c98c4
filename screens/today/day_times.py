"""The booked times of the day on Today: their rows, the card of the one in focus, and what keys do with it."""

from collections.abc import Sequence

from textual.content import Content

from valmentaja.desks.appointments import AppointmentLine, times_of_day
from valmentaja.screens.appointments.acting import OFFERS, AppointmentFocus
from valmentaja.screens.appointments.words import appointment_id_in
from valmentaja.screens.today.time_card import time_card
from valmentaja.screens.today.times import asked_first, time_rows
from valmentaja.screens.widgets.row_list import Row, RowList


class DayTimes(AppointmentFocus):
    """A page whose list begins with the times of the day."""

    def __init__(self) -> None:
        super().__init__()
        self._times: tuple[AppointmentLine, ...] = ()

    def read_times(self, *, everyone: bool) -> list[Row]:
        """The rows of the day's times as they are now: a few of them, or with `everyone` all."""
        self._times = times_of_day(self.book, self.today)
        clock, key = self.workbench.clock.time_of_day, self.key_of("everyone")
        return time_rows(self.texts, self._times, self.today, clock, everyone=everyone, key=key)

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


def able_at(line: AppointmentLine) -> frozenset[str]:
    """What can be done with a booked time; where it is with one client alone, a next step can be agreed too."""
    able = {"open"}
    if line.appointment.outcome is None:
        able |= {"done", *OFFERS}
    if len(line.clients) == 1:
        able |= {"next_step", "meet"}
    return frozenset(able)

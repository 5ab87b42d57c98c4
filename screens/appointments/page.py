"""The page of one booked time: its fields, each to be changed, who takes part, what became of it, and its series."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from valmentaja.desks.appointments import AppointmentLine, appointment_line, appointment_lines
from valmentaja.screens.appointments.acting import OFFERS, AppointmentFocus
from valmentaja.screens.appointments.may_tell import may_tell
from valmentaja.screens.appointments.rows import appointment_row
from valmentaja.screens.appointments.words import became, called, when
from valmentaja.screens.records.field_rows import every_field, field_rows, heading, labelled
from valmentaja.screens.records.record_page import Part, RecordPage
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.appointments import appointments_of_group
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.lookup import kind_of
from valmentaja.texts.shown import LONGEST_NAMED, one_line

KIND = "appointment"
SERIES_SHOWN = 8


class AppointmentScreen(RecordPage, AppointmentFocus):
    """Opened from Today, from the week, and from the pages of clients and groups."""

    offers: ClassVar[tuple[str, ...]] = (*RecordPage.offers, *OFFERS)

    def __init__(self, record_id: int, desk: str) -> None:
        super().__init__()
        self.desk = desk
        self._record_id = record_id
        self._booked: AppointmentLine | None = None

    def about(self) -> str:
        """Whom it is with."""
        return one_line(called(self._booked), LONGEST_NAMED) if self._booked else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The booked time as it is now."""
        line = self._booked = appointment_line(self.book, self._record_id)
        clock = self.workbench.clock.time_of_day
        outcome = became(self.texts, line.appointment, self.today, clock)
        told = " · ".join(filter(None, (when(self.texts, line.appointment), outcome)))
        return called(line), told, (Part("all", "", lambda: [*self._rows(line)]),)

    def _rows(self, line: AppointmentLine) -> Iterator[Row]:
        drafts = fields_with_drafts(self.book, KIND, self._record_id)
        yield from field_rows(self.book, self.texts, KIND, line.appointment, every_field(KIND), drafts)
        yield GAP
        yield from self._who(line)
        yield from self._outcome(line)
        yield from self._series(line)

    def _who(self, line: AppointmentLine) -> Iterator[Row]:
        """Those who take part, with how they are reached, and the group."""
        for place, one in enumerate(line.clients):
            reach = [one_line(part, LONGEST_NAMED) for part in (one.label, one.phone) if part]
            name = self.texts("book_form.clients") if place == 0 else ""
            yield labelled(f"client/{one.id}", name, " · ".join(reach))
        if line.group is not None:
            yield labelled(f"client_group/{line.group.id}", self.texts("book_form.group"), line.group.name)
        told = may_tell(self.book, self.texts, line)
        if told:
            yield labelled(None, self.texts("appointment.may_tell"), told, lines=3)

    def _outcome(self, line: AppointmentLine) -> Iterator[Row]:
        """What became of it, and the record that it was logged as, or the time that came in its place."""
        held, texts = line.appointment, self.texts
        if held.outcome is None:
            return
        leads_to = None
        if held.moved_to_id is not None:
            leads_to = f"{KIND}/{held.moved_to_id}"
        elif held.contact_id is not None:
            leads_to = f"{kind_of(self.book, held.contact_id)}/{held.contact_id}"
        yield labelled(leads_to, texts("appointment.became"), self._outcome_told(line))

    def _outcome_told(self, line: AppointmentLine) -> str:
        held, outcome = line.appointment, self.texts(f"outcome.{line.appointment.outcome}")
        if held.moved_to_id is None:
            return outcome
        again = appointment_line(self.book, held.moved_to_id)
        return f"{outcome}: {when(self.texts, again.appointment)}"

    def _series(self, line: AppointmentLine) -> Iterator[Row]:
        """The other meetings of the group, those to come first."""
        if line.group is None:
            return
        others = [one for one in appointments_of_group(self.book, line.group.id) if one.id != self._record_id]
        ahead = [one for one in others if one.day >= self.today]
        shown = [*ahead, *reversed([one for one in others if one.day < self.today])][:SERIES_SHOWN]
        if not shown:
            return
        yield from (GAP, heading(self.texts("appointment.series")))
        clock = self.workbench.clock.time_of_day
        for one in appointment_lines(self.book, shown):
            yield appointment_row(self.texts, one, self.today, clock)

    # Keys

    def told_first(self) -> Sequence[str]:
        """What is done with the time."""
        return (*OFFERS, "book")

    def appointment_in_focus(self) -> int | None:
        """Another of the series in focus; else the page's own."""
        return super().appointment_in_focus() or self._record_id

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the page's own, what has been said is not asked again."""
        if action in OFFERS and self._booked is not None and self.focused_id_is_own:
            return self._booked.appointment.outcome is None
        return super().check_action(action, parameters)

    @property
    def focused_id_is_own(self) -> bool:
        """Whether the keys are about the page's own time."""
        return self.appointment_in_focus() == self._record_id

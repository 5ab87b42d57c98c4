"""What single keys do with the booked time in focus: on Today, in the week, on the pages of clients and groups."""

from collections.abc import Callable
from typing import ClassVar

from valmentaja.desks.appointments import AppointmentLine, appointment_line
from valmentaja.errors import CannotBeMet
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.screens.appointments.words import appointment_id_in, called, when
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.texts import Texts

OFFERS = ("outcome", "for_client")


class AppointmentFocus(Page):
    """A page with booked times among its rows, `appointment/7`. It stands last among the bases, as `Acting` does."""

    about_appointment: ClassVar[tuple[str, ...]] = OFFERS

    def appointment_in_focus(self) -> int | None:
        """The id of the booked time that a key is about."""
        if not self.is_mounted or not self.query(RowList):
            return None
        return appointment_id_in(self.query_one(RowList).focused_id)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Does something that writes, and tells what refuses it. Whether it was done."""
        return self.workbench.attempt(deed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with a booked time."""
        if action in self.about_appointment:
            return self.appointment_in_focus() is not None
        return super().check_action(action, parameters)

    # What became of it

    def action_outcome(self) -> None:
        """Asks what became of the one in focus. A key that is held asks nothing of the next one."""
        found = self.appointment_in_focus()
        if found is not None and not self.workbench.is_key_held:
            self.ask_outcome(found)

    def ask_outcome(self, appointment_id: int) -> None:
        """What became of it: one of six answers, each by its number too."""
        from valmentaja.screens.shell.choose import Choose

        line = self._line(appointment_id)
        if line is None or self._is_said(line.appointment):
            return
        texts = self.texts
        question = texts("outcome.question", name=called(line), when=when(texts, line.appointment))
        answers = [(one.value, texts(f"outcome.{one}")) for one in Outcome]
        self.workbench.push_screen(Choose(question, answers), lambda chosen: self._became(line, chosen))

    def _line(self, appointment_id: int) -> AppointmentLine | None:
        try:
            return appointment_line(self.book, appointment_id)
        except CannotBeMet as refusal:  # taken back in another window
            self.workbench.tell(refusal)
            return None

    def _is_said(self, held: Appointment) -> bool:
        if held.outcome is not None:
            self.workbench.say(
                "outcome.said", outcome=self.texts(f"outcome.{held.outcome}"), key=self.key_of("undo")
            )
        return held.outcome is not None

    def _became(self, line: AppointmentLine, chosen: str | None) -> None:
        if chosen is None:
            return
        outcome = Outcome(chosen)
        if outcome is Outcome.MOVED:
            from valmentaja.screens.appointments.move_form import MoveForm

            self.workbench.push_screen(MoveForm(line))
            return
        if self.attempt(lambda: say_became(self, line.appointment, outcome)):
            self.workbench.say_done(f"outcome_told.{outcome}", name=called(line))

    # What the client gets

    def action_for_client(self) -> None:
        """The text that reminds of the one in focus, ready to be sent."""
        from valmentaja.screens.appointments.for_client import reminder

        found = self.appointment_in_focus()
        line = None if found is None else self._line(found)
        if line is not None and not self._is_said(line.appointment):
            self.workbench.push_screen(reminder(self, line))


def say_became(page: Page, held: Appointment, outcome: Outcome) -> Appointment:
    """Says it, and with it all that follows. Raises CannotBeMet in words without commands."""
    # what is logged is loaded when something is
    from valmentaja.rules.appointments import way_if_met
    from valmentaja.settings.work import usual_minutes, usual_place
    from valmentaja.store.booking import OutcomeWords, say_outcome

    usual = usual_minutes(page.book, held.way, page.today)
    place = usual_place(page.book, way_if_met(held), page.today)
    try:
        return say_outcome(page.book, held.id, OutcomeWords(outcome, page.today, usual, place))
    except CannotBeMet as refusal:
        raise kinder(page.texts, held, refusal) from refusal


def kinder(texts: Texts, held: Appointment, refusal: CannotBeMet) -> CannotBeMet:
    """The same refusal as the screens say it: nobody is told of commands here."""
    match refusal.key:
        case "date.ahead":
            return CannotBeMet("outcome.ahead", when=when(texts, held))
        case "appointment.said":
            return CannotBeMet("outcome.said")
    return refusal

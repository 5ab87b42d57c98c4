"""How the cooperation with an employer stands: it goes on, rests until a day, or has ended."""

from collections.abc import Iterable
from datetime import date

from valmentaja.model.employer import Employer, EmployerState
from valmentaja.rules.refusals import refuse_not_ahead
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.store.employers import set_employer_state
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class StateForm(Form[Employer]):
    """The day is asked for only where it rests."""

    def __init__(self, held: Employer) -> None:
        super().__init__(f"employer/{held.id}/state")
        self._held = held

    def title_text(self) -> str:
        """Whose it is."""
        return self.texts("employer_state_form.title", name=one_line(self._held.name, LONGEST_NAMED))

    def rows(self) -> Iterable[FieldRow]:
        """The state, and until when it rests."""
        texts, held = self.texts, self._held
        states = [(one.value, texts(f"employer_state.{one}")) for one in EmployerState]
        now = held.state or EmployerState.ACTIVE
        until = texts.date(held.rests_until) if held.rests_until else ""
        example = texts("step_form.on_example")
        yield FieldRow(texts("employer_page.state"), ChoiceField(states, now, id="state"))
        yield FieldRow(
            texts("employer_state_form.until"), LineField(until, placeholder=example, id="rests_until")
        )

    def on_mount(self) -> None:
        """Only what is asked for is in sight."""
        self._show_day()

    def changed(self) -> None:
        """The state may be another one now."""
        self._show_day()
        super().changed()

    def fill(self, name: str, value: str) -> None:
        """What was chosen before shows its day."""
        super().fill(name, value)
        self._show_day()

    def _show_day(self) -> None:
        for row in self.query(FieldRow):
            if row.field.id == "rests_until":
                row.display = self._state is EmployerState.RESTING

    @property
    def _state(self) -> EmployerState:
        return EmployerState(self.value("state"))

    def _until(self) -> date:
        self.needed("rests_until", "employer.no_rest_day")
        day = self.day_in("rests_until", Meaning.PLAN)
        with self.reading("rests_until"):
            refuse_not_ahead(day, self.today)
        return day

    def understood(self) -> str:
        """What follows from the state."""
        if self._state is EmployerState.RESTING:
            return self.day_line(self._until) or self.texts("employer_state_form.resting")
        return self.texts(f"employer_state_form.{self._state}")

    def keep(self) -> Employer:
        """Set: one change."""
        until = self._until() if self._state is EmployerState.RESTING else None
        return set_employer_state(self.book, self._held.id, self._state, until)

    def told(self, kept: Employer) -> str:
        """How it stands now."""
        return self.texts("employer_state_form.told", name=kept.name, state=state_told(self.texts, kept))


def state_told(texts: Texts, held: Employer) -> str:
    """How the cooperation stands, in words."""
    if held.state is EmployerState.RESTING and held.rests_until is not None:
        return texts("employer_page.rests", day=held.rests_until)
    return texts(f"employer_state.{held.state or EmployerState.ACTIVE}")

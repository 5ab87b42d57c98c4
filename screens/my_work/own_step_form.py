"""A step of the coach's own, about no client and no employer: what, and by when."""

from collections.abc import Iterable
from datetime import date

from valmentaja.model.step import NextStep, Owner
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.steps import StepWords, plan_own_step
from valmentaja.texts.dates import Meaning
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class OwnStepForm(Form[NextStep]):
    """It stands on Today when its day comes, among the clients and the employers."""

    def __init__(self) -> None:
        super().__init__("own_step")

    def title_text(self) -> str:
        """That it is the coach's own."""
        return self.texts("own_step_form.title")

    def rows(self) -> Iterable[FieldRow]:
        """What, when."""
        texts = self.texts
        example = texts("own_step_form.text_example")
        yield FieldRow(texts("step_form.text"), LineField(id="text", placeholder=example))
        yield FieldRow(texts("step_form.on"), LineField(id="on", placeholder=texts("step_form.on_example")))

    def understood(self) -> str:
        """The day that was typed, written whole."""
        return self.day_line(self._due_on)

    def _due_on(self) -> date:
        self.needed("on", "step.no_day")
        return self.day_in("on", Meaning.PLAN)

    def told(self, kept: NextStep) -> str:
        """What was planned, and by when."""
        text = one_line(kept.text, LONGEST_NAMED)
        return self.texts("own_step_form.told", text=text, day=self.texts.whole_day(kept.due_on))

    def keep(self) -> NextStep:
        """Planned: one change."""
        text, due_on = self.needed("text", "step.no_text"), self._due_on()
        return plan_own_step(self.book, StepWords(text, due_on, self.today, Owner.COACH))

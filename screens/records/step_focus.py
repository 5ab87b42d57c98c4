"""A step in focus on the page of a record, and the key that says it is done."""

from typing import ClassVar

from valmentaja.errors import CannotBeMet
from valmentaja.model.step import NextStep
from valmentaja.screens.records.record_page import RecordPage
from valmentaja.store.steps import finish_step, next_step
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class StepFocus(RecordPage):
    """A page with steps among its rows."""

    offers: ClassVar[tuple[str, ...]] = (*RecordPage.offers, "done")

    def step_row_id(self) -> str:
        """The id of the row, or the record, that may be a step: `next_step/7`."""
        return self.focused_id or ""

    def step_in_focus(self) -> NextStep | None:
        """The open step in focus."""
        kind, _, number = self.step_row_id().partition("/")
        if kind != "next_step" or not number.isdigit():
            return None
        try:
            step = next_step(self.book, int(number))
        except CannotBeMet:
            return None
        return step if step.done_on is None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An open step can be done."""
        if action == "done":
            return self.step_in_focus() is not None
        return super().check_action(action, parameters)

    def action_done(self) -> None:
        """The step in focus is done today. A key that is held does not go on to the next one."""
        step = None if self.workbench.is_key_held else self.step_in_focus()
        if step and self.workbench.attempt(lambda: finish_step(self.book, step.id, self.today)):
            self.workbench.say_done("today.step_done", text=one_line(step.text, LONGEST_NAMED))

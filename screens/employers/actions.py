"""What single keys do with the employer in focus: on the list of employers and on an employer's page alike."""

from typing import TYPE_CHECKING

from valmentaja.model.employer import Employer
from valmentaja.screens.page import Page

if TYPE_CHECKING:
    from valmentaja.screens.log_form import LogForm

OFFERS = ("next_step",)


class EmployerActions(Page):
    """A page on which an employer has the focus. It stands last among the bases: Textual styles by the first."""

    def employer_in_focus(self) -> Employer | None:
        """The employer that a key is about."""
        raise NotImplementedError

    def log_form(self) -> "LogForm":
        """The form for a contact with the employer in focus."""
        from valmentaja.screens.log_form import LogForm

        return LogForm(employer=self.employer_in_focus())

    def action_next_step(self) -> None:
        """A next step is agreed."""
        from valmentaja.screens.step_form import StepForm

        held = self.employer_in_focus()
        if held is not None:
            self.workbench.push_screen(StepForm(held))

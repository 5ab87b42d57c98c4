"""What single keys do with the client or the employer in focus: on the lists and on their pages alike."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.screens.shell.page import Page

if TYPE_CHECKING:
    from valmentaja.screens.appointments.book_form import BookForm
    from valmentaja.screens.contacts.log_form import LogForm
    from valmentaja.screens.shell.form import Form

Kept = TypeVar("Kept")
Subject = Client | Employer

OFFERS = ("next_step",)


def called(subject: Subject) -> str:
    """What a client or an employer is called."""
    return subject.label if isinstance(subject, Client) else subject.name


class Acting(Page):
    """A page on which a client or an employer has the focus.

    It stands last among the bases: Textual styles by the first. `about_focus` names the actions that are about the
    one in focus, of which `can_do` says whether they can be done.
    """

    about_focus: ClassVar[tuple[str, ...]] = OFFERS

    def in_focus(self) -> Subject | None:
        """The one that a key is about, as it is now."""
        raise NotImplementedError

    def can_do(self, action: str) -> bool:
        """Whether the action of `about_focus` can be done with the one in focus."""
        return self.in_focus() is not None

    def kept(self, kept: object) -> None:
        """A form about the one in focus was left; `None` when nothing was kept."""

    def open_form(self, form: "Form[Kept]") -> None:
        """Opens a form about the one in focus."""
        self.workbench.push_screen(form, self.kept)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with the one in focus."""
        return self.can_do(action) if action in self.about_focus else super().check_action(action, parameters)

    def log_form(self) -> "LogForm":
        """The form for a contact with the employer in focus, or for the client in focus."""
        from valmentaja.screens.contacts.log_form import LogForm

        held = self.in_focus()
        return LogForm(employer=held) if isinstance(held, Employer) else LogForm(client=held)

    def book_form(self) -> "BookForm":
        """With the client or the employer in focus, as far as the coaching goes on."""
        from valmentaja.screens.appointments.book_form import BookForm

        held = self.in_focus()
        if isinstance(held, Employer):
            return BookForm(employer=held)
        return BookForm(client=None if held is None or held.has_ended(self.today) else held)

    def action_next_step(self) -> None:
        """A next step is agreed."""
        from valmentaja.screens.records.step_form import StepForm

        held = self.in_focus()
        if held is not None:
            self.open_form(StepForm(held))

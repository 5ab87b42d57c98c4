"""Logs a contact with an employer, from anywhere: one line and Enter are enough, the rest can be told in fields."""

from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.place import FormPlace
from valmentaja.screens.contacts.lines_form import LINES, LinesForm, lines_in
from valmentaja.screens.contacts.log_line import LogLine
from valmentaja.screens.contacts.scribbled_form import ScribbledForm


class LogForm(ScribbledForm):
    """With the client it is about, or the employer, filled in beforehand. Many lines have a form of their own."""

    offers = ("log_lines", *ScribbledForm.offers)

    def __init__(
        self,
        client: Client | None = None,
        employer: Employer | None = None,
        *,
        line_names_employer: bool = False,
    ) -> None:
        """`line_names_employer`: as on the list, where the line may name another than the row in focus."""
        super().__init__("log", client, employer, line_names_employer=line_names_employer)
        self._waiting = 0

    def on_mount(self) -> None:
        """Lines that wait are told of."""
        left = self.workbench.drafts.left_at(FormPlace(LINES))
        self._waiting = len(lines_in(left[-1].text)) if left else 0

    def line_told(self) -> str:
        """Also that lines wait."""
        told = super().line_told()
        if not self._waiting:
            return told
        waits = self.texts.counted("log_form.lines_wait", self._waiting, key=self.key_of("log_lines"))
        return "\n".join(filter(None, (told, waits)))

    def on_log_line_several(self, event: LogLine.Several) -> None:
        """They are gone through one by one; what stands here waits."""
        self._open_lines(LinesForm(event.lines))

    def action_log_lines(self) -> None:
        """Many lines are pasted, or those that wait are gone through."""
        self._open_lines(LinesForm())

    def _open_lines(self, lines: LinesForm) -> None:
        self.action_leave()
        if self.workbench.screen is not self:  # else it could not be kept, and says so
            self.workbench.push_screen(lines)

"""A page opened over a desk with Enter, about one record, and left with Esc."""

from valmentaja.errors import CannotBeMet
from valmentaja.screens.page import Page


class PushedPage(Page):
    """Shows itself anew as any page does; when its record is gone, taken back by an undo, the page closes and says so."""

    offers = ("leave",)

    def __init__(self) -> None:
        super().__init__()
        self._gone = False

    def show_record(self) -> None:
        """Reads the record and shows it. Raises CannotBeMet when there is none any more."""
        raise NotImplementedError

    def renew(self) -> None:
        """The record as it is now."""
        try:
            self.show_record()
        except CannotBeMet:
            self._gone = True
            self.call_later(self._close)

    def _close(self) -> None:
        """Closes once no dialog stands over it; with one, when that is left and the page is shown again."""
        if self._gone and self.is_current:
            self._gone = False
            if not self.workbench.said:
                self.workbench.say("record.gone")
            self.dismiss(None)

    def action_leave(self) -> None:
        """Esc: back to where it was opened."""
        self.dismiss(None)

"""A record that tells more of a client in focus: what the keys do with it, on whatever page it stands."""

from collections.abc import Sequence
from typing import ClassVar, cast

from valmentaja.desks.details import client_of_detail
from valmentaja.desks.fields import record_with
from valmentaja.errors import CannotBeMet
from valmentaja.model.supporter import Supporter
from valmentaja.screens.records.detail_deeds import can_finish, contact_form, finish
from valmentaja.screens.records.step_focus import StepFocus
from valmentaja.store.clients import client
from valmentaja.store.details import DETAILS, REMOVABLE, Detail, remove_detail


class DetailFocus(StepFocus):
    """A page with such records among its rows: `done` does what the one in focus waits for, `remove` takes it away."""

    offers: ClassVar[tuple[str, ...]] = (*StepFocus.offers, "remove")

    def told_first(self) -> Sequence[str]:
        """What is done with the records."""
        return (*super().told_first(), "done", "remove")

    def detail_row_id(self) -> str:
        """The id of the row, or the record, that may be one of them: `wish/7`."""
        return self.focused_id or ""

    def detail_in_focus(self) -> tuple[str, Detail] | None:
        """The kind and the record in focus."""
        kind, _, number = self.detail_row_id().partition("/")
        if kind not in DETAILS or not number.isdigit():
            return None
        try:
            return kind, cast("Detail", record_with(self.book, kind, int(number)))
        except CannotBeMet:
            return None

    def can_finish(self, record: Detail) -> bool:
        """Whether the record waits for something that can be done here."""
        return can_finish(record, self.today)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What waits can be done; what may be taken away can be removed."""
        if action in ("done", "remove"):
            held = self.detail_in_focus()
            if action == "remove":
                return held is not None and held[0] in REMOVABLE
            if held is not None:
                return self.can_finish(held[1])
        return super().check_action(action, parameters)

    def action_done(self) -> None:
        """What the record in focus waits for: a benefit is checked, a report given, a concern settled."""
        held = self.detail_in_focus()
        if held is None:
            super().action_done()
        elif not self.workbench.is_key_held and (form := finish(self, held[1])) is not None:
            self.workbench.push_screen(form)

    def action_meet(self) -> None:
        """A contact with whoever is in focus: someone of a network, else the client."""
        held = self.detail_in_focus()
        if held is not None and isinstance(held[1], Supporter):
            self.workbench.push_screen(contact_form(self, held[1]))
        else:
            super().action_meet()

    def action_remove(self) -> None:
        """The record in focus is taken away; undo brings it back."""
        held = None if self.workbench.is_key_held else self.detail_in_focus()
        if held is None:
            return
        kind, record = held
        about = self._about_whom(record)
        if self.workbench.attempt(lambda: remove_detail(self.book, kind, record.id, about=about)):
            self.workbench.say_done("detail_form.removed", what=self.texts(f"kind.{kind}"))

    def _about_whom(self, record: Detail) -> str:
        """Whose it is, for the journal: the client, or the one of the coach's own network."""
        client_id = client_of_detail(self.book, record)
        if client_id is not None:
            return client(self.book, client_id).label
        return record.name if isinstance(record, Supporter) else ""

"""The coach's own network: whom to ask, and when they were in contact last."""

from collections.abc import Sequence
from typing import ClassVar

from valmentaja.screens.records.detail_deeds import adding_form
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.own_network_rows import own_network_rows
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.widgets.row_list import Row


class OwnNetworkScreen(DetailFocus):
    """Opened from a client's network, left with Esc."""

    desk = "clients"
    offers: ClassVar[tuple[str, ...]] = (*DetailFocus.offers, "add")

    def about(self) -> str:
        """Whose network it is."""
        return self.texts("network.own")

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """Everyone in it, by name."""
        title = self.texts("own_network.title")
        return title, self.texts("own_network.about"), (Part("all", "", self._rows),)

    def _rows(self) -> Sequence[Row]:
        return own_network_rows(self.book, self.texts, self.today, add_key=self.key_of("add"))

    def status(self) -> tuple[str, str]:
        """Nothing to say: the rows say it."""
        return "", ""

    def told_first(self) -> Sequence[str]:
        """That others are added too."""
        return (*super().told_first(), "add")

    def action_add(self) -> None:
        """Someone is added."""
        self.workbench.push_screen(adding_form(self, "supporter", None))

"""The last line of every page: what the keys do for whatever has the focus."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from valmentaja.screens.commands import COMMANDS
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.literal import literal

if TYPE_CHECKING:
    from valmentaja.screens.shell.page import Page

_GAP = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """One command as the line tells it."""

    command_id: str
    content: Content


class ActionsLine(Widget):
    """Key and word, as many as there is room for; help always stands last. A click does what it says."""

    DEFAULT_CSS = """
    ActionsLine { height: 1; padding: 0 1; background: $background; color: $foreground; }
    """

    def on_mount(self) -> None:
        """Follows the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Content:
        """What fits."""
        return Content(" " * _GAP).join(part.content for part in self._parts())

    def _parts(self) -> list[_Part]:
        page = cast("Page", self.screen)
        texts = page.texts
        told = [
            _Part(one, literal(key_name(texts, key), "bold $accent") + " " + literal(texts(f"key.{one}")))
            for one, key in page.commands_now()
            if one not in page.not_in_footer and (COMMANDS[one].in_footer or one in page.also_in_footer)
        ]
        return _fitting(told, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Does what stands under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        at = offset.x
        for part in self._parts():
            if 0 <= at < part.content.cell_length:
                self.screen.call_later(self.screen.run_action, COMMANDS[part.command_id].action)
                return
            at -= part.content.cell_length + _GAP


def _fitting(parts: list[_Part], width: int) -> list[_Part]:
    """Those that fit, in order; the last one, help, has its place kept."""
    if not parts:
        return []
    room = width - parts[-1].content.cell_length
    kept = []
    for part in parts[:-1]:
        room -= part.content.cell_length + _GAP
        if room < 0:
            break
        kept.append(part)
    return [*kept, parts[-1]]

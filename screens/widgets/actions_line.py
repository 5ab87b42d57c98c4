"""The last line of every page: what the keys do for whatever has the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from valmentaja.screens.commands import COMMANDS, Footer
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.literal import literal

if TYPE_CHECKING:
    from valmentaja.screens.shell.page import Page

_GAP = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One command as the line tells it."""

    command_id: str
    content: Content


class ActionsLine(Widget):
    """Key and word, as many as there is room for, in the order of `COMMANDS`. A click does what it says."""

    DEFAULT_CSS = """
    ActionsLine { height: 1; padding: 0 1; background: $background; color: $foreground; }
    """

    def on_mount(self) -> None:
        """Follows the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Content:
        """What fits."""
        return Content(" " * _GAP).join(part.content for part in self._parts())

    def _parts(self) -> Sequence[Part]:
        page = cast("Page", self.screen)
        texts, first = page.texts, page.told_first()
        told = [
            Part(one, literal(key_name(texts, key), "bold $accent") + " " + literal(page.word_of(one)))
            for one, key in page.commands_now()
            if COMMANDS[one].footer is not Footer.WHERE_NAMED or one in first
        ]
        return fitting(told, first, self.size.width)

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


def fitting(parts: Sequence[Part], first: Sequence[str], width: int) -> list[Part]:
    """Those that fit, in their order: what is told always has its room kept, then what the screen names `first`."""
    by_weight = sorted(parts, key=lambda part: _weight(part.command_id, first))
    room, kept = width + _GAP, set[str]()
    for part in by_weight:
        wanted = part.content.cell_length + _GAP
        if wanted <= room:
            room -= wanted
            kept.add(part.command_id)
    return [part for part in parts if part.command_id in kept]


def _weight(command_id: str, first: Sequence[str]) -> int:
    """The heavier of two gives way."""
    if COMMANDS[command_id].footer is Footer.ALWAYS:
        return -1
    return first.index(command_id) if command_id in first else len(first)

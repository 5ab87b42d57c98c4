"""The last line of every page: what the keys do for whatever has the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

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

    LINES: ClassVar[int] = 1

    DEFAULT_CSS = """
    ActionsLine { height: 1; padding: 0 1; background: $background; color: $foreground; }
    """

    def on_mount(self) -> None:
        """Follows the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Content:
        """What fits."""
        return Content("\n").join(
            Content(" " * _GAP).join(part.content for part in line) for line in self._lines()
        )

    def _lines(self) -> Sequence[Sequence[Part]]:
        page = cast("Page", self.screen)
        texts, first = page.texts, page.told_first()
        told = [
            Part(one, literal(key_name(texts, key), "bold $accent") + " " + literal(page.word_of(one)))
            for one, key in page.commands_now()
            if COMMANDS[one].footer is not Footer.WHERE_NAMED or one in first
        ]
        return fitting_lines(told, first, self.size.width, self.LINES)

    def on_click(self, event: events.Click) -> None:
        """Does what stands under the pointer."""
        offset, lines = event.get_content_offset(self), self._lines()
        if offset is None or offset.y >= len(lines):
            return
        at = offset.x
        for part in lines[offset.y]:
            if 0 <= at < part.content.cell_length:
                self.screen.call_later(self.screen.run_action, COMMANDS[part.command_id].action)
                return
            at -= part.content.cell_length + _GAP


def fitting_lines(
    parts: Sequence[Part], first: Sequence[str], width: int, most_lines: int
) -> list[list[Part]]:
    """As `fitting`, on so many lines at most: what gives way does so until the rest can be broken into them."""
    for less in range(max(1, width)):
        lines = _broken(fitting(parts, first, width * most_lines - less), width)
        if len(lines) <= most_lines:
            return lines
    return []


def _broken(parts: Sequence[Part], width: int) -> list[list[Part]]:
    """One after another, on as many lines as they take."""
    lines: list[list[Part]] = [[]]
    room = width + _GAP
    for part in parts:
        wanted = part.content.cell_length + _GAP
        if wanted > room and lines[-1]:
            lines.append([])
            room = width + _GAP
        lines[-1].append(part)
        room -= wanted
    return lines


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

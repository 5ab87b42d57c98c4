"""Help: what the keys do for whatever had the focus when it was asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from valmentaja.screens.commands import ANYWHERE, COMMANDS, ON_PAGES
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.laid_out import LaidOut
from valmentaja.screens.widgets.reading import Reading
from valmentaja.texts import Texts

KEY_WIDTH = 9
ID_WIDTH = 15
LEAST_WIDTH_WITH_IDS = 56
MOST_LINES = 5
TYPING_KEYS = ("undo", "redo", "copy", "lines", "words")
"""The lines on what a text field does by itself, in order."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One key: how it is written, what it is called, what it does, and the id by which it is changed ("" for none)."""

    key: str
    name: str
    does: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """Keys that belong together, under a heading."""

    heading: str
    lines: tuple[HelpLine, ...]


def help_groups(texts: Texts, commands: Sequence[tuple[str, str]], *, typing: bool) -> tuple[HelpGroup, ...]:
    """The commands that the focus has, with their keys, by where they work. `typing`: the focus is in a text field."""
    here, on_pages, everywhere = [], [], []
    for command_id, key in commands:
        line = HelpLine(
            key_name(texts, key), texts(f"key.{command_id}"), texts(f"key.{command_id}.help"), command_id
        )
        if command_id not in (*ON_PAGES, *ANYWHERE):
            here.append(line)
        elif COMMANDS[command_id].in_fields:
            everywhere.append(line)
        else:
            on_pages.append(line)
    groups = (
        HelpGroup(texts("help.here"), tuple(here)),
        HelpGroup(texts("help.on_pages"), tuple(on_pages)),
        HelpGroup(texts("help.everywhere"), tuple(everywhere)),
        HelpGroup(texts("help.typing"), tuple(_typing_lines(texts)) if typing else ()),
    )
    return tuple(group for group in groups if group.lines)


def _typing_lines(texts: Texts) -> Iterator[HelpLine]:
    for one in TYPING_KEYS:
        yield HelpLine(texts(f"help.typing.{one}.key"), "", texts(f"help.typing.{one}"))


def laid_out(texts: Texts, groups: Sequence[HelpGroup], width: int) -> Content:
    """The groups, one under another; where there is room, with ids, and at the end what those are for."""
    parts = [Content("\n").join(_lines(group, width)) for group in groups]
    if width >= LEAST_WIDTH_WITH_IDS:
        parts.append(Content("\n").join(literal(texts("help.ids_are"), "$quiet").wrap(width)))
    return Content("\n\n").join(parts)


def _lines(group: HelpGroup, width: int) -> Iterator[Content]:
    yield literal(group.heading, "bold $primary")
    for line in group.lines:
        yield _line(line, width)


def _line(line: HelpLine, width: int) -> Content:
    with_ids = width >= LEAST_WIDTH_WITH_IDS
    room = width - KEY_WIDTH - 1 - (ID_WIDTH + 2 if with_ids else 0)
    does = literal(line.does)
    if line.name:
        does = literal(line.name, "bold") + "  " + does
    columns = [Column(literal(line.key, "bold $accent"), KEY_WIDTH), Column(does, room, MOST_LINES)]
    if with_ids:
        columns.append(Column(literal(f" {line.id}", "$quiet"), ID_WIDTH + 1))
    return row(columns)


class HelpScreen(Dialog[None]):
    """The keys that work where the coach was. Esc goes back there."""

    DEFAULT_CSS = """
    HelpScreen #box { width: 100; max-width: 100%; height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    HelpScreen #title { text-style: bold; margin: 0 1 1 1; }
    HelpScreen Reading { margin-bottom: 1; padding-left: 1; }
    """
    offers = ("guide",)
    way_out = "back"

    def __init__(self, commands: Sequence[tuple[str, str]], *, typing: bool = False) -> None:
        """`commands` are those that the focus had, each with its key; `typing`: it was in a text field."""
        super().__init__()
        self._commands = tuple(commands)
        self._typing = typing

    def compose(self) -> ComposeResult:
        """Title, keys, and how to leave."""
        groups = help_groups(self.texts, self._commands, typing=self._typing)
        with Vertical(id="box"):
            yield Static(literal(self.texts("help.title")), id="title")
            with Reading():
                yield LaidOut(partial(laid_out, self.texts, groups))
            yield ActionsLine()

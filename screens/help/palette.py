"""The palette: looks for something to do by its words, and does it on the page from which it was asked for."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Keymap
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import FuzzySearch

from valmentaja.screens.commands import ANYWHERE, COMMANDS, ON_PAGES, Command
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog, Page
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.row_list import Row, RowList, fixed_row, said_row

NAME_WIDTH = 20
KEY_WIDTH = 8
MOST_LINES = 3
_MOVES = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done: a command's id, its words, and its key as it is written."""

    id: str
    name: str
    does: str
    key: str


def deeds(page: Page, own_keys: Keymap) -> tuple[Deed, ...]:
    """What can be done on the page now: first what is its own, then what every page has."""
    wanted = dict.fromkeys((*page.offers, *ON_PAGES, *ANYWHERE))
    texts = page.texts
    return tuple(
        Deed(
            one,
            texts(f"key.{one}"),
            texts(f"key.{one}.help"),
            key_name(texts, own_keys.get(one, command.shown_key)),
        )
        for one in wanted
        if (command := COMMANDS[one]).in_palette and _can(page, command)
    )


def _can(page: Page, command: Command) -> bool:
    namespace, name, parameters = parse(command.action)
    return bool((page.app if namespace == "app" else page).check_action(name, parameters))


def found(all_deeds: Sequence[Deed], wanted: str) -> tuple[Deed, ...]:
    """Those that fit what was typed, the best first: each word nearly in the name, or in `does`."""
    words = _folded(wanted).split()
    search = FuzzySearch(case_sensitive=True)
    scored = [
        (sum(scores), deed)
        for deed in all_deeds
        if all(scores := [_score(search, one, deed) for one in words])
    ]
    return tuple(deed for _, deed in sorted(scored, key=lambda pair: -pair[0]))


def _score(search: FuzzySearch, word: str, deed: Deed) -> float:
    """How well one word fits; 0 for not at all."""
    if f" {word}" in f" {_folded(deed.does)}":
        return max(1.0, search.match(word, _folded(deed.name))[0])
    return search.match(word, _folded(deed.name))[0]


def _folded(text: str) -> str:
    """Small letters without dots and rings: who types "paivakirja" means "päiväkirja"."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


class Palette(Dialog[str]):
    """A field and what was found. Gives the id of the command chosen, `None` for none."""

    DEFAULT_CSS = """
    Palette #box { width: 78; max-width: 100%; height: auto; max-height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    Palette LineField { margin: 0 1 1 1; }
    Palette RowList { height: 14; margin-bottom: 1; }
    """
    offers = ("choose",)
    by_enter = ("choose",)
    way_out = "back"

    def __init__(self, all_deeds: Sequence[Deed]) -> None:
        super().__init__()
        self._deeds = tuple(all_deeds)

    def compose(self) -> ComposeResult:
        """Field, list, keys."""
        with Vertical(id="box"):
            yield LineField(placeholder=self.texts("palette.look_for"))
            yield RowList()
            yield ActionsLine()

    def on_mount(self) -> None:
        """All there is, until something is typed."""
        self.query_one(RowList).can_focus = False
        self._show(self._deeds)

    def on_input_changed(self, event: LineField.Changed) -> None:
        """What fits what was typed, the best in focus."""
        self._show(found(self._deeds, event.value))

    def _show(self, shown: Sequence[Deed]) -> None:
        rows = self.query_one(RowList)
        rows.show_rows(list(self._rows(shown)), shown[0].id if shown else None)

    def say_here(self, sentence: str) -> None:
        """In place of the list, until the next letter."""
        self.query_one(RowList).show_rows([said_row(sentence)])

    def _rows(self, shown: Sequence[Deed]) -> Iterable[Row]:
        if not shown:
            yield fixed_row(None, literal(self.texts("palette.none")))
        for deed in shown:
            yield Row(deed.id, partial(_told, deed))

    def on_key(self, event: events.Key) -> None:
        """Up and down move in the list, while the field keeps what is typed."""
        if event.key in _MOVES:
            event.stop()
            getattr(self.query_one(RowList), f"action_{_MOVES[event.key]}")()

    def on_input_submitted(self) -> None:
        """Enter does what is in focus."""
        self.action_open()

    def action_open(self) -> None:
        """The command in focus is to be done."""
        chosen = self.query_one(RowList).focused_id
        if chosen is not None:
            self.dismiss(chosen)


def _told(deed: Deed, width: int) -> Content:
    return row(
        (
            Column(literal(deed.name, "bold"), NAME_WIDTH),
            Column(literal(deed.does, "$quiet"), width - NAME_WIDTH - KEY_WIDTH - 2, MOST_LINES),
            Column(literal(deed.key, "$accent"), KEY_WIDTH),
        )
    )

"""Real terminals: two windows on one field, keys that come all at once, a window resized meanwhile, the mouse."""

import fcntl
import struct
import termios
from pathlib import Path

import pytest

from tests.cli.running import Terminal
from tests.screens.records import go_to_row
from tests.screens.running import open_app, press, shows, write
from tests.store.workbooks import TODAY, opened
from valmentaja.places import Home
from valmentaja.screens.records.both_texts import BothTexts
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.store.clients import all_clients
from valmentaja.store.diary import diary_entry_of
from valmentaja.store.journal import changes

LETTERS = "".join(chr(ord("a") + number % 26) for number in range(100))
ARROWS = 101
"""More than a hundred. The list of six rows goes round, and the last of them is in focus after so many."""
CTRL_Q, CTRL_S = "\x11", "\x13"


def window(home: Home) -> Terminal:
    """The program in a terminal of its own."""
    return Terminal(Path(home.folder), "--on", TODAY.isoformat())


def type_to(terminal: Terminal, keys: str, shown: str = "") -> None:
    """Types, and waits until it has been read and something is shown."""
    terminal.type(keys, end="")
    terminal.wait_until_read()
    if shown:
        terminal.wait_for(shown)


def resize(terminal: Terminal, columns: int, rows: int) -> None:
    """The window is pulled larger or smaller: the system tells the program."""
    fcntl.ioctl(terminal._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


async def test_of_two_windows_that_type_in_one_field_the_later_is_shown_both_texts(small: Home) -> None:
    async with open_app(small) as (first, one), open_app(small) as (second, two):
        for app, pilot, text in ((first, one, "Omaa."), (second, two, "Toista.")):
            await press(pilot, "2", "enter")
            await go_to_row(app, pilot, "/note")
            await press(pilot, "enter")
            await write(pilot, text)
        await press(two, "ctrl+s")
        await first.pulse()
        assert isinstance(first.screen, FieldEditor)
        assert first.screen.text == "Omaa.", "what is being typed is left alone"
        await press(one, "ctrl+s")
        assert isinstance(first.screen, BothTexts)
        assert shows(first, "Omaa.")
        assert shows(first, "Toista.")
        await press(one, "enter")
        assert "Toista.\n\nOmaa." in [client.note for client in all_clients(first.book)]
        await second.pulse()
        assert shows(second, "Omaa.")


def test_a_hundred_letters_at_once_are_all_there_while_the_window_is_resized(small: Home) -> None:
    with window(small) as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        type_to(terminal, "5", "ctrl+s")
        terminal.type(LETTERS[:50], end="")
        resize(terminal, 60, 16)
        terminal.type(LETTERS[50:], end="")
        resize(terminal, 140, 40)
        terminal.wait_until_read()
        type_to(terminal, CTRL_S)
        type_to(terminal, CTRL_Q)
        assert terminal.end()[0] == 0
    with opened(small) as book:
        assert diary_entry_of(book, TODAY).text == LETTERS


def test_a_hundred_arrows_at_once_move_the_focus_and_nothing_else(small: Home) -> None:
    with opened(small) as book:
        before = changes(book, 1000)
    with window(small) as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        type_to(terminal, "\x1b[B" * ARROWS + "s", "Omar Haddad")
        type_to(terminal, CTRL_Q)
        assert terminal.end()[0] == 0
    with opened(small) as book:
        assert changes(book, 1000) == before


def test_the_mouse_of_a_terminal_clicks_on_a_desk(small: Home) -> None:
    with window(small) as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        type_to(terminal, "\x1b[<0;16;1M\x1b[<0;16;1m", "tavoitettu")
        type_to(terminal, CTRL_Q)
        assert terminal.end()[0] == 0


@pytest.mark.parametrize("behind", ["k", "2"])
def test_a_key_close_behind_esc_is_none_of_the_text_that_esc_leaves(small: Home, behind: str) -> None:
    with window(small) as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        type_to(terminal, "5", "ctrl+s")
        type_to(terminal, "Hyvä päivä.")
        terminal.type(f"\x1b{behind}", end="")
        terminal.wait_for({"k": "työnantaja ", "2": "[Asiakkaat]"}[behind])
        type_to(terminal, CTRL_Q)
        assert terminal.end()[0] == 0
    with opened(small) as book:
        assert diary_entry_of(book, TODAY).text == "Hyvä päivä."

"""Keys: which of them a Nordic keyboard types and a terminal sends for certain, and how each is written."""

from textual.keys import format_key

from valmentaja.texts import Texts

CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäö0123456789.-'<>!\"#%&/()?;:_*")
"""What is typed with one key, or with shift. Not what needs AltGr (`@ $ [ ] { } \\ ~ |`) or two keys (`^ ¨`)."""

FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 13))

EDITING_KEYS = frozenset(f"ctrl+{letter}" for letter in "acdekuvwxyz")
"""What a text field needs: copy, cut and paste, undo and redo of typing, ends of the line, deleting."""

MOVING_KEYS = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"}
    | {"enter", "escape", "space", "backspace", "delete"}
)
"""What moves in lists, pages and text, opens and leaves."""

_SENT_WITH_CTRL = frozenset(f"ctrl+{letter}" for letter in "abcdefgklnopqrstuvwxyz")
"""Without h i j m, which a terminal sends as backspace, tab and enter."""

_NAMED = frozenset({"enter", "left", "right", "escape", "home", "tab", "shift+tab", "delete"})


def can_be_sent(key: str) -> bool:
    """Whether every keyboard and terminal here sends the key so that it is told from others."""
    return key in CHARACTERS | FUNCTION_KEYS | MOVING_KEYS | _SENT_WITH_CTRL


def key_name(texts: Texts, key: str) -> str:
    """A key as the coach knows it: "?" for what Textual calls question_mark, "Enter", "←", "F1", "ctrl+s"."""
    if key in _NAMED:
        return texts(f"keyname.{key}")
    return key.upper() if key in FUNCTION_KEYS else format_key(key)

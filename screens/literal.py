"""User text on a screen: always literal. The one door through which text gets into a widget.

Textual reads markup in plain strings: `[/x]` would crash the program, `[@click=…]` run an action, and an escape
character command the terminal. `Content` and `Text` made here hold text only.
"""

from rich.text import Text
from textual.content import Content

from valmentaja.texts.shown import one_line, shown


def literal(text: str, style: str = "") -> Content:
    """The text for any widget, as it is; what would command the terminal is seen instead. Newlines are kept."""
    return Content.styled(shown(text), style) if style else Content(shown(text))


def literal_line(text: str, width: int, style: str = "") -> Content:
    """As `literal`, on one line of at most `width` characters, cut between words with "…"."""
    return literal(one_line(text, width), style) if width > 0 else Content("")


def literal_text(text: str) -> Text:
    """The text for what Rich draws: fields, tables and trees."""
    return Text(shown(text), end="", no_wrap=True)

"""The keys of a page of together mode, on two lines: whoever sits beside sees what there is to choose from."""

from typing import ClassVar

from valmentaja.screens.widgets.actions_line import ActionsLine


class KeyLines(ActionsLine):
    """As the last line of other pages, with room for twice as much."""

    DEFAULT_CSS = """
    KeyLines { height: 2; }
    """
    LINES: ClassVar[int] = 2

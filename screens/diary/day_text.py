"""The text of one day of the diary, in a field that tells each edit at once."""

from valmentaja.screens.widgets.told_text import ToldText


class DayText(ToldText):
    """What stands in the diary of a day. Letters go in while it has the focus; without it, keys of the page act."""

    DEFAULT_CSS = """
    DayText { width: 1fr; max-width: 92; height: 1fr; padding: 0 1 0 1; border-left: blank; }
    DayText:focus { border: none; border-left: heavy $accent; }
    """

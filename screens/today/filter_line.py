"""The line above the list of Today in which typing narrows it. It is there only while it is needed."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.narrowing import FindField


class FilterLine(Horizontal):
    """What the list is narrowed to, and how many of how many that leaves."""

    DEFAULT_CSS = """
    FilterLine { height: 1; padding: 0 1; }
    FilterLine Static { width: auto; color: $quiet; }
    FilterLine #narrow { padding: 0 2 0 0; }
    FilterLine #narrowed { padding: 0 0 0 2; }
    FilterLine FindField { width: 1fr; max-width: 40; }
    """

    def __init__(self, label: str, hint: str) -> None:
        super().__init__()
        self._label = label
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The line, and beside it the count."""
        yield Static(literal(self._label), id="narrow")
        yield FindField(placeholder=self._hint)
        yield Static(id="narrowed")

    @property
    def field(self) -> FindField:
        """Where it is typed."""
        return self.query_one(FindField)

    def tell(self, count: str) -> None:
        """How many of how many; "" while nothing is typed."""
        self.query_one("#narrowed", Static).update(literal(count))

"""A text of many lines in a field that tells each edit at once, before the next key is looked at."""

from collections.abc import Callable

from valmentaja.screens.widgets.fields import TextField


class ToldText(TextField):
    """Letters go in while it has the focus; without it, keys of the page act."""

    def __init__(self, edited: Callable[[str], None], placeholder: str) -> None:
        """`edited` is told the whole text after each edit, before the next key is looked at."""
        self._edited: Callable[[str], None] | None = None  # until it is there, nothing has been typed
        super().__init__(placeholder=placeholder, id="text")
        self._edited = edited

    def update_suggestion(self) -> None:
        """Textual calls this after every edit, undo and redo of typing, and after a text was loaded."""
        if self._edited is not None:
            self._edited(self.text)

    def show(self, text: str) -> None:
        """Shows another text: from its beginning, or with the cursor behind its end while it has the focus."""
        if text == self.text:
            return
        self.load_text(text)
        if self.has_focus:
            self.to_end()

    def to_end(self) -> None:
        """The cursor behind the last letter, where writing goes on."""
        self.move_cursor(self.document.end)

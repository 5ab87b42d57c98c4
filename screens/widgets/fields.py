"""Fields for text: one line, many lines, one of some words. What is typed stays literal, and nothing of it is lost."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, TextArea

from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.literal import literal, literal_text


class PasteRefused(Message):
    """A paste was longer than a field holds: nothing of it was taken."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length


class LineField(Input):
    """A field of one line. A paste of several lines is joined with spaces; ctrl+z and ctrl+y undo and redo typing."""

    DEFAULT_CSS = """
    LineField { border: none; height: 1; padding: 0; background: $surface; }
    LineField:focus { border: none; background: $panel; }
    LineField:nocolor { text-style: underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo_typing", show=False),
        Binding("ctrl+y", "redo_typing", show=False),
    ]

    def __init__(
        self, value: str = "", *, placeholder: str = "", password: bool = False, id: str | None = None
    ) -> None:
        super().__init__(value, placeholder=placeholder, password=password, id=id, select_on_focus=False)
        self._before: list[str] = []
        self._after: list[str] = []
        self._last = value

    @property
    def _value(self) -> Text:
        """What is drawn in place of the value: control characters as pictures."""
        if self.password:
            return Text("•" * len(self.value), no_wrap=True, overflow="ignore", end="")
        return literal_text(self.value)

    def _watch_value(self, value: str) -> None:
        if value != self._last:
            self._before.append(self._last)
            self._after.clear()
            self._last = value
        super()._watch_value(value)

    def action_undo_typing(self) -> None:
        """Takes the last change of the text back."""
        self._turn(self._before, self._after)

    def action_redo_typing(self) -> None:
        """Does the change of the text again that was taken back."""
        self._turn(self._after, self._before)

    def _turn(self, source: list[str], other: list[str]) -> None:
        if source:
            other.append(self._last)
            self._last = source.pop()
            self.value = self._last
            self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if len(self.value) + len(event.text) > LONGEST_TEXT:
            self.post_message(PasteRefused(len(event.text)))
            return
        self.replace(" ".join(event.text.split("\n")).replace("\r", ""), *sorted(self.selection))


class TextField(TextArea):
    """A field of many lines, which wraps between words. Tab leaves it."""

    DEFAULT_CSS = """
    TextField { border: none; padding: 0; background: $background; }
    TextField:focus { border: none; }
    """

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=literal(placeholder),
            id=id,
        )

    def get_line(self, line_index: int) -> Text:
        """The line as it is drawn: control characters as pictures, one for one."""
        return literal_text(self.document.get_line(line_index))

    async def _on_paste(self, event: events.Paste) -> None:
        if len(self.text) + len(event.text) > LONGEST_TEXT:
            event.stop()
            event.prevent_default()
            self.post_message(PasteRefused(len(event.text)))


class ChoiceField(Widget, can_focus=True):
    """One of some words, all in sight: left and right, or a word's first letter, choose."""

    DEFAULT_CSS = """
    ChoiceField { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", show=False),
        Binding("right,space", "choose(1)", show=False),
    ]

    class Changed(Message):
        """Another word was chosen."""

        def __init__(self, field: "ChoiceField") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "ChoiceField":
            """The field."""
            return self.field

    value: reactive[str] = reactive("", init=False)

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, *, id: str | None = None) -> None:
        """`choices` are values with the words that show them."""
        super().__init__(id=id)
        self._choices = tuple(choices)
        self.set_reactive(ChoiceField.value, value)

    def watch_value(self) -> None:
        """Told to whoever listens."""
        self.post_message(self.Changed(self))

    def render(self) -> Content:
        """The words, the chosen one marked also without colour."""
        return Content(" ").join(self._word(value, word) for value, word in self._choices)

    def _word(self, value: str, word: str) -> Content:
        if value != self.value:
            return literal(f" {word} ")
        return literal(f"[{word}]", "bold reverse" if self.has_focus else "bold")

    def action_choose(self, step: int) -> None:
        """The word beside the chosen one; from the last on to the first."""
        values = [value for value, _ in self._choices]
        at = values.index(self.value) if self.value in values else -step
        self.value = values[(at + step) % len(values)]

    def on_key(self, event: events.Key) -> None:
        """A word's first letter chooses it; the same letter again the next such word."""
        letter = (event.character or "").casefold()
        if not letter.strip():
            return
        values = [value for value, word in self._choices if word.casefold().startswith(letter)]
        if values:
            event.stop()
            at = values.index(self.value) if self.value in values else -1
            self.value = values[(at + 1) % len(values)]

    def on_click(self, event: events.Click) -> None:
        """Chooses the word under the pointer, while all stand on one line."""
        at = event.x
        for value, word in self._choices:
            if 0 <= at < self._word(value, word).cell_length:
                self.value = value
                return
            at -= self._word(value, word).cell_length + 1

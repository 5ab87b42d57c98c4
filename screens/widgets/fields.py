"""Fields for text: one line, many lines, one of some words. What is typed stays literal, and nothing of it is lost."""

from collections.abc import Sequence
from typing import ClassVar, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.document._document import EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, TextArea

from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.literal import literal, literal_text
from valmentaja.screens.widgets.paragraphs import ParagraphRow, Paragraphs, WrappedParagraphs

_RULED = "\u00a0"
"""A space that pictures of the screen underline as terminals do: a plain one they leave out."""


_CHOICE = "choice"
"""By this name a word that can be clicked on knows its value."""


class PasteRefused(Message):
    """What was pasted or typed would make the text `length` letters long, more than a field holds: it was not taken."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length


class LineField(Input):
    """A field of one line, ruled as on paper: an empty one is seen to be a field, and where it ends.

    A paste of several lines is joined with spaces; ctrl+z and ctrl+y undo and redo typing.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-field--rule"}

    DEFAULT_CSS = """
    LineField { border: none; height: 1; padding: 0; background: $background; }
    LineField:focus { border: none; background: $panel; }
    LineField > .line-field--rule { color: $quiet 60%; text-style: underline; }
    LineField:ansi > .line-field--rule { color: ansi_default; }
    LineField:ansi > .input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo_typing", show=False),
        Binding("ctrl+y", "redo_typing", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        id: str | None = None,
        typed_over: bool = False,
    ) -> None:
        """`typed_over`: what stands there at first is only a suggestion, and typing takes its place."""
        self._before: list[str] = []
        self._after: list[str] = []
        self._last = value  # the first value is watched already as it is set
        hint = literal(placeholder).plain  # Input draws it as it is
        super().__init__(value, placeholder=hint, password=password, id=id, select_on_focus=typed_over)
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        """What is drawn in place of the value: control characters as pictures."""
        if self.password:
            return Text("•" * len(self.value), no_wrap=True, overflow="ignore", end="")
        return literal_text(self.value)

    def render_line(self, y: int) -> Strip:
        """The text, and the rule from where it ends."""
        line = super().render_line(y)
        width = self.scrollable_content_region.width
        text = line.crop(0, min(width, self._cells_used(line)))
        rule = Segment(_RULED * (width - text.cell_length), self.get_component_rich_style("line-field--rule"))
        return Strip.join((text, Strip((rule,))))

    def _cells_used(self, line: Strip) -> int:
        """Cells up to the end of the text, the cursor among them."""
        used = cell_len(line.text.rstrip(" "))
        if not self.has_focus:
            return used
        return max(used, cell_len(self.value[: self.cursor_position]) + 1 - self.scroll_offset.x)

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
        self.cursor_blink = False  # it would write to the terminal twice a second

    def _set_document(self, text: str, language: str | None) -> None:
        """Takes a new text, in paragraphs of ours."""
        self.document = Paragraphs(text)
        self.wrapped_document = WrappedParagraphs(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def find_matching_bracket(self, bracket: str, search_from: Location) -> None:
        """None: this is prose, and looking for one would read the whole text at each key."""

    def _render_line(self, y: int) -> Strip:
        """One row: control characters as pictures, the cursor, what is selected."""
        base = self.rich_style
        rows = self._rows()
        at = y + self.scroll_offset.y
        if at >= rows.height:
            return Strip.blank(self.size.width, base)
        row = rows.row(at)
        text = literal_text(row.text)
        self._mark_selected(text, row)
        self._mark_cursor(text, row)
        strip = Strip(text.render(self.app.console), text.cell_len)
        return strip.extend_cell_length(self.scrollable_content_region.width, base).apply_style(base)

    def _rows(self) -> WrappedParagraphs:
        return cast("WrappedParagraphs", self.wrapped_document)

    def _mark_selected(self, text: Text, row: ParagraphRow) -> None:
        (first, first_column), (last, last_column) = sorted(self.selection)
        if self.selection.is_empty or not first <= row.line <= last or self._theme.selection_style is None:
            return
        begin = first_column - row.begin if row.line == first else 0
        end = last_column - row.begin if row.line == last else len(text)
        text.stylize(self._theme.selection_style, max(0, begin), max(0, end))

    def _mark_cursor(self, text: Text, row: ParagraphRow) -> None:
        line, column = self.cursor_location
        at = column - row.begin
        if line == row.line and 0 <= at < len(text) and self._draw_cursor and self._theme.cursor_style:
            text.stylize(self._theme.cursor_style, at, at + 1)

    def key_escape(self) -> None:
        """Esc leaves the field at once: the letter after it is none of the text."""
        self.screen.set_focus(None)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if len(event.text) > LONGEST_TEXT:  # not even looked at
            self.post_message(PasteRefused(len(event.text)))
            return
        self._replace_via_keyboard(event.text.replace("\r\n", "\n").replace("\r", "\n"), *self.selection)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Takes what was typed or pasted, unless the text would be longer than a field holds."""
        length = len(self.text) - len(self.get_text_range(start, end)) + len(insert)
        if length > LONGEST_TEXT:
            self.post_message(PasteRefused(length))
            return None
        return super()._replace_via_keyboard(insert, start, end)


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
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        """A line ends between two choices; only one that is longer than a line is broken in itself."""
        lines: list[Content] = []
        for value, word in self._choices:
            choice = self._word(value, word).stylize(Style.from_meta({_CHOICE: value}))
            if lines and lines[-1].cell_length + 1 + choice.cell_length <= width:
                lines[-1] = Content(" ").join((lines[-1], choice))
            else:
                lines.append(choice)
        return [part for line in lines for part in line.wrap(max(1, width))]

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
        """Chooses the word under the pointer."""
        value = event.style.meta.get(_CHOICE)
        if value is not None:
            self.value = value

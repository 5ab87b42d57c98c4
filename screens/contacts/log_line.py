"""The line in which a whole contact is scribbled: names are completed in the part in which the cursor stands."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from valmentaja.desks.scribbled import pasted_lines
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.commands import bindings
from valmentaja.screens.widgets.fields import LineField, PasteRefused
from valmentaja.screens.widgets.name_field import MOST_LISTED, Complete, Name, NameField
from valmentaja.texts.shown import shown
from valmentaja.texts.sorting import name_key

_MARKS = ",;"
LONGEST_BEGINNING = 60
"""Letters with which a name may begin: what is longer is no name, and nothing is looked up for it."""


class LogLine(NameField):
    """Right at the end takes the rest of the name, down goes to the names found, Tab leaves the line as it is.

    A paste of several lines that say something is told as `Several`, and not put into the line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("fill_fields",))]

    class Several(Message):
        """Several lines were pasted."""

        def __init__(self, lines: Sequence[str]) -> None:
            super().__init__()
            self.lines = tuple(lines)

    def __init__(self, complete: Complete, go_on: Callable[[], None], *, placeholder: str) -> None:
        """`go_on` leads to the fields of the form."""
        super().__init__(complete, several=True, placeholder=placeholder, id="line")
        self._go_on = go_on
        self._asked: tuple[int, str] = 0, ""
        self._found: tuple[Name, ...] = ()

    @property
    def part(self) -> int:
        """In which part the cursor stands, 0 for the first."""
        return sum(self.value.count(mark, 0, self.cursor_position) for mark in _MARKS)

    def _watch_value(self, value: str) -> None:
        LineField._watch_value(self, value)
        if self.is_mounted and self.has_focus:
            self._look_up()

    def watch_selection(self) -> None:
        """The cursor may stand in another part now."""
        if self.is_mounted and self.has_focus:
            self._look_up()

    def _look_up(self) -> None:
        self._names = self._completed()
        self._suggestion = ""
        if self.cursor_at_end:
            self._suggest()
        self._show_list(open_it=True)

    def _completed(self) -> tuple[Name, ...]:
        """The names that go on from what is typed. A key changes the value first, then where the cursor stands in it,
        and both are heard of: the first time it is asked what was asked at the key before.
        """
        typed = self._typed()
        if not typed.strip() or len(typed) > LONGEST_BEGINNING:
            return ()
        asked = self.part, typed
        if asked != self._asked:
            self._asked, self._found = asked, tuple(self._complete(typed)[:MOST_LISTED])
        return self._found

    def _begin(self) -> int:
        return max(self.value.rfind(mark, 0, self.cursor_position) for mark in _MARKS) + 1

    def _end(self) -> int:
        places = (self.value.find(mark, self.cursor_position) for mark in _MARKS)
        return min((place for place in places if place >= 0), default=len(self.value))

    def _typed(self) -> str:
        return self.value[self._begin() : self.cursor_position].lstrip()

    def _suggest(self) -> None:
        """The rest of the first name, also of somebody who has no record."""
        typed = self._typed()
        label = self._names[0].label if self._names else ""
        fits = len(label) > len(typed) and name_key(label[: len(typed)]) == name_key(typed)
        self._suggestion = shown(self.value + label[len(typed) :]) if fits else ""

    def take(self, name: Name) -> None:
        """The name stands in the part of the cursor."""
        begin, end = self._begin(), self._end()
        before = self.value[:begin] + (" " if begin else "") + name.label
        self.pick(name.label, name.id)
        self.value = before + self.value[end:]
        self.cursor_position = len(before)
        self._suggestion = ""
        self._show_list(open_it=False)

    def action_take_and_go_on(self) -> None:
        """Tab: to the fields. A name in focus is taken first."""
        if self._at is not None:
            self.take(self._names[self._at])
        self._go_on()

    def _move(self, step: int) -> None:
        if self._names and not (self._at is None and step < 0):
            wanted = min((-1 if self._at is None else self._at) + step, len(self._names) - 1)
            self._show_list(open_it=True, at=wanted if wanted >= 0 else None)

    def _on_paste(self, event: events.Paste) -> None:
        if "\n" not in event.text and "\r" not in event.text:
            super()._on_paste(event)
            return
        event.stop()
        event.prevent_default()
        if len(event.text) > LONGEST_TEXT:
            self.post_message(PasteRefused(len(event.text)))
            return
        lines = pasted_lines(event.text)
        if len(lines) > 1:
            self.post_message(self.Several(lines))
        else:
            self.replace("".join(lines), *sorted(self.selection))

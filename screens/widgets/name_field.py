"""A field for a name in the workbook, completed as it is typed: the rest of it in the field, and others in a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.texts.shown import shown
from valmentaja.texts.sorting import name_key

MOST_LISTED = 7
SEPARATORS = ",+;"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may be meant: the `id` of its record, `None` for one that is to be new; `told_by` tells namesakes."""

    id: int | None
    label: str
    told_by: str = ""


Complete = Callable[[str], Sequence[Name]]


class NameField(LineField):
    """One name, or `several` with a comma or + between them. Right at the end takes the rest of the name, Tab as well.

    Down goes to the list under the field, where Enter takes a name. `picked` tells which record was taken by what name.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_and_go_on", show=False)]

    class Listed(Message):
        """Which names the list under the field holds now, and which of them is in focus; none of them: it is closed."""

        def __init__(self, field: "NameField", names: Sequence[Name], at: int | None) -> None:
            super().__init__()
            self.field = field
            self.names = tuple(names)
            self.at = at

    def __init__(
        self,
        complete: Complete,
        value: str = "",
        *,
        several: bool = False,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id)
        self._complete = complete
        self._several = several
        self._names: tuple[Name, ...] = ()
        self._at: int | None = None
        self._listing = False
        self.picked: dict[str, int | None] = {}

    def was_picked(self, name: str) -> bool:
        """Whether this name was taken from the list, or was filled in beforehand."""
        return name_key(name) in self.picked

    def pick(self, name: str, record_id: int | None) -> None:
        """From now on this name means the record, or a new one."""
        self.picked[name_key(name)] = record_id

    def picked_id(self, name: str) -> int | None:
        """The record that was taken by this name."""
        return self.picked.get(name_key(name))

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        if not self.is_mounted or not self.has_focus:
            return
        self._names = tuple(self._complete(self._typed())[:MOST_LISTED])
        self._suggest()
        existing = [one for one in self._names if one.id is not None]
        self._show_list(open_it=len(existing) > 1 and not self._is_whole(existing))

    def _typed(self) -> str:
        """The name that is being typed."""
        return self.value[self._begin() :].lstrip()

    def _begin(self) -> int:
        """Where in the value the name that is being typed begins."""
        if not self._several:
            return 0
        return max(self.value.rfind(mark) for mark in SEPARATORS) + 1

    def _is_whole(self, names: Sequence[Name]) -> bool:
        """Whether what was typed is the whole name of one of them, and of one only."""
        key = name_key(self._typed())
        return sum(name_key(one.label) == key for one in names) == 1

    def _suggest(self) -> None:
        typed = self._typed()
        label = self._names[0].label if self._names and self._names[0].id is not None else ""
        fits = bool(typed) and len(label) > len(typed) and name_key(label[: len(typed)]) == name_key(typed)
        self._suggestion = shown(self.value + label[len(typed) :]) if fits else ""

    def _show_list(self, *, open_it: bool, at: int | None = None) -> None:
        self._listing, self._at = open_it and bool(self._names), at
        self.post_message(self.Listed(self, self._names if self._listing else (), at))

    @property
    def content_width(self) -> int:
        """Of what is drawn, the rest of the name included."""
        return max(super().content_width, cell_len(self._suggestion) + 1)

    def take(self, name: Name) -> None:
        """The name is the one meant."""
        begin = self._begin()
        before = self.value[:begin] + (" " if begin else "")
        self.pick(name.label, name.id)
        self.value = before + name.label
        self.cursor_position = len(self.value)
        self._suggestion = ""
        self._show_list(open_it=False)

    def action_cursor_right(self, select: bool = False) -> None:
        """At the end of what was typed: takes the rest of the name."""
        if not select and self.cursor_at_end and self._suggestion:
            self.take(self._names[0])
        else:
            super().action_cursor_right(select)

    def action_take_and_go_on(self) -> None:
        """Tab takes the name in focus, or the rest of the one being typed, and goes to the next field."""
        if self._at is not None:
            self.take(self._names[self._at])
        elif self.cursor_at_end and self._suggestion:
            self.take(self._names[0])
        self.screen.focus_next()

    def on_key(self, event: events.Key) -> None:
        """Up and down go through the list, Enter takes the name in focus there, Esc goes back to the text."""
        if event.key in ("down", "up"):
            event.stop()
            self._move(1 if event.key == "down" else -1)
        elif self._at is not None and event.key in ("enter", "escape"):
            event.stop()
            if event.key == "enter":
                self.take(self._names[self._at])
            else:
                self._show_list(open_it=False)

    def _move(self, step: int) -> None:
        if not self._listing and step > 0:
            self._names = tuple(self._complete(self._typed())[:MOST_LISTED])
        if not self._names or (self._at is None and step < 0):
            return
        at = -1 if self._at is None else self._at
        wanted = min(at + step, len(self._names) - 1)
        self._show_list(open_it=True, at=wanted if wanted >= 0 else None)

    def close_list(self) -> None:
        """The list is not needed any more."""
        self._show_list(open_it=False)

    def on_blur(self) -> None:
        """The list is no one's any more."""
        self.close_list()


class NameList(Widget):
    """The names under a field: over what stands there, so that nothing moves."""

    DEFAULT_CSS = """
    NameList { overlay: screen; constrain: none inside; display: none; height: auto; width: 52; margin-left: 15;
        background: $panel; color: $foreground; border: round $rule; padding: 0 1; }
    """

    def __init__(self, new_one: Callable[[str], str]) -> None:
        """`new_one` says of a name that it is to be new."""
        super().__init__()
        self._new_one = new_one
        self._field: NameField | None = None
        self._names: tuple[Name, ...] = ()
        self._at: int | None = None

    def show(self, listed: NameField.Listed) -> None:
        """Shows the names, or nothing."""
        self._field, self._names, self._at = listed.field, listed.names, listed.at
        self.display = bool(self._names)
        self.refresh(layout=True)

    def render(self) -> Content:
        """A name on each line; the one in focus stands out also without colour."""
        width = max(1, self.content_size.width or 48)
        return Content("\n").join(self._line(place, one, width) for place, one in enumerate(self._names))

    def _line(self, place: int, one: Name, width: int) -> Content:
        label = literal(self._new_one(one.label) if one.id is None else one.label)
        told_by = literal(f"  {one.told_by}", "$quiet") if one.told_by else Content("")
        line = (label + told_by).first_line.truncate(width, ellipsis=True)
        if place != self._at:
            return line
        return line.extend_right(max(0, width - line.cell_length)).stylize("reverse bold")

    def on_click(self, event: events.Click) -> None:
        """Takes the name under the pointer."""
        place = event.y - 1
        if self._field is not None and 0 <= place < len(self._names):
            self._field.take(self._names[place])
            self._field.focus()


class NameRow(Vertical):
    """A label, a field for a name, and its list."""

    DEFAULT_CSS = """
    NameRow { height: auto; }
    """

    def __init__(self, label: str, field: NameField, new_one: Callable[[str], str] = str) -> None:
        super().__init__()
        self._row = FieldRow(label, field)
        self._list = NameList(new_one)

    def compose(self) -> ComposeResult:
        """The row, with the list over what comes after it."""
        yield self._row
        yield self._list

    def on_name_field_listed(self, event: NameField.Listed) -> None:
        """The list under the field follows it."""
        event.stop()
        self._list.show(event)


def names_in(typed: str) -> list[str]:
    """The names that were typed with a comma, a semicolon or a + between them."""
    for mark in SEPARATORS:
        typed = typed.replace(mark, ",")
    return [name.strip() for name in typed.split(",") if name.strip()]

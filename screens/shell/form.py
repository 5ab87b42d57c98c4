"""A form over a page: some fields, what was understood of them, and one key that keeps it all."""

import json
from collections.abc import Iterable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.errors import ValmentajaError
from valmentaja.model.change import Draft
from valmentaja.model.place import FormPlace
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.drafting import Typing
from valmentaja.screens.literal import literal
from valmentaja.screens.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.fields import ChoiceField, LineField, PasteRefused, TextField
from valmentaja.screens.window import is_alive
from valmentaja.store.drafts import drafts_at, drop_draft

Kept = TypeVar("Kept")
Field = LineField | TextField | ChoiceField


class FieldRow(Horizontal):
    """A label and its field."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow > .label { width: 16; padding: 0 1 0 0; }
    FieldRow > LineField, FieldRow > ChoiceField { width: 1fr; }
    FieldRow > TextField { width: 1fr; height: 4; background: $surface; }
    FieldRow > TextField:focus { background: $panel; }
    FieldRow > TextField:ansi { border-left: solid $rule; }
    """

    def __init__(self, label: str, field: Field) -> None:
        super().__init__(Static(literal(label), classes="label"), field)


class Form(Dialog[Kept], Generic[Kept]):
    """Fields by name. What is typed is kept as a draft, found again when the form is opened again.

    A subclass gives its `title`, its fields with labels, and `keep`, which does what the form is for and gives
    the answer, or raises a ValmentajaError, which is said under the fields. `wrong` names the field to go to then.
    """

    DEFAULT_CSS = """
    Form #box { width: 78; max-width: 100%; height: auto; max-height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    Form #title { dock: top; text-style: bold; margin-bottom: 1; }
    Form #fields { height: auto; max-height: 100%; }
    Form #foot { dock: bottom; height: auto; }
    Form ActionsLine { padding: 0; margin-top: 1; }
    Form #told { margin-top: 1; color: $quiet; height: auto; min-height: 1; }
    Form #told.wrong { color: $error; }
    """
    offers: ClassVar[tuple[str, ...]] = ("keep", "finish", "log_anywhere")

    def __init__(self, place: str, values: Mapping[str, str] | None = None) -> None:
        """`place` tells this form from others that are half filled in; `values` fill fields in beforehand."""
        super().__init__()
        self.place = FormPlace(place)
        self._typing = Typing(self.place, 0)
        self._given = dict(values or {})
        self._at_first: dict[str, str] = {}
        self._continued = ""
        self.wrong = ""
        self._is_done = False

    def commands_now(self) -> list[tuple[str, str]]:
        """Enter keeps what was typed, but in a text of many lines, where it begins a new one."""
        here = dict(super().commands_now())
        if isinstance(self.focused, TextField):
            here.pop("keep", None)
        else:
            here.pop("finish", None)
            here = {"keep": "enter", **here}
        return list(here.items())

    def title_text(self) -> str:
        """What the form is for, in a few words."""
        raise NotImplementedError

    def rows(self) -> Iterable[Widget]:
        """The rows of fields, each field with an id, in order."""
        raise NotImplementedError

    def keep(self) -> Kept:
        """Does what the form is for."""
        raise NotImplementedError

    def understood(self) -> str:
        """What the fields are understood as, told while they are typed; "" for nothing to tell."""
        return ""

    def told(self, kept: Kept) -> str:
        """What is said when it is done; "" for nothing to say."""
        return ""

    def given(self, name: str, usual: str = "") -> str:
        """What the field begins with."""
        return self._given.get(name, usual)

    def compose(self) -> ComposeResult:
        """The box with all of it."""
        with Vertical(id="box"):
            yield Static(literal(self.title_text()), id="title")
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.rows()
            with Vertical(id="foot"):
                yield Static(id="told")
                yield ActionsLine()

    def on_mount(self) -> None:
        """What was left half filled in is there again."""
        self._at_first = self.values()
        self.tell_understood()
        left = self._left()
        if left:
            self._take_over(left[-1])

    def _left(self) -> list[Draft]:
        """What this window, or one that runs no more, has left half filled in; oldest first."""
        own = self.workbench.drafts.window
        drafts = drafts_at(self.book, self.place)
        return [one for one in drafts if one.window == own or not is_alive(one.window)]

    def _take_over(self, left: Draft) -> None:
        """What was left is this window's own from now on."""
        for name, value in json.loads(left.text).items():
            if self.query(f"#{name}"):
                self.fill(name, str(value))
        self.workbench.drafts.typed(self._typing, left.text)
        if self.workbench.drafts.keep() and left.window != self.workbench.drafts.window:
            drop_draft(self.book, left.place, left.window)
        self._continued = left.text
        self.tell_understood()

    def field(self, name: str) -> Field:
        """The field with the name."""
        found = self.query_one(f"#{name}")
        assert isinstance(found, LineField | TextField | ChoiceField)
        return found

    def value(self, name: str) -> str:
        """What stands in the field."""
        field = self.field(name)
        return field.text if isinstance(field, TextField) else field.value

    def fill(self, name: str, value: str) -> None:
        """Puts a text into the field."""
        field = self.field(name)
        if isinstance(field, TextField):
            field.load_text(value)
        else:
            field.value = value

    def values(self) -> dict[str, str]:
        """All that stands in the form."""
        fields = [one for one in self.query(Widget) if isinstance(one, LineField | TextField | ChoiceField)]
        return {field.id: self.value(field.id) for field in fields if field.id}

    def changed(self) -> None:
        """Something was typed: kept within a second, and told how it is understood."""
        values = self.values()
        text = json.dumps(values, ensure_ascii=False)
        if values != self._at_first or self._typing.text:
            self.workbench.drafts.typed(self._typing, text)
        if text != self._continued:
            self._continued = ""
        self.tell_understood()

    def on_input_changed(self) -> None:
        """A line field."""
        self.changed()

    def on_text_area_changed(self) -> None:
        """A text field."""
        self.changed()

    def on_choice_field_changed(self) -> None:
        """A choice."""
        self.changed()

    def on_paste_refused(self, event: PasteRefused) -> None:
        """The text was too long: nothing of it was taken."""
        self.tell_wrong(self.texts("error.text.too_long", length=event.length, longest=LONGEST_TEXT))

    def on_input_submitted(self) -> None:
        """Enter keeps what was typed."""
        self.action_finish()

    def tell_understood(self) -> None:
        """Shows under the fields what they are understood as; before the first key, that they were half filled in."""
        continued = self.texts("form.continued") if self._continued else ""
        self._tell("\n".join(filter(None, (continued, self.understood()))), wrong=False)

    def tell_wrong(self, sentence: str) -> None:
        """Says under the fields what is wrong, until something is changed."""
        self._tell(sentence, wrong=True)

    def _tell(self, sentence: str, *, wrong: bool) -> None:
        told = self.query_one("#told", Static)
        told.set_class(wrong, "wrong")
        told.update(literal(sentence))

    def action_finish(self) -> None:
        """Does what the form is for; what refuses it is said, and all stays as it was typed."""
        if self._is_done:  # a second Enter that was already on its way
            return
        self.wrong = ""
        self.workbench.forget_notices()  # the draft's: the same text is written once more
        try:
            kept = self.keep()
        except ValmentajaError as refusal:
            self.refused(refusal)
            return
        self._is_done = True
        self.workbench.say_kept(self.workbench.with_way_back(self.told(kept)))
        self._drop_draft()
        self.dismiss(kept)

    def refused(self, refusal: ValmentajaError) -> None:
        """Says what refuses it, and goes to the field that is wrong."""
        self.tell_wrong(self.workbench.sentence_of(refusal))
        if self.wrong:
            self.field(self.wrong).focus()

    def _drop_draft(self) -> None:
        try:
            self.workbench.drafts.drop(self.place)
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)

    def action_leave(self) -> None:
        """Esc: what was typed waits for the next time."""
        if self._typing.text:
            self.workbench.drafts.keep()
            self.workbench.say("form.waits")
        self.dismiss(None)

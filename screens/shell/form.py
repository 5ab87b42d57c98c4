"""A form over a page: some fields, what was understood of them, and one key that keeps it all."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.change import Draft
from valmentaja.model.place import FormPlace
from valmentaja.screens.drafts.drafting import Typing
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.typing_dialog import TypingDialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.field_row import Field, put_text, text_in
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.texts.dates import Meaning, parse_date

Kept = TypeVar("Kept")


class Form(TypingDialog[Kept], Generic[Kept]):
    """Fields by name. What is typed is kept as a draft, found again when the form is opened again.

    A subclass gives its `title`, its fields with labels, and `keep`, which does what the form is for and gives
    the answer, or raises a ValmentajaError, which is said under the fields; the focus goes to the field that was
    being read.
    """

    DEFAULT_CSS = """
    Form #box { width: 78; max-width: 100%; height: auto; max-height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    Form #head { dock: top; height: auto; }
    Form #title { text-style: bold; margin-bottom: 1; }
    Form #fields { height: auto; max-height: 100%; }
    Form #foot { dock: bottom; height: auto; }
    Form ActionsLine { padding: 0; margin-top: 1; }
    Form.-roomy FieldRow { margin-bottom: 1; }
    Form.-roomy #box { padding: 0 2; }
    Form #told { margin-top: 1; color: $quiet; height: auto; min-height: 1; }
    Form #told.wrong { color: $error; }
    """
    offers: ClassVar[tuple[str, ...]] = (*TypingDialog.offers, "log_anywhere")
    way_out: ClassVar[str] = "leave"
    can_be_undone: ClassVar[bool] = True
    """Whether what it does is taken back by the key that undoes."""

    def __init__(self, place: str, values: Mapping[str, str] | None = None) -> None:
        """`place` tells this form from others that are half filled in; `values` fill fields in beforehand."""
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-roomy")]  # classes for the styles of a form
        self.place = FormPlace(place)
        self._typing = Typing(self.place, 0)
        self._given = dict(values or {})
        self._at_first: dict[str, str] = {}
        self._continued = ""
        self._wrong = ""

    def title_text(self) -> str:
        """What the form is for, in a few words."""
        raise NotImplementedError

    def rows(self) -> Iterable[Widget]:
        """The rows of fields, each field with an id, in order."""
        raise NotImplementedError

    def above(self) -> Iterable[Widget]:
        """What stays in sight above the fields."""
        return ()

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
            with Vertical(id="head"):
                yield Static(literal(self.title_text()), id="title")
                yield from self.above()
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.rows()
            with Vertical(id="foot"):
                yield Static(id="told")
                yield ActionsLine()

    def on_mount(self) -> None:
        """What was left half filled in is there again."""
        self._at_first = self.values()
        self.tell_understood()
        left = self.workbench.drafts.left_at(self.place)
        if left:
            self._go_on_with(left[-1])

    def _go_on_with(self, left: Draft) -> None:
        for name, value in json.loads(left.text).items():
            if self.query(f"#{name}"):
                self.fill(name, str(value))
        self.workbench.drafts.take_over(self._typing, left)
        self._continued = left.text
        self.tell_understood()

    def field(self, name: str) -> Field:
        """The field with the name."""
        found = self.query_one(f"#{name}")
        assert isinstance(found, LineField | TextField | ChoiceField)
        return found

    def value(self, name: str) -> str:
        """What stands in the field."""
        return text_in(self.field(name))

    def fill(self, name: str, value: str) -> None:
        """Puts a text into the field."""
        put_text(self.field(name), value)

    def values(self) -> dict[str, str]:
        """All that stands in the form."""
        fields = [one for one in self.query(Widget) if isinstance(one, LineField | TextField | ChoiceField)]
        return {field.id: text_in(field) for field in fields if field.id}

    # What is meant by it

    @contextmanager
    def reading(self, name: str) -> Iterator[None]:
        """What is refused inside is wrong in this field: the focus goes there."""
        try:
            yield
        except ValmentajaError:
            self._wrong = name
            raise

    def needed(self, name: str, refusal: str) -> str:
        """What is typed in the field. Raises CannotBeMet with the key `refusal` for nothing."""
        typed = self.value(name)
        with self.reading(name):
            if not typed.strip():
                raise CannotBeMet(refusal)
        return typed

    def day_in(self, name: str, meaning: Meaning) -> date:
        """The day typed in the field. Raises WrongUsage for what is none."""
        with self.reading(name):
            return parse_date(self.value(name), self.today, meaning)

    def day_line(self, read: Callable[[], date]) -> str:
        """The day that `read` gives, written whole; "" where what was typed is none."""
        try:
            return self.texts("form.day", day=self.texts.whole_day(read()))
        except ValmentajaError:
            return ""

    def changed(self) -> None:
        """Something was typed: kept within a second, and told how it is understood."""
        values = self.values()
        text = json.dumps(values, ensure_ascii=False)
        if values != self._at_first or self._typing.text:
            self.workbench.drafts.typed(self._typing, text)
        if text != self._continued:
            self._continued = ""
        self.tell_understood()

    def tell_understood(self) -> None:
        """Shows under the fields what they are understood as; before the first key, that they were half filled in."""
        continued = self.texts("form.continued") if self._continued else ""
        self.tell("\n".join(filter(None, (continued, self.understood()))))

    def action_finish(self) -> None:
        """Does what the form is for; what refuses it is said, and all stays as it was typed."""
        if self.is_done:  # a second Enter that was already on its way
            return
        self._wrong = ""
        self.workbench.forget_notices()  # the draft's: the same text is written once more
        try:
            kept = self.keep()
        except ValmentajaError as refusal:
            self.refused(refusal)
            return
        self.finished(kept)

    def finished(self, kept: Kept) -> None:
        """It was kept: said, and the form closes."""
        self.is_done = True
        told = self.told(kept)
        self.workbench.say_kept(self.workbench.with_way_back(told) if self.can_be_undone else told)
        self.drop_draft_here()
        self.dismiss(kept)

    def refused(self, refusal: ValmentajaError) -> None:
        """Says what refuses it, and goes to the field that is wrong."""
        self.tell_wrong(self.workbench.sentence_of(refusal))
        if self._wrong:
            self.field(self._wrong).focus()

    def drop_draft_here(self) -> None:
        """What was typed is kept by other means now."""
        try:
            self.workbench.drafts.drop(self.place)
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)

    def action_leave(self) -> None:
        """Esc: what was typed waits for the next time. Where it cannot be kept the form stays, and says why."""
        if self._typing.text:
            self.workbench.drafts.keep()
            if self._typing.kept != self._typing.text:
                return
            self.is_done = True
            self.workbench.say("form.waits")
        self.dismiss(None)

"""One field of text of a record, opened to be written in. Nothing typed is lost, whoever else writes meanwhile."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from valmentaja.errors import ValmentajaError
from valmentaja.model.change import Draft
from valmentaja.rules.fields import FieldKind
from valmentaja.screens.literal import literal
from valmentaja.screens.records.both_texts import BothTexts, Kept
from valmentaja.screens.records.field_words import is_one_line, label
from valmentaja.screens.records.field_writing import FieldOfRecord, FieldWriting
from valmentaja.screens.shell.typing_dialog import TypingDialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.field_row import put_text, text_in
from valmentaja.screens.widgets.fields import LineField, TextField

TALL = frozenset({"note"})
"""Fields in which there is much to write."""
LONGEST_LINE = 400
"""Letters: what is longer is opened as a text of many lines."""


class FieldEditor(TypingDialog[None]):
    """Esc and ctrl+s, and Enter on a line, keep what was typed as one change. Nothing typed, nothing changed.

    A draft that a window which runs no more has left is there again; where the field was written meanwhile, both
    texts are shown side by side.
    """

    DEFAULT_CSS = """
    FieldEditor #box { width: 78; max-width: 100%; height: auto; border: round $rule; padding: 0 1;
        background: $background; }
    FieldEditor #box.tall { width: 90%; max-width: 110; height: 80%; min-height: 12; }
    FieldEditor #title { text-style: bold; margin-bottom: 1; height: auto; max-height: 2; }
    FieldEditor TextField { height: 5; background: $surface; }
    FieldEditor .tall TextField { height: 1fr; }
    FieldEditor #told { margin-top: 1; color: $quiet; height: auto; min-height: 1; max-height: 3; }
    FieldEditor #told.wrong { color: $error; }
    FieldEditor ActionsLine { padding: 0; margin-top: 1; }
    """
    way_out: ClassVar[str] = "leave"

    def __init__(self, target: FieldOfRecord, writing: FieldWriting) -> None:
        super().__init__()
        self._target = target
        self._writing = writing
        self._last = writing.stored

    # What is shown

    def compose(self) -> ComposeResult:
        """The title, the field with what it holds, what is said of it."""
        held = self._writing.stored
        long = not is_one_line(self._target.field) or len(held) > LONGEST_LINE or "\n" in held
        tall = long and (self._target.field.name in TALL or len(held) > LONGEST_LINE)
        with Vertical(id="box", classes="tall" if tall else ""):
            title = self.texts("field_editor.title", record=self._target.about, field=self._called)
            yield Static(literal(title), id="title")
            yield TextField(held, id="text") if long else LineField(held, id="text")
            yield Static(id="told")
            yield ActionsLine()

    @property
    def _called(self) -> str:
        return label(self.texts, self._target.field, self._target.kind)

    def on_mount(self) -> None:
        """At the end of what stands there; a draft that waits is taken up."""
        self._go_to_end()
        draft = self._writing.waiting()
        if draft is None:
            return
        if self._writing.goes_on_from(draft):
            self._go_on_with(draft)
        else:
            self._ask_both(draft)

    def _go_to_end(self) -> None:
        field = self._field
        if isinstance(field, TextField):
            field.move_cursor(field.document.end)
        else:
            field.cursor_position = len(field.value)

    def _go_on_with(self, draft: Draft) -> None:
        self._last = draft.text
        put_text(self._field, draft.text)
        self._go_to_end()
        self._writing.take_over(draft)
        self.tell(self.texts("form.continued"))

    @property
    def _field(self) -> LineField | TextField:
        found = self.query_one("#text")
        assert isinstance(found, LineField | TextField)
        return found

    @property
    def text(self) -> str:
        """What stands in the field."""
        return text_in(self._field)

    def changed(self) -> None:
        """Something was typed: kept within a second."""
        text = self.text
        if text != self._last:
            self._last = text
            self._writing.typed(text)
            self.tell("")

    # Leaving

    def action_finish(self) -> None:
        """What was typed becomes a change; what refuses it is said, and all stays as it was typed."""
        self._leave(stay_if_refused=True)

    def action_leave(self) -> None:
        """Esc: as `action_finish`, but what cannot be a change waits as a draft for the next time."""
        self._leave(stay_if_refused=False)

    def _leave(self, *, stay_if_refused: bool) -> None:
        if self.is_done:  # a second key that was already on its way
            return
        if not self._writing.touched:
            self._close("")
            return
        self.workbench.forget_notices()  # the drafts': the same text is written once more
        settled = self._writing.settle()
        draft = self._writing.own_draft()
        if draft is not None and (settled or self._writing.moved()):
            self._ask_both(draft)
        elif settled:
            self._close_kept()
        elif stay_if_refused or not self._writing.is_kept:
            self.tell_wrong(self.workbench.said)
        else:
            self._leave_a_draft()

    def _leave_a_draft(self) -> None:
        """What refuses it stands on the page's status line; nothing but blanks is no text to keep."""
        if not self.text.strip():
            self._writing.drop()
        self._close("")

    def _close_kept(self) -> None:
        self._close(self.workbench.with_way_back(self.texts("field_editor.kept", field=self._called)))

    def _close(self, said: str) -> None:
        self.is_done = True
        self.workbench.say_kept(said)
        self.dismiss(None)
        self.workbench.call_later(self.workbench.renew)

    # Both texts

    @work(exclusive=True)
    async def _ask_both(self, draft: Draft) -> None:
        """Two texts for one field: the coach says which, or both, or decides later."""
        try:
            while (theirs := self._writing.text_now()) is not None:
                chosen = await self.workbench.push_screen_wait(self._both_texts(draft, theirs))
                if not chosen:
                    self._close(self.texts("both_texts.wait"))
                    return
                if (
                    self._writing.text_now() == theirs
                ):  # else it was written once more while the coach thought
                    self._writing.keep_chosen(Kept(chosen), draft, theirs)
                    self._close_kept()
                    return
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
        self._close("")

    def _both_texts(self, draft: Draft, theirs: str) -> BothTexts:
        question = self.texts("both_texts.question", record=self._target.about, field=self._called)
        one_line = self._target.field.kind is FieldKind.NAME
        return BothTexts(question, mine=draft.text, theirs=theirs, typed_at=draft.saved_at, one_line=one_line)

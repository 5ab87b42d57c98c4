"""One field of text of a record, opened to be written in. What is typed is never lost, whoever else writes meanwhile."""

from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from valmentaja.desks.fields import is_there, record_with, text_in
from valmentaja.errors import ValmentajaError
from valmentaja.model.change import Draft
from valmentaja.model.place import FieldPlace
from valmentaja.rules.fields import Field, FieldKind
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.both_texts import BothTexts, Kept, merged
from valmentaja.screens.drafting import Typing
from valmentaja.screens.field_words import is_one_line, label
from valmentaja.screens.literal import literal
from valmentaja.screens.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.fields import LineField, PasteRefused, TextField
from valmentaja.screens.window import is_alive
from valmentaja.settings.records import refuse_client_name
from valmentaja.store.drafts import drafts_at, drop_draft
from valmentaja.store.editing import change_field, settle_field_draft

LONGEST_LINE = 400
"""Letters: what is longer is opened as a text of many lines."""


@dataclass(frozen=True, slots=True)
class FieldOfRecord:
    """A field of a record, and what the record is called."""

    kind: str
    record_id: int
    field: Field
    about: str

    @property
    def place(self) -> FieldPlace:
        """Where its drafts are."""
        return FieldPlace(self.kind, self.record_id, self.field.name)


class FieldEditor(Dialog[None]):
    """Esc and ctrl+s, and Enter on a line, keep what was typed as one change. Nothing typed, nothing changed.

    A draft that a window which runs no more has left is there again; where the field was written meanwhile, both
    texts are shown side by side.
    """

    DEFAULT_CSS = """
    FieldEditor #box { width: 78; max-width: 100%; height: auto; border: round $rule; padding: 0 1;
        background: $background; }
    FieldEditor #box.long { width: 90%; max-width: 110; height: 80%; min-height: 12; }
    FieldEditor #title { text-style: bold; margin-bottom: 1; }
    FieldEditor TextField { height: 1fr; background: $surface; }
    FieldEditor #told { margin-top: 1; color: $quiet; height: auto; min-height: 1; max-height: 3; }
    FieldEditor #told.wrong { color: $error; }
    FieldEditor ActionsLine { padding: 0; margin-top: 1; }
    """
    offers = ("keep", "finish")

    def __init__(self, target: FieldOfRecord) -> None:
        super().__init__()
        self._target = target
        self._typing = Typing(target.place, 0, self._settle)
        self._stored = ""
        self._last = ""
        self._touched = False

    # What is shown

    def compose(self) -> ComposeResult:
        """The title, the field with what it holds, what is said of it."""
        record = record_with(self.book, self._target.kind, self._target.record_id)
        self._stored = text_in(record, self._target.field)
        self._last = self._stored
        self._typing.began_from = record.revision
        long = not is_one_line(self._target.field) or len(self._stored) > LONGEST_LINE or "\n" in self._stored
        with Vertical(id="box", classes="long" if long else ""):
            called = label(self.texts, self._target.field)
            yield Static(
                literal(self.texts("field_editor.title", record=self._target.about, field=called)), id="title"
            )
            yield TextField(self._stored, id="text") if long else LineField(self._stored, id="text")
            yield Static(id="told")
            yield ActionsLine()

    def on_mount(self) -> None:
        """At the end of what stands there; a draft that waits is taken up."""
        field = self._field
        if isinstance(field, TextField):
            field.move_cursor(field.document.end)
        else:
            field.cursor_position = len(field.value)
        self._take_up()

    @property
    def _field(self) -> LineField | TextField:
        found = self.query_one("#text")
        assert isinstance(found, LineField | TextField)
        return found

    @property
    def text(self) -> str:
        """What stands in the field."""
        field = self._field
        return field.text if isinstance(field, TextField) else field.value

    def commands_now(self) -> list[tuple[str, str]]:
        """Enter keeps a line; in a text of many lines it begins a new one."""
        here = dict(super().commands_now())
        if isinstance(self._field, LineField):
            here.pop("finish", None)
            here = {"keep": "enter", **here}
        else:
            here.pop("keep", None)
        return list(here.items())

    def show_said(self, sentence: str) -> None:
        """What the program says is said here too, where the coach looks."""
        if sentence:
            self.tell_wrong(sentence)

    def tell_wrong(self, sentence: str) -> None:
        """Says under the field what is wrong, until something is typed."""
        self._tell(sentence, wrong=True)

    def _tell(self, sentence: str, *, wrong: bool) -> None:
        told = self.query_one("#told", Static)
        told.set_class(wrong, "wrong")
        told.update(literal(sentence))

    # A draft that waits

    def _waiting(self) -> list[Draft]:
        """What was left in this window or one that runs no more, oldest first; what the field holds already is no text."""
        own = self.workbench.drafts.window
        left = [
            one
            for one in drafts_at(self.book, self._target.place)
            if one.window == own or not is_alive(one.window)
        ]
        for one in left:
            if one.text == self._stored:
                drop_draft(self.book, one.place, one.window)
        return [one for one in left if one.text != self._stored]

    def _take_up(self) -> None:
        waiting = self._waiting()
        if not waiting:
            return
        draft = waiting[-1]
        if draft.began_from != self._typing.began_from:
            self._ask_both(draft)
            return
        self._fill(draft.text)
        self._typed(draft.text)
        self.workbench.drafts.keep()
        if draft.window != self.workbench.drafts.window:
            drop_draft(self.book, draft.place, draft.window)
        self.call_after_refresh(self._tell, self.texts("form.continued"), wrong=False)

    def _fill(self, text: str) -> None:
        field = self._field
        if isinstance(field, TextField):
            field.load_text(text)
            field.move_cursor(field.document.end)
        else:
            field.value = text
            field.cursor_position = len(text)

    # Typing

    def on_input_changed(self) -> None:
        """A line."""
        self._changed()

    def on_text_area_changed(self) -> None:
        """A text."""
        self._changed()

    def _changed(self) -> None:
        if self.text != self._last:
            self._typed(self.text)
            self._tell("", wrong=False)

    def _typed(self, text: str) -> None:
        self._last, self._touched = text, True
        self.workbench.drafts.typed(self._typing, text)

    def on_paste_refused(self, event: PasteRefused) -> None:
        """The text was too long: nothing of it was taken."""
        self.tell_wrong(self.texts("error.text.too_long", length=event.length, longest=LONGEST_TEXT))

    def on_input_submitted(self) -> None:
        """Enter on a line."""
        self.action_finish()

    # Leaving

    def action_finish(self) -> None:
        """What was typed becomes a change; what refuses it is said, and all stays as it was typed."""
        self._leave(stay_if_refused=True)

    def action_leave(self) -> None:
        """Esc: as `action_finish`, but what cannot be a change waits as a draft for the next time."""
        self._leave(stay_if_refused=False)

    def _leave(self, *, stay_if_refused: bool) -> None:
        if not self._touched:
            self.dismiss(None)
            return
        self.workbench.forget_said()
        if self.workbench.drafts.settle(self._target.place):
            self._settled_or_moved()
        elif self._moved():
            self._ask_both()
        elif stay_if_refused or self._typing.kept != self._typing.text:
            self.tell_wrong(self.workbench.said)
        else:
            self._leave_a_draft()

    def _settled_or_moved(self) -> None:
        """Where nothing was tracked any more, a draft that could not be settled at rest may still wait."""
        own = [one for one in self._own_drafts() if one.text != self._stored]
        if own:
            self._ask_both(own[-1])
        else:
            self._close()

    def _own_drafts(self) -> list[Draft]:
        own = self.workbench.drafts.window
        return [one for one in drafts_at(self.book, self._target.place) if one.window == own]

    def _moved(self) -> bool:
        target = self._target
        if not is_there(self.book, target.kind, target.record_id):
            return False
        return record_with(self.book, target.kind, target.record_id).revision != self._typing.began_from

    def _leave_a_draft(self) -> None:
        """What refuses it stands on the page's status line; nothing but blanks is no text to keep."""
        if not self.text.strip():
            self.workbench.drafts.drop(self._target.place)
        self.dismiss(None)

    def _close(self) -> None:
        workbench = self.workbench
        self.dismiss(None)
        if not workbench.said:
            workbench.say("field_editor.kept", field=label(self.texts, self._target.field))
        workbench.say_notices()
        workbench.call_later(workbench.renew)

    def _settle(self, draft: Draft) -> bool:
        """Makes the draft a change; typing may go on from there."""
        target = self._target
        self._refuse(draft.text)
        settled = settle_field_draft(self.book, draft, target.kind, target.record_id, target.field)
        if settled:
            record = record_with(self.book, target.kind, target.record_id)
            self._typing.began_from, self._stored = record.revision, text_in(record, target.field)
        return settled

    def _refuse(self, text: str) -> None:
        if (self._target.kind, self._target.field.name) == ("client", "name"):
            refuse_client_name(self.book, text, self.today)

    # Both texts

    @work(exclusive=True)
    async def _ask_both(self, draft: Draft | None = None) -> None:
        """Two texts for one field: the coach says which, or both."""
        found = draft or next(iter(self._own_drafts()), None)
        if found is None:
            self._close()
            return
        try:
            while (theirs := self._text_now()) is not None:
                chosen = await self.workbench.push_screen_wait(self._both_texts(found, theirs))
                if chosen is None:
                    self.workbench.say("both_texts.wait")
                    break
                if self._text_now() == theirs:  # else it was written once more while the coach thought
                    self._keep_chosen(Kept(chosen), found, theirs)
                    self._close()
                    return
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
        self.dismiss(None)

    def _text_now(self) -> str | None:
        """What the field holds now, `None` when the record is no more."""
        target = self._target
        if not is_there(self.book, target.kind, target.record_id):
            return None
        return text_in(record_with(self.book, target.kind, target.record_id), target.field)

    def _both_texts(self, draft: Draft, theirs: str) -> BothTexts:
        field = self._target.field
        question = self.texts(
            "both_texts.question", record=self._target.about, field=label(self.texts, field)
        )
        one_line = field.kind is FieldKind.NAME
        return BothTexts(question, mine=draft.text, theirs=theirs, typed_at=draft.saved_at, one_line=one_line)

    def _keep_chosen(self, chosen: Kept, draft: Draft, theirs: str) -> None:
        """Writes what was chosen, and only then lets the draft go."""
        target = self._target
        text = merged(chosen, mine=draft.text, theirs=theirs)
        if text != theirs:
            self._refuse(text)
            change_field(self.book, target.kind, target.record_id, target.field, text)
        drop_draft(self.book, draft.place, draft.window)
        self.workbench.drafts.drop(target.place)

"""Writing in one field of a record: from what it began, what of it waits as a draft, and what becomes of it."""

from contextlib import suppress
from dataclasses import dataclass

from valmentaja.desks.fields import Record, is_there, record_with, text_in
from valmentaja.errors import CannotBeMet
from valmentaja.model.change import Draft
from valmentaja.model.place import FieldPlace
from valmentaja.rules.fields import Field
from valmentaja.screens.drafts.drafting import Drafting, Typing
from valmentaja.screens.records.both_texts import Kept, merged
from valmentaja.store.drafts import drop_draft
from valmentaja.store.editing import change_field, settle_field_draft
from valmentaja.store.field_history import field_moved


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


class FieldWriting:
    """What the field holds, `stored`, and what has been typed since, which is a draft until it is settled.

    It needs no screen: what stands as a draft is settled also while the workbook is being closed.
    """

    def __init__(self, drafts: Drafting, target: FieldOfRecord) -> None:
        """Raises CannotBeMet when the record is not there."""
        self.touched = False
        self.stored = ""
        self._drafts = drafts
        self._target = target
        self._typing = Typing(target.place, 0, self._settle)
        self._begin_from_now()

    def _begin_from_now(self) -> None:
        record = self._record()
        self.stored, self._typing.began_from = text_in(record, self._target.field), record.revision

    @property
    def is_kept(self) -> bool:
        """Whether what was typed is at least a draft in the file."""
        return self._typing.kept == self._typing.text

    def typed(self, text: str) -> None:
        """The text in the field is this now: kept within a second."""
        self.touched = True
        self._drafts.typed(self._typing, text)

    def settle(self) -> bool:
        """The field is left. False when what was typed is refused, or the field was written meanwhile."""
        return self._drafts.settle(self._target.place)

    def _settle(self, draft: Draft) -> bool:
        target = self._target
        settled = settle_field_draft(self._drafts.book, draft, target.kind, target.record_id, target.field)
        if settled:
            with suppress(CannotBeMet):  # the employer is part of another now, who has the text
                self._begin_from_now()
        return settled

    def _record(self) -> Record:
        return record_with(self._drafts.book, self._target.kind, self._target.record_id)

    def drop(self) -> None:
        """Nothing of what was typed is to be kept."""
        self._drafts.drop(self._target.place)

    # Drafts that wait

    def waiting(self) -> Draft | None:
        """The newest draft that this window or one that runs no more has left; none that the field holds already."""
        left = self._drafts.left_at(self._target.place)
        for one in left:
            if one.text == self.stored:
                drop_draft(self._drafts.book, one.place, one.window)
        return next((one for one in reversed(left) if one.text != self.stored), None)

    def own_draft(self) -> Draft | None:
        """What this window has typed and could not make a change."""
        own = (one for one in self._drafts.left_at(self._target.place) if one.window == self._drafts.window)
        return next((one for one in own if one.text != self.stored), None)

    def goes_on_from(self, draft: Draft) -> bool:
        """Whether the draft began from what the field holds now, so that typing can simply go on."""
        return not self._moved_since(draft.began_from)

    def take_over(self, draft: Draft) -> None:
        """What was left is this window's own from now on."""
        self.touched = True
        self._drafts.take_over(self._typing, draft)

    # Written meanwhile

    def moved(self) -> bool:
        """Whether the field was written from elsewhere since the typing began."""
        return self._moved_since(self._typing.began_from)

    def _moved_since(self, revision: int) -> bool:
        target = self._target
        return field_moved(self._drafts.book, target.kind, target.record_id, target.field, revision)

    def text_now(self) -> str | None:
        """What the field holds now, `None` when the record is no more."""
        return text_in(self._record(), self._target.field) if self._is_there else None

    @property
    def _is_there(self) -> bool:
        return is_there(self._drafts.book, self._target.kind, self._target.record_id)

    def keep_chosen(self, chosen: Kept, draft: Draft, theirs: str) -> None:
        """Writes what of two texts was chosen, and only then lets the draft go."""
        target, book = self._target, self._drafts.book
        text = merged(chosen, mine=draft.text, theirs=theirs)
        if text != theirs:
            change_field(book, target.kind, target.record_id, target.field, text)
        drop_draft(book, draft.place, draft.window)
        self.drop()

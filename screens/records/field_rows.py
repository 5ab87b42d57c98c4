"""The fields of a record as rows of a page, and opening one of them to be changed."""

from collections.abc import Container, Iterable

from textual.content import Content

from valmentaja.desks.fields import Record, record_with, value_in
from valmentaja.model.place import FieldPlace
from valmentaja.rules.fields import FIELDS, FieldKind, field_named
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_words import CHOSEN_KINDS, TYPED_KINDS, label, shown_value, words_of
from valmentaja.screens.records.field_writing import FieldOfRecord, FieldWriting
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row, fixed_row
from valmentaja.store.editing import change_field
from valmentaja.store.workbook import Value, Workbook
from valmentaja.texts import Texts

LABEL_WIDTH = 20
LINES_SHOWN = 12
_LETTERS_SHOWN = 2_000  # more than so many lines hold, and few enough to lay out at once
NOTHING = "–"
_NONE = "none"

"""Air between rows."""


def labelled(
    row_id: str | None, name: str, value: str, *, quiet: bool = False, lines: int = LINES_SHOWN
) -> Row:
    """A label and what stands beside it; a long text by its beginning."""
    shown = literal(value[:_LETTERS_SHOWN], "$quiet" if quiet else "")

    def show(width: int) -> Content:
        beside = max(10, width - LABEL_WIDTH - 1)
        columns = (Column(literal(name, "$quiet"), LABEL_WIDTH, 2), Column(shown, beside, lines))
        return row(columns)

    return Row(row_id, show)


def heading(words: str) -> Row:
    """The name of the rows that follow."""
    return fixed_row(None, literal(words, "bold"))


def field_rows(
    book: Workbook,
    texts: Texts,
    kind: str,
    record: Record,
    names: Iterable[str],
    drafts: Container[str] = (),
) -> list[Row]:
    """The named fields of the record, in order; Enter on one opens it. `drafts`: fields in which text waits."""
    rows = []
    for name in names:
        field = field_named(kind, name)
        assert field is not None
        value = shown_value(book, texts, kind, field, value_in(record, field))
        waits = f" {texts('field.draft_waits')}" if name in drafts else ""
        place = FieldPlace(kind, record.id, name)
        rows.append(
            labelled(str(place), label(texts, field, kind), f"{value or NOTHING}{waits}", quiet=not value)
        )
    return rows


def every_field(kind: str) -> tuple[str, ...]:
    """The names of all fields of the kind."""
    return tuple(field.name for field in FIELDS[kind])


async def open_field(page: Page, place: FieldPlace, about: str) -> None:
    """Opens the field of a record to be changed, in the way that suits it. `about` names the record."""
    field = field_named(place.kind, place.field)
    assert field is not None
    target = FieldOfRecord(place.kind, place.record_id, field, about)
    if field.kind in TYPED_KINDS:
        from valmentaja.screens.records.field_editor import FieldEditor

        writing = FieldWriting(page.workbench.drafts, target)
        page.workbench.push_screen(FieldEditor(target, writing))
    elif field.kind in CHOSEN_KINDS:
        await _choose(page, target)
    else:
        from valmentaja.screens.records.value_form import ValueForm

        record = record_with(page.book, place.kind, place.record_id)
        page.workbench.push_screen(ValueForm(target, value_in(record, field)))


async def _choose(page: Page, target: FieldOfRecord) -> None:
    """One of the words that the field takes."""
    from valmentaja.screens.shell.choose import Choose

    texts, field = page.texts, target.field
    held = value_in(record_with(page.book, target.kind, target.record_id), field)
    now = "" if held is None else str(int(held) if isinstance(held, bool) else held)
    answers = [*words_of(texts, target.kind, field)]
    if not field.needed:
        answers.append((_NONE, texts("edit.empty")))
    question = texts("field_editor.title", record=target.about, field=label(texts, field, target.kind))
    chosen = await page.workbench.push_screen_wait(Choose(question, answers, now or _NONE))
    if not chosen or chosen == (now or _NONE):
        return
    value: Value = None if chosen == _NONE else int(chosen) if field.kind is FieldKind.YES_NO else chosen
    page.workbench.attempt(lambda: change_field(page.book, target.kind, target.record_id, field, value))

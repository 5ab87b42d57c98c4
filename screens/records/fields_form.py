"""A form whose rows are fields of a record, each as `rules.fields` declares it: what it takes, and how it is read."""

from collections.abc import Iterable, Mapping
from datetime import date

from textual.widget import Widget

from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.rules.fields import Field, FieldKind, field_named
from valmentaja.screens.records.field_rows import NOTHING
from valmentaja.screens.records.field_words import (
    CHOSEN_KINDS,
    DAY_KINDS,
    TYPED_KINDS,
    example,
    label,
    read_value,
    words_of,
)
from valmentaja.screens.shell.form import Form
from valmentaja.screens.shell.names import client_names, employer_names
from valmentaja.screens.widgets.field_row import Field as FieldWidget
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.screens.widgets.name_field import Name, NameField, NameRow
from valmentaja.store.details import Given

TALL = frozenset({"note", "learned", "carried_onward"})
"""Fields in which there is much to write."""


class FieldsForm(Form[str]):
    """The widget of a field has the field's name for its id. What may be left open begins so.

    A subclass has the `kind` of record as an attribute.
    """

    DEFAULT_CSS = """
    FieldsForm FieldRow > .label { width: 22; }
    FieldsForm FieldRow > TextField { height: 2; }
    FieldsForm.-roomy FieldRow > TextField { height: 4; }
    """
    kind: str

    def __init__(self, place: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(place, values)
        self._hidden: frozenset[str] = frozenset()

    def told(self, kept: str) -> str:
        """What was kept, in a sentence."""
        return kept

    def needs(self, field: Field) -> bool:
        """Whether the form cannot be kept without it."""
        return field.needed

    def out_of_sight(self) -> Iterable[str]:
        """The fields that are not asked for, by what stands in the others."""
        return ()

    def declared(self, name: str) -> Field:
        """The field as it is declared."""
        found = field_named(self.kind, name)
        assert found is not None
        return found

    def called(self, name: str) -> str:
        """The field as it is named in the form."""
        return label(self.texts, self.declared(name), self.kind)

    # The rows

    def field_row(self, name: str, usual: str = "") -> Widget:
        """The row of a field, as its kind is filled in. `usual` stands there at first."""
        field = self.declared(name)
        if field.kind is FieldKind.EMPLOYER:
            hint = self.texts(f"detail_form.employer.{self.kind}")
            return NameRow(self.called(name), NameField(self._employers, usual, placeholder=hint, id=name))
        if field.kind is FieldKind.CLIENT:
            return self.client_row(self.called(name), name)
        return FieldRow(self.called(name), self._widget(field, usual))

    def _widget(self, field: Field, usual: str) -> FieldWidget:
        if field.kind in CHOSEN_KINDS:
            words = list(words_of(self.texts, self.kind, field))
            if not self.needs(field):
                words.insert(0, ("", NOTHING))
            return ChoiceField(words, usual or words[0][0], id=field.name)
        if field.name in TALL:
            return TextField(usual, id=field.name)
        hint = example(self.texts, field)
        typed_over = bool(usual) and field.kind not in TYPED_KINDS
        return LineField(usual, placeholder=hint, id=field.name, typed_over=typed_over)

    def _employers(self, typed: str) -> list[Name]:
        return employer_names(self.book, typed)

    def client_row(self, called: str, name: str) -> NameRow:
        """The row of a client's name, completed as it is typed."""
        hint = self.texts("detail_form.employer.concern")
        return NameRow(called, NameField(self._clients, placeholder=hint, id=name))

    def _clients(self, typed: str) -> list[Name]:
        return client_names(self.book, typed, self.today)

    def on_mount(self) -> None:
        """Only what is asked for is in sight."""
        self._show_fields()

    def changed(self) -> None:
        """Other fields may be asked for now."""
        self._show_fields()
        super().changed()

    def fill(self, name: str, value: str) -> None:
        """What was typed before shows its field."""
        super().fill(name, value)
        self._show_fields()

    def _show_fields(self) -> None:
        hidden = frozenset(self.out_of_sight())
        if hidden != self._hidden:
            self._hidden = hidden
            for row in self.query(FieldRow):
                row.display = row.field.id not in hidden

    # What is meant by them

    def is_said(self, name: str) -> bool:
        """Whether something stands in the field."""
        return bool(self.value(name).strip())

    def meant(self, name: str) -> Given:
        """What stands in the field, as its column holds it; `None` for nothing. Raises a ValmentajaError."""
        field, typed = self.declared(name), self.value(name)
        with self.reading(name):
            if not self.is_said(name):
                if self.needs(field):
                    raise CannotBeMet("field.needed", field=self.called(name))
                return None
            if field.kind in TYPED_KINDS:
                return typed
            if field.kind in (FieldKind.EMPLOYER, FieldKind.CLIENT):
                picked = self.query_one(f"#{name}", NameField).picked_id(typed)
                if picked is not None:
                    return picked
            return read_value(self.book, self.texts, self.today, field, typed)

    def all_meant(self, names: Iterable[str]) -> dict[str, Given]:
        """What stands in the fields, by column."""
        return {self.declared(name).column: self.meant(name) for name in names}

    def day_meant(self, name: str) -> date | None:
        """The day in the field, `None` for nothing. Raises a ValmentajaError."""
        meant = self.meant(name)
        return None if meant is None else date.fromisoformat(str(meant))

    def day_told(self, name: str) -> str:
        """The field and its day, written whole; "" where there is none."""
        if self.declared(name).kind not in DAY_KINDS:
            return ""
        try:
            day = self.day_meant(name)
        except ValmentajaError:
            return ""
        told = "" if day is None else self.texts.whole_day(day)
        return self.texts("form.field_day", field=self.called(name), day=told) if told else ""

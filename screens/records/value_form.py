"""One field of a record that is read from what is typed: a day, a time, a number, a client, an employer."""

from collections.abc import Iterable
from datetime import date

from valmentaja.errors import ValmentajaError
from valmentaja.rules.fields import FieldKind
from valmentaja.screens.records.field_words import as_typed, example, label, read_value, shown_value
from valmentaja.screens.records.field_writing import FieldOfRecord
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.editing import change_field
from valmentaja.store.workbook import Value


class ValueForm(Form[bool]):
    """What was typed is shown as it is understood. What was emptied is nothing, where it may be."""

    def __init__(self, target: FieldOfRecord, value: object) -> None:
        super().__init__(f"{target.kind}/{target.record_id}/{target.field.name}")
        self._target = target
        self._value = value

    def title_text(self) -> str:
        """Which field of which record."""
        called = label(self.texts, self._target.field, self._target.kind)
        return self.texts("field_editor.title", record=self._target.about, field=called)

    def rows(self) -> Iterable[FieldRow]:
        """The one field."""
        field = self._target.field
        kind = self.texts(f"value_form.{field.kind}", least=field.least, most=field.most)
        yield FieldRow(kind, LineField(self._before, placeholder=example(self.texts, field), id="value"))

    def on_mount(self) -> None:
        """What stands there is selected: as a rule the whole of it is typed anew."""
        field = self.field("value")
        if isinstance(field, LineField) and field.value == self._before:
            field.action_select_all()

    @property
    def _before(self) -> str:
        return as_typed(self.book, self.texts, self._target.field, self._value)

    def understood(self) -> str:
        """The day written whole, or whose name was meant."""
        if not self.value("value").strip():
            return ""
        try:
            return self._said(self._read())
        except ValmentajaError:
            return ""

    def _read(self) -> Value:
        return read_value(self.book, self.texts, self.today, self._target.field, self.value("value"))

    def _said(self, value: Value) -> str:
        field = self._target.field
        match field.kind:
            case FieldKind.NUMBER | FieldKind.HOURS | FieldKind.CLOCK:
                return ""
            case FieldKind.CLIENT | FieldKind.EMPLOYER:
                return shown_value(self.book, self.texts, self._target.kind, field, value)
        return self.day_line(lambda: date.fromisoformat(str(value)))

    def keep(self) -> bool:
        """Changed, unless it stands so already."""
        if self.value("value") == self._before:
            return False
        target = self._target
        with self.reading("value"):
            change_field(self.book, target.kind, target.record_id, target.field, self._read())
        return True

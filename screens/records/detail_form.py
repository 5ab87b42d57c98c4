"""The form for every kind of record that tells more: what is asked for, and what becomes of it, is handed to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from textual.widget import Widget

from valmentaja.rules.fields import Field
from valmentaja.screens.records.fields_form import FieldsForm
from valmentaja.store.details import Given
from valmentaja.texts.shown import one_line

LONGEST_TOLD = 40


@dataclass(frozen=True, slots=True)
class Filling:
    """What a form asks for and what becomes of it.

    `place` tells the form from others that are half filled in, `title` is what it is for. `names` are fields of the
    kind, in order; `needed` those that this form cannot do without, besides those that the kind itself needs.
    `given` fills fields in beforehand, by name. `keep` writes the values, by column, as one change, and gives what is
    said of it; what it refuses, it refuses as a ValmentajaError, and `doubtful` is the field to which the focus goes.
    """

    kind: str
    place: str
    title: str
    names: tuple[str, ...]
    keep: Callable[[Mapping[str, Given]], str]
    needed: frozenset[str] = frozenset()
    given: Mapping[str, str] = field(default_factory=dict)
    doubtful: str = ""


class DetailForm(FieldsForm):
    """Days are shown whole as they are understood, and what is still needed is named."""

    def __init__(self, filling: Filling) -> None:
        super().__init__(filling.place, filling.given)
        self.kind = filling.kind
        self._filling = filling

    def title_text(self) -> str:
        """What it is for."""
        return self._filling.title

    def rows(self) -> Iterable[Widget]:
        """A row for each field."""
        return [self.field_row(name, self.given(name)) for name in self._filling.names]

    def needs(self, field: Field) -> bool:
        """Besides what the kind itself needs, what this form does."""
        return super().needs(field) or field.name in self._filling.needed

    def understood(self) -> str:
        """What is needed and not there yet; the days written whole."""
        missing = [name for name in self._filling.names if self._is_missing(name)]
        fields = ", ".join(map(self.called, missing))
        needed = self.texts("detail_form.needed", fields=fields) if missing else ""
        days = " · ".join(filter(None, map(self.day_told, self._filling.names)))
        return "\n".join(filter(None, (needed, days)))

    def _is_missing(self, name: str) -> bool:
        return self.needs(self.declared(name)) and not self.is_said(name)

    def keep(self) -> str:
        """Written: one change."""
        values = self.all_meant(self._filling.names)
        with self.reading(self._filling.doubtful):
            return self._filling.keep(values)


def first_words(text: object) -> str:
    """A text by its beginning, to be named in a sentence."""
    return one_line(str(text), LONGEST_TOLD)

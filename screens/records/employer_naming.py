"""A form about a client's work in which an employer is named: a known one, or a new one that is added with it."""

from collections.abc import Sequence

from textual.widget import Widget

from valmentaja.desks.employer_meant import KnownEmployer, NewEmployer, UnclearEmployer, employer_meant
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.screens.records.fields_form import FieldsForm
from valmentaja.screens.shell.names import employer_names_or_new
from valmentaja.screens.widgets.name_field import Name, NameField, NameRow
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class EmployerNaming(FieldsForm):
    """The field is called `employer`."""

    def employer_row(self) -> Widget:
        """The row of the employer's name."""
        hint = self.texts("log_form.employer_hint")
        field = NameField(self._complete_or_new, placeholder=hint, id="employer")
        return NameRow(self.texts("log_form.employer"), field, self._new_one)

    def _complete_or_new(self, typed: str) -> Sequence[Name]:
        return employer_names_or_new(self.book, typed)

    def _new_one(self, name: str) -> str:
        return self.texts("log_form.new_one", name=name)

    def employer_named(self) -> KnownEmployer | NewEmployer | None:
        """The employer meant, `None` for none. Raises CannotBeMet where it may be one of several."""
        typed = self.value("employer").strip()
        if not typed:
            return None
        field = self.query_one("#employer", NameField)
        picked = field.picked_id(typed)
        meant = employer_meant(self.book, typed if picked is None else str(picked), self.today)
        if field.was_picked(typed) and picked is None:
            meant = NewEmployer(typed)
        with self.reading("employer"):
            if isinstance(meant, UnclearEmployer):
                raise _unclear(meant)
        return meant

    def employer_line(self) -> str:
        """Which employer is meant, told while the name is typed."""
        try:
            meant = self.employer_named()
        except CannotBeMet as refusal:
            return self.workbench.sentence_of(refusal)
        except ValmentajaError:
            return ""
        match meant:
            case None:
                return ""
            case NewEmployer():
                return self._new_one(one_line(meant.name, LONGEST_NAMED))
        return self.texts("work.at", name=one_line(meant.employer.name, LONGEST_NAMED))


def _unclear(meant: UnclearEmployer) -> CannotBeMet:
    names = ", ".join(one_line(one.name, LONGEST_NAMED) for one in meant.likely)
    key = "work.which_employer" if meant.likely else "field.no_such_employer"
    return CannotBeMet(key, **({"names": names} if meant.likely else {"name": meant.typed}))

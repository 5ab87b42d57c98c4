"""Two employers that are one become one: both are shown, and what happens is said before it does."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.employer import Employer
from valmentaja.screens.shell.form import Form
from valmentaja.screens.shell.names import employer_names
from valmentaja.screens.widgets.name_field import Name, NameField, NameRow
from valmentaja.store.contacts import contact_count
from valmentaja.store.employer_merging import merge_employers
from valmentaja.store.employers import employer
from valmentaja.store.lookup import employer_ids_fitting
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class MergeForm(Form[Employer]):
    """The one whose page it was stays; the other becomes part of it."""

    DEFAULT_CSS = """
    MergeForm #told { min-height: 6; }
    """

    def __init__(self, held: Employer) -> None:
        super().__init__(f"employer/{held.id}/merge")
        self._held = held

    def title_text(self) -> str:
        """Which one stays."""
        return self.texts("merge_form.title", name=one_line(self._held.name, LONGEST_NAMED))

    def word_of(self, command_id: str) -> str:
        """What keeping it does."""
        return (
            self.texts("merge_form.merge")
            if command_id in ("keep", "finish")
            else super().word_of(command_id)
        )

    def rows(self) -> Iterable[Widget]:
        """The other one, by name."""
        hint = self.texts("detail_form.employer.concern")
        yield NameRow(self.texts("merge_form.other"), NameField(self._others, placeholder=hint, id="other"))

    def _others(self, typed: str) -> list[Name]:
        return [one for one in employer_names(self.book, typed) if one.id != self._held.id]

    def _other(self) -> Employer:
        """The other one. Raises CannotBeMet for nobody, and where it may be one of several."""
        typed = self.needed("other", "merge.no_other").strip()
        picked = self.query_one("#other", NameField).picked_id(typed)
        found = employer_ids_fitting(self.book, typed) if picked is None else (picked,)
        ids = [one for one in found if one != self._held.id]
        with self.reading("other"):
            if not ids:
                raise CannotBeMet("field.no_such_employer", name=one_line(typed, LONGEST_NAMED))
            if len(ids) > 1:
                raise CannotBeMet("merge.several", name=one_line(typed, LONGEST_NAMED))
        return employer(self.book, ids[0])

    def understood(self) -> str:
        """Both, and what becomes of them."""
        try:
            other = self._other()
        except ValmentajaError:
            return self.texts("merge_form.how")
        texts = self.texts
        return "\n".join(
            (
                texts("merge_form.stays", employer=self._told(self._held)),
                texts("merge_form.goes", employer=self._told(other)),
                texts("merge_form.what"),
            )
        )

    def _told(self, held: Employer) -> str:
        count = contact_count(self.book, held.id, self.today)
        told = (one_line(held.name, LONGEST_NAMED), held.town, held.industry)
        contacts = self.texts.counted("employer_page.contacts", count)
        return " · ".join((*(one_line(one, LONGEST_NAMED) for one in told if one), contacts))

    def keep(self) -> Employer:
        """One of two: one change."""
        other = self._other()
        return merge_employers(self.book, self._held.id, other.id)

    def told(self, kept: Employer) -> str:
        """Which one there is now."""
        return self.texts("merge_form.told", name=kept.name)

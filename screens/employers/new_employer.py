"""A new employer: the name, and what and where it is."""

from collections.abc import Iterable

from valmentaja.model.employer import Employer, Sector
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.store.employers import add_employer, employer
from valmentaja.store.lookup import ids_with_name

NOT_SAID = "not_said"


class EmployerForm(Form[Employer]):
    """Only the name is needed."""

    def __init__(self, name: str = "") -> None:
        super().__init__("employer", {"name": name} if name else None)
        self._others = ""

    def title_text(self) -> str:
        """What it is for."""
        return self.texts("employer_form.title")

    def rows(self) -> Iterable[FieldRow]:
        """Name, industry, town, sector."""
        texts = self.texts
        sectors = [(NOT_SAID, texts("employer_form.not_said"))]
        sectors += [(sector.value, texts(f"sector.{sector}")) for sector in Sector]
        yield FieldRow(texts("employer_form.name"), LineField(self.given("name"), id="name"))
        yield FieldRow(texts("employer_form.industry"), LineField(id="industry"))
        yield FieldRow(texts("employer_form.town"), LineField(id="town"))
        yield FieldRow(texts("employer_form.sector"), ChoiceField(sectors, NOT_SAID, id="sector"))

    def understood(self) -> str:
        """Who has that name already."""
        namesakes = self._namesakes()
        return self.texts("client_form.namesakes", others=namesakes) if namesakes else ""

    def _namesakes(self) -> str:
        """Those who have the name already, told apart by where they are, or by their number."""
        name = self.value("name").strip()
        ids = ids_with_name(self.book, "employer", name) if name else ()
        texts = self.texts
        return texts.sentence_list(
            [employer(self.book, one).town or texts("record.number", id=one) for one in ids]
        )

    def keep(self) -> Employer:
        """In the book: one change."""
        name = self.needed("name", "employer_form.nameless")
        self._others, sector = self._namesakes(), self.value("sector")
        with self.reading("name"):
            return add_employer(
                self.book,
                name=name,
                sector=None if sector == NOT_SAID else Sector(sector),
                industry=self.value("industry"),
                town=self.value("town"),
                added_on=self.today,
            )

    def told(self, kept: Employer) -> str:
        """Who was added, and who had the name already."""
        if self._others:
            return self.texts("employer_form.added_namesake", name=kept.name, others=self._others)
        return self.texts("employer_form.added", name=kept.name)

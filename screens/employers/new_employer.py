"""A new employer: the name, and what and where it is."""

from collections.abc import Iterable, Sequence

from textual import work

from valmentaja.desks.employer_meant import LikelyNames, nearly_called
from valmentaja.model.employer import Employer, Sector
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.store.employers import add_employer, employer
from valmentaja.store.lookup import ids_with_name
from valmentaja.texts.shown import LONGEST_NAMED, one_line

NOT_SAID = "not_said"
NEW = "new"


class EmployerForm(Form[Employer]):
    """Only the name is needed. A name that is nearly another's is asked about before it is added."""

    def __init__(self, name: str = "") -> None:
        super().__init__("employer", {"name": name} if name else None)
        self._others = ""
        self._asks = False
        self._likely = LikelyNames(self.book)

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
        """Who has that name already, or nearly that name."""
        if namesakes := self._namesakes():
            return self.texts("client_form.namesakes", others=namesakes)
        names = [one_line(one.name, LONGEST_NAMED) for one in self._nearly_called()]
        return self.texts("employer_form.nearly_called", names=", ".join(names)) if names else ""

    def _nearly_called(self) -> tuple[Employer, ...]:
        name = self.value("name").strip()
        return nearly_called(self.book, name, self._likely) if name and not self._namesakes() else ()

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

    def action_finish(self) -> None:
        """Adds the employer; before that asks whether one that is nearly called so is meant."""
        if self._asks or self.is_done:
            return
        if likely := self._nearly_called():
            self._asks = True
            self._ask(likely)
        else:
            super().action_finish()

    @work
    async def _ask(self, likely: Sequence[Employer]) -> None:
        name = one_line(self.value("name").strip(), LONGEST_NAMED)
        answers = [(str(one.id), _answer(one)) for one in likely]
        answers.append((NEW, self.texts("log_form.new_one", name=name)))
        chosen = await self.workbench.push_screen_wait(
            Choose(self.texts("log_form.which_employer", name=name), answers)
        )
        self._asks = False
        if chosen == NEW:
            super().action_finish()
        elif chosen is not None:
            self._open_known(int(chosen))

    def _open_known(self, employer_id: int) -> None:
        """The page of the one that was meant; nothing is added. What else was typed here waits."""
        from valmentaja.screens.employers.page import EmployerScreen

        workbench = self.workbench
        if self.value("industry").strip() or self.value("town").strip():
            self.action_leave()
        else:
            self.is_done = True
            self.drop_draft_here()
            self.dismiss(None)
        if workbench.screen is not self:  # else it could not be kept, and says so
            workbench.push_screen(EmployerScreen(employer_id))

    def told(self, kept: Employer) -> str:
        """Who was added, and who had the name already."""
        if self._others:
            return self.texts("employer_form.added_namesake", name=kept.name, others=self._others)
        return self.texts("employer_form.added", name=kept.name)


def _answer(held: Employer) -> str:
    name = one_line(held.name, LONGEST_NAMED)
    return f"{name}  {one_line(held.town, LONGEST_NAMED)}" if held.town else name

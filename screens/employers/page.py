"""The page of one employer: an overview, the run of contacts, the steps."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from valmentaja.desks.placements import placement_lines_at
from valmentaja.desks.runs import CONTACTS_SHOWN, Run, Steps, run_with_employer, steps_about_employer
from valmentaja.model.employer import Employer
from valmentaja.screens.placements.rows import placement_rows
from valmentaja.screens.records.acting import OFFERS
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.subject_page import SubjectPage
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.contacts import contact_count
from valmentaja.store.employers import employer
from valmentaja.store.placements import placements_at

REACHING = ("people", "phone", "email", "address")
CALLED = ("name", "sector", "industry", "town")


class EmployerScreen(SubjectPage):
    """The employer's own: who works there, what and where it is."""

    desk = "employers"
    kind = "employer"
    offers: ClassVar[tuple[str, ...]] = (*SubjectPage.offers, *OFFERS)

    def run_of_contacts(self, most: int = CONTACTS_SHOWN) -> Run:
        """With the employer."""
        return run_with_employer(self.book, self.record_id, most)

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The employer as it is now."""
        held = self.subject = employer(self.book, self.record_id)
        steps, texts = steps_about_employer(self.book, self.record_id), self.texts
        count = contact_count(self.book, self.record_id, self.today)
        contacts = (
            texts.counted("employer_page.contacts", count)
            if count
            else texts("employer_page.no_contacts", key=self.key_of("log"))
        )
        about = " · ".join(part for part in (held.industry, held.town, contacts) if part)
        parts = [*self.parts(lambda: self._overview(held, steps), steps, has_contacts=bool(count))]
        if placements_at(self.book, self.record_id):
            parts.append(Part("work", texts("part.work"), self._work))
        return held.name, about, parts

    def _work(self) -> Sequence[Row]:
        """Who has worked here."""
        lines = placement_lines_at(self.book, self.record_id, self.today)
        return placement_rows(self.book, self.texts, lines, self.today, whose=True)

    def _overview(self, held: Employer, steps: Steps) -> Iterator[Row]:
        yield from self.fields(held, REACHING)
        yield GAP
        yield from self.next_steps(steps.open)
        yield from self.fields(held, ("note",))
        yield GAP
        yield from self.fields(held, CALLED)

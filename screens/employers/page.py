"""The page of one employer: an overview, the run of contacts, the steps."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.content import Content

from valmentaja.desks.runs import Steps, run_with_employer, steps_about_employer
from valmentaja.model.employer import Employer
from valmentaja.model.step import NextStep
from valmentaja.screens.employer_actions import OFFERS, EmployerActions
from valmentaja.screens.field_rows import field_rows, heading
from valmentaja.screens.record_page import Part
from valmentaja.screens.run_rows import contact_rows, run_beside, step_row, step_rows, steps_label
from valmentaja.screens.step_focus import StepFocus
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.contacts import contact_count
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.employers import employer
from valmentaja.texts.shown import LONGEST_NAMED, one_line

REACHING = ("people", "phone", "email", "address")
CALLED = ("name", "sector", "industry", "town")
STEPS_IN_OVERVIEW = 5


class EmployerScreen(StepFocus, EmployerActions):
    """Every field is a row that Enter opens."""

    desk = "employers"
    offers: ClassVar[tuple[str, ...]] = (*StepFocus.offers, *OFFERS)

    def __init__(self, employer_id: int) -> None:
        super().__init__()
        self._employer_id = employer_id
        self._employer: Employer | None = None

    def employer_in_focus(self) -> Employer | None:
        """The one whose page it is."""
        return self._employer

    def about(self) -> str:
        """The employer's name."""
        return one_line(self._employer.name, LONGEST_NAMED) if self._employer else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The employer as it is now."""
        held = self._employer = employer(self.book, self._employer_id)
        steps, texts = steps_about_employer(self.book, self._employer_id), self.texts
        count = contact_count(self.book, self._employer_id, self.today)
        parts = [Part("overview", texts("part.overview"), lambda: list(self._overview(held, steps)))]
        if count:
            parts.append(Part("contacts", texts("part.contacts"), self._contacts))
        if steps.open or steps.done:
            told = steps_label(texts, steps)
            parts.append(Part("steps", told, lambda: step_rows(texts, steps, self.today)))
        contacts = (
            texts.counted("employer_page.contacts", count) if count else texts("employer_page.no_contacts")
        )
        about = " · ".join(part for part in (held.industry, held.town, contacts) if part)
        return held.name, about, parts

    def _overview(self, held: Employer, steps: Steps) -> Iterator[Row]:
        yield from self._fields(held, REACHING)
        yield GAP
        yield from self._open_steps(steps.open)
        yield from self._fields(held, ("note",))
        yield GAP
        yield from self._fields(held, CALLED)

    def _fields(self, held: Employer, names: Sequence[str]) -> list[Row]:
        drafts = fields_with_drafts(self.book, "employer", self._employer_id)
        return field_rows(self.book, self.texts, "employer", held, names, drafts)

    def _open_steps(self, steps: Sequence[NextStep]) -> Iterator[Row]:
        if steps:
            yield heading(self.texts("client_page.next"))
            yield from (step_row(self.texts, step, self.today) for step in steps[:STEPS_IN_OVERVIEW])
            yield GAP

    def focused_beside(self) -> str | None:
        """A contact is told whole."""
        return self.focused_id if self.part == "contacts" else None

    def beside(self, row_id: str | None) -> Sequence[Content]:
        """What was last, or the contact in focus."""
        if self.part == "steps":
            return ()
        return run_beside(self.texts, run_with_employer(self.book, self._employer_id), row_id, self.today)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with this employer, and with the step in focus."""
        return self._employer is not None if action in OFFERS else super().check_action(action, parameters)

    def _contacts(self) -> Sequence[Row]:
        return contact_rows(self.texts, run_with_employer(self.book, self._employer_id), self.today)

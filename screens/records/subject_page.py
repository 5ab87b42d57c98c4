"""The page of a client or an employer: what both have, the overview's rows, the run of contacts, the steps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar

from textual.content import Content

from valmentaja.desks.fields import Record
from valmentaja.desks.runs import CONTACTS_SHOWN, Run, Steps
from valmentaja.model.step import NextStep
from valmentaja.screens.records.acting import Acting, Subject, called
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.field_rows import field_rows, heading
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.run_rows import contact_rows, run_beside, step_row, step_rows, steps_label
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.texts.shown import LONGEST_NAMED, one_line

STEPS_IN_OVERVIEW = 5
LOOKED_AT = 30
"""Newest contacts that stand beside the overview at most."""


class SubjectPage(DetailFocus, Acting):
    """Every field is a row that Enter opens; keys do what they do on the lists.

    A subclass names the `kind` of its record, gives its `run` of contacts, and in `read` sets `subject`.
    """

    kind: ClassVar[str]

    def __init__(self, record_id: int) -> None:
        super().__init__()
        self.record_id = record_id
        self.subject: Subject | None = None
        self._looked_at: tuple[object, ...] = ()
        self._run: Run | None = None

    def run_of_contacts(self, most: int = CONTACTS_SHOWN) -> Run:
        """The newest contacts, so many at most."""
        raise NotImplementedError

    def in_focus(self) -> Subject | None:
        """The one whose page it is."""
        return self.subject

    def about(self) -> str:
        """The client's name or code, the employer's name."""
        return one_line(called(self.subject), LONGEST_NAMED) if self.subject else ""

    # The parts

    def parts(
        self, overview: Callable[[], Iterable[Row]], steps: Steps, *, has_contacts: bool
    ) -> Sequence[Part]:
        """The overview, and contacts and steps where there are some."""
        texts = self.texts
        parts = [Part("overview", texts("part.overview"), lambda: list(overview()))]
        if has_contacts:
            parts.append(Part("contacts", texts("part.contacts"), self._contacts))
        if steps.open or steps.done:
            told = steps_label(texts, steps)
            parts.append(Part("steps", told, lambda: step_rows(texts, steps, self.today)))
        return parts

    def _contacts(self) -> Sequence[Row]:
        return contact_rows(self.texts, self.run_of_contacts(), self.today)

    def fields(self, held: Record, names: Sequence[str]) -> list[Row]:
        """Fields of the record as rows."""
        drafts = fields_with_drafts(self.book, self.kind, self.record_id)
        return field_rows(self.book, self.texts, self.kind, held, names, drafts)

    def next_steps(self, steps: Sequence[NextStep]) -> Iterator[Row]:
        """What is next, in the overview."""
        if steps:
            yield heading(self.texts("client_page.next"))
            yield from (step_row(self.texts, step, self.today) for step in steps[:STEPS_IN_OVERVIEW])
            yield GAP

    # Beside them

    def focused_beside(self) -> str | None:
        """A contact is told whole."""
        return self.focused_id if self.part == "contacts" else None

    def beside(self, row_id: str | None) -> Sequence[Content]:
        """What was last, or the contact in focus."""
        if self.part == "steps":
            return ()
        wanted = (self.part, *self.seen())
        if wanted != self._looked_at or self._run is None:
            self._looked_at = wanted
            self._run = self.run_of_contacts(LOOKED_AT if self.part == "overview" else CONTACTS_SHOWN)
        return run_beside(self.texts, self._run, row_id, self.today)

"""The page of one contact or one next step: all its fields, each to be changed."""

from collections.abc import Sequence

from valmentaja.desks.fields import record_with
from valmentaja.model.contact import ClientContact, EmployerContact
from valmentaja.model.step import NextStep
from valmentaja.screens.records.field_rows import every_field, field_rows, heading
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.run_rows import step_row
from valmentaja.screens.records.step_focus import StepFocus
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.clients import client
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.employers import employer
from valmentaja.store.steps import step_of_contact
from valmentaja.texts.shown import LONGEST_NAMED, one_line

Detail = ClientContact | EmployerContact | NextStep


class DetailScreen(StepFocus):
    """Opened from the page of a client or an employer, whose desk stays open above it."""

    def __init__(self, kind: str, record_id: int, desk: str) -> None:
        """`kind` is `client_contact`, `employer_contact` or `next_step`."""
        super().__init__()
        self.desk = desk
        self._kind = kind
        self._record_id = record_id
        self._about = ""

    def about(self) -> str:
        """The day, and whom it is about."""
        return self._about

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The record as it is now."""
        record = record_with(self.book, self._kind, self._record_id)
        assert isinstance(record, ClientContact | EmployerContact | NextStep)
        whom = ", ".join(one_line(name, LONGEST_NAMED) for name in self._names(record))
        self._about = self.texts.whole_day(record.due_on if isinstance(record, NextStep) else record.day)
        part = Part("all", "", lambda: self._rows(record))
        return whom, self.texts(f"detail.{self._kind}", day=self._about), (part,)

    def _names(self, record: Detail) -> list[str]:
        if isinstance(record, ClientContact):
            return [client(self.book, one).label for one in record.client_ids]
        names = [client(self.book, record.client_id).label] if record.client_id is not None else []
        if record.employer_id is not None:
            names.insert(0, employer(self.book, record.employer_id).name)
        return names or [self.texts("contact.unnamed")]

    def _rows(self, record: Detail) -> Sequence[Row]:
        drafts = fields_with_drafts(self.book, self._kind, self._record_id)
        rows = field_rows(self.book, self.texts, self._kind, record, every_field(self._kind), drafts)
        step = step_of_contact(self.book, record.id)
        if step is not None:
            rows += [GAP, heading(self.texts("detail.step")), step_row(self.texts, step, self.today)]
        return rows

    def step_row_id(self) -> str:
        """The page's own step, or the one agreed at its contact."""
        return f"{self._kind}/{self._record_id}" if self._kind == "next_step" else super().step_row_id()

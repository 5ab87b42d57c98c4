"""The page of one job lead: all that is known of it, and one key for each thing that happens to it."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from valmentaja.desks.details import DetailLine, detail_line
from valmentaja.model.lead import Answer, Lead
from valmentaja.screens.leads.rows import state_told
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.detail_form import DetailForm, Filling, first_words
from valmentaja.screens.records.field_rows import every_field, field_rows
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.widgets.row_list import Row
from valmentaja.store.details import Given, change_detail
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class LeadScreen(DetailFocus):
    """Applied today, an interview at a time, an answer: each is one key."""

    offers: ClassVar[tuple[str, ...]] = (*DetailFocus.offers, "outcome")

    def __init__(self, record_id: int, desk: str) -> None:
        super().__init__()
        self.desk = desk
        self._record_id = record_id
        self._held_line: DetailLine | None = None

    @property
    def _lead(self) -> Lead | None:
        record = self._held_line.record if self._held_line else None
        return record if isinstance(record, Lead) else None

    def about(self) -> str:
        """The job."""
        return first_words(self._lead.job) if self._lead else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The lead as it is now: the job, whose it is and where, how far it has come."""
        line = self._held_line = detail_line(self.book, "lead", self._record_id)
        lead = self._lead
        assert lead is not None
        named = [one_line(line.client.label, LONGEST_NAMED)] if line.client else []
        named += [one_line(line.employer.name, LONGEST_NAMED)] if line.employer else []
        about = " · ".join((*named, state_told(self.texts, lead, self.today)))
        part = Part("all", "", lambda: self._rows(lead))
        return one_line(lead.job, LONGEST_NAMED), about, (part,)

    def _rows(self, lead: Lead) -> Sequence[Row]:
        drafts = fields_with_drafts(self.book, "lead", lead.id)
        return field_rows(self.book, self.texts, "lead", lead, every_field("lead"), drafts)

    def detail_row_id(self) -> str:
        """The lead, whatever is in focus."""
        return f"lead/{self._record_id}"

    def status(self) -> tuple[str, str]:
        """What can be said of it by one key."""
        if self._lead is None or not self._lead.is_open:
            return super().status()
        keys = {one: self.key_of(one) for one in ("done", "book", "outcome")}
        told = "lead_page.status_applied" if self._lead.applied_on else "lead_page.status"
        return self.texts(told, **keys), ""

    def told_first(self) -> Sequence[str]:
        """The three things that happen to a lead."""
        return ("done", "book", "outcome", *super().told_first())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of one that was answered nothing more is asked."""
        if action in ("outcome", "book"):
            return self._lead is not None and self._lead.is_open
        return super().check_action(action, parameters)

    def _change(self, what: str, values: Mapping[str, Given]) -> None:
        about = self._held_line.client.label if self._held_line and self._held_line.client else ""
        change_detail(self.book, "lead", self._record_id, values, what=what, about=about)

    def action_book(self) -> None:
        """An interview is agreed."""
        lead = self._lead
        if lead is None:
            return
        given = {
            "interview_on": self.texts.date(lead.interview_on) if lead.interview_on else "",
            "time": self.texts.clock(lead.at) if lead.at else "",
        }

        def keep(values: Mapping[str, Given]) -> str:
            self._change("lead_interview", values)
            return self.texts("lead_page.interview_told", job=self.about())

        filling = Filling(
            kind="lead",
            place=f"lead/{lead.id}/interview",
            title=self.texts("lead_page.interview", job=self.about()),
            names=("interview_on", "time"),
            keep=keep,
            needed=frozenset({"interview_on"}),
            given=given,
        )
        self.workbench.push_screen(DetailForm(filling))

    def action_outcome(self) -> None:
        """The answer, told today."""
        from valmentaja.screens.shell.choose import Choose

        answers = [(one.value, self.texts(f"lead_answer.{one}")) for one in Answer]
        question = self.texts("lead_page.which_answer", job=self.about())
        self.workbench.push_screen(Choose(question, answers), self._answered)

    def _answered(self, chosen: str | None) -> None:
        if not chosen:
            return
        values: Mapping[str, Given] = {"answer": chosen, "answered_on": self.today}
        if self.workbench.attempt(lambda: self._change("lead_answered", values)):
            answer = self.texts(f"lead_answer.{chosen}")
            self.workbench.say_done("lead_page.answered_told", job=self.about(), answer=answer)

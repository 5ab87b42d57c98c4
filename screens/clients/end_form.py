"""The cooperation with a client ends: when, why, and where it is needed, who carries on."""

from collections.abc import Iterable
from datetime import date

from valmentaja.content.end_reasons import EndReason
from valmentaja.desks.clients import open_steps
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.rules.refusals import refuse_ahead, refuse_missing_successor
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.clients import end_client
from valmentaja.texts.dates import Meaning
from valmentaja.texts.sentences import in_midsentence
from valmentaja.texts.shown import LONGEST_NAMED, one_line

OWN_WORDS = "other"


class EndForm(Form[Client]):
    """For a reason that was chosen. `other` asks for the coach's own words."""

    def __init__(self, client: Client, reason: EndReason) -> None:
        super().__init__(f"end/{client.id}/{reason.id}")
        self._client = client
        self._reason = reason

    def title_text(self) -> str:
        """Who."""
        return self.texts("end_form.title", name=self._client.label)

    def rows(self) -> Iterable[FieldRow]:
        """The day, the coach's own words, who carries on."""
        texts = self.texts
        if self._reason.id == OWN_WORDS:
            yield FieldRow(texts("end_form.reason"), LineField(id="reason"))
        yield FieldRow(
            texts("end_form.carried_on_by"), LineField(self._client.carried_on_by or "", id="carried_on_by")
        )
        yield FieldRow(texts("end_form.day"), LineField(texts.date(self.today), id="day"))

    def understood(self) -> str:
        """What the reason asks for, the steps that are left open, and the day written whole."""
        told = [self._reason.sentence, self._steps_left()]
        told.append(self.day_line(self._day))
        return "\n".join(one for one in told if one)

    def _steps_left(self) -> str:
        steps = open_steps(self.book, self._client.id)
        if not steps:
            return ""
        named = self.texts.sentence_list([one_line(step.text, LONGEST_NAMED) for step in steps[:3]])
        return self.texts.counted("end_form.steps_left", len(steps), steps=named)

    def _day(self) -> date:
        with self.reading("day"):
            day = self.day_in("day", Meaning.RECORD)
            refuse_ahead(day, self.today)
        return day

    def keep(self) -> Client:
        """Ended: one change."""
        reason = str(self._reason.id)
        if reason == OWN_WORDS:
            reason = self.needed("reason", "end_form.no_reason").strip()
        carried_on_by = self.value("carried_on_by")
        with self.reading("carried_on_by"):
            self._refuse_missing_successor(carried_on_by)
        with self.reading("day"):
            return end_client(
                self.book, self._client.id, day=self._day(), reason=reason, carried_on_by=carried_on_by
            )

    def told(self, kept: Client) -> str:
        """Who has ended."""
        return self.texts("end.ended", name=kept.label)

    def _refuse_missing_successor(self, carried_on_by: str) -> None:
        try:
            refuse_missing_successor(
                in_midsentence(self._reason.name),
                needs_successor=self._reason.needs_successor,
                carried_on_by=carried_on_by,
            )
        except CannotBeMet as refusal:  # its sentence tells of an option of a command
            raise CannotBeMet("end_form.no_successor", **refusal.parameters) from refusal

"""A placement ends: when, why, what was learned, and what the client carries onward (method.md P12)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from textual.widget import Widget

from valmentaja.errors import ValmentajaError
from valmentaja.rules.refusals import refuse_ahead
from valmentaja.screens.placements.about_work import AboutWork
from valmentaja.screens.placements.words import job_told
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.placements import end_placement
from valmentaja.texts.dates import Meaning

TO_CONTACT = timedelta(days=3)


class EndPlacementForm(AboutWork):
    """The last day may still be ahead; the day on which the coach heard of it may not."""

    what_for = "end"

    def rows(self) -> Iterable[Widget]:
        """The last day, when it was heard of, why, what it leaves behind."""
        texts, today = self.texts, self.texts.date(self.today)
        yield FieldRow(texts("work.last_day"), LineField(today, id="ended_on", typed_over=True))
        yield self.field_row("heard_on", today)
        yield FieldRow(texts("work.why_ended"), LineField(id="end_reason"))
        yield self.field_row("learned")
        yield self.field_row("carried_onward")

    def understood(self) -> str:
        """Both days, and until when to get in touch."""
        texts = self.texts
        told = [
            texts("form.field_day", field=texts("work.last_day"), day=day)
            for day in self._whole(self._last_day)
        ]
        told += [
            texts("work.get_in_touch", day=day) for day in self._whole(lambda: self._heard_on() + TO_CONTACT)
        ]
        return "\n".join(told)

    def _whole(self, read: Callable[[], date]) -> Iterator[str]:
        """The day written whole; none where what was typed is none."""
        try:
            yield self.texts.whole_day(read())
        except ValmentajaError:
            return

    def _last_day(self) -> date:
        self.needed("ended_on", "work.no_day")
        return self.day_in("ended_on", Meaning.START)

    def _heard_on(self) -> date:
        self.needed("heard_on", "work.no_day")
        day = self.day_in("heard_on", Meaning.RECORD)
        with self.reading("heard_on"):
            refuse_ahead(day, self.today)
        return day

    def keep(self) -> str:
        """Ended: one change."""
        ended_on, heard_on = self._last_day(), self._heard_on()
        reason = self.needed("end_reason", "work.no_reason")
        with self.reading("ended_on"):
            end_placement(
                self.book,
                self.line.placement.id,
                day=ended_on,
                reason=reason,
                heard_on=heard_on,
                learned=self.value("learned"),
                carried_onward=self.value("carried_onward"),
            )
        return self.texts("work.has_ended", job=job_told(self.line))

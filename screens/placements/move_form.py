"""The start of a placement moves, and with it all that is counted from it."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.desks.placements import if_moved
from valmentaja.errors import ValmentajaError
from valmentaja.screens.placements.about_work import AboutWork
from valmentaja.screens.placements.words import next_sentence, next_told, remark_told
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.placements import move_start


class MoveStartForm(AboutWork):
    """The reason is kept with the move."""

    what_for = "move"

    def rows(self) -> Iterable[Widget]:
        """To which day, and why."""
        yield self.field_row("start", self.texts.date(self.line.placement.start_on))
        yield FieldRow(self.texts("work.because"), LineField(id="because"))

    def understood(self) -> str:
        """The day, when to meet then, and what there is to be said."""
        told = [self.day_told("start")]
        try:
            start = self.day_meant("start")
        except ValmentajaError:
            return ""
        if start is not None and start != self.line.placement.start_on:
            outlook = if_moved(self.book, self.line, start, self.today)
            meeting = outlook.open_meeting
            told.append(next_told(self.texts, meeting, self.today) if meeting else "")
            told += [remark_told(self.book, self.texts, one) for one in outlook.remarks]
        return "\n".join(filter(None, told))

    def keep(self) -> str:
        """Moved: one change."""
        self.needed("start", "work.no_start")
        start = self.day_meant("start")
        assert start is not None
        because = self.needed("because", "work.no_because")
        with self.reading("start"):
            move_start(self.book, self.line.placement.id, to_day=start, because=because, today=self.today)
        return self._moved()

    def _moved(self) -> str:
        """The new start, and when to meet then."""
        kept = self.line_now()
        told = self.texts("work.has_moved", day=self.texts.whole_day(kept.placement.start_on))
        meeting = kept.open_meeting
        return f"{told} {next_sentence(self.texts, meeting, self.today)}" if meeting else told

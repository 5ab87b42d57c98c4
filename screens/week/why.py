"""Each contact of a week with what decided about it: whether it is in the number, or why it stands beside it."""

from collections.abc import Sequence

from textual.content import Content

from valmentaja.desks.tally_run import WhyCounted, why_week_counts
from valmentaja.desks.week import week_page
from valmentaja.model.week import Week
from valmentaja.rules.tally_run import Counts
from valmentaja.screens.literal import literal, literal_line
from valmentaja.screens.records.record_page import Part, RecordPage
from valmentaja.screens.week.rows import DAY_WIDTH, LONGEST_NAME
from valmentaja.screens.week.tally import short_word, week_words
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row

_GAP = 2
_COUNTED_WIDTH = 16
_LETTERS = 120


class WhyScreen(RecordPage):
    """Opened over the week; Enter opens a contact, where it can be mended."""

    desk = "week"

    def __init__(self, week: Week) -> None:
        super().__init__()
        self._week = week

    def about(self) -> str:
        """Which week."""
        return week_words(self.texts, self._week, self.today)

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The week's contacts as they are now."""
        tally = week_page(self.book, self._week, self.today, self.texts.language)
        told = self.texts("week_why.about", done=tally.in_person, target=tally.target)
        return self.about(), told, (Part("why", "", self._rows),)

    def _rows(self) -> Sequence[Row]:
        texts, found = self.texts, why_week_counts(self.book, self._week)
        rule = said_row(texts("week_why.rule"))
        if not found:
            return [rule, GAP, said_row(texts("week_why.nothing"))]
        return [rule, GAP, *(self._row(one) for one in found)]

    def _row(self, one: WhyCounted) -> Row:
        texts, contact = self.texts, one.line.contact
        name = one.line.employer.name if one.line.employer else texts("week_screen.unnamed")
        is_counted = one.counts is Counts.COUNTED
        counts = literal(texts(f"week_why.{one.counts}"), "$success" if is_counted else "$quiet")
        what = [short_word(texts, "way", contact.way)]
        what += [short_word(texts, "purpose", contact.purpose)] if contact.purpose else []
        what += [one.line.client.label] if one.line.client else []
        told = literal_line(", ".join(what), _LETTERS)
        day = literal(texts.day(contact.day))

        def show(width: int) -> Content:
            name_width = min(LONGEST_NAME, max(12, width // 4))
            rest = max(8, width - DAY_WIDTH - _COUNTED_WIDTH - name_width - 3 * _GAP)
            columns = (
                Column(day, DAY_WIDTH),
                Column(counts, _COUNTED_WIDTH, 2),
                Column(literal(name, "bold" if is_counted else ""), name_width, 2),
                Column(told, rest, 2),
            )
            return row(columns, _GAP)

        return Row(f"employer_contact/{contact.id}", show)

    def status(self) -> tuple[str, str]:
        """What may be set."""
        return self.texts("week_why.status", key=self.key_of("open")), ""

"""Contacts with employers of the last four weeks that lack something: to be filled in if the coach likes."""

from collections.abc import Sequence
from datetime import timedelta

from textual.content import Content

from valmentaja.desks.unfinished import Unfinished, unfinished_contacts
from valmentaja.screens.literal import literal
from valmentaja.screens.records.record_page import Part, RecordPage
from valmentaja.screens.week.rows import DAY_WIDTH, LONGEST_NAME
from valmentaja.screens.week.tally import short_word
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row

DAYS = 28
_GAP = 2


class UnfinishedScreen(RecordPage):
    """Enter opens the contact, where it is filled in; once nothing is lacking it is here no more."""

    desk = "week"

    def __init__(self) -> None:
        super().__init__()
        self._are_some = False

    def about(self) -> str:
        """What it shows."""
        return self.texts("unfinished.title")

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The contacts as they are now."""
        first = self.today - timedelta(days=DAYS - 1)
        days = self.texts("weeks.days", first=first, last=self.today)
        return self.about(), days, (Part("unfinished", "", self._rows),)

    def _rows(self) -> Sequence[Row]:
        first = self.today - timedelta(days=DAYS - 1)
        found = unfinished_contacts(self.book, first, self.today)
        self._are_some = bool(found)
        if not found:
            return [said_row(self.texts("unfinished.none"))]
        about = said_row(self.texts("unfinished.about"))
        return [about, GAP, *(self._row(one) for one in reversed(found))]

    def _row(self, one: Unfinished) -> Row:
        texts, contact = self.texts, one.line.contact
        name = one.line.employer.name if one.line.employer else texts("week_screen.unnamed")
        lacks = ", ".join(texts(f"unfinished.{what}") for what in one.lacks)
        way = short_word(texts, "way", contact.way)

        def show(width: int) -> Content:
            name_width = min(LONGEST_NAME, max(12, width // 3))
            way_width = 12
            rest = max(8, width - DAY_WIDTH - name_width - way_width - 3 * _GAP)
            columns = (
                Column(literal(texts.day(contact.day)), DAY_WIDTH),
                Column(literal(name, "bold" if one.line.employer else "$quiet"), name_width, 2),
                Column(literal(way), way_width),
                Column(literal(texts("unfinished.lacks", what=lacks)), rest, 2),
            )
            return row(columns, _GAP)

        return Row(f"employer_contact/{contact.id}", show)

    def status(self) -> tuple[str, str]:
        """What Enter does, where there is something to open."""
        told = self.texts("unfinished.status", key=self.key_of("open"))
        return told if self._are_some else "", ""

"""A leave is added: while the days are typed, it is said how many they are and what is to be noticed of them."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.widget import Widget

from valmentaja.desks.days_off import working_days_between
from valmentaja.errors import ValmentajaError
from valmentaja.screens.my_work.leave_words import days_said
from valmentaja.screens.records.fields_form import FieldsForm
from valmentaja.store.details import Given, add_detail
from valmentaja.store.leaves import leaves_between
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning, is_weekday, parse_date

ASKED = ("from", "until", "kind", "stand_in", "note")


class LeaveForm(FieldsForm):
    """The last day may be a weekday: it is the first such one of the leave."""

    kind = "leave"

    def __init__(self) -> None:
        super().__init__("add/leave")

    def title_text(self) -> str:
        """What it is for."""
        return self.texts("leave_form.title")

    def rows(self) -> Iterable[Widget]:
        """A row for each field."""
        return [self.field_row(name) for name in ASKED]

    def meant(self, name: str) -> Given:
        """The last day follows the first one."""
        held = super().meant(name)
        if name == "until" and held is not None and is_weekday(self.value("until")):
            begins = self.day_meant("from")
            if begins is not None:
                return _weekday_from(self.value("until"), begins).isoformat()
        return held

    def understood(self) -> str:
        """What is still needed; then the days, how many they are, and what is to be noticed of them."""
        missing = [self.called(name) for name in ("from", "until") if not self.is_said(name)]
        if missing:
            told = [self.texts("detail_form.needed", fields=", ".join(missing)), self.day_told("from")]
            return "\n".join(filter(None, told))
        try:
            first, last = self.day_meant("from"), self.day_meant("until")
        except ValmentajaError:
            return ""
        assert first is not None
        assert last is not None
        return "\n".join(self._noticed(first, last))

    def _noticed(self, first: date, last: date) -> Iterator[str]:
        texts = self.texts
        if last < first:
            yield texts("leave_form.backwards")
            return
        length = length_said(self.book, texts, first, last, self.today)
        yield texts("leave_form.span", days=days_said(texts, first, last), length=length)
        if last < self.today:
            yield texts("leave_form.is_over")
        for other in leaves_between(self.book, first, last)[:1]:
            yield texts("leave_form.overlaps", days=days_said(texts, other.from_on, other.until_on))

    def keep(self) -> str:
        """Added: one change."""
        values = self.all_meant(ASKED)
        with self.reading("until"):
            add_detail(
                self.book, "leave", owner_id=None, about="", values={**values, "planned_on": self.today}
            )
        first, last = (date.fromisoformat(str(values[name])) for name in ("from_on", "until_on"))
        return self.texts("leave_form.added", days=days_said(self.texts, first, last))


def _weekday_from(typed: str, first: date) -> date:
    """The first such weekday from the day on."""
    if parse_date(typed, first, Meaning.RECORD) == first:
        return first
    return parse_date(typed, first, Meaning.PLAN)


def length_said(book: Workbook, texts: Texts, first: date, last: date, today: date) -> str:
    """As "5 päivää, 5 työpäivää"; of years far away only how many days."""
    working = working_days_between(book, first, last, today)
    counted = texts.counted("leave_page.length", (last - first).days + 1)
    return counted if working is None else f"{counted}, {texts.counted('leave_page.working_days', working)}"

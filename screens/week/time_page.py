"""Where the time goes: of a week, a month or a year, drawn; the entries it comes from; other time added in a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from valmentaja.desks.subject import subject_of_record
from valmentaja.desks.time import TimePage, months_recorded, time_by_client, time_page, weeks_within
from valmentaja.errors import CannotBeMet
from valmentaja.model.week import Week
from valmentaja.rules.time_use import TimeEntry
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.week.tally import week_words
from valmentaja.screens.week.time_rows import client_rows, entry_row, month_rows, use_rows, week_rows
from valmentaja.screens.widgets.row_list import GAP, Row, RowList
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import KILOMETRES
from valmentaja.store.clients import client
from valmentaja.store.employers import employer
from valmentaja.store.lookup import kind_of
from valmentaja.texts.dates import FIRST_YEAR, LAST_YEAR
from valmentaja.texts.shown import LONGEST_NAMED, one_line

WEEK, MONTH, YEAR = "week", "month", "year"
_SPANS = (WEEK, MONTH, YEAR)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """The entries of one record: its minutes, and those of the way to it."""

    entry: TimeEntry
    travel: int


class TimeScreen(DetailFocus):
    """Tab goes from week to month to year; left and right to the one before and after."""

    desk = "week"
    offers: ClassVar[tuple[str, ...]] = (*DetailFocus.offers, "add", "earlier", "later", "now")

    def __init__(self) -> None:
        super().__init__()
        self._day = self.today
        self._page: TimePage | None = None

    def about(self) -> str:
        """What it shows."""
        return self.texts("kind.activity")

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The time of the days as the workbook has it now."""
        first, last = self._days()
        self._page = time_page(self.book, first, last)
        parts = tuple(Part(span, self.texts(f"part.time_{span}"), lambda: [*self._rows()]) for span in _SPANS)
        return self.texts("time_page.title"), self._span_told(), parts

    @property
    def _span(self) -> str:
        return self.part or WEEK

    def _days(self) -> tuple[date, date]:
        """The first and the last day of what is shown."""
        day = self._day
        match self._span:
            case "month":
                return day.replace(day=1), _last_of_month(day)
            case "year":
                return date(day.year, 1, 1), date(day.year, _DECEMBER, 31)
        return Week.of(day).monday, Week.of(day).sunday

    def _span_told(self) -> str:
        first, last = self._days()
        if self._span == WEEK:
            return week_words(self.texts, Week.of(self._day), self.today)
        return self.texts("weeks.days", first=first, last=last)

    def open_part(self, part_id: str) -> None:
        """Another span of days is read for it."""
        self._open_part = part_id
        self._from_the_top()

    # Rows

    def _rows(self) -> Iterator[Row]:
        page = self._page
        assert page is not None
        kilometres = value_of(self.book, KILOMETRES, self.today) == "yes"
        yield from use_rows(self.texts, page, kilometres=kilometres)
        yield from self._drawn(page)
        yield from client_rows(self.texts, time_by_client(self.book, page.first, page.last))
        if page.entries and self._span != YEAR:
            yield GAP
            yield heading(self.texts("time_page.entries"))
            yield from self._entries(page.entries)

    def _drawn(self, page: TimePage) -> Iterator[Row]:
        """A month week by week, a year month by month."""
        if self._span == MONTH:
            yield from week_rows(self.texts, weeks_within(page))
        elif self._span == YEAR:
            yield from month_rows(self.texts, months_recorded(self.book, page, self.today))

    def _entries(self, entries: Sequence[TimeEntry]) -> Iterator[Row]:
        """What the sums come from, day by day, the way to a contact with the contact."""
        before: date | None = None
        for one in _by_record(entries):
            entry = one.entry
            day = self.texts.day(entry.day) if entry.day != before else ""
            before = entry.day
            kind = kind_of(self.book, entry.record_id)
            told = " · ".join(self._told(entry))
            yield entry_row(f"{kind}/{entry.record_id}", self.texts, day, told, entry.minutes, one.travel)

    def _told(self, entry: TimeEntry) -> Iterator[str]:
        texts = self.texts
        yield texts("time_kind.travel") if entry.is_travel else texts(f"time_kind.{entry.kind}")
        yield from self._names(entry.record_id)
        if entry.place is not None:
            yield texts(f"time_place.{entry.place}")

    def _names(self, record_id: int) -> Iterator[str]:
        """Whom it was with or for."""
        about = subject_of_record(self.book, record_id)
        if about.employer_id is not None:
            yield one_line(employer(self.book, about.employer_id).name, LONGEST_NAMED)
        if about.client_id is not None:
            yield one_line(client(self.book, about.client_id).label, LONGEST_NAMED)

    def status(self) -> tuple[str, str]:
        """How other time is added."""
        return self.texts("time_page.status", key=self.key_of("add")), ""

    # Keys

    def told_first(self) -> Sequence[str]:
        """How other time is added."""
        return ("next_part", "add", *super().told_first())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Today is gone back to from other days only."""
        if action == "now":
            first, last = self._days()
            return not first <= self.today <= last
        return super().check_action(action, parameters)

    def action_add(self) -> None:
        """Time that went to something else than a contact."""
        from valmentaja.screens.week.time_form import TimeForm

        self.add_with(TimeForm())

    def open_record(self, kind: str, record_id: int) -> None:
        """A month or week that is drawn becomes the one that is shown; a record opens on its page."""
        match kind:
            case "month":
                self._day = date(record_id // 100, record_id % 100, 1)
                self.open_part(MONTH)
            case "week":
                self._day = Week(record_id // 100, record_id % 100).monday
                self.open_part(WEEK)
            case _:
                super().open_record(kind, record_id)

    def action_earlier(self) -> None:
        """The week, month or year before."""
        self._go_to(self._days()[0] - timedelta(days=1))

    def action_later(self) -> None:
        """The one after."""
        self._go_to(self._days()[1] + timedelta(days=1))

    def action_now(self) -> None:
        """Back to today."""
        self._go_to(self.today)

    def _go_to(self, day: date) -> None:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.workbench.tell(CannotBeMet("week.impossible", text=self.texts.date(day)))
            return
        self._day = day
        self._from_the_top()

    def _from_the_top(self) -> None:
        """Other days are shown, and the first row has the focus."""
        self._focused.clear()
        self.query_one(RowList).highlighted = None
        self.renew_all()


def _last_of_month(day: date) -> date:
    after = day.replace(day=28) + timedelta(days=4)
    return after.replace(day=1) - timedelta(days=1)


def _by_record(entries: Sequence[TimeEntry]) -> Iterator[_Told]:
    """Each record once, in the order of the days."""
    ways: dict[int, int] = {}
    held: dict[int, TimeEntry] = {}
    for entry in entries:
        first = held.setdefault(entry.record_id, entry)
        if entry.is_travel and first is not entry:
            ways[entry.record_id] = ways.get(entry.record_id, 0) + (entry.minutes or 0)
    for record_id, entry in held.items():
        yield _Told(entry, ways.get(record_id, 0))

"""Weeks beside one another, the year, the first employer contact of each client, the spread over employers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual.content import Content

from valmentaja.desks.first_contacts import FirstContact, first_contacts
from valmentaja.desks.spread import EmployerShare, spread
from valmentaja.desks.tally_run import last_weeks, reached_told, year_run
from valmentaja.model.week import Week
from valmentaja.rules.tally_run import TallyRun, WeekCount
from valmentaja.screens.literal import literal
from valmentaja.screens.records.record_page import Part, RecordPage
from valmentaja.screens.week.bars import bar, bar_to
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, RowList, said_row
from valmentaja.texts.dates import FIRST_YEAR
from valmentaja.texts.shown import one_line

WEEKS = 12
_WEEK_WIDTH = 20
_NARROW_WEEK, _NARROW = 9, 72
"""Below so many cells a week has its number only: the Monday would cost the bar its length."""
_NUMBER_WIDTH = 7
_BAR_WIDTH = 24
_NAME_WIDTH = 30
_LONGEST = 60
_MOST_EMPLOYERS = 200


class WeeksScreen(RecordPage):
    """Opened from the week that is shown; Enter opens the contacts of one. Left and right go back and forward."""

    desk = "week"
    offers: ClassVar[tuple[str, ...]] = (*RecordPage.offers, "earlier", "later", "now")

    def __init__(self, week: Week) -> None:
        super().__init__()
        self._last = min(week, Week.of(self.today))
        self._year = self._last.year

    def about(self) -> str:
        """What it shows."""
        return self.texts("weeks.title")

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The runs as they are now."""
        texts = self.texts
        parts = (
            Part("weeks", texts("part.weeks", weeks=WEEKS), lambda: [*self._weeks()]),
            Part("year", texts("part.year", year=self._year), lambda: [*self._whole_year()]),
            Part("first", texts("part.first_contacts"), lambda: [*self._first()]),
            Part("spread", texts("part.spread"), lambda: [*self._spread()]),
        )
        return texts("weeks.title"), self._line(), parts

    def _line(self) -> str:
        if self.part in ("", "weeks"):
            first = self._last.earlier(WEEKS - 1)
            return self.texts("weeks.days", first=first.monday, last=self._last.sunday)
        return str(self._year)

    def open_part(self, part_id: str) -> None:
        """The line above tells what the part is about."""
        self._open_part = part_id
        self._from_the_top()

    def status(self) -> tuple[str, str]:
        """What can be opened."""
        return self.texts("weeks.status", key=self.key_of("open")), ""

    # Weeks

    def _weeks(self) -> Iterator[Row]:
        run = last_weeks(self.book, self._last, WEEKS)
        yield from self._run(run)

    def _whole_year(self) -> Iterator[Row]:
        run = year_run(self.book, self._year, Week.of(self.today))
        yield from self._run(run)

    def _run(self, run: TallyRun) -> Iterator[Row]:
        """What it comes to, then the weeks, the latest first."""
        texts = self.texts
        if run.best is None:
            yield said_row(texts("weeks.nothing"))
            yield GAP
        else:
            best = texts("weeks.best", week=run.best.week, count=run.best.in_person)
            middle = f"{texts('weeks.median', median=run.median)} {texts('weeks.mean', mean=run.mean)}"
            yield said_row(f"{best} {middle} {reached_told(texts, run)}")
            yield GAP
        most = max((max(one.in_person, one.target) for one in run.weeks), default=1)
        yield from (self._week(one, most) for one in reversed(run.weeks))
        if run.begins is not None and run.weeks:
            yield GAP
            yield said_row(texts("weeks.begins", week=run.begins))

    def _week(self, one: WeekCount, most: int) -> Row:
        texts, is_reached = self.texts, one.in_person >= one.target
        number = literal(texts("tally.of_target", done=one.in_person, target=one.target), "bold")
        word = literal(texts("weeks.target_met"), "$success") if is_reached else Content("")
        number_of_week, monday = texts.week(one.week), texts.day(one.week.monday)

        def show(width: int) -> Content:
            is_narrow = width < _NARROW
            when = number_of_week if is_narrow else f"{number_of_week} {monday}"
            when_width = _NARROW_WEEK if is_narrow else _WEEK_WIDTH
            room = max(4, min(_BAR_WIDTH, width - when_width - _NUMBER_WIDTH - 20))
            columns = (
                Column(literal(when), when_width),
                Column(number, _NUMBER_WIDTH),
                Column(bar_to(one.in_person, one.target, most, room), room),
                Column(word, 16),
            )
            return row(columns)

        return Row(f"week/{one.week.year * 100 + one.week.number}", show)

    # First contacts

    def _first(self) -> Iterator[Row]:
        texts, found = self.texts, first_contacts(self.book, self._year, self.today)
        mean = found.mean_days
        if mean is not None:
            yield said_row(texts("first_contacts.mean", days=round(mean, 1)))
        yield said_row(texts("first_contacts.norm"))
        yield GAP
        if not found.clients:
            yield said_row(texts("first_contacts.nobody"))
        most = max((one.days or 0 for one in found.clients if not one.before_records), default=0)
        for one in found.clients:
            yield self._first_row(one, most)

    def _first_row(self, one: FirstContact, most: int) -> Row:
        texts = self.texts
        told = self._first_told(one)
        name = literal(one_line(one.client.label, _LONGEST), "bold")
        started = literal(texts("first_contacts.started", day=one.client.start_on), "$quiet")
        length = Content("") if one.days is None or one.before_records else bar(one.days, most, 12)

        def show(width: int) -> Content:
            name_width = min(_NAME_WIDTH, max(12, width // 3))
            rest = max(8, width - name_width - 12 - 18 - 3)
            return row(
                (Column(name, name_width), Column(started, 18), Column(length, 12), Column(told, rest, 2))
            )

        return Row(f"client/{one.client.id}", show)

    def _first_told(self, one: FirstContact) -> Content:
        texts = self.texts
        if one.before_records:
            return literal(texts("first_contacts.before_records"), "$quiet")
        if one.days is not None:
            return literal(texts.counted("first_contacts.days", one.days))
        days = (self.today - one.client.start_on).days
        return literal(texts.counted("first_contacts.waits", days), "$warning")

    # Spread

    def _spread(self) -> Iterator[Row]:
        texts = self.texts
        found = spread(self.book, date(self._year, 1, 1), date(self._year, 12, 31))
        told = texts.counted("spread.contacts", found.contacts)
        yield said_row(f"{texts.counted('spread.employers', len(found.employers))} {told}")
        if found.unnamed:
            yield said_row(texts.counted("spread.unnamed", found.unnamed))
        yield GAP
        most = max((one.contacts for one in found.employers), default=0)
        for one in found.employers[:_MOST_EMPLOYERS]:
            yield self._share(one, most)

    def _share(self, one: EmployerShare, most: int) -> Row:
        texts = self.texts
        name = literal(one_line(one.employer.name, _LONGEST), "bold")
        told = [texts("spread.in_person", count=one.in_person)]
        told += [texts.counted("spread.placements", one.placements)] if one.placements else []

        def show(width: int) -> Content:
            name_width = min(_NAME_WIDTH, max(12, width // 3))
            room = max(4, min(_BAR_WIDTH, width // 5))
            rest = max(8, width - name_width - room - 4 - 3)
            columns = (
                Column(name, name_width),
                Column(literal(str(one.contacts).rjust(4)), 4),
                Column(bar(one.contacts, most, room), room),
                Column(literal(" · ".join(told)), rest, 2),
            )
            return row(columns)

        return Row(f"employer/{one.employer.id}", show)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing after now."""
        if action in ("later", "now"):
            this = Week.of(self.today)
            return self._last < this if self.part == "weeks" else self._year < this.year
        return super().check_action(action, parameters)

    def open_record(self, kind: str, record_id: int) -> None:
        """The contacts of a week, with what counted; a client and an employer on their pages."""
        if kind != "week":
            super().open_record(kind, record_id)
            return
        from valmentaja.screens.week.why import WhyScreen

        self.workbench.push_screen(WhyScreen(Week(record_id // 100, record_id % 100)))

    def _move(self, steps: int) -> None:
        """So many times twelve weeks, or years."""
        if self.part == "weeks":
            wanted = self._last.earlier(-steps * WEEKS)
            self._last = min(wanted, Week.of(self.today)) if steps > 0 else wanted
        else:
            self._year += steps
        if self._year < FIRST_YEAR or self._last.year < FIRST_YEAR:
            self.action_now()
            return
        self._from_the_top()

    def action_earlier(self) -> None:
        """Further back."""
        self._move(-1)

    def action_later(self) -> None:
        """Towards now."""
        self._move(1)

    def action_now(self) -> None:
        """The weeks until this one, this year."""
        self._last = Week.of(self.today)
        self._year = self._last.year
        self._from_the_top()

    def _from_the_top(self) -> None:
        """Something else is shown, and the first row has the focus."""
        self._focused.clear()
        self.query_one(RowList).highlighted = None
        self.renew_all()

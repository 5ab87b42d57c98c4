"""The page of today: who needs the coach now, and why."""

from dataclasses import dataclass, replace
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.model.reason import Band
from valmentaja.rules.leaves import returned_from, running_leave
from valmentaja.rules.signals import SignalSettings
from valmentaja.rules.triage import QueueRow, triage
from valmentaja.settings.signals import signal_settings
from valmentaja.store.caseload import CaseloadFacts, caseload_facts
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valmentaja.model.leave import Leave


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The triage queue of a day, everyone on the caseload in it, in order.

    `away` is the leave that the coach is on that day, `back_from` the one just ended: then the list begins with people.
    """

    day: date
    rows: tuple[QueueRow, ...]
    away: "Leave | None" = None
    back_from: "Leave | None" = None

    @property
    def pressing(self) -> tuple[QueueRow, ...]:
        """The rows that ask for something now: late, today or soon, and not put aside."""
        return tuple(row for row in self.rows if not row.hidden and row.band is not Band.QUIET)

    @property
    def quiet(self) -> tuple[QueueRow, ...]:
        """Those for whom all is up to date."""
        return tuple(row for row in self.rows if not row.hidden and row.band is Band.QUIET)

    @property
    def put_aside(self) -> tuple[QueueRow, ...]:
        """Those whom the coach has put aside and nothing breaks through for."""
        return tuple(row for row in self.rows if row.hidden)

    def with_rows(self, rows: "Iterable[QueueRow]") -> "TodayPage":
        """The page with some of its rows, in their order."""
        return replace(self, rows=tuple(rows))

    def above(self, row: QueueRow) -> QueueRow | None:
        """The row just above the given one, `None` for the first."""
        place = self.rows.index(row)
        return self.rows[place - 1] if place else None


def today_page(book: Workbook, day: date, settings: SignalSettings | None = None) -> TodayPage:
    """The page as it is, or was, on the day: the same records give the same order every time.

    `settings` are the coach's unless others are given.
    """
    return page_of(caseload_facts(book, day), settings or signal_settings(book), day)


def page_of(facts: CaseloadFacts, settings: SignalSettings, day: date) -> TodayPage:
    """The page by facts that have been read already."""
    rows = triage(facts.clients, facts.employers, settings, day, facts.own)
    leaves = facts.own.leaves
    return TodayPage(day, rows, running_leave(leaves, day), returned_from(leaves, day))

"""The page of today: who needs the coach now, and why."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.reason import Band
from valmentaja.rules.triage import QueueRow, triage
from valmentaja.settings.signals import signal_settings
from valmentaja.store.caseload import client_facts, employer_facts
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The triage queue of a day, everyone on the caseload in it, in order."""

    day: date
    rows: tuple[QueueRow, ...]

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


def today_page(book: Workbook, day: date) -> TodayPage:
    """The page as it is, or was, on the day: the same records give the same order every time."""
    return TodayPage(
        day, triage(client_facts(book, day), employer_facts(book, day), signal_settings(book), day)
    )

"""Finnish public holidays, kept in the workbook so that the daily commands need not load a calendar library."""

from contextlib import suppress
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.rules.tally import Holiday
from valmentaja.store.workbook import Workbook

YEARS_BACK, YEARS_AHEAD = 2, 3


def fill_holidays(book: Workbook, year: int) -> None:
    """Fills in the years around `year` (−2…+3) from the library `holidays`; what is there already is renewed."""
    import holidays

    years = range(year - YEARS_BACK, year + YEARS_AHEAD + 1)
    finnish = holidays.country_holidays("FI", years=years, language="fi")
    english = holidays.country_holidays("FI", years=years, language="en_US")
    rows = [(day.isoformat(), name, english.get(day, name)) for day, name in sorted(finnish.items())]
    with book.transaction(own_notes=True):
        book.execute_many("INSERT OR REPLACE INTO holiday VALUES (?, ?, ?)", rows)


def holidays_between(book: Workbook, first: date, last: date, language: str) -> tuple[Holiday, ...]:
    """The holidays of the days, both included, by their names in `fi` or `en`. A missing year is filled in first."""
    for year in {first.year, last.year}:
        if not _has_year(book, year) and not book.read_only:
            with suppress(CannotBeMet):  # on a full disk the week is shown without its holidays
                fill_holidays(book, year)
    name = "fi" if language == "fi" else "en"
    rows = book.rows(
        f"SELECT day, {name} FROM holiday WHERE day BETWEEN ? AND ? ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(Holiday(date.fromisoformat(row["day"]), row[name]) for row in rows)


def _has_year(book: Workbook, year: int) -> bool:
    """Every year has its New Year's Day."""
    return book.row("SELECT 1 FROM holiday WHERE day = ?", (f"{year}-01-01",)) is not None

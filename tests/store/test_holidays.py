"""Finnish holidays in the workbook."""

from datetime import date

from tests.store.workbooks import TODAY
from valmentaja.store.holidays import fill_holidays, holidays_between
from valmentaja.store.workbook import Workbook


def names(book: Workbook, first: date, last: date, language: str = "fi") -> list[str]:
    return [holiday.name for holiday in holidays_between(book, first, last, language)]


def test_a_new_workbook_knows_the_holidays_around_it_in_both_languages(book: Workbook) -> None:
    december = date(2026, 12, 1), date(2026, 12, 31)
    assert names(book, *december) == ["Itsenäisyyspäivä", "Jouluaatto", "Joulupäivä", "Tapaninpäivä"]
    assert "Independence Day" in names(book, *december, "en")
    years = book.rows("SELECT DISTINCT substr(day, 1, 4) FROM holiday")
    assert [row[0] for row in years] == ["2024", "2025", "2026", "2027", "2028", "2029"]


def test_a_year_that_is_missing_is_filled_in_when_it_is_asked_for(book: Workbook) -> None:
    assert names(book, date(2035, 12, 6), date(2035, 12, 6)) == ["Itsenäisyyspäivä"]


def test_a_week_over_new_year_has_the_holidays_of_both_years(book: Workbook) -> None:
    book.execute("DELETE FROM holiday")
    assert names(book, date(2026, 12, 25), date(2027, 1, 6)) == [
        *("Joulupäivä", "Tapaninpäivä"),
        *("Uudenvuodenpäivä", "Loppiainen"),
    ]


def test_filling_twice_makes_no_holiday_twice(book: Workbook) -> None:
    before = book.rows("SELECT * FROM holiday")
    fill_holidays(book, TODAY.year)
    assert [tuple(row) for row in book.rows("SELECT * FROM holiday")] == [tuple(row) for row in before]

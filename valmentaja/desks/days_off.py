"""Days on which most people do not work: a date is never moved because of them, it is said (design.md §6)."""

from datetime import date, timedelta

from valmentaja.store.holidays import holidays_between
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

_SATURDAY = 5
_FURTHEST = timedelta(days=2 * 366)
"""Further away a day is not looked up: the calendar of its year may not be in the workbook yet."""


def day_off_said(book: Workbook, texts: Texts, day: date, today: date) -> str:
    """That the day is a holiday, by its name, or of a weekend; "" for a day like any other."""
    if abs(day - today) <= _FURTHEST:
        for holiday in holidays_between(book, day, day, texts.language):
            return texts("when.holiday", name=holiday.name)
    return texts("when.weekend") if day.weekday() >= _SATURDAY else ""


def working_days_between(book: Workbook, first: date, last: date, today: date) -> int | None:
    """How many of the days, both included, are from Monday to Friday and no holiday; `None` where too far away."""
    if first > last or max(abs(first - today), abs(last - today)) > _FURTHEST:
        return None
    holidays = {one.day for one in holidays_between(book, first, last, "fi")}
    days = (first + timedelta(days=place) for place in range((last - first).days + 1))
    return sum(day.weekday() < _SATURDAY and day not in holidays for day in days)

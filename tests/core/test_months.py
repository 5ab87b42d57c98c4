"""Months added to a day: 31.8. and one month give 30.9."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.rules.months import months_after

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(-24, 24)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 1, date(2026, 9, 30)),  # September has 30 days
        (date(2026, 8, 31), 2, date(2026, 10, 31)),  # counted from the 31st, not from the 30th
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),  # a leap year
        (date(2026, 1, 30), 1, date(2026, 2, 28)),
        (date(2026, 11, 15), 1, date(2026, 12, 15)),
    ],
)
def test_where_the_month_is_too_short_it_is_its_last_day(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


@pytest.mark.parametrize(
    ("months", "later"),
    [(1, date(2028, 3, 29)), (12, date(2029, 2, 28)), (48, date(2032, 2, 29))],
)
def test_a_leap_day_has_its_year_a_day_earlier_and_its_own_day_after_four(months: int, later: date) -> None:
    assert months_after(date(2028, 2, 29), months) == later


def test_december_is_followed_by_january() -> None:
    assert months_after(date(2026, 12, 31), 1) == date(2027, 1, 31)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 1), 12) == date(2027, 12, 1)


def test_months_can_be_counted_back_over_the_new_year() -> None:
    assert months_after(date(2027, 1, 31), -1) == date(2026, 12, 31)
    assert months_after(date(2027, 3, 31), -1) == date(2027, 2, 28)


@given(DAYS, MONTHS)
def test_it_is_the_same_day_of_that_month_or_the_last_there_is(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(DAYS, DAYS, MONTHS)
def test_the_earlier_day_never_comes_after_the_later_one(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)

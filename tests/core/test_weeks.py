"""The ISO week: years that do not end where the calendar's do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.model.week import Week

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_a_tuesday_in_november_lies_in_week_48() -> None:
    assert Week.of(date(2026, 11, 24)) == Week(2026, 48)


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = Week(2026, 48)
    assert (week.monday, week.sunday) == (date(2026, 11, 23), date(2026, 11, 29))
    assert week.days == tuple(date(2026, 11, 23 + n) for n in range(7))


def test_a_week_is_written_as_the_standard_does() -> None:
    assert str(Week(2026, 48)) == "2026-W48"
    assert str(Week(2027, 1)) == "2027-W01"


def test_2026_has_a_week_53_that_ends_in_2027() -> None:
    assert Week(2026, 53).sunday == date(2027, 1, 3)
    assert Week.of(date(2027, 1, 3)) == Week(2026, 53)
    assert Week.of(date(2027, 1, 4)) == Week(2027, 1)


def test_the_last_days_of_december_may_belong_to_the_next_year() -> None:
    assert Week.of(date(2024, 12, 30)) == Week(2025, 1)


@pytest.mark.parametrize(("year", "number"), [(2025, 53), (2026, 54), (2026, 0), (2026, -1)])
def test_a_week_that_the_year_does_not_have_cannot_be_made(year: int, number: int) -> None:
    with pytest.raises(ValueError, match="week"):
        Week(year, number)


def test_earlier_weeks_go_over_the_turn_of_the_year() -> None:
    assert Week(2027, 1).earlier(1) == Week(2026, 53)
    assert Week(2027, 3).earlier(4) == Week(2026, 52)
    assert Week(2026, 53).earlier(0) == Week(2026, 53)
    assert Week(2026, 53).earlier(-1) == Week(2027, 1)


def test_weeks_order_by_time_not_by_number() -> None:
    assert sorted([Week(2027, 1), Week(2026, 53), Week(2026, 9)]) == [
        Week(2026, 9),
        Week(2026, 53),
        Week(2027, 1),
    ]


@given(DAYS)
def test_every_day_lies_in_its_own_week(day: date) -> None:
    week = Week.of(day)
    assert day in week.days
    assert week.monday <= day <= week.sunday
    assert [Week.of(one) for one in week.days] == [week] * 7


@given(DAYS, st.integers(0, 500))
def test_going_back_and_forth_returns_to_the_same_week(day: date, weeks: int) -> None:
    week = Week.of(day)
    earlier = week.earlier(weeks)
    assert week.monday - earlier.monday == timedelta(weeks=weeks)
    assert earlier.earlier(-weeks) == week
    assert (earlier < week) is (weeks > 0)

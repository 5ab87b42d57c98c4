"""Numbers as people type them."""

import pytest

from valmentaja.texts.numbers import minutes_of_hours, whole_number


@pytest.mark.parametrize(("typed", "number"), [("0", 0), (" 12 ", 12), ("007", 7), ("9" * 15, 10**15 - 1)])
def test_some_digits_are_a_number(typed: str, number: int) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize(
    "typed", ["", " ", "-1", "+1", "1.5", "1 2", "kaksi", "²", "٣", "9" * 16, "9" * 5000]
)
def test_anything_else_is_none(typed: str) -> None:
    assert whole_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("22,5", 1_350), (" 37.5 ", 2_250), ("0", 0), ("20", 1_200), ("0,25", 15), ("7,333", 440), ("7,", 420)],
)
def test_hours_with_decimals_are_minutes(typed: str, minutes: int) -> None:
    assert minutes_of_hours(typed) == minutes


@pytest.mark.parametrize(
    "typed", ["", ",5", "-1", "1e3", "nan", "inf", "7,5,5", "7 30", "seitsemän", "٣", "1_0", "9" * 400]
)
def test_what_is_no_hours_is_none(typed: str) -> None:
    assert minutes_of_hours(typed) is None

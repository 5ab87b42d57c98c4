"""Whole numbers as people type them."""

import pytest

from valmentaja.texts.numbers import whole_number


@pytest.mark.parametrize(("typed", "number"), [("0", 0), (" 12 ", 12), ("007", 7), ("9" * 15, 10**15 - 1)])
def test_some_digits_are_a_number(typed: str, number: int) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize(
    "typed", ["", " ", "-1", "+1", "1.5", "1 2", "kaksi", "²", "٣", "9" * 16, "9" * 5000]
)
def test_anything_else_is_none(typed: str) -> None:
    assert whole_number(typed) is None

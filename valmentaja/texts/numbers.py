"""Whole numbers as people type them."""

_MOST_DIGITS = 15  # more than any number here has, and few enough for SQLite and for Python to read


def whole_number(text: str) -> int | None:
    """The number that was typed, `None` for what is not some digits and nothing else. Spaces around do not matter."""
    digits = text.strip()
    return int(digits) if len(digits) <= _MOST_DIGITS and digits.isascii() and digits.isdigit() else None

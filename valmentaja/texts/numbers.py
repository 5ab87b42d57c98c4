"""Whole numbers as people type them."""

_MOST_DIGITS = 15  # more than any number here has, and few enough for SQLite and for Python to read


def whole_number(text: str) -> int | None:
    """The number that was typed, `None` for what is not some digits and nothing else. Spaces around do not matter."""
    digits = text.strip()
    return int(digits) if len(digits) <= _MOST_DIGITS and digits.isascii() and digits.isdigit() else None


def minutes_of_hours(text: str) -> int | None:
    """Hours as they are typed, "22,5" or "22.5", in whole minutes; `None` for what is no such number."""
    whole, _, part = text.strip().replace(",", ".").partition(".")
    if not whole.isascii() or not whole.isdigit() or len(whole) > _MOST_DIGITS:
        return None
    if part and not (part.isascii() and part.isdigit()):
        return None
    return round(float(f"{whole}.{part or 0}") * 60)

"""What the marks of a day of the diary may be."""

from valmentaja.errors import WrongUsage
from valmentaja.model.diary import DiaryMark


def refuse_outside_mark(mark: DiaryMark, value: int | None) -> None:
    """A day is marked by whole numbers 1–5, and for supervision by 0 or 1. Raises WrongUsage (`value.number`)."""
    least, most = (0, 1) if mark is DiaryMark.SUPERVISION else (1, 5)
    if value is not None and not least <= value <= most:
        raise WrongUsage("value.number", option=mark.value, value=value, least=least, most=most)

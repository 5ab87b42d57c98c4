"""Months added to a day the way people count: the same day of the month, or the last one where there is none."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def months_after(day: date, months: int) -> date:
    """The day so many months later; 31.8. and one month give 30.9."""
    from dateutil.relativedelta import relativedelta  # needed from the first placement on

    return day + relativedelta(months=months)

"""The clock that the screens go by. It is read here, and nowhere below."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` gives the wall clock's time. With `--on` a `fixed_day` is today; else it rolls over at midnight."""

    now: Callable[[], datetime] = datetime.now
    fixed_day: date | None = None

    @property
    def today(self) -> date:
        """The day that the rules go by."""
        return self.fixed_day or self.now().date()

    @property
    def time_of_day(self) -> time | None:
        """The time by the wall clock, `None` while another day is looked at."""
        now = self.now()
        return now.time() if now.date() == self.today else None

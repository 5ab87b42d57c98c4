"""The ISO week, the unit of the employer tally and of looking back: Monday to Sunday, 52 or 53 a year."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """Week `number` (1–53) of the ISO `year`, which near New Year differs from the calendar's year.

    Weeks order by time. Raises `ValueError` for a week that the year does not have (2025 has no week 53).
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        date.fromisocalendar(self.year, self.number, 1)

    @staticmethod
    def of(day: date) -> "Week":
        """The week that `day` lies in."""
        year, number, _ = day.isocalendar()
        return Week(year, number)

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return date.fromisocalendar(self.year, self.number, 7)

    @property
    def days(self) -> tuple[date, ...]:
        """All seven days, Monday first."""
        monday = self.monday
        return tuple(monday + timedelta(days=n) for n in range(7))

    def earlier(self, weeks: int) -> "Week":
        """The week that many weeks before this one; a negative number gives a later week."""
        return Week.of(self.monday - timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"

"""The days of Today: the list as it was on the days behind, and from today the way to the week ahead."""

from datetime import date, timedelta

from valmentaja.screens.shell.page import Page

OFFERS = ("earlier", "later", "now")
_FIRST = date(1900, 1, 1)
"""Nothing was recorded before it."""


class QueueDays(Page):
    """A page that shows one day's list. A day behind stays the same day at midnight; today becomes the new one."""

    def __init__(self) -> None:
        super().__init__()
        self._behind: date | None = None

    @property
    def day(self) -> date:
        """The day whose list is shown."""
        return self._behind or self.today

    @property
    def is_behind(self) -> bool:
        """Whether it is a day behind, so that its list is only read."""
        return self._behind is not None

    def can_go(self, action: str) -> bool:
        """Whether there is anything in that direction of the days."""
        return self.is_behind if action == "now" else action != "earlier" or self.day > _FIRST

    def action_earlier(self) -> None:
        """The list of the day before, as it was then."""
        self._show_day(self.day - timedelta(days=1))

    def action_later(self) -> None:
        """The day after; from today to the week ahead."""
        if self.is_behind:
            self._show_day(self.day + timedelta(days=1))
            return
        from valmentaja.screens.today.week_ahead import WeekAheadScreen

        self.workbench.push_screen(WeekAheadScreen())

    def action_now(self) -> None:
        """Back to today."""
        self._show_day(self.today)

    def _show_day(self, day: date) -> None:
        self._behind = day if day < self.today else None
        self.renew_all()

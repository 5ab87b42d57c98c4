"""Which day it is, in words: its date, and how it lies from today."""

from datetime import date, timedelta

from valmentaja.model.week import Week
from valmentaja.texts import Texts


def day_words(texts: Texts, day: date, today: date) -> str:
    """As "ti 24.11., tänään" or "ma 16.11., viime viikolla"; with its year when that is another one."""
    written = texts.day(day) if day.year == today.year else texts.whole_day(day)
    return texts("diary_screen.day", day=written, when=_when(texts, day, today))


def _when(texts: Texts, day: date, today: date) -> str:
    gone = (today - day).days
    weeks = (Week.of(today).monday - Week.of(day).monday).days // timedelta(weeks=1).days
    if 0 <= gone <= 1:
        return texts(("diary_screen.today", "diary_screen.yesterday")[gone])
    if 0 <= weeks <= 1:
        return texts(("diary_screen.this_week", "diary_screen.last_week")[weeks])
    return texts.counted("diary_screen.weeks_ago", weeks)

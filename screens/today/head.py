"""The line above the list, where there is something to say first: a day behind, the coach's own leave."""

from datetime import date

from valmentaja.desks.today import TodayPage
from valmentaja.texts import Texts
from valmentaja.texts.sentences import day_seen_from
from valmentaja.texts.shown import LONGEST_NAMED, one_line


def head_told(texts: Texts, page: TodayPage, today: date, *, is_behind: bool) -> str:
    """Which day the list is of, unless it is today's; that the coach is away then, or just back; "" for nothing."""
    said = day_seen_from(texts, today)
    told = [texts("today.then", day=said(page.day))] if is_behind else []
    if page.away is not None:
        until = said(page.away.until_on)
        stand_in = one_line(page.away.stand_in or "", LONGEST_NAMED)
        if stand_in:
            told.append(texts("today.away_stand_in", until=until, stand_in=stand_in))
        else:
            told.append(texts("today.away", until=until))
    elif page.back_from is not None:
        told.append(_back(texts, page))
    return " ".join(told)


def _back(texts: Texts, page: TodayPage) -> str:
    from valmentaja.rules.leaves import last_day_of_return

    leave = page.back_from
    assert leave is not None
    days = {"from": leave.from_on, "until": leave.until_on, "last": last_day_of_return(leave)}
    return texts("today.back", **{name: texts.day(day) for name, day in days.items()})

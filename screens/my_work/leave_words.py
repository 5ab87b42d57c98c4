"""A leave in words, and as a row: its days, what it is for, who stands in, whether it was looked through."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from valmentaja.model.leave import Leave
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row
from valmentaja.texts import Texts
from valmentaja.texts.sentences import day_seen_from, in_midsentence
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_STATE_WIDTH = 9
_COLOURS = {"now": "$success", "ahead": "$primary", "past": "$quiet"}


def state_of(leave: Leave, today: date) -> str:
    """Whether it is `now`, `ahead` or `past`."""
    if leave.covers(today):
        return "now"
    return "ahead" if leave.from_on > today else "past"


def days_said(texts: Texts, first: date, last: date) -> str:
    """From day to day, as "ma 7.12.–pe 11.12.2026"; one day by itself."""
    if first == last:
        return texts.whole_day(first)
    begins = texts.day(first) if first.year == last.year else texts.whole_day(first)
    return texts("leave_page.days", first=begins, last=texts.whole_day(last))


def kind_said(texts: Texts, leave: Leave) -> str:
    """What the coach is away for, first letter lower-case."""
    return texts(f"leave_kind.{leave.kind}") if leave.kind else in_midsentence(texts("kind.leave"))


def leave_title(texts: Texts, leave: Leave) -> str:
    """As "Loma ma 7.12.–pe 11.12.2026"."""
    kind = kind_said(texts, leave)
    return f"{kind[:1].upper()}{kind[1:]} {days_said(texts, leave.from_on, leave.until_on)}"


def leave_under_way(texts: Texts, leave: Leave, today: date) -> str:
    """Until when the coach is away, and who stands in."""
    until = day_seen_from(texts, today)(leave.until_on)
    if leave.stand_in is None:
        return texts("today.away", until=until)
    return texts("today.away_stand_in", until=until, stand_in=one_line(leave.stand_in, LONGEST_NAMED))


def looked_said(texts: Texts, leave: Leave, today: date) -> str:
    """Whether what falls in it has been looked through; of one that is over, nothing."""
    if state_of(leave, today) == "past":
        return ""
    if leave.looked_on is None:
        return texts("leave_page.not_looked")
    return texts("leave_page.looked", day=texts.day(leave.looked_on))


def stand_in_said(texts: Texts, stand_in: str | None) -> str:
    """Who stands in, or that nobody does."""
    if stand_in is None:
        return texts("leave_page.nobody")
    return texts("leave_page.stand_in", stand_in=one_line(stand_in, LONGEST_NAMED))


def leave_row(texts: Texts, leave: Leave, today: date) -> Row:
    """A leave among the others: whether it is now, ahead or past stands first."""
    state = state_of(leave, today)
    days = days_said(texts, leave.from_on, leave.until_on)
    head = literal(days, "bold" if state != "past" else "") + literal(f"  {kind_said(texts, leave)}")
    told = head + Content("\n") + literal(" · ".join(_under(texts, leave, today)), "$quiet")

    def show(width: int) -> Content:
        columns = (
            Column(literal(texts(f"leave_page.{state}"), _COLOURS[state]), _STATE_WIDTH),
            Column(told, max(10, width - _STATE_WIDTH - 1), 4),
        )
        return row(columns)

    return Row(f"leave/{leave.id}", show)


def _under(texts: Texts, leave: Leave, today: date) -> Iterator[str]:
    yield stand_in_said(texts, leave.stand_in)
    looked = looked_said(texts, leave, today)
    if looked:
        yield looked

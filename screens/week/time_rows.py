"""Where the time went as rows: the two thirds drawn against the goal, a bar for each kind, then what it comes from."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from valmentaja.desks.time import ClientTime, MonthTime, TimePage
from valmentaja.model.activity import TimeKind
from valmentaja.model.week import Week
from valmentaja.rules.time_use import COOPERATION, GOAL_SHARE, WORK, TimeUse
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.week.bars import bar, bar_to
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts
from valmentaja.texts.durations import hours_told
from valmentaja.texts.shown import one_line

_NAME_WIDTH = 34
_TIME_WIDTH = 12
_MOST_BAR = 30
_LONGEST = 60


def use_rows(texts: Texts, page: TimePage, *, kilometres: bool) -> Iterator[Row]:
    """The sums of the days."""
    use = page.use
    if not any(use.minutes.values()) and not page.entries:
        yield said_row(texts("time_page.nothing"))
    else:
        yield from _share(texts, use)
        yield GAP
        yield from _kinds(texts, use)
    yield from _beside(texts, page, kilometres=kilometres)


def _share(texts: Texts, use: TimeUse) -> Iterator[Row]:
    """The two thirds: the share in words and numbers, and drawn."""
    share = use.work_share
    if share is None:
        return
    told = texts("time_page.share", share=round(share * 100), goal=round(GOAL_SHARE * 100))
    short = use.minutes_short
    end = texts("time_page.short", time=hours_told(texts, short)) if short else texts("time_page.enough")
    base = texts(
        "time_page.base",
        work=hours_told(texts, use.work_minutes),
        base=hours_told(texts, use.cooperation_minutes),
    )

    def show(width: int) -> Content:
        room = max(10, min(_MOST_BAR + 10, width - 2))
        drawn = bar_to(share, float(GOAL_SHARE), 1, room)
        head = literal(told, "bold") + literal(f", {end}")
        return Content("\n").join(
            (
                head.truncate(width, ellipsis=True),
                drawn,
                literal(base, "$quiet").truncate(width, ellipsis=True),
            )
        )

    yield Row(None, show)


def _kinds(texts: Texts, use: TimeUse) -> Iterator[Row]:
    """Each kind that time went to: those of the base first."""
    most = max(use.minutes.values())
    for of_base in (True, False):
        kinds = [
            one
            for one in TimeKind
            if (one in COOPERATION) is of_base and (use.minutes[one] or use.counts[one])
        ]
        if kinds and not of_base:
            yield GAP
            yield heading(texts("time_page.beside"))
        for kind in kinds:
            yield _kind(texts, use, kind, most)


def _kind(texts: Texts, use: TimeUse, kind: TimeKind, most: int) -> Row:
    minutes, count = use.minutes[kind], use.counts[kind]
    return _measured(
        texts,
        None,
        literal(texts(f"time_kind.{kind}")),
        minutes,
        most,
        texts("time_page.times", count=count),
        kind in WORK,
    )


def _measured(
    texts: Texts, row_id: str | None, name: Content, minutes: int, most: int, told: str, strong: bool = False
) -> Row:
    """A name, its time in words, a bar of it, and how many entries it comes from."""
    time = literal(hours_told(texts, minutes))

    def show(width: int) -> Content:
        room = max(4, min(_MOST_BAR, width - _NAME_WIDTH - _TIME_WIDTH - 9))
        drawn = bar(minutes, most, room, "$primary" if strong else "$quiet")
        return row(
            (
                Column(name, _NAME_WIDTH),
                Column(time, _TIME_WIDTH),
                Column(literal(told, "$quiet"), 6),
                Column(drawn, room),
            )
        )

    return Row(row_id, show)


def _beside(texts: Texts, page: TimePage, *, kilometres: bool) -> Iterator[Row]:
    """The share outside the office, kilometres, leave, and quietly what is lacking."""
    use, told = page.use, []
    if use.outside_office_share is not None:
        told.append(texts("time_page.outside", share=round(use.outside_office_share * 100)))
    if use.travel_minutes:
        told.append(texts("time_page.travel", time=hours_told(texts, use.travel_minutes)))
    if kilometres and use.kilometres:
        told.append(texts("time_page.kilometres", kilometres=use.kilometres))
    if page.leave_days:
        told.append(texts.counted("time_page.leave", page.leave_days))
    lacks = [
        texts.counted(f"time_page.without_{what}", count)
        for what, count in (("minutes", use.without_minutes), ("place", use.without_place))
        if count
    ]
    if told or lacks:
        yield GAP
    if told:
        yield Row(None, lambda width: row((Column(literal(" · ".join(told)), width, 3),)))
    if lacks:
        yield said_row(" ".join(lacks))


def client_rows(texts: Texts, clients: tuple[ClientTime, ...]) -> Iterator[Row]:
    """The time given to each client to whom some was; Enter opens the client."""
    given = [(one, one.use.all_minutes) for one in clients]
    given = [(one, minutes) for one, minutes in given if minutes]
    if not given:
        return
    yield GAP
    yield heading(texts("time_page.by_client"))
    most = max(minutes for _, minutes in given)
    for one, minutes in given:
        count = sum(one.use.counts.values())
        name = literal(one_line(one.client.label, _LONGEST))
        yield _measured(
            texts, f"client/{one.client.id}", name, minutes, most, texts("time_page.times", count=count)
        )


def month_rows(texts: Texts, months: Sequence[MonthTime]) -> Iterator[Row]:
    """A bar for each month; Enter opens the month."""
    parts = [(f"month/{one.first:%Y%m}", texts.month(one.first), one.use) for one in months]
    yield from _part_rows(texts, texts("time_page.by_month"), parts)


def week_rows(texts: Texts, weeks: Sequence[tuple[Week, TimeUse]]) -> Iterator[Row]:
    """A bar for each week; Enter opens the week."""
    parts = [
        (f"week/{week.year * 100 + week.number}", f"{texts.week(week)}, {texts.day(week.monday)}", use)
        for week, use in weeks
    ]
    yield from _part_rows(texts, texts("time_page.by_week"), parts)


def _part_rows(texts: Texts, head: str, parts: Sequence[tuple[str, str, TimeUse]]) -> Iterator[Row]:
    """Stretches of days beside one another: the name, the share that went to work, the time in words and drawn."""
    most = max((use.all_minutes for _, _, use in parts), default=0)
    if not most:
        return
    yield GAP
    yield heading(head)
    for row_id, name, use in parts:
        share = use.work_share
        told = name if share is None else texts("time_page.part", name=name, share=round(share * 100))
        count = texts("time_page.times", count=sum(use.counts.values()))
        yield _measured(texts, row_id, literal(told), use.all_minutes, most, count, strong=True)


def entry_row(row_id: str, texts: Texts, day: str, told: str, minutes: int | None, travel: int) -> Row:
    """One entry: its day where that begins, how long, what and with whom."""
    time = hours_told(texts, minutes) if minutes is not None else texts("time_page.no_minutes")
    long = literal(time, "" if minutes is not None else "$quiet")
    with_travel = texts("time_page.and_travel", time=hours_told(texts, travel)) if travel else ""
    what = literal(told) + literal(f" {with_travel}" if with_travel else "", "$quiet")

    def show(width: int) -> Content:
        rest = max(10, width - 10 - _TIME_WIDTH - 2)
        return row((Column(literal(day), 10), Column(long, _TIME_WIDTH), Column(what, rest, 2)))

    return Row(row_id, show)


def stretch_told(texts: Texts, first: date, last: date) -> str:
    """From day to day."""
    return texts("weeks.days", first=first, last=last)

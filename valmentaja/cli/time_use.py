"""`time`: where the time went, against two thirds; and time that was no contact."""

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, life_json, life_lines, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.cli.weeks import BARE
from valmentaja.desks.details import detail_line
from valmentaja.desks.time import (
    TimePage,
    months_recorded,
    months_within,
    time_by_client,
    time_page,
    weeks_within,
)
from valmentaja.errors import WrongUsage
from valmentaja.model.activity import MOST_KILOMETRES, Activity, TimeKind, TimePlace
from valmentaja.model.week import Week
from valmentaja.rules.time_use import GOAL_SHARE, TimeEntry, TimeUse, lacks_place
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import KILOMETRES
from valmentaja.store.activities import add_activity
from valmentaja.store.clients import client
from valmentaja.store.details import Given
from valmentaja.store.lookup import client_id_of, employer_id_of
from valmentaja.texts import Texts
from valmentaja.texts.dates import FIRST_YEAR, LAST_YEAR, Meaning, parse_date, parse_week
from valmentaja.texts.durations import hours_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valmentaja.cli.output import Json

MOST_NUMBERS = 10
"""Records named by number where something is lacking; of more it is only said how many they are."""
WEEK, MONTH, CLIENT = PARTS = ("week", "month", "client")
"""What the time of some days is divided by."""
YEAR = "year"
"""A whole year, month by month, as far as it has come."""
FULL, LONGEST_BAR = "█", 20
SERVED = tuple(kind for kind in TimeKind if kind not in (TimeKind.TRAVEL, TimeKind.LEAVE))
"""What a travel can have been for."""


def show_arguments(parser: Parser) -> None:
    """Options of `time`."""
    parser.option("--week", help_key="week", metavar="2026-W48")
    parser.option("--from", help_key="time_from", metavar="D")
    parser.option("--to", help_key="time_to", metavar="D")
    parser.option("--client", help_key="time_of_client", metavar="C")
    parser.option_or_flag("--year", bare=BARE, help_key="time_year", metavar="number")
    parts = values.listed(parser.texts, PARTS, "time_by")
    parser.option("--by", help_key="time_by", metavar="W", words=parts)


def show(session: Session, options: Options) -> None:
    """Where the time of this week went, or of other days; of one client, or part by part."""
    first, last = _days(session, options)
    whose = None
    if options.client is not None:
        whose = client(session.book, client_id_of(session.book, options.client))
    by = options.by
    if by is not None:
        by = values.choice(session.texts, by, PARTS, "time_by", "--by")
        if whose is not None:
            raise WrongUsage("time.by_alone")
    elif options.year is not None:
        by = YEAR
    page = time_page(session.book, first, last, whose)
    parts = _parts(session, page, by) if by is not None else []
    if session.json:
        part = MONTH if by == YEAR else by
        told: list[Json] = [{part: name, **_use_json(use)} for _, name, use in parts]
        output.data({**_page_json(page), **({f"by_{part}": told} if by is not None else {})})
        return
    _read_out(session, page, is_week=options.year is None and getattr(options, "from") is None)
    most = max((use.all_minutes for _, _, use in parts), default=0)
    for label, _, use in parts:
        output.labelled(label, f"{_part_told(session.texts, use)} {_bar(use, most)}".rstrip())


def _days(session: Session, options: Options) -> tuple[date, date]:
    """The first and the last day: of a week, this one unless said; of a year; from a day to another, today unless said.

    Raises WrongUsage where they do not go together, or the last day is before the first.
    """
    begins, ends = getattr(options, "from"), options.to
    if options.year is not None:
        if (options.week, begins, ends) != (None, None, None):
            raise WrongUsage("time.year_alone")
        usual = session.today.year
        year = usual if options.year == BARE else values.number(options.year, "--year", FIRST_YEAR, LAST_YEAR)
        return date(year, 1, 1), date(year, 12, 31)
    if begins is None:
        if ends is not None:
            raise WrongUsage("time.to_alone")
        week = parse_week(options.week, session.today) if options.week is not None else Week.of(session.today)
        return week.monday, week.sunday
    if options.week is not None:
        raise WrongUsage("time.week_alone")
    first = parse_date(begins, session.today, Meaning.LOOK_BACK)
    last = parse_date(ends, first, Meaning.PLAN) if ends is not None else max(first, session.today)
    if last < first:
        raise WrongUsage("time.backwards", first=first, last=last)
    return first, last


def _parts(session: Session, page: TimePage, by: str) -> "list[tuple[str, Json, TimeUse]]":
    """The label, the name in JSON and the time of each month or week, or of each client to whom some was given.

    Of a year that is not divided otherwise, the months that could hold something.
    """
    if by == CLIENT:
        return [
            (lines.client_label(session.texts, one.client), as_json.client_name(one.client), one.use)
            for one in time_by_client(session.book, page.first, page.last)
            if any(one.use.counts.values()) or one.use.travel_minutes
        ]
    if by == WEEK:
        return [(session.texts.week(week), str(week), use) for week, use in weeks_within(page)]
    months = months_recorded(session.book, page, session.today) if by == YEAR else months_within(page)
    return [(_begun(session.texts.month(one.first)), f"{one.first:%Y-%m}", one.use) for one in months]


def _bar(use: TimeUse, most: int) -> str:
    """After the numbers, so that they are heard before the blocks; of something at least one block."""
    return FULL * max(1, round(LONGEST_BAR * use.all_minutes / most)) if use.all_minutes else ""


def _page_json(page: TimePage) -> "dict[str, Json]":
    about: dict[str, Json] = {"client": as_json.client_name(page.client)} if page.client else {}
    return {"from": as_json.day(page.first), "to": as_json.day(page.last), **about, **_use_json(page.use)}


def _use_json(use: TimeUse) -> "dict[str, Json]":
    return {
        "minutes": {str(kind): minutes for kind, minutes in use.minutes.items()},
        "cooperation_minutes": use.cooperation_minutes,
        "work_minutes": use.work_minutes,
        "work_share": _rounded(use.work_share),
        "goal_share": _rounded(float(GOAL_SHARE)),
        "outside_office_share": _rounded(use.outside_office_share),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


# In words


def _read_out(session: Session, page: TimePage, *, is_week: bool) -> None:
    texts, use = session.texts, page.use
    days = {"first": page.first, "last": page.last}
    output.line(
        texts("tally.week", week=Week.of(page.first), **days) if is_week else texts("weeks.days", **days)
    )
    if page.client is not None:
        output.labelled(texts("field.client"), lines.client_label(texts, page.client))
    if not page.entries:
        output.line(texts("time_page.nothing"))
    for kind, minutes in use.minutes.items():
        if minutes or use.counts[kind]:
            output.labelled(_begun(texts(f"time_kind.{kind}")), _kind_told(texts, minutes, use.counts[kind]))
    _tell_cooperation(texts, use)
    if use.outside_office_share is not None:
        output.labelled(texts("time.outside"), _percent(texts, use.outside_office_share))
    if value_of(session.book, KILOMETRES, session.today) == "yes":
        output.labelled(texts("field.kilometres"), str(use.kilometres))
    if page.leave_days:
        output.labelled(texts("tally.leave_days"), str(page.leave_days))
    _tell_what_lacks(texts, page.entries)


def _tell_cooperation(texts: Texts, use: TimeUse) -> None:
    """The time of the cooperation, how much of all was travelling, and what went to work."""
    if use.work_share is not None:
        output.labelled(texts("time.cooperation"), _time(texts, use.cooperation_minutes))
    if use.travel_minutes:
        output.labelled(texts("time.travel"), _time(texts, use.travel_minutes))
    if use.work_share is not None:
        output.labelled(texts("time.work"), _work_told(texts, use))


def _tell_what_lacks(texts: Texts, entries: "Iterable[TimeEntry]") -> None:
    """Which entries do not tell their minutes or place, shown once at the end: it need not be mended."""
    told = tuple(entries)
    for what, lacking in (
        ("minutes", [one for one in told if one.minutes is None]),
        ("place", [one for one in told if lacks_place(one)]),
    ):
        if lacking:
            said = texts.counted(f"time_page.without_{what}", len(lacking))
            numbers = [texts("record.number", id=one.record_id) for one in lacking]
            output.line(f"{said} ({', '.join(numbers)})" if len(numbers) <= MOST_NUMBERS else said)


def _kind_told(texts: Texts, minutes: int, count: int) -> str:
    """The minutes, and how many entries they come from: travel alone has none of its own."""
    time = _time(texts, minutes)
    return texts.counted("time.kind_line", count, time=time) if count else time


def _begun(text: str) -> str:
    """A label begins a line, and so with a capital letter."""
    return text[:1].upper() + text[1:]


def _work_told(texts: Texts, use: TimeUse) -> str:
    """How much went to work, its share, and how far it is from two thirds."""
    share = _percent(texts, use.work_share or 0)
    time, short = _time(texts, use.work_minutes), use.minutes_short
    if short:
        return texts("time.work_short", time=time, share=share, short=_time(texts, short))
    return texts("time.work_enough", time=time, share=share)


def _part_told(texts: Texts, use: TimeUse) -> str:
    """A week or a client in one line."""
    every = texts("time.in_all", time=_time(texts, use.all_minutes))
    return every if use.work_share is None else f"{every}, {_share_told(texts, use)}"


def _share_told(texts: Texts, use: TimeUse) -> str:
    return texts("time.work_of", share=_percent(texts, use.work_share or 0))


def _percent(texts: Texts, share: float) -> str:
    return texts("time.percent", share=texts.number(round(share * 100, 1)))


def _time(texts: Texts, minutes: int) -> str:
    return hours_told(texts, minutes)


# Time that was no contact


def add_arguments(parser: Parser) -> None:
    """Options of `time add`."""
    parser.one("kind", help_key="time_kind", words=values.listed(parser.texts, TimeKind, "time_kind"))
    parser.one("minutes", help_key="time_minutes")
    parser.option("--client", help_key="time_client", metavar="C")
    parser.option("--employer", help_key="time_employer", metavar="employer")
    places = values.listed(parser.texts, TimePlace, "time_place")
    parser.option("--place", help_key="place_of_time", metavar="place", words=places)
    parser.option("--serves", help_key="serves", metavar="W")
    parser.option("--km", help_key="kilometres", metavar="number")
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--note", help_key="note", metavar="T")


def add(session: Session, options: Options) -> None:
    """Records time that went to something else than a contact."""
    activity_id = add_activity(session.book, _activity(session, options))
    line = detail_line(session.book, "activity", activity_id)
    assert isinstance(line.record, Activity)
    lines.say_ended(session.texts, (line.client,), line.record.day)
    if session.json:
        output.data(life_json.detail_of(line))
    else:
        output.line(
            session.texts("log.logged", contact=life_lines.activity(session.texts, line, line.record))
        )


def _activity(session: Session, options: Options) -> dict[str, Given]:
    """What is told, by column. Raises WrongUsage for what only a travel has, of another kind of time."""
    texts, book = session.texts, session.book
    kind = values.choice(texts, options.kind, TimeKind, "time_kind", texts("metavar.kind"))
    only_of_travel = (("--serves", options.serves), ("--km", options.km))
    for option, value in only_of_travel if kind is not TimeKind.TRAVEL else ():
        if value is not None:
            raise WrongUsage("time.only_of_travel", option=option)
    place, serves = options.place, options.serves
    return {
        "day": session.date(options.date, Meaning.RECORD),
        "kind": kind,
        "minutes": values.minutes(options.minutes, texts("metavar.minutes"), least=1),
        "client_id": client_id_of(book, options.client) if options.client is not None else None,
        "employer_id": employer_id_of(book, options.employer) if options.employer is not None else None,
        "place": values.choice(texts, place, TimePlace, "time_place", "--place")
        if place is not None
        else None,
        "serves": values.choice(texts, serves, SERVED, "time_kind", "--serves")
        if serves is not None
        else None,
        "kilometres": values.number(options.km, "--km", 0, MOST_KILOMETRES)
        if options.km is not None
        else None,
        "note": session.optional_text(options.note),
    }

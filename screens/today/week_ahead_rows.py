"""The rows of the week ahead: each day once, its booked times, then what falls due on it."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from valmentaja.desks.ahead import AheadPage, DayAhead, DueAhead
from valmentaja.desks.appointments import AppointmentLine
from valmentaja.desks.explaining import what_waits
from valmentaja.screens.appointments.words import CLOCK_WIDTH, about, called, row_id
from valmentaja.screens.literal import literal
from valmentaja.screens.today.rows import LONGEST_NAME, name_of
from valmentaja.screens.today.rows import row_id as queue_row_id
from valmentaja.screens.widgets.columns import READABLE, Column, row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_DAY_WIDTH = 11
_MOST_LINES = 3


def due_id(due: DueAhead) -> str:
    """The row of what falls due: whose it is, and the record it comes from."""
    return f"{queue_row_id(due.row)}/{due.signal.kind}/{due.signal.record_id}/{due.signal.reason.key}"


def week_rows(texts: Texts, page: AheadPage) -> Sequence[Row]:
    """The days in order, with air around those on which there is much."""
    rows: list[Row] = []
    before = 1
    for day in page.days:
        told = list(_day_rows(texts, day))
        if rows and max(before, len(told)) > 1:
            rows.append(GAP)
        rows += told
        before = len(told)
    return rows


def _day_rows(texts: Texts, day: DayAhead) -> Iterator[Row]:
    """What is said of the day stands behind its name where it is empty, else on a line of its own above the rest."""
    said, name = _said_of(texts, day), texts.day(day.day)
    if day.is_empty:
        yield _day_row(None, name, literal(said or texts("week_ahead.nothing"), "$quiet"), "$quiet")
        return
    if said:
        yield _day_row(None, name, literal(said, "$quiet"))
        name = ""
    for one in day.times:
        yield _day_row(row_id(one.appointment), name, _time(texts, one))
        name = ""
    for due in day.due:
        yield _day_row(due_id(due), name, _due(texts, due))
        name = ""


def _said_of(texts: Texts, day: DayAhead) -> str:
    """That it is a holiday, or that the coach is away."""
    away = texts("week_ahead.leave") if day.is_leave else ""
    return " · ".join(filter(None, (day.holiday.name if day.holiday else "", away)))


def _day_row(record: str | None, name: str, told: Content, style: str = "bold") -> Row:
    def show(width: int) -> Content:
        room = max(10, min(width, READABLE) - _DAY_WIDTH - 1)
        return row((Column(literal(name, style), _DAY_WIDTH), Column(told, room, _MOST_LINES)))

    return Row(record, show)


def _time(texts: Texts, line: AppointmentLine) -> Content:
    """The clock time, whom it is with, what about and where."""
    clock = literal(texts.clock(line.appointment.at).rjust(CLOCK_WIDTH))
    told = clock + literal(f"  {called(line)}", "bold")
    parts = list(about(line)) or [texts(f"client_way.{line.appointment.way}")]
    return told + literal(f"  {' · '.join(parts)}")


def _due(texts: Texts, due: DueAhead) -> Content:
    """Whose it is, and what it is."""
    name = one_line(name_of(texts, due.row), 2 * LONGEST_NAME)
    why = what_waits(texts, due.signal)
    told = texts("ahead.put_aside", due=why) if due.row.hidden else why
    return literal(name, "bold") + literal(f"  {told}")

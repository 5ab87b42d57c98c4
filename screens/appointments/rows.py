"""Booked times as rows of a page: the day in a column of its own, the time and whom it is with beside it."""

from collections.abc import Callable, Sequence
from datetime import date, time

from textual.content import Content

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.screens.appointments.words import CLOCK_WIDTH, about, became, called, outcome_style, row_id
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.records.run_rows import dated_row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.texts import Texts

Whom = Callable[[AppointmentLine], str]


def appointment_row(
    texts: Texts, line: AppointmentLine, today: date, at: time | None = None, whom: Whom = called
) -> Row:
    """One booked time. `at` is the time of day, where it counts; `whom` says whom it is with, "" for nobody."""
    held = line.appointment
    return dated_row(row_id(held), texts, held.day, today, _told(texts, line, today, at, whom))


def _told(texts: Texts, line: AppointmentLine, today: date, at: time | None, whom: Whom) -> Content:
    """The time, whom it is with, how, what about and where, and what became of it."""
    held, name = line.appointment, whom(line)
    parts = [texts(f"client_way.{held.way}"), *about(line)]
    content = literal(texts.clock(held.at).rjust(CLOCK_WIDTH))
    content += literal(f"  {name}" if name else "", "bold") + literal(f"  {' · '.join(parts)}")
    outcome = became(texts, held, today, at)
    if not outcome:
        return content
    return content + literal(" · ", "$quiet") + literal(outcome, outcome_style(held))


def appointment_rows(
    texts: Texts,
    ahead: Sequence[AppointmentLine],
    behind: Sequence[AppointmentLine],
    today: date,
    at: time | None = None,
    whom: Whom = called,
) -> list[Row]:
    """Those to come and those that were, each under its name, where there are some."""
    rows: list[Row] = []
    for key, lines in (("appointments.ahead", ahead), ("appointments.behind", behind)):
        if lines:
            rows += [GAP] if rows else []
            rows.append(heading(texts(key)))
            rows += [appointment_row(texts, line, today, at, whom) for line in lines]
    return rows

"""The day's booked times as the first rows of the list: calm and short, what is asked among them first of all."""

from collections.abc import Sequence
from datetime import date, time

from textual.content import Content

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.rules.appointments import has_passed
from valmentaja.screens.appointments.words import CLOCK_WIDTH, about, became, called, outcome_style, row_id
from valmentaja.screens.literal import literal
from valmentaja.screens.today.rows import BAND_WIDTH, name_width
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.texts import Texts

MOST_SHOWN = 4


def time_rows(
    texts: Texts, times: Sequence[AppointmentLine], today: date, at: time | None, *, everyone: bool, key: str
) -> list[Row]:
    """A row for each, and how many more there are; with `everyone`, which the `key` asks for, all of them.

    `at` is the time of day, where it counts.
    """
    shown = times if everyone else _shown(times)
    rows = [_row(texts, one, today, at) for one in shown]
    if len(shown) < len(times):
        rows.append(_more(texts.counted("today.more_times", len(times) - len(shown), key=key)))
    return [*rows, GAP] if rows else []


def asked_first(times: Sequence[AppointmentLine], today: date, at: time | None) -> str | None:
    """The row of the first one that has passed, and nobody has said what became of it."""
    asked = (one.appointment for one in times if one.appointment.outcome is None)
    return next((row_id(one) for one in asked if has_passed(one, today, at)), None)


def _shown(times: Sequence[AppointmentLine]) -> Sequence[AppointmentLine]:
    """Where there are too many, those of which it has been said what became of them give way."""
    by_weight = sorted(times, key=lambda one: one.appointment.outcome is not None)
    kept = {one.appointment.id for one in by_weight[:MOST_SHOWN]}
    return [one for one in times if one.appointment.id in kept]


def _row(texts: Texts, line: AppointmentLine, today: date, at: time | None) -> Row:
    held = line.appointment
    is_said = held.outcome is not None
    clock = literal(texts.clock(held.at).rjust(CLOCK_WIDTH), "$quiet" if is_said else "")
    name = literal(called(line), "$quiet" if is_said else "bold")
    told = _told(texts, line, today, at)

    def show(width: int) -> Content:
        names = name_width(width)
        room = max(8, width - BAND_WIDTH - names - 2)
        return row((Column(clock, BAND_WIDTH), Column(name, names, most_lines=2), Column(told, room)))

    return Row(row_id(held), show)


def _told(texts: Texts, line: AppointmentLine, today: date, at: time | None) -> Content:
    """What is asked, or what became of it, stands before what it is about."""
    held = line.appointment
    outcome = became(texts, held, today, at)
    parts = [literal(outcome, outcome_style(held))] if outcome else []
    parts += [literal(part, "$quiet" if outcome else "") for part in about(line)]
    return Content(" · ").join(parts or [literal(texts(f"client_way.{held.way}"))])


def _more(words: str) -> Row:
    def show(width: int) -> Content:
        room = max(8, width - BAND_WIDTH - 1)
        return row((Column(Content(""), BAND_WIDTH), Column(literal(words, "$quiet"), room)))

    return Row(None, show)

"""The booked times and the employer contacts of a week as rows: the day where it begins, with whom, about what."""

from collections.abc import Iterable, Iterator
from datetime import date, time

from textual.content import Content

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.desks.week_contacts import WeekContact
from valmentaja.screens.appointments.words import CLOCK_WIDTH, about, became, called, outcome_style, row_id
from valmentaja.screens.literal import literal, literal_line
from valmentaja.screens.week.tally import short_word
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row
from valmentaja.texts import Texts

DAY_WIDTH = 10
_GAP = 2
LONGEST_NAME = 26
_LETTERS = 200


def week_rows(texts: Texts, contacts: Iterable[WeekContact]) -> tuple[Row, ...]:
    """A row for each contact, day by day."""
    return tuple(_rows(texts, contacts))


def _rows(texts: Texts, contacts: Iterable[WeekContact]) -> Iterator[Row]:
    before: date | None = None
    for one in contacts:
        day = one.contact.day
        yield _row(texts, one, texts.day(day) if day != before else "")
        before = day


def _row(texts: Texts, one: WeekContact, day: str) -> Row:
    name = (
        literal(one.employer.name, "bold")
        if one.employer
        else literal(texts("week_screen.unnamed"), "$quiet")
    )
    told = literal_line(", ".join(_told(texts, one)), _LETTERS)
    return _dated(str(one.contact.id), day, name, told)


def _dated(row_id: str, day: str, name: Content, told: Content) -> Row:
    def show(width: int) -> Content:
        name_width = min(LONGEST_NAME, max(12, width * 2 // 5))
        return row(
            (
                Column(literal(day), DAY_WIDTH),
                Column(name, name_width, most_lines=2),
                Column(told, max(8, width - DAY_WIDTH - name_width - 2 * _GAP), most_lines=2),
            ),
            _GAP,
        )

    return Row(row_id, show)


def booked_rows(
    texts: Texts, booked: Iterable[AppointmentLine], today: date, at: time | None
) -> Iterator[Row]:
    """A row for each booked time, day by day. `at` is the time of day, where it counts."""
    before: date | None = None
    for one in booked:
        day = one.appointment.day
        yield _booked(texts, one, texts.day(day) if day != before else "", today, at)
        before = day


def _booked(texts: Texts, line: AppointmentLine, day: str, today: date, at: time | None) -> Row:
    held = line.appointment
    name = literal(f"{texts.clock(held.at).rjust(CLOCK_WIDTH)}  ") + literal(called(line), "bold")
    outcome = became(texts, held, today, at)
    parts = [literal(outcome, outcome_style(held))] if outcome else []
    parts += [literal(part) for part in about(line)]
    told = Content(" · ").join(parts or [literal(texts(f"client_way.{held.way}"))])
    return _dated(row_id(held), day, name, told)


def _told(texts: Texts, one: WeekContact) -> Iterator[str]:
    yield short_word(texts, "way", one.contact.way)
    if one.contact.purpose:
        yield short_word(texts, "purpose", one.contact.purpose)
    if one.client:
        yield one.client.label

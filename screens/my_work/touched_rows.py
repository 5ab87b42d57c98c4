"""What falls in a leave as rows: the person first, then what falls due and the times that are booked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from textual.content import Content

from valmentaja.desks.leave import AwayFrom
from valmentaja.desks.stand_in_sheet import falls_due_said, time_said
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.appointments.words import row_id
from valmentaja.screens.literal import literal
from valmentaja.screens.my_work.leave_words import stand_in_said
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line

NAME_WIDTH = 22
_NAME_LINES = 4
_LONGEST = 120
_MOST_LINES = 12
_RECORD_OF = {"next_step": "next_step", "partner_contact": "supporter", "leave_ahead": "leave"}
"""The kind of record that a signal about the coach's own comes from."""


def waits_from(touched: Iterable[AwayFrom]) -> tuple[AwayFrom, ...]:
    """Of a leave that is over, what fell due in it and is still open: its next time says nothing any more."""
    left = (replace(one, falls_in=tuple(due for due in one.falls_in if not due.again)) for one in touched)
    return tuple(one for one in left if one.falls_in or one.times)


def touched_rows(texts: Texts, touched: Sequence[AwayFrom], stand_in: str | None) -> Iterator[Row]:
    """In the order of the list: each one's row opens them, the row of a booked time under it opens the time.

    `stand_in` is who stands in for the whole leave, told above: under a name stands only who else it is.
    """
    for one in touched:
        yield _person(texts, one, stand_in)
        for line in one.times:
            told = literal(texts("leave_page.booked", time=time_said(texts, line)))
            yield _beside(row_id(line.appointment), Content(""), told)


def _person(texts: Texts, one: AwayFrom, stand_in: str | None) -> Row:
    """The name and under it who else stands in, or that nobody does; beside them what falls due, a line each."""
    name = literal(_name(texts, one.row), "bold")
    if one.row.client is not None and (one.stand_in is None or one.stand_in != stand_in):
        style = "$quiet" if one.stand_in else "$warning"
        name += Content("\n") + literal(stand_in_said(texts, one.stand_in), style)
    lines = [literal(falls_due_said(texts, due, _LONGEST)) for due in one.falls_in]
    return _beside(_opens(one.row), name, Content("\n").join(lines))


def _name(texts: Texts, held: QueueRow) -> str:
    if held.client is not None:
        return one_line(held.client.label, LONGEST_NAMED)
    return one_line(held.employer.name, LONGEST_NAMED) if held.employer else texts("about.self")


def _opens(held: QueueRow) -> str:
    if held.client is not None:
        return f"client/{held.client.id}"
    if held.employer is not None:
        return f"employer/{held.employer.id}"
    return f"{_RECORD_OF[held.signals[0].kind]}/{held.id}"


def _beside(opens: str, name: Content, told: Content) -> Row:
    def show(width: int) -> Content:
        room = max(10, width - NAME_WIDTH - 1)
        return row((Column(name, NAME_WIDTH, _NAME_LINES), Column(told, room, _MOST_LINES)))

    return Row(opens, show)

"""Placements as rows of a page: a heading line each, and under it the run of what was kept and what comes next."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from valmentaja.desks.placements import PlacementLine
from valmentaja.rules.promises import Promise, State
from valmentaja.screens.literal import literal
from valmentaja.screens.placements.words import (
    SIGNS,
    counts_told,
    job_told,
    next_told,
    promise_name,
    remark_told,
    run_of,
    signs_told,
    state_told,
    stretch_told,
    terms_told,
    waiting,
)
from valmentaja.screens.widgets.columns import Column, lines, row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_DAY_WIDTH = 14
_STATE_WIDTH = 28
_LONGEST_NAME = 60
_COLOURS = {State.KEPT: "$success", State.KEPT_LATE: "$warning", State.MISSED: "$error"}
_INDENT = 2


def placement_rows(
    book: Workbook, texts: Texts, held: Iterable[PlacementLine], today: date, *, whose: bool = False
) -> list[Row]:
    """A row for each placement. `whose`: its client is named first, as on the page of an employer."""
    rows: list[Row] = []
    for line in held:
        rows += [GAP] if rows else []
        rows.append(_placement(book, texts, line, today, whose=whose))
    return rows


def _placement(book: Workbook, texts: Texts, line: PlacementLine, today: date, *, whose: bool) -> Row:
    about = one_line(line.client.label, _LONGEST_NAME) if whose else job_told(line)
    job = line.placement.job if whose else None
    terms = [one_line(job, _LONGEST_NAME)] if job else []
    terms += [stretch_told(texts, line.placement, today), terms_told(texts, line.placement)]
    under = [literal(" · ".join(terms)), *run_lines(texts, line, today)]
    under += [literal(remark_told(book, texts, one), "$warning") for one in line.remarks]

    def show(width: int) -> Content:
        told = [lines(literal(about, "bold"), width)]
        room = max(10, width - _INDENT)
        told += [row((Column(Content(""), 1), Column(one, room, 3))) for one in under]
        return Content("\n").join(told)

    return Row(f"placement/{line.placement.id}", show)


def run_lines(texts: Texts, line: PlacementLine, today: date) -> Iterator[Content]:
    """The run in signs and words, then what comes next."""
    run = run_of(line.promises)
    counts = counts_told(texts, run)
    if counts:
        yield literal(signs_told(run)) + literal(f"  {counts}")
    for one in waiting(line.promises):
        yield literal(next_told(texts, one, today), "$error" if one.due_on < today else "")


def promise_id(held: Promise) -> str:
    """The id of a promise's row: its kind and its day, which no other promise of the placement has."""
    return f"promise/{held.kind}/{held.due_on.isoformat()}/{held.done_on or ''}"


def promise_row(texts: Texts, held: Promise, today: date) -> Row:
    """A promise: its day, what was promised, what became of it."""
    late = held.is_open and held.due_on < today
    colour = "$error" if late else _COLOURS.get(held.state, "")
    quiet = "$quiet" if held.state is State.NO_LONGER_APPLIES else ""
    sign = SIGNS.get(held.state, "–")
    when = literal(texts.date(held.due_on), quiet)
    what = literal(promise_name(texts, held), quiet)
    told = literal(state_told(texts, held, today), colour or quiet)

    def show(width: int) -> Content:
        room = max(10, width - _DAY_WIDTH - _STATE_WIDTH - 4)
        return row(
            (
                Column(when, _DAY_WIDTH - 2),
                Column(literal(sign, colour or quiet), 1),
                Column(what, room, 2),
                Column(told, _STATE_WIDTH, 2),
            )
        )

    return Row(promise_id(held), show)

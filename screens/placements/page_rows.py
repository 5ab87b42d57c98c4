"""What stands on the page of a placement: its fields by groups, and what follows from its start."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from valmentaja.desks.placements import PlacementLine
from valmentaja.model.placement import Pay
from valmentaja.screens.literal import literal
from valmentaja.screens.placements.rows import promise_row, run_lines
from valmentaja.screens.placements.words import (
    agreement_told,
    look_told,
    move_told,
    remark_told,
    support_told,
)
from valmentaja.screens.records.field_rows import field_rows, heading
from valmentaja.screens.records.run_rows import dated_row
from valmentaja.screens.widgets.columns import lines
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

KIND = "placement"
WORK = ("employer", "job", "start", "end", "hours", "pay")
OF_JOBS = ("contract", "trial_until")
BESIDE_WORK = ("workplace_supporter", "note")
UNPAID = (
    *("unpaid_kind", "initiative", "paid_chance", "decide_on", "next_aim"),
    *("asked_paid_on", "asked_paid_answer"),
)
ENDED = ("ended_on", "heard_on", "end_reason", "learned", "carried_onward")


class PlacementRows:
    """Makes the rows of one placement. `add_key` adds a support."""

    def __init__(
        self, book: Workbook, texts: Texts, today: date, line: PlacementLine, *, add_key: str
    ) -> None:
        self._book = book
        self._texts = texts
        self._today = today
        self._line = line
        self._add_key = add_key

    def work(self) -> Iterator[Row]:
        """What was kept and what comes next, then the work itself, its supports, how it ended, how it moved."""
        yield from self._run()
        held = self._line.placement
        yield from self._fields(WORK)
        if held.pay is Pay.SUBSIDISED or held.subsidy_until is not None:
            yield from self._fields(("subsidy_until",))
        if held.is_job or held.contract is not None or held.trial_until is not None:
            yield from self._fields(OF_JOBS)
        yield from self._fields(BESIDE_WORK)
        if not held.is_job:
            yield from self._group("work.unpaid", self._fields(UNPAID))
        yield from self._group("work.supports", self._supports())
        if held.ended_on is not None:
            yield from self._group("work.how_it_ended", self._fields(ENDED))
        if self._line.moves:
            yield from self._group("work.moves", self._moves())

    def _run(self) -> Iterator[Row]:
        """What was kept and what comes next; what a coach would want to know."""
        said = list(run_lines(self._texts, self._line, self._today))
        said += [literal(remark_told(self._book, self._texts, one), "$warning") for one in self._line.remarks]
        yield from map(_said, said)
        if said:
            yield GAP

    def _group(self, name: str, rows: Sequence[Row]) -> Iterator[Row]:
        yield GAP
        yield heading(self._texts(name))
        yield from rows

    def _fields(self, names: Sequence[str]) -> list[Row]:
        drafts = fields_with_drafts(self._book, KIND, self._line.placement.id)
        return field_rows(self._book, self._texts, KIND, self._line.placement, names, drafts)

    def _supports(self) -> list[Row]:
        if not self._line.supports:
            return [said_row(self._texts("work.no_supports", key=self._add_key))]
        return [
            self._dated(
                f"work_support/{one.id}", one.decided_on or one.applied_on, support_told(self._texts, one)
            )
            for one in self._line.supports
        ]

    def _moves(self) -> list[Row]:
        return [
            self._dated(f"start_move/{one.id}", one.moved_on, move_told(self._texts, one))
            for one in self._line.moves
        ]

    def _dated(self, row_id: str, day: date | None, told: str) -> Row:
        return dated_row(row_id, self._texts, day, self._today, literal(told))

    def follow_along(self) -> Iterator[Row]:
        """Every promise, then what was agreed anew and what was looked at."""
        yield from (promise_row(self._texts, one, self._today) for one in self._line.promises)
        if self._line.agreements:
            yield from self._group("work.agreements", self._agreements())
        if self._line.looks:
            yield from self._group("work.looks", self._looks())

    def _agreements(self) -> list[Row]:
        return [
            self._dated(f"re_agreement/{one.id}", one.agreed_on, agreement_told(self._texts, one))
            for one in self._line.agreements
        ]

    def _looks(self) -> list[Row]:
        return [
            self._dated(f"placement_look/{one.id}", one.day, look_told(self._book, self._texts, one))
            for one in self._line.looks
        ]


def _said(told: Content) -> Row:
    """A sentence that nothing opens."""
    return Row(None, lambda width: lines(told, width))

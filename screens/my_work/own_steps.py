"""The coach's own steps as rows: the day in a column of its own, what is to be done beside it."""

from datetime import date

from textual.content import Content

from valmentaja.desks.runs import Steps
from valmentaja.model.step import NextStep
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.records.run_rows import dated_row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.texts import Texts

_LETTERS = 500


def own_step_rows(texts: Texts, steps: Steps, today: date) -> list[Row]:
    """The open ones by due date, then those lately done. Whose they are goes without saying."""
    rows = [_row(texts, step, today) for step in steps.open]
    if steps.done:
        rows += [GAP] if rows else []
        rows += [heading(texts("steps.done")), *(_row(texts, step, today) for step in steps.done)]
    return rows


def _row(texts: Texts, step: NextStep, today: date) -> Row:
    late = step.done_on is None and step.due_on < today
    before = literal(f"{texts('band.late')}, ", "$error") if late else Content("")
    told = before + literal(step.text[:_LETTERS], "" if step.done_on is None else "$quiet")
    return dated_row(f"next_step/{step.id}", texts, step.done_on or step.due_on, today, told)

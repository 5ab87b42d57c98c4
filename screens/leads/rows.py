"""Job leads as rows: what and where, whose it is, and in words how far it has come."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from valmentaja.desks.details import DetailLine
from valmentaja.desks.leads import LeadState, day_of_state, lead_state
from valmentaja.model.lead import Lead
from valmentaja.screens.literal import literal
from valmentaja.screens.records.run_rows import short_day
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_LONGEST = 80
_LINES = 3
_COLOURS = {
    LeadState.CLOSES: "$warning",
    LeadState.MISSED: "$error",
    LeadState.INTERVIEW: "$success",
    LeadState.ANSWERED: "$quiet",
}


def lead_rows(texts: Texts, lines: Iterable[DetailLine], today: date, *, whose: bool = False) -> list[Row]:
    """A row for each. `whose`: its client is named and not its employer, as on the page of an employer."""
    return [_lead(texts, line, today, whose=whose) for line in lines]


def _lead(texts: Texts, line: DetailLine, today: date, *, whose: bool) -> Row:
    lead = line.record
    assert isinstance(lead, Lead)
    about = one_line(_named(line, whose=whose), _LONGEST)
    state = lead_state(lead, today)
    head = literal(one_line(lead.job, _LONGEST), "bold" if lead.is_open else "")
    head += literal(f"  {about}") if about else Content("")
    told = head + Content("\n") + literal(state_told(texts, lead, today), _COLOURS.get(state, ""))
    return Row(f"lead/{lead.id}", lambda width: row((Column(told, max(10, width), _LINES),)))


def _named(line: DetailLine, *, whose: bool) -> str:
    if whose:
        return line.client.label if line.client else ""
    return line.employer.name if line.employer else ""


def state_told(texts: Texts, lead: Lead, today: date) -> str:
    """How far it has come, with the day that says so."""
    state = lead_state(lead, today)
    day = day_of_state(lead, state)
    when = short_day(texts, day, today) if day else ""
    if state is LeadState.ANSWERED:
        answer = texts(f"lead_answer.{lead.answer}")
        return texts("lead_row.answered", answer=answer, day=when) if when else answer
    if state is LeadState.INTERVIEW and lead.at is not None:
        return texts("lead_row.interview_at", day=when, clock=lead.at)
    return texts(f"lead_row.{state}", day=when) if when else texts(f"lead_row.{state}")

"""What is found in job leads: what closes, who is interviewed when, and who has not been answered."""

from __future__ import annotations

from datetime import timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.rules.finding import due

if TYPE_CHECKING:
    from datetime import date

    from valmentaja.model.lead import Lead
    from valmentaja.rules.finding import Findings, SignalNumbers, Situation


def lead_closes(now: Situation, numbers: SignalNumbers) -> Findings:
    """The last day to apply comes, and nobody has applied yet."""
    return tuple(
        due("lead_closes", lead.closes_on, numbers.interval_days, lead.id, {"text": lead.job})
        for lead in now.facts.leads
        if lead.closes_on is not None and lead.applied_on is None and lead.interview_on is None
    )


def lead_interview(now: Situation, numbers: SignalNumbers) -> Findings:
    """An interview is ahead: there is still time to prepare for it together."""
    return tuple(
        due("lead_interview", lead.interview_on, numbers.interval_days, lead.id, {"text": lead.job})
        for lead in now.facts.leads
        if lead.interview_on is not None and lead.interview_on >= now.today
    )


def lead_silent(now: Situation, numbers: SignalNumbers) -> Findings:
    """Two weeks have gone since the application or the interview, and there is no answer."""
    return tuple(
        due(
            "lead_silent",
            since + timedelta(days=numbers.interval_days),
            numbers.interval_days,
            lead.id,
            {"since": since, "text": lead.job},
        )
        for lead in now.facts.leads
        if (since := _waits_since(lead, now)) is not None
    )


def _waits_since(lead: Lead, now: Situation) -> date | None:
    """The last day on which something was done about it; `None` while an interview is ahead, or nothing was."""
    if lead.interview_on is not None:
        return lead.interview_on if lead.interview_on < now.today else None
    return lead.applied_on

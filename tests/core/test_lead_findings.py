"""Job leads on the list: what closes, who is interviewed, who has not been answered; and employers that rest."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.caseload import TODAY, days_ago, employer, looked_after
from tests.core.lives import lead, resting
from valmentaja.model.employer import EmployerState
from valmentaja.model.lead import Lead
from valmentaja.model.reason import Band
from valmentaja.rules.signals import Signal, SignalSettings, client_signals, employer_signals

USUAL = SignalSettings()
KINDS = ("lead_closes", "lead_interview", "lead_silent")


def found(*leads: Lead) -> dict[str, Signal]:
    signals = client_signals(replace(looked_after(), leads=leads), USUAL, TODAY)
    return {signal.kind: signal for signal in signals if signal.kind in KINDS}


@pytest.mark.parametrize(
    ("days", "band"),
    [(-6, Band.QUIET), (-5, Band.SOON), (0, Band.TODAY), (1, Band.LATE)],
)
def test_a_lead_that_closes_is_shown_five_days_before(days: int, band: Band) -> None:
    signal = found(lead(closes_on=days_ago(days)))["lead_closes"]
    assert (signal.due_on, signal.band(TODAY)) == (days_ago(days), band)


def test_what_was_applied_for_does_not_close_any_more() -> None:
    assert set(found(lead(closes_on=TODAY, applied_on=days_ago(1)))) == {"lead_silent"}
    assert set(found(lead(closes_on=TODAY, interview_on=days_ago(-3)))) == {"lead_interview"}


def test_an_interview_is_prepared_for_until_its_day() -> None:
    ahead = found(lead(applied_on=days_ago(20), interview_on=days_ago(-3)))
    assert {kind: signal.band(TODAY) for kind, signal in ahead.items()} == {"lead_interview": Band.SOON}
    assert set(found(lead(interview_on=TODAY))) == {"lead_interview"}
    assert set(found(lead(interview_on=days_ago(1)))) == {"lead_silent"}


@pytest.mark.parametrize(
    ("told", "due_on"),
    [
        ({"applied_on": days_ago(14)}, TODAY),
        ({"applied_on": days_ago(20), "interview_on": days_ago(2)}, days_ago(-12)),
    ],
)
def test_two_weeks_of_silence_are_counted_from_what_was_done_last(
    told: dict[str, object], due_on: date
) -> None:
    assert found(lead(**told))["lead_silent"].due_on == due_on


def test_a_mere_idea_is_not_silent() -> None:
    assert found(lead()) == {}


def test_an_employer_that_rests_is_asked_again_on_the_day() -> None:
    (signal,) = employer_signals(resting(days_ago(-7)), USUAL)
    assert (signal.kind, signal.due_on, signal.band(TODAY)) == ("rest_ends", days_ago(-7), Band.SOON)


def test_a_day_without_resting_or_resting_without_a_day_asks_nothing() -> None:
    facts = resting(TODAY)
    active = replace(facts.employer, state=EmployerState.ACTIVE)
    endless = replace(facts.employer, rests_until=None)
    for one in (active, endless):
        assert employer_signals(replace(facts, employer=one), USUAL) == ()
    assert employer_signals(employer(), USUAL) == ()

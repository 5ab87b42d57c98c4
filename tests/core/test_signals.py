"""When does something fall due for a client, and why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.core.caseload import (
    TODAY,
    client,
    days_ago,
    employer,
    looked_after,
    newcomer,
    step,
    touch,
    with_step,
)
from valmentaja.errors import CannotBeMet
from valmentaja.model.reason import Band
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts
from valmentaja.rules.finding import SignalNumbers
from valmentaja.rules.signal_kinds import SIGNAL_KINDS, Act, SignalKind
from valmentaja.rules.signals import Signal, SignalSettings, client_signals, employer_signals
from valmentaja.texts import LANGUAGES, Texts

USUAL = SignalSettings()


def found(
    facts: ClientFacts, kind: str, settings: SignalSettings = USUAL, today: date = TODAY
) -> Signal | None:
    """The one signal of a kind."""
    signals = [signal for signal in client_signals(facts, settings, today) if signal.kind == kind]
    assert len(signals) < 2
    return signals[0] if signals else None


def the(facts: ClientFacts, kind: str, settings: SignalSettings = USUAL, today: date = TODAY) -> Signal:
    """The one signal of a kind, that must be there."""
    signal = found(facts, kind, settings, today)
    assert signal is not None
    return signal


def test_an_employer_is_to_be_met_within_thirty_days_of_the_start() -> None:
    signal = the(newcomer(date(2026, 10, 22)), "first_employer_contact")
    assert signal.due_on == date(2026, 11, 21)
    assert signal.interval_days == 30
    assert signal.record_id == 1


def test_three_days_over_the_month_is_late_and_a_tenth_of_an_interval() -> None:
    signal = the(newcomer(date(2026, 10, 22)), "first_employer_contact")
    assert signal.band(TODAY) is Band.LATE
    assert signal.pressing(TODAY) == pytest.approx(0.1)
    assert signal.score(TODAY) == pytest.approx(5.5)


def test_the_first_employer_contact_shows_ten_days_before_it_runs_out() -> None:
    signal = the(newcomer(date(2026, 11, 1)), "first_employer_contact")
    assert signal.due_on == date(2026, 12, 1)
    assert signal.band(date(2026, 11, 20)) is Band.QUIET
    assert signal.band(date(2026, 11, 21)) is Band.SOON
    assert signal.band(date(2026, 12, 1)) is Band.TODAY
    assert signal.band(date(2026, 12, 2)) is Band.LATE


def test_a_meeting_with_an_employer_ends_the_wait_for_the_first_one() -> None:
    facts = replace(newcomer(days_ago(60)), first_employer_meeting=touch(40))
    assert found(facts, "first_employer_contact") is None


def test_two_weeks_without_contact_fall_due_after_the_last_reached_contact() -> None:
    signal = the(replace(looked_after(), last_reached=touch(14, 77)), "no_contact")
    assert signal.due_on == TODAY
    assert signal.band(TODAY) is Band.TODAY
    assert signal.record_id == 77


def test_before_any_contact_the_two_weeks_run_from_the_start() -> None:
    signal = the(newcomer(date(2026, 11, 3)), "no_contact")
    assert signal.due_on == date(2026, 11, 17)
    assert signal.reason.key == "no_contact.never"
    assert signal.record_id == 1


def test_the_rhythm_agreed_with_the_client_goes_before_the_usual_one() -> None:
    facts = replace(looked_after(client(interval=21)), last_reached=touch(20))
    signal = the(facts, "no_contact")
    assert signal.due_on == TODAY + timedelta(days=1)
    assert signal.interval_days == 21


def test_a_rhythm_of_two_days_has_a_window_of_two_days() -> None:
    signal = the(looked_after(client(interval=2)), "no_contact")
    assert signal.interval_days == 2
    assert signal.window_days == 2


def test_a_new_usual_rhythm_does_not_touch_the_agreed_one() -> None:
    monthly = USUAL.with_numbers("no_contact", SignalNumbers(30, 3, 3))
    assert the(looked_after(client(interval=7)), "no_contact", monthly).interval_days == 7
    assert the(looked_after(), "no_contact", monthly).interval_days == 30


def test_everyone_is_seen_once_in_thirty_days() -> None:
    facts = replace(looked_after(), last_seen=Touch(date(2026, 10, 31), 5))
    signal = the(facts, "unseen")
    assert signal.due_on == date(2026, 11, 30)
    assert signal.band(date(2026, 11, 24)) is Band.QUIET
    assert signal.band(date(2026, 11, 25)) is Band.SOON


def test_a_phone_call_is_contact_but_not_seeing_each_other() -> None:
    facts = replace(looked_after(), last_reached=touch(1), last_seen=touch(31))
    assert the(facts, "unseen").band(TODAY) is Band.LATE
    assert the(facts, "no_contact").band(TODAY) is Band.QUIET


def test_before_the_first_meeting_the_thirty_days_run_from_the_start() -> None:
    signal = the(newcomer(date(2026, 10, 25)), "unseen")
    assert signal.due_on == date(2026, 11, 24)
    assert signal.reason.key == "unseen.never"


def test_something_is_agreed_within_two_weeks_of_the_start() -> None:
    signal = the(newcomer(date(2026, 11, 12)), "nothing_agreed")
    assert signal.due_on == date(2026, 11, 26)
    assert signal.band(TODAY) is Band.SOON
    assert signal.band(date(2026, 11, 18)) is Band.QUIET


def test_one_agreed_step_is_enough_even_when_it_is_done() -> None:
    assert found(replace(newcomer(days_ago(60)), anything_agreed=True), "nothing_agreed") is None


def test_a_next_step_falls_due_on_its_own_day() -> None:
    signal = the(with_step(looked_after(), date(2026, 11, 20), id=88), "next_step")
    assert signal.due_on == date(2026, 11, 20)
    assert signal.record_id == 88
    assert signal.pressing(TODAY) == pytest.approx(4 / 7)
    assert signal.score(TODAY) == pytest.approx(4 * 11 / 7)


def test_each_open_step_has_a_signal_of_its_own() -> None:
    facts = with_step(with_step(looked_after(), days_ago(1), id=10), days_ago(-4), id=11)
    steps = [signal for signal in client_signals(facts, USUAL, TODAY) if signal.kind == "next_step"]
    assert [(signal.record_id, signal.band(TODAY)) for signal in steps] == [
        (10, Band.LATE),
        (11, Band.QUIET),
    ]


def test_a_step_done_since_is_asked_for_on_a_day_behind() -> None:
    since = replace(step(days_ago(3)), done_on=days_ago(-1))
    assert found(replace(looked_after(), open_steps=(since,)), "next_step") is not None


def test_a_step_promised_to_an_employer_falls_due_like_any_other() -> None:
    (signal,) = employer_signals(employer(steps=(step(TODAY, id=12),)), USUAL)
    assert (signal.kind, signal.record_id, signal.band(TODAY)) == ("next_step", 12, Band.TODAY)


def test_the_words_and_the_owner_of_a_step_are_its_reason() -> None:
    facts = replace(looked_after(), open_steps=(step(TODAY, text="soita: apuväline tuli?"),))
    reason = the(facts, "next_step").reason
    assert reason.key == "next_step"
    assert reason.parameters == {"due_on": TODAY, "text": "soita: apuväline tuli?", "owner": "together"}


def test_two_days_after_a_missed_meeting_another_way_is_tried() -> None:
    signal = the(replace(looked_after(), last_reached=touch(9), last_attempt=touch(2, 66)), "reach_out")
    assert signal.due_on == TODAY
    assert signal.interval_days == 2
    assert signal.record_id == 66


def test_the_try_shows_from_the_day_of_the_missed_meeting() -> None:
    facts = replace(looked_after(), last_reached=touch(9), last_attempt=touch(0))
    assert the(facts, "reach_out").band(TODAY) is Band.SOON


def test_any_contact_that_reached_ends_the_trying() -> None:
    facts = replace(looked_after(), last_reached=touch(1), last_attempt=touch(2))
    assert found(facts, "reach_out") is None


def test_of_two_contacts_on_one_day_the_one_logged_later_decides() -> None:
    missed_then_met = replace(looked_after(), last_attempt=touch(1, 40), last_reached=touch(1, 41))
    met_then_missed = replace(looked_after(), last_attempt=touch(1, 41), last_reached=touch(1, 40))
    assert found(missed_then_met, "reach_out") is None
    assert found(met_then_missed, "reach_out") is not None


def test_a_client_never_reached_is_reached_out_to_as_well() -> None:
    assert found(replace(newcomer(days_ago(5)), last_attempt=touch(4)), "reach_out") is not None


def test_an_ended_client_asks_for_nothing() -> None:
    facts = with_step(looked_after(client(ended_on=TODAY)), days_ago(5))
    assert client_signals(facts, USUAL, TODAY) == ()


def test_a_client_whose_ending_is_ahead_is_still_looked_after() -> None:
    facts = with_step(looked_after(client(ended_on=days_ago(-1))), days_ago(5))
    assert found(facts, "next_step") is not None


def test_before_the_start_only_next_steps_are_looked_for() -> None:
    facts = replace(with_step(newcomer(days_ago(-1)), TODAY), last_attempt=touch(3))
    assert [signal.kind for signal in client_signals(facts, USUAL, TODAY)] == ["next_step"]


def test_on_the_day_of_the_start_everything_begins() -> None:
    kinds = {signal.kind for signal in client_signals(newcomer(TODAY), USUAL, TODAY)}
    assert kinds == {"first_employer_contact", "nothing_agreed", "no_contact", "unseen"}


def test_far_ahead_the_score_stays_a_twentieth_of_the_weight() -> None:
    signal = the(with_step(looked_after(), days_ago(-300)), "next_step")
    assert signal.score(TODAY) == pytest.approx(4 * 0.05)


def test_on_the_due_day_the_score_is_the_weight() -> None:
    assert the(with_step(looked_after(), TODAY), "next_step").score(TODAY) == 4


@pytest.mark.parametrize("kind", SIGNAL_KINDS, ids=lambda kind: kind.key)
def test_no_window_is_longer_than_its_interval(kind: SignalKind) -> None:
    assert kind.usual.window_days <= kind.usual.interval_days
    assert SignalSettings({kind.key: kind.usual}).of(kind.key) == kind.usual


def test_each_kind_says_what_it_means_to_have_done_it() -> None:
    assert {kind.key: kind.act for kind in SIGNAL_KINDS} == {
        "safety_concern": Act.SETTLE_CONCERN,
        "before_start": Act.MEET_TODAY,
        "three_days": Act.MEET_TODAY,
        "job_ended": Act.MEET_FORM,
        "weekly": Act.MEET_TODAY,
        "reach_out": Act.MEET_FORM,
        "first_employer_contact": Act.CONTACT_FORM,
        "trial_ends": Act.LOOK_FORM,
        "lead_closes": Act.LEAD_FORM,
        "lead_interview": Act.LEAD_FORM,
        "monthly": Act.MEET_TODAY,
        "as_agreed": Act.MEET_TODAY,
        "agree_after_year": Act.AGREE_MEETINGS,
        "subsidy_ends": Act.LOOK_FORM,
        "fixed_term_ends": Act.LOOK_FORM,
        "unpaid_decision": Act.LOOK_FORM,
        "next_step": Act.FINISH_STEP,
        "appointment_outcome": Act.TELL_OUTCOME,
        "report_due": Act.FINISH_REPORT,
        "leave_ahead": Act.LOOK_AT_LEAVE,
        "no_contact": Act.MEET_FORM,
        "nothing_agreed": Act.AGREE_STEP,
        "unseen": Act.MEET_TODAY,
        "find_out": Act.OPEN_QUESTION,
        "lead_silent": Act.LEAD_FORM,
        "unpaid_ask": Act.ASK_PAID_WORK,
        "workplace_visit": Act.CONTACT_FORM,
        "disclosure_review": Act.REVIEW_DISCLOSURE,
        "benefit_check": Act.CHECK_BENEFIT,
        "retention": Act.LOOK_FORM,
        "rest_ends": Act.OPEN_EMPLOYER,
        "partner_contact": Act.CONTACT_PARTNER,
    }


@pytest.mark.parametrize("act", Act)
def test_what_is_done_is_said_in_both_languages(act: Act) -> None:
    assert all(Texts(language)(act.text_key) for language in LANGUAGES)


def test_the_usual_numbers_are_those_of_the_design() -> None:
    usual = {kind.key: kind.usual for kind in SIGNAL_KINDS}
    assert usual == {
        "safety_concern": SignalNumbers(3, 3, 6),
        "before_start": SignalNumbers(7, 7, 6),
        "three_days": SignalNumbers(3, 3, 6),
        "job_ended": SignalNumbers(3, 3, 6),
        "weekly": SignalNumbers(7, 2, 5),
        "reach_out": SignalNumbers(2, 2, 5),
        "first_employer_contact": SignalNumbers(30, 10, 5),
        "trial_ends": SignalNumbers(14, 14, 5),
        "lead_closes": SignalNumbers(7, 5, 5),
        "lead_interview": SignalNumbers(7, 5, 5),
        "monthly": SignalNumbers(30, 7, 4),
        "as_agreed": SignalNumbers(30, 7, 4),
        "agree_after_year": SignalNumbers(30, 14, 4),
        "subsidy_ends": SignalNumbers(30, 14, 4),
        "fixed_term_ends": SignalNumbers(30, 14, 4),
        "unpaid_decision": SignalNumbers(30, 14, 4),
        "next_step": SignalNumbers(7, 3, 4),
        "appointment_outcome": SignalNumbers(1, 1, 4),
        "report_due": SignalNumbers(14, 14, 4),
        "leave_ahead": SignalNumbers(14, 14, 4),
        "no_contact": SignalNumbers(14, 3, 3),
        "nothing_agreed": SignalNumbers(14, 7, 3),
        "unseen": SignalNumbers(30, 5, 3),
        "find_out": SignalNumbers(14, 3, 3),
        "lead_silent": SignalNumbers(14, 3, 3),
        "unpaid_ask": SignalNumbers(90, 14, 3),
        "workplace_visit": SignalNumbers(60, 14, 2),
        "disclosure_review": SignalNumbers(60, 14, 2),
        "benefit_check": SignalNumbers(30, 14, 2),
        "retention": SignalNumbers(30, 14, 2),
        "rest_ends": SignalNumbers(30, 7, 2),
        "partner_contact": SignalNumbers(30, 7, 2),
    }


def test_a_kind_that_is_switched_off_is_not_looked_for() -> None:
    without = USUAL.with_numbers("next_step", SignalNumbers(7, 3, 4, on=False))
    assert found(with_step(looked_after(), TODAY), "next_step", without) is None
    assert employer_signals(employer(steps=(step(TODAY),)), without) == ()


def test_a_longer_interval_moves_the_due_date() -> None:
    settings = USUAL.with_numbers("unseen", SignalNumbers(45, 5, 3))
    assert the(newcomer(date(2026, 10, 1)), "unseen", settings).due_on == date(2026, 11, 15)


def test_a_changed_kind_leaves_the_others_as_they_were() -> None:
    settings = USUAL.with_numbers("unseen", SignalNumbers(45, 5, 3)).with_numbers(
        "reach_out", SignalNumbers(3, 2, 5)
    )
    assert settings.of("unseen").interval_days == 45
    assert settings.of("no_contact") == SignalNumbers(14, 3, 3)
    assert USUAL.of("unseen").interval_days == 30


@pytest.mark.parametrize(
    ("numbers", "key"),
    [
        (SignalNumbers(5, 6, 1), "settings.signal.window"),
        (SignalNumbers(5, -1, 1), "settings.signal.window"),
        (SignalNumbers(0, 0, 1), "settings.signal.interval"),
        (SignalNumbers(4000, 0, 1), "settings.signal.interval"),
        (SignalNumbers(5, 5, 0), "settings.signal.weight"),
        (SignalNumbers(5, 5, -2), "settings.signal.weight"),
        (SignalNumbers(5, 5, float("nan")), "settings.signal.weight"),
        (SignalNumbers(5, 5, float("inf")), "settings.signal.weight"),
        (SignalNumbers(5, 5, 1001), "settings.signal.weight"),
    ],
)
def test_numbers_that_make_no_sense_are_refused_in_words(numbers: SignalNumbers, key: str) -> None:
    with pytest.raises(CannotBeMet) as refused:
        SignalSettings({"unseen": numbers})
    assert refused.value.key == key


def test_a_window_as_long_as_the_interval_is_allowed() -> None:
    assert SignalSettings({"unseen": SignalNumbers(5, 5, 0.5)}).of("unseen").window_days == 5


def test_a_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(CannotBeMet) as refused:
        SignalSettings({"mood": SignalNumbers(5, 5, 1)})
    assert refused.value.key == "settings.signal.unknown"

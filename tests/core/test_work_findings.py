"""When something falls due in a client's working life: each day below was worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.core.caseload import TODAY, days_ago, looked_after, newcomer, snoozed, touch
from tests.core.lives import (
    benefit,
    booked,
    concern,
    disclosure,
    partner,
    period,
    working,
)
from tests.core.placements import every, job, looked, met, phoned, subsidy, this_one
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay
from valmentaja.model.placement_look import Look
from valmentaja.model.reason import Band
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts
from valmentaja.rules.finding import SignalNumbers
from valmentaja.rules.promises import Work
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.signals import Signal, SignalSettings, client_signals
from valmentaja.rules.triage import triage

USUAL = SignalSettings()


def found(
    facts: ClientFacts, kind: str, today: date = TODAY, settings: SignalSettings = USUAL
) -> tuple[Signal, ...]:
    return tuple(one for one in client_signals(facts, settings, today) if one.kind == kind)


def the(facts: ClientFacts, kind: str, today: date = TODAY, settings: SignalSettings = USUAL) -> Signal:
    (signal,) = found(facts, kind, today, settings)
    return signal


def falls_due(facts: ClientFacts, kind: str, due_on: date, soon_from: date) -> None:
    """The due date, and every band around it; `soon_from` is the first day on which it shows."""
    signal = the(facts, kind, soon_from)
    assert signal.due_on == due_on
    assert signal.window_days == (due_on - soon_from).days
    assert signal.band(soon_from - timedelta(days=1)) is Band.QUIET
    assert signal.band(soon_from) is (Band.SOON if soon_from < due_on else Band.TODAY)
    assert signal.band(due_on) is Band.TODAY
    assert signal.band(due_on + timedelta(days=1)) is Band.LATE


# The promises of follow-along


def test_the_week_before_the_start_is_the_window_and_the_day_before_it_the_due_date() -> None:
    facts = working(job(date(2026, 12, 1)))
    falls_due(facts, "before_start", date(2026, 11, 30), date(2026, 11, 24))
    assert found(facts, "before_start", date(2026, 12, 1)) == (), (
        "missed: at the start another promise is open"
    )
    assert the(facts, "three_days", date(2026, 12, 1)).due_on == date(2026, 12, 4)


def test_a_start_on_the_friday_before_christmas_is_followed_up_on_monday_and_over_the_holidays() -> None:
    start = date(2026, 12, 18)
    falls_due(working(job(start)), "three_days", date(2026, 12, 21), start)
    seen = working(Work(job(start), met(date(2026, 12, 21))))
    falls_due(seen, "weekly", date(2026, 12, 28), date(2026, 12, 26))


def test_after_the_first_month_the_meetings_are_monthly() -> None:
    facts = working(Work(job(date(2026, 8, 31)), met(date(2026, 9, 28))))
    falls_due(facts, "monthly", date(2026, 10, 28), date(2026, 10, 21))
    assert the(facts, "monthly").interval_days == 30


def test_after_the_first_year_it_is_agreed_how_to_go_on() -> None:
    facts = working(Work(job(date(2025, 12, 1)), met(date(2026, 11, 10))))
    falls_due(facts, "agree_after_year", date(2026, 12, 1), date(2026, 11, 17))


def test_after_the_first_year_an_agreed_rhythm_has_its_own_reason() -> None:
    agreed = (every(21, date(2026, 11, 4)),)
    facts = working(Work(job(date(2025, 10, 1)), met(date(2026, 11, 4)), agreed))
    falls_due(facts, "as_agreed", date(2026, 11, 25), date(2026, 11, 18))
    assert the(facts, "as_agreed").reason.key == "as_agreed"
    assert the(facts, "as_agreed").interval_days == 21


def test_a_weekly_meeting_that_was_agreed_anew_says_so() -> None:
    agreed = (this_one(date(2026, 11, 20), date(2026, 11, 26)),)
    signal = the(working(Work(job(date(2026, 11, 10)), met(date(2026, 11, 12)), agreed)), "weekly")
    assert (signal.due_on, signal.reason.key) == (date(2026, 11, 26), "as_agreed")


def test_a_lost_job_is_answered_within_three_days_of_hearing_of_it_and_nothing_else_is_due() -> None:
    lost = job(date(2026, 11, 2), trial_until=date(2027, 1, 31), ended_on=date(2026, 11, 18))
    facts = working(replace(lost, heard_on=date(2026, 11, 20)))
    falls_due(facts, "job_ended", date(2026, 11, 23), date(2026, 11, 20))
    kinds = {signal.kind for signal in client_signals(facts, USUAL, TODAY)}
    assert not kinds & {"three_days", "weekly", "trial_ends", "retention", "workplace_visit"}


def test_a_call_is_enough_after_a_lost_job() -> None:
    lost = job(date(2026, 11, 2), ended_on=date(2026, 11, 18), heard_on=date(2026, 11, 20))
    assert found(working(Work(lost, phoned(date(2026, 11, 21)))), "job_ended") == ()


@pytest.mark.parametrize(
    ("kind", "work", "due_on", "soon_from"),
    [
        (
            "trial_ends",
            Work(job(date(2026, 10, 1), trial_until=date(2026, 12, 8))),
            date(2026, 12, 1),
            date(2026, 11, 17),
        ),
        (  # the subsidy ends on Epiphany, a holiday: the date stays
            "subsidy_ends",
            Work(job(date(2026, 10, 1), subsidy_until=date(2027, 1, 6))),
            date(2026, 12, 7),
            date(2026, 11, 23),
        ),
        (
            "subsidy_ends",
            Work(job(date(2026, 10, 1)), supports=(subsidy(date(2027, 1, 6), date(2026, 9, 1)),)),
            date(2026, 12, 7),
            date(2026, 11, 23),
        ),
        (
            "fixed_term_ends",
            Work(job(date(2026, 10, 1), planned_end_on=date(2026, 12, 31))),
            date(2026, 12, 1),
            date(2026, 11, 17),
        ),
        (
            "unpaid_decision",
            Work(job(date(2026, 10, 1), pay=Pay.UNPAID, decide_on=date(2026, 12, 8))),
            date(2026, 12, 8),
            date(2026, 11, 24),
        ),
    ],
)
def test_what_ends_is_looked_at_in_good_time(kind: str, work: Work, due_on: date, soon_from: date) -> None:
    falls_due(working(work), kind, due_on, soon_from)


def test_three_months_after_the_last_of_august_is_the_last_of_november() -> None:
    facts = working(job(date(2026, 8, 31)))
    signals = found(facts, "retention")
    assert [(one.due_on, one.reason.key) for one in signals] == [
        (date(2026, 11, 30), "retention_3m"),
        (date(2027, 2, 28), "retention_6m"),
        (date(2027, 8, 31), "retention_12m"),
    ]
    assert [one.band(TODAY) for one in signals] == [Band.SOON, Band.QUIET, Band.QUIET]


def test_what_has_been_looked_at_asks_for_nothing() -> None:
    looks = looked(Look.RETENTION_3M, date(2026, 11, 20))
    facts = working(Work(job(date(2026, 8, 31)), looks=looks))
    assert [one.reason.key for one in found(facts, "retention")] == ["retention_6m", "retention_12m"]


def test_two_jobs_have_a_promise_each_that_one_meeting_keeps() -> None:
    starts = date(2026, 11, 20), date(2026, 11, 21)
    unmet = working(*(job(start) for start in starts))
    assert [one.due_on for one in found(unmet, "three_days")] == [date(2026, 11, 23), date(2026, 11, 24)]
    seen = working(*(Work(job(start), met(date(2026, 11, 23))) for start in starts))
    assert found(seen, "three_days") == ()
    assert [one.due_on for one in found(seen, "weekly")] == [date(2026, 11, 30)] * 2


# The working life around them


def test_paid_work_is_asked_about_every_three_months() -> None:
    unpaid = job(date(2026, 8, 31), pay=Pay.UNPAID)
    falls_due(working(unpaid), "unpaid_ask", date(2026, 11, 30), date(2026, 11, 16))
    asked = replace(unpaid, asked_paid_on=date(2026, 9, 15))
    falls_due(working(asked), "unpaid_ask", date(2026, 12, 15), date(2026, 12, 1))


def test_an_interval_that_is_no_number_of_months_is_counted_in_days() -> None:
    unpaid = working(job(date(2026, 8, 31), pay=Pay.UNPAID))
    hundred = USUAL.with_numbers("unpaid_ask", SignalNumbers(100, 14, 3))
    assert the(unpaid, "unpaid_ask", settings=hundred).due_on == date(2026, 12, 9)


@pytest.mark.parametrize("pay", [Pay.PAID, Pay.SUBSIDISED])
def test_whoever_has_a_job_is_not_asked_about_one(pay: Pay) -> None:
    assert found(working(job(date(2026, 8, 31), pay=pay)), "unpaid_ask") == ()


def test_an_unpaid_period_ahead_or_behind_is_not_asked_about() -> None:
    ahead = job(date(2026, 12, 1), pay=Pay.UNPAID)
    behind = job(date(2026, 8, 31), pay=Pay.UNPAID, ended_on=date(2026, 11, 20))
    assert found(working(ahead, behind), "unpaid_ask") == ()


def test_the_workplace_is_met_within_sixty_days_of_the_start_or_of_the_last_meeting() -> None:
    facts = working(job(date(2026, 9, 25)))
    falls_due(facts, "workplace_visit", date(2026, 11, 24), date(2026, 11, 10))
    visited = replace(facts, workplace_meetings={2: Touch(date(2026, 10, 1), 77)})
    assert the(visited, "workplace_visit").due_on == date(2026, 11, 30)


def test_a_meeting_before_the_start_does_not_stand_for_one_at_the_workplace() -> None:
    early = replace(working(job(date(2026, 9, 25))), workplace_meetings={2: Touch(date(2026, 9, 1), 77)})
    assert the(early, "workplace_visit").due_on == date(2026, 11, 24)


def test_a_workplace_is_met_for_each_placement_that_runs() -> None:
    ahead, ended = job(date(2026, 12, 1)), job(date(2026, 9, 1), ended_on=date(2026, 11, 1))
    assert len(found(working(job(date(2026, 9, 25)), ahead, ended), "workplace_visit")) == 1


def test_a_concern_is_open_until_it_is_settled() -> None:
    facts = replace(looked_after(), concerns=(concern(date(2026, 11, 22)),))
    falls_due(facts, "safety_concern", date(2026, 11, 25), date(2026, 11, 22))
    assert the(facts, "safety_concern").reason.parameters["text"] == "liukas lattia"


def test_reports_to_the_payer_show_two_weeks_before() -> None:
    facts = replace(
        looked_after(), service_periods=(period(interim=date(2026, 12, 8), final=date(2027, 1, 15)),)
    )
    interim, final = found(facts, "report_due")
    assert (interim.due_on, interim.reason.key) == (date(2026, 12, 8), "report_due.interim")
    assert (final.due_on, final.reason.key) == (date(2027, 1, 15), "report_due.final")
    assert (interim.band(TODAY), interim.band(date(2026, 11, 23))) == (Band.SOON, Band.QUIET)


def test_a_report_that_is_given_is_not_asked_for() -> None:
    given = replace(period(date(2026, 12, 8), date(2027, 1, 15)), interim_report_done_on=days_ago(1))
    (left,) = found(replace(looked_after(), service_periods=(given,)), "report_due")
    assert left.reason.key == "report_due.final"


def test_what_may_be_told_is_looked_at_again_after_two_months_or_on_the_day_agreed() -> None:
    usual = replace(looked_after(), disclosures=(disclosure(date(2026, 9, 30)),))
    falls_due(usual, "disclosure_review", date(2026, 11, 30), date(2026, 11, 16))
    agreed = disclosure(date(2026, 9, 30), again_on=date(2027, 2, 1))
    earlier = replace(looked_after(), disclosures=(agreed,))
    falls_due(earlier, "disclosure_review", date(2027, 2, 1), date(2027, 1, 18))


def test_the_day_to_tell_of_work_is_seen_to_within_the_month_before_it() -> None:
    told_by = date(2026, 12, 8)
    falls_due(replace(looked_after(), benefits=(benefit(told_by),)), "benefit_check", told_by, TODAY)
    for checked_on, asked in ((date(2026, 11, 7), True), (date(2026, 11, 8), False)):
        facts = replace(looked_after(), benefits=(benefit(told_by, checked_on),))
        assert bool(found(facts, "benefit_check")) is asked


def test_a_benefit_is_checked_when_work_begins_or_hours_change() -> None:
    work = job(date(2026, 11, 10))
    begun = replace(working(work), benefits=(benefit(),))
    falls_due(begun, "benefit_check", date(2026, 12, 10), date(2026, 11, 10))
    assert the(begun, "benefit_check").reason.key == "benefit_check.changed"
    changed = replace(
        working(replace(work, terms_changed_on=date(2026, 11, 20))),
        benefits=(benefit(checked_on=date(2026, 11, 12)),),
    )
    assert the(changed, "benefit_check").due_on == date(2026, 12, 20)
    seen_to = replace(changed, benefits=(benefit(checked_on=date(2026, 11, 20)),))
    assert found(seen_to, "benefit_check") == ()


def test_neither_work_ahead_nor_an_unpaid_period_changes_a_benefit() -> None:
    works = job(date(2026, 12, 1)), job(date(2026, 11, 10), pay=Pay.UNPAID)
    assert found(replace(working(*works), benefits=(benefit(),)), "benefit_check") == ()


def test_someone_of_the_network_is_contacted_as_often_as_was_agreed() -> None:
    often = replace(looked_after(), partners=(partner(14, Touch(date(2026, 11, 12), 5)),))
    falls_due(often, "partner_contact", date(2026, 11, 26), date(2026, 11, 19))
    never = replace(looked_after(), partners=(partner(14, None, added_on=date(2026, 11, 20)),))
    assert the(never, "partner_contact").due_on == date(2026, 12, 4)
    daily = replace(looked_after(), partners=(partner(1, Touch(TODAY, 5)),))
    assert (the(daily, "partner_contact").interval_days, the(daily, "partner_contact").window_days) == (1, 1)


def test_what_became_of_an_appointment_is_asked_once_it_is_behind() -> None:
    facts = replace(looked_after(), appointments=(booked(date(2026, 11, 23)), booked(TODAY)))
    signal = the(facts, "appointment_outcome")
    assert (signal.due_on, signal.band(TODAY)) == (TODAY, Band.TODAY)
    assert signal.reason.parameters["since"] == date(2026, 11, 23)


# What rests while other things run


def test_while_follow_along_runs_the_usual_rhythm_of_contact_rests() -> None:
    assert found(working(job(days_ago(20))), "no_contact") == ()
    assert found(working(job(days_ago(20), pay=Pay.UNPAID)), "no_contact") == ()
    assert found(working(job(days_ago(-20))), "no_contact") != ()
    assert found(working(job(days_ago(20), ended_on=days_ago(2), heard_on=days_ago(2))), "no_contact") != ()


@pytest.mark.parametrize(("pay", "waits"), [(Pay.PAID, False), (Pay.SUBSIDISED, False), (Pay.UNPAID, True)])
def test_who_has_a_job_needs_no_first_employer_contact(pay: Pay, waits: bool) -> None:
    facts = replace(newcomer(days_ago(40)), works=(Work(job(days_ago(10), pay=pay)),))
    assert bool(found(facts, "first_employer_contact")) is waits


def test_a_job_ahead_or_a_lost_one_leaves_the_first_employer_contact_to_be_made() -> None:
    for work in (job(days_ago(-5)), job(days_ago(30), ended_on=days_ago(5))):
        facts = replace(newcomer(days_ago(40)), works=(Work(work),))
        assert len(found(facts, "first_employer_contact")) == 1


def test_who_has_ended_is_asked_for_nothing_of_their_work() -> None:
    at_work = working(job(days_ago(2)))
    ended = replace(at_work, client=replace(at_work.client, ended_on=TODAY), concerns=(concern(days_ago(9)),))
    assert client_signals(ended, USUAL, TODAY) == ()


def test_work_that_begins_before_the_cooperation_does_is_already_seen_to() -> None:
    facts = replace(newcomer(days_ago(-10)), works=(Work(job(days_ago(2))),))
    assert the(facts, "three_days").band(TODAY) is Band.SOON
    assert found(facts, "workplace_visit") == ()


@pytest.mark.parametrize("kind", ["weekly", "safety_concern", "workplace_visit", "before_start"])
def test_a_kind_that_is_switched_off_is_not_looked_for(kind: str) -> None:
    usual = KIND_BY_KEY[kind].usual
    off = USUAL.with_numbers(kind, replace(usual, on=False))
    facts = replace(
        working(Work(job(days_ago(20)), met(days_ago(10))), job(days_ago(-5))), concerns=(concern(TODAY),)
    )
    assert found(facts, kind) != ()
    assert found(facts, kind, settings=off) == ()


# What is booked


def weekly_due_on_thursday(*ahead: object, way: ClientContactWay | None = None) -> Signal:
    """A weekly meeting due on 26.11., two days from today, with appointments ahead."""
    agreed = (every(7, date(2026, 11, 19), way),) if way else ()
    work = Work(job(date(2026, 11, 10)), met(date(2026, 11, 19)), agreed)
    return the(replace(working(work), appointments=tuple(ahead)), "weekly")  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 25), date(2026, 11, 26)])
def test_an_appointment_inside_the_window_quiets_what_it_will_meet(day: date) -> None:
    signal = weekly_due_on_thursday(booked(day))
    assert signal.band(TODAY) is Band.QUIET
    assert signal.reason.booked is not None
    assert (signal.reason.booked.day, signal.reason.booked.appointment_id) == (day, 800)


@pytest.mark.parametrize(
    "appointment",
    [
        booked(date(2026, 11, 27)),  # after the due date
        booked(date(2026, 11, 26), ClientContactWay.PHONE),
        booked(date(2026, 11, 26), ClientContactWay.VIDEO),
        booked(date(2026, 11, 26), others=(2,)),
        booked(date(2026, 11, 26), group_id=9),
    ],
)
def test_an_appointment_that_would_not_keep_the_promise_quiets_nothing(appointment: object) -> None:
    signal = weekly_due_on_thursday(appointment)
    assert (signal.band(TODAY), signal.reason.booked) == (Band.SOON, None)


def test_a_call_quiets_where_a_call_was_agreed() -> None:
    phone = ClientContactWay.PHONE
    assert weekly_due_on_thursday(booked(date(2026, 11, 26), phone), way=phone).is_booked


def test_what_is_late_is_quieted_by_an_appointment_within_a_window_of_today() -> None:
    late = working(Work(job(date(2026, 11, 2)), met(date(2026, 11, 10))))
    assert the(late, "weekly").band(TODAY) is Band.LATE
    soon = replace(late, appointments=(booked(date(2026, 11, 26)),))
    far = replace(late, appointments=(booked(date(2026, 11, 27)),))
    assert the(soon, "weekly").band(TODAY) is Band.QUIET
    assert the(far, "weekly").band(TODAY) is Band.LATE


def test_an_appointment_that_is_behind_quiets_nothing() -> None:
    assert not weekly_due_on_thursday(booked(date(2026, 11, 23))).is_booked


def test_a_visit_to_the_workplace_is_met_there_and_nowhere_else() -> None:
    facts = working(job(date(2026, 9, 30)))  # due on 29.11.
    there, elsewhere = booked(date(2026, 11, 27), employer_id=2), booked(date(2026, 11, 27), employer_id=3)
    assert the(replace(facts, appointments=(there,)), "workplace_visit").is_booked
    assert not the(replace(facts, appointments=(elsewhere,)), "workplace_visit").is_booked


def test_any_appointment_answers_a_lost_job() -> None:
    lost = working(job(days_ago(20), ended_on=days_ago(1), heard_on=days_ago(1)))
    call = booked(date(2026, 11, 25), ClientContactWay.PHONE, others=(2,))
    assert the(replace(lost, appointments=(call,)), "job_ended").is_booked


def test_agreeing_how_to_go_on_is_not_done_by_a_meeting_alone() -> None:
    facts = working(Work(job(date(2025, 12, 1)), met(date(2026, 11, 10))))
    ahead = replace(facts, appointments=(booked(date(2026, 11, 26)),))
    assert not the(ahead, "agree_after_year").is_booked


# What a put-aside does not hide


def hidden(facts: ClientFacts) -> bool:
    (row,) = triage([snoozed(facts, days_ago(-30))], [], USUAL, TODAY)
    return row.hidden


@pytest.mark.parametrize(
    "facts",
    [
        working(job(days_ago(-4))),
        working(job(days_ago(1))),
        working(Work(job(days_ago(8)), met(days_ago(6)))),
        working(job(days_ago(20), ended_on=days_ago(1), heard_on=days_ago(1))),
        replace(looked_after(), concerns=(concern(TODAY),)),
    ],
    ids=["before_start", "three_days", "weekly", "job_ended", "safety_concern"],
)
def test_what_cannot_wait_shows_although_the_client_is_put_aside(facts: ClientFacts) -> None:
    assert not hidden(facts)


@pytest.mark.parametrize(
    "facts",
    [
        working(Work(job(date(2026, 8, 31)), met(date(2026, 10, 1)))),
        working(Work(job(date(2026, 9, 25), trial_until=TODAY), met(days_ago(5)))),
        replace(looked_after(), disclosures=(disclosure(days_ago(90)),)),
        replace(looked_after(), partners=(partner(7, touch(20)),)),
        replace(looked_after(), appointments=(booked(days_ago(3)),)),
    ],
    ids=["monthly", "trial_ends", "disclosure_review", "partner_contact", "appointment_outcome"],
)
def test_what_can_wait_is_hidden_with_the_client(facts: ClientFacts) -> None:
    assert hidden(facts)


def test_before_the_window_of_the_start_a_put_aside_hides() -> None:
    assert hidden(working(job(days_ago(-20))))


def test_what_is_booked_needs_no_breaking_through() -> None:
    facts = replace(working(job(days_ago(1))), appointments=(booked(date(2026, 11, 25)),))
    assert hidden(facts)

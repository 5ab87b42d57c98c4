"""Follow-along support: due dates worked out by hand, on the calendars of 2026–2029 (design.md §6)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.placements import every, job, looked, met, moved, phoned, subsidy, this_one, told
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay
from valmentaja.model.placement_look import Look, PlacementLook
from valmentaja.model.work_support import Decision
from valmentaja.rules.follow_along import plan
from valmentaja.rules.promises import (
    MEETING_KINDS,
    USUAL_WINDOWS,
    Promise,
    PromiseKind,
    Reached,
    State,
    Work,
    open_meeting,
)

START = date(2026, 11, 2)  # a Monday; the first month ends on 2.12.2026, the first year on 2.11.2027


def meetings(work: Work, today: date) -> list[str]:
    """The promises of meeting the client, and of contact after an end, in the order of their due dates."""
    kinds = MEETING_KINDS | {PromiseKind.JOB_ENDED}
    return [told(one) for one in plan(work, today) if one.kind in kinds]


def fixed(work: Work, today: date) -> list[str]:
    """The promises that have their own date."""
    kinds = MEETING_KINDS | {PromiseKind.JOB_ENDED}
    return [told(one) for one in plan(work, today) if one.kind not in kinds]


def only(work: Work, kind: PromiseKind, today: date) -> Promise:
    """The one promise of a kind."""
    (promise,) = (one for one in plan(work, today) if one.kind is kind)
    return promise


def opened(work: Work, today: date) -> Promise:
    """The promise of meeting that is open, and must be there."""
    promise = open_meeting(plan(work, today))
    assert promise is not None
    return promise


# The first month, on calendars with holidays, short months and a new year


def test_a_start_on_the_friday_before_christmas_moves_no_meeting_for_the_holidays() -> None:
    # Start Fri 18.12.2026. Week before: 11.–17.12. Day 0 is 18.12., so day 3 is Mon 21.12.
    # Met on the start day itself: + 7 = Fri 25.12., Christmas Day, and it stays there. First month to 18.1.2027.
    # Met 30.12. (late): + 7 = Wed 6.1., Epiphany. Met 6.1.: + 7 = 13.1. Met 11.1.: + 7 = 18.1. <= 18.1., weekly.
    # Met 18.1.: + 7 = 25.1. > 18.1., so monthly: 18.2.
    work = Work(
        job(date(2026, 12, 18)),
        met(
            date(2026, 12, 11),
            date(2026, 12, 18),
            date(2026, 12, 30),
            date(2027, 1, 6),
            date(2027, 1, 11),
            date(2027, 1, 18),
        ),
    )
    assert meetings(work, date(2027, 1, 20)) == [
        "before_start 2026-12-17 kept 2026-12-11",
        "three_days 2026-12-21 kept 2026-12-18",
        "weekly 2026-12-25 kept_late 2026-12-30",
        "weekly 2027-01-06 kept 2027-01-06",
        "weekly 2027-01-13 kept 2027-01-11",
        "weekly 2027-01-18 kept 2027-01-18",
        "monthly 2027-02-18 open",
    ]


def test_a_start_on_31_august_has_its_month_on_30_september_and_its_half_year_on_28_february() -> None:
    # Start Mon 31.8.2026, first month to 30.9. Day 3 is 3.9. Met 3.9.: 10.9. Met 10.9.: 17.9.
    # Met 16.9.: 23.9. Met 23.9.: 30.9. <= 30.9., weekly. Met 30.9.: 7.10. > 30.9., monthly: 30.10.
    work = Work(
        job(date(2026, 8, 31)),
        met(date(2026, 9, 3), date(2026, 9, 10), date(2026, 9, 16), date(2026, 9, 23), date(2026, 9, 30)),
    )
    assert meetings(work, date(2026, 9, 30)) == [
        "before_start 2026-08-30 missed",
        "three_days 2026-09-03 kept 2026-09-03",
        "weekly 2026-09-10 kept 2026-09-10",
        "weekly 2026-09-17 kept 2026-09-16",
        "weekly 2026-09-23 kept 2026-09-23",
        "weekly 2026-09-30 kept 2026-09-30",
        "monthly 2026-10-30 open",
    ]
    # 3 months: 30.11. (no 31.11.) · 6 months: 28.2.2027 · 12 months: 31.8.2027
    assert fixed(work, date(2026, 9, 30)) == [
        "retention_3m 2026-11-30 open",
        "retention_6m 2027-02-28 open",
        "retention_12m 2027-08-31 open",
    ]


def test_a_week_that_ends_a_day_after_a_clamped_month_is_no_longer_weekly() -> None:
    # Start 31.8.: the month ends 30.9. Met 24.9.: + 7 = 1.10. > 30.9., so monthly: 24.10.
    work = Work(job(date(2026, 8, 31)), met(date(2026, 9, 24)))
    assert told(opened(work, date(2026, 9, 25))) == "monthly 2026-10-24 open"


def test_a_monthly_meeting_on_the_31st_is_followed_by_one_on_the_last_of_a_short_month() -> None:
    # Start 31.8.2026. Met 31.1.2027: one month later there is no 31.2., so 28.2. Met 28.2.: 28.3., not 31.3.
    work = Work(job(date(2026, 8, 31)), met(date(2027, 1, 31)))
    assert told(opened(work, date(2027, 2, 1))) == "monthly 2027-02-28 open"
    work = replace(work, reached=met(date(2027, 1, 31), date(2027, 2, 28)))
    assert told(opened(work, date(2027, 3, 1))) == "monthly 2027-03-28 open"


def test_a_start_on_a_leap_day_counts_its_months_and_its_year() -> None:
    # Start Tue 29.2.2028. Before: 22.–28.2. Day 3: 1.3. is day 1, 2.3. day 2, 3.3. day 3. Month to 29.3.
    # Met 22.3.: + 7 = 29.3. <= 29.3., weekly. Year to 28.2.2029. Met 31.1.2029: 28.2. <= 28.2., monthly.
    start = date(2028, 2, 29)
    assert meetings(Work(job(start)), date(2028, 2, 27)) == ["before_start 2028-02-28 open"]
    assert told(opened(Work(job(start)), start)) == "three_days 2028-03-03 open"
    work = Work(job(start), met(date(2028, 3, 22)))
    assert told(opened(work, date(2028, 3, 22))) == "weekly 2028-03-29 open"
    work = Work(job(start), met(date(2029, 1, 31)))
    assert told(opened(work, date(2029, 1, 31))) == "monthly 2029-02-28 open"
    assert fixed(work, start) == [
        "retention_3m 2028-05-29 open",
        "retention_6m 2028-08-29 open",
        "retention_12m 2029-02-28 open",
    ]


def test_a_start_on_29_december_is_followed_over_the_new_year() -> None:
    # Start Tue 29.12.2026. Day 3 is Fri 1.1.2027 (30., 31., 1.). Met Thu 31.12.: + 7 = 7.1.2027.
    work = Work(job(date(2026, 12, 29)), met(date(2026, 12, 22), date(2026, 12, 31)))
    assert meetings(work, date(2027, 1, 8)) == [
        "before_start 2026-12-28 kept 2026-12-22",
        "three_days 2027-01-01 kept 2026-12-31",
        "weekly 2027-01-07 open",
    ]


def test_a_new_years_eve_start_has_its_second_month_end_on_28_february() -> None:
    # Start 31.12.2026, month to 31.1.2027. Met 24.1.: + 7 = 31.1., weekly. Met 31.1.: 7.2. > 31.1.; monthly 28.2.
    work = Work(job(date(2026, 12, 31)), met(date(2027, 1, 24), date(2027, 1, 31)))
    assert meetings(work, date(2027, 1, 31))[-2:] == [
        "weekly 2027-01-31 kept 2027-01-31",
        "monthly 2027-02-28 open",
    ]


# Before the start


def test_the_week_before_the_start_runs_from_seven_days_before_to_the_day_before() -> None:
    promise = only(Work(job(START)), PromiseKind.BEFORE_START, date(2026, 10, 20))
    assert promise.window_from == date(2026, 10, 26)  # 2.11. − 7: 26.10.
    assert told(promise) == "before_start 2026-11-01 open"


@pytest.mark.parametrize(
    ("day", "became"),
    [
        (date(2026, 10, 25), "before_start 2026-11-01 open"),  # eight days before: too early
        (date(2026, 10, 26), "before_start 2026-11-01 kept 2026-10-26"),
        (date(2026, 11, 1), "before_start 2026-11-01 kept 2026-11-01"),
    ],
)
def test_a_meeting_before_the_window_is_not_the_one_before_the_start(day: date, became: str) -> None:
    assert meetings(Work(job(START), met(day)), date(2026, 11, 1)) == [became]


def test_unmet_it_is_missed_at_the_start_and_a_meeting_on_the_start_day_is_the_next_one() -> None:
    work = Work(job(START), met(START))
    assert meetings(work, date(2026, 11, 1)) == ["before_start 2026-11-01 open"]
    assert meetings(work, START) == [
        "before_start 2026-11-01 missed",
        "three_days 2026-11-05 kept 2026-11-02",
        "weekly 2026-11-09 open",
    ]


def test_a_shorter_window_of_the_signal_does_not_change_which_meeting_counts() -> None:
    windows = {**USUAL_WINDOWS, "before_start": 3}
    promises = plan(Work(job(START), met(date(2026, 10, 27))), date(2026, 11, 1), windows)
    assert told(promises[0]) == "before_start 2026-11-01 kept 2026-10-27"
    assert promises[0].window_from == date(2026, 10, 30)  # the three days 30.10., 31.10., 1.11.


def test_before_the_start_nothing_after_it_is_promised_but_what_has_its_own_date() -> None:
    kinds = [one.kind.value for one in plan(Work(job(START)), date(2026, 10, 28))]
    assert kinds == ["before_start", "retention_3m", "retention_6m", "retention_12m"]


# After the start: one promise at a time


def test_three_days_stays_open_and_late_for_weeks_until_a_meeting_counts() -> None:
    # Day 3 is 5.11. Nothing until 10.12.: no weekly promise piles up. 10.12. + 7 = 17.12. > 2.12.: monthly, 10.1.
    unmet = Work(job(START))
    for today in (date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 30), date(2026, 12, 9)):
        assert meetings(unmet, today)[1:] == ["three_days 2026-11-05 open"]
    assert meetings(Work(job(START), met(date(2026, 12, 10))), date(2026, 12, 10))[1:] == [
        "three_days 2026-11-05 kept_late 2026-12-10",
        "monthly 2027-01-10 open",
    ]


def test_missed_weeks_do_not_pile_up() -> None:
    # Met 4.11.: 11.11. Nobody meets for two weeks; met 25.11.: late once, and the next is 2.12. <= 2.12.
    work = Work(job(START), met(date(2026, 11, 4), date(2026, 11, 25)))
    assert meetings(work, date(2026, 11, 24))[-1] == "weekly 2026-11-11 open"
    assert meetings(work, date(2026, 11, 25))[-2:] == [
        "weekly 2026-11-11 kept_late 2026-11-25",
        "weekly 2026-12-02 open",
    ]


def test_the_last_weekly_meeting_falls_on_the_last_day_of_the_first_month() -> None:
    # The month ends 2.12. Met 25.11.: 2.12., weekly. Met 26.11.: 3.12. > 2.12., so a month later: 26.12.
    assert (
        told(opened(Work(job(START), met(date(2026, 11, 25))), date(2026, 11, 26)))
        == "weekly 2026-12-02 open"
    )
    assert (
        told(opened(Work(job(START), met(date(2026, 11, 26))), date(2026, 11, 26)))
        == "monthly 2026-12-26 open"
    )


def test_the_last_monthly_meeting_falls_on_the_last_day_of_the_first_year() -> None:
    # The year ends 2.11.2027. Met 2.10.: 2.11., monthly. Met 3.10.: 3.11. > 2.11., so 2.11. to agree how to go on.
    today = date(2027, 10, 5)
    assert told(opened(Work(job(START), met(date(2027, 10, 2))), today)) == "monthly 2027-11-02 open"
    assert told(opened(Work(job(START), met(date(2027, 10, 3))), today)) == "agree_after_year 2027-11-02 open"


def test_two_meetings_on_one_day_keep_one_promise() -> None:
    work = Work(job(START), met(date(2026, 11, 4), date(2026, 11, 4)))
    assert meetings(work, date(2026, 11, 4))[1:] == [
        "three_days 2026-11-05 kept 2026-11-04",
        "weekly 2026-11-11 open",
    ]


def test_a_meeting_the_day_after_the_last_one_keeps_the_week_early() -> None:
    work = Work(job(START), met(date(2026, 11, 4), date(2026, 11, 5)))
    assert meetings(work, date(2026, 11, 5))[2:] == [
        "weekly 2026-11-11 kept 2026-11-05",
        "weekly 2026-11-12 open",
    ]


def test_a_day_that_is_due_is_not_late_until_the_day_after() -> None:
    kept = only(Work(job(START), met(date(2026, 11, 5))), PromiseKind.THREE_DAYS, date(2026, 11, 6))
    late = only(Work(job(START), met(date(2026, 11, 6))), PromiseKind.THREE_DAYS, date(2026, 11, 6))
    assert (kept.state, late.state) == (State.KEPT, State.KEPT_LATE)


@pytest.mark.parametrize(
    "contact",
    [
        Reached(date(2026, 11, 4), ClientContactWay.PHONE, True),
        Reached(date(2026, 11, 4), ClientContactWay.VIDEO, True),
        Reached(date(2026, 11, 4), ClientContactWay.MESSAGE, True),
        Reached(date(2026, 11, 4), ClientContactWay.IN_PERSON, False),
        Reached(date(2026, 11, 4), None, True),
    ],
    ids=["phone call", "video", "message", "group", "employers' event"],
)
def test_only_a_meeting_in_person_with_this_client_alone_counts(contact: Reached) -> None:
    before = replace(contact, day=date(2026, 10, 28))
    work = Work(job(START), (before, contact))
    assert meetings(work, date(2026, 11, 4)) == [
        "before_start 2026-11-01 missed",
        "three_days 2026-11-05 open",
    ]


def test_a_year_of_meetings_some_late_through_to_agreeing_how_to_go_on() -> None:
    # Start Thu 15.1.2026, month to 15.2.2026, year to 15.1.2027.
    # 13.2. + 7 = 20.2. > 15.2., so the first monthly one: 13.3. Late in April and August: the next is counted
    # from the day they met. 5.1.2027 + 1 month = 5.2. > 15.1.2027, so agreeing falls due on 15.1.2027.
    days = [
        (1, 8), (1, 16), (1, 23), (1, 30), (2, 6), (2, 13),
        (3, 13), (4, 20), (5, 20), (6, 18), (8, 3), (9, 3), (10, 3), (11, 3), (12, 3),
    ]  # fmt: skip
    met_on = met(*(date(2026, month, day) for month, day in days), date(2027, 1, 5), date(2027, 1, 12))
    work = Work(job(date(2026, 1, 15)), met_on)
    year = [
        "before_start 2026-01-14 kept 2026-01-08",
        "three_days 2026-01-18 kept 2026-01-16",
        "weekly 2026-01-23 kept 2026-01-23",
        "weekly 2026-01-30 kept 2026-01-30",
        "weekly 2026-02-06 kept 2026-02-06",
        "weekly 2026-02-13 kept 2026-02-13",
        "monthly 2026-03-13 kept 2026-03-13",
        "monthly 2026-04-13 kept_late 2026-04-20",
        "monthly 2026-05-20 kept 2026-05-20",
        "monthly 2026-06-20 kept 2026-06-18",
        "monthly 2026-07-18 kept_late 2026-08-03",
        "monthly 2026-09-03 kept 2026-09-03",
        "monthly 2026-10-03 kept 2026-10-03",
        "monthly 2026-11-03 kept 2026-11-03",
        "monthly 2026-12-03 kept 2026-12-03",
        "monthly 2027-01-03 kept_late 2027-01-05",
    ]
    assert meetings(work, date(2027, 1, 19)) == [*year, "agree_after_year 2027-01-15 open"]

    # Agreed on 20.1.: from now every 60 days. 11 days to 31.1., 28 in February, 21 more: 21.3.
    # Met 18.3.: 13 days to 31.3., 30 in April, 17 more: 17.5.
    agreed = replace(
        work, reached=(*met_on, *met(date(2027, 3, 18))), agreements=(every(60, date(2027, 1, 20)),)
    )
    assert meetings(agreed, date(2027, 3, 20)) == [
        *year,
        "agree_after_year 2027-01-15 kept_late 2027-01-20",
        "as_agreed 2027-03-21 kept 2027-03-18",
        "as_agreed 2027-05-17 open",
    ]


def test_a_first_meeting_after_a_whole_year_leaves_only_agreeing_how_to_go_on() -> None:
    # Met 1.12.2027, after the year's end on 2.11.2027: agreeing was due then already.
    work = Work(job(START), met(date(2027, 12, 1)))
    assert meetings(work, date(2027, 12, 1))[1:] == [
        "three_days 2026-11-05 kept_late 2027-12-01",
        "agree_after_year 2027-11-02 open",
    ]


# A start that moves


def test_a_start_moved_after_the_first_meeting_is_planned_anew_and_moved_back_gives_the_old_plan() -> None:
    # Start 2.11.: met 28.10. (week before) and 3.11. (day 1).
    # Moved to 9.11.: the week before is 2.–8.11., so 3.11. is the meeting before it, and day 3 is 12.11.
    work = Work(job(START), met(date(2026, 10, 28), date(2026, 11, 3)))
    today = date(2026, 11, 10)
    before = [
        "before_start 2026-11-01 kept 2026-10-28",
        "three_days 2026-11-05 kept 2026-11-03",
        "weekly 2026-11-10 open",
    ]
    assert meetings(work, today) == before
    later = replace(work, placement=job(date(2026, 11, 9)))
    assert meetings(later, today) == ["before_start 2026-11-08 kept 2026-11-03", "three_days 2026-11-12 open"]
    assert meetings(replace(later, placement=job(START)), today) == before


def test_a_start_moved_ahead_of_today_leaves_only_the_meeting_before_it() -> None:
    # Moved to 1.12.: the week before is 24.–30.11.
    work = Work(job(date(2026, 12, 1)), met(date(2026, 10, 28), date(2026, 11, 3)))
    assert meetings(work, date(2026, 11, 10)) == ["before_start 2026-11-30 open"]


def test_a_day_agreed_before_the_start_does_not_go_with_a_start_that_moves() -> None:
    # "This one to 22.10." was about the start on 2.11.; the one on 1.12. has a week before it of its own.
    agreed = this_one(date(2026, 10, 15), date(2026, 10, 22), id=100)
    work = Work(job(START), met(date(2026, 10, 22)), (agreed,))
    today = date(2026, 10, 30)
    assert meetings(work, today) == ["before_start 2026-10-22 kept 2026-10-22"]
    there = moved(START, date(2026, 12, 1), id=101)
    later = replace(work, placement=job(date(2026, 12, 1)), moves=(there,))
    assert meetings(later, today) == ["before_start 2026-11-30 open"]
    back = replace(work, moves=(there, moved(date(2026, 12, 1), START, id=102)))
    assert plan(back, today) == plan(work, today)


def test_a_day_agreed_after_the_move_is_about_the_start_that_it_was_moved_to() -> None:
    # Moved from 1.12. to 2.11.; then agreed: "this one to 22.10.".
    agreed = this_one(date(2026, 10, 15), date(2026, 10, 22), id=100)
    work = Work(job(START), (), (agreed,), moves=(moved(date(2026, 12, 1), START, id=99),))
    assert meetings(work, date(2026, 10, 20)) == ["before_start 2026-10-22 open"]


# Ends


def test_a_job_lost_in_week_three_and_heard_of_later_asks_for_contact_within_three_days() -> None:
    # Met 3.11., 10.11., 17.11.: the next on 24.11. Last day Fri 20.11. (day 18), heard on Wed 25.11.: 28.11.
    ended = job(START, ended_on=date(2026, 11, 20), heard_on=date(2026, 11, 25))
    work = Work(ended, met(date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 17)))
    run = [
        "before_start 2026-11-01 missed",
        "three_days 2026-11-05 kept 2026-11-03",
        "weekly 2026-11-10 kept 2026-11-10",
        "weekly 2026-11-17 kept 2026-11-17",
    ]
    assert meetings(work, date(2026, 11, 24)) == [*run, "weekly 2026-11-24 open"]
    assert meetings(work, date(2026, 11, 25)) == [
        *run,
        "weekly 2026-11-24 no_longer_applies",
        "job_ended 2026-11-28 open",
    ]
    assert set(fixed(work, date(2026, 11, 25))) == {
        "retention_3m 2027-02-02 no_longer_applies",
        "retention_6m 2027-05-02 no_longer_applies",
        "retention_12m 2027-11-02 no_longer_applies",
    }


@pytest.mark.parametrize(
    ("contact", "became"),
    [
        (phoned(date(2026, 11, 24)), "job_ended 2026-11-28 open"),  # before the coach knew
        (phoned(date(2026, 11, 25)), "job_ended 2026-11-28 kept 2026-11-25"),
        (phoned(date(2026, 11, 28)), "job_ended 2026-11-28 kept 2026-11-28"),
        (phoned(date(2026, 11, 29)), "job_ended 2026-11-28 kept_late 2026-11-29"),
        ((Reached(date(2026, 11, 26), None, False),), "job_ended 2026-11-28 kept 2026-11-26"),
    ],
)
def test_any_reached_contact_is_the_one_after_a_lost_job(contact: tuple[Reached, ...], became: str) -> None:
    ended = job(START, ended_on=date(2026, 11, 20), heard_on=date(2026, 11, 25))
    assert meetings(Work(ended, contact), date(2026, 12, 1))[-1] == became


def test_a_meeting_after_the_last_day_is_not_a_meeting_of_that_job() -> None:
    ended = job(START, ended_on=date(2026, 11, 20), heard_on=date(2026, 11, 25))
    work = Work(ended, met(date(2026, 11, 20), date(2026, 11, 23)))
    assert meetings(work, date(2026, 11, 25))[1:-1] == [
        "three_days 2026-11-05 kept_late 2026-11-20",
        "weekly 2026-11-27 no_longer_applies",
    ]


def test_a_job_that_is_going_to_end_is_followed_to_its_last_day() -> None:
    # Heard on 16.11. that 27.11. is the last day: contact by 19.11., and the weekly meetings run until then.
    ending = job(START, ended_on=date(2026, 11, 27), heard_on=date(2026, 11, 16))
    work = Work(ending, met(date(2026, 11, 4), date(2026, 11, 18)))
    assert meetings(work, date(2026, 11, 26)) == [
        "before_start 2026-11-01 missed",
        "three_days 2026-11-05 kept 2026-11-04",
        "weekly 2026-11-11 kept_late 2026-11-18",
        "job_ended 2026-11-19 kept 2026-11-18",
        "weekly 2026-11-25 open",
    ]
    assert work.is_live(date(2026, 11, 26))
    assert meetings(work, date(2026, 11, 27))[-1] == "weekly 2026-11-25 no_longer_applies"
    assert not work.is_live(date(2026, 11, 27))


def test_work_that_ends_before_it_starts_leaves_only_the_contact() -> None:
    # Start 2.11., withdrawn as of 29.10., heard the same day: contact by 1.11.
    withdrawn = Work(job(START, ended_on=date(2026, 10, 29)))
    for today in (date(2026, 10, 29), START, date(2026, 11, 20)):
        assert meetings(withdrawn, today) == [
            "before_start 2026-11-01 no_longer_applies",
            "job_ended 2026-11-01 open",
        ]
    assert {one.state for one in plan(withdrawn, START) if one.kind.value.startswith("retention")} == {
        State.NO_LONGER_APPLIES
    }


def test_a_start_that_will_not_be_is_dropped_as_soon_as_it_is_heard_of() -> None:
    withdrawn = Work(job(START, ended_on=date(2026, 10, 30), heard_on=date(2026, 10, 27)))
    assert meetings(withdrawn, date(2026, 10, 27))[-1] == "before_start 2026-11-01 no_longer_applies"


def test_the_week_before_the_start_that_was_kept_stays_kept_though_the_work_never_began() -> None:
    withdrawn = Work(job(START, ended_on=date(2026, 10, 29)), met(date(2026, 10, 27)))
    assert "before_start 2026-11-01 kept 2026-10-27" in meetings(withdrawn, START)


def test_a_trial_that_the_end_came_before_is_not_missed_when_its_day_has_passed() -> None:
    ended = job(START, trial_until=date(2027, 2, 28), ended_on=date(2027, 1, 20))
    promise = only(Work(ended), PromiseKind.TRIAL_ENDS, date(2027, 3, 10))
    assert told(promise) == "trial_ends 2027-02-21 no_longer_applies"


# Two placements at once


def test_one_meeting_serves_two_placements() -> None:
    # Met Tue 17.11. The older one (2.11., met 10.11.) had 17.11. due; the newer one (16.11.) has day 3 on 19.11.
    reached = met(date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 17))
    older, newer = Work(job(START), reached), Work(job(date(2026, 11, 16)), reached)
    today = date(2026, 11, 17)
    assert meetings(older, today)[-2:] == ["weekly 2026-11-17 kept 2026-11-17", "weekly 2026-11-24 open"]
    assert meetings(newer, today) == [
        "before_start 2026-11-15 kept 2026-11-10",
        "three_days 2026-11-19 kept 2026-11-17",
        "weekly 2026-11-24 open",
    ]


def test_an_unpaid_period_has_the_meetings_of_a_job_but_no_retention() -> None:
    work = Work(job(START, pay=Pay.UNPAID), met(date(2026, 11, 4)))
    assert meetings(work, date(2026, 11, 4))[-1] == "weekly 2026-11-11 open"
    assert fixed(work, date(2026, 11, 4)) == []


@pytest.mark.parametrize("pay", [Pay.PAID, Pay.SUBSIDISED])
def test_retention_is_looked_at_for_paid_and_subsidised_work(pay: Pay) -> None:
    # 2.11.2026 + 3, 6, 12 months
    assert fixed(Work(job(START, pay=pay)), START) == [
        "retention_3m 2027-02-02 open",
        "retention_6m 2027-05-02 open",
        "retention_12m 2027-11-02 open",
    ]


# Agreed anew


def test_an_agreed_phone_call_counts_from_the_agreement_on() -> None:
    # Met 4.11. On 6.11. agreed: from now every 10 days by phone: 16.11. The calls of 5.11. and 6.11. do not count,
    # the one of 13.11. does: + 10 = 23.11. In person still counts: 20.11. + 10 = 30.11.
    work = Work(
        job(START),
        (
            *met(date(2026, 11, 4)),
            *phoned(date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 13)),
            *met(date(2026, 11, 20)),
        ),
        (every(10, date(2026, 11, 6), ClientContactWay.PHONE),),
    )
    assert meetings(work, date(2026, 11, 20))[2:] == [
        "weekly 2026-11-16 kept 2026-11-13",
        "weekly 2026-11-23 kept 2026-11-20",
        "weekly 2026-11-30 open",
    ]


def test_an_agreed_video_call_with_several_clients_at_once_does_not_count() -> None:
    group = Reached(date(2026, 11, 13), ClientContactWay.VIDEO, False)
    work = Work(
        job(START), (*met(date(2026, 11, 4)), group), (every(10, date(2026, 11, 6), ClientContactWay.VIDEO),)
    )
    assert meetings(work, date(2026, 11, 13))[-1] == "weekly 2026-11-16 open"


def test_a_rhythm_agreed_without_a_way_is_in_person_again() -> None:
    work = Work(
        job(START),
        (*met(date(2026, 11, 4)), *phoned(date(2026, 11, 20))),
        (every(10, date(2026, 11, 6), ClientContactWay.PHONE, 100), every(10, date(2026, 11, 16), id=101)),
    )
    assert meetings(work, date(2026, 11, 20))[-1] == "weekly 2026-11-26 open"  # 16.11. + 10


def test_a_way_agreed_while_the_three_days_are_open_leaves_their_date() -> None:
    work = Work(
        job(START), phoned(date(2026, 11, 5)), (every(14, date(2026, 11, 3), ClientContactWay.PHONE),)
    )
    assert meetings(work, date(2026, 11, 5))[1:] == [
        "three_days 2026-11-05 kept 2026-11-05",
        "weekly 2026-11-19 open",  # 5.11. + 14 <= 2.12.
    ]


def test_a_rhythm_agreed_before_the_start_runs_from_the_first_meeting_on() -> None:
    # Every 14 days by phone, agreed 20.10.: the call of 28.10. is the meeting before the start, the one of 4.11.
    # that of the three days, and 4.11. + 14 = 18.11.
    work = Work(
        job(START),
        phoned(date(2026, 10, 28), date(2026, 11, 4)),
        (every(14, date(2026, 10, 20), ClientContactWay.PHONE),),
    )
    assert meetings(work, date(2026, 11, 4)) == [
        "before_start 2026-11-01 kept 2026-10-28",
        "three_days 2026-11-05 kept 2026-11-04",
        "weekly 2026-11-18 open",
    ]


def test_this_one_to_a_day_moves_one_promise_and_the_next_is_a_week_from_the_meeting_again() -> None:
    # Met 4.11.: 11.11.; agreed to 14.11. Met 14.11.: kept, and + 7 = 21.11.
    work = Work(
        job(START),
        met(date(2026, 11, 4), date(2026, 11, 14)),
        (this_one(date(2026, 11, 10), date(2026, 11, 14)),),
    )
    promise = opened(work, date(2026, 11, 12))
    assert told(promise) == "weekly 2026-11-14 open"
    assert (promise.is_agreed, promise.window_from) == (True, date(2026, 11, 12))
    assert meetings(work, date(2026, 11, 14))[2:] == [
        "weekly 2026-11-14 kept 2026-11-14",
        "weekly 2026-11-21 open",
    ]
    assert not opened(work, date(2026, 11, 14)).is_agreed


def test_what_is_agreed_at_a_meeting_is_about_the_next_one() -> None:
    # Met 11.11. and agreed there: the next one on 20.11., not on 18.11.
    work = Work(
        job(START),
        met(date(2026, 11, 4), date(2026, 11, 11)),
        (this_one(date(2026, 11, 11), date(2026, 11, 20)),),
    )
    assert meetings(work, date(2026, 11, 11))[2:] == [
        "weekly 2026-11-11 kept 2026-11-11",
        "weekly 2026-11-20 open",
    ]


def test_this_one_today_by_phone_counts_today_and_only_once() -> None:
    # Met 4.11.; 11.11.: "this one today by phone", called: kept, next 18.11. The call of 18.11. counts no more.
    work = Work(
        job(START),
        (*met(date(2026, 11, 4)), *phoned(date(2026, 11, 11), date(2026, 11, 18))),
        (this_one(date(2026, 11, 11), date(2026, 11, 11), ClientContactWay.PHONE),),
    )
    assert meetings(work, date(2026, 11, 18))[2:] == [
        "weekly 2026-11-11 kept 2026-11-11",
        "weekly 2026-11-18 open",
    ]


def test_this_one_moved_twice_is_due_where_it_was_moved_last() -> None:
    moves = (
        this_one(date(2026, 11, 10), date(2026, 11, 14), id=100),
        this_one(date(2026, 11, 10), date(2026, 11, 13), id=101),
    )
    work = Work(job(START), met(date(2026, 11, 4)), moves)
    assert meetings(work, date(2026, 11, 12))[-1] == "weekly 2026-11-13 open"


def test_the_three_days_can_be_agreed_to_another_day() -> None:
    work = Work(job(START), (), (this_one(date(2026, 11, 3), date(2026, 11, 9)),))
    assert meetings(work, date(2026, 11, 6))[-1] == "three_days 2026-11-09 open"


@pytest.mark.parametrize(
    ("every_days", "became"),
    [
        (5, "weekly 2026-11-14 open"),  # from the day of agreeing: 9.11. + 5
        (23, "weekly 2026-12-02 open"),  # 21 to 30.11., 2 more: the last day of the first month
        (24, "monthly 2026-12-03 open"),
        (
            358,
            "monthly 2027-11-02 open",
        ),  # 9.11.2027 would be 365 days: − 7 = 2.11.2027, the last day of the year
        (359, "as_agreed 2027-11-03 open"),
    ],
)
def test_every_so_many_days_is_counted_from_the_day_it_was_agreed(every_days: int, became: str) -> None:
    work = Work(job(START), met(date(2026, 11, 4)), (every(every_days, date(2026, 11, 9)),))
    promise = opened(work, date(2026, 11, 10))
    assert told(promise) == became
    assert (promise.interval_days, promise.is_agreed) == (every_days, True)


def test_the_meeting_before_the_start_can_be_agreed_earlier_than_the_week() -> None:
    # The coach is away from 24.10. on: "this one to 22.10.", agreed 12.10. The week up to it is 16.–22.10.
    agreed = (this_one(date(2026, 10, 12), date(2026, 10, 22)),)
    promise = only(Work(job(START), (), agreed), PromiseKind.BEFORE_START, date(2026, 10, 13))
    assert (told(promise), promise.window_from) == ("before_start 2026-10-22 open", date(2026, 10, 16))
    for day, became in [
        (15, "open"),
        (16, "kept 2026-10-16"),
        (22, "kept 2026-10-22"),
        (28, "kept_late 2026-10-28"),
    ]:
        work = Work(job(START), met(date(2026, 10, day)), agreed)
        assert meetings(work, date(2026, 10, 28)) == [f"before_start 2026-10-22 {became}"]


def test_the_meeting_before_the_start_can_be_agreed_by_phone_from_then_on() -> None:
    agreed = (this_one(date(2026, 10, 28), date(2026, 10, 30), ClientContactWay.PHONE),)
    work = Work(job(START), phoned(date(2026, 10, 27)), agreed)
    assert meetings(work, date(2026, 10, 31)) == ["before_start 2026-10-30 open"]
    work = Work(job(START), phoned(date(2026, 10, 27), date(2026, 10, 30)), agreed)
    assert meetings(work, date(2026, 10, 31)) == ["before_start 2026-10-30 kept 2026-10-30"]


def test_a_meeting_from_before_the_agreement_is_not_the_one_that_was_agreed() -> None:
    # Agreed on 20.10.: "this one to 22.10.". They had met on 18.10., more than a week before the start.
    work = Work(job(START), met(date(2026, 10, 18)), (this_one(date(2026, 10, 20), date(2026, 10, 22)),))
    assert meetings(work, date(2026, 10, 21)) == ["before_start 2026-10-22 open"]


def test_a_day_agreed_within_the_week_before_the_start_leaves_its_window() -> None:
    # Agreed to 30.10.: still met from 26.10. on.
    work = Work(job(START), (), (this_one(date(2026, 10, 20), date(2026, 10, 30)),))
    promise = only(work, PromiseKind.BEFORE_START, date(2026, 10, 21))
    assert (told(promise), promise.window_from) == ("before_start 2026-10-30 open", date(2026, 10, 26))


def test_a_day_from_the_start_on_is_no_day_for_the_meeting_before_it() -> None:
    work = Work(job(START), (), (this_one(date(2026, 10, 30), date(2026, 11, 3)),))
    assert meetings(work, date(2026, 10, 31)) == ["before_start 2026-11-01 open"]
    assert meetings(work, START)[1:] == ["three_days 2026-11-05 open"]


@pytest.mark.parametrize(
    ("to_day", "became"),
    [
        (date(2026, 10, 28), "before_start 2026-10-28 kept 2026-10-28"),  # this one today
        (date(2026, 10, 29), "before_start 2026-10-29 open"),  # agreed in that call, for tomorrow
    ],
)
def test_the_call_in_which_a_call_was_agreed_is_not_that_call(to_day: date, became: str) -> None:
    day = date(2026, 10, 28)
    work = Work(job(START), phoned(day), (this_one(day, to_day, ClientContactWay.PHONE),))
    assert meetings(work, day) == [became]


def test_the_call_on_the_start_day_in_which_calls_were_agreed_does_not_count() -> None:
    work = Work(job(START), phoned(START), (every(14, START, ClientContactWay.PHONE),))
    assert meetings(work, START)[1:] == ["three_days 2026-11-05 open"]


def test_this_one_to_another_day_leaves_the_way_that_was_agreed() -> None:
    # From 5.11. every 10 days by phone: 15.11.; this one to 17.11. The call of 17.11. counts: + 10 = 27.11.
    work = Work(
        job(START),
        (*met(date(2026, 11, 4)), *phoned(date(2026, 11, 17))),
        (
            every(10, date(2026, 11, 5), ClientContactWay.PHONE, id=100),
            this_one(date(2026, 11, 14), date(2026, 11, 17), id=101),
        ),
    )
    assert meetings(work, date(2026, 11, 17))[2:] == [
        "weekly 2026-11-17 kept 2026-11-17",
        "weekly 2026-11-27 open",
    ]


def test_a_window_is_never_longer_than_the_rhythm() -> None:
    work = Work(job(START), met(date(2026, 11, 4)), (every(1, date(2026, 11, 4)),))
    promise = opened(work, date(2026, 11, 4))
    assert (promise.due_on, promise.window_from) == (date(2026, 11, 5), date(2026, 11, 4))


def test_agreeing_how_to_go_on_in_good_time_is_kept_and_the_rhythm_goes_on_from_then() -> None:
    # Met 4.10.2027: 4.11. > 2.11.2027. Agreed 25.10., every 90 days: 6 to 31.10., 30, 31, 23 more: 23.1.2028.
    work = Work(job(START), met(date(2027, 10, 4)), (every(90, date(2027, 10, 25)),))
    assert meetings(work, date(2027, 11, 5))[-2:] == [
        "agree_after_year 2027-11-02 kept 2027-10-25",
        "as_agreed 2028-01-23 open",
    ]


# What has its own date

TRIAL = job(START, trial_until=date(2027, 2, 28))  # due a week before: 21.2.; looked at from 7.2. on


@pytest.mark.parametrize(
    ("days", "today", "became"),
    [
        ((), date(2027, 2, 28), "trial_ends 2027-02-21 open"),
        ((), date(2027, 3, 1), "trial_ends 2027-02-21 missed"),
        ((date(2027, 2, 6),), date(2027, 2, 28), "trial_ends 2027-02-21 open"),  # about an earlier end
        ((date(2027, 2, 7),), date(2027, 2, 28), "trial_ends 2027-02-21 kept 2027-02-07"),
        ((date(2027, 2, 21),), date(2027, 2, 28), "trial_ends 2027-02-21 kept 2027-02-21"),
        ((date(2027, 2, 22),), date(2027, 2, 28), "trial_ends 2027-02-21 kept_late 2027-02-22"),
    ],
)
def test_the_end_of_a_trial_is_looked_at_a_week_before(
    days: tuple[date, ...], today: date, became: str
) -> None:
    work = Work(TRIAL, looks=looked(Look.TRIAL_ENDS, *days))
    assert told(only(work, PromiseKind.TRIAL_ENDS, today)) == became


def test_a_subsidy_that_ends_after_christmas_is_due_on_christmas_day_and_stays_there() -> None:
    # Until 24.1.2027: 24 days back is 31.12., 6 more 25.12. The window of 14 days opens on 11.12.
    work = Work(job(START, pay=Pay.SUBSIDISED, subsidy_until=date(2027, 1, 24)))
    promise = only(work, PromiseKind.SUBSIDY_ENDS, date(2026, 12, 25))
    assert (told(promise), promise.window_from) == ("subsidy_ends 2026-12-25 open", date(2026, 12, 11))


def test_a_subsidy_that_ends_in_a_holiday_week_is_due_thirty_days_before() -> None:
    # Until Boxing Day 26.12.2026: 26 days back is 30.11., 4 more 26.11.
    work = Work(job(START, pay=Pay.SUBSIDISED, subsidy_until=date(2026, 12, 26)))
    assert told(only(work, PromiseKind.SUBSIDY_ENDS, START)) == "subsidy_ends 2026-11-26 open"
    assert told(only(work, PromiseKind.SUBSIDY_ENDS, date(2026, 12, 26))) == "subsidy_ends 2026-11-26 open"
    assert told(only(work, PromiseKind.SUBSIDY_ENDS, date(2026, 12, 27))) == "subsidy_ends 2026-11-26 missed"


def test_a_granted_subsidy_is_looked_at_from_the_day_it_was_decided() -> None:
    work = Work(job(START, pay=Pay.SUBSIDISED), supports=(subsidy(date(2027, 4, 30), date(2026, 11, 20)),))
    assert "subsidy_ends" not in {one.kind.value for one in plan(work, date(2026, 11, 19))}
    # 30.4. − 30 days = 31.3.
    assert told(only(work, PromiseKind.SUBSIDY_ENDS, date(2026, 11, 20))) == "subsidy_ends 2027-03-31 open"
    refused = replace(work, supports=(subsidy(date(2027, 4, 30), date(2026, 11, 20), Decision.REFUSED),))
    assert "subsidy_ends" not in {one.kind.value for one in plan(refused, date(2026, 12, 1))}


def test_what_the_placement_says_of_its_subsidy_goes_before_what_was_decided() -> None:
    supports = (subsidy(date(2027, 4, 30), START), replace(subsidy(START, START), until_on=None))
    work = Work(job(START, pay=Pay.SUBSIDISED), supports=supports)
    assert told(only(work, PromiseKind.SUBSIDY_ENDS, START)) == "subsidy_ends 2027-03-31 open"
    said = replace(work, placement=replace(work.placement, subsidy_until=date(2026, 12, 26)))
    assert told(only(said, PromiseKind.SUBSIDY_ENDS, START)) == "subsidy_ends 2026-11-26 open"


def test_a_fixed_term_is_due_thirty_days_before_its_end_and_waits_until_it_is_looked_at() -> None:
    # Until 31.12.2026: 31 days back is 30.11., so 30 back is 1.12.
    work = Work(job(START, planned_end_on=date(2026, 12, 31)))
    kind = PromiseKind.FIXED_TERM_ENDS
    assert told(only(work, kind, date(2027, 1, 10))) == "fixed_term_ends 2026-12-01 open"
    kept = replace(work, looks=looked(Look.FIXED_TERM_ENDS, date(2026, 12, 1)))
    assert told(only(kept, kind, date(2027, 1, 10))) == "fixed_term_ends 2026-12-01 kept 2026-12-01"
    late = replace(work, looks=looked(Look.FIXED_TERM_ENDS, date(2026, 12, 2)))
    assert told(only(late, kind, date(2027, 1, 10))) == "fixed_term_ends 2026-12-01 kept_late 2026-12-02"
    ended = replace(work, placement=replace(work.placement, ended_on=date(2026, 11, 20)))
    assert told(only(ended, kind, date(2026, 11, 20))) == "fixed_term_ends 2026-12-01 no_longer_applies"


def test_an_unpaid_period_is_decided_on_its_day_or_at_its_planned_end() -> None:
    period = job(START, pay=Pay.UNPAID, planned_end_on=date(2027, 1, 29), decide_on=date(2027, 1, 15))
    assert fixed(Work(period), START) == ["unpaid_decision 2027-01-15 open"]
    assert fixed(Work(replace(period, decide_on=None)), START) == ["unpaid_decision 2027-01-29 open"]


def test_a_decision_that_fell_due_with_the_unpaid_period_can_be_recorded_after_its_end() -> None:
    # The last day 29.1. is the day of deciding. Told on 1.2.: late, but decided. An end on 20.1. came before it.
    period = job(START, pay=Pay.UNPAID, planned_end_on=date(2027, 1, 29), ended_on=date(2027, 1, 29))
    decided = looked(Look.UNPAID_DECISION, date(2027, 2, 1))
    today = date(2027, 2, 2)
    assert fixed(Work(period), today) == ["unpaid_decision 2027-01-29 no_longer_applies"]
    assert fixed(Work(period, looks=decided), today) == ["unpaid_decision 2027-01-29 kept_late 2027-02-01"]
    broken_off = replace(period, ended_on=date(2027, 1, 20))
    assert fixed(Work(broken_off, looks=decided), today) == ["unpaid_decision 2027-01-29 no_longer_applies"]


@pytest.mark.parametrize(
    ("looks", "today", "became"),
    [
        ((), date(2027, 5, 1), ["3m 2027-02-02 open", "6m 2027-05-02 open", "12m 2027-11-02 open"]),
        # the next look has come: nobody looked at the one before
        ((), date(2027, 5, 2), ["3m 2027-02-02 missed", "6m 2027-05-02 open", "12m 2027-11-02 open"]),
        ((), date(2027, 11, 2), ["3m 2027-02-02 missed", "6m 2027-05-02 missed", "12m 2027-11-02 open"]),
        (
            (*looked(Look.RETENTION_3M, date(2027, 2, 1)), *looked(Look.RETENTION_6M, date(2027, 5, 20))),
            date(2027, 6, 1),
            ["3m 2027-02-02 kept 2027-02-01", "6m 2027-05-02 kept_late 2027-05-20", "12m 2027-11-02 open"],
        ),
    ],
)
def test_retention_is_looked_at_after_three_six_and_twelve_months(
    looks: tuple[PlacementLook, ...], today: date, became: list[str]
) -> None:
    assert fixed(Work(job(START), looks=looks), today) == [f"retention_{one}" for one in became]


def test_a_job_that_lasted_four_months_keeps_its_three_month_look_and_no_other() -> None:
    # A look in May, after the last day on 2.3., says nothing of a job that was no more.
    ended = job(START, ended_on=date(2027, 3, 2))
    looks = (*looked(Look.RETENTION_3M, date(2027, 2, 2)), *looked(Look.RETENTION_6M, date(2027, 5, 2)))
    assert fixed(Work(ended, looks=looks), date(2027, 5, 3)) == [
        "retention_3m 2027-02-02 kept 2027-02-02",
        "retention_6m 2027-05-02 no_longer_applies",
        "retention_12m 2027-11-02 no_longer_applies",
    ]


# The clock


def test_a_clock_set_back_sees_nothing_of_what_is_still_to_come() -> None:
    # Recorded until 25.11.; the clock says 4.11.: one meeting, no agreement, no look, no subsidy, no end.
    placement = job(
        START, trial_until=date(2026, 11, 20), ended_on=date(2026, 11, 24), heard_on=date(2026, 11, 25)
    )
    whole = Work(
        placement,
        (*met(date(2026, 11, 3), date(2026, 11, 12)), *phoned(date(2026, 11, 25))),
        (every(3, date(2026, 11, 12), ClientContactWay.PHONE),),
        looked(Look.TRIAL_ENDS, date(2026, 11, 10)),
        (subsidy(date(2027, 4, 30), date(2026, 11, 18)),),
    )
    then = Work(job(START, trial_until=date(2026, 11, 20)), met(date(2026, 11, 3)))
    assert plan(whole, date(2026, 11, 4)) == plan(then, date(2026, 11, 4))
    assert told(opened(whole, date(2026, 11, 4))) == "weekly 2026-11-10 open"


def test_a_clock_set_back_before_the_start_waits_for_it_again() -> None:
    work = Work(job(START), met(date(2026, 11, 3)))
    assert meetings(work, date(2026, 10, 1)) == ["before_start 2026-11-01 open"]

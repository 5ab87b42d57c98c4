"""What the coach is told of a placement: all of it is allowed, and none of it goes unsaid."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.caseload import client
from tests.core.placements import job, subsidy
from valmentaja.model.client import Client
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.work_support import Decision
from valmentaja.rules.placements import Remark, RemarkKind, remarks
from valmentaja.rules.promises import Work

TODAY = date(2026, 11, 24)
AINO = client(start_on=date(2026, 10, 1))


def said(work: Work | Placement, *others: Placement, who: Client = AINO, today: date = TODAY) -> list[Remark]:
    work = work if isinstance(work, Work) else Work(work)
    return list(remarks(work, others, who, today))


def other(start_on: date, planned_end_on: date | None = None, ended_on: date | None = None) -> Placement:
    return replace(job(start_on, planned_end_on=planned_end_on, ended_on=ended_on), id=11)


def test_an_ordinary_job_is_not_remarked_upon() -> None:
    assert said(job(date(2026, 12, 1))) == []


def test_work_that_began_before_the_cooperation_is_said_with_its_day() -> None:
    assert said(job(date(2026, 9, 30))) == [Remark(RemarkKind.BEFORE_CLIENT_START, date(2026, 10, 1))]
    assert said(job(date(2026, 10, 1))) == []


def test_work_that_begins_after_the_cooperation_has_ended_is_said() -> None:
    ended = replace(AINO, ended_on=date(2026, 11, 20))
    assert said(job(date(2026, 11, 20)), who=ended) == [Remark(RemarkKind.CLIENT_ENDED, date(2026, 11, 20))]
    assert said(job(date(2026, 11, 19)), who=ended) == []


def test_two_jobs_at_once_are_allowed_and_said_from_the_day_both_run() -> None:
    assert said(job(date(2026, 11, 1)), other(date(2026, 12, 1))) == [
        Remark(RemarkKind.OVERLAPS, date(2026, 12, 1), 11)
    ]
    assert said(job(date(2026, 12, 1)), other(date(2026, 11, 1))) == [
        Remark(RemarkKind.OVERLAPS, date(2026, 12, 1), 11)
    ]


def test_every_other_work_at_the_same_time_is_named() -> None:
    third = replace(other(date(2026, 11, 3)), id=12)
    found = said(job(date(2026, 11, 1)), other(date(2026, 11, 2)), third)
    assert [one.other_id for one in found] == [11, 12]


@pytest.mark.parametrize(
    ("last_day", "start_on", "overlaps"),
    [
        (date(2026, 11, 30), date(2026, 11, 30), True),  # the last day is still a day of work
        (date(2026, 11, 30), date(2026, 12, 1), False),
        (date(2026, 12, 31), date(2027, 1, 1), False),
        (date(2028, 2, 28), date(2028, 2, 29), False),
        (date(2028, 2, 29), date(2028, 2, 29), True),
    ],
)
def test_work_that_follows_the_last_day_of_the_other_does_not_overlap(
    last_day: date, start_on: date, overlaps: bool
) -> None:
    early = date(2026, 10, 5)
    for before in (other(early, planned_end_on=last_day), other(early, ended_on=last_day)):
        assert bool(said(job(start_on), before, today=start_on)) is overlaps


def test_the_day_it_did_end_goes_before_the_day_it_was_to_end() -> None:
    before = other(date(2026, 10, 5), date(2026, 12, 31), date(2026, 11, 15))
    assert said(job(date(2026, 11, 20)), before) == []


def test_work_that_never_began_was_at_the_same_time_as_nothing() -> None:
    never = other(date(2026, 12, 1), ended_on=date(2026, 11, 20))
    assert said(job(date(2026, 11, 1)), never) == []
    assert said(never, job(date(2026, 11, 1))) == []


def test_subsidised_work_ahead_without_a_decision_is_said() -> None:
    start = date(2026, 12, 1)
    paid_with_support = job(start, pay=Pay.SUBSIDISED)
    undecided = Remark(RemarkKind.SUBSIDY_UNDECIDED, start)
    assert said(paid_with_support) == [undecided]
    assert said(Work(job(start), supports=(subsidy(start, None, None),))) == [undecided]
    assert said(Work(paid_with_support, supports=(subsidy(start, TODAY),))) == []
    assert said(Work(paid_with_support, supports=(subsidy(start, TODAY, Decision.REFUSED),))) == []
    assert said(job(start, pay=Pay.SUBSIDISED, subsidy_until=date(2027, 5, 31))) == []
    assert said(paid_with_support, today=start) == []


def test_an_unpaid_period_without_a_day_of_decision_is_said_until_it_has_ended() -> None:
    start = date(2026, 11, 2)
    unpaid = job(start, pay=Pay.UNPAID)
    assert said(unpaid) == [Remark(RemarkKind.UNPAID_WITHOUT_DECISION, start)]
    assert said(replace(unpaid, decide_on=date(2026, 12, 1))) == []
    assert said(replace(unpaid, ended_on=TODAY)) == []


def test_what_would_be_over_before_the_work_begins_is_said_also_when_the_start_has_moved_past_it() -> None:
    start, before = date(2026, 12, 1), date(2026, 11, 30)
    for kind, work in (
        (RemarkKind.TRIAL_BEFORE_START, job(start, trial_until=before)),
        (RemarkKind.SUBSIDY_BEFORE_START, job(start, pay=Pay.SUBSIDISED, subsidy_until=before)),
        (RemarkKind.DECISION_BEFORE_START, job(start, pay=Pay.UNPAID, decide_on=before)),
    ):
        assert said(work) == [Remark(kind, before)]
        assert said(replace(work, start_on=before)) == []
        assert said(replace(work, ended_on=date(2026, 11, 1))) == []
    assert said(job(start, decide_on=before)) == []

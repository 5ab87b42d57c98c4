"""Week after week of employer meetings: the best, the median, and why a contact counts."""

from datetime import date, timedelta

import pytest

from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.week import Week
from valmentaja.rules.tally import CountedContact
from valmentaja.rules.tally_run import Counts, tally_run, weeks_of_year, weeks_until, why_counted

LAST = Week(2026, 48)


def contact(
    day: date,
    way: EmployerContactWay = EmployerContactWay.MEETING,
    purpose: Purpose | None = None,
    *,
    support_counts: bool = False,
) -> CountedContact:
    return CountedContact(day, way, purpose, False, support_counts)


def met_in(week: Week, times: int) -> list[CountedContact]:
    return [contact(week.monday + timedelta(days=n % 5)) for n in range(times)]


def run_of(*counts: int) -> list[CountedContact]:
    weeks = weeks_until(LAST, len(counts))
    return [one for week, times in zip(weeks, counts, strict=True) for one in met_in(week, times)]


def test_the_run_tells_each_week_the_best_and_the_median() -> None:
    weeks = weeks_until(LAST, 4)
    run = tally_run(run_of(2, 7, 7, 4), [(week, 6) for week in weeks])
    assert [one.in_person for one in run.weeks] == [2, 7, 7, 4]
    assert run.best is not None
    assert run.best.week == weeks[2]  # the later of two as good
    assert (run.median, run.reached) == (5.5, 2)


def test_a_run_without_meetings_has_no_best_week() -> None:
    run = tally_run([], [(week, 6) for week in weeks_until(LAST, 3)])
    assert (run.best, run.median, run.reached) == (None, 0, 0)


def test_weeks_before_the_first_employer_contact_are_left_out_and_that_is_told() -> None:
    weeks = weeks_until(LAST, 5)
    asked = [(week, 6) for week in weeks]
    run = tally_run(run_of(0, 0, 3, 0, 6), asked, weeks[2])
    assert [one.in_person for one in run.weeks] == [3, 0, 6]
    assert (run.begins, run.median, run.mean, run.reached) == (weeks[2], 3, 3.0, 1)
    earlier = tally_run(run_of(0, 0, 3, 0, 6), asked, weeks[0])
    assert (earlier.begins, earlier.median, earlier.mean) == (None, 0, 1.8)


def test_each_week_goes_by_its_own_target() -> None:
    weeks = weeks_until(LAST, 2)
    run = tally_run(run_of(3, 3), [(weeks[0], 3), (weeks[1], 6)])
    assert run.reached == 1


def test_the_run_goes_over_the_change_of_year_and_week_53() -> None:
    weeks = weeks_until(Week(2027, 2), 4)
    assert weeks == (Week(2026, 52), Week(2026, 53), Week(2027, 1), Week(2027, 2))
    new_year = contact(date(2027, 1, 1))  # a Friday of week 53
    run = tally_run([new_year], [(week, 6) for week in weeks])
    assert [one.in_person for one in run.weeks] == [0, 1, 0, 0]


@pytest.mark.parametrize(("year", "count"), [(2025, 52), (2026, 53), (2027, 52)])
def test_a_year_has_its_own_weeks(year: int, count: int) -> None:
    weeks = weeks_of_year(year, Week(2030, 1))
    assert (weeks[0], len(weeks), weeks[-1].number) == (Week(year, 1), count, count)


def test_of_a_year_that_runs_only_the_weeks_so_far_are_told() -> None:
    assert weeks_of_year(2026, LAST)[-1] == LAST
    assert weeks_of_year(2027, LAST) == ()


@pytest.mark.parametrize(
    ("way", "purpose", "counts"),
    [
        (EmployerContactWay.MEETING, None, Counts.COUNTED),
        (EmployerContactWay.MEETING, Purpose.OFFER, Counts.COUNTED),
        (EmployerContactWay.MEETING, Purpose.SUPPORT, Counts.SUPPORT),
        (EmployerContactWay.MEETING, Purpose.THANKS, Counts.THANKS),
        (EmployerContactWay.PHONE, None, Counts.NOT_IN_PERSON),
        (EmployerContactWay.EVENT, Purpose.THANKS, Counts.NOT_IN_PERSON),
    ],
)
def test_it_is_told_why_a_contact_counts_or_not(
    way: EmployerContactWay, purpose: Purpose | None, counts: Counts
) -> None:
    assert why_counted(contact(LAST.monday, way, purpose)) is counts


def test_a_coach_may_count_support_visits_but_never_thanks() -> None:
    support = contact(LAST.monday, purpose=Purpose.SUPPORT, support_counts=True)
    thanks = contact(LAST.monday, purpose=Purpose.THANKS, support_counts=True)
    assert (why_counted(support), why_counted(thanks)) == (Counts.COUNTED, Counts.THANKS)
    assert (support.stands_beside, thanks.stands_beside) == (False, True)

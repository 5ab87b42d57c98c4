"""How many employers were met this week, beside the target."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.week import Week
from valmentaja.rules.tally import (
    CountedContact,
    Holiday,
    Tally,
    first_day_needed,
    tally,
    weekly_target,
    working_days,
)

TODAY = date(2026, 11, 24)  # the Tuesday of week 48
WEEK = Week(2026, 48)  # 23.–29.11.
MEETING = EmployerContactWay.MEETING


def contact(
    day: date = TODAY,
    way: EmployerContactWay = MEETING,
    purpose: Purpose | None = Purpose.NEEDS,
    has_client: bool = True,
) -> CountedContact:
    return CountedContact(day, way, purpose, has_client)


def tallied(*contacts: CountedContact, week: Week = WEEK, today: date = TODAY) -> Tally:
    return tally(contacts, week, target=6, holidays=(), today=today)


def holidays(*days: date) -> tuple[Holiday, ...]:
    return tuple(Holiday(day, "vapaa") for day in days)


def test_meetings_in_person_are_counted() -> None:
    week = tallied(contact(), contact(date(2026, 11, 23)))
    assert (week.in_person, week.target) == (2, 6)


@pytest.mark.parametrize("way", [way for way in EmployerContactWay if way is not MEETING])
def test_a_phone_call_does_not_count_as_a_meeting_nor_does_video_a_message_or_an_event(
    way: EmployerContactWay,
) -> None:
    week = tallied(contact(way=way))
    assert week.in_person == 0
    assert week.by_way[way] == 1


def test_a_meeting_whose_purpose_is_not_said_counts() -> None:
    assert tallied(contact(purpose=None)).in_person == 1


def test_the_same_employer_twice_counts_twice() -> None:
    assert tallied(contact(), contact()).in_person == 2


def test_a_meeting_without_a_client_is_good_work_too() -> None:
    week = tallied(contact(has_client=False), contact())
    assert (week.in_person, week.with_client, week.without_client) == (2, 1, 1)


def test_with_and_without_a_client_cover_every_way() -> None:
    week = tallied(contact(way=EmployerContactWay.PHONE), contact(purpose=Purpose.SUPPORT, has_client=False))
    assert (week.with_client, week.without_client) == (1, 1)


def test_support_visits_and_thanks_stand_beside_the_number() -> None:
    week = tallied(contact(purpose=Purpose.SUPPORT), contact(purpose=Purpose.THANKS), contact())
    assert (week.in_person, week.support_visits, week.thanks) == (1, 1, 1)
    assert week.mean_of_4_weeks == 0.25


def test_support_by_phone_is_no_visit() -> None:
    assert tallied(contact(way=EmployerContactWay.PHONE, purpose=Purpose.SUPPORT)).support_visits == 0


def test_every_way_is_there_also_when_nothing_was_done() -> None:
    week = tallied()
    assert week.by_way == dict.fromkeys(EmployerContactWay, 0)
    assert week.by_purpose == {}
    assert (week.in_person, week.mean_of_4_weeks) == (0, 0)


def test_purposes_are_counted_also_the_one_not_said() -> None:
    week = tallied(contact(purpose=None), contact(purpose=Purpose.OFFER), contact(purpose=Purpose.OFFER))
    assert week.by_purpose == {Purpose.OFFER: 2, None: 1}


def test_the_week_runs_from_monday_to_sunday() -> None:
    edges = [date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 29), date(2026, 11, 30)]
    assert tallied(*map(contact, edges)).in_person == 2


def test_the_mean_is_over_this_week_and_the_three_before() -> None:
    met = [*[contact(date(2026, 11, 2))] * 4, *[contact(date(2026, 11, 16))] * 3, contact(), contact()]
    assert tallied(*met).mean_of_4_weeks == 2.25


def test_what_lies_before_the_four_weeks_is_left_out_of_the_mean() -> None:
    assert first_day_needed(WEEK) == date(2026, 11, 2)
    assert tallied(contact(date(2026, 11, 1))).mean_of_4_weeks == 0


def test_the_mean_crosses_the_change_of_the_year() -> None:
    met = [contact(date(2026, 12, 14)), contact(date(2026, 12, 31)), contact(date(2027, 1, 8))]
    week = tallied(*met, week=Week(2027, 1), today=date(2027, 1, 10))
    assert first_day_needed(Week(2027, 1)) == date(2026, 12, 14)
    assert (week.in_person, week.mean_of_4_weeks) == (1, 0.75)


def test_week_53_holds_the_days_on_both_sides_of_the_new_year() -> None:
    week = Week(2026, 53)  # 28.12.2026–3.1.2027
    met = [contact(date(2026, 12, 28)), contact(date(2027, 1, 3)), contact(date(2027, 1, 4))]
    assert tallied(*met, week=week, today=date(2027, 1, 3)).in_person == 2


def test_working_days_left_come_after_today() -> None:
    week = tallied()
    assert (week.working_days, week.working_days_left) == (5, 3)


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 20), 5),
        (date(2026, 11, 23), 4),
        (date(2026, 11, 27), 0),
        (date(2026, 11, 29), 0),
        (date(2026, 12, 3), 0),
    ],
)
def test_a_coming_week_has_all_its_days_left_and_a_past_one_none(today: date, left: int) -> None:
    assert tallied(today=today).working_days_left == left


def test_a_holiday_on_a_weekday_is_no_working_day() -> None:
    christmas = (
        Holiday(date(2026, 12, 25), "joulupäivä"),
        Holiday(date(2026, 12, 26), "tapaninpäivä"),
        Holiday(date(2027, 1, 1), "uudenvuodenpäivä"),
    )
    week = tally((), Week(2026, 52), 6, christmas, today=date(2026, 12, 22))
    assert (week.working_days, week.working_days_left) == (4, 2)
    assert [holiday.name for holiday in week.holidays] == ["joulupäivä", "tapaninpäivä"]


def test_a_holiday_on_the_weekend_is_told_but_takes_no_working_day() -> None:
    independence = holidays(date(2026, 12, 6))  # a Sunday
    week = tally((), Week(2026, 49), 6, independence, today=date(2026, 11, 30))
    assert week.working_days == 5
    assert week.holidays == independence


def test_two_names_for_one_holiday_take_one_day() -> None:
    ascension_on_may_day = (Holiday(date(2008, 5, 1), "vappu"), Holiday(date(2008, 5, 1), "helatorstai"))
    week = tally((), Week(2008, 18), 6, ascension_on_may_day, today=date(2008, 4, 28))
    assert week.working_days == 4
    assert [holiday.name for holiday in week.holidays] == ["helatorstai", "vappu"]


def test_a_week_may_have_no_working_day_at_all() -> None:
    closed = holidays(*(date(2026, 11, 23) + timedelta(days=number) for number in range(5)))
    week = tally([contact()], WEEK, 6, closed, today=date(2026, 11, 23))
    assert (week.working_days, week.working_days_left, week.in_person) == (0, 0, 1)
    assert working_days(WEEK, closed) == ()


def test_leave_is_told_and_does_not_bend_the_target() -> None:
    week = tally((), WEEK, 6, (), TODAY, leave_days=3)
    assert (week.leave_days, week.target, week.working_days) == (3, 6, 5)


@pytest.mark.parametrize(
    ("share", "target"), [(100, 6), (80, 5), (75, 5), (60, 4), (50, 3), (42, 3), (41, 2), (25, 2), (1, 1)]
)
def test_the_target_follows_the_share_of_full_time_rounded_half_up(share: int, target: int) -> None:
    assert weekly_target(share) == target


def test_another_full_time_target_is_scaled_as_well() -> None:
    assert weekly_target(50, full_time_target=5) == 3
    assert weekly_target(50, full_time_target=8) == 4


@pytest.mark.parametrize(("share", "full"), [(0, 6), (101, 6), (-5, 6), (50, 0)])
def test_no_target_is_made_of_an_impossible_share(share: int, full: int) -> None:
    with pytest.raises(CannotBeMet):
        weekly_target(share, full)


@given(st.integers(1, 100), st.integers(1, 30))
def test_a_part_of_full_time_never_asks_for_more_than_the_whole(share: int, full: int) -> None:
    assert 1 <= weekly_target(share, full) <= full


contacts = st.builds(
    CountedContact,
    st.dates(date(2026, 10, 20), date(2026, 12, 10)),
    st.sampled_from(EmployerContactWay),
    st.none() | st.sampled_from(Purpose),
    st.booleans(),
)


@given(st.lists(contacts, max_size=30))
def test_every_contact_of_the_week_is_in_each_breakdown_once(met: list[CountedContact]) -> None:
    week = tallied(*met)
    total = sum(week.by_way.values())
    assert total == sum(week.by_purpose.values()) == week.with_client + week.without_client
    assert week.by_way[MEETING] == week.in_person + week.support_visits + week.thanks


@given(st.lists(contacts, max_size=30))
def test_four_weeks_one_by_one_make_the_mean(met: list[CountedContact]) -> None:
    weeks = [WEEK.earlier(number) for number in range(4)]
    assert tallied(*met).mean_of_4_weeks == sum(tallied(*met, week=week).in_person for week in weeks) / 4

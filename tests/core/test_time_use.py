"""Where the time goes: the two thirds, what stands beside them, and the share outside the office."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.model.activity import TimeKind, TimePlace
from valmentaja.rules.time_use import COOPERATION, WORK, TimeEntry, time_use

DAY = date(2026, 11, 24)


def spent(
    kind: TimeKind,
    minutes: int | None,
    place: TimePlace | None = TimePlace.OFFICE,
    *,
    is_travel: bool = False,
    kilometres: int | None = None,
) -> TimeEntry:
    return TimeEntry(DAY, kind, minutes, place, 1, is_travel, kilometres)


def test_employers_job_finding_and_workplaces_are_the_two_thirds() -> None:
    use = time_use(
        [
            spent(TimeKind.JOB_FINDING, 90),
            spent(TimeKind.WORKPLACE_SUPPORT, 30),
            spent(TimeKind.CLIENT_MEETINGS, 45),
            spent(TimeKind.RECORDS, 15),
        ]
    )
    assert (use.work_minutes, use.cooperation_minutes) == (120, 180)
    assert use.work_share == pytest.approx(2 / 3)
    assert use.minutes_short == 0


@pytest.mark.parametrize(
    "kind", [TimeKind.DEVELOPMENT, TimeKind.ADMINISTRATION, TimeKind.LEAVE, TimeKind.TRAVEL]
)
def test_what_is_no_cooperation_stands_beside_the_base(kind: TimeKind) -> None:
    use = time_use([spent(TimeKind.JOB_FINDING, 60), spent(kind, 300)])
    assert (use.cooperation_minutes, use.work_share, use.minutes[kind]) == (60, 1.0, 300)


@pytest.mark.parametrize(
    "kind", [TimeKind.CLIENT_MEETINGS, TimeKind.NETWORK, TimeKind.GROUP, TimeKind.RECORDS]
)
def test_the_rest_of_the_cooperation_is_in_the_base_only(kind: TimeKind) -> None:
    use = time_use([spent(kind, 60)])
    assert (use.cooperation_minutes, use.work_minutes, use.work_share) == (60, 0, 0.0)
    assert use.minutes_short == 40


def test_travel_counts_for_what_it_served() -> None:
    use = time_use(
        [
            spent(TimeKind.JOB_FINDING, 60, TimePlace.WORKPLACE),
            spent(TimeKind.JOB_FINDING, 20, None, is_travel=True, kilometres=12),
        ]
    )
    assert (use.minutes[TimeKind.JOB_FINDING], use.travel_minutes, use.kilometres) == (80, 20, 12)
    assert use.counts[TimeKind.JOB_FINDING] == 1


def test_the_share_outside_the_office_is_of_time_whose_place_is_known() -> None:
    use = time_use(
        [
            spent(TimeKind.JOB_FINDING, 60, TimePlace.WORKPLACE),
            spent(TimeKind.CLIENT_MEETINGS, 30, TimePlace.COMMUNITY),
            spent(TimeKind.CLIENT_MEETINGS, 30, TimePlace.HOME),
            spent(TimeKind.RECORDS, 60, TimePlace.OFFICE),
            spent(TimeKind.NETWORK, 60, TimePlace.REMOTE),
            spent(TimeKind.NETWORK, 500, None),
            spent(TimeKind.DEVELOPMENT, 500, TimePlace.COMMUNITY),
        ]
    )
    assert use.outside_office_share == 0.5
    assert use.without_place == 1


def test_nothing_has_no_share() -> None:
    use = time_use([])
    assert (use.work_share, use.outside_office_share, use.minutes_short) == (None, None, 0)
    assert set(use.minutes) == set(TimeKind)


def test_what_was_not_said_is_counted_and_weighs_nothing() -> None:
    use = time_use([spent(TimeKind.JOB_FINDING, None), spent(TimeKind.JOB_FINDING, 10)])
    assert (use.without_minutes, use.minutes[TimeKind.JOB_FINDING]) == (1, 10)
    assert use.counts[TimeKind.JOB_FINDING] == 2


entries = st.builds(
    spent,
    st.sampled_from(TimeKind),
    st.none() | st.integers(0, 600),
    st.none() | st.sampled_from(TimePlace),
    is_travel=st.booleans(),
)


@given(st.lists(entries))
def test_shares_are_shares_and_minutes_are_neither_lost_nor_made(told: list[TimeEntry]) -> None:
    use = time_use(told)
    assert sum(use.minutes.values()) == sum(entry.minutes or 0 for entry in told)
    for share in (use.work_share, use.outside_office_share):
        assert share is None or 0 <= share <= 1
    assert use.work_minutes + use.minutes_short >= 2 * use.cooperation_minutes / 3
    assert WORK < COOPERATION

"""The settings that counting a week's work goes by: the target, and the minutes that contacts usually take."""

from collections.abc import Mapping
from datetime import date

from valmentaja.model.contact import MOST_MINUTES, ClientContactWay, EmployerContactWay
from valmentaja.model.week import Week
from valmentaja.rules.tally import FULL_TIME_TARGET, weekly_target
from valmentaja.settings.setting import Setting, value_of
from valmentaja.store.workbook import Workbook

FULL_TIME_SHARE = Setting("full_time_share", "100", least=1, most=100, from_week_on=True)
# IPS fidelity item on employer contacts: six meetings in person a week, full time
WEEKLY_TARGET = Setting("weekly_target", str(FULL_TIME_TARGET), least=1, most=40, from_week_on=True)


def _minutes(way: str, usual: int) -> Setting:
    return Setting(f"minutes.{way}", str(usual), least=0, most=MOST_MINUTES)


USUAL_MINUTES: Mapping[str, Setting] = {
    way.value: _minutes(way, usual)
    for way, usual in (
        (EmployerContactWay.MEETING, 60),
        (ClientContactWay.IN_PERSON, 60),
        (EmployerContactWay.VIDEO, 45),
        (EmployerContactWay.PHONE, 15),
        (EmployerContactWay.MESSAGE, 10),
        (EmployerContactWay.EVENT, 120),
    )
}
"""By way of contact, in the order in which they are shown."""


def usual_minutes(book: Workbook, way: EmployerContactWay | ClientContactWay, day: date) -> int:
    """The minutes that a contact of the way takes as a rule."""
    return int(value_of(book, USUAL_MINUTES[way.value], day))


def target_of_week(book: Workbook, week: Week) -> int:
    """The employer meetings aimed at in the week: the full-time target scaled to the coach's share."""
    share = value_of(book, FULL_TIME_SHARE, week.monday)
    return weekly_target(int(share), int(value_of(book, WEEKLY_TARGET, week.monday)))

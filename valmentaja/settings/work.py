"""The settings that counting a week's work goes by: the target, and the minutes that contacts usually take."""

from collections.abc import Mapping
from datetime import date

from valmentaja.model.activity import TimePlace
from valmentaja.model.contact import MOST_MINUTES, ClientContactWay, EmployerContactWay
from valmentaja.model.week import Week
from valmentaja.rules.tally import FULL_TIME_TARGET, weekly_target
from valmentaja.settings.setting import Setting, value_of, written_setting
from valmentaja.store.workbook import Workbook

FULL_TIME_SHARE = Setting("full_time_share", "100", least=1, most=100, from_week_on=True)
# IPS fidelity item on employer contacts: six meetings in person a week, full time
WEEKLY_TARGET = Setting("weekly_target", str(FULL_TIME_TARGET), least=1, most=40, from_week_on=True)


SERVICE_WORDS = Setting("service_words", "", read=written_setting)
"""What the service is, in the coach's own words: what is left behind at an employer's."""
SUPPORT_COUNTS = Setting("tally_counts_support", "no", choices=("no", "yes"))


def support_visits_count(book: Workbook, day: date) -> bool:
    """Whether the coach counts support visits at workplaces among the week's meetings."""
    return value_of(book, SUPPORT_COUNTS, day) == "yes"


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


KILOMETRES = Setting("kilometres", "no", choices=("no", "yes"))
"""Whether kilometres are asked for and shown."""


def _place(way: str, usual: TimePlace) -> Setting:
    return Setting(f"place.{way}", usual, choices=tuple(TimePlace))


USUAL_PLACES: Mapping[str, Setting] = {
    way.value: _place(way, usual)
    for way, usual in (
        (EmployerContactWay.MEETING, TimePlace.WORKPLACE),
        (ClientContactWay.IN_PERSON, TimePlace.OFFICE),
        (EmployerContactWay.VIDEO, TimePlace.REMOTE),
        (EmployerContactWay.PHONE, TimePlace.REMOTE),
        (EmployerContactWay.MESSAGE, TimePlace.REMOTE),
        (EmployerContactWay.EVENT, TimePlace.COMMUNITY),
    )
}
"""By way of contact, in the order in which they are shown."""


def usual_place(book: Workbook, way: EmployerContactWay | ClientContactWay, day: date) -> TimePlace:
    """Where a contact of the way is made as a rule."""
    return TimePlace(value_of(book, USUAL_PLACES[way.value], day))


def target_of_week(book: Workbook, week: Week) -> int:
    """The employer meetings aimed at in the week: the full-time target scaled to the coach's share."""
    share = value_of(book, FULL_TIME_SHARE, week.monday)
    return weekly_target(int(share), int(value_of(book, WEEKLY_TARGET, week.monday)))

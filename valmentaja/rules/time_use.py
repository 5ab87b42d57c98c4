"""Where the time goes: minutes by kind, the two thirds, and the share outside the office (method.md §7, P8).

The base of the two thirds is the time of the cooperation: clients, network, employers, workplaces, and the records of
these. Own development, supervision, general administration and leave stand beside it. Travel counts for what it served.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from valmentaja import TYPE_CHECKING
from valmentaja.model.activity import TimeKind, TimePlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

COOPERATION = frozenset(
    {
        TimeKind.JOB_FINDING,
        TimeKind.WORKPLACE_SUPPORT,
        TimeKind.CLIENT_MEETINGS,
        TimeKind.NETWORK,
        TimeKind.GROUP,
        TimeKind.RECORDS,
    }
)
"""The base of the two thirds."""
WORK = frozenset({TimeKind.JOB_FINDING, TimeKind.WORKPLACE_SUPPORT})
"""What two thirds of the base are to be given to."""
OUTSIDE_OFFICE = frozenset({TimePlace.WORKPLACE, TimePlace.COMMUNITY, TimePlace.HOME})
GOAL_SHARE = Fraction(2, 3)  # the handbook's two thirds (method.md P8)


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Some minutes of a day, and what record tells of them. `minutes` is `None` where they were not said.

    `kind` is what they were given to, for travel what it served. `is_travel`: on the way. Travel has no place.
    """

    day: date
    kind: TimeKind
    minutes: int | None
    place: TimePlace | None
    record_id: int
    is_travel: bool = False
    kilometres: int | None = None


@dataclass(frozen=True, slots=True)
class TimeUse:
    """The time of some days. Shares are `None` where there is nothing to share.

    `counts` says how many entries stand behind the minutes of each kind: counts alone mislead, and so do minutes.
    `without_minutes` and `without_place` are how many entries do not tell theirs.
    """

    minutes: Mapping[TimeKind, int]
    counts: Mapping[TimeKind, int]
    travel_minutes: int
    kilometres: int
    without_minutes: int
    without_place: int
    outside_office_share: float | None

    @property
    def all_minutes(self) -> int:
        """All of the time, what stands beside the cooperation with it."""
        return sum(self.minutes.values())

    @property
    def cooperation_minutes(self) -> int:
        """The base of the two thirds."""
        return sum(self.minutes[kind] for kind in COOPERATION)

    @property
    def work_minutes(self) -> int:
        """What went to finding work, employers and workplaces."""
        return sum(self.minutes[kind] for kind in WORK)

    @property
    def work_share(self) -> float | None:
        """The part of the base that went to work."""
        base = self.cooperation_minutes
        return self.work_minutes / base if base else None

    @property
    def minutes_short(self) -> int:
        """How many minutes more of work the base would have needed for two thirds of it; 0 where it has them."""
        needed = -(-self.cooperation_minutes * GOAL_SHARE.numerator // GOAL_SHARE.denominator)
        return max(0, needed - self.work_minutes)


def time_use(entries: Iterable[TimeEntry]) -> TimeUse:
    """What the entries come to."""
    told = list(entries)
    minutes: Counter[TimeKind] = Counter()
    for entry in told:
        minutes[entry.kind] += entry.minutes or 0
    return TimeUse(
        minutes={kind: minutes[kind] for kind in TimeKind},
        counts={kind: sum(entry.kind is kind and not entry.is_travel for entry in told) for kind in TimeKind},
        travel_minutes=sum(entry.minutes or 0 for entry in told if entry.is_travel),
        kilometres=sum(entry.kilometres or 0 for entry in told),
        without_minutes=sum(entry.minutes is None for entry in told),
        without_place=sum(lacks_place(entry) for entry in told),
        outside_office_share=_outside_office(told),
    )


def lacks_place(entry: TimeEntry) -> bool:
    """Whether the place is missing where it would count: of the cooperation, and not of the way there."""
    return entry.place is None and not entry.is_travel and entry.kind in COOPERATION


def _outside_office(entries: Iterable[TimeEntry]) -> float | None:
    """Of the cooperation whose place is known, the part that was not spent at the office or at a distance."""
    placed = [entry for entry in entries if entry.kind in COOPERATION and entry.place is not None]
    base = sum(entry.minutes or 0 for entry in placed)
    if not base:
        return None
    return sum(entry.minutes or 0 for entry in placed if entry.place in OUTSIDE_OFFICE) / base

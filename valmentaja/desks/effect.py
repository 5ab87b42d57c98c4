"""What other numbers of a signal would do to the list of the day: shown before they are kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from valmentaja.desks.today import TodayPage, page_of
from valmentaja.model.reason import Band
from valmentaja.rules.finding import SignalNumbers
from valmentaja.rules.triage import QueueRow
from valmentaja.settings.signals import signal_settings
from valmentaja.store.caseload import caseload_facts
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Moved:
    """Someone whose place changes: the rows and places, from 1 on, before and after. `None` where not on the list."""

    before: QueueRow | None
    after: QueueRow | None
    place_before: int | None
    place_after: int | None

    @property
    def row(self) -> QueueRow:
        """Whom it is about."""
        row = self.after or self.before
        assert row is not None
        return row

    @property
    def changes_band(self) -> bool:
        """Whether it comes to stand in another band, on the list or off it."""
        bands = [row.band if row else None for row in (self.before, self.after)]
        return bands[0] is not bands[1]


@dataclass(frozen=True, slots=True)
class Effect:
    """How many stand in each band before and after, and who moves, in the order of the list after.

    Only those on the list are counted: neither the quiet nor those put aside.
    """

    before: Mapping[Band, int]
    after: Mapping[Band, int]
    moved: tuple[Moved, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the list of the day stays as it is."""
        return not self.moved


def effect_on_list(book: Workbook, day: date, kind: str, numbers: SignalNumbers) -> Effect:
    """What the numbers would do to the list of the day. Raises `CannotBeMet` for what the kind does not take."""
    return ListTriedOn(book, day).effect(kind, numbers)


class ListTriedOn:
    """The list of a day, read once: other numbers are tried on it as they are typed."""

    def __init__(self, book: Workbook, day: date) -> None:
        self._day = day
        self._facts = caseload_facts(book, day)
        self._settings = signal_settings(book)
        self._before = page_of(self._facts, self._settings, day)

    def effect(self, kind: str, numbers: SignalNumbers) -> Effect:
        """What the numbers would do to it. Raises `CannotBeMet` for what the kind does not take."""
        tried = self._settings.with_numbers(kind, numbers)
        return effect_between(self._before, page_of(self._facts, tried, self._day))


def effect_between(before: TodayPage, after: TodayPage) -> Effect:
    """What tells the one list from the other."""
    places_before, places_after = _places(before), _places(after)
    ids = [*places_after, *(one for one in places_before if one not in places_after)]
    pairs = [(places_before.get(one), places_after.get(one)) for one in ids]
    moved = tuple(
        Moved(
            old[1] if old else None, new[1] if new else None, old[0] if old else None, new[0] if new else None
        )
        for old, new in pairs
        if (old and (old[0], old[1].band)) != (new and (new[0], new[1].band))
    )
    return Effect(_counts(before), _counts(after), moved)


def _places(page: TodayPage) -> dict[tuple[str, int], tuple[int, QueueRow]]:
    return {(row.about, row.id): (place, row) for place, row in enumerate(page.pressing, 1)}


def _counts(page: TodayPage) -> dict[Band, int]:
    counted = Counter(row.band for row in page.pressing)
    return {band: counted[band] for band in Band if band is not Band.QUIET}

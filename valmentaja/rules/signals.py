"""The signals of a day: what makes a client or an employer need something, by the kinds declared in `signal_kinds`.

A signal says when something falls due and why. How pressing it is on a day is arithmetic on its date;
who comes first is decided in `triage`. All come from records, none from opinion (method.md §6).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from valmentaja.errors import CannotBeMet
from valmentaja.model.reason import Band, Booked, Reason
from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts
from valmentaja.rules.finding import Finding, SignalNumbers, Situation
from valmentaja.rules.follow_along import plan
from valmentaja.rules.promises import USUAL_WINDOWS, Promise, Work, signal_key
from valmentaja.rules.signal_kinds import KIND_BY_KEY, SIGNAL_KINDS, SignalKind

LONGEST_INTERVAL_DAYS = 3660  # ten years: what is longer is a slip of the finger
GREATEST_WEIGHT = 1000  # the usual ones are 2–6; a score stays a number that can be read
SMALLEST_FACTOR = 0.05
"""However far ahead the due date is, the weight counts by this part of it."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that falls due, with the record it comes from and the reason to show.

    `kind` is the key of its `SignalKind`; `window_days` is at most `interval_days`.
    """

    kind: str
    due_on: date
    interval_days: int
    window_days: int
    weight: float
    record_id: int
    reason: Reason

    @property
    def is_booked(self) -> bool:
        """Whether an appointment ahead will meet it."""
        return self.reason.booked is not None

    def pressing(self, today: date) -> float:
        """Intervals past the due date: negative before it, 0 on it, 1 when a whole interval late."""
        return (today - self.due_on).days / self.interval_days

    def band(self, today: date) -> Band:
        """Late from the day after the due date, soon inside the window before it; quiet where it is booked."""
        if self.is_booked:
            return Band.QUIET
        days_left = (self.due_on - today).days
        if days_left < 0:
            return Band.LATE
        if days_left == 0:
            return Band.TODAY
        return Band.SOON if days_left <= self.window_days else Band.QUIET

    def score(self, today: date) -> float:
        """weight × max(0.05, 1 + pressing), rounded so that scores equal on paper are equal here.

        What is booked weighs least.
        """
        if self.is_booked:
            return round(self.weight * SMALLEST_FACTOR, 9)
        return round(self.weight * max(SMALLEST_FACTOR, 1 + self.pressing(today)), 9)


@dataclass(frozen=True, slots=True)
class SignalSettings:
    """The numbers that a coach has changed, by the key of the kind; the others are as declared.

    Raises `CannotBeMet` with `settings.signal.unknown`, `.never_off`, `.interval`, `.weight` or `.window`.
    """

    changed: Mapping[str, SignalNumbers] = field(default_factory=dict)
    promise_windows: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """The windows of the promises of follow-along, in days."""

    def __post_init__(self) -> None:
        for key, numbers in self.changed.items():
            _check(key, numbers)
        windows = {key: self.of(key).window_days for key in USUAL_WINDOWS}
        object.__setattr__(self, "promise_windows", windows)

    def of(self, key: str) -> SignalNumbers:
        """The numbers in force for the kind `key`."""
        return self.changed.get(key) or KIND_BY_KEY[key].usual

    def with_numbers(self, key: str, numbers: SignalNumbers) -> "SignalSettings":
        """These settings with other numbers for one kind."""
        return SignalSettings({**self.changed, key: numbers})


def _check(key: str, numbers: SignalNumbers) -> None:
    if key not in KIND_BY_KEY:
        raise CannotBeMet("settings.signal.unknown", kind=key)
    if not numbers.on and not KIND_BY_KEY[key].can_be_off:
        raise CannotBeMet("settings.signal.never_off", kind=key)
    if not 1 <= numbers.interval_days <= LONGEST_INTERVAL_DAYS:
        raise CannotBeMet(
            "settings.signal.interval",
            kind=key,
            interval=numbers.interval_days,
            longest=LONGEST_INTERVAL_DAYS,
        )
    if not 0 < numbers.weight <= GREATEST_WEIGHT:
        raise CannotBeMet("settings.signal.weight", kind=key, weight=numbers.weight, greatest=GREATEST_WEIGHT)
    if not 0 <= numbers.window_days <= numbers.interval_days:
        raise CannotBeMet(
            "settings.signal.window", kind=key, window=numbers.window_days, interval=numbers.interval_days
        )


def client_signals(facts: ClientFacts, settings: SignalSettings, today: date) -> tuple[Signal, ...]:
    """The signals of one client, in the order of the registry. An ended client has none."""
    if facts.has_ended(today):
        return ()
    now = _situation(facts, settings, today)
    starts_later = facts.starts_later(today)
    return tuple(
        _booked(_signal(kind, finding, numbers), finding, now)
        for kind in SIGNAL_KINDS
        if (numbers := settings.of(kind.key)).on and (kind.before_start or not starts_later)
        for finding in kind.of_client(now, numbers)
    )


def _situation(facts: ClientFacts, settings: SignalSettings, today: date) -> Situation:
    promised: dict[str, list[tuple[Work, Promise]]] = {}
    for work in facts.works:
        for promise in plan(work, today, settings.promise_windows):
            if promise.is_open:
                promised.setdefault(signal_key(promise.kind), []).append((work, promise))
    live_works = tuple(work for work in facts.works if work.is_live(today))
    return Situation(facts, today, live_works, promised)


def employer_signals(facts: EmployerFacts, settings: SignalSettings) -> tuple[Signal, ...]:
    """The signals of one employer, in the order of the registry."""
    return tuple(
        _signal(kind, finding, numbers)
        for kind in SIGNAL_KINDS
        if (numbers := settings.of(kind.key)).on
        for finding in kind.of_employer(facts, numbers)
    )


def own_signals(own: OwnFacts, settings: SignalSettings, today: date) -> tuple[Signal, ...]:
    """What waits for the coach alone, in the order of the registry."""
    return tuple(
        _signal(kind, finding, numbers)
        for kind in SIGNAL_KINDS
        if (numbers := settings.of(kind.key)).on
        for finding in kind.of_own(own, numbers, today)
    )


def _signal(kind: SignalKind, finding: Finding, numbers: SignalNumbers) -> Signal:
    """A client's own interval may be shorter than the window of the kind: then the window is as short."""
    window_days = numbers.window_days if finding.window_days is None else finding.window_days
    return Signal(
        kind=kind.key,
        due_on=finding.due_on,
        interval_days=finding.interval_days,
        window_days=min(window_days, finding.interval_days),
        weight=numbers.weight,
        record_id=finding.record_id,
        reason=finding.reason,
    )


def _booked(signal: Signal, finding: Finding, now: Situation) -> Signal:
    """The signal, quieted where an appointment inside its window will meet it."""
    if finding.met_by is None:
        return signal
    first, last = _window(signal, now.today)
    ahead = (one for one in now.facts.appointments if first <= one.day <= last and one.day >= now.today)
    meeting = next((one for one in ahead if finding.met_by.is_met_by(one)), None)
    if meeting is None:
        return signal
    booked = Booked(meeting.day, meeting.at, meeting.id)
    return replace(signal, reason=replace(signal.reason, booked=booked))


def _window(signal: Signal, today: date) -> tuple[date, date]:
    """The days on which an appointment meets the signal: up to its due date; once late, within a window of today."""
    window = timedelta(days=signal.window_days)
    return signal.due_on - window, signal.due_on if signal.due_on >= today else today + window

"""The signals: what makes a client or an employer need something, each kind declared once (design.md §6).

A signal says when something falls due and why. How pressing it is on a day is arithmetic on its date;
who comes first is decided in `triage`. All come from records, none from opinion (method.md §6).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from math import inf

from valmentaja.errors import CannotBeMet
from valmentaja.model.reason import Band, Reason
from valmentaja.model.step import NextStep
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts, EmployerFacts

LONGEST_INTERVAL_DAYS = 3660  # ten years: what is longer is a slip of the finger
_SMALLEST_FACTOR = 0.05


class Act(StrEnum):
    """What the coach has done when a signal is told to be done: what is then logged, or begun to be."""

    FINISH_STEP = "finish_step"
    MEET_TODAY = "meet_today"
    MEET_FORM = "meet_form"
    CONTACT_FORM = "contact_form"
    AGREE_STEP = "agree_step"

    @property
    def text_key(self) -> str:
        """The key of the text that says in a few words what it does."""
        return f"act.{self.value}"


@dataclass(frozen=True, slots=True)
class SignalNumbers:
    """The numbers of a kind, which a coach may change.

    `interval_days` is what is promised, `window_days` how long before the due date it shows. `weight` says
    how much one interval of waiting weighs beside other kinds. A kind that is not `on` gives no signals.
    """

    interval_days: int
    window_days: int
    weight: float
    on: bool = True


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

    def pressing(self, today: date) -> float:
        """Intervals past the due date: negative before it, 0 on it, 1 when a whole interval late."""
        return (today - self.due_on).days / self.interval_days

    def band(self, today: date) -> Band:
        """Late from the day after the due date, soon inside the window before it."""
        days_left = (self.due_on - today).days
        if days_left < 0:
            return Band.LATE
        if days_left == 0:
            return Band.TODAY
        return Band.SOON if days_left <= self.window_days else Band.QUIET

    def score(self, today: date) -> float:
        """weight × max(0.05, 1 + pressing), rounded so that scores equal on paper are equal here."""
        return round(self.weight * max(_SMALLEST_FACTOR, 1 + self.pressing(today)), 9)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a kind finds in the facts: a signal without the numbers of its kind."""

    due_on: date
    interval_days: int
    record_id: int
    reason: Reason


Findings = tuple[Finding, ...]


def _nothing(facts: EmployerFacts, numbers: SignalNumbers) -> Findings:
    return ()


@dataclass(frozen=True, slots=True)
class SignalKind:
    """The one declaration of a kind: its usual numbers, how it is found, and what "done" means for it.

    `shown_when_put_aside`: the bands in which it shows although the client is put aside.
    `before_start`: whether it is looked for while the client's start is still ahead.
    """

    key: str
    usual: SignalNumbers
    of_client: Callable[[ClientFacts, SignalNumbers], Findings]
    act: Act
    of_employer: Callable[[EmployerFacts, SignalNumbers], Findings] = _nothing
    shown_when_put_aside: frozenset[Band] = frozenset()
    before_start: bool = False


def _counted_from(key: str, since: date, interval_days: int, record_id: int) -> Finding:
    due_on = since + timedelta(days=interval_days)
    reason = Reason(key, {"due_on": due_on, "since": since, "interval_days": interval_days})
    return Finding(due_on, interval_days, record_id, reason)


def _from_start(key: str, facts: ClientFacts, interval_days: int) -> Finding:
    return _counted_from(key, facts.client.start_on, interval_days, facts.client.id)


def _since_touch_or_start(key: str, touch: Touch | None, facts: ClientFacts, interval_days: int) -> Findings:
    """Counted from the touch; before the first one from the start, with a reason that says so."""
    if touch is None:
        return (_from_start(f"{key}.never", facts, interval_days),)
    return (_counted_from(key, touch.day, interval_days, touch.record_id),)


def _later(touch: Touch, other: Touch | None) -> bool:
    return other is None or (touch.day, touch.record_id) > (other.day, other.record_id)


def _reach_out(facts: ClientFacts, numbers: SignalNumbers) -> Findings:
    """A missed meeting or an unanswered call is answered by another way, never by closing (method.md P6)."""
    attempt = facts.last_attempt
    if attempt is None or not _later(attempt, facts.last_reached):
        return ()
    return (_counted_from("reach_out", attempt.day, numbers.interval_days, attempt.record_id),)


def _first_employer_contact(facts: ClientFacts, numbers: SignalNumbers) -> Findings:
    # IPS fidelity item: rapid job search, an employer met in person within about a month of the start
    if facts.first_employer_meeting is not None:
        return ()
    return (_from_start("first_employer_contact", facts, numbers.interval_days),)


def _steps(steps: tuple[NextStep, ...], numbers: SignalNumbers) -> Findings:
    return tuple(_step(step, numbers.interval_days) for step in steps if step.done_on is None)


def _step(step: NextStep, interval_days: int) -> Finding:
    reason = Reason("next_step", {"due_on": step.due_on, "text": step.text, "owner": step.owner.value})
    return Finding(step.due_on, interval_days, step.id, reason)


def _client_steps(facts: ClientFacts, numbers: SignalNumbers) -> Findings:
    return _steps(facts.open_steps, numbers)


def _employer_steps(facts: EmployerFacts, numbers: SignalNumbers) -> Findings:
    return _steps(facts.open_steps, numbers)


def _nothing_agreed(facts: ClientFacts, numbers: SignalNumbers) -> Findings:
    if facts.anything_agreed:
        return ()
    return (_from_start("nothing_agreed", facts, numbers.interval_days),)


def _no_contact(facts: ClientFacts, numbers: SignalNumbers) -> Findings:
    interval_days = facts.client.contact_interval_days or numbers.interval_days
    return _since_touch_or_start("no_contact", facts.last_reached, facts, interval_days)


def _unseen(facts: ClientFacts, numbers: SignalNumbers) -> Findings:
    return _since_touch_or_start("unseen", facts.last_seen, facts, numbers.interval_days)


# Their order settles ties: nothing can be agreed with a client before there is contact.
SIGNAL_KINDS: tuple[SignalKind, ...] = (
    SignalKind("reach_out", SignalNumbers(2, 2, 5), _reach_out, Act.MEET_FORM),
    SignalKind("first_employer_contact", SignalNumbers(30, 10, 5), _first_employer_contact, Act.CONTACT_FORM),
    SignalKind(
        "next_step",
        SignalNumbers(7, 3, 4),
        _client_steps,
        Act.FINISH_STEP,
        _employer_steps,
        before_start=True,
    ),
    SignalKind("no_contact", SignalNumbers(14, 3, 3), _no_contact, Act.MEET_FORM),
    SignalKind("nothing_agreed", SignalNumbers(14, 7, 3), _nothing_agreed, Act.AGREE_STEP),
    SignalKind(
        "unseen",
        SignalNumbers(30, 5, 3),
        _unseen,
        Act.MEET_TODAY,
        # Everybody is seen at least once in a period, also those put aside (method.md §6).
        shown_when_put_aside=frozenset({Band.LATE, Band.TODAY}),
    ),
)
KIND_BY_KEY: Mapping[str, SignalKind] = {kind.key: kind for kind in SIGNAL_KINDS}
KIND_ORDER: Mapping[str, int] = {kind.key: place for place, kind in enumerate(SIGNAL_KINDS)}


@dataclass(frozen=True, slots=True)
class SignalSettings:
    """The numbers that a coach has changed, by the key of the kind; the others are as declared.

    Raises `CannotBeMet` with `settings.signal.unknown`, `.interval`, `.weight` or `.window`.
    """

    changed: Mapping[str, SignalNumbers] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, numbers in self.changed.items():
            _check(key, numbers)

    def of(self, key: str) -> SignalNumbers:
        """The numbers in force for the kind `key`."""
        return self.changed.get(key) or KIND_BY_KEY[key].usual

    def with_numbers(self, key: str, numbers: SignalNumbers) -> "SignalSettings":
        """These settings with other numbers for one kind."""
        return SignalSettings({**self.changed, key: numbers})


def _check(key: str, numbers: SignalNumbers) -> None:
    if key not in KIND_BY_KEY:
        raise CannotBeMet("settings.signal.unknown", kind=key)
    if not 1 <= numbers.interval_days <= LONGEST_INTERVAL_DAYS:
        raise CannotBeMet(
            "settings.signal.interval",
            kind=key,
            interval=numbers.interval_days,
            longest=LONGEST_INTERVAL_DAYS,
        )
    if not 0 < numbers.weight < inf:
        raise CannotBeMet("settings.signal.weight", kind=key, weight=numbers.weight)
    if not 0 <= numbers.window_days <= numbers.interval_days:
        raise CannotBeMet(
            "settings.signal.window", kind=key, window=numbers.window_days, interval=numbers.interval_days
        )


def client_signals(facts: ClientFacts, settings: SignalSettings, today: date) -> tuple[Signal, ...]:
    """The signals of one client, in the order of the registry. An ended client has none."""
    if facts.has_ended(today):
        return ()
    starts_later = facts.starts_later(today)
    return tuple(
        _signal(kind, finding, numbers)
        for kind in SIGNAL_KINDS
        if (numbers := settings.of(kind.key)).on and (kind.before_start or not starts_later)
        for finding in kind.of_client(facts, numbers)
    )


def employer_signals(facts: EmployerFacts, settings: SignalSettings) -> tuple[Signal, ...]:
    """The signals of one employer, in the order of the registry."""
    return tuple(
        _signal(kind, finding, numbers)
        for kind in SIGNAL_KINDS
        if (numbers := settings.of(kind.key)).on
        for finding in kind.of_employer(facts, numbers)
    )


def _signal(kind: SignalKind, finding: Finding, numbers: SignalNumbers) -> Signal:
    """A client's own interval may be shorter than the window of the kind: then the window is as short."""
    return Signal(
        kind=kind.key,
        due_on=finding.due_on,
        interval_days=finding.interval_days,
        window_days=min(numbers.window_days, finding.interval_days),
        weight=numbers.weight,
        record_id=finding.record_id,
        reason=finding.reason,
    )

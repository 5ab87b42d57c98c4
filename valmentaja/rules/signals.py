"""The signals: what makes a client or an employer need something, each kind declared once (design.md §6).

A signal says when something falls due and why. How pressing it is on a day is arithmetic on its date;
who comes first is decided in `triage`. All come from records, none from opinion (method.md §6).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from math import inf

from valmentaja.errors import CannotBeMet
from valmentaja.model.reason import Band, Booked, Reason
from valmentaja.rules import contact_findings, lead_findings, work_findings
from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts
from valmentaja.rules.finding import Finding, Findings, SignalNumbers, Situation
from valmentaja.rules.follow_along import plan
from valmentaja.rules.promises import USUAL_WINDOWS, Promise, Work, signal_key

LONGEST_INTERVAL_DAYS = 3660  # ten years: what is longer is a slip of the finger
SMALLEST_FACTOR = 0.05
"""However far ahead the due date is, the weight counts by this part of it."""


class Act(StrEnum):
    """What the coach has done when a signal is told to be done: what is then logged, or begun to be."""

    FINISH_STEP = "finish_step"
    MEET_TODAY = "meet_today"
    MEET_FORM = "meet_form"
    CONTACT_FORM = "contact_form"
    AGREE_STEP = "agree_step"
    TELL_OUTCOME = "tell_outcome"
    LOOK_FORM = "look_form"
    AGREE_MEETINGS = "agree_meetings"
    ASK_PAID_WORK = "ask_paid_work"
    SETTLE_CONCERN = "settle_concern"
    FINISH_REPORT = "finish_report"
    REVIEW_DISCLOSURE = "review_disclosure"
    CHECK_BENEFIT = "check_benefit"
    CONTACT_PARTNER = "contact_partner"
    LOOK_AT_LEAVE = "look_at_leave"
    LEAD_FORM = "lead_form"
    OPEN_EMPLOYER = "open_employer"

    @property
    def text_key(self) -> str:
        """The key of the text that says in a few words what it does."""
        return f"act.{self.value}"


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


def _nothing(facts: object, numbers: SignalNumbers, today: object = None) -> Findings:
    return ()


@dataclass(frozen=True, slots=True)
class SignalKind:
    """The one declaration of a kind: its usual numbers, how it is found, and what "done" means for it.

    Its texts follow from the key: for each reason that it gives `signal.<reason>.<band>`, `signal.<reason>.why` and
    `signal_name.<reason>`; for what ends it `signal_done.<key>`, and `setting.signal.<key>`. What one key does about
    it is the text of its `act`.
    `shown_when_put_aside`: the bands in which it shows although the client is put aside.
    `before_start`: whether it is looked for while the client's start is still ahead. `can_be_off`: whether the coach
    may do without it.
    """

    key: str
    usual: SignalNumbers
    of_client: Callable[[Situation, SignalNumbers], Findings]
    act: Act
    of_employer: Callable[[EmployerFacts, SignalNumbers], Findings] = _nothing
    of_own: Callable[[OwnFacts, SignalNumbers, date], Findings] = _nothing
    shown_when_put_aside: frozenset[Band] = frozenset()
    before_start: bool = False
    can_be_off: bool = True

    @property
    def cannot_wait(self) -> bool:
        """Whether it shows at any time, whoever is put aside."""
        return Band.SOON in self.shown_when_put_aside

    @property
    def done_key(self) -> str:
        """The key of the text that says what ends it."""
        return f"signal_done.{self.key}"


# Everybody is seen at least once in a period, also those put aside (method.md §6).
_WHEN_DUE = frozenset({Band.LATE, Band.TODAY})
# A put-aside never hides the start of work, a lost job, or a danger.
_WHENEVER = frozenset({Band.LATE, Band.TODAY, Band.SOON})


def _promise(
    key: str, interval_days: int, weight: float, act: Act, shown_when_put_aside: frozenset[Band] = frozenset()
) -> SignalKind:
    """A kind that comes from a promise of follow-along; it may be made before the cooperation begins."""
    return SignalKind(
        key,
        SignalNumbers(interval_days, USUAL_WINDOWS[key], weight),
        work_findings.promised(key),
        act,
        shown_when_put_aside=shown_when_put_aside,
        before_start=True,
    )


# Their order settles ties: nothing can be agreed with a client before there is contact.
SIGNAL_KINDS: tuple[SignalKind, ...] = (
    SignalKind(
        "safety_concern",
        SignalNumbers(3, 3, 6),
        work_findings.safety_concern,
        Act.SETTLE_CONCERN,
        shown_when_put_aside=_WHENEVER,
        before_start=True,
    ),
    _promise("before_start", 7, 6, Act.MEET_TODAY, _WHENEVER),
    _promise("three_days", 3, 6, Act.MEET_TODAY, _WHENEVER),
    _promise("job_ended", 3, 6, Act.MEET_FORM, _WHENEVER),
    _promise("weekly", 7, 5, Act.MEET_TODAY, _WHENEVER),
    SignalKind("reach_out", SignalNumbers(2, 2, 5), contact_findings.reach_out, Act.MEET_FORM),
    SignalKind(
        "first_employer_contact",
        SignalNumbers(30, 10, 5),
        contact_findings.first_employer_contact,
        Act.CONTACT_FORM,
    ),
    _promise("trial_ends", 14, 5, Act.LOOK_FORM),
    SignalKind("lead_closes", SignalNumbers(7, 5, 5), lead_findings.lead_closes, Act.LEAD_FORM),
    SignalKind("lead_interview", SignalNumbers(7, 5, 5), lead_findings.lead_interview, Act.LEAD_FORM),
    _promise("monthly", 30, 4, Act.MEET_TODAY),
    _promise("as_agreed", 30, 4, Act.MEET_TODAY),
    _promise("agree_after_year", 30, 4, Act.AGREE_MEETINGS),
    _promise("subsidy_ends", 30, 4, Act.LOOK_FORM),
    _promise("fixed_term_ends", 30, 4, Act.LOOK_FORM),
    _promise("unpaid_decision", 30, 4, Act.LOOK_FORM),
    SignalKind(
        "next_step",
        SignalNumbers(7, 3, 4),
        contact_findings.client_steps,
        Act.FINISH_STEP,
        contact_findings.employer_steps,
        contact_findings.own_steps,
        before_start=True,
    ),
    SignalKind(
        "appointment_outcome",
        SignalNumbers(1, 1, 4),
        contact_findings.appointment_outcome,
        Act.TELL_OUTCOME,
        before_start=True,
    ),
    SignalKind(
        "report_due", SignalNumbers(14, 14, 4), work_findings.report_due, Act.FINISH_REPORT, before_start=True
    ),
    SignalKind(
        "leave_ahead",
        SignalNumbers(14, 14, 4),
        _nothing,
        Act.LOOK_AT_LEAVE,
        of_own=work_findings.leave_ahead,
    ),
    SignalKind("no_contact", SignalNumbers(14, 3, 3), contact_findings.no_contact, Act.MEET_FORM),
    SignalKind("nothing_agreed", SignalNumbers(14, 7, 3), contact_findings.nothing_agreed, Act.AGREE_STEP),
    SignalKind(
        "unseen",
        SignalNumbers(30, 5, 3),
        contact_findings.unseen,
        Act.MEET_TODAY,
        shown_when_put_aside=_WHEN_DUE,
        can_be_off=False,
    ),
    SignalKind("lead_silent", SignalNumbers(14, 3, 3), lead_findings.lead_silent, Act.LEAD_FORM),
    SignalKind("unpaid_ask", SignalNumbers(90, 14, 3), work_findings.unpaid_ask, Act.ASK_PAID_WORK),
    SignalKind("workplace_visit", SignalNumbers(60, 14, 2), work_findings.workplace_visit, Act.CONTACT_FORM),
    SignalKind(
        "disclosure_review",
        SignalNumbers(60, 14, 2),
        work_findings.disclosure_review,
        Act.REVIEW_DISCLOSURE,
    ),
    SignalKind("benefit_check", SignalNumbers(30, 14, 2), work_findings.benefit_check, Act.CHECK_BENEFIT),
    _promise("retention", 30, 2, Act.LOOK_FORM),
    SignalKind(
        "rest_ends",
        SignalNumbers(30, 7, 2),
        _nothing,
        Act.OPEN_EMPLOYER,
        contact_findings.rest_ends,
    ),
    SignalKind(
        "partner_contact",
        SignalNumbers(30, 7, 2),
        work_findings.partner_contact,
        Act.CONTACT_PARTNER,
        of_own=work_findings.own_partner_contact,
    ),
)
KIND_BY_KEY: Mapping[str, SignalKind] = {kind.key: kind for kind in SIGNAL_KINDS}
KIND_ORDER: Mapping[str, int] = {kind.key: place for place, kind in enumerate(SIGNAL_KINDS)}


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

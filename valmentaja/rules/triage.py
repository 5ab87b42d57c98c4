"""The triage queue: who needs something, the most pressing first, and why, from records alone (method.md §6).

A pure function of records, settings and day. No row is placed by who the client is (method.md P2): names,
codes, notes and phases are not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from valmentaja import TYPE_CHECKING
from valmentaja.model.reason import Band
from valmentaja.rules.facts import NOTHING_OWN
from valmentaja.rules.leaves import returned_from
from valmentaja.rules.signal_kinds import KIND_BY_KEY, KIND_ORDER
from valmentaja.rules.signals import client_signals, employer_signals, own_signals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from valmentaja.model.client import Client
    from valmentaja.model.employer import Employer
    from valmentaja.model.leave import Leave
    from valmentaja.model.touch import Touch
    from valmentaja.rules.facts import ClientFacts, EmployerFacts, OwnFacts
    from valmentaja.rules.signals import Signal, SignalSettings


class About(StrEnum):
    """Whom a row is about: a client, an employer, or the coach's own self."""

    CLIENT = "client"
    EMPLOYER = "employer"
    SELF = "self"


class Turn(StrEnum):
    """Whose turn it is among the late in the first days after a leave, when the list begins with people.

    At any other time every row has `USUAL`.
    """

    USUAL = "usual"
    CANNOT_WAIT = "cannot_wait"
    CLIENTS = "clients"
    OTHERS = "others"

    @property
    def rank(self) -> int:
        """The place of the turn in its band, 0 for the first."""
        return _TURN_RANK[self]


_TURN_RANK = {turn: rank for rank, turn in enumerate(Turn)}


class PlacedBy(StrEnum):
    """What decides which of two rows comes first, in the order in which it is looked at."""

    PUT_ASIDE = "put_aside"
    BAND = "band"
    TURN = "turn"
    SCORE = "score"
    UNATTENDED = "unattended"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row of the queue. `signals` are in order, the one to show first; none when all is well.

    `score` is that of the main signal, 0 without one. `days_unattended` counts from the last reached contact
    (employer: last contact), before the first one from the start (employer: from the day added); it is
    negative while the start is ahead. `hidden` says that the client is put aside; where something breaks
    through, the row is shown and still tells `snoozed_until` and `snoozed_because`. Each thing of the coach's own
    is a row with one signal. `waited`: what is late fell due while the coach was on the leave just ended.
    """

    about: About
    client: Client | None
    employer: Employer | None
    band: Band
    score: float
    days_unattended: int
    signals: tuple[Signal, ...]
    snoozed_until: date | None
    snoozed_because: str | None
    hidden: bool
    turn: Turn = Turn.USUAL
    waited: bool = False

    @property
    def id(self) -> int:
        """The id of the client or employer; for the coach's own self that of the record that waits."""
        subject = self.client or self.employer
        return subject.id if subject else self.signals[0].record_id

    @property
    def main(self) -> Signal | None:
        """The signal whose reason stands in the list: the highest score in the row's band."""
        return self.signals[0] if self.signals else None


def triage(
    clients: Iterable[ClientFacts],
    employers: Iterable[EmployerFacts],
    settings: SignalSettings,
    today: date,
    own: OwnFacts = NOTHING_OWN,
) -> tuple[QueueRow, ...]:
    """Every client who has not ended, every employer with a signal and what waits for the coach alone, in order.

    The quiet and the hidden are among them.
    """
    rows = [_client_row(facts, settings, today) for facts in clients if not facts.has_ended(today)]
    rows += [row for facts in employers if (row := _employer_row(facts, settings, today)).signals]
    rows += [_own_row(signal, today) for signal in own_signals(own, settings, today)]
    leave = returned_from(own.leaves, today)
    if leave is not None:
        rows = [_after(leave, row, today) for row in rows]
    return tuple(sorted(rows, key=_place))


def _place(row: QueueRow) -> tuple[bool, int, int, float, int, int]:
    """What places a row, as `PlacedBy` names it. Ties go to the one longest without attention.

    Ids are one sequence, so the order is total.
    """
    score = 0 if row.turn is Turn.CLIENTS else row.score
    return (row.hidden, row.band.rank, row.turn.rank, -score, -row.days_unattended, row.id)


def placed_by(above: QueueRow, row: QueueRow) -> PlacedBy:
    """What decided that the one row stands above the other."""
    pairs = zip(PlacedBy, _place(above), _place(row), strict=True)
    return next((by for by, one, other in pairs if one != other), PlacedBy.ADDED)


def _after(leave: Leave, row: QueueRow, today: date) -> QueueRow:
    """The row in the first days after a leave: what cannot wait first, then the clients, then all else."""
    late = [signal for signal in row.signals if signal.band(today) is Band.LATE]
    if row.hidden or not late:
        return row
    if row.about is not About.CLIENT:
        turn = Turn.OTHERS
    else:
        cannot_wait = any(KIND_BY_KEY[signal.kind].cannot_wait for signal in late)
        turn = Turn.CANNOT_WAIT if cannot_wait else Turn.CLIENTS
    waited = turn is not Turn.CANNOT_WAIT and all(leave.covers(signal.due_on) for signal in late)
    return replace(row, turn=turn, waited=waited)


def _client_row(facts: ClientFacts, settings: SignalSettings, today: date) -> QueueRow:
    signals = _in_order(client_signals(facts, settings, today), today)
    snooze = facts.put_aside(today)
    breaking_through = _shown_although_put_aside(signals, today) if snooze else ()
    if breaking_through:
        signals = breaking_through + tuple(signal for signal in signals if signal not in breaking_through)
    return QueueRow(
        about=About.CLIENT,
        client=facts.client,
        employer=None,
        band=_band(signals, today),
        score=_score(signals, today),
        days_unattended=_days_since(facts.last_reached, facts.client.start_on, today),
        signals=signals,
        snoozed_until=snooze.until if snooze else None,
        snoozed_because=snooze.because if snooze else None,
        hidden=snooze is not None and not breaking_through,
    )


def _employer_row(facts: EmployerFacts, settings: SignalSettings, today: date) -> QueueRow:
    signals = _in_order(employer_signals(facts, settings), today)
    return QueueRow(
        about=About.EMPLOYER,
        client=None,
        employer=facts.employer,
        band=_band(signals, today),
        score=_score(signals, today),
        days_unattended=_days_since(facts.last_contact, facts.employer.added_on, today),
        signals=signals,
        snoozed_until=None,
        snoozed_because=None,
        hidden=False,
    )


def _own_row(signal: Signal, today: date) -> QueueRow:
    return QueueRow(
        about=About.SELF,
        client=None,
        employer=None,
        band=signal.band(today),
        score=signal.score(today),
        days_unattended=0,
        signals=(signal,),
        snoozed_until=None,
        snoozed_because=None,
        hidden=False,
    )


def _in_order(signals: tuple[Signal, ...], today: date) -> tuple[Signal, ...]:
    """By band and score; ties by the earlier due date, the order of the registry, the record's id."""

    def place(signal: Signal) -> tuple[int, float, date, int, int]:
        band, score = signal.band(today), signal.score(today)
        return (band.rank, -score, signal.due_on, KIND_ORDER[signal.kind], signal.record_id)

    return tuple(sorted(signals, key=place))


def _shown_although_put_aside(signals: tuple[Signal, ...], today: date) -> tuple[Signal, ...]:
    return tuple(
        signal for signal in signals if signal.band(today) in KIND_BY_KEY[signal.kind].shown_when_put_aside
    )


def _band(signals: tuple[Signal, ...], today: date) -> Band:
    return signals[0].band(today) if signals else Band.QUIET


def _score(signals: tuple[Signal, ...], today: date) -> float:
    return signals[0].score(today) if signals else 0.0


def _days_since(touch: Touch | None, otherwise: date, today: date) -> int:
    return (today - (touch.day if touch else otherwise)).days

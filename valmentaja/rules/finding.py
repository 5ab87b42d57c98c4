"""What a kind of signal finds in the facts of a client or an employer, and how it is said to be met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from valmentaja.model.appointment import Appointment
    from valmentaja.model.reason import ReasonParameter
    from valmentaja.model.touch import Touch
    from valmentaja.rules.facts import ClientFacts
    from valmentaja.rules.promises import Promise, Work

ANY_WAY = frozenset(ClientContactWay)
FACE_TO_FACE = frozenset({ClientContactWay.IN_PERSON, ClientContactWay.VIDEO})
IN_PERSON = frozenset({ClientContactWay.IN_PERSON})


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
class MetBy:
    """Which appointment would meet what is found: in one of the `ways`, and as it says.

    `is_alone`: with this client only. `employer_id`: at this employer's; `with_employer`: at any.
    """

    ways: frozenset[ClientContactWay]
    is_alone: bool = False
    with_employer: bool = False
    employer_id: int | None = None

    def is_met_by(self, appointment: Appointment) -> bool:
        """Whether the appointment, once kept, would meet it."""
        if appointment.way not in self.ways or (self.is_alone and not appointment.is_with_one_client):
            return False
        if self.employer_id is not None:
            return appointment.employer_id == self.employer_id
        return appointment.employer_id is not None or not self.with_employer


@dataclass(frozen=True, slots=True)
class Finding:
    """What a kind finds in the facts: a signal without the numbers of its kind.

    `met_by` is `None` where no appointment can meet it. `window_days` is `None` where the window is the kind's.
    """

    due_on: date
    interval_days: int
    record_id: int
    reason: Reason
    met_by: MetBy | None = None
    window_days: int | None = None


Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A client on a day: the facts, the placements that run then, and the promises that are open, by kind of signal."""

    facts: ClientFacts
    today: date
    live_works: tuple[Work, ...]
    promised: Mapping[str, list[tuple[Work, Promise]]]


def counted_from(
    key: str, since: date, interval_days: int, record_id: int, met_by: MetBy | None = None
) -> Finding:
    """What falls due so many days after a moment."""
    due_on = since + timedelta(days=interval_days)
    parameters: dict[str, ReasonParameter] = {"since": since, "interval_days": interval_days}
    return due(key, due_on, interval_days, record_id, parameters, met_by)


def due(
    key: str,
    due_on: date,
    interval_days: int,
    record_id: int,
    parameters: Mapping[str, ReasonParameter],
    met_by: MetBy | None = None,
) -> Finding:
    """What falls due on a day of its own. `parameters` are those of the reason beside the date."""
    reason = Reason(key, {"due_on": due_on, **parameters})
    return Finding(due_on, interval_days, record_id, reason, met_by)


def is_later(touch: Touch, other: Touch | None) -> bool:
    """Whether the touch came after the other one, or there is no other."""
    return other is None or (touch.day, touch.record_id) > (other.day, other.record_id)

"""What the triage rules take: for one client or employer, the few records that decide.

They are gathered by the store. Nothing here estimates a person (method.md P1, P2): only records and dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from valmentaja.model.answer import Answer
    from valmentaja.model.appointment import Appointment
    from valmentaja.model.benefit import Benefit
    from valmentaja.model.client import Client
    from valmentaja.model.concern import Concern
    from valmentaja.model.disclosure import Disclosure
    from valmentaja.model.employer import Employer
    from valmentaja.model.lead import Lead
    from valmentaja.model.leave import Leave
    from valmentaja.model.service_period import ServicePeriod
    from valmentaja.model.snooze import Snooze
    from valmentaja.model.step import NextStep
    from valmentaja.model.supporter import Supporter
    from valmentaja.model.touch import Touch
    from valmentaja.rules.promises import Work


@dataclass(frozen=True, slots=True)
class Partner:
    """Someone of a network with whom regular contact was agreed, and the last contact with them."""

    supporter: Supporter
    last_contact: Touch | None


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """The moments of one client that triage looks at, the newest of their sort unless said; `None` for never.

    `last_reached` is any contact in which the client was reached, `last_seen` one in person or by video,
    `last_attempt` one that did not reach. `first_employer_meeting` is the first employer contact in person
    that was logged with this client. `anything_agreed` says whether any next step was ever recorded.
    `snooze` is the put-aside that runs on the day of the rule. `works` are all placements, oldest first, and
    `workplace_meetings` the last meeting in person with each employer of one that runs, by the employer's id.
    `appointments` are those without an outcome, in the order of their times; the other tuples hold what is open,
    `find_outs` what was to be found out together by a day.
    """

    client: Client
    last_reached: Touch | None
    last_seen: Touch | None
    last_attempt: Touch | None
    first_employer_meeting: Touch | None
    open_steps: tuple[NextStep, ...]
    anything_agreed: bool
    snooze: Snooze | None
    works: tuple[Work, ...] = ()
    workplace_meetings: Mapping[int, Touch] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    concerns: tuple[Concern, ...] = ()
    service_periods: tuple[ServicePeriod, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    partners: tuple[Partner, ...] = ()
    leads: tuple[Lead, ...] = ()
    find_outs: tuple[Answer, ...] = ()

    def has_ended(self, today: date) -> bool:
        """Whether the cooperation has ended by `today`."""
        return self.client.has_ended(today)

    def starts_later(self, today: date) -> bool:
        """Whether the start is still ahead on `today`."""
        return self.client.start_on > today

    def put_aside(self, today: date) -> Snooze | None:
        """The put-aside that hides the client on `today`: on its day `until` the client is back."""
        snooze = self.snooze
        if snooze is None or snooze.until <= today:
            return None
        ended = snooze.ended_on is not None and snooze.ended_on <= today
        return None if ended else snooze


@dataclass(frozen=True, slots=True)
class EmployerFacts:
    """One employer, the last contact of any way, and the open steps to be shown with the employer.

    A step about both a client and an employer belongs to the facts of one of them only, or it shows twice.
    """

    employer: Employer
    last_contact: Touch | None
    open_steps: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What waits for the coach alone: steps about nobody else, the coach's own network, and leave.

    `leaves` are those planned by the day that end on it, after it, or some days before it.
    """

    open_steps: tuple[NextStep, ...] = ()
    partners: tuple[Partner, ...] = ()
    leaves: tuple[Leave, ...] = ()


NOTHING_OWN = OwnFacts()

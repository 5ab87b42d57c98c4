"""What the triage rules take: for one client or employer, the few records that decide.

They are gathered by the store. Nothing here estimates a person (method.md P1, P2): only records and dates.
"""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep
from valmentaja.model.touch import Touch


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """The moments of one client that triage looks at, the newest of their sort unless said; `None` for never.

    `last_reached` is any contact in which the client was reached, `last_seen` one in person or by video,
    `last_attempt` one that did not reach. `first_employer_meeting` is the first employer contact in person
    that was logged with this client. `anything_agreed` says whether any next step was ever recorded.
    `snooze` is the put-aside that runs on the day of the rule.
    """

    client: Client
    last_reached: Touch | None
    last_seen: Touch | None
    last_attempt: Touch | None
    first_employer_meeting: Touch | None
    open_steps: tuple[NextStep, ...]
    anything_agreed: bool
    snooze: Snooze | None

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

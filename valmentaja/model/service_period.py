"""The payer's clock (method.md §5): what was bought for a client, and when reports are due."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ServicePeriod:
    """The payer's clock: what was bought for a client, from when until when, and when reports are due.

    `bought_minutes` and `bought_meetings` are what the payer bought, `None` where it is not counted so.
    """

    id: int
    revision: int
    client_id: int
    payer: str | None
    from_on: date
    until_on: date | None
    bought_minutes: int | None
    bought_meetings: int | None
    interim_report_on: date | None
    interim_report_done_on: date | None
    final_report_on: date | None
    final_report_done_on: date | None
    note: str | None

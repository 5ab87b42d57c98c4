"""What a coach would want to be told of a placement: nothing here is refused, all of it is said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja.model.client import Client
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.work_support import SupportKind
from valmentaja.rules.promises import Work


class RemarkKind(StrEnum):
    """What there is to be said; the text `placement.remark.<kind>`."""

    BEFORE_CLIENT_START = "before_client_start"
    OVERLAPS = "overlaps"
    SUBSIDY_UNDECIDED = "subsidy_undecided"
    CLIENT_ENDED = "client_ended"
    UNPAID_WITHOUT_DECISION = "unpaid_without_decision"
    TRIAL_BEFORE_START = "trial_before_start"
    SUBSIDY_BEFORE_START = "subsidy_before_start"
    DECISION_BEFORE_START = "decision_before_start"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to be said, with the day it is about, and the other placement where there is one."""

    kind: RemarkKind
    day: date
    other_id: int | None = None


def remarks(work: Work, others: Iterable[Placement], client: Client, today: date) -> tuple[Remark, ...]:
    """All that is to be said of a placement of the client, who has the other placements too."""
    return tuple(_remarks(work, others, client, today))


def _remarks(work: Work, others: Iterable[Placement], client: Client, today: date) -> Iterator[Remark]:
    placement = work.placement
    if placement.start_on < client.start_on:
        yield Remark(RemarkKind.BEFORE_CLIENT_START, client.start_on)
    if client.ended_on is not None and placement.start_on >= client.ended_on:
        yield Remark(RemarkKind.CLIENT_ENDED, client.ended_on)
    for other in others:
        if _overlap(placement, other):
            yield Remark(RemarkKind.OVERLAPS, max(placement.start_on, other.start_on), other.id)
    if placement.start_on > today and _waits_for_subsidy(work):
        yield Remark(RemarkKind.SUBSIDY_UNDECIDED, placement.start_on)
    if placement.pay is Pay.UNPAID and placement.ended_on is None and placement.decide_on is None:
        yield Remark(RemarkKind.UNPAID_WITHOUT_DECISION, placement.start_on)
    if not placement.never_began:
        yield from _over_before_start(work)


def _over_before_start(work: Work) -> Iterator[Remark]:
    """What would be over before the work begins: a slip of the finger, or it stayed behind when the start moved."""
    placement = work.placement
    days = (
        (RemarkKind.TRIAL_BEFORE_START, placement.trial_until),
        (RemarkKind.SUBSIDY_BEFORE_START, work.subsidy_until),
        (RemarkKind.DECISION_BEFORE_START, None if placement.is_job else placement.decide_on),
    )
    yield from (Remark(kind, day) for kind, day in days if day is not None and day < placement.start_on)


def _overlap(one: Placement, other: Placement) -> bool:
    """Whether there are days on which both run; one without a last day runs on, one that never began has none."""
    if one.never_began or other.never_began:
        return False
    first, second = sorted((one, other), key=lambda placement: placement.start_on)
    last_day = first.ended_on or first.planned_end_on
    return last_day is None or second.start_on <= last_day


def _waits_for_subsidy(work: Work) -> bool:
    """Whether a wage subsidy was applied for, or is counted on, that nobody has decided yet (method.md §5)."""
    subsidies = [support for support in work.supports if support.kind is SupportKind.WAGE_SUBSIDY]
    if subsidies:
        return all(support.is_undecided for support in subsidies)
    return work.placement.pay is Pay.SUBSIDISED and work.placement.subsidy_until is None

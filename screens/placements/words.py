"""A placement in words: what it is, what became of its promises, what comes next, what a coach would want to know."""

from collections.abc import Iterable, Sequence
from datetime import date

from valmentaja.desks.placements import PlacementLine
from valmentaja.model.placement import Placement
from valmentaja.model.placement_look import Look, PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.start_move import StartMove
from valmentaja.model.work_support import WorkSupport
from valmentaja.rules.fields import FIELDS
from valmentaja.rules.placements import Remark
from valmentaja.rules.promises import MEETING_KINDS, Promise, PromiseKind, State
from valmentaja.screens.records.field_words import label, shown_value
from valmentaja.screens.records.run_rows import short_day
from valmentaja.store.employers import employer
from valmentaja.store.placements import placement
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line

SIGNS = {State.KEPT: "●", State.KEPT_LATE: "◐", State.MISSED: "×", State.OPEN: "○"}
"""What stands for a promise in a run; the words beside it say the same."""
MOST_SIGNS = 24
CONTACT_KINDS = MEETING_KINDS | {PromiseKind.JOB_ENDED}
_COUNTED = (State.KEPT, State.KEPT_LATE, State.MISSED)
_LOOKED_AT = frozenset(PromiseKind(one.value) for one in Look)


# What it is


def job_told(line: PlacementLine) -> str:
    """Employer and job: "Lounas-Aitta, keittiöapulainen"."""
    parts = (line.employer.name, line.placement.job)
    return ", ".join(one_line(part, LONGEST_NAMED) for part in parts if part)


def terms_told(texts: Texts, held: Placement) -> str:
    """Pay, hours, contract: "palkkatuettu työ · 22,5 h viikossa · vakituinen"."""
    parts = [texts(f"pay.{held.pay}")]
    if held.unpaid_kind is not None and not held.is_job:
        parts.append(texts(f"unpaid_kind.{held.unpaid_kind}"))
    if held.weekly_minutes is not None:
        parts.append(texts("placement.weekly", hours=texts.number(held.weekly_minutes / 60)))
    if held.contract is not None:
        parts.append(texts(f"contract.{held.contract}"))
    return " · ".join(parts)


def stretch_told(texts: Texts, held: Placement, today: date) -> str:
    """From when until when, as far as that is known."""
    end = held.ended_on or held.planned_end_on
    if held.ended_on is not None and held.ended_on < held.start_on:
        return texts("work.never_began")
    if held.ended_on is not None and held.ended_on <= today:
        return texts("work.ended", start=held.start_on, end=held.ended_on)
    begun = "from" if held.start_on <= today else "begins"
    if end is None:
        return texts(f"work.{begun}", start=held.start_on)
    return texts(f"work.{begun}_to", start=held.start_on, end=end)


# Promises


def promise_name(texts: Texts, held: Promise) -> str:
    """What was promised: "viikkotapaaminen"; one agreed anew says that.

    What is looked at falls due before it ends, so its name says that the day is the day of the look.
    """
    name = texts(f"signal_name.{held.kind}")
    if held.kind in _LOOKED_AT:
        return texts("work.promise_look", what=texts(f"look.{held.kind}"))
    agreed = held.is_agreed and held.kind in MEETING_KINDS and held.kind.value != "as_agreed"
    return texts("work.promise_agreed", what=name) if agreed else name


def state_told(texts: Texts, held: Promise, today: date) -> str:
    """What became of it, with its day: "pidetty 25.11.", "avoin, 6 päivää yli"."""
    if held.done_on is not None:
        return texts(f"work.state.{held.state}", day=texts.date(held.done_on))
    if held.state is not State.OPEN:
        return texts(f"promise_state.{held.state}")
    days = (held.due_on - today).days
    if days < 0:
        return texts.counted("work.state.late", -days)
    if days == 0:
        return texts("work.state.today")
    return texts("work.state.open" if held.window_from <= today else "work.state.later")


def next_told(texts: Texts, held: Promise, today: date) -> str:
    """The open meeting as what comes next, with its day."""
    what, day = promise_name(texts, held), short_day(texts, held.due_on, today)
    days = (held.due_on - today).days
    if days < 0:
        return texts.counted("work.next_late", -days, what=what, day=day)
    return texts("work.next_today" if days == 0 else "work.next", what=what, day=day)


def next_sentence(texts: Texts, held: Promise, today: date) -> str:
    """The same behind a full stop: it begins as a sentence does."""
    told = next_told(texts, held, today)
    return f"{told[:1].upper()}{told[1:]}"


def by_told(texts: Texts, held: Promise, today: date) -> str:
    """A promise with its day: "viikkotapaaminen to 26.11. mennessä"."""
    return texts("work.by", what=texts(f"signal_name.{held.kind}"), day=short_day(texts, held.due_on, today))


def waiting(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """The contacts with the client that are to come: the open meeting, and that after a job has ended."""
    return tuple(one for one in promises if one.is_open and one.kind in CONTACT_KINDS)


def run_of(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """What has been kept or not by now in the order of its days, and what is waited for behind it."""
    held = tuple(promises)
    return (*(one for one in held if one.state in _COUNTED), *waiting(held))


def signs_told(promises: Sequence[Promise]) -> str:
    """A sign for each promise of a run, the newest ones where there are many."""
    signs = "".join(SIGNS[one.state] for one in promises)
    return signs if len(signs) <= MOST_SIGNS else f"…{signs[-MOST_SIGNS:]}"


def counts_told(texts: Texts, promises: Iterable[Promise]) -> str:
    """How many were kept, kept late and missed: "pidetty 5 · myöhässä 1 · jäi 1"; "" before the first."""
    states = [one.state for one in promises]
    return " · ".join(
        texts(f"work.count.{state}", count=states.count(state)) for state in _COUNTED if state in states
    )


# What was recorded with it


def remark_told(book: Workbook, texts: Texts, remark: Remark) -> str:
    """What there is to be said, as a sentence."""
    other = ""
    if remark.other_id is not None:
        at = employer(book, placement(book, remark.other_id).employer_id)
        other = one_line(at.name, LONGEST_NAMED)
    return texts(f"work.remark.{remark.kind}", day=remark.day, other=other)


def support_told(texts: Texts, held: WorkSupport) -> str:
    """A support: what it is, and how far it has come."""
    parts = [texts(f"support_kind.{held.kind}")]
    if held.applied_on is not None:
        parts.append(texts("support.applied", day=held.applied_on))
    parts.append(texts("support.undecided") if held.decision is None else texts(f"decision.{held.decision}"))
    if held.until_on is not None:
        parts.append(texts("support.until", day=held.until_on))
    return ", ".join(parts)


def move_told(texts: Texts, held: StartMove) -> str:
    """A start that was moved, and why."""
    return texts("work.moved", before=held.from_day, after=held.to_day, because=held.because)


def agreement_told(texts: Texts, held: ReAgreement) -> str:
    """What was agreed anew, in which way, and why."""
    if held.to_day is not None:
        what = texts("work.agreed_to", day=texts.date(held.to_day))
    else:
        what = texts.counted("work.agreed_every", held.every_days or 0)
    way = texts("work.agreed_way", way=texts(f"client_way.{held.way}")) if held.way is not None else ""
    return texts("work.agreed", what=what + way, because=held.because)


def look_told(book: Workbook, texts: Texts, held: PlacementLook) -> str:
    """What was looked at, and what was answered."""
    fields = [one for one in FIELDS["placement_look"] if one.name not in ("kind", "date")]
    told = [
        texts("work.answer", field=label(texts, one, "placement_look"), answer=answer)
        for one in fields
        if (answer := shown_value(book, texts, "placement_look", one, getattr(held, one.column)))
    ]
    name = texts(f"look.{held.kind}")
    return texts("work.looked", look=name, answers="; ".join(told)) if told else name

"""The card of the one in focus on Today: who, why now, what is booked and agreed, how to reach them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from textual.content import Content

from valmentaja.content.phases import phase_named
from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.reason import Band, Reason
from valmentaja.model.step import NextStep
from valmentaja.rules.appointments import has_passed
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.clients.last_reached import last_reached_told
from valmentaja.screens.literal import literal, literal_line
from valmentaja.store.appointments import open_appointments
from valmentaja.store.find_outs import waiting_answers
from valmentaja.store.steps import steps_of_client, steps_with_employer
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.sentences import as_sentence, put_aside_sentence, signal_sentence, signal_why
from valmentaja.texts.shown import one_line

STEPS_SHOWN = 3
LONGEST_STEP = 120
REASONS_SHOWN = 3
_ROOMY = 34
"""Cells from which on a card holds whole texts."""
_REACH = 120
_OWN_WORDS = 240
"""Letters of how someone is reached, and of the coach's own words in a reason, where there is room."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a card is made from: the records as they are, or were, on the day.

    `at` is the time of day, where it counts. `done_key` does what the main reason asks for, "" where nothing is done;
    `explain_key` shows all the reasons. `width` is that of the card in cells: in a narrow one what is long is cut, so
    that every part has its room.
    """

    book: Workbook
    texts: Texts
    day: date
    at: time | None
    done_key: str
    explain_key: str
    width: int

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for the beginnings only."""
        return self.width < _ROOMY


def card(seen: Seen, row: QueueRow | None) -> Sequence[Content]:
    """The paragraphs of the card."""
    if row is None:
        return ()
    if row.client is not None:
        return tuple(_of_client(seen, row, row.client))
    if row.employer is not None:
        return tuple(_of_employer(seen, row, row.employer))
    from valmentaja.screens.today.own_card import own_card

    return tuple(own_card(seen, row))


def _of_client(seen: Seen, row: QueueRow, held: Client) -> Iterator[Content]:
    texts = seen.texts
    code = "" if held.name is None else held.code
    about = " · ".join(part for part in (phase_named(held.phase, texts.language), code) if part)
    yield head(
        literal_line(held.label, 60, "bold"),
        literal(about, "$quiet"),
        reach(seen, held.phone, held.best_reached),
    )
    yield main_reason(seen, row)
    yield head(literal(_booked_next(seen, held.id)), other_reasons(seen, row))
    if row.snoozed_until is not None:
        yield literal(put_aside_sentence(texts, row.snoozed_until, row.snoozed_because or ""))
    yield head(literal(last_reached_told(seen.book, texts, held.id, seen.day)), _find_out(seen, row, held))
    yield from _steps(seen, row, steps_of_client(seen.book, held.id))


def _of_employer(seen: Seen, row: QueueRow, held: Employer) -> Iterator[Content]:
    about = " · ".join(part for part in (held.industry, held.town) if part)
    yield head(
        literal_line(held.name, 60, "bold"),
        literal_line(about, 120, "$quiet"),
        reach(seen, held.people, held.phone),
    )
    yield main_reason(seen, row)
    yield other_reasons(seen, row)
    yield from _steps(seen, row, steps_with_employer(seen.book, held.id))


def reach(seen: Seen, *parts: str | None) -> Content:
    """How they are reached; on a narrow card over two lines."""
    told = " · ".join(part for part in parts if part)
    return literal_line(told, 2 * seen.width - 6 if seen.is_narrow else _REACH)


def head(*lines: Content) -> Content:
    """The lines that there are, one under another."""
    return Content("\n").join(line for line in lines if line)


def main_reason(seen: Seen, row: QueueRow) -> Content:
    """The main reason with its dates, and what `done` does about it."""
    texts, main = seen.texts, row.main
    if main is None:
        return literal(texts("triage.nothing"))
    reason = _shortened(main.reason, 2 * seen.width if seen.is_narrow else _OWN_WORDS)
    act = texts(KIND_BY_KEY[main.kind].act.text_key)
    does = literal(texts("today.act", key=seen.done_key, act=act), "$quiet") if seen.done_key else Content("")
    return head(literal(signal_why(texts, reason, seen.day)), does)


def other_reasons(seen: Seen, row: QueueRow) -> Content:
    """Each other reason that presses, on a line of its own; then how many more there are."""
    others = _others(seen, row)
    return head(*(literal(_in_short(seen, one)) for one in others[:REASONS_SHOWN]), _more(seen, others))


def _others(seen: Seen, row: QueueRow) -> Sequence[Signal]:
    return [one for one in row.signals[1:] if one.band(seen.day) is not Band.QUIET]


def _in_short(seen: Seen, signal: Signal) -> str:
    reason = _shortened(signal.reason, 2 * seen.width)
    told = signal_sentence(seen.texts, reason, signal.band(seen.day), seen.day)
    return one_line(f"+ {told}", seen.width)


def _shortened(reason: Reason, longest: int) -> Reason:
    """With at most so many letters of the coach's own words."""
    if "text" not in reason.parameters:
        return reason
    text = one_line(str(reason.parameters["text"]), longest)
    return replace(reason, parameters={**reason.parameters, "text": text})


def _more(seen: Seen, others: Sequence[Signal]) -> Content:
    more = len(others) - REASONS_SHOWN
    if more < 1:
        return Content("")
    return literal(seen.texts.counted("today.more_reasons", more, key=seen.explain_key), "$quiet")


def _booked_next(seen: Seen, client_id: int) -> str:
    """The time that is booked next with the client, or that there is none."""
    ahead = (one for one in open_appointments(seen.book, seen.day) if client_id in one.client_ids)
    held = next((one for one in ahead if not has_passed(one, seen.day, seen.at)), None)
    if held is None:
        return f"{as_sentence(seen.texts('today.nothing_booked'))}."
    told = seen.texts("today.booked_next", day=seen.texts.day(held.day), at=seen.texts.clock(held.at))
    return f"{as_sentence(told)}."


def _find_out(seen: Seen, row: QueueRow, held: Client) -> Content:
    """In one line what is found out together next, unless it is told of as a reason."""
    told = _told_ids(seen, row)
    if not any(one.id not in told for one in waiting_answers(seen.book, held.id, seen.day)):
        return Content("")
    from valmentaja.desks.question_names import find_out_said, to_find_out

    found = to_find_out(seen.book, seen.texts.language, held.id, seen.day, told)
    if found is None:
        return Content("")
    what = find_out_said(seen.texts, found, seen.day)
    return literal_line(seen.texts("today.find_out", what=what), 2 * seen.width - 6)


def _steps(seen: Seen, row: QueueRow, steps: Sequence[NextStep]) -> Iterator[Content]:
    """Those that are open on the day and not told of as a reason, by due date."""
    told = _told_ids(seen, row)
    for step in [one for one in steps if _is_open(one, seen.day) and one.id not in told][:STEPS_SHOWN]:
        about = seen.texts(
            "today.step", owner=seen.texts(f"owner.{step.owner}"), day=seen.texts.day(step.due_on)
        )
        yield literal(about, "$quiet") + Content("\n") + literal_line(step.text, LONGEST_STEP)


def _told_ids(seen: Seen, row: QueueRow) -> Collection[int]:
    return {one.record_id for one in (*row.signals[:1], *_others(seen, row)[:REASONS_SHOWN])}


def _is_open(step: NextStep, day: date) -> bool:
    return step.agreed_on <= day and (step.done_on is None or step.done_on > day)

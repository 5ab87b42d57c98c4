"""What the coach hands to a stand-in before a leave: per client only what is needed to carry on (method.md P4, P10).

Nothing of notes, diary, profile, or of what may not be told is in it; nor why the coach is away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.desks.explaining import signal_name, what_waits
from valmentaja.desks.leave import AwayFrom, FallsIn, LeavePage, leave_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.leave import Leave
from valmentaja.model.step import NextStep
from valmentaja.store.steps import steps_of_client
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line
from valmentaja.texts.sorting import name_key

_LONGEST = 200
_TOLD_WHOLE = frozenset({"next_step", "partner_contact", "safety_concern"})
"""Kinds whose own words say what is to be done; of any other the name says it, and it is all a stand-in needs."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A client whom the stand-in carries: the times booked, what falls due, and the step agreed next besides."""

    client: Client
    times: tuple[AppointmentLine, ...]
    falls_due: tuple[FallsIn, ...]
    next_step: NextStep | None


@dataclass(frozen=True, slots=True)
class StandInSheet:
    """What one stand-in carries while the coach is away."""

    leave: Leave
    stand_in: str
    carried: tuple[Carried, ...]


def stand_in_sheets(book: Workbook, leave_id: int, today: date) -> tuple[StandInSheet, ...]:
    """A sheet for each who stands in, the leave's own stand-in first; none where nobody does.

    Raises CannotBeMet when there is no such leave.
    """
    page = leave_page(book, leave_id, today)
    return tuple(
        StandInSheet(page.leave, name, tuple(_carried(book, one) for one in _carried_by(page, name)))
        for name in _stand_ins(page)
    )


def stand_in_sheet(
    book: Workbook, texts: Texts, leave_id: int, today: date, stand_in: str | None = None
) -> tuple[str, ...]:
    """The sheets as lines of plain text, one after another; or that of one who stands in.

    Raises CannotBeMet when there is no such leave, or nobody (of that name) stands in.
    """
    sheets = stand_in_sheets(book, leave_id, today)
    wanted = [one for one in sheets if stand_in is None or name_key(one.stand_in) == name_key(stand_in)]
    if not wanted:
        raise CannotBeMet("leave.no_stand_in")
    lines: list[str] = []
    for sheet in wanted:
        lines += ["", "", *sheet_lines(texts, sheet)] if lines else sheet_lines(texts, sheet)
    return tuple(lines)


def sheet_lines(texts: Texts, sheet: StandInSheet) -> list[str]:
    """One sheet as lines of plain text."""
    days = {"from": texts.whole_day(sheet.leave.from_on), "until": texts.whole_day(sheet.leave.until_on)}
    lines = [texts("sheet.title", stand_in=one_line(sheet.stand_in, _LONGEST))]
    if not sheet.carried:
        return [*lines, texts("sheet.nobody", **days)]
    lines.append(texts.counted("sheet.days", len(sheet.carried), **days))
    for one in sheet.carried:
        lines += ["", *_client_lines(texts, one, sheet.leave.until_on.year)]
    return lines


def falls_due_said(texts: Texts, one: FallsIn, longest: int = _LONGEST) -> str:
    """What falls due, its day, and whether it comes round: "viikkotapaaminen la 5.12., toistuu".

    Where the coach's own words say what it is, they stand in it by at most `longest` letters.
    """
    told_whole = one.signal.kind in _TOLD_WHOLE
    what = what_waits(texts, one.signal, longest) if told_whole else signal_name(texts, one.signal)
    return texts("sheet.thing_again" if one.again else "sheet.thing", what=what, day=texts.day(one.day))


def time_said(texts: Texts, line: AppointmentLine) -> str:
    """A booked time: when, how, about what and where, and who else is there; of the clients nobody is named."""
    held = line.appointment
    told = texts("sheet.time", day=texts.day(held.day), at=held.at, way=texts(f"client_way.{held.way}"))
    employer = line.employer.name if line.employer else None
    more = (held.about, employer, held.place, held.guests)
    return ", ".join((told, *(one_line(part, _LONGEST) for part in more if part)))


def _stand_ins(page: LeavePage) -> list[str]:
    """Who stands in, each once: the leave's own first, then as the list has them."""
    named: dict[str, str] = {}
    for name in (page.leave.stand_in, *(one.stand_in for one in page.touched)):
        if name:
            named.setdefault(name_key(name), name)
    return list(named.values())


def _carried_by(page: LeavePage, stand_in: str) -> Iterator[AwayFrom]:
    for one in page.touched:
        if one.stand_in and name_key(one.stand_in) == name_key(stand_in):
            yield one


def _carried(book: Workbook, one: AwayFrom) -> Carried:
    assert one.row.client is not None
    told = {thing.signal.record_id for thing in one.falls_in if thing.signal.kind == "next_step"}
    steps = steps_of_client(book, one.row.client.id)
    ahead = (step for step in steps if step.done_on is None and step.id not in told)
    return Carried(one.row.client, one.times, one.falls_in, next(ahead, None))


def _client_lines(texts: Texts, one: Carried, year: int) -> Iterator[str]:
    """What is told of a client; a day of another year than the leave's stands with its year."""
    held = one.client
    yield one_line(held.label, _LONGEST)
    reach = [one_line(part, _LONGEST) for part in (held.phone, held.best_reached) if part]
    if not reach and held.email:
        reach = [one_line(held.email, _LONGEST)]
    yield texts("sheet.reach", reach=", ".join(reach)) if reach else texts("sheet.no_reach")
    yield from (texts("sheet.booked", time=time_said(texts, line)) for line in one.times)
    yield from (texts("sheet.due", thing=falls_due_said(texts, thing)) for thing in one.falls_due)
    if one.next_step is not None:
        step = one.next_step
        yield texts(
            "sheet.step",
            owner=texts(f"owner.{step.owner}"),
            text=one_line(step.text, _LONGEST),
            day=texts.day(step.due_on) if step.due_on.year == year else texts.whole_day(step.due_on),
        )

"""Placements as pages show them: with whom, and every promise of follow-along as it stands on the day."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.placement import Placement
from valmentaja.model.placement_look import PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.start_move import StartMove
from valmentaja.model.work_support import WorkSupport
from valmentaja.rules.follow_along import plan
from valmentaja.rules.placements import Remark, remarks
from valmentaja.rules.promises import Promise, PromiseKind, Work, open_meeting
from valmentaja.settings.signals import signal_settings
from valmentaja.store.clients import client
from valmentaja.store.details import Given
from valmentaja.store.employers import employer
from valmentaja.store.placements import all_placements, placement, placements_at, placements_of
from valmentaja.store.reading import record_told
from valmentaja.store.workbook import Workbook
from valmentaja.store.works import work_of

_NOT_RECORDED = 0


@dataclass(frozen=True, slots=True)
class PlacementLine:
    """A placement, whose and where it is, what has been recorded with it, and its promises by due date.

    `remarks` is what a coach would want to be told of it, such as that it overlaps another one.
    """

    work: Work
    client: Client
    employer: Employer
    promises: tuple[Promise, ...]
    remarks: tuple[Remark, ...]

    @property
    def placement(self) -> Placement:
        """The record itself."""
        return self.work.placement

    @property
    def supports(self) -> tuple[WorkSupport, ...]:
        """The supports for the work."""
        return self.work.supports

    @property
    def looks(self) -> tuple[PlacementLook, ...]:
        """What was looked at, oldest first."""
        return self.work.looks

    @property
    def agreements(self) -> tuple[ReAgreement, ...]:
        """What was agreed anew about the meetings, oldest first."""
        return self.work.agreements

    @property
    def moves(self) -> tuple[StartMove, ...]:
        """How the start was moved, oldest first."""
        return self.work.moves

    @property
    def open_meeting(self) -> Promise | None:
        """The one promise of a meeting that is open."""
        return open_meeting(self.promises)

    @property
    def next_contact(self) -> Promise | None:
        """What is to be kept next with the client: the open meeting, or the contact after the work has ended."""
        ended = (one for one in self.promises if one.is_open and one.kind is PromiseKind.JOB_ENDED)
        return self.open_meeting or next(ended, None)


def placement_line(book: Workbook, held: Placement | int, day: date) -> PlacementLine:
    """The placement, or the one with the id, as a line. Raises CannotBeMet when there is none."""
    record = placement(book, held) if isinstance(held, int) else held
    work, own = work_of(book, record, day), client(book, record.client_id)
    ahead = outlook(book, work, day)
    return PlacementLine(work, own, employer(book, record.employer_id), ahead.promises, ahead.remarks)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from a placement on a day: its promises, and what there is to be said of it."""

    promises: tuple[Promise, ...]
    remarks: tuple[Remark, ...]

    @property
    def open_meeting(self) -> Promise | None:
        """The one promise of a meeting that is open."""
        return open_meeting(self.promises)


def outlook(book: Workbook, work: Work, day: date) -> Outlook:
    """What follows from the work, recorded or only thought of."""
    record = work.placement
    others = tuple(one for one in placements_of(book, record.client_id) if one.id != record.id)
    windows = signal_settings(book).promise_windows
    return Outlook(plan(work, day, windows), remarks(work, others, client(book, record.client_id), day))


def thought_of(book: Workbook, client_id: int, values: Mapping[str, Given], day: date) -> Outlook:
    """What would follow from a placement that is not recorded yet. `values` are by column, with start and pay."""
    columns = dict.fromkeys(one.name for one in fields(Placement))
    ids = {"id": _NOT_RECORDED, "revision": _NOT_RECORDED, "employer_id": _NOT_RECORDED}
    told = {**columns, **ids, **values, "client_id": client_id, "recorded_on": day}
    record = record_told(Placement, told)
    return outlook(book, work_of(book, record, day), day)


def if_moved(book: Workbook, line: PlacementLine, start: date, day: date) -> Outlook:
    """What would follow from the placement if it began on another day."""
    return outlook(book, replace(line.work, placement=replace(line.placement, start_on=start)), day)


def if_agreed(book: Workbook, line: PlacementLine, agreement: ReAgreement, day: date) -> Outlook:
    """What would follow from the placement if this were agreed too."""
    return outlook(book, replace(line.work, agreements=(*line.agreements, agreement)), day)


def placement_lines(book: Workbook, client_id: int | None, day: date) -> tuple[PlacementLine, ...]:
    """The placements of one client, or of everyone on the caseload, the latest start first."""
    if client_id is not None:
        return tuple(placement_line(book, one, day) for one in placements_of(book, client_id))
    lines = (placement_line(book, one, day) for one in all_placements(book))
    return tuple(line for line in lines if not line.client.has_ended(day))


def placement_lines_at(book: Workbook, employer_id: int, day: date) -> tuple[PlacementLine, ...]:
    """The placements at the employer, the latest start first."""
    return tuple(placement_line(book, one, day) for one in placements_at(book, employer_id))

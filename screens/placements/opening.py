"""Opens the forms about a placement, from its own page, from Today and from its client's page alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from valmentaja.desks.placements import PlacementLine, placement_line
from valmentaja.model.placement_look import Look
from valmentaja.rules.signal_kinds import KIND_BY_KEY, Act
from valmentaja.rules.signals import Signal
from valmentaja.screens.records.record_page import RecordPage
from valmentaja.screens.shell.page import Page
from valmentaja.store.placements import placements_of

if TYPE_CHECKING:
    from valmentaja.screens.placements.agree_form import AgreeForm
    from valmentaja.screens.records.detail_form import DetailForm
    from valmentaja.screens.shell.form import Form


def agree_form(page: Page, placement_id: int) -> "AgreeForm":
    """The meetings are agreed anew."""
    from valmentaja.screens.placements.agree_form import AgreeForm

    return AgreeForm(placement_line(page.book, placement_id, page.today))


def look_form(page: Page, placement_id: int, look: Look) -> "DetailForm":
    """It is looked at how it goes."""
    from valmentaja.screens.placements.fillings import looking
    from valmentaja.screens.records.detail_form import DetailForm
    from valmentaja.screens.records.fillings import Desk

    line = placement_line(page.book, placement_id, page.today)
    return DetailForm(looking(Desk(page.book, page.texts, page.today), line, look))


def ask_paid_form(page: Page, placement_id: int) -> "DetailForm":
    """Paid work is asked about."""
    from valmentaja.screens.placements.fillings import asking_paid
    from valmentaja.screens.records.detail_form import DetailForm
    from valmentaja.screens.records.fillings import Desk

    line = placement_line(page.book, placement_id, page.today)
    return DetailForm(asking_paid(Desk(page.book, page.texts, page.today), line))


def form_of(page: Page, signal: Signal) -> "Form[str]":
    """The form of what a signal about a placement asks for. Raises CannotBeMet when the placement is gone."""
    match KIND_BY_KEY[signal.kind].act:
        case Act.AGREE_MEETINGS:
            return agree_form(page, signal.record_id)
        case Act.ASK_PAID_WORK:
            return ask_paid_form(page, signal.record_id)
    return look_form(page, signal.record_id, Look(signal.reason.key))


def support_form(page: Page, line: PlacementLine) -> "DetailForm":
    """A support for the work is added."""
    from valmentaja.screens.placements.fillings import supporting
    from valmentaja.screens.records.detail_form import DetailForm
    from valmentaja.screens.records.fillings import Desk

    return DetailForm(supporting(Desk(page.book, page.texts, page.today), line))


def open_placements(page: Page, client_id: int) -> Sequence[PlacementLine]:
    """The client's placements that nobody has ended, the latest start first."""
    held = (one for one in placements_of(page.book, client_id) if one.ended_on is None)
    return [placement_line(page.book, one, page.today) for one in held]


async def placement_to_agree(page: Page, client_id: int) -> int | None:
    """The placement of which the meetings are agreed anew: the one in focus, or the one that is chosen of several."""
    from valmentaja.screens.placements.words import job_told
    from valmentaja.screens.shell.choose import Choose

    lines = open_placements(page, client_id)
    focused = page.focused_id if isinstance(page, RecordPage) else None
    lines = [one for one in lines if f"placement/{one.placement.id}" == focused] or lines
    if len(lines) < 2:
        return lines[0].placement.id if lines else None
    answers = [(str(one.placement.id), job_told(one)) for one in lines]
    chosen = await page.workbench.push_screen_wait(Choose(page.texts("work.which_placement"), answers))
    return int(chosen) if chosen else None

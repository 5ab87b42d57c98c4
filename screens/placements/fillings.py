"""What the plainer forms about a placement ask for: a look at how it goes, a support, the question about paid work."""

from collections.abc import Mapping
from datetime import date

from valmentaja.desks.placements import PlacementLine, placement_line
from valmentaja.model.placement_look import RETENTION_LOOKS, Look
from valmentaja.model.work_support import SupportKind
from valmentaja.screens.placements.words import job_told, support_told
from valmentaja.screens.records.detail_form import Filling, first_words
from valmentaja.screens.records.fillings import Desk
from valmentaja.store.details import Given
from valmentaja.store.placements import add_support, ask_about_paid_work, look_at

QUESTIONS = ("same_job", "same_content", "same_hours", "is_permanent", "satisfaction", "wishes")
"""What a look at retention asks (method.md §5)."""
SUPPORT = ("kind", "applied_on", "decided_on", "decision", "from", "until", "note")


def looking(desk: Desk, line: PlacementLine, look: Look) -> Filling:
    """What was promised to be looked at is looked at; at retention with its questions."""
    texts, called = desk.texts, desk.texts(f"look.{look}")

    def keep(values: Mapping[str, Given]) -> str:
        answers = {column: value for column, value in values.items() if column != "day"}
        look_at(desk.book, line.placement.id, look, date.fromisoformat(str(values["day"])), answers)
        told = texts("work.has_looked", look=called, job=job_told(line))
        return f"{told}{_not_counted(desk, line, look)}"

    return Filling(
        kind="placement_look",
        place=f"look/{line.placement.id}/{look}",
        title=texts("work.look_title", look=called, **_named(line)),
        names=(*(QUESTIONS if look in RETENTION_LOOKS else ()), "note", "date"),
        keep=keep,
        given={"date": texts.date(desk.today)},
    )


def _not_counted(desk: Desk, line: PlacementLine, look: Look) -> str:
    """Behind what was recorded: that it leaves its promise open, since it is not counted yet; "" where it is."""
    now = placement_line(desk.book, line.placement.id, desk.today)
    held = next((one for one in now.promises if one.kind.value == look.value and one.is_open), None)
    return "" if held is None else f". {desk.texts('work.look_not_counted', day=held.counted_from)}"


def supporting(desk: Desk, line: PlacementLine) -> Filling:
    """A support for the work: nothing but its sort is needed at first, the rest comes as it is decided."""
    texts = desk.texts

    def keep(values: Mapping[str, Given]) -> str:
        told = {column: value for column, value in values.items() if column != "kind"}
        added = add_support(desk.book, line.placement.id, SupportKind(str(values["kind"])), told)
        return texts("work.support_added", support=support_told(texts, added))

    return Filling(
        kind="work_support",
        place=f"work_support/{line.placement.id}",
        title=texts("work.support_title", **_named(line)),
        names=SUPPORT,
        keep=keep,
        given={"kind": SupportKind.WAGE_SUBSIDY},
    )


def asking_paid(desk: Desk, line: PlacementLine) -> Filling:
    """Someone in an unpaid period is asked whether they now want paid work (method.md P1)."""
    texts = desk.texts

    def keep(values: Mapping[str, Given]) -> str:
        answer = values["asked_paid_answer"]
        ask_about_paid_work(
            desk.book,
            line.placement.id,
            day=date.fromisoformat(str(values["asked_paid_on"])),
            answer=None if answer is None else str(answer),
        )
        return texts("work.has_asked", job=job_told(line))

    return Filling(
        kind="placement",
        place=f"ask_paid/{line.placement.id}",
        title=texts("work.ask_title", **_named(line)),
        names=("asked_paid_answer", "asked_paid_on"),
        keep=keep,
        needed=frozenset({"asked_paid_on"}),
        given={"asked_paid_on": texts.date(desk.today)},
    )


def _named(line: PlacementLine) -> dict[str, str]:
    """Whose it is and where, for titles."""
    return {"name": first_words(line.client.label), "job": job_told(line)}

"""The page of one placement: what it is, and what follows from its start, promise by promise."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from valmentaja.desks.placements import PlacementLine, placement_line
from valmentaja.model.client import Client
from valmentaja.model.place import FieldPlace
from valmentaja.model.placement_look import Look
from valmentaja.rules.promises import MEETING_KINDS, Promise
from valmentaja.screens.placements.opening import agree_form, look_form, support_form
from valmentaja.screens.placements.page_rows import PlacementRows
from valmentaja.screens.placements.rows import promise_id
from valmentaja.screens.placements.words import (
    job_told,
    stretch_told,
    terms_told,
)
from valmentaja.screens.records.acting import Acting
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.record_page import Part
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from valmentaja.screens.contacts.log_form import LogForm

_LOOKS = frozenset(Look)


class PlacementScreen(DetailFocus, Acting):
    """Opened from its client's page or its employer's; the keys for contacts and steps are about the client."""

    desk = "clients"
    offers: ClassVar[tuple[str, ...]] = (*DetailFocus.offers, "agree", "next_step", "add", "end")

    def __init__(self, placement_id: int, desk: str = "clients") -> None:
        super().__init__()
        self.desk = desk
        self._placement_id = placement_id
        self._line: PlacementLine | None = None

    # What is shown

    def in_focus(self) -> Client | None:
        """The client whose work it is."""
        return self._line.client if self._line else None

    def about(self) -> str:
        """The client and the job."""
        return self._title(self._line) if self._line else ""

    def _title(self, line: PlacementLine) -> str:
        return f"{one_line(line.client.label, LONGEST_NAMED)}: {job_told(line)}"

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The placement as it is now."""
        line = self._line = placement_line(self.book, self._placement_id, self.today)
        texts, held = self.texts, line.placement
        state = f"{stretch_told(texts, held, self.today)} · {terms_told(texts, held)}"
        made = PlacementRows(self.book, texts, self.today, line, add_key=self.key_of("add"))
        parts = (
            Part("work", texts("part.placement"), lambda: list(made.work())),
            Part("follow_along", texts("part.follow_along"), lambda: list(made.follow_along())),
        )
        if line.open_meeting is not None:  # where the focus is when that part is first opened
            self._focused.setdefault("follow_along", promise_id(line.open_meeting))
        return self._title(line), state, parts

    def status(self) -> tuple[str, str]:
        """What can be done in the part that is open."""
        keys = {one: self.key_of(one) for one in ("open", "add", "end", "agree", "done")}
        if self._line is not None and self._line.placement.ended_on is not None:
            return self.texts("work.status_ended", **keys), ""
        return self.texts(
            "work.status_promises" if self.part == "follow_along" else "work.status", **keys
        ), ""

    def open_part(self, part_id: str) -> None:
        """Another part has other keys to tell of."""
        super().open_part(part_id)
        self.show_status()

    # Keys

    def told_first(self) -> Sequence[str]:
        """How the meetings are agreed anew, and how a support is added."""
        return (*super().told_first(), "agree", "add")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Work that has ended is not ended again, nor are its meetings agreed."""
        runs = self._line is not None and self._line.placement.ended_on is None
        if action in ("agree", "end"):
            return runs
        if action == "done":
            return self._line is not None and self._to_be_done() is not None
        if action == "open" and self._promise_in_focus() is not None:
            return self._can_open_promise()
        return super().check_action(action, parameters)

    def _promise_in_focus(self) -> Promise | None:
        row_id, line = self.focused_id or "", self._line
        promises = line.promises if line and row_id.startswith("promise/") else ()
        return next((one for one in promises if promise_id(one) == row_id), None)

    def _to_be_done(self) -> Promise | None:
        """What `done` is about: the open promise in focus; beside the promises what can be looked at by now."""
        assert self._line is not None
        focused = self._promise_in_focus()
        if focused is not None:
            return focused if focused.is_open else None
        looks = (one for one in self._line.promises if one.is_open and one.kind.value in _LOOKS)
        return next((one for one in looks if one.counted_from <= self.today), None)

    def _can_open_promise(self) -> bool:
        promise = self._promise_in_focus()
        return promise is not None and promise.is_open

    def action_open(self) -> None:
        """Enter: an open promise is agreed on or looked at, the rest opens as elsewhere."""
        promise = self._promise_in_focus()
        if promise is None:
            super().action_open()
        elif promise.is_open and promise.kind in MEETING_KINDS:
            self.action_agree()
        elif promise.is_open:
            self.action_done()

    def open_field(self, place: FieldPlace) -> None:
        """The start of work that has not ended moves with a reason."""
        line = self._line
        if place.field == "start" and line is not None and line.placement.ended_on is None:
            from valmentaja.screens.placements.move_form import MoveStartForm

            self.open_form(MoveStartForm(line))
        else:
            super().open_field(place)

    def action_done(self) -> None:
        """It is looked at now; where a meeting was promised, that is logged."""
        promise = None if self.workbench.is_key_held or self._line is None else self._to_be_done()
        if promise is None:
            return
        if promise.kind.value in _LOOKS:
            self.open_form(look_form(self, self._placement_id, Look(promise.kind.value)))
        else:
            self.action_meet()

    def action_meet(self) -> None:
        """A contact with the client whose work it is."""
        from valmentaja.screens.contacts.meet_form import MeetForm

        self.open_form(MeetForm(self.in_focus()))

    def log_form(self) -> "LogForm":
        """The form for a contact with the employer about the client."""
        from valmentaja.screens.contacts.log_form import LogForm

        line = self._line
        return LogForm(client=line.client, employer=line.employer) if line else LogForm()

    def action_agree(self) -> None:
        """The meetings are agreed anew."""
        self.open_form(agree_form(self, self._placement_id))

    def action_add(self) -> None:
        """A support for the work."""
        if self._line is not None:
            self.open_form(support_form(self, self._line))

    def action_end(self) -> None:
        """The work ends."""
        from valmentaja.screens.placements.end_form import EndPlacementForm

        if self._line is not None:
            self.open_form(EndPlacementForm(self._line))

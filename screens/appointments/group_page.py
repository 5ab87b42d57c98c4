"""The page of one group: who takes part, the meetings to come and those that were, who leads it too."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from valmentaja.desks.appointments import GroupPage, group_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.group import Group
from valmentaja.screens.appointments.acting import OFFERS, AppointmentFocus
from valmentaja.screens.appointments.rows import appointment_rows
from valmentaja.screens.records.field_rows import field_rows, heading, labelled
from valmentaja.screens.records.record_page import Part, RecordPage
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.clients import client
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.groups import leave_group
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from valmentaja.screens.appointments.book_form import BookForm

KIND = "client_group"
ABOUT = ("name", "co_led_by", "note", "ended_on")
BEHIND_SHOWN = 20


class GroupScreen(RecordPage, AppointmentFocus):
    """`add` takes a client in, `remove` takes the one in focus out, `for_client` shows the copy that is theirs."""

    offers: ClassVar[tuple[str, ...]] = (*RecordPage.offers, "add", "remove", *OFFERS)

    def __init__(self, record_id: int, desk: str) -> None:
        super().__init__()
        self.desk = desk
        self._record_id = record_id
        self._group: Group | None = None

    def about(self) -> str:
        """The group's name."""
        return one_line(self._group.name, LONGEST_NAMED) if self._group else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The group as it is now."""
        page = group_page(self.book, self._record_id)
        held = self._group = page.line.group
        told = [self.texts.counted("group_page.members", len(page.line.clients))]
        if held.co_led_by:
            told.append(self.texts("group.co_led_by", who=one_line(held.co_led_by, LONGEST_NAMED)))
        if held.ended_on is not None:
            told.append(self.texts("group.ended", day=held.ended_on))
        return held.name, " · ".join(told), (Part("all", "", lambda: [*self._rows(page)]),)

    def _rows(self, page: GroupPage) -> Iterator[Row]:
        yield heading(self.texts("group_page.who"))
        yield from self._members(page)
        yield GAP
        yield from self._meetings(page)
        yield GAP
        drafts = fields_with_drafts(self.book, KIND, self._record_id)
        yield from field_rows(self.book, self.texts, KIND, page.line.group, ABOUT, drafts)

    def _members(self, page: GroupPage) -> Iterator[Row]:
        if not page.line.clients:
            yield said_row(self.texts("group_page.nobody", key=self.key_of("add")))
        for one in page.line.clients:
            yield labelled(f"client/{one.id}", one_line(one.label, LONGEST_NAMED), one.phone or "")

    def _meetings(self, page: GroupPage) -> Iterator[Row]:
        day, clock = self.today, self.workbench.clock.time_of_day
        ahead = [
            one for one in page.meetings if one.appointment.outcome is None and one.appointment.day >= day
        ]
        behind = [one for one in reversed(page.meetings) if one not in ahead][:BEHIND_SHOWN]
        if not ahead:
            yield said_row(self.texts("group_page.nothing_booked", key=self.key_of("book")))
            yield from [GAP] if behind else []
        yield from appointment_rows(self.texts, ahead, behind, day, clock, lambda _line: "")

    # Keys

    def told_first(self) -> Sequence[str]:
        """What is done with the group."""
        return "outcome", "book", "add", "remove", "for_client"

    def _member_in_focus(self) -> int | None:
        kind, _, number = (self.focused_id or "").partition("/")
        return int(number) if kind == "client" and number.isdigit() else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who takes part can be taken out, and has a copy."""
        if action == "remove":
            return self._member_in_focus() is not None
        if action == "for_client" and self._member_in_focus() is not None:
            return True
        return super().check_action(action, parameters)

    def book_form(self) -> "BookForm":
        """The group's next meeting; one that has ended has none."""
        from valmentaja.screens.appointments.book_form import BookForm

        running = self._group is not None and self._group.ended_on is None
        return BookForm(group=self._group if running else None)

    def action_add(self) -> None:
        """A client joins."""
        from valmentaja.screens.appointments.group_form import JoinForm

        if self._group is not None:
            self.workbench.push_screen(JoinForm(self._group))

    def action_remove(self) -> None:
        """The client in focus leaves, and the meetings to come with that; undo takes it back."""
        member, group = self._member(), self._group
        if member is None or group is None or self.workbench.is_key_held:
            return
        if self.workbench.attempt(lambda: leave_group(self.book, group.id, member.id, self.today)):
            name = one_line(member.label, LONGEST_NAMED)
            self.workbench.say_done("group_page.left", name=name, group=one_line(group.name, LONGEST_NAMED))

    def _member(self) -> Client | None:
        found = self._member_in_focus()
        try:
            return None if found is None else client(self.book, found)
        except CannotBeMet:
            return None

    def action_for_client(self) -> None:
        """The copy of the one in focus; of a meeting, the text that reminds of it."""
        from valmentaja.screens.appointments.for_client import own_copy

        member = self._member()
        if member is None:
            super().action_for_client()
        else:
            self.workbench.push_screen(own_copy(self, self._record_id, member))

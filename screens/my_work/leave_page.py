"""The page of a leave: what falls in it, person by person, and who carries on meanwhile; and the leave's own fields."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from valmentaja.desks.leave import LeavePage, leave_page
from valmentaja.desks.stand_in_sheet import StandInSheet, sheet_lines, stand_in_sheets
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.leave import Leave
from valmentaja.rules.leaves import last_day_of_return, returned_from
from valmentaja.screens.appointments.acting import AppointmentFocus
from valmentaja.screens.my_work.leave_form import ASKED, length_said
from valmentaja.screens.my_work.leave_words import (
    leave_title,
    looked_said,
    stand_in_said,
    state_of,
)
from valmentaja.screens.my_work.touched_rows import touched_rows, waits_from
from valmentaja.screens.records.acting import Acting
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.field_rows import field_rows
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.clients import client
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.leaves import leaves_around

OFFERS = ("next_step", "outcome", "for_client")


class LeaveScreen(DetailFocus, Acting, AppointmentFocus):
    """Keys are about the leave as a whole, but for those about the client or the booked time in focus."""

    offers: ClassVar[tuple[str, ...]] = (*DetailFocus.offers, *OFFERS)
    about_appointment: ClassVar[tuple[str, ...]] = ("outcome",)

    def __init__(self, record_id: int, desk: str) -> None:
        super().__init__()
        self.desk = desk
        self._record_id = record_id
        self._page: LeavePage | None = None

    def about(self) -> str:
        """Which leave."""
        return leave_title(self.texts, self._page.leave) if self._page else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The leave as it looks today."""
        page = self._page = leave_page(self.book, self._record_id, self.today)
        parts = (
            Part("falls", self.texts("part.falls_in"), lambda: [*self._falls(page)]),
            Part("leave", self.texts("kind.leave"), lambda: self._fields(page.leave)),
        )
        return leave_title(self.texts, page.leave), self._told(page.leave), parts

    def _told(self, held: Leave) -> str:
        """Whether it is now, ahead or past; how long, whether it was looked through, who stands in."""
        texts = self.texts
        told = (
            texts(f"leave_page.{state_of(held, self.today)}"),
            length_said(self.book, texts, held.from_on, held.until_on, self.today),
            looked_said(texts, held, self.today),
            stand_in_said(texts, held.stand_in),
        )
        return " · ".join(filter(None, told))

    # What falls in it

    def _falls(self, page: LeavePage) -> Iterator[Row]:
        if state_of(page.leave, self.today) == "past":
            yield from self._what_waits(page)
            return
        yield said_row(self._summed_up(page))
        if page.without_stand_in:
            yield said_row(self.texts.counted("leave_page.without_stand_in", page.without_stand_in))
        if page.touched:
            yield GAP
            yield from touched_rows(self.texts, page.touched, page.leave.stand_in)

    def _summed_up(self, page: LeavePage) -> str:
        """How many clients it touches, and how many not."""
        texts, touched = self.texts, sum(one.row.client is not None for one in page.touched)
        if not touched and not page.untouched:
            return texts("leave_page.no_clients")
        told = [
            texts.counted("leave_page.touched", touched) if touched else texts("leave_page.touches_nobody")
        ]
        if touched and page.untouched:
            told.append(texts.counted("leave_page.untouched", page.untouched))
        return " ".join(told)

    def _what_waits(self, page: LeavePage) -> Iterator[Row]:
        """Of one that is over: whether the list still begins with people, and what has waited since then."""
        texts, held = self.texts, page.leave
        back = returned_from(leaves_around(self.book, self.today), self.today)
        if back is not None and back.id == held.id:
            yield said_row(texts("leave_page.begins_with_people", day=texts.day(last_day_of_return(held))))
        waiting = waits_from(page.touched)
        yield said_row(texts("leave_page.waits" if waiting else "leave_page.nothing_waits"))
        if waiting:
            yield GAP
            yield from touched_rows(texts, waiting, held.stand_in)

    def _fields(self, held: Leave) -> Sequence[Row]:
        drafts = fields_with_drafts(self.book, "leave", held.id)
        return field_rows(self.book, self.texts, "leave", held, ASKED, drafts)

    def status(self) -> tuple[str, str]:
        """How it is said that all was looked through."""
        if self._page is None or not self.can_finish(self._page.leave):
            return "", ""
        return self.texts("leave_page.look_through", key=self.key_of("done")), ""

    # Keys

    def told_first(self) -> Sequence[str]:
        """Looking through, and the sheet for the stand-in."""
        return ("done", "for_client", "next_part")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody stands in any more when the leave is over."""
        if action == "for_client":
            return self._page is not None and state_of(self._page.leave, self.today) != "past"
        return super().check_action(action, parameters)

    def detail_row_id(self) -> str:
        """The leave, whatever is in focus."""
        return f"leave/{self._record_id}"

    def in_focus(self) -> Client | None:
        """The client of the row in focus."""
        kind, _, number = (self.focused_id or "").partition("/")
        if kind != "client" or not number.isdigit():
            return None
        try:
            return client(self.book, int(number))
        except CannotBeMet:
            return None

    def action_meet(self) -> None:
        """A contact with the client in focus."""
        from valmentaja.screens.contacts.meet_form import MeetForm

        self.workbench.push_screen(MeetForm(self.in_focus()))

    def action_for_client(self) -> None:
        """What the stand-in needs to carry on, shown and copied; where several stand in, which of them is asked."""
        from valmentaja.screens.shell.choose import Choose

        sheets = stand_in_sheets(self.book, self._record_id, self.today)
        if not sheets:
            self.workbench.tell(CannotBeMet("leave.no_stand_in"))
        elif len(sheets) == 1:
            self._show(sheets[0])
        else:
            answers = [
                (str(place), stand_in_said(self.texts, one.stand_in)) for place, one in enumerate(sheets)
            ]
            self.workbench.push_screen(
                Choose(self.texts("leave_page.whose_sheet"), answers),
                lambda chosen: None if chosen is None else self._show(sheets[int(chosen)]),
            )

    def _show(self, sheet: StandInSheet) -> None:
        from valmentaja.screens.appointments.for_client import ForClient

        without = self._page.without_stand_in if self._page else 0
        said = [self.texts("leave_page.sheet_holds")]
        if without:
            said.append(self.texts.counted("leave_page.without_stand_in", without))
        text = "\n".join(sheet_lines(self.texts, sheet))
        self.workbench.push_screen(ForClient(self.texts("leave_page.sheet"), text, said))

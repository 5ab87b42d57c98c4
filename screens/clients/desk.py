"""The Clients desk: everyone on the caseload by name, found as one types."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual.content import Content

from valmentaja.content.phases import phase_named
from valmentaja.desks.appointments import first_booked
from valmentaja.desks.lists import NarrowedList, Roll, clients_list, clients_roll
from valmentaja.errors import CannotBeMet
from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.model.listed import ListedClient
from valmentaja.screens.clients.actions import OFFERS, ClientActions
from valmentaja.screens.clients.namesakes import shared_names, told_apart
from valmentaja.screens.literal import literal
from valmentaja.screens.records.run_rows import short_day
from valmentaja.screens.shell.list_page import ListPage, listed_row
from valmentaja.screens.shell.narrowing import GAP_WIDTH
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.clients import client
from valmentaja.texts.shown import one_line

_DAY = 11
_LETTERS = 200


class ClientsScreen(ListPage, ClientActions):
    """Name or code, phase, when last reached, what is next."""

    desk = "clients"
    offers: ClassVar[tuple[str, ...]] = (*ListPage.offers, *OFFERS, "everyone")

    def __init__(self) -> None:
        super().__init__()
        self._ended_too = False
        self._wanted: tuple[object, ...] = ()
        self._held: Client | None = None
        self._list: NarrowedList[ListedClient] = NarrowedList((), 0, 0)
        self._shared: frozenset[str] = frozenset()
        self._booked: Mapping[int, Appointment] = {}

    def words(self) -> tuple[str, str, Sequence[str]]:
        """The words of this desk."""
        names = [self.texts(f"clients.{one}") for one in ("name", "phase", "reached", "next")]
        return self.texts("clients.find"), self.texts("clients.find_hint"), names

    def widths(self, width: int) -> Sequence[int]:
        """The last column has what is left."""
        name = min(30, max(14, width * 22 // 100))
        phase = min(24, max(12, width * 24 // 100))
        return name, phase, _DAY, max(8, width - name - phase - _DAY - 3 * GAP_WIDTH)

    def read_roll(self) -> Roll:
        """The caseload, or everyone ever; and with whom a time is booked."""
        self._booked = first_booked(self.book, self.today)
        return clients_roll(self.book, self.today, ended_too=self._ended_too)

    def rows(self, typed: str) -> Sequence[Row]:
        """Those that fit; or what to do where there is nobody."""
        self._list = clients_list(self.book, self.today, self.roll, typed)
        if not self._list.rows:
            return (GAP, said_row(self._nobody(typed)))
        self._shared = shared_names(self._list.rows)
        rows = [self._row(one) for one in self._list.rows]
        if self._list.more:
            rows += [
                GAP,
                said_row(self.texts.counted("clients.more", self._list.more, key=self.key_of("find_here"))),
            ]
        return rows

    def _nobody(self, typed: str) -> str:
        if typed.strip():
            key = "clients.not_found" if self._ended_too else "clients.not_on_caseload"
            keys = {one: self.key_of(one) for one in ("back", "add", "everyone")}
            return self.texts(key, typed=one_line(typed, 40), **keys)
        return self.texts("clients.empty", add=self.key_of("add"))

    def _row(self, one: ListedClient) -> Row:
        return listed_row(one.id, lambda _widths: self._contents(one), self.widths)

    def _contents(self, one: ListedClient) -> Sequence[Content]:
        texts = self.texts
        phase = phase_named(one.phase, texts.language)
        reached = one.last_reached_on
        when = short_day(texts, reached, self.today) if reached else texts("clients.never")
        return (
            literal(one_line(told_apart(one, self._shared), _LETTERS), "bold"),
            literal(phase),
            literal(when, "" if reached else "$quiet"),
            self._next(one),
        )

    def _next(self, one: ListedClient) -> Content:
        """The step or the booked time that comes first; that the client is put aside, or has ended."""
        texts, today = self.texts, self.today
        if one.ended_on is not None and one.ended_on <= today:
            return literal(texts("clients.ended", ended=one.ended_on), "$quiet")
        aside = one.put_aside_until
        before = literal(texts("clients.aside", until=texts.day(aside)), "$quiet") if aside else Content("")
        first = self._first(one)
        if first is None:
            return before
        step = literal(f"{short_day(texts, first[0], today)} ", "$quiet") + literal(first[1])
        return before + Content("\n") + step if aside else step

    def _first(self, one: ListedClient) -> tuple[date, str] | None:
        """The booked time, or the step where that falls due before it."""
        texts, booked, step = self.texts, self._booked.get(one.id), one.next
        if booked is not None and (step is None or booked.day <= step.due_on):
            way = texts(f"client_way.{booked.way}")
            return booked.day, texts("clients.booked", at=texts.clock(booked.at), way=way)
        return None if step is None else (step.due_on, one_line(step.text, _LETTERS))

    def status(self) -> tuple[str, str]:
        """How many there are, and how to see the others."""
        shown, texts = self._list, self.texts
        key = "clients.count_all" if self._ended_too else "clients.count"
        count = texts.counted(key, shown.everyone)
        if self.narrowing.typed.strip():
            count = texts("clients.fitting", fitting=shown.fitting, count=count)
        if self.in_line:  # there the key would be a letter
            return count, ""
        ended = "clients.hide_ended" if self._ended_too else "clients.show_ended"
        return count, texts(ended, key=self.key_of("everyone"))

    # The one in focus

    def in_focus(self) -> Client | None:
        """The client of the row in focus, read when a key or the footer asks for the first time."""
        wanted = (self.focused_id, *self.seen())
        if wanted != self._wanted:
            self._wanted, self._held = wanted, self._read_focused()
        return self._held

    def _read_focused(self) -> Client | None:
        found = self.focused_id
        try:
            return None if found is None else client(self.book, found)
        except CannotBeMet:
            return None

    # Keys

    def open_row(self, row_id: int) -> None:
        """The page of the client."""
        from valmentaja.screens.clients.page import ClientScreen

        self.workbench.push_screen(ClientScreen(row_id))

    def action_add(self) -> None:
        """A new client; what was looked for and not found is the name."""
        from valmentaja.screens.clients.new_client import ClientForm

        typed = self.narrowing.typed.strip() if not self._list.rows else ""
        self.workbench.push_screen(ClientForm(typed))

    def action_everyone(self) -> None:
        """Also those whose coaching has ended, or not."""
        self._ended_too = not self._ended_too
        self.renew()
        self.show_status()

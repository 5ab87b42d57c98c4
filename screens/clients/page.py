"""The page of one client: an overview, the contacts, the steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from valmentaja.content.end_reasons import end_reasons
from valmentaja.content.phases import phase_named
from valmentaja.desks.runs import CONTACTS_SHOWN, Run, Steps, run_of_client, steps_about_client
from valmentaja.model.client import Client
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.model.place import FieldPlace
from valmentaja.model.snooze import Snooze
from valmentaja.screens.clients.actions import OFFERS, ClientActions
from valmentaja.screens.clients.last_reached import last_reached_told
from valmentaja.screens.records.field_rows import field_rows, labelled
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.subject_page import LOOKED_AT, SubjectPage
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.settings.signals import signal_settings
from valmentaja.store.clients import client
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.snoozes import running_snooze

REACHING = ("phone", "best_reached", "email", "address")
CALLED = ("name", "code", "start")


@dataclass(frozen=True, slots=True)
class _Held:
    """What the page shows, read at once."""

    client: Client
    phases: tuple[PhaseStay, ...]
    snooze: Snooze | None
    steps: Steps
    newest: Run


class ClientScreen(SubjectPage, ClientActions):
    """The client's own: the phase and where it stands, the rhythm, the phases that were before."""

    desk = "clients"
    kind = "client"
    offers: ClassVar[tuple[str, ...]] = (*SubjectPage.offers, *OFFERS)

    def __init__(self, record_id: int) -> None:
        super().__init__(record_id)
        self._last_reached = ""

    def run_of_contacts(self, most: int = CONTACTS_SHOWN) -> Run:
        """With the client, and with employers for the client."""
        return run_of_client(self.book, self.record_id, most)

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The client as it is now."""
        held = self._read()
        self.subject = held.client
        self._last_reached = last_reached_told(self.book, self.texts, held.client.id, self.today)
        parts = self.parts(lambda: self._overview(held), held.steps, has_contacts=bool(held.newest.lines))
        return self._called(held.client), self._state(held), parts

    def _read(self) -> _Held:
        book, day = self.book, self.today
        return _Held(
            client=client(book, self.record_id),
            phases=phase_stays(book, self.record_id),
            snooze=running_snooze(book, self.record_id, day),
            steps=steps_about_client(book, self.record_id),
            newest=self.run_of_contacts(LOOKED_AT),
        )

    def _called(self, held: Client) -> str:
        return self.texts("client.label", name=held.name, code=held.code) if held.name else held.code

    def _state(self, held: _Held) -> str:
        """The phase and since when; or that it has ended, when and why; or that it is still ahead."""
        one, texts = held.client, self.texts
        if one.ended_on is not None:
            return texts("client_page.ended", ended=one.ended_on, reason=self._reason(one.end_reason or ""))
        if one.start_on > self.today:
            return texts("client_page.ahead", phase=self._phase(one.phase), start=one.start_on)
        since = next((stay.entered_on for stay in held.phases if stay.left_on is None), one.start_on)
        return texts("client_page.phase", phase=self._phase(one.phase), since=since)

    def _phase(self, phase_id: str) -> str:
        return phase_named(phase_id, self.texts.language)

    def _reason(self, reason: str) -> str:
        return next((one.name for one in end_reasons(self.texts.language) if one.id == reason), reason)

    # The parts

    def _overview(self, held: _Held) -> Iterator[Row]:
        yield from self.fields(held.client, REACHING)
        yield GAP
        if held.snooze is not None:
            yield from field_rows(self.book, self.texts, "snooze", held.snooze, ("until", "because"))
            yield GAP
        yield from self.next_steps(held.steps.open)
        yield from self.fields(held.client, ("note",))
        yield GAP
        yield self._rhythm(held.client)
        if held.client.ended_on is not None or held.client.carried_on_by:
            yield from self.fields(held.client, ("carried_on_by",))
        yield from self.fields(held.client, CALLED)
        yield from self._earlier_phases(held.phases)

    def _rhythm(self, held: Client) -> Row:
        """The agreed days between contacts, in words; or the coach's usual ones."""
        texts, days = self.texts, held.contact_interval_days
        usual = signal_settings(self.book).of("no_contact").interval_days
        told = texts.counted("rhythm.usual", usual) if days is None else texts.counted("rhythm.own", days)
        place = FieldPlace("client", self.record_id, "contact_interval_days")
        return labelled(str(place), texts("label.contact_interval_days"), told, quiet=days is None)

    def _earlier_phases(self, stays: Sequence[PhaseStay]) -> Iterator[Row]:
        """The phases that the client has left, where there are some."""
        left = [stay for stay in stays if stay.left_on is not None]
        for place, stay in enumerate(left):
            name = self.texts("client_page.earlier_phases") if place == 0 else ""
            yield labelled(None, name, f"{self._phase(stay.phase)}, {self._stretch(stay)}")

    def _stretch(self, stay: PhaseStay) -> str:
        if stay.left_on is None or stay.left_on == stay.entered_on:
            return self.texts.date(stay.entered_on)
        return self.texts("phase.stay", entered=stay.entered_on, left=stay.left_on)

    def status(self) -> tuple[str, str]:
        """When the client was reached last."""
        return self._last_reached, ""

"""The page of one client: an overview, the contacts, the steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from valmentaja.content.end_reasons import end_reasons
from valmentaja.content.phases import phases
from valmentaja.desks.runs import CONTACTS_SHOWN, Run, Steps, run_of_client, steps_about_client
from valmentaja.model.client import Client
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.model.place import FieldPlace
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep
from valmentaja.screens.client_actions import OFFERS, ClientActions
from valmentaja.screens.field_rows import field_rows, heading, labelled
from valmentaja.screens.last_reached import last_reached_told
from valmentaja.screens.record_page import Part
from valmentaja.screens.run_rows import contact_rows, run_beside, step_row, step_rows, steps_label
from valmentaja.screens.step_focus import StepFocus
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.settings.signals import signal_settings
from valmentaja.store.clients import client
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.snoozes import running_snooze
from valmentaja.texts.shown import LONGEST_NAMED, one_line

REACHING = ("phone", "best_reached", "email", "address")
CALLED = ("name", "code", "start")
STEPS_IN_OVERVIEW = 5
_LOOKED_AT = 30  # newest contacts that stand beside the overview at most


@dataclass(frozen=True, slots=True)
class _Held:
    """What the page shows, read at once."""

    client: Client
    phases: tuple[PhaseStay, ...]
    snooze: Snooze | None
    steps: Steps
    newest: Run


class ClientScreen(StepFocus, ClientActions):
    """Every field is a row that Enter opens; keys do what they do on the lists."""

    desk = "clients"
    offers: ClassVar[tuple[str, ...]] = (*StepFocus.offers, *OFFERS)

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self._client_id = client_id
        self._client: Client | None = None
        self._last_reached = ""

    def client_in_focus(self) -> Client | None:
        """The one whose page it is."""
        return self._client

    def about(self) -> str:
        """The client's name or code."""
        return one_line(self._client.label, LONGEST_NAMED) if self._client else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The client as it is now."""
        held = self._read()
        self._client = held.client
        self._last_reached = last_reached_told(self.book, self.texts, held.client.id, self.today)
        texts = self.texts
        parts = [Part("overview", texts("part.overview"), lambda: list(self._overview(held)))]
        if held.newest.lines:
            parts.append(Part("contacts", texts("part.contacts"), self._contacts))
        if held.steps.open or held.steps.done:
            told = steps_label(texts, held.steps)
            parts.append(Part("steps", told, lambda: step_rows(texts, held.steps, self.today)))
        return self._called(held.client), self._state(held), parts

    def _read(self) -> _Held:
        book, day = self.book, self.today
        return _Held(
            client=client(book, self._client_id),
            phases=phase_stays(book, self._client_id),
            snooze=running_snooze(book, self._client_id, day),
            steps=steps_about_client(book, self._client_id),
            newest=run_of_client(book, self._client_id, most=_LOOKED_AT),
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
        return next((one.short_line for one in phases(self.texts.language) if one.id == phase_id), phase_id)

    def _reason(self, reason: str) -> str:
        return next((one.name for one in end_reasons(self.texts.language) if one.id == reason), reason)

    # The parts

    def _overview(self, held: _Held) -> Iterator[Row]:
        yield from self._fields(held, REACHING)
        yield GAP
        if held.snooze is not None:
            yield from field_rows(self.book, self.texts, "snooze", held.snooze, ("until", "because"))
            yield GAP
        yield from self._open_steps(held.steps.open)
        yield from self._fields(held, ("note",))
        yield GAP
        yield self._rhythm(held.client)
        if held.client.ended_on is not None or held.client.carried_on_by:
            yield from self._fields(held, ("carried_on_by",))
        yield from self._fields(held, CALLED)
        yield from self._earlier_phases(held.phases)

    def _fields(self, held: _Held, names: Sequence[str]) -> list[Row]:
        drafts = fields_with_drafts(self.book, "client", self._client_id)
        return field_rows(self.book, self.texts, "client", held.client, names, drafts)

    def _rhythm(self, held: Client) -> Row:
        """The agreed days between contacts, in words; or the coach's usual ones."""
        texts, days = self.texts, held.contact_interval_days
        usual = signal_settings(self.book).of("no_contact").interval_days
        told = texts.counted("rhythm.usual", usual) if days is None else texts.counted("rhythm.own", days)
        place = FieldPlace("client", self._client_id, "contact_interval_days")
        return labelled(str(place), texts("label.contact_interval_days"), told, quiet=days is None)

    def _open_steps(self, steps: Sequence[NextStep]) -> Iterator[Row]:
        if steps:
            yield heading(self.texts("client_page.next"))
            yield from (step_row(self.texts, step, self.today) for step in steps[:STEPS_IN_OVERVIEW])
            yield GAP

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

    def _contacts(self) -> Sequence[Row]:
        return contact_rows(self.texts, run_of_client(self.book, self._client_id), self.today)

    def focused_beside(self) -> str | None:
        """A contact is told whole."""
        return self.focused_id if self.part == "contacts" else None

    def beside(self, row_id: str | None) -> Sequence[Content]:
        """What was last, or the contact in focus."""
        if self.part == "steps":
            return ()
        most = _LOOKED_AT if self.part == "overview" else CONTACTS_SHOWN
        return run_beside(self.texts, run_of_client(self.book, self._client_id, most), row_id, self.today)

    def status(self) -> tuple[str, str]:
        """When the client was reached last."""
        return self._last_reached, ""

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with this client, and with the step in focus."""
        return self.can_do(action) if action in OFFERS else super().check_action(action, parameters)

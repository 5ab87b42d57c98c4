"""The page of one client: overview, work, contacts, profile, network, records."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import work
from textual.content import Content

from valmentaja.content.end_reasons import end_reasons
from valmentaja.content.phases import phase_named
from valmentaja.desks.appointments import client_appointments, open_with
from valmentaja.desks.details import ClientDetails, client_details, detail_lines
from valmentaja.desks.question_names import origins
from valmentaja.desks.runs import CONTACTS_SHOWN, Run, Steps, run_of_client, steps_about_client
from valmentaja.model.client import Client
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.model.place import FieldPlace
from valmentaja.model.supporter import Supporter
from valmentaja.screens.appointments import acting as appointments
from valmentaja.screens.appointments.acting import AppointmentFocus
from valmentaja.screens.appointments.rows import appointment_rows
from valmentaja.screens.appointments.words import group_called
from valmentaja.screens.clients.actions import OFFERS, ClientActions
from valmentaja.screens.clients.last_reached import last_reached_told
from valmentaja.screens.clients.overview import ClientHeld, Overview
from valmentaja.screens.clients.profile import profile_rows
from valmentaja.screens.clients.service import bought_rows, phase_rows
from valmentaja.screens.clients.work_rows import work_rows
from valmentaja.screens.literal import literal
from valmentaja.screens.questions import focus as questions
from valmentaja.screens.questions.focus import QuestionFocus
from valmentaja.screens.records.detail_deeds import adding_form
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.field_rows import heading, labelled
from valmentaja.screens.records.opening import OWN_NETWORK
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.run_rows import step_row
from valmentaja.screens.records.subject_page import SubjectPage
from valmentaja.screens.widgets.row_list import GAP, Row, fixed_row, said_row
from valmentaja.settings.signals import signal_settings
from valmentaja.store.appointments import appointments_of_client
from valmentaja.store.clients import client
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.snoozes import running_snooze

CALLED = ("name", "code", "start", "status_at_start")
PLACEMENT, LEAD = "placement", "lead"
ADDED: dict[str, tuple[str, ...]] = {
    "work": (PLACEMENT, LEAD),
    "profile": ("wish", "benefit", "disclosure"),
    "network": ("supporter",),
    "records": ("service_period", "concern"),
}
"""What can be added to each part; to any other, all of it."""
EVERYTHING = (PLACEMENT, LEAD, "wish", "benefit", "disclosure", "supporter", "service_period", "concern")


class ClientScreen(SubjectPage, QuestionFocus, ClientActions, AppointmentFocus):
    """Every tab begins with what a coach looks for there; an empty one says how to begin."""

    desk = "clients"
    kind = "client"
    offers: ClassVar[tuple[str, ...]] = (
        *SubjectPage.offers,
        *OFFERS,
        *appointments.OFFERS,
        "add",
        *questions.OFFERS,
    )

    def __init__(self, record_id: int) -> None:
        super().__init__(record_id)
        self._last_reached = ""

    def run_of_contacts(self, most: int = CONTACTS_SHOWN) -> Run:
        """With the client, and with employers for the client."""
        return run_of_client(self.book, self.record_id, most)

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The client as it is now."""
        held = client(self.book, self.record_id)
        self.subject = held
        self._last_reached = last_reached_told(self.book, self.texts, held.id, self.today)
        stays = phase_stays(self.book, held.id)
        return self._called(held), self._state(held, stays), self._parts_of(held, stays)

    def _called(self, held: Client) -> str:
        return self.texts("client.label", name=held.name, code=held.code) if held.name else held.code

    def _state(self, one: Client, stays: Sequence[PhaseStay]) -> str:
        """The phase and since when, and what runs beside it; or that it has ended, and why; or is still ahead."""
        texts = self.texts
        if one.ended_on is not None:
            return texts("client_page.ended", ended=one.ended_on, reason=self._reason(one.end_reason or ""))
        if one.start_on > self.today:
            return texts("client_page.ahead", phase=self._phase(one.phase), start=one.start_on)
        still_open = [stay for stay in stays if stay.left_on is None]
        since = next((stay.entered_on for stay in still_open if stay.is_main), one.start_on)
        told = texts("client_page.phase", phase=self._phase(one.phase), since=since)
        beside = [self._phase(stay.phase) for stay in still_open if not stay.is_main]
        return texts("client_page.with_second", told=told, phases=", ".join(beside)) if beside else told

    def _phase(self, phase_id: str) -> str:
        return phase_named(phase_id, self.texts.language)

    def _reason(self, reason: str) -> str:
        return next((one.name for one in end_reasons(self.texts.language) if one.id == reason), reason)

    # The parts

    def _parts_of(self, held: Client, stays: Sequence[PhaseStay]) -> Sequence[Part]:
        texts, details = self.texts, client_details(self.book, held.id)
        steps = steps_about_client(self.book, held.id)
        parts = [Part("overview", texts("part.overview"), lambda: self._overview(held, steps, details))]
        parts.append(Part("work", texts("part.work"), self._work))
        if self.run_of_contacts(1).lines or appointments_of_client(self.book, held.id):
            parts.append(Part("contacts", texts("part.contacts"), self._contacts))
        parts.append(Part("profile", texts("part.profile"), lambda: self._profile(held, details)))
        parts.append(Part(questions.PART, texts("part.questions"), self.question_rows))
        parts.append(Part("network", texts("part.network"), lambda: self._network(held, details)))
        parts.append(
            Part("records", texts("part.records"), lambda: list(self._records(held, stays, details, steps)))
        )
        return parts

    def _contacts(self) -> Sequence[Row]:
        """The booked times to come, and those that were and became no contact; then the contacts."""
        booked = client_appointments(self.book, self.record_id, self.today)
        behind = [one for one in booked.behind if one.appointment.contact_id is None]
        clock = self.workbench.clock.time_of_day
        rows = appointment_rows(self.texts, booked.ahead, behind, self.today, clock, group_called)
        contacts = super()._contacts()
        if rows and contacts:
            rows += [GAP, heading(self.texts("part.contacts"))]
        return [*rows, *contacts]

    def _overview(self, held: Client, steps: Steps, details: ClientDetails) -> Sequence[Row]:
        shown = ClientHeld(
            client=held,
            snooze=running_snooze(self.book, held.id, self.today),
            appointments=open_with(self.book, held.id),
            steps=steps,
            details=details,
        )
        overview = Overview(self.book, self.texts, self.today, shown, lambda names: self.fields(held, names))
        return list(overview.rows())

    def _work(self) -> Sequence[Row]:
        """Jobs and unpaid periods, and leads to jobs."""
        key = self.key_of("add")
        return work_rows(self.book, self.texts, self.record_id, self.today, add_key=key)

    @property
    def _made(self) -> DetailRows:
        return DetailRows(self.book, self.texts, self.today)

    def _profile(self, held: Client, details: ClientDetails) -> Sequence[Row]:
        can = held.done_and_can or ""
        taken = [one for one in origins(self.book, self.texts.language, held.id) if (one.words or "") in can]
        rows = profile_rows(
            self.texts,
            self._made,
            details,
            lambda names: self.fields(held, names),
            taken,
            add_key=self.key_of("add"),
        )
        return list(rows)

    def _network(self, held: Client, details: ClientDetails) -> Sequence[Row]:
        """The stand-in, those around the client, and the way to the coach's own network."""
        texts = self.texts
        around = self._made.rows(details.network)
        empty = said_row(texts("network.empty", key=self.key_of("add")))
        own = len(detail_lines(self.book, Supporter, None))
        told = texts.counted("own_network.row", own) if own else texts("own_network.row_empty")
        own_row = fixed_row(OWN_NETWORK, literal(told, "$quiet"))
        return [*(around or [empty]), GAP, *self.fields(held, ("stand_in",)), GAP, own_row]

    def _records(
        self, held: Client, stays: Sequence[PhaseStay], details: ClientDetails, steps: Steps
    ) -> Iterator[Row]:
        """The phases and what else the cooperation rests on; the steps that were done stand last."""
        texts = self.texts
        yield from phase_rows(texts, stays)
        yield GAP
        yield self._rhythm(held)
        yield from self.fields(held, CALLED)
        yield from bought_rows(texts, self._made, details, add_key=self.key_of("add"))
        if steps.done:
            yield from (GAP, heading(texts("client_page.done_steps")))
            yield from (step_row(texts, step, self.today) for step in steps.done)

    def _rhythm(self, held: Client) -> Row:
        """The agreed days between contacts, in words; or the coach's usual ones."""
        texts, days = self.texts, held.contact_interval_days
        usual = signal_settings(self.book).of("no_contact").interval_days
        told = texts.counted("rhythm.usual", usual) if days is None else texts.counted("rhythm.own", days)
        place = FieldPlace("client", self.record_id, "contact_interval_days")
        return labelled(str(place), texts("label.contact_interval_days"), told, quiet=days is None)

    def status(self) -> tuple[str, str]:
        """When the client was reached last; among the questions what the keys do there."""
        return (self.question_status() if self.part == questions.PART else self._last_reached), ""

    def open_part(self, part_id: str) -> None:
        """Another part has other keys to tell of."""
        super().open_part(part_id)
        self.show_status()

    def told_first(self) -> Sequence[str]:
        """That records are added to the part too."""
        adds = self.part in ADDED or self.part == questions.PART
        return (*super().told_first(), "add") if adds else super().told_first()

    def focused_beside(self) -> str | None:
        """A question is told whole, too."""
        return self.focused_id if self.part == questions.PART else super().focused_beside()

    def beside(self, row_id: str | None) -> Sequence[Content]:
        """The newest contacts beside the overview, the question in focus; the other parts have the whole width."""
        if self.part == questions.PART:
            return self.question_beside(row_id)
        return super().beside(row_id) if self.part in ("overview", "contacts") else ()

    # Adding

    @work(exclusive=True)
    async def action_add(self) -> None:
        """Something is added to the open part; where it may be of several kinds, which is asked."""
        if self.part == questions.PART:
            await self.begin_round()
            return
        held = self.client_in_focus()
        kinds = ADDED.get(self.part, EVERYTHING)
        kind = kinds[0] if len(kinds) == 1 else await self._asked_for(kinds)
        if held is None or not kind:
            return
        if kind == PLACEMENT:
            from valmentaja.screens.placements.placement_form import PlacementForm

            self.workbench.push_screen(PlacementForm(held))
        elif kind == LEAD:
            from valmentaja.screens.leads.form import LeadForm

            self.workbench.push_screen(LeadForm(held))
        else:
            self.workbench.push_screen(adding_form(self, kind, held))

    async def _asked_for(self, kinds: Sequence[str]) -> str | None:
        from valmentaja.screens.shell.choose import Choose

        answers = [(kind, self.texts(f"kind_new.{kind}")) for kind in kinds]
        return await self.workbench.push_screen_wait(
            Choose(self.texts("client_page.add", name=self.about()), answers)
        )

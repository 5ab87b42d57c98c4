"""What is done about a row of Today by one key: what its main reason asks for, at once or in a form."""

from collections.abc import Callable

from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.service_period import ServicePeriod
from valmentaja.rules.signal_kinds import KIND_BY_KEY, Act
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.appointments.acting import AppointmentFocus
from valmentaja.screens.clients.actions import ClientActions
from valmentaja.settings.work import usual_minutes, usual_place
from valmentaja.store.steps import finish_step
from valmentaja.texts.shown import LONGEST_NAMED, one_line

NOT_REACHED_WAYS = (ClientContactWay.IN_PERSON, ClientContactWay.PHONE, ClientContactWay.MESSAGE)
_KIND_OF = {
    Act.CHECK_BENEFIT: "benefit",
    Act.FINISH_REPORT: "service_period",
    Act.SETTLE_CONCERN: "concern",
    Act.REVIEW_DISCLOSURE: "disclosure",
    Act.CONTACT_PARTNER: "supporter",
}
"""The kind of record that each of these acts is about."""
_OPENED = {
    Act.LOOK_AT_LEAVE: ("leave", "my_work"),
    Act.LEAD_FORM: ("lead", "clients"),
    Act.OPEN_EMPLOYER: ("employer", "employers"),
    Act.OPEN_QUESTION: ("answer", "clients"),
}
"""The kind of record that each of these acts opens, and the desk above its page."""


class QueueDeeds(ClientActions, AppointmentFocus):
    """When a deed moves the row in focus away, the focus goes on to the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = False

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Does something about the one in focus; when that moves it away, the focus goes on to the next."""
        self.goes_on = True
        try:
            return self.workbench.attempt(deed)
        finally:
            self.goes_on = False

    def kept(self, kept: object) -> None:
        """A form about the one in focus was left; when it was kept, the focus goes on as after any deed."""
        if kept is not None:
            self.goes_on = True
            self.renew()
            self.goes_on = False

    def do(self, row: QueueRow, signal: Signal) -> None:
        """Does what the signal about the row asks for."""
        match KIND_BY_KEY[signal.kind].act:
            case Act.FINISH_STEP:
                self._finish(signal)
            case Act.MEET_TODAY if row.client:
                self._log_meeting(row.client, ClientContactWay.IN_PERSON, reached=True)
            case Act.MEET_FORM:
                self._meet(row.client, signal)
            case Act.CONTACT_FORM:
                self._log_for(row.client)
            case Act.AGREE_STEP:
                self.action_next_step()
            case Act.TELL_OUTCOME:
                self.ask_outcome(signal.record_id)
            case act if act in _KIND_OF:
                self._finish_detail(_KIND_OF[act], signal)
            case act if act in _OPENED:
                self._open_record(*_OPENED[act], signal.record_id)
            case Act.LOOK_FORM | Act.AGREE_MEETINGS | Act.ASK_PAID_WORK:
                self._open_about_work(signal)

    def _finish(self, signal: Signal) -> None:
        if self.attempt(lambda: finish_step(self.book, signal.record_id, self.today)):
            self.workbench.say_done(
                "today.step_done", text=one_line(str(signal.reason.parameters["text"]), LONGEST_NAMED)
            )

    def _meet(self, client: Client | None, signal: Signal) -> None:
        """A contact; with whoever was not reached, in another way than the one that failed."""
        if signal.kind != "reach_out":
            self.action_meet()
            return
        from valmentaja.screens.contacts.meet_form import MeetForm
        from valmentaja.store.contacts import client_contact

        try:
            tried = client_contact(self.book, signal.record_id)
        except CannotBeMet as refusal:  # another window has taken it away a moment ago
            self.workbench.tell(refusal)
        else:
            self.open_form(MeetForm(client, tried))

    def _open_record(self, kind: str, desk: str, record_id: int) -> None:
        """The page that the signal is about: what falls in a leave, how far a lead is, a question, who has rested."""
        from valmentaja.screens.records.opening import open_record

        open_record(self, kind, record_id, desk)

    def _open_about_work(self, signal: Signal) -> None:
        """What is to be looked at, agreed or asked of a placement, in its form."""
        from valmentaja.screens.placements.opening import form_of

        try:
            form = form_of(self, signal)
        except CannotBeMet as refusal:  # another window has taken it away a moment ago
            self.workbench.tell(refusal)
        else:
            self.open_form(form)

    def _finish_detail(self, kind: str, signal: Signal) -> None:
        """What waits in a record that tells more of the client is done at once, or a form for it is opened."""
        from valmentaja.desks.fields import record_with
        from valmentaja.screens.records.detail_deeds import finish, finish_report

        self.goes_on = True
        try:
            record = record_with(self.book, kind, signal.record_id)
            if isinstance(record, ServicePeriod):
                finish_report(self, record, signal.reason.key.rpartition(".")[2])
            elif (form := finish(self, record)) is not None:
                self.open_form(form)
        except CannotBeMet as refusal:
            self.workbench.tell(refusal)
        finally:
            self.goes_on = False

    def _log_meeting(self, client: Client, way: ClientContactWay, *, reached: bool) -> None:
        from valmentaja.store.contacts import log_client_contact

        minutes = usual_minutes(self.book, way, self.today) if reached else None
        place = usual_place(self.book, way, self.today) if reached else None
        logged = self.attempt(
            lambda: log_client_contact(
                self.book,
                clients=[(client.id, client.label)],
                day=self.today,
                way=way,
                reached=reached,
                minutes=minutes,
                place=place,
            )
        )
        if logged:
            self.workbench.say_done("today.met" if reached else "today.not_reached", name=client.label)

    def action_not_reached(self) -> None:
        """The client did not come, or did not answer."""
        from valmentaja.screens.shell.choose import Choose

        client = self.client_in_focus()
        if client is None:
            return
        answers = [(way.value, self.texts(f"not_reached.{way}")) for way in NOT_REACHED_WAYS]
        question = self.texts("not_reached.question", name=client.label)

        def log(chosen: str | None) -> None:
            if chosen is not None:
                self._log_meeting(client, ClientContactWay(chosen), reached=False)

        self.workbench.push_screen(Choose(question, answers), log)

    def _log_for(self, client: Client | None) -> None:
        from valmentaja.screens.contacts.log_form import LogForm

        self.open_form(LogForm(client=client))

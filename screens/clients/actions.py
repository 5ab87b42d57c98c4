"""What single keys do with the client in focus: on Today, on the list of clients and on a client's page alike."""

from typing import ClassVar

from textual import work

from valmentaja.model.client import Client
from valmentaja.screens.records import acting
from valmentaja.screens.records.acting import Acting

OFFERS = (*acting.OFFERS, "put_aside", "bring_back", "phase", "agree", "end")
_ASKED_OF_THE_WORKBOOK = frozenset({"agree", "bring_back"})
_NOT_AFTER_THE_END = frozenset({"next_step", "put_aside", "phase", "end"})


class ClientActions(Acting):
    """A page on which a client has the focus."""

    about_focus: ClassVar[tuple[str, ...]] = OFFERS

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[object, ...] = ()
        self._answers: dict[str, bool] = {}

    def client_in_focus(self) -> Client | None:
        """The client that a key is about."""
        held = self.in_focus()
        return held if isinstance(held, Client) else None

    def can_do(self, action: str) -> bool:
        """Whether the action of `OFFERS` can be done with the client in focus."""
        held = self.client_in_focus()
        if held is None:
            return False
        if action in _ASKED_OF_THE_WORKBOOK:
            return self._answer(action, held)
        return action not in _NOT_AFTER_THE_END or held.ended_on is None

    def _answer(self, action: str, held: Client) -> bool:
        """What the workbook says, asked once of the client in focus: the footer asks at every key."""
        asked = (held.id, *self.seen())
        if asked != self._asked:
            self._asked, self._answers = asked, {}
        if action not in self._answers:
            self._answers[action] = self._ask(action, held)
        return self._answers[action]

    def _ask(self, action: str, held: Client) -> bool:
        if action == "agree":
            from valmentaja.store.works import has_open_placement

            return has_open_placement(self.book, held.id)
        from valmentaja.store.snoozes import running_snooze

        return running_snooze(self.book, held.id, self.today) is not None

    def action_put_aside(self) -> None:
        """The client can wait until a day."""
        from valmentaja.screens.clients.put_aside_form import PutAsideForm

        held = self.client_in_focus()
        if held is not None:
            self.open_form(PutAsideForm(held))

    def action_bring_back(self) -> None:
        """The client is back on the list at once."""
        from valmentaja.store.snoozes import bring_back

        held = self.client_in_focus()
        if held and self.workbench.attempt(lambda: bring_back(self.book, held.id, self.today)):
            self.workbench.say_done("snooze.ended", name=held.label)

    def action_meet(self) -> None:
        """A contact with the client in focus, in a form."""
        from valmentaja.screens.contacts.meet_form import MeetForm

        self.open_form(MeetForm(self.client_in_focus()))

    @work(exclusive=True)
    async def action_phase(self) -> None:
        """The client moves to another phase today, or to a second one beside it, or leaves that."""
        held = self.client_in_focus()
        if held is not None:
            from valmentaja.screens.clients.phase_asking import PhaseAsking

            await PhaseAsking(self.workbench, held).ask()

    @work(exclusive=True)
    async def action_agree(self) -> None:
        """The meetings of the client's work are agreed anew."""
        from valmentaja.screens.placements.opening import agree_form, placement_to_agree

        held = self.client_in_focus()
        chosen = await placement_to_agree(self, held.id) if held is not None else None
        if chosen is not None:
            self.open_form(agree_form(self, chosen))

    @work(exclusive=True)
    async def action_end(self) -> None:
        """The cooperation ends, with its reason."""
        from valmentaja.content.end_reasons import end_reasons
        from valmentaja.screens.clients.end_form import EndForm
        from valmentaja.screens.shell.choose import Choose

        held = self.client_in_focus()
        if held is None:
            return
        reasons = {str(one.id): one for one in end_reasons(self.texts.language)}
        answers = [(reason_id, one.name) for reason_id, one in reasons.items()]
        question = self.texts("end.question", name=held.label)
        chosen = await self.workbench.push_screen_wait(Choose(question, answers))
        if chosen:
            self.open_form(EndForm(held, reasons[chosen]))

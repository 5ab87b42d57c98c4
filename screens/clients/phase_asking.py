"""Which phase a client moves to: the main one, a second one beside it, or out of that again."""

from typing import TYPE_CHECKING

from valmentaja.content.phases import phases
from valmentaja.model.client import Client
from valmentaja.screens.shell.choose import Choose
from valmentaja.store.clients import ENDED, enter_second_phase, leave_second_phase, move_to_phase
from valmentaja.store.phase_stays import phase_stays

if TYPE_CHECKING:
    from valmentaja.screens.program.app import Workbench

BESIDE = "beside"
LEAVE = "leave/"


class PhaseAsking:
    """Asks, and does what was chosen as one change."""

    def __init__(self, workbench: "Workbench", client: Client) -> None:
        self._workbench = workbench
        self._client = client
        self._texts = workbench.texts
        self._names = {str(one.id): one.name for one in phases(self._texts.language) if one.id != ENDED}
        stays = phase_stays(workbench.book, client.id)
        self._beside = [stay.phase for stay in stays if stay.left_on is None and not stay.is_main]

    async def ask(self) -> None:
        """The phases by their numbers; after them what can be done beside the main one."""
        answers = [*self._names.items(), (BESIDE, self._texts("phase.second"))]
        answers += [
            (f"{LEAVE}{phase}", self._texts("phase.leave", phase=self._named(phase)))
            for phase in self._beside
        ]
        chosen = await self._choose("phase.question", answers, self._client.phase)
        if chosen == BESIDE:
            await self._ask_second()
        elif chosen and chosen.startswith(LEAVE):
            self._leave(chosen.removeprefix(LEAVE))
        elif chosen and chosen != self._client.phase:
            self._move(chosen)

    async def _ask_second(self) -> None:
        taken = {self._client.phase, *self._beside}
        answers = [one for one in self._names.items() if one[0] not in taken]
        chosen = await self._choose("phase.second_question", answers)
        if chosen:
            self._enter(chosen)

    async def _choose(
        self, question: str, answers: list[tuple[str, str]], focus_on: str | None = None
    ) -> str | None:
        asked = Choose(self._texts(question, name=self._client.label), answers, focus_on)
        return await self._workbench.push_screen_wait(asked)

    def _named(self, phase: str) -> str:
        return self._names.get(phase, phase)

    def _move(self, phase: str) -> None:
        bench, held = self._workbench, self._client
        if bench.attempt(lambda: move_to_phase(bench.book, held.id, phase, bench.clock.today)):
            bench.say_done("phase.moved", name=held.label, phase=self._named(phase))

    def _enter(self, phase: str) -> None:
        bench, held = self._workbench, self._client
        if bench.attempt(lambda: enter_second_phase(bench.book, held.id, phase, bench.clock.today)):
            bench.say_done("phase.entered_second", name=held.label, phase=self._named(phase))

    def _leave(self, phase: str) -> None:
        bench, held = self._workbench, self._client
        if bench.attempt(lambda: leave_second_phase(bench.book, held.id, phase, bench.clock.today)):
            bench.say_done("phase.left_second", name=held.label, phase=self._named(phase))

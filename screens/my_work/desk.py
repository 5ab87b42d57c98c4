"""The desk of the coach's own work: own steps, leave, own network, each in a part of its own."""

from collections.abc import Sequence
from typing import ClassVar

from valmentaja.desks.leave import leaves
from valmentaja.desks.runs import Steps, own_steps_lately
from valmentaja.model.leave import Leave
from valmentaja.rules.leaves import running_leave
from valmentaja.screens.my_work.leave_words import leave_row, leave_under_way
from valmentaja.screens.my_work.own_steps import own_step_rows
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.own_network_rows import own_network_rows
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.run_rows import steps_label
from valmentaja.screens.widgets.row_list import Row, said_row
from valmentaja.store.details import Detail
from valmentaja.texts.sentences import day_seen_from


class MyWorkScreen(DetailFocus):
    """Every part begins with what comes next; an empty one says what it is for and how to begin."""

    desk = "my_work"
    offers: ClassVar[tuple[str, ...]] = (*DetailFocus.offers, "add")

    def about(self) -> str:
        """Whose work it is."""
        return self.texts("about.self")

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The coach's own, as it is now."""
        steps, held = own_steps_lately(self.book, self.today), leaves(self.book)
        parts = (
            Part("steps", steps_label(self.texts, steps), lambda: self._steps(steps)),
            Part("leave", self.texts("part.leave"), lambda: self._leaves(held)),
            Part("network", self.texts("part.network"), self._network),
        )
        return self.texts("desk.my_work"), self._line(held), parts

    def _line(self, held: Sequence[Leave]) -> str:
        """That the coach is away, or when the next leave begins."""
        running = running_leave(held, self.today)
        if running is not None:
            return leave_under_way(self.texts, running, self.today)
        begins = min((one.from_on for one in held if one.from_on > self.today), default=None)
        if begins is None:
            return self.texts("my_work.no_leave")
        day = day_seen_from(self.texts, self.today)(begins)
        return self.texts.counted("my_work.next_leave", (begins - self.today).days, day=day)

    def _steps(self, steps: Steps) -> Sequence[Row]:
        rows = own_step_rows(self.texts, steps, self.today)
        return rows or [said_row(self.texts("my_work.no_steps", key=self.key_of("add")))]

    def _leaves(self, held: Sequence[Leave]) -> Sequence[Row]:
        """What comes first stands first; then those that are over, the latest first."""
        ahead = [one for one in held if one.until_on >= self.today]
        past = [one for one in held if one.until_on < self.today]
        rows = [leave_row(self.texts, one, self.today) for one in (*reversed(ahead), *past)]
        return rows or [said_row(self.texts("my_work.no_leaves", key=self.key_of("add")))]

    def _network(self) -> Sequence[Row]:
        return own_network_rows(self.book, self.texts, self.today, add_key=self.key_of("add"))

    def status(self) -> tuple[str, str]:
        """Nothing to say: the rows say it."""
        return "", ""

    # Keys

    def told_first(self) -> Sequence[str]:
        """That something is added to the open part."""
        return (*super().told_first(), "add")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A desk has no page before it."""
        return action != "back" and super().check_action(action, parameters)

    def can_finish(self, record: Detail) -> bool:
        """A leave is looked through on its own page, where what falls in it stands."""
        return not isinstance(record, Leave) and super().can_finish(record)

    def action_add(self) -> None:
        """Something is added to the open part."""
        match self.part:
            case "leave":
                from valmentaja.screens.my_work.leave_form import LeaveForm

                self.add_with(LeaveForm())
            case "network":
                from valmentaja.screens.records.detail_deeds import adding_form

                self.add_with(adding_form(self, "supporter", None))
            case _:
                from valmentaja.screens.my_work.own_step_form import OwnStepForm

                self.add_with(OwnStepForm())

"""What is not known yet is found out together: how and when, each of them may be left open."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from textual.containers import Vertical
from textual.widget import Widget

from valmentaja.errors import ValmentajaError
from valmentaja.model.answer import Answer, AnswerState
from valmentaja.model.change import Draft
from valmentaja.model.place import FormPlace
from valmentaja.rules.questions import said_in
from valmentaja.screens.drafts.drafting import Drafting, Typing
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.answers import Asked, answer_now, plan_finding_out
from valmentaja.store.drafts import drop_draft
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning, parse_date


@dataclass(frozen=True, slots=True)
class Plan:
    """How and when, as they are typed."""

    how: str = ""
    on: str = ""

    def day(self, today: date) -> date | None:
        """The day that is meant, `None` for none. Raises WrongUsage for what is no day."""
        return parse_date(self.on, today, Meaning.PLAN) if self.on.strip() else None


class PlanWriting:
    """The plan as the workbook holds it, and what has been typed since, which is a draft until it is settled."""

    def __init__(
        self,
        drafts: Drafting,
        texts: Texts,
        asked: Asked,
        today: Callable[[], date],
        settled: Callable[[], None],
    ) -> None:
        self.held = Plan()
        self._place = FormPlace(f"find_out/{asked.client_id}/{asked.question}/{asked.whose}")
        self._drafts = drafts
        self._texts = texts
        self._asked = asked
        self._today = today
        self._settled = settled

    @property
    def plan(self) -> Plan:
        """What the coach sees: what is being typed, else what was agreed."""
        typing = self._drafts.at(self._place)
        return Plan(**json.loads(typing.text)) if typing else self.held

    def take(self, answer: Answer | None) -> None:
        """The plan as the workbook holds it now."""
        said = said_in(answer)
        day = self._texts.date(said.find_out_on) if said.find_out_on else ""
        self.held = Plan(said.find_out_how or "", day)

    def take_up(self) -> None:
        """What a window that runs no more, or this one, has left half typed is there again."""
        left = self._drafts.left_at(self._place)
        if left:
            self._drafts.take_over(Typing(self._place, 0, self._settle), left[-1])

    def typed(self, plan: Plan) -> None:
        """This stands in the fields now: kept within a second."""
        if plan != self.plan:
            typing = self._drafts.at(self._place) or Typing(self._place, 0, self._settle)
            self._drafts.typed(typing, json.dumps({"how": plan.how, "on": plan.on}, ensure_ascii=False))

    def settle(self) -> bool:
        """The fields are left. False when what was typed is refused, which is said."""
        return self._drafts.settle(self._place)

    def _settle(self, draft: Draft) -> bool:
        """It waits as a draft where it is known meanwhile."""
        book, plan = self._drafts.book, Plan(**json.loads(draft.text))
        now = said_in(answer_now(book, self._asked))
        if now.state is not AnswerState.DONT_KNOW:
            return False
        if plan != self.held:
            plan_finding_out(
                book, self._asked, plan.how.strip() or None, plan.day(self._today()), today=self._today()
            )
        drop_draft(book, draft.place, draft.window)
        self._settled()
        return True

    def drop(self) -> None:
        """It is known after all: nothing of the plan is needed."""
        self._drafts.drop(self._place)


class FindingOut(Vertical):
    """Two small fields, in sight while it is not known yet."""

    DEFAULT_CSS = """
    FindingOut { height: auto; max-width: 92; }
    FindingOut FieldRow > .label { width: 18; }
    FindingOut LineField { max-width: 60; }
    """

    def __init__(self, texts: Texts) -> None:
        self.how = LineField(placeholder=texts("question_walk.how_example"), id="how")
        self.on = LineField(placeholder=texts("question_walk.on_example"), id="on")
        rows = (
            FieldRow(texts("question_walk.how"), self.how),
            FieldRow(texts("question_walk.on"), self.on),
        )
        super().__init__(*rows, id="plan")

    @property
    def plan(self) -> Plan:
        """What stands in the fields."""
        return Plan(self.how.value, self.on.value)

    def show(self, plan: Plan) -> None:
        """Puts it into the fields, where it is not there already."""
        for field, text in ((self.how, plan.how), (self.on, plan.on)):
            if field.value != text:
                field.value = text
                field.cursor_position = len(text)

    def fields(self) -> Iterator[Widget]:
        """In the order of Tab, while they are in sight."""
        if self.display:
            yield from (self.how, self.on)


def day_meant(plan: Plan, today: date) -> date | None:
    """The day that is meant; `None` also for what is no day."""
    try:
        return plan.day(today)
    except ValmentajaError:
        return None

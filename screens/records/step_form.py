"""A next step is agreed: what, by when, and whose it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.records import StepLine, step_line
from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.step import NextStep, Owner
from valmentaja.rules.refusals import refuse_unreminded_step
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.disclosing import Disclosing
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.texts.dates import Meaning
from valmentaja.texts.shown import LONGEST_NAMED, one_line


@dataclass(frozen=True, slots=True)
class StepGround:
    """What a step comes of, besides whom it is about.

    `place` tells the form from others that are half filled in, `values` fill fields in beforehand, `told` stands above
    them, and `agree` writes the step.
    """

    place: str
    values: Mapping[str, str]
    told: str
    agree: Callable[[StepWords], NextStep]


class StepForm(Disclosing[StepLine]):
    """About a client or an employer."""

    DEFAULT_CSS = """
    StepForm #ground { height: auto; color: $quiet; margin-bottom: 1; }
    """

    def __init__(self, about: Client | Employer, ground: StepGround | None = None) -> None:
        """`ground` is what the step comes of; while the client looks on, nothing of what may be told is shown."""
        super().__init__(
            ground.place if ground else f"next_step/{about.id}", ground.values if ground else None
        )
        self._about = about
        self._ground = ground
        self._label = about.label if isinstance(about, Client) else about.name

    def title_text(self) -> str:
        """Whom it is about."""
        return self.texts("step_form.title", name=self._label)

    def above(self) -> Iterable[Widget]:
        """What it comes of."""
        if self._ground and self._ground.told:
            yield Static(literal(self._ground.told), id="ground")

    def rows(self) -> Iterable[FieldRow]:
        """What, when, whose."""
        owners = [(owner.value, self.texts(f"owner.{owner}")) for owner in Owner]
        yield FieldRow(self.texts("step_form.text"), LineField(self.given("text"), id="text"))
        yield FieldRow(
            self.texts("step_form.on"),
            LineField(self.given("on"), id="on", placeholder=self.texts("step_form.on_example")),
        )
        yield FieldRow(self.texts("step_form.owner"), ChoiceField(owners, Owner.TOGETHER, id="owner"))

    def understood(self) -> str:
        """The day that was typed, written whole, and what may be told of the client."""
        return "\n".join(filter(None, (self.day_line(self._due_on), self.may_line())))

    def disclosed(self) -> tuple[int | None, int | None]:
        """The client whom it is about."""
        is_client = isinstance(self._about, Client) and self._ground is None
        return (self._about.id if is_client else None), None

    def _due_on(self) -> date:
        self.needed("on", "step.no_day")
        return self.day_in("on", Meaning.PLAN)

    def told(self, kept: StepLine) -> str:
        """What was agreed, and by when."""
        text = one_line(kept.step.text, LONGEST_NAMED)
        return self.texts("step_form.told", text=text, day=self.texts.day(kept.step.due_on))

    def keep(self) -> StepLine:
        """Agreed: one change."""
        text, due_on = self.needed("text", "step.no_text"), self._due_on()
        words = StepWords(text, due_on, self.today, Owner(self.value("owner")))
        step = self._ground.agree(words) if self._ground else self._agree(words)
        return step_line(self.book, step)

    def _agree(self, words: StepWords) -> NextStep:
        client_id = self._about.id if isinstance(self._about, Client) else None
        if isinstance(self._about, Client):
            refuse_unreminded_step(self._about, self.today, with_employer=False)
        return agree_next_step(
            self.book,
            words,
            about=self._label,
            client_id=client_id,
            employer_id=None if client_id is not None else self._about.id,
        )

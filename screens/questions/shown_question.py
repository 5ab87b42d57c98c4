"""One question on a calm page, one view in the field: what is read of it, and how it is shown."""

from collections.abc import Callable, Iterable

from textual import events
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.questions import AskedLine, QuestionsPage, SetPage, questions_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.client import Client
from valmentaja.screens.literal import literal
from valmentaja.screens.questions.answer_writing import AnswerWriting
from valmentaja.screens.questions.asked_words import LABEL_WIDTH, AskedWords, over
from valmentaja.screens.questions.finding_out import FindingOut, PlanWriting, day_meant
from valmentaja.screens.questions.words import progress_told
from valmentaja.screens.together.page import TogetherPage
from valmentaja.screens.widgets.columns import lines
from valmentaja.screens.widgets.laid_out import LaidOut
from valmentaja.screens.widgets.told_text import ToldText
from valmentaja.store.answers import Asked
from valmentaja.texts.shown import one_line

_ANY_WIDTH = 60
"""Cells in which it is tried whether there is anything to show."""


class AnswerText(ToldText):
    """The answer of one view."""

    DEFAULT_CSS = """
    AnswerText { width: 1fr; height: 100%; padding: 0 1; border-left: solid $rule; }
    AnswerText:focus { border: none; border-left: heavy $accent; }
    """

    def key_escape(self, event: events.Key) -> None:  # type: ignore[override]
        """Esc leaves the field, and no more than that."""
        event.stop()
        self.screen.set_focus(None)


class ShownQuestion(TogetherPage):
    """What is being typed is left alone when the records are read anew. A subclass sees to that, and has the keys."""

    DEFAULT_CSS = f"""
    ShownQuestion #calm > * {{ max-width: 92; }}
    ShownQuestion #question {{ margin-bottom: 1; }}
    ShownQuestion #writing {{ height: 1fr; min-height: 3; max-height: 7; margin-bottom: 1; }}
    ShownQuestion.-wide #writing {{ max-height: 10; }}
    ShownQuestion #whose {{ width: {LABEL_WIDTH}; padding: 0 1 0 0; text-style: bold; }}
    ShownQuestion #said-before {{ margin-bottom: 1; }}
    ShownQuestion #views-before {{ margin-bottom: 1; }}
    ShownQuestion #views-after {{ margin-bottom: 1; }}
    ShownQuestion #state {{ min-height: 1; }}
    """

    def __init__(self, client_id: int, set_id: str, question: str | None = None) -> None:
        """`question`, such as `job_search.thoughts`, is where to begin; without it, where the walk was left."""
        super().__init__()
        self.client_id = client_id
        self.set_id = set_id
        self.whose = Whose.CLIENT
        self.at = question or ""
        self.is_over = False
        self.plain: bool | None = None  # as the client wants it
        self.with_hints = False
        self._page: QuestionsPage | None = None
        self._writing: AnswerWriting | None = None
        self._plan: PlanWriting | None = None
        self._gone = False

    def body(self) -> Iterable[Widget]:
        """The question, the field, and what else was said."""
        with VerticalScroll(id="calm", can_focus=False):
            yield LaidOut(id="question")
            yield LaidOut(id="views-before")
            with Horizontal(id="writing"):
                yield Static(id="whose")
                yield AnswerText(self.edited, self.texts("question_walk.write"))
            yield LaidOut(id="said-before")
            yield LaidOut(id="views-after")
            yield LaidOut(id="state")
            yield FindingOut(self.texts)
            yield LaidOut(id="deeds")
            yield LaidOut(id="over")

    # What is at hand

    @property
    def page(self) -> QuestionsPage:
        """All sets of the client, as they were read last."""
        assert self._page is not None
        return self._page

    @property
    def held(self) -> SetPage:
        """The set."""
        return self.page.set_page(self.set_id)

    @property
    def line(self) -> AskedLine:
        """The question at hand."""
        return self.page.line(self.at)

    @property
    def answer(self) -> Answer | None:
        """What the view in the field says to it now."""
        return self.line.views.get(self.whose)

    @property
    def client(self) -> Client:
        """Who is asked."""
        return self.page.client

    @property
    def has_ended(self) -> bool:
        """Whether nothing new is asked any more."""
        return self._page is not None and self.client.has_ended(self.today)

    @property
    def asked(self) -> Asked:
        """The question, and whose view answers."""
        return Asked(self.client_id, self.at, self.whose)

    @property
    def state(self) -> AnswerState:
        """How far the view in the field is."""
        return self.answer.state if self.answer else AnswerState.OPEN

    @property
    def writing(self) -> AnswerWriting:
        """What is typed in the field."""
        if self._writing is None or self._writing.asked != self.asked:
            self._writing = AnswerWriting(
                self.workbench.drafts, self.asked, lambda: self.today, self.was_settled
            )
            self._plan = None
        return self._writing

    @property
    def plan(self) -> PlanWriting:
        """What is typed of how and when it is found out."""
        if self._plan is None:
            self._plan = PlanWriting(
                self.workbench.drafts, self.texts, self.asked, lambda: self.today, self.was_settled
            )
        return self._plan

    @property
    def text(self) -> AnswerText:
        """The field."""
        return self.query_one(AnswerText)

    @property
    def finding_out(self) -> FindingOut:
        """The two small fields."""
        return self.query_one(FindingOut)

    # Showing

    def renew(self) -> None:
        """The question as it is in the workbook now; what is being typed is left alone."""
        try:
            self._page = questions_page(self.book, self.texts.language, self.client_id, self.today)
        except CannotBeMet:
            self._gone = True
            self.call_later(self.close_if_gone)
            return
        if self.plain is None:
            self.plain = bool(self.client.plain_wording)
        if self.at not in [one.id for one in self.held.lines]:
            self.at = self.held.begins_at.id
        self.writing.take(self.answer)
        self.plan.take(self.answer)
        self.show_head()
        self._show_question()
        self.refresh_bindings()

    def _show_question(self) -> None:
        texts, words = self.texts, AskedWords(self.texts, self.page, self.held, self.line, self.whose)
        ways = texts("question_walk.over_ways", list=self.key_of("questions"), leave=self.key_of("step_out"))
        held = self.held
        for part in self.query_one("#calm").children:
            part.display = (part.id == "over") is self.is_over
        self._show(
            "question", lambda width: words.question(width, plain=bool(self.plain), hints=self.with_hints)
        )
        self._show("views-before", lambda width: words.views(width, before=True))
        self._show("said-before", words.before)
        self._show("views-after", lambda width: words.views(width, before=False))
        self._show("deeds", words.deeds)
        self.query_one("#over", LaidOut).show(lambda width: over(texts, held, ways, width))
        self.query_one("#whose", Static).update(literal(one_line(words.name(), LABEL_WIDTH - 1)))
        self.show_fields()
        self.show_state()

    def _show(self, name: str, layout: Callable[[int], Content]) -> None:
        """What says nothing takes no room."""
        widget = self.query_one(f"#{name}", LaidOut)
        widget.show(layout)
        widget.display = not self.is_over and bool(layout(_ANY_WIDTH))

    def show_fields(self) -> None:
        """The text and the two small fields, as they are typed or kept."""
        text, finding = self.text, self.finding_out
        text.read_only = self.has_ended
        text.show(self.writing.text)
        if self.has_ended and not text.text:
            self.query_one("#writing").display = False
        finding.display = self.state is AnswerState.DONT_KNOW and not self.has_ended and not self.is_over
        finding.show(self.plan.plan)

    def show_state(self) -> None:
        """The state in words, with the day that is being typed."""
        words = AskedWords(self.texts, self.page, self.held, self.line, self.whose)
        told = words.state(self.key_of("dont_know"), day_meant(self.plan.plan, self.today))
        self.query_one("#state", LaidOut).show(lambda width: lines(told, width))

    def head(self) -> tuple[str, str]:
        """The set, its round where it is not the first, and the number of the question."""
        held, texts = self.held, self.texts
        name = held.questions.name
        if len(held.rounds) > 1:
            name = texts("question_walk.head_round", question_set=name, number=held.rounds[-1].number)
        if self.is_over:
            return name, ""
        return name, texts("question_walk.place", number=self.line.number, count=len(held.lines))

    def status(self) -> tuple[str, str]:
        """How far the round is; nothing is ever missing."""
        if self._page is None or self.is_over:
            return "", ""
        if self.has_ended:
            return self.texts("question_walk.ended"), ""
        if self.held.progress.is_untouched:
            return self.texts("question_walk.untouched"), ""
        return progress_told(self.texts, self.held.progress), ""

    # What a subclass tells

    def edited(self, text: str) -> None:
        """The text in the field is this now."""
        raise NotImplementedError

    def was_settled(self) -> None:
        """What was typed has become the answer."""
        raise NotImplementedError

    def close_if_gone(self) -> None:
        """The client's records were erased elsewhere, or the adding of the client was taken back."""
        if self._gone and self.workbench.screen is self:
            self._gone = False
            self.workbench.say("record.gone", key=self.key_of("redo"))
            self.dismiss(None)

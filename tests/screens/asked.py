"""What the tests of the questions share: a client who has answered some of them, and the walk at a question."""

from datetime import date

from textual.pilot import Pilot

from tests.screens.running import press, screen_text
from tests.store.workbooks import aino, day, met, opened
from valmentaja.content.question_sets import question_with
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.client import Client
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.walk import QuestionWalk
from valmentaja.store.answers import Asked, plan_finding_out, say_answer
from valmentaja.store.question_rounds import begin_round
from valmentaja.store.workbook import Workbook

THOUGHTS, OTHERS, STANCE = "job_search.thoughts", "job_search.others_views", "job_search.own_stance"
MONEY, LIKELIHOOD = "job_search.finances_now_after", "job_search.likelihood_signs"
HOW = "lasketaan Kelan laskurilla"


def says(
    book: Workbook,
    who: Client,
    question: str,
    text: str | None = None,
    *,
    on: date | None = None,
    whose: Whose = Whose.CLIENT,
    state: AnswerState | None = None,
) -> Answer | None:
    """One view answers, a month ago unless said."""
    asked = Asked(who.id, question, whose)
    return say_answer(book, asked, today=on or day(-30), text=text, state=state)


def find_out(book: Workbook, who: Client, question: str, how: str | None, on: date | None) -> Answer:
    """What the client does not know yet is found out together; a month ago."""
    waiting = plan_finding_out(book, Asked(who.id, question), how, on, today=day(-30))
    assert waiting is not None
    return waiting


def first_round(home: Home, key: str | None = None) -> Client:
    """Aino, met yesterday, in whose first round each state is once, and who finds out about money in a week."""
    with opened(home, key) as book:
        who = aino(book)
        met(book, who, day=day(-1))
        says(book, who, THOUGHTS, "Pelottaa vähän.")
        says(book, who, THOUGHTS, "Innostuu heti.", whose=Whose.COACH)
        says(book, who, OTHERS, "Äiti on iloinen.", state=AnswerState.BEST_GUESS)
        find_out(book, who, MONEY, HOW, day(7))
        says(book, who, "job_search.ways_considered", state=AnswerState.NOT_NEEDED)
        return who


def second_round(home: Home) -> Client:
    """As `first_round`; yesterday they began anew: one answer changed, one is as it was, one is new."""
    who = first_round(home)
    with opened(home) as book:
        begin_round(book, who.id, "job_search", day(-1))
        says(book, who, THOUGHTS, "Enää ei pelota.", on=day(-1))
        says(book, who, OTHERS, "Äiti on iloinen.", on=day(-1), state=AnswerState.BEST_GUESS)
        says(book, who, STANCE, "Kysytään paikan päältä.", on=day(-1))
    return who


def asks(app: Workbench, question: str) -> bool:
    """Whether the walk stands at the question."""
    wording = question_with(question, app.texts.language).question
    told = " ".join(" ".join(screen_text(app)).split())
    return isinstance(app.screen, QuestionWalk) and " ".join(wording.split())[:40] in told


async def leave_walk(app: Workbench, pilot: Pilot[None]) -> None:
    """Esc out of the text, and once more off the page."""
    assert isinstance(app.screen, QuestionWalk)
    if app.screen.is_typing:
        await press(pilot, "escape")
    await press(pilot, "escape")
    assert not isinstance(app.screen, QuestionWalk)

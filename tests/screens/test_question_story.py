"""From "don't know yet" to what has changed, over a winter and through real keys, in both languages."""

from datetime import date

import pytest
from textual.pilot import Pilot

from tests.screens.asked import HOW, MONEY, THOUGHTS, asks, leave_walk
from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import footer, line_with, open_app, press, screen_text, shows, write
from tests.screens.today_desk import in_focus, told_in_list
from tests.store.workbooks import TODAY, aino, day, met, opened, visited
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.compare import CompareScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.store.answers import answers_of
from valmentaja.store.clients import all_clients
from valmentaja.store.question_rounds import rounds_of
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.texts import Language

ITS_DAY, SPRING = date(2026, 12, 1), date(2027, 3, 1)
THEN, NOW, KNOWN = "Pelottaa vähän.", "Enää ei pelota.", "Käteen jää 300 € enemmän."


@pytest.fixture
def looked_after(empty: Home) -> Home:
    """Aino, of whom nothing presses for half a year."""
    with opened(empty) as book:
        who = aino(book)
        visited(book, "Lounas-Aitta", client_id=who.id, present=True, day=day(-20))
        met(book, who, day=TODAY)
        words = StepWords("kurssin alku", day(200), day(-10))
        agree_next_step(book, words, about=who.label, client_id=who.id, employer_id=None)
    return empty


async def open_questions(app: Workbench, pilot: Pilot[None]) -> None:
    """The only client's page, at the questions."""
    await press(pilot, "2", "enter")
    await go_to_part(app, pilot, "questions")


async def type_answer(app: Workbench, pilot: Pilot[None], text: str) -> None:
    """Into the field, from wherever the focus is."""
    if not app.screen.focused:
        await press(pilot, "enter")
    await write(pilot, text)


def told(app: Workbench) -> str:
    """All that is in sight, on one line."""
    return " ".join(" ".join(screen_text(app)).split())


async def the_first_meeting(app: Workbench, pilot: Pilot[None]) -> None:
    """One answer, and one that nobody knows yet: who finds it out, and by when."""
    await open_questions(app, pilot)
    await press(pilot, "enter")
    assert asks(app, THOUGHTS)
    await type_answer(app, pilot, THEN)
    await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s")
    assert asks(app, MONEY)
    await press(pilot, "f4")
    await write(pilot, HOW)
    await press(pilot, "tab")
    await write(pilot, "1.12.")
    await leave_walk(app, pilot)
    assert HOW in line_with(app, app.texts.day(ITS_DAY))
    await go_to_part(app, pilot, "overview")
    assert app.texts.day(ITS_DAY) in line_with(app, app.texts("find_out.label"))


async def its_day(app: Workbench, pilot: Pilot[None]) -> None:
    """The day brings it to the list; what was found out is written where it was asked."""
    assert in_focus(app) == "Aino Kallio"
    await press(pilot, "t")
    assert asks(app, MONEY)
    await type_answer(app, pilot, KNOWN)
    await press(pilot, "f4")
    await leave_walk(app, pilot)
    assert isinstance(app.screen, TodayScreen)
    assert HOW not in told(app)
    await open_questions(app, pilot)
    assert "300" in line_with(app, " 4 ")
    assert not shows(app, HOW)


async def the_spring(app: Workbench, pilot: Pilot[None]) -> None:
    """A new round, in which the old words stand beside the new; then what has changed since."""
    await open_questions(app, pilot)
    await press(pilot, "n", "1")
    assert shows(app, "2, " + app.texts.date(SPRING))
    await press(pilot, "enter")
    assert asks(app, THOUGHTS)
    assert shows(app, THEN)
    await type_answer(app, pilot, NOW)
    await leave_walk(app, pilot)
    await go_to_row(app, pilot, f"/{THOUGHTS}/client")
    assert "earlier" in footer(app)
    await press(pilot, "left")
    assert isinstance(app.screen, CompareScreen)
    assert app.texts("question_compare.changed", count=1) in told(app)
    assert told(app).index(THEN) < told(app).index(NOW)
    assert KNOWN in told(app), "what was found out then is still there to be read"


@pytest.mark.parametrize("language", ["fi", "en"])
async def test_from_not_knowing_to_what_has_changed(looked_after: Home, language: Language) -> None:
    async with open_app(looked_after, language=language) as (app, pilot):
        await the_first_meeting(app, pilot)
    async with open_app(looked_after, language=language, on=ITS_DAY) as (app, pilot):
        assert HOW.split()[0] in told_in_list(app)
        await its_day(app, pilot)
    async with open_app(looked_after, language=language, on=SPRING) as (app, pilot):
        await the_spring(app, pilot)
    with opened(looked_after) as book:
        who = all_clients(book)[0]
        rounds = {one.id: one.number for one in rounds_of(book, who.id, "job_search")}
        said = [(rounds[one.round_id], one) for one in answers_of(book, who.id)]
    assert [(number, one.question, one.state, one.settled_on) for number, one in said] == [
        (1, THOUGHTS, "answered", None),
        (1, MONEY, "dont_know", ITS_DAY),
        (1, MONEY, "answered", None),
        (2, THOUGHTS, "answered", None),
    ]
    assert [one.text for _, one in said if one.settled_on is None] == [THEN, KNOWN, NOW]

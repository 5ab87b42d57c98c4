"""What has changed between two rounds, through real keys: then and now, question by question."""

from textual.pilot import Pilot

from tests.screens.asked import LIKELIHOOD, OTHERS, THOUGHTS, asks, first_round, says, second_round
from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import footer, line_with, open_app, press, screen_text, shows
from tests.store.workbooks import TODAY, day, opened
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.places import Home
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.compare import CompareScreen
from valmentaja.store.question_rounds import begin_round


async def compare(app: Workbench, pilot: Pilot[None], question: str = THOUGHTS) -> None:
    """From the question on the only client's page to what has changed."""
    await press(pilot, "2", "enter")
    await go_to_part(app, pilot, "questions")
    await go_to_row(app, pilot, f"/{question}/client")
    await press(pilot, "left")
    assert isinstance(app.screen, CompareScreen)


def told(app: Workbench) -> list[str]:
    """The rows in sight."""
    return [line.strip() for line in screen_text(app)[5:-4]]


async def test_what_changed_and_what_is_new_stand_first_and_the_rest_quietly_after_them(empty: Home) -> None:
    second_round(empty)
    async with open_app(empty, size=(80, 40)) as (app, pilot):
        await compare(app, pilot)
        assert shows(app, "Aino Kallio: Työn hakeminen, mikä muuttui")
        assert shows(app, "muuttunut 1 · uutta 1 · ennallaan 1 · kierros 1, 25.10.2026, ja 2, 23.11.2026")
        lines = told(app)
        heads = ["muuttunut", "uutta", "ennallaan", "tällä kierroksella vielä avoin, silloin sanottiin"]
        places = [lines.index(one) for one in heads]
        assert places == sorted(places)
        assert "Äiti on iloinen." in line_with(app, " 2 mitä muut")
        assert shows(app, "Näistä ei ole puhuttu kummallakaan kierroksella: ")


async def test_on_a_narrow_screen_the_words_of_then_stand_over_those_of_now(empty: Home) -> None:
    second_round(empty)
    async with open_app(empty) as (app, pilot):
        await compare(app, pilot)
        lines = told(app)
        at = lines.index("asiakas")
        assert lines[at + 1 : at + 5] == [
            "silloin 25.10.2026 · vastattu",
            "Pelottaa vähän.",
            "nyt 23.11.2026 · vastattu",
            "Enää ei pelota.",
        ]


async def test_on_a_wide_screen_they_stand_side_by_side_and_each_view_by_its_name(empty: Home) -> None:
    second_round(empty)
    async with open_app(empty, size=(120, 40), language="en") as (app, pilot):
        await compare(app, pilot)
        assert "Enää ei pelota." in line_with(app, "Pelottaa vähän.")
        assert "now 23 Nov 2026 · answered" in line_with(app, "then 25 Oct 2026 · answered")
        assert shows(app, "coach · still open")
        assert "then 25 Oct 2026 · answered" in line_with(app, "now open")
        assert "Kysytään paikan päältä." not in line_with(app, "then open")


async def test_left_goes_to_the_rounds_before_and_right_comes_back(empty: Home) -> None:
    who = second_round(empty)
    with opened(empty) as book:
        begin_round(book, who.id, "job_search", TODAY)
        says(book, who, THOUGHTS, "Odotan jo.", on=TODAY)
    async with open_app(empty) as (app, pilot):
        await compare(app, pilot)
        assert shows(app, "Odotan jo.")
        assert shows(app, "kierros 2, 23.11.2026, ja 3, 24.11.2026")
        assert "later" not in footer(app)
        await press(pilot, "left")
        assert shows(app, "kierros 1, 25.10.2026, ja 2, 23.11.2026")
        assert shows(app, "Pelottaa vähän.")
        assert not shows(app, "Odotan jo.")
        assert "earlier" not in footer(app)
        await press(pilot, "right")
        assert shows(app, "Odotan jo.")


async def test_the_question_in_focus_is_found_at_once_and_enter_opens_it(empty: Home) -> None:
    second_round(empty)
    async with open_app(empty) as (app, pilot):
        await compare(app, pilot, OTHERS)
        assert isinstance(app.screen, CompareScreen)
        assert (app.screen.focused_id or "").endswith(f"/{OTHERS}/client")
        await press(pilot, "enter")
        assert asks(app, OTHERS)


async def test_with_one_round_there_is_nothing_to_compare(empty: Home) -> None:
    first_round(empty)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "questions")
        await go_to_row(app, pilot, f"/{THOUGHTS}/client")
        assert "earlier" not in footer(app)
        await press(pilot, "left")
        assert isinstance(app.screen, ClientScreen)


async def test_the_page_closes_when_its_second_round_is_undone(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        begin_round(book, who.id, "job_search", day(-1))
    async with open_app(empty) as (app, pilot):
        await compare(app, pilot)
        assert shows(app, "uudella kierroksella ei ole vielä vastattu")
        await press(pilot, "u")
        assert isinstance(app.screen, ClientScreen)
        assert shows(app, "kierros 1, 25.10.2026")


async def test_what_came_to_be_known_shows_how_it_was_found_out(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        begin_round(book, who.id, "job_search", day(-1))
        money = "job_search.finances_now_after"
        says(book, who, money, "Käteen jää 300 € enemmän.", on=day(-1), state=AnswerState.ANSWERED)
    async with open_app(empty) as (app, pilot):
        await compare(app, pilot, "job_search.finances_now_after")
        assert shows(app, "silloin 25.10.2026 · en tiedä vielä")
        assert shows(app, "selvitetään: lasketaan Kelan laskurilla, 1.12.2026")
        assert shows(app, "Käteen jää 300 € enemmän.")


async def test_long_and_hostile_answers_are_laid_out_as_text(empty: Home) -> None:
    who = second_round(empty)
    with opened(empty) as book:
        says(book, who, THOUGHTS, "[/b] \x1b[31m " + "sana " * 50_000, on=day(-1))
        says(book, who, THOUGHTS, "[@click=app.quit]täällä[/]", on=day(-1), whose=Whose.CLOSE)
    for size in ((80, 24), (120, 40)):
        async with open_app(empty, size=size) as (app, pilot):
            await compare(app, pilot)
            assert shows(app, "[/b]")
            await press(pilot, "end")
            assert isinstance(app.screen, CompareScreen)


async def test_the_clients_view_of_how_likely_work_is_stands_in_no_list_here_either(empty: Home) -> None:
    who = first_round(empty)
    with opened(empty) as book:
        says(book, who, LIKELIHOOD, "Kymppi.")
        begin_round(book, who.id, "job_search", day(-1))
    async with open_app(empty, size=(80, 40)) as (app, pilot):
        await compare(app, pilot)
        assert line_with(app, "usko onnistumiseen").split()[-1] == "vastattu"
        assert not shows(app, "Kymppi")
    with opened(empty) as book:
        says(book, who, LIKELIHOOD, "Yhdeksän.", on=day(-1))
    async with open_app(empty, size=(80, 40)) as (app, pilot):
        await compare(app, pilot)
        assert shows(app, "Kymppi."), "with its question it is told, then and now"
        assert shows(app, "Yhdeksän.")

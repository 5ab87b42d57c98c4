"""Why someone stands where they stand: every reason on a page over Today, and from each its record in one key."""

from pathlib import Path

from textual.pilot import Pilot

from tests.screens.running import footer, open_app, press, screen_text, shows
from tests.screens.today_desk import client_id, in_focus, standing
from tests.store.workbooks import TODAY, day, opened
from valmentaja.desks.today import TodayPage, today_page
from valmentaja.exchange.demo import make_demo
from valmentaja.places import Home
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.contacts.meet_form import MeetForm
from valmentaja.screens.employers.page import EmployerScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.questions.walk import QuestionWalk
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.today.explanation import ExplanationScreen
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.find_outs import waiting_answers
from valmentaja.store.steps import StepWords, agree_next_step, next_step, steps_of_client


def told(app: Workbench) -> str:
    """The page, on one line."""
    return " ".join(" ".join(screen_text(app)[2:-2]).split())


async def test_every_reason_is_told_with_its_score_its_end_and_its_key(small: Home) -> None:
    async with open_app(small, size=(80, 40)) as (app, pilot):
        await press(pilot, "down", "down", "s")
        assert isinstance(app.screen, ExplanationScreen)
        page = told(app)
        assert "Aino Kallio myöhässä" in page
        for part in (
            "Askel ”soita Lounas-Aittaan” on sovittu päivälle 22.11.2026, 2 pv yli.",
            "Sovittu askel, 2 pv yli 7 päivän välistä. Luku on 4 × (1+2/7) = 5,14.",
            "Poistuu, kun merkitset askeleen tehdyksi.",
            "t: merkitsee askeleen tehdyksi",
            "Paikka: edellisen luku on",
            "Järjestys: myöhässä, tänään, tulossa.",
        ):
            assert part in page
        assert page.index("tasalla") > page.index("Sovittu askel")


async def test_the_first_of_the_list_is_said_to_be_the_first_in_english_too(small: Home) -> None:
    async with open_app(small, language="en", size=(80, 40)) as (app, pilot):
        await press(pilot, "s")
        assert "Pekka Salo late" in told(app)
        assert "First on the list. The order: late, today, soon." in told(app)


async def test_esc_and_the_same_key_go_back_to_the_row_in_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "down")
        for way_back in ("escape", "s"):
            await press(pilot, "s")
            assert {"open", "done", "back"} <= set(footer(app))
            await press(pilot, "down", way_back)
            assert isinstance(app.screen, TodayScreen)
            assert in_focus(app) == "Aino Kallio"


async def test_enter_opens_the_step_and_what_is_done_there_is_gone_from_the_reasons(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        (step,) = steps_of_client(app.book, client_id(app.book, "Aino Kallio"))
        await press(pilot, "down", "down", "s", "enter")
        assert isinstance(app.screen, DetailScreen)
        assert shows(app, step.text)
        await press(pilot, "t", "escape")
        assert isinstance(app.screen, ExplanationScreen)
        assert "soita Lounas-Aittaan" not in told(app)
        await press(pilot, "escape")
        assert "Aino Kallio" not in standing(app)


async def test_done_does_what_the_reason_in_focus_asks_for_and_not_the_main_one(small: Home) -> None:
    with opened(small) as book:
        words = StepWords("vie todistukset", day(1), day(-3))
        step = agree_next_step(
            book, words, about="x", client_id=client_id(book, "Pekka Salo"), employer_id=None
        )
    async with open_app(small) as (app, pilot):
        await press(pilot, "s", "down", "t")
        assert isinstance(app.screen, TodayScreen)
        assert shows(app, "Askel tehty: vie todistukset (u kumoaa)")
        assert next_step(app.book, step.id).done_on == TODAY
        assert "Pekka Salo" in standing(app), "the main reason is still there"


async def test_the_page_closes_when_its_row_is_gone_meanwhile(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["down"] * 4, "s")
        assert "Lounas-Aitta tulossa · työnantaja" in told(app)
        with opened(small) as book:
            book.execute("UPDATE next_step SET done_on = '2026-11-24' WHERE employer_id IS NOT NULL")
        await app.pulse()
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert "Lounas-Aitta" not in standing(app)


async def test_who_is_up_to_date_has_a_page_too(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "g", "end", "s")
        assert "Toivo Lehto siirretty" in told(app)


async def test_each_kind_of_reason_opens_the_very_record_that_it_comes_from(tmp_path: Path) -> None:
    home = Home(str(tmp_path / "demo"))
    make_demo(home, "fi", TODAY)
    async with open_app(home, on=TODAY) as (app, pilot):
        desk, page, left = app.screen, today_page(app.book, TODAY), set(KIND_BY_KEY)
        for row_at, at, kind, record_id in _one_of_each_kind(page):
            await _open_reason(app, pilot, page, row_at, at)
            left.remove(kind)
            assert _opened_record(app) == record_id, (kind, app.screen)
            for _ in range(3):
                if app.screen is not desk:
                    await press(pilot, "escape")
            assert app.screen is desk
        assert left == set(), "the demo has one of each kind"


def _one_of_each_kind(page: TodayPage) -> list[tuple[int, int, str, int]]:
    found: dict[str, tuple[int, int, str, int]] = {}
    for row_at, row in enumerate(page.rows):
        for at, signal in enumerate(row.signals):
            found.setdefault(signal.kind, (row_at, at, signal.kind, signal.record_id))
    return list(found.values())


async def _open_reason(app: Workbench, pilot: Pilot[None], page: TodayPage, row_at: int, at: int) -> None:
    await app.push_screen(ExplanationScreen(TODAY, page.rows[row_at], None))
    await pilot.pause()
    rows = app.screen.query_one(RowList)
    rows.highlighted = next(place for place, row in enumerate(rows._rows) if row.id == str(at))
    await press(pilot, "enter")


def _opened_record(app: Workbench) -> int | None:
    screen = app.screen
    if isinstance(screen, ClientScreen | EmployerScreen):
        return screen.record_id
    if isinstance(screen, QuestionWalk):
        waiting = waiting_answers(app.book, screen.client_id, TODAY)
        return next((one.id for one in waiting if one.question == screen.at), None)
    return next(
        (value for name in ("_record_id", "_placement_id") if (value := getattr(screen, name, None))), None
    )


async def test_who_was_not_reached_is_reached_out_to_from_the_page_in_another_way(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["down"] * 5)
        assert in_focus(app) == "Omar Haddad"
        await press(pilot, "s", "t")
        assert isinstance(app.screen, MeetForm)
        assert app.screen.value("way") == "message"

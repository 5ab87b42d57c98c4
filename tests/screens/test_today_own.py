"""What is about the coach alone on Today: own steps, the own network, leave; and the list after a leave."""

from tests.screens.running import footer, line_with, open_app, press, shows
from tests.screens.today_desk import beside, in_focus, standing, told_in_list
from tests.store.workbooks import TODAY, day, opened
from valmentaja.model.supporter_contact import SupporterContact
from valmentaja.places import Home
from valmentaja.screens.my_work.leave_page import LeaveScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.store.details import Given, add_detail, details_of
from valmentaja.store.steps import StepWords, next_step, plan_own_step
from valmentaja.store.workbook import Workbook


def on_leave(book: Workbook, first: int, last: int, stand_in: str | None = None) -> int:
    """The id of a leave of those days, planned long ago."""
    values: dict[str, Given] = {"from_on": day(first), "until_on": day(last), "planned_on": day(-60)}
    if stand_in:
        values["stand_in"] = stand_in
    return add_detail(book, "leave", owner_id=None, about="", values=values)


def own_things(home: Home) -> tuple[int, int, int]:
    """The ids of an own step due today, a partner of two months ago, a leave in three days."""
    with opened(home) as book:
        step = plan_own_step(book, StepWords("varaa työnohjausaika", TODAY, day(-5)))
        values: dict[str, Given] = {"name": "Sointu Laine", "phone": "040 555", "added_on": day(-60)}
        partner = add_detail(
            book, "supporter", owner_id=None, about="Sointu", values=values | {"every_days": 30}
        )
        return step.id, partner, on_leave(book, 3, 12)


async def go_to(app: Workbench, row: str) -> None:
    """The focus goes to the row."""
    screen = app.screen
    assert isinstance(screen, TodayScreen)
    rows = screen.query_one("#list")
    rows.highlighted = next(at for at, one in enumerate(rows._rows) if one.id == row)  # type: ignore[attr-defined]


async def test_own_things_stand_in_the_list_by_that_name_with_their_reason(empty: Home) -> None:
    step, partner, leave = own_things(empty)
    async with open_app(empty) as (app, pilot):
        assert standing(app) == [f"self-{partner}", f"self-{step}", f"self-{leave}"]
        assert "oma työ" in line_with(app, "ota yhteyttä: Sointu Laine")
        assert "oma työ ”varaa työnohjausaika”" in told_in_list(app)
        assert in_focus(app) == "oma työ"
        assert "040 555" in beside(app)
        assert {"done", "open", "explain"} <= set(footer(app))
        assert {"next_step", "put_aside", "not_reached", "meet", "agree"}.isdisjoint(footer(app))
        await press(pilot, "s")
        assert shows(app, "oma työ  myöhässä · yhteys verkostoon")


async def test_one_key_does_what_each_of_them_asks_for(empty: Home) -> None:
    step, partner, leave = own_things(empty)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "t")
        assert shows(app, "Yhteys kirjattu tälle päivälle: Sointu Laine (u kumoaa)")
        assert [one.day for one in details_of(app.book, SupporterContact, partner)] == [TODAY]
        assert standing(app) == [f"self-{step}", f"self-{leave}"]
        await press(pilot, "down", "up", "t")
        assert shows(app, "Askel tehty: varaa työnohjausaika (u kumoaa)")
        assert next_step(app.book, step).done_on == TODAY
        assert standing(app) == [f"self-{leave}"]
        await press(pilot, "down", "t")
        assert isinstance(app.screen, LeaveScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_enter_opens_the_record_of_each_of_them(empty: Home) -> None:
    step, partner, leave = own_things(empty)
    async with open_app(empty) as (app, pilot):
        for record, page, told in (
            (step, DetailScreen, "varaa työnohjausaika"),
            (partner, DetailScreen, "Sointu Laine"),
            (leave, LeaveScreen, "27.11."),
        ):
            await go_to(app, f"self-{record}")
            await press(pilot, "enter")
            assert isinstance(app.screen, page)
            assert shows(app, told)
            await press(pilot, "escape")


async def test_on_leave_the_list_says_until_when_and_who_stands_in(small: Home) -> None:
    with opened(small) as book:
        on_leave(book, -1, 3, "Ilse Tuomi")
    async with open_app(small) as (app, pilot):
        assert shows(app, "Olet poissa pe 27.11. asti. Sijainen: Ilse Tuomi")
        await press(pilot, "left", "left")
        assert shows(app, "Työlista su 22.11., vain luettavaksi.")
        assert not shows(app, "Olet poissa")


async def test_after_a_leave_the_list_says_that_it_begins_with_people_and_what_has_waited(
    small: Home,
) -> None:
    with opened(small) as book:
        on_leave(book, -12, -1)
    async with open_app(small) as (app, pilot):
        assert shows(app, "Palasit poissaolosta (to 12.11.–ma 23.11.)")
        row = standing(app).index("Aino Kallio")
        await press(pilot, *["down"] * row)
        assert in_focus(app) == "Aino Kallio"
        assert "22.11. alkaen" in told_in_list(app)
        assert any(line.split()[:1] == ["odottanut"] for line in told_lines(app))
        await press(pilot, "s")
        assert shows(app, "Aino Kallio  odottanut · ")
        await press(pilot, "escape", "/", *"odott", "enter")
        assert "Aino Kallio" in standing(app)


def told_lines(app: Workbench) -> list[str]:
    """The list, line by line."""
    from tests.screens.running import screen_text

    return [line.split("│")[0] for line in screen_text(app)]


async def test_a_long_name_of_who_stands_in_breaks_no_line(small: Home) -> None:
    with opened(small) as book:
        on_leave(book, -1, 3, "w" * 300)
    async with open_app(small) as (app, _):
        assert all(len(line) <= 80 for line in told_lines(app))
        assert shows(app, "Pekka Salo")

"""The coach's own work through real keys: own steps, leave and what falls in it, the stand-in, the own network."""

from datetime import date, time

import pytest
from textual.pilot import Pilot

from tests.screens.hostile import faults_in
from tests.screens.mouse import click
from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import (
    footer,
    line_with,
    open_app,
    page,
    paste,
    press,
    screen_text,
    shows,
    until,
    write,
)
from tests.store.workbooks import TODAY, aino, day, met, opened, the_field
from valmentaja.desks.leave import leaves
from valmentaja.desks.today import today_page
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.leave import LeaveKind
from valmentaja.places import Home
from valmentaja.rules.triage import About
from valmentaja.screens.appointments.for_client import ForClient
from valmentaja.screens.appointments.page import AppointmentScreen
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.my_work.desk import MyWorkScreen
from valmentaja.screens.my_work.leave_form import LeaveForm
from valmentaja.screens.my_work.leave_page import LeaveScreen
from valmentaja.screens.my_work.own_step_form import OwnStepForm
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.shell.form import Form
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.details import Given, add_detail
from valmentaja.store.editing import change_field
from valmentaja.store.steps import StepWords, agree_next_step, finish_step, own_steps, plan_own_step
from valmentaja.store.workbook import Workbook
from valmentaja.texts import LANGUAGES, Language


async def go_to_leave(app: Workbench, pilot: Pilot[None]) -> None:
    await press(pilot, "6")
    await go_to_part(app, pilot, "leave")


async def fill_leave(pilot: Pilot[None], first: str, last: str) -> None:
    """The days in the open form, each over whatever stands there."""
    for days in (first, last):
        await press(pilot, "home", "ctrl+k")
        await write(pilot, days)
        await press(pilot, "tab")


def plan(book: Workbook, first: int, last: int, **told: Given) -> int:
    values: dict[str, Given] = {"from_on": day(first), "until_on": day(last), "planned_on": day(-20), **told}
    return add_detail(book, "leave", owner_id=None, about="", values=values)


def someone(book: Workbook, name: str, *, step: str, on: int, stand_in: str = "") -> Client:
    """Met today, so that nothing but the step falls in a leave of the next days."""
    who = aino(book, name)
    met(book, who)
    words = StepWords(step, day(on), TODAY)
    agree_next_step(book, words, about=who.label, client_id=who.id, employer_id=None)
    if stand_in:
        change_field(book, "client", who.id, the_field("client", "stand_in"), stand_in)
    return who


def book_time(book: Workbook, who: Client, on: int) -> int:
    words = AppointmentWords(
        day=day(on), at=time(10), way=ClientContactWay.IN_PERSON, client_ids=(who.id,), booked_on=TODAY
    )
    return book_appointment(book, words).id


def own_on_today(home: Home) -> list[str]:
    """The kinds of the coach's own rows on Today."""
    with opened(home) as book:
        return [one.signals[0].kind for one in today_page(book, TODAY).pressing if one.about is About.SELF]


# The desk


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_desk_has_its_name_in_the_bar_of_a_small_terminal(
    empty: Home, language: Language
) -> None:
    async with open_app(empty, language=language) as (app, pilot):
        await press(pilot, "6")
        bar = screen_text(app)[0]
        names = [app.texts(f"desk.{desk}") for desk in ("today", "clients", "employers", "week", "diary")]
        assert all(name in bar for name in names)
        assert f"[{app.texts('desk.my_work')}]" in bar
        assert "48" in bar
        await click(app, pilot, names[4])
        assert page(app).desk == "diary"
        await click(app, pilot, app.texts("desk.my_work"))
        assert isinstance(app.screen, MyWorkScreen)


async def test_each_part_says_what_it_is_for_and_how_to_begin(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "6")
        assert shows(app, "Poissaoloja ei ole tiedossa.")
        assert shows(app, "Tähän tulee se, minkä teet itse")
        await press(pilot, "tab")
        assert shows(app, "Kun merkitset loman, koulutuksen tai muun poissaolon")
        await press(pilot, "tab")
        assert shows(app, "Oma verkosto on ne, joilta kysyt neuvoa")
        await press(pilot, "escape")
        assert isinstance(app.screen, MyWorkScreen)
        assert "back" not in footer(app)


# Own steps


async def test_an_own_step_comes_up_on_today_and_is_done_there(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "6", "n")
        assert isinstance(app.screen, OwnStepForm)
        await write(pilot, "varaa työnohjaus")
        await press(pilot, "tab")
        await write(pilot, "huomenna")
        assert shows(app, "ke 25.11.2026")
        await press(pilot, "enter")
        assert shows(app, "Lisätty: varaa työnohjaus, ke 25.11.")
        assert shows(app, "askeleet, 1 avoin")
        await press(pilot, "1")
        assert shows(app, "varaa työnohjaus")
        await press(pilot, "t")
        assert not shows(app, "oma työ")
        await press(pilot, "6")
        assert "ti 24.11." in line_with(app, "varaa työnohjaus")
    assert own_on_today(empty) == []


async def test_an_own_step_is_done_where_it_stands_and_changed_on_its_page(empty: Home) -> None:
    with opened(empty) as book:
        plan_own_step(book, StepWords("soita kollegalle", day(-2), day(-9)))
        plan_own_step(book, StepWords("päivitä esite", day(6), day(-9)))
        finish_step(book, plan_own_step(book, StepWords("ikivanha", day(-90), day(-99))).id, day(-80))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "6")
        assert "myöhässä" in line_with(app, "soita kollegalle")
        assert not shows(app, "ikivanha")
        await press(pilot, "t")
        assert shows(app, "askeleet, 1 avoin")
        await press(pilot, "u")
        assert shows(app, "askeleet, 2 avointa")
        await go_to_row(app, pilot, "next_step/")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "enter", "end")
        await write(pilot, " aamulla")
        await press(pilot, "ctrl+s", "escape")
        assert shows(app, "aamulla")


async def test_an_own_step_and_a_leave_are_found_and_open_as_themselves(empty: Home) -> None:
    with opened(empty) as book:
        plan_own_step(book, StepWords("soita kollegalle", day(6), TODAY))
        plan(book, 5, 9, note="Mökillä")
    async with open_app(empty) as (app, pilot):
        for word, screen in (("kollegalle", DetailScreen), ("mökillä", LeaveScreen)):
            await press(pilot, "ctrl+f")
            await write(pilot, word)
            await until(pilot, lambda: shows(app, "Löytyi"))
            await press(pilot, "enter")
            assert isinstance(app.screen, screen)
            assert "[Oma työ]" in screen_text(app)[0]
            await press(pilot, "escape", "escape")
        await press(pilot, "1", "d", "enter")
        assert isinstance(app.screen, LeaveScreen)
        await press(pilot, "escape", "down", "enter")
        assert isinstance(app.screen, DetailScreen)
        assert shows(app, "soita kollegalle")


async def test_a_step_without_words_or_a_day_is_refused_and_what_was_typed_stays(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "6", "n", "enter")
        assert isinstance(app.screen, OwnStepForm)
        await write(pilot, "soita")
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnStepForm)
        await press(pilot, "escape", "n")
        assert shows(app, "soita")
        assert own_steps(app.book) == ()


# A leave, from the form to Today


async def test_a_leave_is_added_shows_on_today_is_looked_through_and_goes_away(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "n")
        await fill_leave(pilot, "30.11.", "su")
        assert shows(app, "ma 30.11.–su 6.12.2026: 7 päivää, 5 työpäivää")
        await press(pilot, "right", "tab")
        await write(pilot, "Kaisa M.")
        await press(pilot, "enter")
        assert shows(app, "Poissaolo lisätty: ma 30.11.–su 6.12.2026")
        assert line_with(app, "su 6.12.2026  loma").strip().startswith("tulossa")
        assert shows(app, "ei vielä katsottu läpi")
        await press(pilot, "1")
        assert shows(app, "poissaolo alkaa")
        await press(pilot, "t")
        assert isinstance(app.screen, LeaveScreen)
        assert shows(app, "Loma ma 30.11.–su 6.12.2026")
        await press(pilot, "down", "t")  # a key that is held would act once
        assert shows(app, "katsottu läpi ti 24.11.")
        assert "done" not in footer(app)
        await press(pilot, "escape")
        assert not shows(app, "poissaolo alkaa")
        await press(pilot, "u")
        assert shows(app, "poissaolo alkaa")
        (held,) = leaves(app.book)
        assert (held.kind, held.stand_in, held.planned_on) == (LeaveKind.HOLIDAY, "Kaisa M.", TODAY)
    assert own_on_today(empty) == ["leave_ahead"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("24.12.", "6.1.2027", "to 24.12.2026–ke 6.1.2027: 14 päivää, 6 työpäivää"),
        ("huomenna", "huomenna", "ke 25.11.2026: yksi päivä, yksi työpäivä"),
        ("ke", "ke", "ke 25.11.2026: yksi päivä, yksi työpäivä"),
        ("7.12.", "pe", "ma 7.12.–pe 11.12.2026: 5 päivää, 5 työpäivää"),
        ("7.12.", "4.12.", "Viimeinen päivä on ennen ensimmäistä."),
        ("1.7.2062", "3.7.2062", "la 1.7.–ma 3.7.2062: 3 päivää"),
        ("2.11.", "3.11.", "Se on jo ohi."),
        ("12.12.", "15.12.", "Samoilla päivillä on jo poissaolo: ma 14.12.2026"),
        ("7.12.", "", "Tarvitaan vielä: saakka"),
    ],
)
async def test_while_the_days_are_typed_it_is_said_what_they_come_to(
    empty: Home, first: str, last: str, told: str
) -> None:
    with opened(empty) as book:
        plan(book, 20, 20)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "n")
        await fill_leave(pilot, first, last)
        assert shows(app, told)


async def test_what_was_added_has_the_focus(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        for first, last in (("30.11.", "su"), ("4.1.", "8.1."), ("14.12.", "18.12.")):
            await press(pilot, "n")
            await fill_leave(pilot, first, last)
            await press(pilot, "enter")
        await press(pilot, "enter")
        assert isinstance(app.screen, LeaveScreen)
        assert shows(
            app, "ma 14.12.–pe 18.12.2026"
        )  # the last one added, though it is not the last of the list
        await press(pilot, "escape", "shift+tab")
        for text, when in (("soita Kaisalle", "4.12."), ("tilaa esitteet", "27.11.")):
            await press(pilot, "n")
            await write(pilot, text)
            await press(pilot, "tab")
            await write(pilot, when)
            await press(pilot, "enter")
        await press(pilot, "t")
        assert [one.text for one in own_steps(app.book) if one.done_on is None] == ["soita Kaisalle"]


async def test_a_leave_that_ends_before_it_begins_is_refused_in_the_form_and_on_its_page(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "n")
        await fill_leave(pilot, "7.12.", "4.12.")
        await press(pilot, "enter")
        assert isinstance(app.screen, LeaveForm)
        assert shows(app, "Poissaolo ei voi päättyä ennen alkuaan")
        assert app.focused is app.screen.field("until")
        await press(pilot, "home", "ctrl+k")
        await write(pilot, "9.12.")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, LeaveScreen)
        await go_to_part(app, pilot, "leave")
        await go_to_row(app, pilot, "/until")
        await press(pilot, "enter", "home", "ctrl+k")
        await write(pilot, "4.12.")
        await press(pilot, "enter")
        assert isinstance(app.screen, Form)
        assert [one.until_on for one in leaves(app.book)] == [date(2026, 12, 9)]
        await press(pilot, "home", "ctrl+k")
        await write(pilot, "11.12.")
        await press(pilot, "enter")
        assert shows(app, "ma 7.12.–pe 11.12.2026")


async def test_a_leave_is_taken_away_and_brought_back(empty: Home) -> None:
    with opened(empty) as book:
        plan(book, 5, 9)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "enter", "delete")
        assert isinstance(app.screen, MyWorkScreen)
        assert shows(app, "Poistettu: poissaolo")
        assert leaves(app.book) == ()
        await press(pilot, "u")
        assert shows(app, "tulossa")


async def test_a_leave_is_not_looked_through_without_opening_it(empty: Home) -> None:
    with opened(empty) as book:
        plan(book, 5, 9)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        assert "done" not in footer(app)
        await press(pilot, "t")
        assert leaves(app.book)[0].looked_on is None


async def test_what_stands_first_says_whether_the_coach_is_away(empty: Home) -> None:
    with opened(empty) as book:
        plan(book, 1, 1)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "6")
        assert shows(app, "Seuraava poissaolo alkaa huomenna, ke 25.11.")
    async with open_app(empty, on=day(1)) as (app, pilot):
        await go_to_leave(app, pilot)
        assert shows(app, "Olet poissa ke 25.11. asti.")
        assert line_with(app, "ke 25.11.2026").strip().startswith("nyt")


async def test_the_week_says_on_how_many_days_the_coach_is_away(empty: Home) -> None:
    with opened(empty) as book:
        plan(book, 2, 9)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4")
        assert shows(app, "poissa 2 pv")
        await press(pilot, "right")
        assert shows(app, "5 työpäivää, poissa 4 pv")  # to Thursday
        await press(pilot, "right")
        assert not shows(app, "poissa")


# What falls in it


async def test_the_page_of_a_leave_tells_person_by_person_what_falls_in_it(empty: Home) -> None:
    with opened(empty) as book:
        walked = someone(book, "Aino Kallio", step="soita kouluun", on=8)
        someone(book, "Pekka Salo", step="vie työtodistus", on=9, stand_in="Liisa V.")
        someone(book, "Sanna Niemi", step="ensi kesä", on=200)
        plan_own_step(book, StepWords("päivitä esite", day(8), TODAY))
        book_time(book, walked, 9)
        plan(book, 7, 11)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "enter")
        assert shows(app, "Poissaoloon osuu 2 asiakkaan asioita. Yhdellä muulla ei ole silloin mitään.")
        assert shows(app, "Yhdellä asiakkaalla ei ole sijaista.")
        assert "sovittu askel ”soita kouluun” ke 2.12." in line_with(app, "Aino Kallio")
        assert shows(app, "ei sijaista")
        assert shows(app, "varattu to 3.12. klo 10.00, kasvotusten")
        assert shows(app, "sijainen Liisa V.")
        assert "päivitä esite" in line_with(app, "oma työ")
        assert not shows(app, "Sanna")
        await go_to_row(app, pilot, f"client/{walked.id}")
        await press(pilot, "a")
        assert isinstance(app.screen, StepForm)
        assert shows(app, "Aino Kallio")
        await press(pilot, "escape", "enter")
        assert isinstance(app.screen, ClientScreen)


async def test_a_booked_time_that_falls_in_it_is_moved_from_there(empty: Home) -> None:
    with opened(empty) as book:
        who = someone(book, "Aino Kallio", step="ensi kesä", on=200)
        booked = book_time(book, who, 9)
        plan(book, 7, 11)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "enter")
        await go_to_row(app, pilot, f"appointment/{booked}")
        assert "outcome" in footer(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AppointmentScreen)
        await press(pilot, "o", "2")
        await write(pilot, "10.12. klo 9")
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, LeaveScreen)
        assert shows(app, "Poissaoloon ei osu kenenkään asiakkaan asioita.")


async def test_a_leave_that_is_over_says_how_the_list_goes_and_what_still_waits(empty: Home) -> None:
    with opened(empty) as book:
        someone(book, "Aino Kallio", step="soita kouluun", on=-4)
        someone(book, "Pekka Salo", step="ensi kesä", on=200)
        plan(book, -8, -2, stand_in="Kaisa M.")
        plan(book, -90, -80)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        assert "ollut" in line_with(app, "ma 16.11.")
        await press(pilot, "enter")
        assert shows(app, "Tänään-lista alkaa ihmisistä su 29.11. asti")
        assert shows(app, "Poissaolosta odottaa vielä:")
        assert "soita kouluun" in line_with(app, "Aino Kallio")
        assert not shows(app, "Pekka")
        assert "for_client" not in footer(app)
        assert "done" not in footer(app)
        await press(pilot, "escape", "down", "enter")
        assert shows(app, "Poissaolosta ei odota enää mitään.")
        assert not shows(app, "Tänään-lista")


# The stand-in


async def test_the_list_for_the_stand_in_is_shown_and_copied(empty: Home) -> None:
    with opened(empty) as book:
        who = someone(book, "Aino Kallio", step="soita kouluun", on=8)
        change_field(book, "client", who.id, the_field("client", "note"), "Salainen muistiinpano")
        someone(book, "Pekka Salo", step="vie työtodistus", on=9)
        plan(book, 7, 11, stand_in="Kaisa M.")
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "enter", "f8")
        assert isinstance(app.screen, ForClient)
        assert shows(app, "Sijaiselle: Kaisa M.")
        assert shows(app, "- hoidettava: sovittu askel ”soita kouluun” ke 2.12.")
        assert "Pekka Salo" in app.clipboard
        assert "Salainen" not in app.clipboard
        await press(pilot, "escape")
        assert isinstance(app.screen, LeaveScreen)


async def test_where_several_stand_in_it_is_asked_whose_list_it_is(empty: Home) -> None:
    with opened(empty) as book:
        someone(book, "Aino Kallio", step="soita kouluun", on=8)
        someone(book, "Pekka Salo", step="vie työtodistus", on=9, stand_in="Liisa V.")
        plan(book, 7, 11, stand_in="Kaisa M.")
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "enter", "f8")
        assert isinstance(app.screen, Choose)
        await press(pilot, "2")
        assert shows(app, "Sijaiselle: Liisa V.")
        assert "Pekka Salo" in app.clipboard
        assert "Aino" not in app.clipboard


async def test_without_a_stand_in_it_is_said_how_one_is_named(empty: Home) -> None:
    with opened(empty) as book:
        plan(book, 7, 11)
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "enter", "f8")
        assert shows(app, "Poissaololla ei ole sijaista.")
        await go_to_part(app, pilot, "leave")
        await go_to_row(app, pilot, "/stand_in")
        await press(pilot, "enter")
        await write(pilot, "Kaisa M.")
        await press(pilot, "ctrl+s", "f8")
        assert shows(app, "Hoidettavaksi ei tule ketään.")


# The own network, and texts that would do something


async def test_someone_is_added_to_the_own_network_and_contacted(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "6", "tab", "tab", "n")
        await write(pilot, "Sointu L.")
        await press(pilot, "enter")
        assert shows(app, "Sointu L.")
        await press(pilot, "t")
        assert shows(app, "viimeksi ti 24.11.")
        await press(pilot, "delete")
        assert shows(app, "Oma verkosto on ne")


async def test_texts_that_would_command_the_screen_are_shown_as_they_are(empty: Home) -> None:
    hostile = "[/b] [@click=app.quit]x[/] \x1b[2J \u202egnp"
    with opened(empty) as book:
        someone(book, f"A {hostile}", step=f"S {hostile}", on=8, stand_in=f"I {hostile}")
    async with open_app(empty) as (app, pilot):
        await go_to_leave(app, pilot)
        await press(pilot, "n")
        await fill_leave(pilot, "1.12.", "4.12.")
        await press(pilot, "tab")
        await paste(pilot, hostile)
        await press(pilot, "enter")
        assert faults_in(app) == []
        assert shows(app, "sijainen [/b] [@click=app.quit]x[/] ␛[2J �gnp")
        await press(pilot, "enter")
        assert faults_in(app) == []
        await press(pilot, "f8")
        assert faults_in(app) == []
        await press(pilot, "2")
        assert isinstance(app.screen, ForClient)
        assert faults_in(app) == []
        assert "\x1b" not in app.clipboard

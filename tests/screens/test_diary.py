"""The Diary desk through real keys: writing a day, its marks, other days, and what others write meanwhile."""

from datetime import datetime

import pytest
from textual import events

from tests.screens.running import (
    HandClock,
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
from tests.store.workbooks import TODAY, day, opened
from valmentaja.content.diary_prompts import diary_prompts
from valmentaja.model.diary import DiaryEntry
from valmentaja.places import Home
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.diary.desk import DiaryScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.store.diary import diary_entry_of, entry_or_none, write_diary
from valmentaja.store.journal import changes, undo


def diary(app: Workbench) -> DiaryScreen:
    """The desk, which is in sight."""
    shown = page(app)
    assert isinstance(shown, DiaryScreen)
    return shown


def field(app: Workbench) -> DayText:
    return diary(app).query_one(DayText)


def entry(app: Workbench, days: int = 0) -> DiaryEntry:
    return diary_entry_of(app.book, day(days))


# Writing


async def test_it_opens_on_today_with_the_cursor_in_the_text_and_says_what_it_is_for(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        assert shows(app, "ti 24.11., tänään")
        assert shows(app, "Kirjoita tähän, miten päivä meni")
        await write(pilot, "Hei 5")
        assert field(app).text == "Hei 5"


async def test_esc_leaves_the_text_which_is_then_the_text_of_the_day(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Soitin heti aamusta.\nHyvä niin.")
        assert entry_or_none(app.book, TODAY) is None
        await press(pilot, "escape")
        assert entry(app).text == "Soitin heti aamusta.\nHyvä niin."
        assert shows(app, "Tallessa: ti 24.11.")
        assert [change.what for change in changes(app.book, 1)] == ["diary_written"]


async def test_done_leaves_the_text_and_says_that_it_is_kept_also_when_it_was_kept_before(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Valmis")
        for _ in range(2):
            await press(pilot, "ctrl+s")
            assert not diary(app).is_typing
            assert shows(app, "Tallessa: ti 24.11.")
            await press(pilot, "enter")


async def test_enter_goes_into_the_text_behind_its_last_letter(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "left")
        assert not diary(app).is_typing
        await press(pilot, "enter")
        await write(pilot, " Ja kuuntelin.")
        await press(pilot, "escape")
        assert entry(app, -1).text == "Kysyin ensin, neuvoin vasta sitten. Ja kuuntelin."


async def test_a_hundred_keys_at_once_and_then_quit_are_all_kept(small: Home) -> None:
    typed = "".join(chr(ord("a") + number % 26) for number in range(100))
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        driver = app._driver
        assert driver is not None
        for letter in typed:
            driver.send_message(events.Key(letter, letter))
        driver.send_message(events.Key("ctrl+q", None))
        await until(pilot, lambda: app._exit)
    with opened(small) as book:
        assert diary_entry_of(book, TODAY).text == typed


async def test_what_is_typed_right_after_esc_is_no_text(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Päivä")
        await pilot.press("escape", "1")
        await until(pilot, lambda: page(app).desk == "today")
        assert diary_entry_of(app.book, TODAY).text == "Päivä"


@pytest.mark.parametrize("key", ["x", "1", "left", "question_mark"])
async def test_keys_of_the_page_are_letters_in_the_text_and_are_not_told_there(small: Home, key: str) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        assert (
            set(footer(app)) & {"load", "energy", "supervision", "earlier", "write", "help", "lock"} == set()
        )
        assert {"finish", "leave_text", "hints"} <= set(footer(app))
        await press(pilot, key)
        assert diary(app).day == TODAY
        await press(pilot, "escape")
        assert {"load", "energy", "supervision", "earlier", "write", "help"} <= set(footer(app))
        assert set(footer(app)) & {"finish", "leave_text"} == set()


async def test_the_text_is_left_for_the_night_when_nothing_was_typed_for_two_minutes(
    small: Home, clock: HandClock
) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Mietin vielä")
        clock.forward(minutes=1)
        app.drafts.keep()
        assert entry_or_none(app.book, TODAY) is None
        clock.forward(minutes=1)
        app.drafts.keep()
        await pilot.pause()
        assert entry(app).text == "Mietin vielä"
        await write(pilot, ", ja keksin.")
        await press(pilot, "escape")
        assert entry(app).text == "Mietin vielä, ja keksin."


async def test_an_identity_code_is_masked_as_it_is_kept_and_said_once(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Tunnus 131052-308T")
        app.drafts.keep()
        await write(pilot, " ja muuta")
        app.drafts.keep()
        await press(pilot, "escape")
        assert entry(app).text == field(app).text == "Tunnus 131052-•••• ja muuta"
        assert shows(app, app.texts.counted("written.masked", 1)[:40])


async def test_hints_are_shown_and_hidden_and_take_no_text(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ensin")
        question = diary_prompts("fi").prompts[0].question
        assert not shows(app, question)
        await press(pilot, "f2")
        assert shows(app, question)
        await write(pilot, " ja sitten")
        await press(pilot, "f2")
        assert not shows(app, question)
        assert field(app).text == "Ensin ja sitten"


async def test_wide_screens_show_the_hints_beside_the_text(small: Home) -> None:
    async with open_app(small, size=(120, 40)) as (app, pilot):
        await press(pilot, "5", "f2")
        await write(pilot, "Ensin")
        assert "Kysymyksiä avuksi" in line_with(app, "Ensin")


async def test_a_resize_in_the_middle_of_a_sentence_loses_nothing(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        for width in (120, 66, 80):
            await write(pilot, f"Näin leveä {width}. ")
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
        await press(pilot, "escape")
        assert entry(app).text == "Näin leveä 120. Näin leveä 66. Näin leveä 80. "


async def test_a_paste_that_is_too_long_is_refused_whole_and_what_was_written_stays(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ennen.")
        await paste(pilot, "x" * (LONGEST_TEXT + 1))
        assert shows(app, f"{LONGEST_TEXT + 1} merkkiä")
        assert field(app).text == "Ennen."
        await write(pilot, " Jälkeen.")
        await press(pilot, "escape")
        assert entry(app).text == "Ennen. Jälkeen."


async def test_a_day_of_a_million_letters_opens_and_scrolls(small: Home) -> None:
    with opened(small) as book:
        write_diary(book, TODAY, "Pitkä päivä. " * (LONGEST_TEXT // 13 - 1), heading="9.00")
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "left", "right", "pagedown", "down")
        assert field(app).scroll_offset.y > 10
        await press(pilot, "enter")
        await write(pilot, "Loppu.")
        await press(pilot, "escape")
        assert entry(app).text.endswith("päivä. Loppu.")


async def test_a_day_is_as_full_as_a_field_can_be_and_no_letter_more(small: Home) -> None:
    with opened(small) as book:
        write_diary(book, TODAY, "a" * LONGEST_TEXT, heading="9.00")
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "b")
        assert shows(app, f"{LONGEST_TEXT + 1} merkkiä")
        assert len(field(app).text) == LONGEST_TEXT


# Days


async def test_any_past_day_can_be_written_and_says_which_it_is(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "i")
        await write(pilot, "16.11.")
        assert shows(app, "ma 16.11., viime viikolla")
        await press(pilot, "enter")
        assert shows(app, "ma 16.11., viime viikolla")
        await press(pilot, "enter")
        await write(pilot, "Muistin vasta nyt.")
        await press(pilot, "escape", "home")
        assert entry(app, -8).text == "Muistin vasta nyt."
        assert shows(app, "ti 24.11., tänään")


async def test_days_go_by_with_the_arrows_and_not_ahead(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "left")
        assert shows(app, "ma 23.11., eilen")
        assert shows(app, "Kysyin ensin, neuvoin vasta sitten.")
        await press(pilot, "right")
        assert shows(app, "ti 24.11., tänään")
        await press(pilot, "right")
        assert shows(app, "25.11.2026 on vasta edessä")
        assert diary(app).day == TODAY


async def test_a_day_ahead_or_none_is_refused_kindly_and_can_be_mended(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "i")
        await write(pilot, "huomenna")
        await press(pilot, "enter")
        assert shows(app, "25.11.2026 on vasta edessä")
        await press(pilot, "ctrl+u")
        await write(pilot, "eilen")
        await press(pilot, "enter")
        assert diary(app).day == day(-1)
        await press(pilot, "i", "escape")
        assert diary(app).day == day(-1)


async def test_what_was_typed_on_a_day_stays_on_it_when_another_is_opened(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Tänään")
        diary(app).show_day(day(-1))
        await pilot.pause()
        assert field(app).text == "Kysyin ensin, neuvoin vasta sitten."
        assert entry(app).text == "Tänään"
        assert entry(app, -1).text == "Kysyin ensin, neuvoin vasta sitten."


async def test_how_many_days_are_written_is_said_without_a_word_of_those_that_are_not(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        assert "vko 48: kirjoitettu yhtenä päivänä" in line_with(app, "vuonna 2026: yksi päivä")
        await write(pilot, "Toinen")
        await press(pilot, "escape", "left")
        assert "vko 48: kirjoitettu 2 päivänä" in line_with(app, "vuonna 2026: 2 päivää")


# Marks


async def test_load_and_energy_are_given_by_a_digit_and_taken_away_again(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "r")
        assert shows(app, "Kuinka raskas päivä oli?")
        assert "kevyt" in line_with(app, "1  ■")
        await press(pilot, "4")
        await press(pilot, "h", "2")
        assert "kuormitus 4/5   voimat 2/5" in line_with(app, "ti 24.11., tänään")
        assert (entry(app).load, entry(app).energy, entry(app).text) == (4, 2, "")
        await press(pilot, "r", "6")
        assert "kuormitus –   voimat 2/5" in line_with(app, "ti 24.11., tänään")
        await press(pilot, "r", "escape", "u")
        assert "kuormitus 4/5" in line_with(app, "ti 24.11., tänään")


async def test_a_day_is_marked_for_supervision_and_not_any_more(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "left", "m")
        assert "työnohjaukseen" in line_with(app, "ma 23.11., eilen")
        assert entry(app, -1).supervision
        await press(pilot, "m")
        assert "työnohjaukseen" not in line_with(app, "ma 23.11., eilen")
        assert not entry(app, -1).supervision
        assert shows(app, "Ei enää työnohjaukseen: ma 23.11.")


async def test_marking_a_day_does_not_move_its_text(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Aamu")
        await press(pilot, "escape", "r", "3", "enter")
        await write(pilot, " ja ilta")
        await press(pilot, "escape")
        assert (entry(app).text, entry(app).load) == ("Aamu ja ilta", 3)


# Undo, and others who write


async def test_undo_takes_the_text_back_and_redo_brings_it_again(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "left", "enter")
        await write(pilot, " Lisää.")
        await press(pilot, "escape", "u")
        assert field(app).text == entry(app, -1).text == "Kysyin ensin, neuvoin vasta sitten."
        assert shows(app, "23.11.")
        await press(pilot, "j")
        assert field(app).text == entry(app, -1).text == "Kysyin ensin, neuvoin vasta sitten. Lisää."


async def test_an_undo_in_another_window_while_the_text_is_typed_loses_nothing(small: Home) -> None:
    with opened(small) as other:
        write_diary(other, TODAY, "Aamu", heading="8.00")
        write_diary(other, TODAY, "Päivä", heading="12.00")
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, " jatkui")
        app.drafts.keep()
        with opened(small) as other:
            undo(other)
        await app.pulse()
        assert field(app).text == "Aamu\n\n12.00\nPäivä jatkui"
        await press(pilot, "escape")
        assert field(app).text == entry(app).text == "Aamu\n\n9.10\njatkui"


async def test_an_undo_of_the_whole_day_elsewhere_leaves_what_is_being_typed(small: Home) -> None:
    with opened(small) as other:
        write_diary(other, TODAY, "Aamu", heading="8.00")
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, " ja ilta")
        with opened(small) as other:
            undo(other)
        await app.pulse()
        await press(pilot, "escape")
        assert field(app).text == entry(app).text == "Aamu ja ilta"


async def test_what_the_command_line_writes_is_shown_when_nothing_is_being_typed(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        with opened(small) as other:
            write_diary(other, TODAY, "Komentoriviltä", heading="9.30")
        await app.pulse()
        assert field(app).text == "Komentoriviltä"
        await write(pilot, " ja tästä")
        await press(pilot, "escape")
        assert entry(app).text == "Komentoriviltä ja tästä"


async def test_what_is_typed_meanwhile_follows_under_its_time_and_is_shown(
    small: Home, clock: HandClock
) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ikkunasta")
        with opened(small) as other:
            write_diary(other, TODAY, "Komentoriviltä", heading="9.30")
        await app.pulse()
        assert field(app).text == "Ikkunasta"
        clock.forward(minutes=30)
        await write(pilot, ".")
        await press(pilot, "escape")
        assert field(app).text == entry(app).text == "Komentoriviltä\n\n9.40\nIkkunasta."


async def test_two_windows_may_write_the_same_day(small: Home) -> None:
    async with open_app(small) as (first, one), open_app(small) as (second, two):
        for pilot, text in ((one, "Ensimmäinen"), (two, "Toinen")):
            await press(pilot, "5")
            await write(pilot, text)
        await press(one, "escape")
        await press(two, "escape")
        await first.pulse()
        await one.pause()
        assert field(first).text == field(second).text == "Ensimmäinen\n\n9.10\nToinen"


async def test_a_lines_end_of_other_systems_is_kept_as_it_was_written(small: Home) -> None:
    text = "yksi\x0bkaksi\u2028kolme\x85neljä"
    with opened(small) as other:
        write_diary(other, TODAY, text, heading="9.00")
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "!")
        await press(pilot, "escape")
        assert entry(app).text == text + "!"


# Midnight, and other desks


async def test_at_midnight_the_text_stays_with_the_day_it_was_begun_on(small: Home) -> None:
    clock = HandClock(datetime(2026, 11, 24, 23, 59, 40))
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Myöhäinen")
        clock.forward(seconds=40)
        await app.pulse()
        await pilot.pause()
        assert shows(app, "Vuorokausi vaihtui")
        assert shows(app, "ti 24.11., eilen")
        await write(pilot, " ilta")
        await press(pilot, "escape")
        assert entry(app).text == "Myöhäinen ilta"
        assert entry_or_none(app.book, day(1)) is None
        await press(pilot, "home")
        assert shows(app, "ke 25.11., tänään")
        assert field(app).text == ""


async def test_a_page_left_open_over_night_is_the_new_days_in_the_morning(small: Home) -> None:
    clock = HandClock(datetime(2026, 11, 24, 22, 0))
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ilta")
        clock.forward(hours=9)
        await app.pulse()
        await pilot.pause()
        assert shows(app, "ke 25.11., tänään")
        await write(pilot, "Aamu")
        await press(pilot, "escape")
        assert (entry(app).text, entry(app, 1).text) == ("Ilta", "Aamu")


async def test_another_desk_keeps_the_text_and_the_way_back_is_into_todays_text(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Kesken")
        await press(pilot, "escape", "1", "5")
        assert diary(app).is_typing
        await write(pilot, " jatkui")
        await press(pilot, "escape")
        assert entry(app).text == "Kesken jatkui"


async def test_a_dialog_over_the_page_does_not_put_the_cursor_back_into_the_text(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5", "escape", "r", "escape")
        assert not diary(app).is_typing


async def test_nothing_of_the_diary_is_seen_on_today_or_in_the_title(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Salaisuus")
        await press(pilot, "escape")
        assert not any("Salaisuus" in line for line in screen_text(app)[-3:])
        await press(pilot, "1")
        assert shows(app, "päiväkirja: tehty")
        assert not shows(app, "Salaisuus")
        assert "Salaisuus" not in f"{app.title}{app.sub_title}"


async def test_the_desk_speaks_english_too(small: Home) -> None:
    async with open_app(small, language="en") as (app, pilot):
        await press(pilot, "5")
        assert shows(app, "Tue 24 Nov, today")
        assert "load –   energy –" in line_with(app, "Tue 24 Nov, today")
        await press(pilot, "escape", "left")
        assert shows(app, "Mon 23 Nov, yesterday")

"""Days, times and weeks as coaches type them."""

import unicodedata
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.texts import Language, Texts
from valmentaja.texts.dates import Meaning, parse_clock, parse_date, parse_week

TUESDAY = date(2026, 11, 24)
RECORD, PLAN, START = Meaning.RECORD, Meaning.PLAN, Meaning.START
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
TODAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))
MEANINGS = st.sampled_from(Meaning)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03",
        "2026-4-3",
        "3.4.2026",
        "03.04.2026",
        " 3. 4. 2026 ",
        "3.4. 2026",
        "3\xa0.\t4.2026",
        "3 Apr 2026",
        "3 APRIL 2026",
    ],
)
def test_the_third_of_april_is_read_the_finnish_way(text: str) -> None:
    assert parse_date(text, TUESDAY, RECORD) == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("toissapäivänä", 22),
        ("eilen", 23),
        ("Yesterday", 23),
        ("TÄNÄÄN", 24),
        (" today ", 24),
        ("huomenna", 25),
        ("tomorrow", 25),
        ("ylihuomenna", 26),
    ],
)
@pytest.mark.parametrize("meaning", Meaning)
def test_words_count_from_today_whatever_they_are_for(text: str, day: int, meaning: Meaning) -> None:
    assert parse_date(text, TUESDAY, meaning) == date(2026, 11, day)


def test_a_word_typed_with_loose_dots_is_the_same_word() -> None:
    assert parse_date(unicodedata.normalize("NFD", "tänään"), TUESDAY, RECORD) == TUESDAY


@pytest.mark.parametrize(
    "text", ["pe", "PE", "fri", "Fri", "Friday", "perjantai", "perjantaina", " Perjantaina "]
)
def test_friday_is_the_last_one_for_a_record_and_the_next_one_for_a_plan(text: str) -> None:
    assert parse_date(text, TUESDAY, RECORD) == date(2026, 11, 20)
    assert parse_date(text, TUESDAY, PLAN) == date(2026, 11, 27)
    assert parse_date(text, TUESDAY, START) == date(2026, 11, 27)


@pytest.mark.parametrize("text", ["ti", "tue", "tues", "Tuesday", "tiistai", "tiistaina"])
def test_todays_weekday_is_today_for_a_record_and_a_week_ahead_for_a_plan(text: str) -> None:
    assert parse_date(text, TUESDAY, RECORD) == TUESDAY
    assert parse_date(text, TUESDAY, PLAN) == date(2026, 12, 1)
    assert parse_date(text, TUESDAY, START) == TUESDAY


@pytest.mark.parametrize(("text", "day"), [("la", 21), ("su", 22), ("ma", 23), ("to", 26), ("pe", 27)])
def test_a_start_on_a_weekday_is_the_nearest_one(text: str, day: int) -> None:
    assert parse_date(text, TUESDAY, START) == date(2026, 11, day)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "ma mon monday maanantai maanantaina"),
        (1, "ti tue tues tuesday tiistai tiistaina"),
        (2, "ke wed wednesday keskiviikko keskiviikkona"),
        (3, "to thu thur thurs thursday torstai torstaina"),
        (4, "pe fri friday perjantai perjantaina"),
        (5, "la sat saturday lauantai lauantaina"),
        (6, "su sun sunday sunnuntai sunnuntaina"),
    ],
)
def test_weekdays_are_known_short_and_whole_in_both_languages(number: int, words: str) -> None:
    for word in words.split():
        assert parse_date(word, TUESDAY, RECORD).weekday() == number


@pytest.mark.parametrize("text", ["24.11.", "24.11", "24. 11.", "24 Nov", "24 november"])
@pytest.mark.parametrize("meaning", Meaning)
def test_todays_date_without_year_is_today(text: str, meaning: Meaning) -> None:
    assert parse_date(text, TUESDAY, meaning) == TUESDAY


def test_a_date_without_year_goes_back_for_a_record_and_ahead_for_a_plan() -> None:
    assert parse_date("25.1.", date(2026, 4, 20), RECORD) == date(2026, 1, 25)
    assert parse_date("25.12.", date(2026, 4, 20), RECORD) == date(2025, 12, 25)
    assert parse_date("25.11.", TUESDAY, PLAN) == date(2026, 11, 25)
    assert parse_date("23.11.", TUESDAY, RECORD) == date(2026, 11, 23)
    assert parse_date("23.11.", TUESDAY, PLAN) == date(2027, 11, 23)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("26.11.", TUESDAY, date(2026, 11, 26)),
        ("26 Nov", TUESDAY, date(2026, 11, 26)),
        ("to 26.11.", TUESDAY, date(2026, 11, 26)),
        ("31.12.", TUESDAY, date(2026, 12, 31)),
        ("5.3.", date(2026, 1, 4), date(2026, 3, 5)),
        ("6.3.", date(2026, 1, 4), date(2025, 3, 6)),
        ("30.12.", date(2027, 1, 4), date(2026, 12, 30)),
        ("2.1.", date(2026, 12, 30), date(2026, 1, 2)),
    ],
)
def test_a_records_date_a_little_ahead_is_a_slip_and_not_of_last_year(
    text: str, today: date, day: date
) -> None:
    assert parse_date(text, today, RECORD) == day


def test_days_that_are_looked_at_are_the_latest() -> None:
    assert parse_date("26.11.", TUESDAY, Meaning.LOOK_BACK) == date(2025, 11, 26)
    assert parse_date("pe", TUESDAY, Meaning.LOOK_BACK) == date(2026, 11, 20)


def test_a_date_without_year_finds_its_way_over_the_turn_of_the_year() -> None:
    assert parse_date("30.12.", date(2027, 1, 2), RECORD) == date(2026, 12, 30)
    assert parse_date("2.1.", date(2026, 12, 30), PLAN) == date(2027, 1, 2)
    assert parse_date("2.1.", date(2026, 12, 30), START) == date(2027, 1, 2)
    assert parse_date("30.12.", date(2027, 1, 2), START) == date(2026, 12, 30)


def test_of_two_starts_as_near_the_later_is_meant() -> None:
    today = date(2027, 8, 31)
    assert today - date(2027, 3, 1) == date(2028, 3, 1) - today == timedelta(days=183)
    assert parse_date("1.3.", today, START) == date(2028, 3, 1)


def test_the_leap_day_finds_its_year() -> None:
    assert parse_date("29.2.", TUESDAY, RECORD) == date(2024, 2, 29)
    assert parse_date("29.2.", TUESDAY, PLAN) == date(2028, 2, 29)
    assert parse_date("29.2.", TUESDAY, START) == date(2028, 2, 29)
    assert parse_date("29.2.", date(2025, 3, 1), START) == date(2024, 2, 29)
    assert parse_date("29.2.", date(2028, 2, 29), RECORD) == date(2028, 2, 29)
    assert parse_date("29.2.2028", TUESDAY, RECORD) == date(2028, 2, 29)


def test_a_century_without_a_leap_day_does_not_stop_the_search() -> None:
    assert parse_date("29.2.", date(1905, 1, 1), RECORD) == date(1904, 2, 29)
    assert parse_date("29.2.", date(1903, 1, 1), PLAN) == date(1904, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "31.2.",
        "30.2.2026",
        "29.2.2026",
        "29.2.2100",
        "2026-13-01",
        "0.1.2026",
        "1.0.",
        "32.1.",
        "1.1.1899",
        "1.1.2101",
        "0001-01-01",
        "31 Nov",
    ],
)
@pytest.mark.parametrize("meaning", Meaning)
def test_a_day_that_no_calendar_has_is_refused_as_it_was_typed(text: str, meaning: Meaning) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_date(text, TUESDAY, meaning)
    assert (caught.value.key, caught.value.parameters) == ("date.impossible", {"text": text})


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "joskus",
        "maa",
        "24",
        "24.",
        "24.11.26",
        "11/24/2026",
        "2026-11",
        "24.11.2026.",
        "24 Foo 2026",
        "24 ma 2026",
        "٢٤.١١.2026",
        "-1.1.2026",
        "{x}",
    ],
)
def test_what_is_no_date_is_said_to_be_unreadable(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_date(text, TUESDAY, RECORD)
    assert (caught.value.key, caught.value.parameters) == ("date.unreadable", {"text": text})


@given(DAYS, MEANINGS, st.sampled_from(["fi", "en"]))
def test_a_date_that_the_program_writes_it_also_reads(
    day: date, meaning: Meaning, language: Language
) -> None:
    assert parse_date(Texts(language).date(day), TUESDAY, meaning) == day
    assert parse_date(day.isoformat(), TUESDAY, meaning) == day


@given(DAYS, TODAYS)
def test_what_is_looked_at_is_never_ahead_and_a_plan_never_behind(day: date, today: date) -> None:
    text = f"{day.day}.{day.month}."
    past, coming, nearest = (parse_date(text, today, meaning) for meaning in (Meaning.LOOK_BACK, PLAN, START))
    assert past <= today <= coming
    assert nearest in (past, coming)
    assert abs(nearest - today) == min(today - past, coming - today)
    assert {(found.day, found.month) for found in (past, coming)} == {(day.day, day.month)}
    a_little_ahead = coming.year == today.year and coming - today <= timedelta(days=60)
    assert parse_date(text, today, RECORD) == (coming if a_little_ahead else past)


@given(TODAYS, st.sampled_from(["ma", "ti", "ke", "to", "pe", "la", "su"]))
def test_a_weekday_is_at_most_a_week_away(today: date, word: str) -> None:
    past, coming, nearest = (parse_date(word, today, meaning) for meaning in (RECORD, PLAN, START))
    assert timedelta(0) <= today - past < timedelta(days=7)
    assert timedelta(0) < coming - today <= timedelta(days=7)
    assert abs(nearest - today) <= timedelta(days=3)


@given(st.text(), TODAYS, MEANINGS)
def test_anything_typed_is_a_day_or_a_sentence(text: str, today: date, meaning: Meaning) -> None:
    with suppress(WrongUsage):
        assert 1900 <= parse_date(text, today, meaning).year <= 2100


@pytest.mark.parametrize("text", ["9.30", "9:30", "09.30", " 9 . 30 ", "klo 9.30"])
def test_half_past_nine_is_read_with_a_dot_or_a_colon(text: str) -> None:
    assert parse_clock(text) == time(9, 30)


def test_a_whole_hour_needs_no_minutes() -> None:
    assert parse_clock("10") == parse_clock("klo 10") == time(10)
    assert parse_clock("0.00") == time(0)


@pytest.mark.parametrize("text", ["930", "9.3", "9,30", "", "puoli kymmenen", "9.30.00", "-1.00"])
def test_what_is_no_time_is_said_to_be_unreadable(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_clock(text)
    assert (caught.value.key, caught.value.parameters) == ("clock.unreadable", {"text": text})


@pytest.mark.parametrize("text", ["24.00", "25.00", "9.60", "99"])
def test_a_time_that_no_clock_shows_is_impossible(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_clock(text)
    assert caught.value.key == "clock.impossible"


@pytest.mark.parametrize(
    "text",
    [
        "2026-W48",
        "2026w48",
        "W48",
        "w 48",
        "48",
        "vko 48",
        "Vko48",
        "vk. 48",
        "viikko 48",
        "week 48",
        "48/2026",
        "vko 48 / 2026",
    ],
)
def test_week_48_is_read_however_it_is_written(text: str) -> None:
    assert parse_week(text, TUESDAY) == Week(2026, 48)


def test_a_week_without_year_is_of_the_iso_year_of_today() -> None:
    assert parse_week("53", date(2027, 1, 3)) == Week(2026, 53)
    assert parse_week("1", date(2027, 1, 3)) == Week(2026, 1)
    assert parse_week("1", date(2027, 1, 4)) == Week(2027, 1)
    assert parse_week("vko 1", date(2024, 12, 30)) == Week(2025, 1)


def test_in_january_week_53_is_the_one_that_has_just_ended() -> None:
    assert parse_week("vko 53", date(2027, 1, 4)) == Week(2026, 53)
    with pytest.raises(WrongUsage):
        parse_week("53", date(2025, 1, 7))


@pytest.mark.parametrize(
    "text", ["54", "W54", "2026-W54", "2025-W53", "53/2025", "W00", "1899-W01", "0000-W01"]
)
def test_a_week_that_the_year_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_week(text, TUESDAY)
    assert (caught.value.key, caught.value.parameters) == ("week.impossible", {"text": text})


@pytest.mark.parametrize("text", ["", "ensi viikko", "2026", "2026-48", "W", "vko", "148", "-48"])
def test_what_is_no_week_is_said_to_be_unreadable(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_week(text, TUESDAY)
    assert (caught.value.key, caught.value.parameters) == ("week.unreadable", {"text": text})


@given(st.dates(date(1901, 1, 1), date(2100, 12, 31)))
def test_a_week_that_the_program_writes_it_also_reads(day: date) -> None:
    week = Week.of(day)
    assert parse_week(str(week), TUESDAY) == week
    assert parse_week(Texts("fi").week(week), day) == parse_week(Texts("en").week(week), day) == week


@pytest.mark.parametrize(
    ("typed", "meaning", "day"),
    [
        ("ke 9.12.", Meaning.PLAN, date(2026, 12, 9)),
        ("keskiviikkona 9.12.2026", Meaning.PLAN, date(2026, 12, 9)),
        ("Wed 9 Dec", Meaning.PLAN, date(2026, 12, 9)),
        ("ma 23.11.", Meaning.RECORD, date(2026, 11, 23)),
    ],
)
def test_a_weekday_may_stand_before_its_date(typed: str, meaning: Meaning, day: date) -> None:
    assert parse_date(typed, date(2026, 11, 24), meaning) == day


def test_a_weekday_that_the_date_does_not_have_is_a_slip() -> None:
    with pytest.raises(WrongUsage, match=r"^moment\.weekday$"):
        parse_date("ti 9.12.", date(2026, 11, 24), Meaning.PLAN)

"""The door to the texts, and user text made safe to show."""

import subprocess
import sys
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.texts import LANGUAGES, Language, MissingText, Texts, choose_language
from valmentaja.texts.shown import one_line, shown

FI, EN = Texts("fi"), Texts("en")
TUESDAY = date(2026, 11, 24)


def test_a_sentence_is_given_in_the_language_asked_for() -> None:
    assert FI("error.text.empty") == "Tähän tarvitaan tekstiä. Mitään ei tallennettu."
    assert EN("error.text.empty") == "Some text is needed here. Nothing was saved."


def test_braces_in_what_the_coach_typed_are_left_alone() -> None:
    assert FI("error.clock.impossible", text="{name} {0} {{ }") == "Tätä kellonaikaa ei ole: {name} {0} {{ }."


def test_a_parameter_may_have_any_name() -> None:
    assert FI("error.clock.impossible", text="9.60", key="k", self="s", count=1).endswith("9.60.")


@pytest.mark.parametrize("texts", [FI, EN])
def test_an_unknown_key_is_a_mistake_in_the_program_and_never_shown(texts: Texts) -> None:
    with pytest.raises(MissingText, match=r"no\.such\.text"):
        texts("no.such.text")
    with pytest.raises(MissingText):
        texts.counted("no.such.text", 1)
    with pytest.raises(MissingText):
        texts.counted("error.text.empty", 1)


def test_a_parameter_that_was_forgotten_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        FI("error.clock.impossible")


def test_one_and_many_have_their_own_words() -> None:
    assert FI.counted("written.removed", 1) == "Tekstistä poistettiin yksi NUL-merkki."
    assert FI.counted("written.removed", 3) == "Tekstistä poistettiin 3 NUL-merkkiä."
    assert EN.counted("written.removed", 0) == "0 NUL characters were removed from the text."


def test_a_text_can_be_asked_for_without_being_shown() -> None:
    assert FI.has("error.date.unreadable")
    assert FI.has("written.masked")
    assert not FI.has("error.date")
    assert not FI.has("no.such.text")


@pytest.mark.parametrize(
    ("value", "finnish", "english"),
    [
        (TUESDAY, "24.11.2026", "24 Nov 2026"),
        (datetime(2026, 11, 4, 9, 5), "4.11.2026 klo 9.05", "4 Nov 2026 at 9:05"),
        (time(9, 30), "9.30", "9:30"),
        (Week(2026, 48), "vko 48", "week 48"),
        (4.5, "4,5", "4.5"),
        (4.0, "4", "4"),
        (2026, "2026", "2026"),
        ("4.5", "4.5", "4.5"),
    ],
)
def test_parameters_are_written_the_languages_way(
    value: date | float | str, finnish: str, english: str
) -> None:
    assert FI("error.clock.impossible", text=value) == f"Tätä kellonaikaa ei ole: {finnish}."
    assert EN("error.clock.impossible", text=value) == f"There is no such time of day: {english}."


def test_a_day_of_about_now_has_its_weekday_and_no_year() -> None:
    assert FI.day(TUESDAY) == "ti 24.11."
    assert EN.day(TUESDAY) == "Tue 24 Nov"
    assert FI.day(date(2026, 3, 1)) == "su 1.3."


def test_a_time_of_day_has_two_digits_of_minutes() -> None:
    assert FI.clock(time(10)) == "10.00"
    assert EN.clock(time(0, 5, 59)) == "0:05"


@pytest.mark.parametrize(
    ("number", "finnish"),
    [
        (37.5, "37,5"),
        (4.75, "4,75"),
        (1 / 3, "0,33"),
        (6, "6"),
        (100, "100"),
        (0.0, "0"),
        (-0.001, "0"),
        (-1.5, "-1,5"),
    ],
)
def test_numbers_have_a_decimal_comma_and_no_trailing_zeros(number: float, finnish: str) -> None:
    assert FI.number(number) == finnish
    assert EN.number(number) == finnish.replace(",", ".")


def test_a_list_in_a_sentence_ends_with_and() -> None:
    assert FI.sentence_list(["Aino", "Åke", "Örjan"]) == "Aino, Åke ja Örjan"
    assert EN.sentence_list(("a", "{b}")) == "a and {b}"
    assert FI.sentence_list(["Aino"]) == "Aino"
    assert FI.sentence_list([]) == ""


@pytest.mark.parametrize(
    ("wanted", "environment", "workbook", "language"),
    [
        ("en", {"VALMENTAJA_LANG": "fi"}, "fi", "en"),
        (None, {"VALMENTAJA_LANG": "en", "LANG": "fi_FI.UTF-8"}, "fi", "en"),
        (None, {"LANG": "en_GB.UTF-8"}, "fi", "fi"),
        (None, {"LANG": "fi_FI.UTF-8"}, "en", "en"),
        (None, {"LANG": "en_GB.UTF-8"}, None, "en"),
        (None, {"LC_ALL": "fi_FI", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, None, "fi"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_IE@euro", "LANG": "fi_FI"}, None, "en"),
        (None, {"LC_ALL": "C.UTF-8"}, None, "fi"),
        (None, {"LANG": "fil_PH.UTF-8"}, None, "fi"),
        (None, {"LANG": "sv_FI.UTF-8", "VALMENTAJA_LANG": ""}, None, "fi"),
        (None, {}, None, "fi"),
        ("EN", {}, None, "en"),
    ],
)
def test_the_nearest_wish_decides_the_language(
    wanted: str | None, environment: dict[str, str], workbook: str | None, language: Language
) -> None:
    assert choose_language(wanted, environment, workbook) == language


def test_a_language_that_the_program_does_not_speak_is_refused() -> None:
    with pytest.raises(WrongUsage) as caught:
        choose_language("sv", {}, None)
    assert (caught.value.key, caught.value.parameters) == ("language.unknown", {"text": "sv"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "parameters"),
    [
        ("date.unreadable", {"text": "x"}),
        ("date.impossible", {"text": "x"}),
        ("clock.unreadable", {"text": "x"}),
        ("clock.impossible", {"text": "x"}),
        ("week.unreadable", {"text": "x"}),
        ("week.impossible", {"text": "x"}),
        ("language.unknown", {"text": "x"}),
        ("text.not_utf8", {}),
        ("text.empty", {}),
        ("text.too_long", {"length": "1", "longest": "1"}),
    ],
)
def test_every_error_of_what_is_typed_has_its_sentence(
    language: Language, key: str, parameters: dict[str, str]
) -> None:
    assert Texts(language)(f"error.{key}", **parameters).endswith(".")


def test_the_door_opens_without_loading_what_is_slow() -> None:
    code = (
        "import sys; from valmentaja.texts import Texts; Texts('fi')('error.text.empty'); "
        "print(*{'importlib.resources', 'valmentaja.texts.dates', 'logging', 'babel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_an_escape_code_is_seen_and_not_obeyed() -> None:
    assert shown("\x1b]0;title\x07 \x1b[31mred") == "␛]0;title␇ ␛[31mred"


def test_lines_are_kept_and_other_control_characters_become_pictures() -> None:
    assert shown("a\nb") == "a\nb"
    assert shown("\0\t\r\x1f\x7f") == "␀␉␍␟␡"
    assert shown("\x9b31m\x85") == "�31m�"
    assert shown("a\u2028b\u2029c") == "a␤b␤c"


def test_marks_that_turn_the_direction_of_writing_are_shown_as_unknown() -> None:
    assert shown("a\u202eb\u2066c\u2069d\u200fe\u061c") == "a�b�c�d�e�"


def test_half_a_character_does_not_stop_the_output() -> None:
    assert shown("a\ud83d\nb\udc80") == "a�\nb�"


def test_names_markup_and_emoji_are_shown_as_they_are() -> None:
    for text in ("Šárka Ödegård", "[/x] [@click=quit]", "👩‍🔧", "שלום", "=1+1", "ä"):
        assert shown(text) == text


@given(st.text())
def test_what_is_shown_can_be_written_and_holds_no_control_characters(text: str) -> None:
    safe = shown(text)
    safe.encode("utf-8")
    assert len(safe) == len(text)
    assert not any(c != "\n" and (c < " " or "\x7f" <= c <= "\x9f") for c in safe)
    assert shown(safe) == safe


def test_a_long_note_is_cut_between_words() -> None:
    note = "Soitti  työnantajalle,\nkeskustelu jatkuu"
    assert one_line(note, 80) == "Soitti työnantajalle, keskustelu jatkuu"
    assert one_line(note, 39) == "Soitti työnantajalle, keskustelu jatkuu"
    assert one_line(note, 38) == "Soitti työnantajalle, keskustelu…"
    assert one_line(note, 33) == "Soitti työnantajalle, keskustelu…"
    assert one_line(note, 32) == "Soitti työnantajalle,…"
    assert one_line(note, 4) == "Soi…"
    assert one_line(note, 1) == "…"


@given(st.text(), st.integers(1, 30))
def test_one_line_is_one_line_and_never_wider(text: str, width: int) -> None:
    line = one_line(text, width)
    assert len(line) <= width
    assert len(line.splitlines()) <= 1

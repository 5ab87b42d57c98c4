"""Identity codes are masked as they are written down, and nothing else is touched. All codes are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.rules.identity import mask_identity_codes

LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CENTURIES = {1800: "+", 1900: "-UVWXY\u2010\u2011\u2012\u2013\u2212", 2000: "ABCDEF"}


def code(day: date, sign: str, number: int) -> str:
    digits = f"{day:%d%m%y}{number:03d}"
    return f"{digits[:6]}{sign}{digits[6:]}{LETTERS[int(digits) % 31]}"


@st.composite
def codes(draw: st.DrawFn) -> str:
    day = draw(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
    made = code(day, draw(st.sampled_from(CENTURIES[day.year // 100 * 100])), draw(st.integers(2, 999)))
    return made.lower() if draw(st.booleans()) else made


def test_a_code_keeps_the_birthday_and_loses_the_rest() -> None:
    assert mask_identity_codes("Hetu 131052-308T, soita.") == ("Hetu 131052-••••, soita.", 1)


@pytest.mark.parametrize("sign", [*"-UVWXY", "\u2010", "\u2011", "\u2013", "\u2212"])
def test_every_sign_of_the_last_century_is_known(sign: str) -> None:
    assert mask_identity_codes(f"131052{sign}308T") == (f"131052{sign}••••", 1)


@pytest.mark.parametrize("sign", "ABCDEF")
def test_every_sign_of_this_century_is_known(sign: str) -> None:
    made = code(date(2008, 2, 29), sign, 900)
    assert mask_identity_codes(made) == (f"290208{sign}••••", 1)


def test_a_code_from_the_eighteen_hundreds_has_a_plus() -> None:
    assert mask_identity_codes(code(date(1899, 12, 31), "+", 2)) == ("311299+••••", 1)


def test_a_code_in_small_letters_is_a_code_too() -> None:
    assert mask_identity_codes("131052-308t") == ("131052-••••", 1)
    assert mask_identity_codes(code(date(2001, 1, 1), "A", 123).lower()) == ("010101a••••", 1)


@pytest.mark.parametrize(
    "around", ["({})", "{}.", "hetu:{}", "{}:n", "_{}_", '"{}"', "\n{}\n", "{},", "x-{}", "{}-x", "a {} b"]
)
def test_punctuation_around_a_code_does_not_hide_it(around: str) -> None:
    assert mask_identity_codes(around.format("131052-308T")) == (around.format("131052-••••"), 1)


def test_several_codes_are_counted() -> None:
    assert mask_identity_codes("131052-308T/131052-308T 131052-308U") == (
        "131052-••••/131052-•••• 131052-308U",
        2,
    )


@pytest.mark.parametrize(
    "text",
    [
        "131052-308U",  # wrong check letter
        "131052-3080",
        "131052G308T",  # no such century sign
        "131052*308T",
        "1131052-308T",  # inside a longer number
        "131052-308T1",
        "131052-308",
        "040-1234567",
        "FI21 1234 5600 0007 85",
        "24.11.2026",
        "",
    ],
)
def test_what_is_no_code_is_left_to_the_character(text: str) -> None:
    assert mask_identity_codes(text) == (text, 0)


@pytest.mark.parametrize("number", [0, 1])
def test_the_first_two_individual_numbers_are_never_given(number: int) -> None:
    made = code(date(1952, 10, 13), "-", number)
    assert mask_identity_codes(made) == (made, 0)


def test_a_temporary_code_is_a_code() -> None:
    assert mask_identity_codes(code(date(1990, 1, 1), "-", 900)) == ("010190-••••", 1)
    assert mask_identity_codes(code(date(1990, 1, 1), "-", 999)) == ("010190-••••", 1)


def test_the_leap_day_is_a_birthday_only_in_its_century() -> None:
    digits = 290200
    made = f"{digits:06d}{{}}308{LETTERS[(digits * 1000 + 308) % 31]}"
    assert mask_identity_codes(made.format("A"))[1] == 1
    assert mask_identity_codes(made.format("-"))[1] == 0
    assert mask_identity_codes(made.format("+"))[1] == 0


@pytest.mark.parametrize("digits", ["310290", "001090", "131352", "320190", "990999"])
def test_a_day_that_no_calendar_has_is_no_birthday(digits: str) -> None:
    made = f"{digits}-308{LETTERS[int(digits + '308') % 31]}"
    assert mask_identity_codes(made) == (made, 0)


@given(st.text(st.sampled_from("ab ä-\n1.")), codes(), st.text(st.sampled_from("ab ä-\n1.")))
def test_any_code_standing_alone_is_masked_once_and_for_all(before: str, made: str, after: str) -> None:
    text = f"{before} {made} {after}"
    masked, count = mask_identity_codes(text)
    assert (masked, count) == (f"{before} {made[:7]}•••• {after}", 1)
    assert mask_identity_codes(masked) == (masked, 0)


@given(st.text(st.sampled_from("0123456789-+AaTt •\n\u2011")))
def test_masking_keeps_the_length_and_is_done_once(text: str) -> None:
    masked, _ = mask_identity_codes(text)
    assert len(masked) == len(text)
    assert mask_identity_codes(masked) == (masked, 0)


@pytest.mark.parametrize(
    "text",
    [
        "hetu131052-308T",
        "131052-308TAino",
        "131052 -308T",
        "131052\u2014308T",
        "131\u200b052-30\u00ad8T",
        "ä131052-308Tö",
    ],
)
def test_a_code_that_is_glued_to_a_word_or_holds_unseen_marks_is_masked_too(text: str) -> None:
    masked, count = mask_identity_codes(text)
    assert count == 1
    assert "308T" not in masked.replace("\u00ad", "")
    assert len(masked) == len(text)
    assert mask_identity_codes(masked) == (masked, 0)

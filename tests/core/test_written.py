"""What may be stored as text: nothing is changed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.rules.written import LONGEST_TEXT, Written, name_written, written

STORABLE = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "  kaksi  väliä  \n",
        "[/x]",
        "\x1b[31m",
        "=SUM(A1)",
        "\u202eabc",
        "a\rb",
        "e\u0301",
        "👩‍🔧",
        "\ufeffa",
    ],
)
def test_a_note_is_stored_as_it_was_typed(text: str) -> None:
    assert written(text) == Written(text, masked=0, removed=0)


def test_an_identity_code_is_masked_and_counted() -> None:
    assert written("hetu 131052-308T") == Written("hetu 131052-••••", masked=1, removed=0)


def test_nul_characters_are_removed_and_counted() -> None:
    assert written("a\0b\0") == Written("ab", masked=0, removed=2)


def test_a_code_cut_by_a_nul_is_still_masked() -> None:
    assert written("131052\0-308T") == Written("131052-••••", masked=1, removed=1)


def test_windows_line_ends_become_newlines() -> None:
    assert written("a\r\nb\r\n\r\nc") == Written("a\nb\n\nc", masked=0, removed=0)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(WrongUsage) as caught:
        written("ok \udce4")
    assert (caught.value.key, caught.value.exit_code) == ("text.not_utf8", 2)


def test_the_longest_text_fits() -> None:
    assert len(written("x" * LONGEST_TEXT).text) == LONGEST_TEXT
    assert len(written("x\r\n" * (LONGEST_TEXT // 2)).text) == LONGEST_TEXT


def test_a_longer_text_is_refused_whole_and_its_length_said() -> None:
    with pytest.raises(CannotBeMet) as caught:
        written("ä" * (LONGEST_TEXT + 1))
    assert caught.value.key == "text.too_long"
    assert caught.value.parameters == {"length": 1_000_001, "longest": 1_000_000}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Maija Meikäläinen ", "Maija Meikäläinen"),
        ("Kesko\nOyj", "Kesko Oyj"),
        ("Kesko\r\nOyj\n", "Kesko Oyj"),
        ("a\tb\u2028c\x85d\re", "a b c d e"),
        ("Kaksi  väliä", "Kaksi  väliä"),
        ("\0A-1", "A-1"),
    ],
)
def test_a_name_is_one_trimmed_line(typed: str, name: str) -> None:
    assert name_written(typed).text == name


def test_a_name_that_is_an_identity_code_is_masked_and_counted() -> None:
    assert name_written(" 131052-308T\0") == Written("131052-••••", masked=1, removed=1)


@pytest.mark.parametrize("typed", ["", "  ", "\n\t", "\0", "\u200b", "\u2028", "\xa0"])
def test_a_name_with_nothing_to_see_is_refused(typed: str) -> None:
    with pytest.raises(CannotBeMet) as caught:
        name_written(typed)
    assert caught.value.key == "text.empty"


@pytest.mark.parametrize("typed", ["李", "Я", "?", "7", "é"])
def test_one_character_is_name_enough(typed: str) -> None:
    assert name_written(typed).text == typed


@given(STORABLE)
def test_written_twice_is_the_same_text(text: str) -> None:
    once = written(text)
    assert written(once.text) == Written(once.text, masked=0, removed=0)
    assert once.removed == text.count("\0")


@given(STORABLE)
def test_a_name_written_twice_is_the_same_name(text: str) -> None:
    try:
        once = name_written(text)
    except CannotBeMet:
        return
    assert name_written(once.text) == Written(once.text, masked=0, removed=0)
    assert len(once.text.splitlines()) == 1

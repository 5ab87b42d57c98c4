"""Names in the order that Finns expect."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.texts.sorting import name_key


def ordered(*names: str) -> list[str]:
    return sorted(names, key=name_key)


def test_the_swedish_o_comes_after_z_and_then_a_and_o_with_dots() -> None:
    assert ordered("Öljy", "Äiti", "Åbo", "Zorro", "Aho") == ["Aho", "Zorro", "Åbo", "Äiti", "Öljy"]


def test_the_order_holds_inside_a_word_too() -> None:
    assert ordered("Mäki", "Måns", "Mökki", "Maki", "Mzungu") == ["Maki", "Mzungu", "Måns", "Mäki", "Mökki"]


def test_a_shorter_name_comes_first_and_a_space_before_letters() -> None:
    assert ordered("Kesko Oyj", "Keskonen", "Kesko") == ["Kesko", "Kesko Oyj", "Keskonen"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VIRTANEN", "virtanen"),
        ("ÅKE", "åke"),
        ("Élodie", "elodie"),
        ("Škoda", "Skoda"),
        ("Müller", "Muller"),
        ("Łukasz", "Lukasz"),
        ("Đorđe", "Dorde"),
        ("Strauß", "STRAUSS"),
        ("Kjær", "Kjär"),
        ("Bjørn", "Björn"),
        ("Þór", "Thor"),
        ("  Maija \t Meikäläinen\n", "maija meikäläinen"),
        ("Maija\xa0M", "Maija M"),
        ("Ma\xadija\u200b", "Maija"),
        (unicodedata.normalize("NFD", "Mäkinen"), "Mäkinen"),
        (unicodedata.normalize("NFD", "Åström"), "Åström"),
    ],
)
def test_names_that_sound_the_same_to_a_finn_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salo", "Sälö"),
        ("Ahman", "Åhman"),
        ("Åhman", "Ähman"),
        ("Virta", "Wirta"),
        ("A-M", "AM"),
        ("", "a"),
        ("한", "하"),
    ],
)
def test_names_that_differ_to_a_finn_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_names_in_other_scripts_come_after_the_finnish_ones_and_keep_their_letters() -> None:
    assert ordered("Яна", "Öhman", "李", "Ольга") == ["Öhman", "Ольга", "Яна", "李"]
    assert name_key("한") == "한"
    assert name_key("हिन्दी") == "हिन्दी"


@given(st.text(st.sampled_from("abzåäöÅÄÖ é\u0308š"), max_size=12))
def test_the_beginning_of_a_finnish_name_has_the_beginning_of_its_key(name: str) -> None:
    plain = unicodedata.normalize("NFC", name).replace("\u0308", "")
    for end in range(len(plain) + 1):
        assert name_key(plain).startswith(name_key(plain[:end]))


@given(st.text())
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_how_a_letter_is_composed_and_its_case_do_not_matter(name: str) -> None:
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(unicodedata.normalize("NFC", name))
    assert name_key(name.casefold()) == name_key(name)


@given(st.lists(st.text(max_size=6), max_size=6))
def test_sorting_does_not_depend_on_the_order_in_which_names_came(names: list[str]) -> None:
    keys = [name_key(name) for name in ordered(*names)]
    assert keys == [name_key(name) for name in ordered(*reversed(names))]
    assert all(one <= other for one, other in pairwise(keys))

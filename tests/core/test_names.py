"""Which client or employer was meant, and which may be the same one mistyped."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.rules.names import Candidate, Found, FoundBy, Nobody, Several, alike, choose

AINO = Candidate(1, "A-1", "Aino Åkerman")
AKE = Candidate(2, "Å7", "Åke Mäkinen")
MAIJA = Candidate(3, "12", "Maija Meikäläinen")
MAIJA_TOO = Candidate(4, "M4", "Maija Meikäläinen")
CODE_ONLY = Candidate(12, "Kettu", None)
EMPLOYER = Candidate(20, None, "Kesko")
LONGER = Candidate(21, None, "Kesko Oulu")
EVERYONE = (AINO, AKE, MAIJA, MAIJA_TOO, CODE_ONLY, EMPLOYER, LONGER)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("A-1", Found(1, FoundBy.CODE)),
        ("a-1", Found(1, FoundBy.CODE)),
        ("å7", Found(2, FoundBy.CODE)),
        ("kettu", Found(12, FoundBy.CODE)),
        ("4", Found(4, FoundBy.ID)),
        ("21", Found(21, FoundBy.ID)),
        ("aino  åkerman", Found(1, FoundBy.NAME)),
        ("Ain", Found(1, FoundBy.BEGINNING)),
        ("Åk", Found(2, FoundBy.BEGINNING)),
        ("KET", Found(12, FoundBy.BEGINNING)),
        ("Kesko o", Found(21, FoundBy.BEGINNING)),
    ],
)
def test_a_record_is_found_by_code_id_name_or_beginning(typed: str, found: Found) -> None:
    assert choose(typed, EVERYONE) == found


def test_a_code_made_of_digits_wins_over_an_id() -> None:
    assert choose("12", EVERYONE) == Found(3, FoundBy.CODE)


def test_a_whole_name_wins_over_longer_ones_that_begin_so() -> None:
    assert choose("kesko", EVERYONE) == Found(20, FoundBy.NAME)


def test_a_whole_code_wins_over_names_that_begin_so() -> None:
    assert choose("Mai", [*EVERYONE, Candidate(30, "MAI", "Pekka")]) == Found(30, FoundBy.CODE)


def test_an_id_wins_over_a_name_made_of_digits() -> None:
    assert choose("21", [*EVERYONE, Candidate(31, None, "21")]) == Found(21, FoundBy.ID)


def test_two_with_the_same_name_are_both_named() -> None:
    assert choose("Maija Meikäläinen", EVERYONE) == Several((3, 4))


def test_an_ambiguous_beginning_lists_the_candidates_in_finnish_order() -> None:
    records = [Candidate(1, None, "Käärö"), Candidate(2, None, "Kåre"), Candidate(3, None, "Kzar")]
    assert choose("k", records) == Several((3, 2, 1))


def test_a_is_not_the_beginning_of_a_name_with_a_ring() -> None:
    assert choose("A", [AINO, AKE]) == Found(1, FoundBy.BEGINNING)


def test_the_code_of_someone_with_a_name_is_typed_whole() -> None:
    assert choose("M4", EVERYONE) == Found(4, FoundBy.CODE)
    assert choose("A-", EVERYONE) == Nobody()


@pytest.mark.parametrize("typed", ["", "  ", "\n", "Pekka", "Meikäläinen", "99", "²", "٣", "9" * 5000, "021"])
def test_what_fits_no_one_finds_no_one(typed: str) -> None:
    assert choose(typed, EVERYONE) == Nobody()


def test_no_one_is_found_among_no_one() -> None:
    assert choose("Aino", []) == Nobody()


@given(st.text(), st.permutations(EVERYONE))
def test_the_choice_does_not_depend_on_the_order_of_the_records(typed: str, records: list[Candidate]) -> None:
    assert choose(typed, records) == choose(typed, EVERYONE)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kahvila Aimo", "Kahvila Aino"),
        ("Kahvlia Aino", "Kahvila Aino"),
        ("Kahvila Ainoo", "Kahvila Aino"),
        ("Kavila Aino", "Kahvila Aino"),
        ("Kahvilaaino", "Kahvila Aino"),
        ("Kahvila-Aino", "Kahvila Aino"),
        ("Kesko Oyj", "Kesko"),
        ("Kesko", "Kesko Oy"),
        ("Keskko Ky", "Kesko Oy"),
        ("McDonalds", "McDonald's"),
        ("K Market", "K-Market"),
        ("Leipomo Sirkanen", "Leipomo Sirkkanen"),
        ("Mäkkinen", "Mäkinen"),
        ("Makinen", "Mäkinen"),
        ("Rakennus 12 Hirvi", "Rakenus 12 Hirvi"),
    ],
)
def test_a_slip_of_the_fingers_is_noticed(typed: str, name: str) -> None:
    assert alike(typed, ["Prisma", name, "Sokos"]) == (name,)
    assert alike(name, [typed]) == (typed,)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Koulu 1", "Koulu 2"),
        ("Yritys 0123", "Yritys 0124"),
        ("Yritys123", "Yritys124"),
        ("Yritys A", "Yritys B"),
        ("Kahvila Aino", "Kahvila Eino"),
        ("Prisma Oulu", "Prisma Turku"),
        ("K-Market Oulu", "K-Market Oulunsalo"),
        ("Kesko", "Kesko Oulu"),
        ("Korhonen", "Karhunen"),
        ("Niemi", "Nieminen"),
        ("Salo", "Sälö Oy"),
        ("ABC", "ABB"),
        ("", "Kesko"),
        ("...", "Kesko"),
    ],
)
def test_another_name_is_not_taken_for_a_slip(typed: str, name: str) -> None:
    assert alike(typed, [name]) == ()
    assert alike(name, [typed]) == ()


def test_likely_names_come_in_finnish_order() -> None:
    assert alike("Mäkinenn", ["Mäkinen Oy", "Mäkinene", "Mäkinen"]) == ("Mäkinen", "Mäkinen Oy", "Mäkinene")


def test_a_company_that_is_only_a_company_form_is_a_name_still() -> None:
    assert alike("Oy", ["Oy", "Ab"]) == ("Oy",)


def test_five_thousand_employers_are_looked_through_before_the_coach_notices() -> None:
    names = [f"Yrjö Mäkelän konepaja {number:04d} Oy" for number in range(5_000)]
    began = perf_counter()
    found = alike("Yrjö Mäkelän konpaja 4999", names)
    assert perf_counter() - began < 0.25  # 20 ms when nothing else runs
    assert found == ("Yrjö Mäkelän konepaja 4999 Oy",)


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_likely_names_are_some_of_those_there_are(typed: str, names: list[str]) -> None:
    assert set(alike(typed, names)) <= set(names)

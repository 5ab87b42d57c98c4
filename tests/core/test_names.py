"""Which names may be the same name mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.rules.names import alike


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


def test_one_employer_is_found_among_five_thousand_that_differ_in_a_number() -> None:
    names = [f"Yrjö Mäkelän konepaja {number:04d} Oy" for number in range(5_000)]
    assert alike("Yrjö Mäkelän konpaja 4999", names) == ("Yrjö Mäkelän konepaja 4999 Oy",)


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_likely_names_are_some_of_those_there_are(typed: str, names: list[str]) -> None:
    assert set(alike(typed, names)) <= set(names)

"""A list is narrowed as the coach types the beginnings of words."""

import pytest

from valmentaja.desks.lists import Roll
from valmentaja.store.listed import Named

CASELOAD = Roll(
    [
        Named(1, ("Aino Virtanen", "AV")),
        Named(2, (None, "V-12")),
        Named(3, ("Anna-Liisa Äijälä", "K1")),
        Named(4, ("René Oja", "R2")),
    ]
)
EMPLOYERS = Roll(
    [
        Named(1, ("Leipomo Kuura", "Tampere", "leipomo")),
        Named(2, ("Kahvila Muru Oy", "Nokia", None)),
        Named(3, ("Tampereen Pesula", "Lempäälä", "siivous")),
    ]
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", [1, 2, 3, 4]),
        ("  ", [1, 2, 3, 4]),
        ("vir", [1]),
        ("vi ai", [1]),
        ("AINO", [1]),
        ("v", [1, 2]),
        ("v-1", [2]),
        ("12", [2]),
        ("anna-li", [3]),
        ("liisa", [3]),
        ("äi", [3]),
        ("aijala", []),
        ("rene", [4]),
        ("ino", []),
        ("aino oja", []),
    ],
)
def test_a_client_is_found_by_the_beginnings_of_name_and_code(typed: str, ids: list[int]) -> None:
    assert CASELOAD.fitting(typed) == ids


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("tamp", [1, 3]),
        ("tamp leip", [1]),
        ("nokia kah", [2]),
        ("siiv", [3]),
        ("oy", [2]),
    ],
)
def test_an_employer_is_found_by_name_town_and_industry(typed: str, ids: list[int]) -> None:
    assert EMPLOYERS.fitting(typed) == ids

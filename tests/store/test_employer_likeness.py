"""Names that may be meant by what was typed are looked for among few, and all of them are found."""

import pytest

from tests.store.workbooks import day
from valmentaja.rules.names import alike, initial_of
from valmentaja.store.employers import add_employer, employer_names, employer_names_from
from valmentaja.store.workbook import Workbook

NAMES = (
    "Kahvila Muru",
    "Oy Kahvila Muru Ab",
    "Osk Kahvila Muru",
    "Ltd Kahvila Muru",
    '"Kahvila Muru"',
    "– Kahvila Muru –",
    "Oy-Kahvila Muru",
    "Pesula Pilvi",
    "Åbo Hus",
    "Äänimaja",
    "Øresund Café",
    "7 Veljestä",
)


@pytest.mark.parametrize(
    "typed",
    [
        "Kahvila Murru",
        "kahvla muru",
        "Pesula Pilvii",
        "Åbo Huss",
        "Ääänimaja",
        "Öresund Cafe",
        "7 Veljesta",
        "!",
    ],
)
def test_no_name_that_may_be_meant_is_passed_over(book: Workbook, typed: str) -> None:
    for name in NAMES:
        add_employer(book, name=name, sector=None, industry=None, town=None, added_on=day(0))
    among_few = employer_names_from(book, initial_of(typed))
    assert alike(typed, among_few) == alike(typed, employer_names(book))


def test_names_that_begin_otherwise_are_not_even_looked_at(book: Workbook) -> None:
    for name in NAMES:
        add_employer(book, name=name, sector=None, industry=None, town=None, added_on=day(0))
    assert "Kahvila Muru" not in employer_names_from(book, initial_of("Pesula"))

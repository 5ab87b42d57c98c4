"""Which record a coach means by what was typed."""

import pytest

from tests.store.workbooks import TODAY, aino, visited
from valmentaja.errors import Ambiguous, CannotBeMet
from valmentaja.store.clients import add_client
from valmentaja.store.employers import add_employer
from valmentaja.store.journal import undo
from valmentaja.store.lookup import (
    client_id_of,
    client_id_or_none,
    employer_id_of,
    employer_id_or_none,
    kind_of,
)
from valmentaja.store.workbook import Workbook


def test_a_client_is_meant_by_code_id_name_or_beginning(book: Workbook) -> None:
    who = add_client(book, name="Äijälä Aino", code="Kuu", start_on=TODAY, phase="engagement")
    aino(book, "Eero Oja")
    for typed in ("kuu", " KUU ", str(who.id), "äijälä aino", "ÄIJÄLÄ  Aino", "äij", "Ä"):
        assert client_id_of(book, typed) == who.id


def test_a_code_wins_over_an_id_and_a_whole_name_over_its_beginning(book: Workbook) -> None:
    first, second = aino(book, "Aino"), aino(book, "Aino Kallio")
    assert client_id_of(book, "aino") == first.id
    named_as_id = add_client(book, name="Eero", code=str(second.id), start_on=TODAY, phase="engagement")
    assert client_id_of(book, str(second.id)) == named_as_id.id


@pytest.mark.parametrize(
    ("typed", "name"), [("å", "Åke"), ("a", "Aatu"), ("ö", "Örn"), ("o", "Oona"), ("é", "Elli")]
)
def test_the_last_three_letters_are_letters_of_their_own_and_accents_do_not_count(
    book: Workbook, typed: str, name: str
) -> None:
    people = {one: aino(book, one).id for one in ("Åke", "Aatu", "Örn", "Oona", "Elli")}
    assert client_id_of(book, typed) == people[name]


def test_a_beginning_that_fits_several_names_them_in_finnish_order(book: Workbook) -> None:
    people = {name: aino(book, name).id for name in ("Anttila", "Änttilä", "Antti", "Anna")}
    with pytest.raises(Ambiguous, match=r"^client\.ambiguous$") as refused:
        client_id_of(book, "an")
    assert refused.value.candidates == tuple(
        f"{name} ({people[name]})" for name in ("Anna", "Antti", "Anttila")
    )


def test_two_of_one_name_are_told_apart_by_their_ids(book: Workbook) -> None:
    first, second = aino(book), aino(book)
    with pytest.raises(Ambiguous) as refused:
        client_id_of(book, "Aino Kallio")
    assert refused.value.candidates == (f"Aino Kallio ({first.id})", f"Aino Kallio ({second.id})")


def test_a_client_without_a_name_is_meant_by_the_beginning_of_the_code(book: Workbook) -> None:
    who = add_client(book, name=None, code="Kuutamo", start_on=TODAY, phase="engagement")
    add_client(book, name="Eero", code="Kuura", start_on=TODAY, phase="engagement")
    assert client_id_of(book, "kuu") == who.id


@pytest.mark.parametrize("typed", ["", "  ", "Pekka", "404", "%", "A_no", "9" * 40, "\u200b"])
def test_nobody_is_meant_by_nothing_and_by_what_nobody_is_called(book: Workbook, typed: str) -> None:
    aino(book)
    assert client_id_or_none(book, typed) is None
    with pytest.raises(CannotBeMet, match=r"^client\.unknown$"):
        client_id_of(book, typed)
    assert employer_id_or_none(book, typed) is None
    with pytest.raises(CannotBeMet, match=r"^employer\.unknown$"):
        employer_id_of(book, typed)


def test_an_employer_is_meant_by_id_name_or_beginning(book: Workbook) -> None:
    kept = add_employer(book, name="Lounas-Aitta", sector=None, industry=None, town=None, added_on=TODAY)
    for typed in (str(kept.id), "lounas-aitta", "LOUNAS", "l"):
        assert employer_id_of(book, typed) == kept.id
        assert employer_id_or_none(book, typed) == kept.id


def test_an_employer_who_may_be_one_of_two_is_asked_about(book: Workbook) -> None:
    for town in ("Kuopio", "Oulu"):
        add_employer(book, name="K-Market", sector=None, industry=None, town=town, added_on=TODAY)
    with pytest.raises(Ambiguous, match=r"^employer\.ambiguous$"):
        employer_id_or_none(book, "k-market")


def test_the_kind_of_a_record_is_known_until_it_is_taken_back(book: Workbook) -> None:
    contact = visited(book)
    assert kind_of(book, contact.id) == "employer_contact"
    assert contact.employer_id is not None
    assert kind_of(book, contact.employer_id) == "employer"
    undo(book)
    for gone in (contact.id, 404):
        with pytest.raises(CannotBeMet, match=r"^record\.unknown$"):
            kind_of(book, gone)

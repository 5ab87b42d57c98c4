"""A list is narrowed as the coach types the beginnings of words."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.caseload import client
from valmentaja.desks import clients as clients_desk
from valmentaja.desks import employers as employers_desk
from valmentaja.model.client import Client
from valmentaja.model.employer import Employer


def called(code: str, name: str | None) -> Client:
    return replace(client(), code=code, name=name)


def at_work(name: str, town: str | None = None, industry: str | None = None) -> Employer:
    return Employer(1, 1, name, None, industry, town, None, None, None, None, None, date(2026, 11, 1))


CASELOAD = (
    called("AV", "Aino Virtanen"),
    called("V-12", None),
    called("K1", "Anna-Liisa Äijälä"),
    called("R2", "René Oja"),
)
EMPLOYERS = (
    at_work("Leipomo Kuura", "Tampere", "leipomo"),
    at_work("Kahvila Muru Oy", "Nokia"),
    at_work("Tampereen Pesula", "Lempäälä", "siivous"),
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", ["AV", "V-12", "K1", "R2"]),
        ("  ", ["AV", "V-12", "K1", "R2"]),
        ("vir", ["AV"]),
        ("vi ai", ["AV"]),
        ("AINO", ["AV"]),
        ("v", ["AV", "V-12"]),
        ("v-1", ["V-12"]),
        ("12", ["V-12"]),
        ("anna-li", ["K1"]),
        ("liisa", ["K1"]),
        ("äi", ["K1"]),
        ("aijala", []),
        ("rene", ["R2"]),
        ("ino", []),
        ("aino oja", []),
    ],
)
def test_a_client_is_found_by_the_beginnings_of_name_and_code(typed: str, codes: list[str]) -> None:
    found = clients_desk.filtered(CASELOAD, typed)
    assert [one.code for one in found.clients] == codes
    assert not found.more


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("tamp", ["Leipomo Kuura", "Tampereen Pesula"]),
        ("tamp leip", ["Leipomo Kuura"]),
        ("nokia kah", ["Kahvila Muru Oy"]),
        ("siiv", ["Tampereen Pesula"]),
        ("oy", ["Kahvila Muru Oy"]),
    ],
)
def test_an_employer_is_found_by_name_town_and_industry(typed: str, names: list[str]) -> None:
    assert [one.name for one in employers_desk.filtered(EMPLOYERS, typed).employers] == names


def test_a_long_list_shows_its_beginning_and_says_that_there_are_more() -> None:
    many = [called(f"A{number}", None) for number in range(301)]
    found = clients_desk.filtered(many, "a")
    assert (found.clients, found.more) == (tuple(many[:300]), True)
    assert not clients_desk.filtered(many[:300], "").more
    assert employers_desk.filtered(EMPLOYERS, "", most=2).more

"""Groups: several clients who meet at the same times, of whom no copy shows the others."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

WHO: list[Told] = [
    {"id": 1, "name": "Aino", "code": "AK"},
    {"id": 2, "name": "Mikko", "code": "M2"},
]
CLUB: Told = {
    "id": 3,
    "name": "Kerho",
    "clients": WHO,
    "co_led_by": "Sari",
    "note": None,
    "ended_on": None,
}


@pytest.fixture
def club(coach: Coach) -> Coach:
    """A coach with two clients, and a group of both that is number 3."""
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Mikko", "--code", "M2", "--start", "1.10.2026")
    coach.did("group", "add", "Kerho", "AK", "M2", "--co-led-by", "Sari")
    return coach


def test_a_group_is_made_of_clients(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    assert coach.run("group", "add", "Työnhakukerho", "AK", "--co-led-by", "Sari") == answered(
        "Ryhmä tehty: Työnhakukerho: Aino, toinen vetäjä Sari (nro 2)\n"
    )


def test_groups_are_listed_and_given_whole_as_json(club: Coach) -> None:
    assert club.did("group", "list") == "Kerho: Aino, Mikko, toinen vetäjä Sari (nro 3)\n"
    assert club.json("group", "list") == [CLUB]
    assert club.json("group", "show", "kerh") == CLUB | {"appointments": []}


def test_without_groups_the_list_says_so(english: Coach) -> None:
    assert english.did("group", "list") == "There are no groups.\n"
    assert english.json("group", "list") == []


def test_a_meeting_of_a_group_is_for_all_of_it_unless_some_are_named(club: Coach) -> None:
    assert club.did("book", "--group", "Kerho", "--at", "2.12. 13", "--guests", "Eija") == (
        "Varattu ke 2.12.2026 klo 13.00: Aino, Mikko, ryhmä Kerho, kasvotusten, vieraat Eija (nro 4)\n"
    )
    told = club.json("book", "M2", "--group", "3", "--at", "9.12. 13")
    assert isinstance(told, dict)
    assert told["clients"] == WHO[1:]
    assert told["group"] == {"id": 3, "name": "Kerho"}


def test_who_has_ended_is_not_booked_with_the_group(club: Coach) -> None:
    club.did("client", "end", "AK", "--reason", "asiakas haluaa lopettaa")
    assert club.did("book", "--group", "Kerho", "--at", "2.12. 13").startswith(
        "Varattu ke 2.12.2026 klo 13.00: Mikko, ryhmä Kerho"
    )
    club.did("client", "end", "M2", "--reason", "asiakas haluaa lopettaa")
    assert club.run("book", "--group", "Kerho", "--at", "9.12. 13") == refused(
        1, "Ryhmässä ei ole ketään, jonka valmennus jatkuu: Kerho. Mitään ei tallennettu."
    )


def test_the_coach_sees_the_whole_group(club: Coach) -> None:
    club.did("book", "--group", "Kerho", "--at", "2.12. 13", "--about", "haastattelu")
    assert club.did("group", "show", "Kerho") == (
        "Nimi: Kerho\nNumero: 3\nAsiakkaat: Aino, Mikko\nToinen vetäjä: Sari\n\nYksi tapaaminen:\n"
        "ke 2.12.2026 klo 13.00: Aino, Mikko, ryhmä Kerho, kasvotusten, haastattelu (nro 4)\n"
    )


def test_a_participants_copy_never_shows_the_others(club: Coach) -> None:
    club.did("group", "set", "Kerho", "note", "Mikko jännittää")
    club.did("book", "--group", "Kerho", "--at", "2.12. 13", "--about", "haastattelu")
    club.did(
        "book", "--group", "Kerho", "--at", "9.12. 13", "--about", "Mikon esitys", "--place", "M2:n luona"
    )
    club.did("book", "M2", "--group", "Kerho", "--at", "16.12. 13")
    copy = club.did("group", "show", "Kerho", "--client", "AK")
    assert copy == (
        "Nimi: Kerho\nAsiakkaat: Aino\nToinen vetäjä: Sari\n\n2 tapaamista:\n"
        "ke 2.12.2026 klo 13.00: Aino, ryhmä Kerho, kasvotusten, haastattelu (nro 4)\n"
        "ke 9.12.2026 klo 13.00: Aino, ryhmä Kerho, kasvotusten (nro 5)\n"
    )
    as_json = club.did("--json", "group", "show", "Kerho", "--client", "AK")
    assert not any(word in as_json for word in ("Mik", "M2", "jännittää"))


def test_a_copy_is_only_for_those_who_take_part(club: Coach) -> None:
    club.did("client", "add", "Leila", "--start", "1.10.2026")
    assert club.run("group", "show", "Kerho", "--client", "Leila") == refused(
        1, "Ei ole ryhmässä Kerho: Leila"
    )


def test_clients_join_a_group_and_leave_it(club: Coach) -> None:
    club.did("client", "add", "Leila", "--start", "1.10.2026")
    assert club.did("group", "join", "Kerho", "Leila") == (
        "Lisätty ryhmään: Kerho: Aino, Mikko, Leila, toinen vetäjä Sari (nro 3)\n"
    )
    assert club.run("group", "join", "Kerho", "Leila") == refused(
        1, "On jo ryhmässä Kerho: Leila. Mitään ei tallennettu."
    )
    assert club.did("group", "leave", "Kerho", "AK") == (
        "Poistettu ryhmästä: Kerho: Mikko, Leila, toinen vetäjä Sari (nro 3)\n"
    )
    assert club.did("undo").startswith("Kumottu: poistettu ryhmästä Kerho: Aino")
    assert club.json("group", "leave", "Kerho", "Leila") == CLUB


def test_a_group_is_changed_by_name_and_by_number(club: Coach) -> None:
    assert (
        club.did("group", "set", "Kerho", "nimi", "Kahvikerho") == "Muutettu: Kahvikerho, nimi: Kahvikerho\n"
    )
    assert club.did("edit", "3", "co_led_by", "Eija") == (
        "Muutettu: ryhmä, Kahvikerho, toinen vetäjä: Eija\n"
    )
    assert club.json("edit", "3", "ended_on", "eilen") == CLUB | {
        "name": "Kahvikerho",
        "co_led_by": "Eija",
        "ended_on": "2026-11-23",
    }
    assert "päättyi 23.11.2026" in club.did("group", "list")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "Kuoro"), "Ei löydy ryhmää nimellä Kuoro. Mitään ei tallennettu."),
        (("join", "Kerho", "Väinö"), None),
        (("add", "Kuoro", "Väinö"), None),
        (("add", " "), None),
        (("leave", "Kuoro", "AK"), None),
    ],
)
def test_an_unknown_group_or_client_is_said(
    club: Coach, words: tuple[str, ...], sentence: str | None
) -> None:
    said = club.run("group", *words)
    assert said.code == 1
    assert sentence is None or said.err == sentence + "\n"
    assert club.json("group", "list") == [CLUB]


def test_groups_of_one_name_are_told_apart_by_number(club: Coach) -> None:
    said = club.run("group", "add", "Kerho")
    assert (said.code, said.out) == (0, "Ryhmä tehty: Kerho: ei vielä ketään (nro 4)\n")
    assert "nro 3" in said.err
    assert club.run("group", "show", "Kerho").err == (
        "Kerho sopii moneen ryhmään. Käytä numeroa:\n  Kerho (3)\n  Kerho (4)\n"
    )


def test_a_meeting_of_a_group_that_was_held_is_a_contact_with_all_who_came(club: Coach) -> None:
    club.did("book", "--group", "Kerho", "--at", "tänään 9")
    assert club.did("outcome", "4", "met") == (
        "Kirjattu ti 24.11.2026 klo 9.00: Aino, Mikko, kasvotusten, 60 min (nro 5)\n"
    )


def test_a_group_has_no_day_until_it_ends_and_is_found_without_one(club: Coach) -> None:
    club.did("book", "M2", "--at", "2.12. 13", "--place", "kerhohuone")
    assert club.did("find", "kerho") == (
        "2.12.2026: tapaamisaika, Mikko, kerhohuone (nro 4)\nryhmä, Kerho, Sari (nro 3)\nLöytyi 2.\n"
    )
    found = club.json("find", "Kerho")
    assert isinstance(found, list)
    assert [(one["kind"], one["date"]) for one in found] == [
        ("appointment", "2026-12-02"),
        ("client_group", None),
    ]

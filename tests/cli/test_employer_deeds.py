"""Merging and archiving employers, their people, and a need for another coach, by commands."""

from pathlib import Path

import pytest

from tests.cli.running import Coach, Said, Told, answered, refused
from tests.cli.test_employers import AITTA

LOOK_THROUGH = "Tarkista, ettei tekstissä ole asiakkaista mitään.\n"


@pytest.fixture(autouse=True)
def _an_employer(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("coach").did("employer", "add", "Lounas-Aitta")


def test_two_that_are_one_are_merged_and_taken_apart_again(coach: Coach) -> None:
    coach.did("log", "Ravintola Aitta", "--next", "soita", "--next-on", "pe")
    before = coach.counts()
    assert coach.run("employer", "merge", "Lounas", "Ravintola") == answered(
        "Yhdistetty: Ravintola Aitta (nro 2) on nyt osa työnantajaa Lounas-Aitta (nro 1). Kumottavissa: "
        "valmentaja undo\n"
    )
    page = coach.json("employer", "show", "Lounas")
    assert isinstance(page, dict)
    assert (len(page["contacts"]), len(page["next_steps"]), page["note"]) == (1, 1, "Ravintola Aitta")
    assert coach.did("undo").startswith("Kumottu: työnantajat yhdistetty: Ravintola Aitta → Lounas-Aitta")
    assert coach.counts() == before | {"change": 3}


def test_two_of_one_name_are_merged_by_their_numbers(english: Coach) -> None:
    english.did("employer", "add", "lounas-aitta")
    assert english.run("employer", "merge", "Lounas-Aitta", "2").code == 1
    assert english.json("employer", "merge", "1", "2") == AITTA
    assert english.json("employer", "list") == [AITTA]


def test_an_employer_cannot_be_merged_with_itself_or_with_nobody(coach: Coach) -> None:
    assert coach.run("employer", "merge", "1", "lounas") == refused(
        1, "Työnantajaa ei voi yhdistää itseensä: Lounas-Aitta. Mitään ei muutettu."
    )
    assert coach.run("employer", "merge", "1", "Olematon") == refused(
        1,
        "Työnantajaa Olematon ei löydy. Mitään ei tallennettu. Kaikki työnantajat: valmentaja employer list",
    )


def test_an_archived_employer_is_out_of_lists_and_found_by_the_whole_name(coach: Coach) -> None:
    coach.did("log", "Lounas-Aitta")
    assert coach.run("employer", "archive", "Lounas") == answered(
        "Arkistoitu: Lounas-Aitta (nro 1). Historia säilyy. Luetteloon sen palauttaa: valmentaja employer archive 1 "
        "--back\n"
    )
    assert coach.did("employer", "list").startswith("Työnantajia ei vielä ole.")
    assert coach.did("employer", "list", "--all") == (
        "Lounas-Aitta, arkistossa 24.11.2026 alkaen (nro 1)\n1 työnantaja\n"
    )
    assert coach.json("employer", "list", "--all") == [AITTA | {"archived_on": "2026-11-24"}]
    assert coach.run("employer", "show", "Lounas").code == 1
    assert "Arkistoitu: 24.11.2026" in coach.did("employer", "show", "lounas-aitta").splitlines()
    assert coach.counts()["employer_contact"] == 1


def test_an_archived_employer_is_brought_back(english: Coach) -> None:
    assert english.json("employer", "archive", "1") == AITTA | {"archived_on": "2026-11-24"}
    again = english.run("employer", "archive", "1")
    assert again == refused(1, "The employer is in the archive already: Lounas-Aitta.")
    assert english.did("employer", "archive", "Lounas-Aitta", "--back") == (
        "Back in the list: Lounas-Aitta (no. 1)\n"
    )
    back = english.run("employer", "archive", "1", "--back")
    assert back == refused(1, "The employer is not in the archive: Lounas-Aitta.")


def test_an_employer_with_a_history_is_archived_and_not_removed(coach: Coach) -> None:
    assert coach.run("remove", "1") == refused(
        1,
        "Työnantajaa numero 1 ei voi poistaa. Arkistoi se, niin historia säilyy: valmentaja employer archive 1",
    )


PERSON: Told = {
    "id": 2,
    "employer": {"id": 1, "name": "Lounas-Aitta"},
    "name": "Eija Koski",
    "role": "vuoropäällikkö",
    "phone": "040 123",
    "email": None,
    "note": None,
}
ADD = (
    "employer",
    "person",
    "add",
    "Lounas",
    "Eija",
    "Koski",
    "--role",
    "vuoropäällikkö",
    "--phone",
    "040 123",
)


def test_a_person_is_added_shown_and_taken_away(coach: Coach) -> None:
    told = "työnantajan yhteyshenkilö (Lounas-Aitta): Eija Koski; rooli: vuoropäällikkö; puhelin: 040 123 (nro 2)"
    assert coach.run(*ADD) == answered(f"Lisätty: {told}\n")
    assert coach.did("employer", "show", "Lounas").splitlines()[-2:] == [
        "Yhteyshenkilö:",
        "Eija Koski, vuoropäällikkö, 040 123 (nro 2)",
    ]
    page = coach.json("employer", "show", "Lounas")
    assert isinstance(page, dict)
    assert page["persons"] == [PERSON]
    assert coach.did("find", "eija").startswith(
        "työnantajan yhteyshenkilö, Eija Koski, Lounas-Aitta, vuoropäällikkö 040 123 (nro 2)\n"
    )
    assert coach.json("remove", "2") == PERSON
    coach.did("undo")
    assert coach.counts()["employer_person"] == 1


def test_a_person_is_told_in_english_and_needs_a_name(english: Coach) -> None:
    assert english.did(*ADD) == (
        "Added: person at an employer’s (Lounas-Aitta): Eija Koski; role: vuoropäällikkö; phone: 040 123 (no. 2)\n"
    )
    assert english.json(*ADD, "--new") == PERSON | {"id": 3}
    assert english.run("employer", "person", "add", "Lounas") == refused(2, "Missing: NAME.")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fi",
            (
                "Eija Koski on jo: vuoropäällikkö, nro 2. Tietoja voi muuttaa: valmentaja edit 2 KENTTÄ ARVO. Jos tämä "
                "on toinen henkilö, lisää --new. Mitään ei tallennettu."
            ),
        ),
        (
            "en",
            (
                "Eija Koski is there already: vuoropäällikkö, no. 2. To change what is said: valmentaja edit 2 FIELD "
                "VALUE. If this is another person, add --new. Nothing was saved."
            ),
        ),
    ],
)
def test_a_second_person_of_the_same_name_does_not_come_in_quietly(
    coach: Coach, language: str, told: str
) -> None:
    coach.did(*ADD)
    again = ("--lang", language, "employer", "person", "add", "Lounas", "eija", "koski")
    assert coach.run(*again) == refused(1, told)
    assert coach.counts()["employer_person"] == 1
    coach.did(*again, "--new")
    assert coach.counts()["employer_person"] == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "Melkein samanniminen on jo: Pakkaamo Nappi (nro {other}). Jos ne ovat sama, yhdistä: "),
        (
            "en",
            "There is one of nearly that name already: Pakkaamo Nappi (no. {other}). If they are one, merge them: ",
        ),
    ],
)
def test_a_twin_that_is_added_or_renamed_is_told_of(coach: Coach, language: str, told: str) -> None:
    first = coach.json("employer", "add", "Pakkaamo Nappi")
    assert isinstance(first, dict)
    said = coach.run("--lang", language, "employer", "add", "Pakkaamo Näppi")
    assert said.err.startswith(told.format(other=first["id"]))
    coach.did("undo")
    other = coach.json("employer", "add", "Pesula Pilvi")
    assert isinstance(other, dict)
    said = coach.run("--lang", language, "edit", str(other["id"]), "name", "Pakkaamo Näppi")
    assert said.code == 0
    assert (
        said.err
        == told.format(other=first["id"]) + f"valmentaja employer merge {first['id']} {other['id']}\n"
    )
    said = coach.run("--lang", language, "edit", str(other["id"]), "name", "Pakkaamo nappi")
    assert f"{first['id']}" in said.err
    assert "Pakkaamo nappi" in said.err


def test_a_need_is_told_for_another_coach(coach: Coach) -> None:
    for field, text in (
        ("needs", "apua keittiöön"),
        ("size", "12 ihmistä"),
        ("note", "Aino aloittaa."),
        ("town", "Turku"),
    ):
        coach.did("employer", "set", "Lounas", field, text)
    assert coach.run("employer", "need", "Lounas") == Said(
        0,
        "Työnantajan tarve: Lounas-Aitta\n\nTarpeet nyt\napua keittiöön\n\nKoko\n12 ihmistä\n\nAla ja paikka\nTurku\n",
        LOOK_THROUGH,
    )
    assert coach.json("employer", "need", "Lounas") == {
        "title": "Työnantajan tarve: Lounas-Aitta",
        "parts": [
            {"name": "Tarpeet nyt", "text": "apua keittiöön"},
            {"name": "Koko", "text": "12 ihmistä"},
            {"name": "Ala ja paikka", "text": "Turku"},
        ],
    }


def test_a_need_is_written_to_a_file(coach: Coach, tmp_path: Path) -> None:
    coach.did("employer", "set", "Lounas", "needs", "apua")
    page = tmp_path / "tarve.html"
    assert coach.run("employer", "need", "Lounas", "--to", str(page)) == Said(
        0, f"Kirjoitettu tiedostoon {page}. Tiedosto ei ole salattu.\n", LOOK_THROUGH
    )
    assert "<h1>Työnantajan tarve: Lounas-Aitta</h1>" in page.read_text(encoding="utf-8")
    text = tmp_path / "need.txt"
    assert coach.json("--lang", "en", "employer", "need", "1", "--to", str(text)) == {"written": [str(text)]}
    assert text.read_text(encoding="utf-8").startswith("A need of an employer: Lounas-Aitta\n")
    wrong = coach.run("employer", "need", "1", "--to", "tarve.pdf")
    sentence = "Tiedoston nimen lopussa on oltava .txt tai .html: tarve.pdf. Mitään ei kirjoitettu."
    assert wrong == refused(1, sentence)


def test_without_a_need_there_is_nothing_to_tell(coach: Coach) -> None:
    assert coach.run("employer", "need", "Lounas") == refused(
        1, "Tarpeita ei ole vielä kirjattu: Lounas-Aitta. Kirjoita ensin tarpeet nyt tai tulevat tarpeet."
    )


def test_an_employer_is_shown_with_what_they_need_and_how_it_stands(coach: Coach) -> None:
    for field, text in (("rests_until", "1.2.2027"), ("state", "tauolla"), ("needs", "apua keittiöön")):
        coach.did("employer", "set", "Lounas", field, text)
    assert coach.did("employer", "show", "Lounas") == (
        "Työnantaja: Lounas-Aitta\n"
        "Numero: 1\n"
        "Tilanne: tauolla\n"
        "Tauolla saakka: 1.2.2027\n"
        "Tarpeet nyt: apua keittiöön\n"
        "Lisätty: 24.11.2026\n"
    )


@pytest.mark.parametrize("words", [("employer", "person"), ("employer", "person", "poista")])
def test_half_a_command_says_what_there_is(coach: Coach, words: tuple[str, ...]) -> None:
    said = coach.run(*words)
    assert (said.code, said.out) == (2, "")
    assert "employer person add" in said.err

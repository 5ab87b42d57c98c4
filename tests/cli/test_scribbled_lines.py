"""A contact scribbled on one line, many of them pasted, and what is left unfinished."""

from pathlib import Path

import pytest

from tests.cli.running import Coach, Said, Terminal, Told, answered, refused
from tests.cli.test_contacts import TALLY, VISIT

AINO = {"id": 1, "name": "Aino Kallio", "code": "AK"}
AITTA = {"id": 2, "name": "Lounas-Aitta"}
LINE = "Lounas-Aitta, Liisa, tapaaminen 30 min, Aino, seuraava pe koekeittiö"
ALIKE = (
    "Työnantajaa Lounas-Aita ei vielä ole. Melkein samanniminen on: Lounas-Aitta. Jos tarkoitit sitä, kirjoita sen "
    "nimi. Jos tämä on uusi, lisää --new. Mitään ei tallennettu."
)
NO_DAY = "Milloin: käynti? Kirjoita päivä riville (seuraava pe …) tai lisää --next-on. Mitään ei kirjattu."
EMPTY = "Rivillä ei ole muuta kuin pilkkuja. Kirjoita ensin työnantaja. Mitään ei kirjattu."


@pytest.fixture(autouse=True)
def _a_client_and_an_employer(request: pytest.FixtureRequest) -> None:
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "Kallio", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Lounas-Aitta")


def test_a_line_says_how_it_was_understood_and_what_is_open(coach: Coach) -> None:
    assert coach.run("log", LINE) == answered(
        "Kirjattu ti 24.11.2026: Lounas-Aitta, Liisa, tapaaminen kasvotusten, 30 min, asiakas Aino Kallio (nro 3)\n"
        "Työnantaja: Lounas-Aitta, ensimmäinen yhteydenotto\n"
        "Seuraavaksi: 27.11.2026: koekeittiö (Aino Kallio, Lounas-Aitta, yhdessä, nro 4)\n"
        "Kesken: tarkoitus\n"
        "Työnantajatapaamiset, vko 48: 1/6, tämän päivän jälkeen 3 työpäivää\n"
    )


def test_a_line_is_understood_in_english(english: Coach) -> None:
    assert english.run("log", "Lounas-Aitta, Ann Lee, called 20 min, yesterday, thanks") == answered(
        "Logged Mon 23 Nov 2026: Lounas-Aitta, Ann Lee, phone call, 20 min, thanks (no. 3)\n"
        "Employer: Lounas-Aitta, first contact\n"
        "Meetings with employers, week 48: 0/6, 3 working days after today\n"
    )


def test_a_line_without_quotes_will_do(coach: Coach) -> None:
    assert "Lounas-Aitta, Liisa, puhelu, 10 min" in coach.did(
        "log", "Lounas-Aitta,", "Liisa,", "puhelu", "10", "min"
    )


def test_a_line_is_given_as_a_contact_with_the_tally(coach: Coach) -> None:
    step: Told = {"id": 4, "client": AINO, "employer": AITTA, "text": "koekeittiö", "on": "2026-11-27"}
    assert coach.json("log", LINE) == VISIT | {
        "id": 3,
        "employer": AITTA,
        "client": AINO,
        "who": "Liisa",
        "minutes": 30,
        "next": {**step, "owner": "together", "done_on": None},
        "tally": TALLY | {"with_client": 1, "without_client": 0},
    }


def test_what_is_given_beside_the_line_wins_and_no_word_is_lost(coach: Coach) -> None:
    coach.did("client", "add", "Eino", "--code", "EL")
    told = coach.json(
        *("log", f"{LINE}"),
        *("--way", "puhelu", "--minutes", "15", "--date", "eilen", "--who", "Sari", "--client", "EL"),
        *("--next", "soita", "--next-on", "1.12.", "--note", "kiire"),
    )
    assert isinstance(told, dict)
    assert (told["way"], told["minutes"], told["date"], told["who"]) == ("phone", 15, "2026-11-23", "Sari")
    assert (told["client"]["code"], told["next"]["text"], told["next"]["on"]) == ("EL", "soita", "2026-12-01")
    assert told["note"] == "Aino, koekeittiö, Liisa\nkiire"


def test_the_same_client_beside_the_line_changes_nothing(coach: Coach) -> None:
    told = coach.json("log", "Lounas-Aitta, Liisa, Aino mukana", "--client", "AK")
    assert isinstance(told, dict)
    assert (told["client"], told["present"], told["who"], told["note"]) == (AINO, True, "Liisa", None)


def test_a_known_name_with_a_comma_in_it_is_a_name(coach: Coach) -> None:
    coach.did("employer", "add", "Kala, Liha ja kumppanit")
    told = coach.json("log", "kala, liha ja kumppanit")
    assert isinstance(told, dict)
    assert (told["employer"]["id"], told["who"]) == (3, None)
    told = coach.json("log", "Kala, Liha ja kumppanit, Mia, puhelu")
    assert isinstance(told, dict)
    assert (told["employer"]["id"], told["who"], told["way"]) == (3, "Mia", "phone")


def test_a_line_without_an_employer_is_logged_and_the_employer_is_open(coach: Coach) -> None:
    lines = coach.did("log", "puhelu 10 min, Aino").splitlines()
    assert (
        lines[0]
        == "Kirjattu ti 24.11.2026: nimeämätön työnantaja, puhelu, 10 min, asiakas Aino Kallio (nro 3)"
    )
    assert lines[1] == "Kesken: työnantaja, tarkoitus"


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        (",,,", 2, EMPTY),
        (" , , ", 2, EMPTY),
        ("Lounas-Aitta, seuraava käynti", 2, NO_DAY),
        ("Lounas-Aitta, seuraava pe", 2, "Puuttuu: --next."),
        ("Lounas-Aita, puhelu", 1, ALIKE),
        (
            "Lounas-Aitta, 24.12.2026, puhelu",
            1,
            "24.12.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
        (
            "Lounas-Aitta, " + "sana " * 1_100,
            2,
            "Yhdelle riville mahtuu 5000 merkkiä. Kirjoita pitkä teksti muistiinpanoon. Mitään ei kirjattu.",
        ),
        (
            "sanaton" * 715,
            2,
            "Yhdelle riville mahtuu 5000 merkkiä. Kirjoita pitkä teksti muistiinpanoon. Mitään ei kirjattu.",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_a_line_cannot_mean_is_not_logged(coach: Coach, line: str, code: int, sentence: str) -> None:
    before = coach.counts()
    assert coach.run("log", line) == refused(code, sentence)
    assert coach.counts() == before


def test_a_line_of_nearly_five_thousand_letters_is_kept_whole(coach: Coach) -> None:
    words = ("sana " * 990).strip()
    told = coach.json("log", f"Lounas-Aitta, {words}")
    assert isinstance(told, dict)
    assert told["note"] == words


def test_one_of_several_clients_is_not_guessed(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "Mäki", "--code", "AM")
    assert coach.run("log", "Lounas-Aitta, Aino, puhelu") == refused(
        1,
        "Aino sopii moneen asiakkaaseen. Kirjoita pidemmin tai käytä numeroa. Mitään ei tallennettu.\n"
        "  Aino Kallio (1)\n"
        "  Aino Mäki (3)",
    )
    told = coach.json("log", "Lounas-Aitta, Aino Mäki, puhelu")
    assert isinstance(told, dict)
    assert told["client"]["code"] == "AM"


def test_on_a_terminal_the_day_of_the_next_step_is_asked(coach: Coach) -> None:
    with Terminal(coach.home, "log", "Lounas-Aitta, seuraava käynti") as terminal:
        terminal.wait_for("Minä päivänä?")
        terminal.type("1.12.2099")
        terminal.wait_for("Seuraavaksi: 1.12.2099: käynti")
        assert terminal.end()[0] == 0


def test_on_a_terminal_a_likeness_is_asked_about(coach: Coach) -> None:
    with Terminal(coach.home, "log", "Lounas-Aita, puhelu") as terminal:
        terminal.wait_for("Tarkoititko: Lounas-Aitta?")
        terminal.type("k")
        terminal.wait_for("Lounas-Aitta, puhelu, 15 min")
        assert terminal.end()[0] == 0


def test_what_takes_more_than_a_day_is_refused_by_its_hours(coach: Coach) -> None:
    assert coach.run("log", "Lounas-Aitta, 25 h") == refused(
        1, "25 h on enemmän kuin vuorokausi. Mitään ei tallennettu."
    )
    assert (
        coach.run("--lang", "en", "log", "Lounas-Aitta, 25 h").err
        == "25 h is more than a day. Nothing was saved.\n"
    )
    assert coach.counts()["employer_contact"] == 0


# Many lines

PASTED = """Pesula Pilvi, Sari, puhelu 10 min
,,

Lounas-Aita, puhelu
Lounas-Aitta, seuraava käynti
pesula pilvi, eilen, seuraava ma käynti
Lounas-Aitta tapaaminen 20 min
"""
COMMAS = "Rivillä ei ole muuta kuin pilkkuja. Kirjoita ensin työnantaja. Mitään ei kirjattu."
LEFT_OUT = (
    f"Jäi pois, rivi 2: ,,\n  {COMMAS}\n"
    f"Jäi pois, rivi 4: Lounas-Aita, puhelu\n  {ALIKE}\n"
    f"Jäi pois, rivi 5: Lounas-Aitta, seuraava käynti\n  {NO_DAY}\n"
)


def test_pasted_lines_are_each_a_contact_and_what_cannot_be_kept_is_said(coach: Coach) -> None:
    assert coach.run("log", "--paste", "-", typed=PASTED) == Said(
        0,
        "Rivi 1: Kirjattu ti 24.11.2026: Pesula Pilvi, Sari, puhelu, 10 min (nro 4)\n"
        "  uusi työnantaja: Pesula Pilvi\n"
        "Rivi 6: Kirjattu ma 23.11.2026: Pesula Pilvi, tapaaminen kasvotusten, 60 min (nro 5)\n"
        "  Seuraavaksi: 30.11.2026: käynti (Pesula Pilvi, yhdessä, nro 6)\n"
        "Rivi 7: Kirjattu ti 24.11.2026: Lounas-Aitta, tapaaminen kasvotusten, 20 min (nro 7)\n"
        "Kirjattu 3 riviä.\n"
        "Työnantajatapaamiset, vko 48: 2/6, tämän päivän jälkeen 3 työpäivää\n",
        LEFT_OUT,
    )
    assert coach.counts()["change"] == 5
    coach.did("undo")
    assert coach.counts()["employer_contact"] == 2


def test_pasted_lines_are_tried_and_nothing_is_logged(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "rivit.txt").write_text(PASTED, encoding="utf-8-sig")
    before = coach.counts()
    assert coach.run("log", "--paste", str(tmp_path / "rivit.txt"), "--dry-run") == Said(
        0,
        "Rivi 1: ti 24.11.2026: Pesula Pilvi, Sari, puhelu, 10 min; uusi työnantaja: Pesula Pilvi\n"
        "Rivi 6: ma 23.11.2026: pesula pilvi, tapaaminen kasvotusten, 60 min; seuraavaksi 30.11.2026: käynti\n"
        "Rivi 7: ti 24.11.2026: Lounas-Aitta, tapaaminen kasvotusten, 20 min\n",
        f"{LEFT_OUT}Tämä oli kokeilu. Mitään ei kirjattu.\n",
    )
    assert coach.counts() == before


def test_pasted_lines_are_told_in_english(english: Coach) -> None:
    said = english.run("log", "--paste", "-", typed="Aitta, next call\nPesula, called 10 min\n")
    assert said.out.splitlines()[:3] == [
        "Line 2: Logged Tue 24 Nov 2026: Pesula, phone call, 10 min (no. 4)",
        "  new employer: Pesula",
        "One line was logged.",
    ]
    assert said.err == (
        "Left out, line 1: Aitta, next call\n"
        "  When: call? Write the day on the line (next fri …) or add --next-on. Nothing was logged.\n"
    )


def test_pasted_lines_are_given_as_json(coach: Coach) -> None:
    told = coach.json("log", "--paste", "-", typed="Lounas-Aitta, puhelu\nLounas-Aita\n")
    assert told == {
        "read": 2,
        "added": [{**VISIT_OF_LINE, "id": 3}],
        "tally": TALLY | {"in_person": 0, "mean_of_4_weeks": 0.0, "by_way": {**NO_WAY, "phone": 1}},
        "left_out": [{"line": 2, "text": "Lounas-Aita", "because": ALIKE}],
    }
    tried = coach.json("log", "--paste", "-", "--dry-run", typed="Uusi Oy, puhelu, seuraava pe käynti\n")
    assert isinstance(tried, dict)
    (one,) = tried["understood"]
    assert (one["id"], one["employer"]) == (None, {"id": None, "name": "Uusi Oy"})
    assert one["next"] == {"id": None, "text": "käynti", "on": "2026-11-27", "owner": "together"}


VISIT_OF_LINE: Told = {key: value for key, value in VISIT.items() if key != "tally"} | {
    "employer": AITTA,
    "way": "phone",
    "minutes": 15,
    "place": "remote",
}
NO_WAY = {"meeting": 0, "video": 0, "phone": 0, "message": 0, "event": 0}


def test_an_option_beside_pasted_lines_holds_for_each(coach: Coach) -> None:
    coach.did("log", "--paste", "-", "--date", "eilen", typed="Lounas-Aitta, puhelu\nPesula\n")
    told = coach.json("log", "--unfinished")
    assert isinstance(told, list)
    assert [one["date"] for one in told] == ["2026-11-23", "2026-11-23"]


@pytest.mark.parametrize(
    ("words", "typed", "code", "sentence"),
    [
        (("--paste", "-"), " ,,\n\n", 2, EMPTY),
        (("--paste", "ei-ole.txt"), "", 1, "Tiedostoa ei löydy: ei-ole.txt. Mitään ei kirjattu."),
        (
            ("Aitta", "--paste", "-"),
            "Aitta\n",
            2,
            "--paste ottaa työnantajat riveiltä. Jätä työnantajan nimi komennosta pois.",
        ),
        (
            ("--dry-run",),
            "",
            2,
            "--dry-run kertoo, miten liitetyt rivit ymmärretään: lisää --paste ja tiedosto.",
        ),
        (
            ("--unfinished", "--way", "puhelu"),
            "",
            2,
            "--unfinished näyttää keskeneräiset kirjaukset. Anna se ilman muita valintoja.",
        ),
    ],
)
def test_what_cannot_be_pasted_is_said(
    coach: Coach, words: tuple[str, ...], typed: str, code: int, sentence: str
) -> None:
    said = coach.run("log", *words, typed=typed)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(f"{sentence}\n")
    assert coach.counts()["employer_contact"] == 0


def test_when_no_line_can_be_kept_the_command_has_failed(coach: Coach) -> None:
    said = coach.run("log", "--paste", "-", typed="Lounas-Aita, puhelu\n")
    assert said.code == 1
    assert said.err == f"Jäi pois, rivi 1: Lounas-Aita, puhelu\n  {ALIKE}\nYhtään riviä ei kirjattu.\n"


# What is unfinished


def test_what_earlier_contacts_lack_is_listed(coach: Coach) -> None:
    assert coach.run("log", "--unfinished") == answered(
        "Neljän viime viikon yhteydenotoista ei puutu mitään.\n"
    )
    coach.did("log", "Lounas-Aitta", "--purpose", "tarpeet")
    coach.did("log", "--way", "puhelu", "--date", "eilen")
    coach.did("log", "Lounas-Aitta", "--date", "27.10.2026")
    assert coach.did("log", "--unfinished") == (
        "23.11.2026: nimeämätön työnantaja, puhelu, 15 min (nro 4)\n"
        "  puuttuu: työnantaja, tarkoitus\n"
        "Kesken on yksi kirjaus.\n"
    )
    assert coach.did("--lang", "en", "log", "--unfinished").splitlines()[1:] == [
        "  lacks: employer, purpose",
        "One contact is unfinished.",
    ]
    told = coach.json("log", "--unfinished")
    assert isinstance(told, list)
    assert [(one["id"], one["lacks"]) for one in told] == [(4, ["employer", "purpose"])]


@pytest.mark.parametrize(
    ("line", "way", "minutes", "who", "note"),
    [
        (
            "lounas-aitta 45 min eilen toivottiin aamuvuoroon tekijää",
            "meeting",
            45,
            None,
            "toivottiin aamuvuoroon tekijää",
        ),
        ("Lounas-Aitta; Sanna; soitto 10 min", "phone", 10, "Sanna", None),
        ("Lounas-Aitta called ann 10 min", "phone", 10, "ann", None),
        ("Lounas-Aitta, teams 1.5 h, ei vastannut", "video", 90, None, "ei vastannut"),
        ("Lounas-Aitta, marko zoom 20 min", "video", 20, "marko", None),
        ("Lounas-Aitta, spoke to Ann", "phone", 15, "Ann", None),
        ("Lounas-Aitta, meilasin, no answer", "message", 10, None, "no answer"),
        ("Lounas-Aitta, puh. Liisa, kukaan ei ehtinyt", "phone", 15, "Liisa", "kukaan ei ehtinyt"),
        ("Lounas-Aitta, kävimme 30 min, 12 korttia jaettu", "meeting", 30, None, "12 korttia jaettu"),
    ],
)
def test_what_a_line_says_is_not_taken_for_something_else(
    coach: Coach, line: str, way: str, minutes: int, who: str | None, note: str | None
) -> None:
    found = coach.json("log", line)
    assert isinstance(found, dict)
    assert found["employer"] == AITTA
    assert [found[name] for name in ("way", "minutes", "who", "note")] == [way, minutes, who, note]


def test_a_purpose_stands_beside_a_client(coach: Coach) -> None:
    found = coach.json("log", "Lounas-Aitta, tukikäynti Aino")
    assert isinstance(found, dict)
    assert (found["purpose"], found["client"], found["who"]) == ("support", AINO, None)


def test_a_new_name_that_begins_as_a_known_one_is_new(coach: Coach) -> None:
    for name in ("Lounas-Aitta Kallio", "lounas-aitta pasila"):
        assert f"Työnantaja: {name}, uusi, lisätty" in coach.did("log", name)

"""Job leads by commands: added, applied for, answered."""

import pytest

from tests.cli.running import Coach, Said, Told, answered, refused

AINO = {"id": 1, "name": "Aino", "code": "AK"}
LEAD: Told = {
    "id": 3,
    "client": AINO,
    "job": "keittiöapulainen",
    "employer": {"id": 2, "name": "Lounas-Aitta"},
    "source": "advertised",
    "owner": "client",
    "closes": "2026-12-01",
    "applied": None,
    "interview": None,
    "answer": None,
    "answered_on": None,
    "note": "Iltavuoro.",
}
ADD = (
    *("lead", "add", "AK", "keittiöapulainen", "--employer", "Lounas", "--source", "ilmoitus"),
    *("--closes", "1.12.", "--owner", "asiakas", "--note", "Iltavuoro."),
)


@pytest.fixture(autouse=True)
def _a_client_and_an_employer(request: pytest.FixtureRequest) -> None:
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Lounas-Aitta")


def test_a_lead_is_added_and_said_back(coach: Coach) -> None:
    assert coach.run(*ADD) == answered(
        "Lisätty: Aino: keittiöapulainen, Lounas-Aitta, haku päättyy 1.12.2026, ei vielä haettu, ilmoitus "
        "(asiakas, nro 3)\n"
        "  Iltavuoro.\n"
    )
    assert coach.did("--lang", "en", "lead", "list") == (
        "Aino: keittiöapulainen, Lounas-Aitta, closes 1 Dec 2026, not applied for yet, advertised (client, no. 3)\n"
        "  Iltavuoro.\n"
    )


def test_a_lead_is_given_whole_as_json_with_its_keys_in_order(coach: Coach) -> None:
    told = coach.json(*ADD)
    assert isinstance(told, dict)
    assert list(told.items()) == list(LEAD.items())
    assert coach.json("lead", "add", "AK", "siivooja") == dict.fromkeys(LEAD) | {
        "id": 4,
        "client": AINO,
        "job": "siivooja",
        "owner": "together",
    }
    assert coach.json("remove", "3") == LEAD


def test_a_new_employer_comes_with_the_lead_in_one_change(coach: Coach) -> None:
    said = coach.run("lead", "add", "AK", "lajittelija", "--employer", "Postitus Oy")
    assert said == Said(
        0,
        "Lisätty: Aino: lajittelija, Postitus Oy, ei vielä haettu (yhdessä, nro 4)\n",
        "Uusi työnantaja lisättiin: Postitus Oy\n",
    )
    coach.did("undo")
    assert (coach.counts()["employer"], coach.counts()["lead"]) == (1, 0)


def test_what_becomes_of_a_lead_is_told_step_by_step(coach: Coach) -> None:
    coach.did(*ADD[:6])
    steps = (
        (("--applied", "eilen"), "haettu 23.11.2026, odottaa vastausta"),
        (("--interview", "to 26.11. klo 10"), "haastattelu 26.11.2026 klo 10.00"),
        (("--interview", "27.11."), "haastattelu 27.11.2026"),
        (("--answer", "sai"), "sai paikan, 24.11.2026"),
    )
    for words, state in steps:
        assert coach.did("lead", "set", "3", *words) == (
            f"Muutettu: Aino: keittiöapulainen, Lounas-Aitta, {state} (yhdessä, nro 3)\n"
        )
    assert coach.did("undo").startswith("Kumottu: vastaus työpaikkavihjeeseen: Aino")


def test_several_things_that_happened_are_one_change(coach: Coach) -> None:
    coach.did(*ADD)
    told = coach.json(
        *("lead", "set", "3", "--applied", "20.11.", "--interview", "2026-11-23 9:30", "--answer", "ei")
    )
    assert told == LEAD | {
        "applied": "2026-11-20",
        "interview": "2026-11-23T09:30",
        "answer": "no",
        "answered_on": "2026-11-24",
    }
    coach.did("undo")
    assert coach.json("lead", "list") == [LEAD]


def test_answered_leads_are_listed_only_where_asked_for(coach: Coach) -> None:
    assert coach.run("lead", "list") == answered(
        "Työpaikkavihjeitä ei ole. Lisää: valmentaja lead add ASIAKAS TYÖ\n"
    )
    coach.did(*ADD)
    coach.did("lead", "set", "3", "--answer", "ei hae")
    assert coach.did("lead", "list") == "Kaikkiin vihjeisiin on vastattu. Ne näyttää --all.\n"
    assert coach.did("--lang", "en", "lead", "list", "AK") == (
        "All leads have been answered. --all shows them.\n"
    )
    told = coach.json("lead", "list", "AK", "--all")
    assert isinstance(told, list)
    assert [one["answer"] for one in told] == ["withdrawn"]
    coach.did("client", "add", "Eino", "--code", "EL")
    assert coach.json("lead", "list", "EL", "--all") == []


def test_a_lead_is_raised_on_the_list_and_shown_with_the_employer(coach: Coach) -> None:
    coach.did(*ADD)
    told = coach.json("triage", "--all", on="2026-11-28")
    assert isinstance(told, list)
    assert "lead_closes" in {one["kind"] for row in told for one in row["signals"]}
    page = coach.json("employer", "show", "Lounas")
    assert isinstance(page, dict)
    assert page["leads"] == [LEAD]
    assert "Työpaikkavihje:" in coach.did("employer", "show", "Lounas").splitlines()


def test_the_leads_stand_with_all_else_that_is_known_of_the_client(coach: Coach) -> None:
    coach.did(*ADD)
    coach.did("lead", "add", "AK", "siivooja")
    coach.did("lead", "set", "4", "--answer", "ei")
    page = coach.json("client", "show", "AK")
    assert isinstance(page, dict)
    assert page["leads"] == [LEAD, coach.json("lead", "list", "AK", "--all")[1]]  # type: ignore[index]
    assert [key for key in page if key in ("placements", "leads", "wishes")] == [
        "placements",
        "leads",
        "wishes",
    ]
    told = coach.did("client", "show", "AK").splitlines()
    at = told.index("Työpaikkavihjeet, 2:")
    assert told[at + 1 : at + 4] == [
        "Aino: keittiöapulainen, Lounas-Aitta, haku päättyy 1.12.2026, ei vielä haettu, ilmoitus (asiakas, nro 3)",
        "  Iltavuoro.",
        "Aino: siivooja, ei saanut paikkaa, 24.11.2026 (yhdessä, nro 4)",
    ]
    assert "Job leads, 2:" in coach.did("--lang", "en", "client", "show", "AK").splitlines()


def test_a_lead_is_edited_found_taken_away_and_brought_back(coach: Coach) -> None:
    coach.did(*ADD)
    assert coach.did("edit", "3", "työ", "kokki") == (
        "Muutettu: työpaikkavihje, Aino, kokki, Lounas-Aitta, työ: kokki\n"
    )
    assert coach.did("find", "kokki").startswith(
        "24.11.2026: työpaikkavihje, Aino, Lounas-Aitta, kokki Iltavuoro. (nro 3)\n"
    )
    before = coach.counts()
    assert coach.did("remove", "3").startswith("Poistettu: työpaikkavihje (Aino, Lounas-Aitta): kokki; ")
    assert coach.counts()["lead"] == 0
    coach.did("undo")
    assert coach.counts() == before | {"change": 5}
    assert coach.json("check")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", "AK"), 2, "Puuttuu: TYÖ."),
        (("add", "AK", " "), 1, "Kenttä job ei voi olla tyhjä. Mitään ei tallennettu."),
        (
            ("add", "Väinö", "kokki"),
            1,
            "Asiakasta Väinö ei löydy. Mitään ei tallennettu. Omat asiakkaat: valmentaja client list",
        ),
        (
            ("add", "AK", "kokki", "--source", "lehti"),
            2,
            (
                "mistä vihje tuli ei voi olla lehti. Vaihtoehdot: ilmoitus (advertised), piilopaikka (hidden), "
                "räätälöity (carved), oma ajatus (own_idea)."
            ),
        ),
        (
            ("add", "AK", "kokki", "--employer", "Lounas-Aita"),
            1,
            (
                "Työnantajaa Lounas-Aita ei vielä ole. Melkein samanniminen on: Lounas-Aitta. Jos tarkoitit sitä, "
                "kirjoita sen nimi. Jos tämä on uusi, lisää --new. Mitään ei tallennettu."
            ),
        ),
        (
            ("set", "3"),
            2,
            (
                "Kerro, mitä tapahtui: --applied, --interview tai --answer. Muut tiedot muuttaa valmentaja edit."
            ),
        ),
        (
            ("set", "3", "--applied", "huomenna"),
            1,
            "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
        (
            ("set", "3", "--answer", "ehkä"),
            2,
            "--answer ei voi olla ehkä. Vaihtoehdot: kyllä (yes), ei (no), ei hae (withdrawn).",
        ),
        (
            ("set", "3", "--interview", "ke 26.11. klo 10"),
            2,
            (
                "Viikonpäivä ja päivä eivät sovi yhteen: ke 26.11. klo 10. Tarkista päivä, ja jos tarkoitit toista "
                "vuotta, kirjoita vuosikin."
            ),
        ),
        (("set", "1", "--answer", "ei"), 1, "Numero 1 ei ole työpaikkavihje."),
        (("set", "99", "--answer", "ei"), 1, "Kirjausta numero 99 ei ole. Mitään ei tallennettu."),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    coach.did(*ADD)
    before = coach.counts()
    assert coach.run("lead", *words) == refused(code, sentence)
    assert coach.counts() == before

"""The coach's other client, the employer, by commands."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

AITTA: Told = {
    "id": 1,
    "name": "Lounas-Aitta",
    "sector": None,
    "industry": None,
    "town": None,
    "address": None,
    "phone": None,
    "email": None,
    "people": None,
    "note": None,
    "does": None,
    "size": None,
    "needs": None,
    "needs_ahead": None,
    "chain": None,
    "terms": None,
    "feedback": None,
    "state": None,
    "rests_until": None,
    "archived_on": None,
    "added_on": "2026-11-24",
}


def test_an_employer_is_added(coach: Coach) -> None:
    assert coach.run("employer", "add", "Lounas-Aitta") == answered("Lisätty Lounas-Aitta (nro 1)\n")
    added = coach.json(
        *("employer", "add", "Pesula", "Pilvi"),
        *("--sector", "private", "--industry", "pesula", "--town", "Turku"),
    )
    assert added == AITTA | {
        "id": 2,
        "name": "Pesula Pilvi",
        "sector": "private",
        "industry": "pesula",
        "town": "Turku",
    }


def test_two_employers_may_have_one_name_and_it_is_said(english: Coach) -> None:
    english.did("employer", "add", "Lounas-Aitta")
    again = english.run("employer", "add", "lounas-aitta")
    assert (again.code, again.out) == (0, "Added lounas-aitta (no. 2)\n")
    assert again.err == (
        "There is one of that name already: lounas-aitta (no. 1). If you added the same one again, take it back: "
        "valmentaja undo\n"
    )


def test_a_step_done_with_an_employer_is_shown(coach: Coach) -> None:
    coach.did("log", "Lounas-Aitta", "--next", "käy", "--next-on", "pe")
    coach.did("done", "3")
    assert coach.did("employer", "show", "lounas").splitlines()[-2:] == [
        "Viimeksi tehty askel:",
        "24.11.2026: käy (Lounas-Aitta, yhdessä, sovittu 27.11.2026, nro 3)",
    ]
    shown = coach.json("employer", "show", "lounas")
    assert isinstance(shown, dict)
    assert [step["done_on"] for step in shown["done_steps"]] == ["2026-11-24"]


def test_an_employer_is_told_in_english(english: Coach) -> None:
    added = english.did("employer", "add", "Pesula", "--sector", "third", "--industry", "laundry")
    assert added == "Added Pesula, laundry, third sector (no. 1)\n"


def test_an_unknown_sector_is_answered_with_those_that_are(coach: Coach) -> None:
    assert coach.run("employer", "add", "Pesula", "--sector", "neljäs") == refused(
        2,
        "--sector ei voi olla neljäs. Vaihtoehdot: yksityinen (private), julkinen (public), kolmas (third).",
    )


def test_the_employers_are_listed_by_name(coach: Coach) -> None:
    coach.did("employer", "add", "Ötökkätalo", "--town", "Oulu")
    coach.did("employer", "add", "Lounas-Aitta", "--sector", "public")
    assert coach.run("employer", "list") == answered(
        "Lounas-Aitta, julkinen (nro 2)\nÖtökkätalo, Oulu (nro 1)\n2 työnantajaa\n"
    )
    assert coach.json("employer", "list") == [
        AITTA | {"id": 2, "sector": "public"},
        AITTA | {"id": 1, "name": "Ötökkätalo", "town": "Oulu"},
    ]


def test_an_empty_list_says_how_to_begin(english: Coach) -> None:
    assert english.run("employer", "list") == answered(
        "There are no employers yet. Add the first: valmentaja employer add NAME, or log a visit: "
        "valmentaja log NAME\n"
    )
    assert english.json("employer", "list") == []


def test_an_employer_is_shown_with_the_run_of_contacts(coach: Coach) -> None:
    coach.did("log", "Lounas-Aitta", "--date", "20.11.", "--purpose", "needs", "--note", "Apua\nkeittiöön.")
    coach.did("edit", "2", "outcome", "Palataan joulun jälkeen.")
    coach.did("log", "Lounas-Aitta", "--way", "phone", "--time", "9.30", "--who", "Eija")
    coach.did("next", "Lounas-Aitta", "soita", "taas", "--on", "1.12.", "--owner", "employer")
    coach.did("employer", "set", "Lounas-Aitta", "people", "Eija,", "vuoropäällikkö")
    assert coach.did("employer", "show", "lounas") == (
        "Työnantaja: Lounas-Aitta\n"
        "Numero: 1\n"
        "Ihmiset: Eija, vuoropäällikkö\n"
        "Lisätty: 20.11.2026\n"
        "Yhteydet: Ensimmäinen yhteydenotto 20.11.2026, viimeksi 24.11.2026. Kasvotusten 1/2. "
        "Tarpeita kartoitettu kerran.\n"
        "\n"
        "Seuraava askel:\n"
        "1.12.2026: soita taas (Lounas-Aitta, työnantaja, nro 4)\n"
        "\n"
        "Viimeisimmät yhteydet, 2:\n"
        "24.11.2026 klo 9.30: Lounas-Aitta, Eija, puhelu, 15 min (nro 3)\n"
        "20.11.2026: Lounas-Aitta, tapaaminen kasvotusten, 60 min, tarpeisiin tutustuminen (nro 2)\n"
        "  Tulos: Palataan joulun jälkeen.\n"
        "  Apua\n"
        "  keittiöön.\n"
    )


def test_an_employer_is_shown_whole_as_json(coach: Coach) -> None:
    coach.did("log", "Lounas-Aitta", "--way", "phone", "--next", "käy", "--next-on", "pe")
    aitta = {"id": 1, "name": "Lounas-Aitta"}
    step = {
        "id": 3,
        "client": None,
        "employer": aitta,
        "text": "käy",
        "on": "2026-11-27",
        "owner": "together",
        "done_on": None,
    }
    assert coach.json("employer", "show", "Lounas-Aitta") == AITTA | {
        "next_steps": [step],
        "persons": [],
        "placements": [],
        "leads": [],
        "contacts": [
            {
                "id": 2,
                "date": "2026-11-24",
                "time": None,
                "employer": aitta,
                "client": None,
                "present": False,
                "who": None,
                "made_by": "coach",
                "way": "phone",
                "purpose": None,
                "outcome": None,
                "minutes": 15,
                "note": None,
                "place": "remote",
                "travel_minutes": None,
                "kilometres": None,
                "next": step,
            }
        ],
        "done_steps": [],
    }


def test_an_employer_is_shown_with_those_who_work_there(coach: Coach) -> None:
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("client", "add", "Aino", "--start", "1.10.2026")
    coach.did(
        "placement",
        "add",
        "Aino",
        "Lounas",
        "--start",
        "2.11.2026",
        "--pay",
        "unpaid",
        "--decide-on",
        "9.12.",
    )
    lines = coach.did("employer", "show", "Lounas-Aitta").splitlines()
    assert lines[-2:] == ["Työ tai jakso:", "Aino: Lounas-Aitta, palkaton jakso, alkaen 2.11.2026 (nro 3)"]
    page = coach.json("employer", "show", "Lounas-Aitta")
    assert isinstance(page, dict)
    assert [one["pay"] for one in page["placements"]] == ["unpaid"]


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", "Aitta", "Aitta"),
        ("sector", "private", "private"),
        ("industry", "ravintola", "ravintola"),
        ("town", "Turku", "Turku"),
        ("address", "Kuvitteenkatu 8", "Kuvitteenkatu 8"),
        ("phone", "040 123", "040 123"),
        ("email", "aitta@example.fi", "aitta@example.fi"),
        ("people", "Eija", "Eija"),
        ("note", "Keittiö on ahdas.", "Keittiö on ahdas."),
        ("needs", "apua keittiöön", "apua keittiöön"),
        ("state", "päättynyt", "ended"),
        ("rests_until", "1.2.2027", "2027-02-01"),
    ],
)
def test_every_field_of_an_employer_can_be_changed(coach: Coach, field: str, typed: str, kept: str) -> None:
    coach.did("employer", "add", "Lounas-Aitta")
    assert coach.json("employer", "set", "lounas", field, *typed.split()) == AITTA | {field: kept}


def test_an_employer_rests_until_a_day(coach: Coach) -> None:
    coach.did("employer", "add", "Lounas-Aitta")
    assert coach.run("employer", "set", "lounas", "state", "tauolla") == refused(
        1, "Kirjoita ensin, mihin saakka yhteistyö on tauolla: valmentaja employer set 1 rests_until PÄIVÄ"
    )
    coach.did("employer", "set", "lounas", "rests_until", "1.2.2027")
    coach.did("employer", "set", "lounas", "state", "tauolla")
    assert coach.run("edit", "1", "rests_until", "").code == 1
    rests = coach.json("employer", "show", "lounas")
    assert isinstance(rests, dict)
    assert (rests["state"], rests["rests_until"]) == ("resting", "2027-02-01")
    coach.did("employer", "set", "lounas", "state", "active")
    assert coach.json("edit", "1", "rests_until", "") == AITTA | {"state": "active"}


def test_a_change_is_told_in_a_line(coach: Coach) -> None:
    coach.did("employer", "add", "Lounas-Aitta")
    changed = coach.run("employer", "set", "lounas", "town", "Turku")
    assert changed == answered("Muutettu: Lounas-Aitta, paikkakunta: Turku\n")
    unnamed = coach.run("employer", "set", "lounas", "name", "")
    assert unnamed == refused(1, "Kenttä nimi ei voi olla tyhjä. Mitään ei tallennettu.")


def test_an_ambiguous_name_lists_which_it_may_be(coach: Coach) -> None:
    coach.did("employer", "add", "Kahvila Muru")
    coach.did("employer", "add", "Kahvila Pannumyssy")
    assert coach.run("employer", "show", "kahvila") == refused(
        1,
        "kahvila sopii moneen työnantajaan. Kirjoita pidemmin tai käytä numeroa. Mitään ei tallennettu.\n"
        "  Kahvila Muru (1)\n"
        "  Kahvila Pannumyssy (2)",
    )


def test_an_unknown_name_says_where_the_names_are(coach: Coach) -> None:
    assert coach.run("employer", "show", "Olematon") == refused(
        1,
        "Työnantajaa Olematon ei löydy. Mitään ei tallennettu. Kaikki työnantajat: valmentaja employer list",
    )

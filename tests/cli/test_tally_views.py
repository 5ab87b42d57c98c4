"""What stands behind the week's number: why contacts count, weeks in a row, first contacts, the spread."""

import pytest

from tests.cli.running import Coach, answered, refused
from tests.cli.test_contacts import TALLY, VISIT
from valmentaja.model.week import Week

SIX = "░░░░░░"


@pytest.fixture(autouse=True)
def _some_weeks(request: pytest.FixtureRequest) -> None:
    """Three counted meetings a fortnight ago, one this week, and a visit of support and a call beside them."""
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.11.2026")
    for employer in ("Aitta", "Aitta", "Pesula"):
        coach.did("log", employer, "--date", "10.11.")
    coach.did("log", "Aitta", "--client", "AK", "--purpose", "offer", "--date", "23.11.")
    coach.did("log", "Pesula", "--purpose", "support")
    coach.did("log", "--way", "phone")


def test_every_contact_of_the_week_says_why_it_counts_or_not(coach: Coach) -> None:
    assert coach.run("tally", "--why") == answered(
        "vko 48, 23.11.2026–29.11.2026: lukuun laskettiin 1, tavoite 6\n"
        "lasketaan: 23.11.2026: Aitta, tapaaminen kasvotusten, 60 min, työnhakijan esittely, asiakas Aino (nro 7)\n"
        "tukikäynti: 24.11.2026: Pesula, tapaaminen kasvotusten, 60 min, tuki työpaikalla (nro 8)\n"
        "ei kasvotusten: 24.11.2026: nimeämätön työnantaja, puhelu, 15 min (nro 9)\n"
        "Lukuun lasketaan tapaaminen kasvotusten, kun asiana on jonkun työllistyminen.\n"
    )
    assert coach.did("--lang", "en", "tally", "--why", "--week", "47") == (
        "week 47, 16 Nov 2026–22 Nov 2026: 0 counted, target 6\nNo contacts were logged for this week.\n"
    )


def test_why_is_given_as_the_tally_with_its_contacts(coach: Coach) -> None:
    told = coach.json("tally", "--why")
    assert isinstance(told, dict)
    assert set(told) == {*TALLY, "why"}
    assert [one["counts"] for one in told["why"]] == ["counted", "support", "not_in_person"]
    assert set(told["why"][0]) == {*VISIT, "counts"} - {"tally"}


def test_a_support_visit_counts_where_the_coach_wants_it(coach: Coach) -> None:
    coach.did("settings", "tally_counts_support", "yes")
    lines = coach.did("tally", "--why", on="2026-11-30").splitlines()
    assert lines[0].startswith("vko 49")
    told = coach.json("tally", "--weeks", "1")
    assert isinstance(told, dict)
    assert told["reached"] == 0


def test_weeks_are_told_as_bars_with_their_numbers(coach: Coach) -> None:
    assert coach.run("tally", "--weeks", "3") == answered(
        "vko 46, 9.11.2026: 3/6 ███░░░\n"
        f"vko 47, 16.11.2026: 0/6 {SIX}\n"
        "vko 48, 23.11.2026: 1/6 █░░░░░\n"
        "Paras vko 46: 3.\n"
        "Mediaani 1.\n"
        "Keskiarvo 1,33.\n"
        "Tavoite ei täyttynyt millään viikolla.\n"
    )
    assert len(coach.did("tally", "--weeks").splitlines()) == 3 + 5


def test_in_how_many_weeks_the_target_was_met_is_said_in_words(coach: Coach) -> None:
    coach.did("settings", "weekly_target", "1")
    assert (
        coach.did("tally", "--weeks", "3", on="2026-12-01").splitlines()[-1]
        == "3 viikosta yksi täytti tavoitteen."
    )
    coach.did("log", "Aitta", on="2026-12-01")
    told = coach.did("--lang", "en", "tally", "--weeks", "3", on="2026-12-01").splitlines()
    assert told[-1] == "The target was met in 2 weeks of 3."
    assert (
        coach.did("tally", "--weeks", "1", on="2026-12-01").splitlines()[-1] == "Tavoite täyttyi joka viikko."
    )


def test_the_last_of_the_weeks_may_be_another_one(coach: Coach) -> None:
    assert coach.did("--lang", "en", "tally", "--weeks", "1", "--week", "46") == (
        "week 46, 9 Nov 2026: 3/6 ███░░░\nBest week 46: 3.\nMedian 3.\nMean 3.\nThe target was not met in any week.\n"
    )


def test_a_target_that_is_met_is_drawn_full_and_one_far_over_is_cut(coach: Coach) -> None:
    coach.did("settings", "weekly_target", "1")
    assert coach.did("tally", "--weeks", "1").splitlines()[0] == "vko 48, 23.11.2026: 1/1 █"
    for _ in range(45):
        coach.did("log", "Aitta")
    assert coach.did("tally", "--weeks", "1").splitlines()[0] == f"vko 48, 23.11.2026: 46/1 {'█' * 40}"


def test_weeks_are_given_as_json(coach: Coach) -> None:
    week_46 = {"week": "2026-W46", "in_person": 3, "target": 6}
    assert coach.json("tally", "--weeks", "3") == {
        "weeks": [
            week_46,
            {"week": "2026-W47", "in_person": 0, "target": 6},
            {"week": "2026-W48", "in_person": 1, "target": 6},
        ],
        "counted_from": None,
        "best": week_46,
        "median": 1,
        "mean": 1.33,
        "reached": 0,
    }


def test_a_year_has_its_weeks_as_far_as_it_has_come(coach: Coach) -> None:
    told = coach.json("tally", "--year")
    assert isinstance(told, dict)
    assert (told["year"], told["weeks"][-1]["week"]) == (2026, "2026-W48")
    assert (told["counted_from"], len(told["weeks"])) == ("2026-W46", 3)
    whole = coach.json("tally", "--year", "2026", on="2027-02-01")
    assert isinstance(whole, dict)
    assert [len(whole["weeks"]), whole["weeks"][-1]["week"]] == [53 - 45, "2026-W53"]
    assert coach.json("tally", "--year", "2027") == {
        "year": 2027,
        "weeks": [],
        "counted_from": None,
        "best": None,
        "median": 0.0,
        "mean": 0.0,
        "reached": 0,
    }
    assert coach.did("tally", "--year", "2027") == (
        "Näiltä viikoilta ei ole kirjattu tapaamisia työnantajien kanssa.\n"
    )


def test_a_year_that_began_in_august_is_counted_from_then(coach: Coach) -> None:
    """A call on 3 August (week 32) is the first that was written; the weeks before it are no idle ones."""
    coach.did("log", "Aitta", "--way", "phone", "--date", "3.8.2026")
    coach.did("meet", "AK", "--date", "2.3.2026")  # what was told of a client's earlier life begins no tally
    for week in range(33, 43):  # a meeting in each of ten weeks
        coach.did("log", "Aitta", "--date", f"2026-{Week(2026, week).monday:%m-%d}")
    told = coach.json("tally", "--year")
    assert isinstance(told, dict)
    counts = [one["in_person"] for one in told["weeks"]]
    assert (told["counted_from"], told["weeks"][0]["week"]) == ("2026-W32", "2026-W32")
    assert counts == [0, *[1] * 10, 0, 0, 0, 3, 0, 1]  # 17 weeks, 14 meetings
    assert (told["median"], told["mean"]) == (1, 0.82)
    assert coach.did("tally", "--year").splitlines()[17:] == [
        "Ensimmäinen työnantajakontakti: vko 32. Aiempia viikkoja ei lasketa mukaan.",
        "Paras vko 46: 3.",
        "Mediaani 1.",
        "Keskiarvo 0,82.",
        "Tavoite ei täyttynyt millään viikolla.",
    ]
    assert coach.did("--lang", "en", "tally", "--year").splitlines()[17] == (
        "First employer contact: week 32. Earlier weeks are not counted in."
    )
    whole = coach.json("tally", "--year", on="2027-12-31")
    assert isinstance(whole, dict)
    assert (whole["counted_from"], len(whole["weeks"]), whole["median"]) == (None, 52, 0)


def test_the_first_employer_met_for_each_client_is_told_with_the_mean(coach: Coach) -> None:
    coach.did("client", "add", "Eino", "--code", "EL", "--start", "14.11.2026")
    assert coach.run("tally", "--first-contacts") == answered(
        "Aino, AK: alkoi 1.11.2026, 22 päivää\n"
        "Eino, EL: alkoi 14.11.2026, ei vielä, 10 päivää alusta\n"
        "Alusta ensimmäiseen tapaamiseen työnantajan kanssa kului keskimäärin 22 päivää.\n"
        "Tavoite on noin kuukausi, 30 päivää.\n"
    )
    told = coach.json("tally", "--first-contacts")
    eino = {"id": 10, "name": "Eino", "code": "EL"}
    assert told == {
        "year": 2026,
        "mean_days": 22.0,
        "clients": [
            {
                "client": {"id": 1, "name": "Aino", "code": "AK"},
                "start": "2026-11-01",
                "met_on": "2026-11-23",
                "days": 22,
                "before_records": False,
            },
            {
                "client": eino,
                "start": "2026-11-14",
                "met_on": None,
                "days": None,
                "before_records": False,
            },
        ],
    }
    assert coach.did("--lang", "en", "tally", "--first-contacts", "2025") == "No client started in 2025.\n"


@pytest.mark.parametrize(
    ("language", "told"), [("fi", "ennen kirjausten alkua"), ("en", "before the records begin")]
)
def test_one_who_started_before_there_were_records_is_told_so(coach: Coach, language: str, told: str) -> None:
    coach.did("client", "add", "Vanha", "--code", "VV", "--start", "2.1.2026")
    coach.did("log", "Aitta", "--client", "VV")
    said = coach.did("--lang", language, "tally", "--first-contacts")
    assert said.splitlines()[0].endswith(told)
    found = coach.json("tally", "--first-contacts")
    assert isinstance(found, dict)
    assert found["clients"][0]["before_records"] is True
    assert found["mean_days"] == 22


def test_the_spread_over_employers_is_told(coach: Coach) -> None:
    coach.did("placement", "add", "AK", "Pesula", "--start", "20.11.2026")
    assert coach.run("tally", "--spread") == answered(
        "Aitta: 3 yhteydenottoa, kasvotusten 3\n"
        "Pesula: 2 yhteydenottoa, kasvotusten 2, töitä 1\n"
        "2 työnantajaa, 6 yhteydenottoa.\n"
        "Yhdessä ei ole työnantajaa.\n"
    )
    assert coach.json("tally", "--spread") == {
        "year": 2026,
        "contacts": 6,
        "unnamed": 1,
        "employers": [
            {"employer": {"id": 2, "name": "Aitta"}, "contacts": 3, "in_person": 3, "placements": 0},
            {"employer": {"id": 5, "name": "Pesula"}, "contacts": 2, "in_person": 2, "placements": 1},
        ],
    }


def test_a_week_of_leave_bends_no_target(coach: Coach) -> None:
    coach.did("leave", "add", "--from", "30.11.2026", "--until", "4.12.2026")
    told = coach.json("tally", "--week", "49")
    assert isinstance(told, dict)
    assert (told["target"], told["working_days"], told["leave_days"]) == (6, 5, 5)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--why", "--weeks"),
            "--weeks näyttää muuta kuin yhden viikon luvun. Anna se ilman muita valintoja.",
        ),
        (
            ("--year", "--week", "47"),
            "--year näyttää muuta kuin yhden viikon luvun. Anna se ilman muita valintoja.",
        ),
        (
            ("--spread", "--first-contacts"),
            "--first-contacts näyttää muuta kuin yhden viikon luvun. Anna se ilman muita valintoja.",
        ),
        (("--weeks", "0"), "--weeks ei voi olla 0. Anna kokonaisluku 1–520."),
        (("--weeks", "521"), "--weeks ei voi olla 521. Anna kokonaisluku 1–520."),
        (("--year", "ensi"), "--year ei voi olla ensi. Anna kokonaisluku 1900–2100."),
        (("--spread", "1899"), "--spread ei voi olla 1899. Anna kokonaisluku 1900–2100."),
        (("--why", "--week", "54"), "Viikkoa 54 ei ole. Vuodessa on 52 tai 53 viikkoa."),
    ],
)
def test_what_cannot_be_shown_is_said(coach: Coach, words: tuple[str, ...], sentence: str) -> None:
    assert coach.run("tally", *words) == refused(2, sentence)

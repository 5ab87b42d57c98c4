"""The coach's own diary, by commands."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

ENTRY: Told = {
    "id": 1,
    "date": "2026-11-24",
    "text": "Hyvä päivä. #ilo",
    "prompts": {},
    "load": None,
    "energy": None,
    "supervision": False,
    "tags": ["ilo"],
}


@pytest.mark.parametrize("command", [("diary",), ("diary", "add")])
def test_the_diary_takes_words_without_quotes(coach: Coach, command: tuple[str, ...]) -> None:
    assert coach.run(*command, "Hyvä", "päivä.", "#ilo") == answered(
        "Päiväkirjassa ti 24.11.2026: 3 sanaa (nro 1)\n"
    )
    assert coach.json("diary", "show") == [ENTRY]


def test_an_entry_is_told_in_english(english: Coach) -> None:
    assert english.did("diary", "Good", "day.") == "In the diary, Tue 24 Nov 2026: 2 words (no. 1)\n"
    english.did("diary", "--load", "4", "--supervision")
    assert english.did("diary", "show") == "Day: Tue 24 Nov 2026\nLoad: 4\nFor supervision\nGood day.\n"


def test_an_entry_is_given_whole_as_json(coach: Coach) -> None:
    told = coach.json(
        *("diary", "add", "Raskas.", "--date", "eilen"),
        *("--load", "5", "--energy", "1", "--supervision"),
    )
    assert told == ENTRY | {
        "date": "2026-11-23",
        "text": "Raskas.",
        "load": 5,
        "energy": 1,
        "supervision": True,
        "tags": [],
    }


def test_a_second_writing_follows_the_first_under_its_time(coach: Coach) -> None:
    coach.did("diary", "Aamu.", "--load", "2")
    coach.did("diary", "Ilta.", "--energy", "3")
    assert coach.run("diary", "show", "24.11.") == answered(
        "Päivä: ti 24.11.2026\nKuormitus: 2\nVoimat: 3\nAamu.\n\n9.10\nIlta.\n"
    )
    assert coach.counts()["diary_entry"] == 1


def test_the_scales_alone_are_an_entry(coach: Coach) -> None:
    told = coach.json("diary", "--load", "3")
    assert told == ENTRY | {"text": "", "load": 3, "tags": []}


def test_the_newest_five_days_are_shown_newest_first(coach: Coach) -> None:
    assert coach.did("diary", "show") == "Päiväkirja on vielä tyhjä. Aloita: valmentaja diary\n"
    for day in range(18, 25):
        coach.did("diary", f"Päivä {day}", "--date", f"{day}.11.")
    shown = coach.json("diary", "show")
    assert isinstance(shown, list)
    assert [entry["date"][-2:] for entry in shown] == ["24", "23", "22", "21", "20"]
    assert coach.did("diary", "show").splitlines()[:4] == [
        "Päivä: ti 24.11.2026",
        "Päivä 24",
        "",
        "Päivä: ma 23.11.2026",
    ]


@pytest.mark.parametrize(("day", "shown"), [("25.12.", "25.12.2025"), ("huomenna", "25.11.2026")])
def test_a_day_without_writing_says_so(coach: Coach, day: str, shown: str) -> None:
    assert coach.run("diary", "show", day) == refused(1, f"Päiväkirjassa ei ole mitään päivältä {shown}.")


def test_the_diary_is_searched_in_all_forms_of_a_word(coach: Coach) -> None:
    coach.did("diary", "Kävimme kahvilassa.\nSe oli hyvä.")
    coach.did("diary", "Puhelimessa koko päivän.", "--date", "eilen")
    assert coach.run("diary", "search", "kahvila") == answered(
        "24.11.2026: Kävimme kahvilassa. Se oli hyvä.\nLöytyi 1.\n"
    )
    found = coach.json("diary", "search", "kahvilat", "käydä")
    assert found == [ENTRY | {"text": "Kävimme kahvilassa.\nSe oli hyvä.", "tags": []}]
    assert coach.did("diary", "search", "pesula") == (
        "Mitään ei löytynyt: pesula. Kokeile toista tai lyhyempää sanaa.\n"
    )
    assert coach.json("diary", "search", "pesula") == []


def test_a_first_word_that_is_a_subcommand_can_still_be_written(coach: Coach) -> None:
    coach.did("diary", "add", "show", "must", "go", "on")
    assert "show must go on" in coach.did("diary", "show")


def test_an_entry_cannot_lie_ahead(coach: Coach) -> None:
    ahead = coach.run("diary", "Huomenna.", "--date", "25.11.2026")
    assert ahead == refused(
        1, "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu."
    )


def test_an_empty_entry_is_not_kept(coach: Coach) -> None:
    for empty in ("", "  "):
        assert coach.run("diary", empty) == refused(1, "Tähän tarvitaan tekstiä. Mitään ei tallennettu.")
    assert coach.run("diary") == refused(2, "Puuttuu: TEKSTI.")
    assert coach.counts()["diary_entry"] == 0


@pytest.mark.parametrize("scale", ["--load", "--energy"])
@pytest.mark.parametrize("value", ["0", "6", "paljon", "-1", "2,5"])
def test_a_scale_goes_from_one_to_five(coach: Coach, scale: str, value: str) -> None:
    said = coach.run("diary", "Päivä.", scale, value)
    assert said == refused(2, f"{scale} ei voi olla {value}. Anna kokonaisluku 1–5.")

"""Where the time went, by commands: against a hand count, over the change of year."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

NOTHING = {
    **dict.fromkeys(("job_finding", "workplace_support", "client_meetings", "network", "group"), 0),
    **dict.fromkeys(("records", "administration", "development", "travel", "leave"), 0),
}
EMPTY: Told = {
    "from": "2026-11-23",
    "to": "2026-11-29",
    "minutes": NOTHING,
    "cooperation_minutes": 0,
    "work_minutes": 0,
    "work_share": None,
    "goal_share": 0.667,
    "outside_office_share": None,
}


@pytest.fixture(autouse=True)
def _a_client(request: pytest.FixtureRequest) -> None:
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")


def _a_week(coach: Coach) -> None:
    """60 + 30 on the way, 45 of support, 60 with the client, 40 of records, 60 of training, 25 travelled."""
    coach.did("log", "Aitta", "--client", "AK", "--travel", "30", "--km", "18")
    coach.did("log", "Aitta", "--purpose", "tuki", "--minutes", "45")
    coach.did("meet", "AK")
    coach.did("time", "add", "kirjaukset", "40", "--place", "toimisto")
    coach.did("time", "add", "koulutus", "1 h")
    coach.did("time", "add", "matka", "25", "--serves", "tuki", "--km", "10")


WEEK: Told = EMPTY | {
    "minutes": NOTHING
    | {"job_finding": 90, "workplace_support": 70, "client_meetings": 60, "records": 40, "development": 60},
    "cooperation_minutes": 260,
    "work_minutes": 160,
    "work_share": 0.615,
    "outside_office_share": 0.512,  # 60 + 45 of 60 + 45 + 60 + 40
}


def test_a_week_comes_to_what_a_hand_count_says(coach: Coach) -> None:
    _a_week(coach)
    told = coach.json("time")
    assert isinstance(told, dict)
    assert list(told.items()) == list(WEEK.items())


def test_a_week_is_told_line_by_line(coach: Coach) -> None:
    _a_week(coach)
    coach.did("leave", "add", "--from", "27.11.", "--until", "29.11.2026")
    assert coach.run("time") == answered(
        "vko 48, 23.11.2026–29.11.2026\n"
        "Työnantajat ja työn etsiminen: 90 min, yksi kirjaus\n"
        "Tuki työpaikoilla: 70 min, yksi kirjaus\n"
        "Asiakastapaamiset ja valmistelu: 60 min, yksi kirjaus\n"
        "Kirjaukset: 40 min, yksi kirjaus\n"
        "Oma kehittyminen ja työnohjaus: 60 min, yksi kirjaus\n"
        "Yhteistyön aika: 260 min\n"
        "Työhön ja työnantajiin: 160 min, 61,5 %; kahdesta kolmasosasta puuttuu 14 min\n"
        "Toimiston ulkopuolella: 51,2 %\n"
        "Siitä matkoilla: 55 min\n"
        "Poissaolopäiviä: 1\n"
    )


def test_a_week_is_told_in_english_with_kilometres_where_they_are_wanted(english: Coach) -> None:
    _a_week(english)
    english.did("settings", "kilometres", "yes")
    assert english.did("time").splitlines()[6:] == [
        "Time of cooperation: 260 min",
        "Work and employers: 160 min, 61.5%; 14 min short of two thirds",
        "Outside the office: 51.2%",
        "Of it travelling: 55 min",
        "Kilometres: 28",
    ]


def test_a_week_in_which_nothing_was_recorded_says_so(coach: Coach) -> None:
    assert coach.json("time") == EMPTY
    assert coach.did("time").splitlines() == [
        "vko 48, 23.11.2026–29.11.2026",
        "Tältä ajalta ei ole kirjauksia. Yhteydenotot ja tapaamiset kertyvät tähän itsestään.",
    ]


def test_what_the_days_lack_stands_last(coach: Coach) -> None:
    coach.did("log", "Aitta")
    coach.did("edit", "3", "minutes", "")
    coach.did("edit", "3", "place", "")
    coach.did("meet", "AK")
    coach.did("edit", "4", "place", "")
    assert coach.did("time").splitlines()[-2:] == [
        "Yhdessä kirjauksessa ei ole kestoa. (nro 3)",
        "2 kirjauksessa ei ole paikkaa. (nro 3, nro 4)",
    ]


def test_the_time_of_one_client_and_of_each(coach: Coach) -> None:
    _a_week(coach)
    aino = {"id": 1, "name": "Aino", "code": "AK"}
    sums: Told = {
        "minutes": NOTHING | {"job_finding": 90, "client_meetings": 60},
        "cooperation_minutes": 150,
        "work_minutes": 90,
        "work_share": 0.6,
        "goal_share": 0.667,
        "outside_office_share": 0.5,
    }
    assert coach.json("time", "--client", "AK") == EMPTY | sums | {"client": aino}
    assert coach.json("time", "--by", "client") == WEEK | {"by_client": [{"client": aino, **sums}]}
    assert coach.did("time", "--client", "AK").splitlines()[1] == "Asiakas: Aino, AK"
    assert coach.did("time", "--by", "asiakas").splitlines()[-1] == (
        "Aino, AK: yhteensä 150 min, työhön ja työnantajiin 60 %"
    )


def test_weeks_go_over_the_change_of_year(coach: Coach) -> None:
    for day in ("2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04"):
        coach.did("time", "add", "kirjaukset", "10", "--date", day, on="2027-01-10")
    week = coach.json("time", "--week", "53/2026", on="2027-01-10")
    assert isinstance(week, dict)
    assert (week["from"], week["to"], week["cooperation_minutes"]) == ("2026-12-28", "2027-01-03", 20)
    told = coach.json("time", "--from", "26.12.", "--to", "8.1.", "--by", "week", on="2027-01-10")
    assert isinstance(told, dict)
    assert (told["from"], told["to"], told["cooperation_minutes"]) == ("2026-12-26", "2027-01-08", 40)
    assert [(one["week"], one["cooperation_minutes"]) for one in told["by_week"]] == [
        ("2026-W52", 10),
        ("2026-W53", 20),
        ("2027-W01", 10),
    ]
    assert coach.did(
        "--lang", "en", "time", "--from", "26.12.", "--by", "week", on="2027-01-10"
    ).splitlines()[-2:] == [
        "week 53: 20 min in all, work and employers 0%",
        "week 1: 10 min in all, work and employers 0%",
    ]


def test_parts_hold_only_what_lies_within_the_days(coach: Coach) -> None:
    for day in ("23.11.", "24.11."):
        coach.did("time", "add", "kirjaukset", "10", "--date", day)
    told = coach.json("time", "--from", "24.11.", "--to", "24.11.", "--by", "week")
    assert isinstance(told, dict)
    assert (told["cooperation_minutes"], told["by_week"][0]["cooperation_minutes"]) == (10, 10)


def test_other_time_is_added_and_said_back(coach: Coach) -> None:
    coach.did("employer", "add", "Lounas-Aitta")
    words = ("time", "add", "matka", "1,5 h", "--serves", "tuki", "--client", "AK", "--employer", "Lounas")
    assert coach.run(*words, "--km", "20", "--date", "eilen", "--note", "Juna.") == answered(
        "Kirjattu ma 23.11.2026: matkat, 90 min, palveli: tuki työpaikoilla, asiakas Aino, Lounas-Aitta, 20 km "
        "(nro 3)\n"
        "  Juna.\n"
    )
    assert coach.did("--lang", "en", "time", "add", "training", "45", "--place", "remote") == (
        "Logged Tue 24 Nov 2026: own development and supervision, 45 min, remote (no. 4)\n"
    )
    told: Told = {
        "id": 5,
        "date": "2026-11-24",
        "kind": "records",
        "minutes": 30,
        "client": {"id": 1, "name": "Aino", "code": "AK"},
        "employer": None,
        "place": "office",
        "serves": None,
        "kilometres": None,
        "note": None,
    }
    assert coach.json("time", "add", "records", "30", "--client", "AK", "--place", "office") == told
    before = coach.counts()
    assert coach.json("remove", "5") == told
    coach.did("undo")
    assert coach.counts() == before | {"change": 6}
    assert coach.did("find", "juna").startswith("23.11.2026: ajankäyttö, Aino, Lounas-Aitta, Juna. (nro 3)\n")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", "kirjaukset"), 2, "En ymmärtänyt: puuttuu: MINUUTIT. Ohje: valmentaja time add --help"),
        (("add", "kirjaukset", "0"), 2, "MINUUTIT ei voi olla 0. Anna kokonaisluku 1–1440."),
        (("add", "kirjaukset", "25 h"), 2, "MINUUTIT ei voi olla 1500. Anna kokonaisluku 1–1440."),
        (("add", "kirjaukset", "tovi"), 2, "MINUUTIT ei voi olla tovi. Anna kokonaisluku 1–1440."),
        (
            ("add", "kirjaukset", "1440"),
            1,
            "Vuorokaudessa on 24 tuntia. Päivälle 24.11.2026 on jo kirjattu 60 min. Mitään ei kirjattu.",
        ),
        (
            ("add", "lepo", "5"),
            2,
            (
                "LAJI ei voi olla lepo. Vaihtoehdot: työnantajat (job_finding), tuki (workplace_support), asiakkaat "
                "(client_meetings), verkosto (network), ryhmä (group), kirjaukset (records), hallinto "
                "(administration), kehittyminen (development), matka (travel), poissaolo (leave)."
            ),
        ),
        (
            ("add", "kirjaukset", "5", "--serves", "tuki"),
            2,
            "--serves kuuluu matkaan. Lajin on silloin oltava matka. Mitään ei kirjattu.",
        ),
        (
            ("add", "kirjaukset", "5", "--km", "5"),
            2,
            "--km kuuluu matkaan. Lajin on silloin oltava matka. Mitään ei kirjattu.",
        ),
        (
            ("add", "kirjaukset", "5", "--date", "huomenna"),
            1,
            "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
        (("--week", "54"), 2, "Viikkoa 54 ei ole. Vuodessa on 52 tai 53 viikkoa."),
        (("--to", "1.11."), 2, "--to tarvitsee myös ensimmäisen päivän: lisää --from."),
        (("--week", "47", "--from", "1.11."), 2, "Anna joko --week tai --from ja --to."),
        (
            ("--from", "5.11.2026", "--to", "1.11.2026"),
            2,
            "Viimeinen päivä 1.11.2026 on ennen ensimmäistä, 5.11.2026.",
        ),
        (("--by", "kuu"), 2, "--by ei voi olla kuu. Vaihtoehdot: viikko (week), asiakas (client)."),
        (
            ("--by", "week", "--client", "AK"),
            2,
            "--by jakaa kaikkien ajan. Anna se ilman valintaa --client.",
        ),
    ],
)
def test_what_no_day_has_is_said_and_not_recorded(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    coach.did("meet", "AK")
    before = coach.counts()
    assert coach.run("time", *words) == refused(code, sentence)
    assert coach.counts() == before


def test_a_single_length_of_two_words_needs_no_more_than_quotes(coach: Coach) -> None:
    told = coach.json("time", "add", "hallinto", "puoli tuntia")
    assert isinstance(told, dict)
    assert (told["kind"], told["minutes"]) == ("administration", 30)

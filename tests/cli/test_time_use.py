"""Where the time went, by commands: against a hand count, over the change of year."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

WHOLE = "█" * 20
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
        "Työnantajat ja työn etsiminen: 1 h 30 min, yksi kirjaus\n"
        "Tuki työpaikoilla: 1 h 10 min, yksi kirjaus\n"
        "Asiakastapaamiset ja valmistelu: 1 h, yksi kirjaus\n"
        "Kirjaukset: 40 min, yksi kirjaus\n"
        "Oma kehittyminen ja työnohjaus: 1 h, yksi kirjaus\n"
        "Yhteistyön aika: 4 h 20 min\n"
        "Matkoihin: 55 min\n"
        "Työhön ja työnantajiin: 2 h 40 min, 61,5 %; kahdesta kolmasosasta puuttuu 14 min\n"
        "Toimiston ulkopuolella: 51,2 %\n"
        "Poissaolopäiviä: 1\n"
    )


def test_a_week_is_told_in_english_with_kilometres_where_they_are_wanted(english: Coach) -> None:
    _a_week(english)
    english.did("settings", "kilometres", "yes")
    assert english.did("time").splitlines()[6:] == [
        "Time with clients and employers: 4 h 20 min",
        "Travelling: 55 min",
        "Work and employers: 2 h 40 min, 61.5%; 14 min short of two thirds",
        "Outside the office: 51.2%",
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
        f"Aino, AK: yhteensä 2 h 30 min, työhön 60 % {WHOLE}"
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
        f"week 53: 20 min in all, work 0% {WHOLE}",
        f"week 1: 10 min in all, work 0% {WHOLE[:10]}",
    ]


def _a_year(coach: Coach) -> None:
    """Records from August on: 60 then, none in September, 20 + 10 on two days of October, 15 of training and 60 now."""
    for day, kind, minutes in (
        ("31.8.2026", "työnantajat", "60"),
        ("1.10.2026", "kirjaukset", "20"),
        ("31.10.2026", "työnantajat", "10"),
        ("1.11.2026", "koulutus", "15"),
        ("24.11.2026", "työnantajat", "1 h"),
    ):
        coach.did("time", "add", kind, minutes, "--date", day)


def test_a_year_is_told_month_by_month_from_the_first_records_on(coach: Coach) -> None:
    _a_year(coach)
    told = coach.did("time", "--year").splitlines()
    assert told[0] == "1.1.2026–31.12.2026"
    assert "Yhteistyön aika: 2 h 30 min" in told
    assert told[-4:] == [
        f"Elokuu 2026: yhteensä 1 h, työhön 100 % {WHOLE[:16]}",
        "Syyskuu 2026: yhteensä 0 min",
        f"Lokakuu 2026: yhteensä 30 min, työhön 33,3 % {WHOLE[:8]}",
        f"Marraskuu 2026: yhteensä 1 h 15 min, työhön 100 % {WHOLE}",
    ]
    assert coach.did("--lang", "en", "time", "--year", "2026").splitlines()[-2:] == [
        f"October 2026: 30 min in all, work 33.3% {WHOLE[:8]}",
        f"November 2026: 1 h 15 min in all, work 100% {WHOLE}",
    ]


def test_a_year_is_given_month_by_month_as_json(coach: Coach) -> None:
    _a_year(coach)
    told = coach.json("time", "--year")
    assert isinstance(told, dict)
    assert set(told) == {*EMPTY, "by_month"}
    assert (told["from"], told["to"], told["cooperation_minutes"]) == ("2026-01-01", "2026-12-31", 150)
    assert [
        (one["month"], one["cooperation_minutes"], one["work_minutes"], one["minutes"]["development"])
        for one in told["by_month"]
    ] == [("2026-08", 60, 60, 0), ("2026-09", 0, 0, 0), ("2026-10", 30, 10, 0), ("2026-11", 60, 60, 15)]
    assert told["by_month"][1] == {"month": "2026-09", **{key: EMPTY[key] for key in list(EMPTY)[2:]}}
    earlier = coach.json("time", "--year", "2025")
    assert isinstance(earlier, dict)
    assert (earlier["from"], earlier["by_month"]) == ("2025-01-01", [])


def test_a_year_may_be_divided_otherwise_and_other_days_by_month(coach: Coach) -> None:
    _a_year(coach)
    by_client = coach.json("time", "--year", "--by", "asiakas")
    assert isinstance(by_client, dict)
    assert by_client["by_client"] == []
    told = coach.json("time", "--from", "15.10.2026", "--to", "1.11.2026", "--by", "kuukausittain")
    assert isinstance(told, dict)
    assert [(one["month"], sum(one["minutes"].values())) for one in told["by_month"]] == [
        ("2026-10", 10),
        ("2026-11", 15),
    ]
    coach.did("meet", "AK")
    of_one = coach.json("time", "--year", "--client", "AK")
    assert isinstance(of_one, dict)
    assert [one["cooperation_minutes"] for one in of_one["by_month"]] == [0, 0, 0, 60]


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
        "Kirjattu ma 23.11.2026: matkat, 1 h 30 min, palveli: tuki työpaikoilla, asiakas Aino, Lounas-Aitta, 20 km "
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
        (("add", "kirjaukset", "1500"), 2, "MINUUTIT ei voi olla 1500. Anna kokonaisluku 1–1440."),
        (("add", "kirjaukset", "25 h"), 1, "25 h on enemmän kuin vuorokausi. Mitään ei tallennettu."),
        (("add", "kirjaukset", "tovi"), 2, "MINUUTIT ei voi olla tovi. Anna kokonaisluku 1–1440."),
        (
            ("add", "kirjaukset", "1440"),
            1,
            "Vuorokaudessa on 24 tuntia, ja päivälle 24.11.2026 on jo kirjattu 1 h. Mitään ei tallennettu.",
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
        (("--year", "--week", "47"), 2, "Anna --year ilman valintoja --week, --from ja --to."),
        (("--year", "2026", "--to", "1.11."), 2, "Anna --year ilman valintoja --week, --from ja --to."),
        (("--year", "1899"), 2, "--year ei voi olla 1899. Anna kokonaisluku 1900–2100."),
        (("--week", "47", "--from", "1.11."), 2, "Anna joko --week tai --from ja --to."),
        (
            ("--from", "5.11.2026", "--to", "1.11.2026"),
            2,
            "Viimeinen päivä 1.11.2026 on ennen ensimmäistä, 5.11.2026.",
        ),
        (
            ("--by", "kuu"),
            2,
            "--by ei voi olla kuu. Vaihtoehdot: viikko (week), kuukausi (month), asiakas (client).",
        ),
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

"""The list narrowed and explained, the days ahead, what was done: `triage` with its options."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

EINO: Told = {"id": 2, "name": "Eino", "code": "V2"}
AITTA: Told = {"id": 6, "name": "Lounas-Aitta"}

LATE = "myöhässä: Aino, AK: ei vielä yhteyttä, aloituksesta 54 pv, 40 pv yli"
TODAY = "tänään: Eino, V2: ”tuo ajokortti”"
OWN = "tulossa: oma työ: ”varaa sali”"
SOON = "tulossa: Lounas-Aitta: ”soita Eijalle” (to 26.11.)"
QUIET = "ajan tasalla: Oiva, V3: ensimmäinen työnantajakontakti ke 23.12. mennessä"
ASIDE = "siirretty: Uuno, V4: takaisin ti 1.12., syy: kurssilla"


@pytest.fixture
def _caseload(coach: Coach) -> None:
    """Aino is late, Eino's step is today, an employer's and the coach's own are soon, Oiva is quiet, Uuno aside."""
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Eino", "--start", "20.11.2026", "--phase", "job_finding")
    coach.did("client", "add", "Oiva", "--start", "23.11.2026", "--phase", "job_finding")
    coach.did("client", "add", "Uuno", "--start", "20.11.2026")
    coach.did("meet", "Eino", "--date", "20.11.")
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("next", "Eino", "tuo ajokortti", "--on", "24.11.", "--owner", "client")
    coach.did("next", "Lounas", "soita Eijalle", "--on", "26.11.")
    coach.did("next", "--own", "varaa sali", "--on", "27.11.")
    coach.did("snooze", "Uuno", "--until", "1.12.", "--because", "kurssilla")


pytestmark = pytest.mark.usefixtures("_caseload")


def _rows(*rows: str) -> list[str]:
    return [*rows, f"rajattu: {len(rows)}/6"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (("--band", "late"), [LATE]),
        (("--band", "Myöhässä"), [LATE]),
        (("--band", "odottanut"), [LATE]),
        (("--band", "tänään"), [TODAY]),
        (("--band", "soon"), [SOON, f"{OWN} (pe 27.11.)"]),
        (("--band", "ajan", "tasalla"), [QUIET]),
        (("--band", "quiet", "--all"), [QUIET]),
        (("--band", "siirretty"), [ASIDE]),
        (("--band", "put-aside"), [ASIDE]),
        (("--phase", "job_finding"), [TODAY, QUIET]),
        (("--phase", "etsii", "työtä"), [TODAY, QUIET]),
        (("--phase", "job-finding", "--band", "today"), [TODAY]),
        (("--find", "ain"), [LATE]),
        (("--find", "oma"), [f"{OWN} (pe 27.11.)"]),
        (("--find", "uuno"), [ASIDE]),
        (("--find", "v", "etsii"), [TODAY, QUIET]),
        (("--find", "v", "--phase", "job_finding", "--band", "quiet"), [QUIET]),
        (("--find", "ajokortti"), []),
        (("--band", "late", "--phase", "job_finding"), []),
    ],
)
def test_the_list_is_narrowed_by_all_that_is_given(
    coach: Coach, words: tuple[str, ...], rows: list[str]
) -> None:
    assert coach.did("triage", *words).splitlines() == _rows(*rows)


def test_a_narrowed_list_is_counted_in_english(coach: Coach) -> None:
    assert coach.did("--lang", "en", "triage", "--find", "eino") == (
        "today: Eino, V2: “tuo ajokortti”\nnarrowed: 1/6\n"
    )


def test_a_narrowed_list_is_the_same_as_json(coach: Coach) -> None:
    whole = coach.json("triage", "--all")
    assert isinstance(whole, list)
    assert coach.json("triage", "--phase", "job_finding") == [
        row for row in whole if row["client"] in (EINO, {"id": 3, "name": "Oiva", "code": "V3"})
    ]
    assert coach.json("triage", "--find", "zzz") == []
    assert coach.json("triage", "--find", "[…😀") == []


def test_the_coachs_own_is_about_nobody(coach: Coach) -> None:
    (own,) = [row for row in _list(coach, "triage") if row["about"] == "self"]
    assert (own["id"], own["client"], own["employer"], own["band"]) == (9, None, None, "soon")
    assert own["sentence"] == "”varaa sali” (pe 27.11.)"


def test_only_clients_are_counted_as_clients(coach: Coach) -> None:
    coach.did("next", "--own", "tilaa paperia", "--on", "11.12.")
    assert coach.did("triage").splitlines() == [
        LATE,
        TODAY,
        SOON,
        f"{OWN} (pe 27.11.)",
        "ajan tasalla: 1 asiakas, siirretty: 1 asiakas",
    ]


def _list(coach: Coach, *words: str, on: str = "2026-11-24") -> list[Told]:
    told = coach.json(*words, on=on)
    assert isinstance(told, list)
    return told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--band", "iso"),
            (
                "--band ei voi olla iso. Vaihtoehdot: myöhässä (late), tänään (today), tulossa (soon), ajan tasalla "
                "(quiet), siirretty (put_aside)."
            ),
        ),
        (
            ("--phase", "ended"),
            (
                "--phase ei voi olla ended. Vaihtoehdot: tutustuu ja sopii (engagement), kartoittaa osaamistaan "
                "(profile), etsii työtä (job_finding), tapaa työnantajia (employer_engagement), työssä, tuki jatkuu "
                "(on_off_job_support)."
            ),
        ),
        (("--find", ""), "Puuttuu: --find."),
        (("--find",), "En ymmärtänyt: --find: tarvitsee ainakin yhden arvon. Ohje: valmentaja triage --help"),
        (("--ahead", "-1"), "--ahead ei voi olla -1. Anna kokonaisluku 0–52."),
        (("--ahead", "9999"), "--ahead ei voi olla 9999. Anna kokonaisluku 0–52."),
        (("--ahead", "ensi"), "--ahead ei voi olla ensi. Anna kokonaisluku 0–52."),
        (("--ahead", "--all"), "--ahead näyttää muuta kuin listan. Anna se ilman muita listan valintoja."),
        (("--done", "--ahead"), "--done näyttää muuta kuin listan. Anna se ilman muita listan valintoja."),
        (
            ("--done", "--band", "late"),
            "--done näyttää muuta kuin listan. Anna se ilman muita listan valintoja.",
        ),
    ],
)
def test_what_does_not_fit_the_list_is_said(coach: Coach, words: tuple[str, ...], sentence: str) -> None:
    assert coach.run("triage", *words) == refused(2, sentence)


def test_without_anybody_a_narrowed_list_says_how_to_begin(coach: Coach) -> None:
    for change in range(10, 0, -1):
        coach.did("undo", str(change))
    assert coach.did("triage", "--band", "late").startswith("Listalla ei ole asiakkaita.")


def test_a_row_is_explained_to_the_last_term(coach: Coach) -> None:
    assert coach.did("triage", "--explain", "--find", "lounas").splitlines() == [
        SOON,
        ("  tulossa: Askel ”soita Eijalle” on sovittu päivälle 26.11.2026, aikaa 2 pv. Vastuu: yhdessä."),
        "    Sovittu askel, määräpäivään 2 pv, kun väli on 7 pv. Luku on 4 × (1−2/7) = 2,86.",
        "    Poistuu, kun merkitset askeleen tehdyksi.",
        "  Paikka: edellisellä on ”tänään”, tällä ”tulossa”.",
        "rajattu: 1/6",
    ]


def test_a_row_is_explained_in_english(coach: Coach) -> None:
    assert coach.did("--lang", "en", "triage", "--explain", "--band", "today").splitlines()[1:4] == [
        "  today: The step “tuo ajokortti” was agreed for 24 Nov 2026, today. Whose it is: client.",
        "    Agreed step, due today. The score is 4 × 1 = 4.",
        "    Leaves the list when you mark the step as done.",
    ]


def test_an_explanation_adds_to_the_json_and_takes_nothing_from_it(coach: Coach) -> None:
    plain, explained = _list(coach, "triage"), _list(coach, "triage", "--explain")
    assert [row.pop("placed") for row in explained] == [
        "Ylimpänä listalla.",
        "Paikka: edellisellä on ”myöhässä”, tällä ”tänään”.",
        "Paikka: edellisellä on ”tänään”, tällä ”tulossa”.",
        "Paikka: edellisen luku on 2,86, tämän 2,29.",
    ]
    of_own = explained[3]["signals"]
    assert isinstance(of_own, list)
    assert of_own[0] == {
        "kind": "next_step",
        "due": "2026-11-27",
        "interval_days": 7,
        "pressing": -0.4286,
        "band": "soon",
        "sentence": "”varaa sali” (pe 27.11.)",
        "record": 9,
        "weight": 4,
        "score": 2.2857,
        "terms": "sovittu askel, määräpäivään 3 pv, kun väli on 7 pv. Luku on 4 × (1−3/7) = 2,29.",
        "done": "Poistuu, kun merkitset askeleen tehdyksi.",
    }
    for row in explained:
        signals = row["signals"]
        assert isinstance(signals, list)
        for signal in signals:
            for added in ("weight", "score", "terms", "done"):
                del signal[added]
    assert explained == plain


# A leave


def test_while_away_the_list_says_until_when_and_who_stands_in(coach: Coach) -> None:
    coach.did("leave", "add", "--from", "23.11.", "--until", "27.11.")
    assert coach.did("triage").splitlines()[0] == "Olet poissa 27.11.2026 asti."
    coach.did("edit", "11", "stand_in", "Sari")
    assert coach.did("triage", "--find", "aino").splitlines()[:2] == [
        "Olet poissa 27.11.2026 asti. Sijainen: Sari",
        LATE,
    ]
    assert (
        coach.did("--lang", "en", "triage").splitlines()[0]
        == "You are away until 27 Nov 2026. Stand-in: Sari"
    )
    assert [row["about"] for row in _list(coach, "triage")] == ["client", "client", "employer", "self"]


def test_after_a_leave_what_fell_due_in_it_has_waited(coach: Coach) -> None:
    coach.did("leave", "add", "--from", "25.11.", "--until", "4.12.2026")
    told = coach.run("triage", "--all", on="2026-12-07")
    assert told == answered(
        "Palasit poissaolosta (25.11.2026–4.12.2026), joten lista alkaa ihmisistä 11.12.2026 asti.\n"
        "myöhässä: Aino, AK: ei vielä yhteyttä, aloituksesta 67 pv, 53 pv yli\n"
        "myöhässä: Eino, V2: ”tuo ajokortti” (ti 24.11., 13 pv yli)\n"
        "odottanut: Uuno, V4: yhteydenotto, pe 4.12. alkaen\n"
        "odottanut: Lounas-Aitta: sovittu askel ”soita Eijalle”, to 26.11. alkaen\n"
        "odottanut: oma työ: sovittu askel ”varaa sali”, pe 27.11. alkaen\n"
        "tänään: Oiva, V3: ei vielä yhteyttä, ota yhteys tänään\n"
    )
    waited = _list(coach, "triage", "--find", "lounas", on="2026-12-07")[0]
    assert (waited["band"], waited["sentence"]) == ("late", "”soita Eijalle” (to 26.11., 11 pv yli)")
    explained = coach.did("triage", "--explain", "--find", "lounas", on="2026-12-07").splitlines()
    assert explained[2].startswith("  odottanut: Askel ”soita Eijalle” on sovittu päivälle 26.11.2026")
    assert (
        explained[-2] == "  Paikka: poissaolon jälkeen ensin ovat asiakkaat, sitten työnantajat ja oma työ."
    )


# What lies ahead


def test_the_days_ahead_say_what_is_booked_and_what_falls_due(coach: Coach) -> None:
    coach.did("book", "Eino", "--at", "to 26.11. klo 10", "--place", "kirjasto")
    coach.did("next", "Uuno", "lähetä todistus", "--on", "27.11.")
    coach.did("leave", "add", "--from", "30.11.", "--until", "4.12.2026")
    assert coach.run("triage", "--ahead") == answered(
        "ke 25.11.2026: ei mitään\n"
        "to 26.11.2026:\n"
        "  klo 10.00: Eino, kasvotusten, kirjasto (nro 11)\n"
        "  Lounas-Aitta: sovittu askel ”soita Eijalle”\n"
        "pe 27.11.2026:\n"
        "  oma työ: sovittu askel ”varaa sali”\n"
        "  siirretty: Uuno, V4: sovittu askel ”lähetä todistus”\n"
        "la 28.11.2026: ei mitään\n"
        "su 29.11.2026:\n"
        "  oma työ: poissaoloon valmistautuminen\n"
        "ma 30.11.2026, poissa: ei mitään\n"
        "ti 1.12.2026, poissa: ei mitään\n"
        "2 odottaa jo listalla.\n"
    )


def test_later_weeks_are_shown_with_their_holidays(coach: Coach) -> None:
    told = coach.did("triage", "--ahead", "1").splitlines()
    assert told[0] == "ke 2.12.2026: ei mitään"
    assert "su 6.12.2026, Itsenäisyyspäivä: ei mitään" in told
    english = coach.did("--lang", "en", "triage", "--ahead", "1").splitlines()
    assert "Fri 4 Dec 2026:" in english
    assert "  Eino, V2: contact" in english
    assert english[-1] == "2 wait on the list already."


def test_the_days_ahead_are_given_whole_as_json(coach: Coach) -> None:
    booked = coach.json("book", "Eino", "--at", "to 26.11. klo 10")
    days = _list(coach, "triage", "--ahead")
    assert [day["date"] for day in days] == [f"2026-11-{n}" for n in range(25, 31)] + ["2026-12-01"]
    assert days[0] == {"date": "2026-11-25", "holiday": None, "leave": False, "times": [], "due": []}
    assert days[1] == {
        "date": "2026-11-26",
        "holiday": None,
        "leave": False,
        "times": [booked],
        "due": [
            {
                "about": "employer",
                "client": None,
                "employer": AITTA,
                "kind": "next_step",
                "due": "2026-11-26",
                "sentence": "sovittu askel ”soita Eijalle”",
                "record": 8,
            }
        ],
    }
    independence = _list(coach, "--lang", "en", "triage", "--ahead", "1")[4]
    assert (independence["date"], independence["holiday"]) == ("2026-12-06", "Independence Day")


# What was done


def test_what_was_done_on_a_day_is_told_without_what_was_undone(coach: Coach) -> None:
    coach.did("undo")
    told = coach.did("triage", "--done").splitlines()
    assert len(told) == 9
    assert told[0] == "muutos 9: oma työ lisätty, 27.11.2026: varaa sali, tehty 24.11.2026 klo 9.10"
    done = _list(coach, "triage", "--done")
    assert done[0] == {
        "id": 9,
        "what": "oma työ lisätty, 27.11.2026: varaa sali",
        "at": "2026-11-24T09:10:00",
        "undone": False,
    }
    assert done == _list(coach, "undo", "--list")[1:]


def test_of_a_day_without_anything_done_that_is_said(coach: Coach) -> None:
    assert coach.run("triage", "--done", on="2026-11-20") == answered(
        "Tältä päivältä ei ole muutoksia: 20.11.2026\n"
    )
    assert coach.did("--lang", "en", "triage", "--done", on="2026-11-20") == (
        "There are no changes on this day: 20 Nov 2026\n"
    )
    assert _list(coach, "triage", "--done", on="2026-11-20") == []

"""Who needs the coach now, and who can wait."""

from tests.cli.running import Coach, Told, answered, refused

AINO: Told = {"id": 1, "name": "Aino", "code": "AK"}
SIGNALS: list[Told] = [
    {
        "kind": "no_contact",
        "due": "2026-10-15",
        "interval_days": 14,
        "pressing": 2.8571,
        "band": "late",
        "sentence": "ei vielä yhteyttä, aloituksesta 54 pv, 40 pv yli",
        "record": 1,
    },
    {
        "kind": "nothing_agreed",
        "due": "2026-10-15",
        "interval_days": 14,
        "pressing": 2.8571,
        "band": "late",
        "sentence": "ei vielä sovittua askelta, 40 pv yli",
        "record": 1,
    },
    {
        "kind": "first_employer_contact",
        "due": "2026-10-31",
        "interval_days": 30,
        "pressing": 0.8,
        "band": "late",
        "sentence": "ensimmäinen työnantajakontakti, 24 pv yli",
        "record": 1,
    },
    {
        "kind": "unseen",
        "due": "2026-10-31",
        "interval_days": 30,
        "pressing": 0.8,
        "band": "late",
        "sentence": "ei vielä tavattu, aloituksesta 54 pv, 24 pv yli",
        "record": 1,
    },
]


def _a_caseload(coach: Coach) -> None:
    """Aino has waited since October, Eino has a step today, Oiva began yesterday, an employer waits for a call."""
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Eino", "--start", "20.11.2026")
    coach.did("client", "add", "Oiva", "--start", "23.11.2026")
    coach.did("meet", "Eino", "--date", "20.11.")
    coach.did("next", "Eino", "tuo ajokortti", "--on", "24.11.", "--owner", "client")
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("next", "Lounas", "soita Eijalle", "--on", "26.11.")


def test_the_list_has_the_most_pressing_first_and_says_why(coach: Coach) -> None:
    _a_caseload(coach)
    assert coach.run("triage") == answered(
        "myöhässä: Aino, AK: ei vielä yhteyttä, aloituksesta 54 pv, 40 pv yli\n"
        "tänään: Eino, V2: ”tuo ajokortti”\n"
        "tulossa: Lounas-Aitta: ”soita Eijalle” (to 26.11.)\n"
        "ajan tasalla: 1 asiakas\n"
    )


def test_the_list_is_read_in_english(english: Coach) -> None:
    _a_caseload(english)
    assert english.run("triage") == answered(
        "late: Aino, AK: no contact yet, 54 days since the start, 40 days over\n"
        "today: Eino, V2: “tuo ajokortti”\n"
        "soon: Lounas-Aitta: “soita Eijalle” (Thu 26 Nov)\n"
        "quiet: 1 client\n"
    )


def test_the_list_can_show_everyone(coach: Coach) -> None:
    _a_caseload(coach)
    coach.did("snooze", "Eino", "--until", "1.12.", "--because", "kurssilla")
    assert coach.did("triage", "--all").splitlines() == [
        "myöhässä: Aino, AK: ei vielä yhteyttä, aloituksesta 54 pv, 40 pv yli",
        "tulossa: Lounas-Aitta: ”soita Eijalle” (to 26.11.)",
        "ajan tasalla: Oiva, V3: ensimmäinen työnantajakontakti ke 23.12. mennessä",
        "siirretty: Eino, V2: takaisin ti 1.12., syy: kurssilla",
    ]


def test_every_reason_can_be_told_in_full(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "20.11.2026")
    coach.did("next", "AK", "tuo ajokortti", "--on", "24.11.", "--owner", "client")
    assert coach.did("triage", "--explain").splitlines() == [
        "tänään: Aino, AK: ”tuo ajokortti”",
        "  tänään: Askel ”tuo ajokortti” on sovittu päivälle 24.11.2026, tänään. Vastuu: asiakas.",
        "    Sovittu askel, määräpäivä on tänään. Luku on 4 × 1 = 4.",
        "    Poistuu, kun merkitset askeleen tehdyksi.",
        (
            "  ajan tasalla: Aloitus 20.11.2026, 4 päivää sitten, eikä yhteyttä ole vielä kirjattu. Yhteyttä "
            "pidetään 14 päivän välein."
        ),
        "    Yhteydenotto, määräpäivään 10 pv, kun väli on 14 pv. Luku on 3 × (1−10/14) = 0,86.",
        "    Poistuu, kun olet tavoittanut asiakkaan, millä tavalla tahansa.",
        (
            "  ajan tasalla: Aloitus 20.11.2026, 4 päivää sitten. Tavoite on tavata työnantaja kasvotusten "
            "30 päivässä."
        ),
        "    Ensimmäinen työnantajatapaaminen, määräpäivään 26 pv, kun väli on 30 pv. Luku on 5 × (1−26/30) = 0,67.",
        "    Poistuu, kun tapaat asiakkaan asialla työnantajan kasvokkain tai asiakas saa palkkatyön.",
        (
            "  ajan tasalla: Aloitus 20.11.2026, 4 päivää sitten, eikä tapaamista ole vielä kirjattu. Jokainen "
            "tavataan kasvotusten tai videolla 30 päivän välein."
        ),
        "    Tapaaminen, määräpäivään 26 pv, kun väli on 30 pv. Luku on 3 × (1−26/30) = 0,4.",
        "    Poistuu, kun olet tavannut asiakkaan kasvokkain tai videolla.",
        "  Ylimpänä listalla.",
    ]


def test_the_list_is_given_whole_as_json(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("next", "Lounas", "soita", "--on", "26.11.")
    assert coach.json("triage") == [
        {
            "id": 1,
            "about": "client",
            "client": AINO,
            "employer": None,
            "band": "late",
            "sentence": "ei vielä yhteyttä, aloituksesta 54 pv, 40 pv yli",
            "snoozed_until": None,
            "snoozed_because": None,
            "signals": SIGNALS,
        },
        {
            "id": 2,
            "about": "employer",
            "client": None,
            "employer": {"id": 2, "name": "Lounas-Aitta"},
            "band": "soon",
            "sentence": "”soita” (to 26.11.)",
            "snoozed_until": None,
            "snoozed_because": None,
            "signals": [
                {
                    "kind": "next_step",
                    "due": "2026-11-26",
                    "interval_days": 7,
                    "pressing": -0.2857,
                    "band": "soon",
                    "sentence": "”soita” (to 26.11.)",
                    "record": 3,
                }
            ],
        },
    ]


def test_the_end_of_the_list_is_said(coach: Coach, english: Coach) -> None:
    assert coach.did("--lang", "fi", "triage") == (
        "Listalla ei ole asiakkaita. Lisää asiakas: valmentaja client add NIMI\n"
    )
    coach.did("client", "add", "Aino")
    assert coach.did("--lang", "fi", "triage") == "Kaikista on tänään pidetty huolta.\n"
    assert english.did("triage") == "Everyone has been looked after today.\n"
    assert coach.json("triage") == []


def test_the_list_is_that_of_the_day_asked_for(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    assert coach.did("triage", on="15.10.2026").splitlines() == [
        "tänään: Aino, AK: ei vielä yhteyttä, ota yhteys tänään",
    ]


def test_a_client_is_put_aside_with_a_reason_and_brought_back(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    aside = coach.run("snooze", "AK", "--until", "pe", "--because", "kiertueella")
    assert aside == answered("Siirretty: Aino, takaisin 27.11.2026, syy: kiertueella\n")
    assert coach.did("triage") == "Kaikista on tänään pidetty huolta.\nsiirretty: 1 asiakas\n"
    assert coach.run("snooze", "AK", "--end") == answered("Takaisin listalla: Aino\n")
    assert coach.run("snooze", "AK", "--end") == refused(1, "Ei ole siirrettynä, vaan listalla: Aino")


def test_putting_aside_is_given_whole_as_json(english: Coach) -> None:
    english.did("client", "add", "Aino", "--code", "AK")
    put = english.json("snooze", "AK", "--until", "1.12.2026", "--because", "on tour")
    kept = {"id": 2, "client": AINO, "until": "2026-12-01", "because": "on tour", "ended_on": None}
    assert put == kept
    assert english.json("snooze", "AK", "--end") == kept | {"ended_on": "2026-11-24"}


def test_putting_aside_is_told_in_english(english: Coach) -> None:
    english.did("client", "add", "Aino", "--code", "AK")
    assert english.did("snooze", "AK", "--until", "fri", "--because", "on tour") == (
        "Put aside: Aino, back 27 Nov 2026, because: on tour\n"
    )
    assert english.did("triage", "--all") == "put aside: Aino, AK: back Fri 27 Nov, because: on tour\n"
    assert english.did("snooze", "AK", "--end") == "Back on the list: Aino\n"


def test_the_last_line_counts_those_who_are_not_on_the_list(coach: Coach) -> None:
    _a_caseload(coach)
    coach.did("snooze", "Eino", "--until", "1.12.", "--because", "kurssilla")
    assert coach.did("triage").splitlines()[-1] == "ajan tasalla: 1 asiakas, siirretty: 1 asiakas"
    assert coach.did("--lang", "en", "triage").splitlines()[-1] == "quiet: 1 client, put aside: 1 client"


def test_one_whose_coaching_has_ended_cannot_be_put_aside(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "end", "AK", "--reason", "other")
    said = refused(1, "Mitään ei tallennettu, sillä yhteistyö on jo päättynyt: Aino")
    assert coach.run("snooze", "AK", "--until", "pe", "--because", "x") == said
    assert coach.run("snooze", "AK", "--end") == said


def test_a_client_comes_back_on_the_day(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.11.2026")
    coach.did("meet", "AK")
    coach.did("snooze", "AK", "--until", "8.12.", "--because", "kiertueella")
    assert coach.did("triage", on="2026-12-07").splitlines()[-1] == "siirretty: 1 asiakas"
    assert coach.did("triage", on="2026-12-08").startswith("myöhässä: Aino, AK: ")


def test_one_who_falls_due_to_be_seen_shows_although_put_aside(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "20.10.2026")
    coach.did("snooze", "AK", "--until", "8.12.", "--because", "kiertueella")
    assert coach.did("triage").splitlines()[0] == (
        "myöhässä: Aino, AK: ei vielä tavattu, aloituksesta 35 pv, 5 pv yli"
    )


def test_putting_aside_needs_a_day_ahead_and_a_reason(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    past = coach.run("snooze", "AK", "--until", "24.11.2026", "--because", "x")
    assert past == refused(1, "24.11.2026 ei ole edessä. Anna päivä, jolloin asiakas palaa listalle.")
    assert coach.run("snooze", "AK", "--because", "x") == refused(2, "Puuttuu: --until.")
    assert coach.run("snooze", "AK", "--until", "pe") == refused(2, "Puuttuu: --because.")
    empty = coach.run("snooze", "AK", "--until", "pe", "--because", " ")
    assert empty == refused(1, "Tähän tarvitaan tekstiä. Mitään ei tallennettu.")
    assert coach.counts()["snooze"] == 0

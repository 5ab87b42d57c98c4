"""What is told of a client beside contacts and work, by commands."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

AINO = {"id": 1, "name": "Aino Kallio", "code": "AK"}
BAKERY = {"id": 2, "name": "Leipomo Kuura"}


@pytest.fixture(autouse=True)
def _a_client_and_an_employer(request: pytest.FixtureRequest) -> None:
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "Kallio", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Leipomo Kuura")


# Each command in Finnish, what it answers, and the same in English; every one adds the record with the number 3.
SAID: dict[str, tuple[tuple[str, ...], str, str]] = {
    "wish": (
        ("wish", "add", "AK", "eläinten", "parissa", "--as", "part_of_job"),
        "Lisätty: toive (Aino Kallio): eläinten parissa; miten toteutuu: osana työtä (nro 3)\n",
        "Added: wish (Aino Kallio): eläinten parissa; how it may come true: as part of a job (no. 3)\n",
    ),
    "benefit": (
        ("benefit", "add", "AK", "asumistuki", "--notify", "Kela", "--notify-by", "2026-12-15"),
        "Lisätty: etuus (Aino Kallio): asumistuki; kenelle ilmoitetaan: Kela; ilmoitettava: 15.12.2026 (nro 3)\n",
        "Added: benefit (Aino Kallio): asumistuki; whom to notify: Kela; notify by: 15 Dec 2026 (no. 3)\n",
    ),
    "disclosure": (
        ("disclosure", "AK", "--may", "vahvuudet", "--may-not", "terveys", "--again", "2027-02-01"),
        (
            "Sovittu: lupa kertoa (Aino Kallio): saa kertoa: vahvuudet; ei saa kertoa: terveys; sovittu: 24.11.2026; "
            "katsotaan uudelleen: 1.2.2027 (nro 3)\n"
        ),
        (
            "Agreed: what may be told (Aino Kallio): may be told: vahvuudet; may not be told: terveys; agreed on: "
            "24 Nov 2026; looked at again: 1 Feb 2027 (no. 3)\n"
        ),
    ),
    "network": (
        ("network", "add", "Anneli", "--client", "AK", "--body", "family", "--every-days", "30"),
        "Lisätty: verkosto (Aino Kallio): Anneli; taho: perhe; väli päivinä: 30 (nro 3)\n",
        "Added: network (Aino Kallio): Anneli; body: family; days between: 30 (no. 3)\n",
    ),
    "own network": (
        ("network", "add", "Jussi", "--is-told", "no"),
        "Lisätty: verkosto (oma verkosto): Jussi; tarvitsee tiedon etenemisestä: ei (nro 3)\n",
        "Added: network (your own network): Jussi; must know of progress: no (no. 3)\n",
    ),
    "service": (
        ("service", "add", "AK", "--payer", "Kaupunki", "--until", "2027-04-30", "--hours", "37,5"),
        (
            "Lisätty: tilattu palvelu (Aino Kallio): palvelun tilaaja: Kaupunki; alkaen: 1.10.2026; saakka: 30.4.2027; "
            "tunteja: 37,5 (nro 3)\n"
        ),
        (
            "Added: service bought (Aino Kallio): payer: Kaupunki; from: 1 Oct 2026; until: 30 Apr 2027; hours: 37.5 "
            "(no. 3)\n"
        ),
    ),
    "concern": (
        ("concern", "add", "AK", "liukas", "lattia", "--employer", "Leipomo", "--seen-on", "2026-11-20"),
        "Lisätty: huoli (Aino Kallio, Leipomo Kuura): liukas lattia; havaittu: 20.11.2026 (nro 3)\n",
        "Added: concern (Aino Kallio, Leipomo Kuura): liukas lattia; seen on: 20 Nov 2026 (no. 3)\n",
    ),
}


@pytest.mark.parametrize("kind", SAID)
def test_what_is_told_is_said_back_in_both_languages(coach: Coach, kind: str) -> None:
    words, finnish, english = SAID[kind]
    assert coach.run(*words) == answered(finnish)
    coach.did("undo")
    assert coach.did("--lang", "en", *words) == english.replace("no. 3", "no. 4")


JSON: dict[str, Told] = {
    "wish": {"client": AINO, "text": "eläinten parissa", "as": "part_of_job"},
    "benefit": {
        "client": AINO,
        "name": "asumistuki",
        "earnings_limit": None,
        "notify": "Kela",
        "notify_by": "2026-12-15",
        "checked_on": None,
        "note": None,
    },
    "disclosure": {
        "client": AINO,
        "employer": None,
        "may": "vahvuudet",
        "may_not": "terveys",
        "told_by": None,
        "coach_appears": None,
        "answers": None,
        "agreed_on": "2026-11-24",
        "again": "2027-02-01",
    },
    "network": {
        "client": AINO,
        "name": "Anneli",
        "body": "family",
        "role": None,
        "phone": None,
        "email": None,
        "best_reached": None,
        "agreed": None,
        "every_days": 30,
        "is_told": None,
        "consent": None,
        "note": None,
    },
    "own network": {
        "client": None,
        "name": "Jussi",
        "body": None,
        "role": None,
        "phone": None,
        "email": None,
        "best_reached": None,
        "agreed": None,
        "every_days": None,
        "is_told": False,
        "consent": None,
        "note": None,
    },
    "service": {
        "client": AINO,
        "payer": "Kaupunki",
        "from": "2026-10-01",
        "until": "2027-04-30",
        "hours": 37.5,
        "meetings": None,
        "interim_report": None,
        "interim_report_done_on": None,
        "final_report": None,
        "final_report_done_on": None,
        "note": None,
    },
    "concern": {
        "client": AINO,
        "employer": BAKERY,
        "text": "liukas lattia",
        "seen_on": "2026-11-20",
        "raised_with": None,
        "raised_on": None,
        "settled_by": None,
        "settled_on": None,
    },
}


@pytest.mark.parametrize("kind", SAID)
def test_what_is_told_is_given_whole_as_json_and_taken_away(coach: Coach, kind: str) -> None:
    assert coach.json(*SAID[kind][0]) == {"id": 3, **JSON[kind]}
    before = coach.counts()
    assert coach.json("remove", "3") == {"id": 3, **JSON[kind]}
    assert coach.run("remove", "3").code == 1
    coach.did("undo")
    assert coach.counts() == before | {"change": 4}


def test_what_is_taken_away_is_named(coach: Coach) -> None:
    coach.did("wish", "add", "AK", "kuoro")
    assert coach.did("remove", "3") == "Poistettu: toive (Aino Kallio): kuoro (nro 3)\n"


def test_what_may_be_told_is_shown_for_any_and_for_one(coach: Coach) -> None:
    nothing = "Siitä, mitä saa kertoa, ei ole vielä sovittu.\n"
    assert coach.run("disclosure", "AK") == answered(nothing)
    assert coach.json("disclosure", "AK") == []
    coach.did("employer", "add", "Pesula")
    coach.did("disclosure", "AK", "--may", "vahvuudet")
    coach.did("disclosure", "AK", "--employer", "Leipomo", "--may", "rauhaa", "--date", "20.11.")
    for_any = "lupa kertoa (Aino Kallio): saa kertoa: vahvuudet; sovittu: 24.11.2026 (nro 4)\n"
    for_one = "lupa kertoa (Aino Kallio, Leipomo Kuura): saa kertoa: rauhaa; sovittu: 20.11.2026 (nro 5)\n"
    assert coach.did("disclosure", "AK") == for_any + for_one
    assert coach.did("disclosure", "AK", "--employer", "Leipomo") == for_any + for_one
    assert coach.did("disclosure", "AK", "--employer", "Pesula") == for_any


def test_agreeing_again_keeps_what_is_not_named(coach: Coach) -> None:
    coach.did("disclosure", "AK", "--may", "vahvuudet", "--told-by", "asiakas", "--date", "1.10.2026")
    told = coach.json("disclosure", "AK", "--may", "-", typed="vahvuudet\nja työaika\n")
    assert isinstance(told, dict)
    assert (told["id"], told["may"], told["told_by"], told["agreed_on"]) == (
        3,
        "vahvuudet\nja työaika",
        "asiakas",
        "2026-11-24",
    )


def test_a_benefit_is_marked_as_checked(coach: Coach) -> None:
    coach.did(*SAID["benefit"][0])
    assert coach.did("benefit", "check", "3", "--date", "eilen") == (
        "Muutettu: etuus (Aino Kallio): asumistuki; kenelle ilmoitetaan: Kela; ilmoitettava: 15.12.2026; "
        "tarkistettu: 23.11.2026 (nro 3)\n"
    )
    assert coach.did("undo").startswith("Kumottu: etuus tarkistettu: Aino Kallio")


def test_a_network_is_listed_and_its_contacts_are_logged(coach: Coach) -> None:
    assert coach.did("network", "list") == "Verkostoon ei ole vielä lisätty ketään.\n"
    coach.did("network", "add", "Anneli", "--client", "AK", "--every-days", "7")
    coach.did("network", "add", "Jussi")
    assert coach.did("network", "list", "AK") == ("verkosto (Aino Kallio): Anneli; väli päivinä: 7 (nro 3)\n")
    assert coach.did("network", "list") == "verkosto (oma verkosto): Jussi (nro 4)\n"
    assert coach.did("network", "contact", "3", "aamut", "sujuvat") == (
        "Lisätty: yhteys verkostoon (Aino Kallio, Anneli): päivä: 24.11.2026; muistiinpano: aamut sujuvat (nro 5)\n"
    )
    assert coach.json("network", "contact", "4", "--date", "eilen") == {
        "id": 6,
        "client": None,
        "supporter": {"id": 4, "name": "Jussi"},
        "date": "2026-11-23",
        "note": None,
        "minutes": None,
        "place": None,
    }
    (signal,) = [one for one in signals(coach, on="2026-12-01") if one["kind"] == "partner_contact"]
    assert (signal["due"], signal["band"]) == ("2026-12-01", "today")


def test_a_network_shows_the_run_of_cooperation(coach: Coach) -> None:
    coach.did("network", "add", "Anneli", "--client", "AK")
    coach.did("network", "add", "Jussi")
    for day in range(1, 8):
        coach.did("network", "contact", "3", f"kerta {day}", "--date", f"{day}.11.")
    coach.did("network", "contact", "4", "--date", "20.11.")
    assert coach.did("network", "list", "AK").splitlines() == [
        "verkosto (Aino Kallio): Anneli (nro 3)",
        *(f"  yhteydessä {day}.11.2026: kerta {day} (nro {day + 4})" for day in range(7, 2, -1)),
    ]
    assert coach.did("network", "list", "--lang", "en") == (
        "network (your own network): Jussi (no. 4)\n  in contact 20 Nov 2026 (no. 12)\n"
    )
    told = coach.json("network", "list")
    assert isinstance(told, list)
    (jussi,) = told
    assert (jussi["last_contact"], jussi["contacts"]) == (
        "2026-11-20",
        [{"id": 12, "date": "2026-11-20", "note": None, "minutes": None, "place": None}],
    )
    page = coach.json("client", "show", "AK")
    assert isinstance(page, dict)
    (anneli,) = page["network"]
    assert (anneli["last_contact"], len(anneli["contacts"])) == ("2026-11-07", 7)


def signals(coach: Coach, on: str = "2026-11-24") -> list[Told]:
    """Everything that asks for the first on the list."""
    told = coach.json("triage", "--all", on=on)
    assert isinstance(told, list)
    found = told[0]["signals"]
    assert isinstance(found, list)
    return found


def test_a_concern_stays_on_the_list_until_it_is_settled(coach: Coach) -> None:
    coach.did("concern", "add", "AK", "liukas lattia", "--employer", "Leipomo", "--seen-on", "20.11.")
    coach.did("snooze", "AK", "--until", "1.12.", "--because", "matkoilla")
    assert coach.did("triage").startswith("myöhässä: Aino Kallio, AK: huoli työpaikalla on auki, 1 pv yli")
    assert coach.did("concern", "settle", "3", "kengät", "saatiin") == (
        "Muutettu: huoli (Aino Kallio, Leipomo Kuura): liukas lattia; havaittu: 20.11.2026; miten ratkesi: "
        "kengät saatiin; ratkesi: 24.11.2026 (nro 3)\n"
    )
    assert not [one for one in signals(coach) if one["kind"] == "safety_concern"]
    told = coach.json("concern", "list", "AK")
    assert isinstance(told, list)
    assert [one["settled_by"] for one in told] == ["kengät saatiin"]


def test_the_payers_clock_tells_what_was_used_and_when_reports_are_due(coach: Coach) -> None:
    coach.did("service", "add", "AK", "--hours", "40", "--meetings", "12", "--interim-report", "30.11.2026")
    coach.did("meet", "AK", "--minutes", "90", "--date", "2.11.")
    coach.did("meet", "AK", "--way", "puhelu", "--minutes", "15", "--date", "3.11.")
    assert coach.did("service", "show", "AK") == (
        "tilattu palvelu (Aino Kallio): alkaen: 1.10.2026; tunteja: 40; tapaamisia: 12; väliraportti: 30.11.2026 "
        "(nro 3)\n"
        "  käytetty: tapaamisia 1/12, tunteja 1,75/40\n"
    )
    told = coach.json("service", "show", "AK")
    assert isinstance(told, list)
    assert (told[0]["used_meetings"], told[0]["used_hours"], told[0]["meetings"]) == (1, 1.75, 12)
    page = coach.json("client", "show", "AK")
    assert isinstance(page, dict)
    assert page["service_periods"] == told
    (report,) = [one for one in signals(coach) if one["kind"] == "report_due"]
    assert (report["due"], report["band"], report["record"]) == ("2026-11-30", "soon", 3)
    coach.did("service", "report", "3", "väli")
    assert not [one for one in signals(coach) if one["kind"] == "report_due"]


def test_nothing_yet_is_said(coach: Coach) -> None:
    assert coach.did("service", "show", "AK") == "Tilaajan ostamaa palvelua ei ole kirjattu.\n"
    assert coach.did("concern", "list", "AK", "--lang", "en") == "No concerns have been noted.\n"
    assert coach.json("network", "list", "AK") == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("wish", "add", "AK"), 2, "Puuttuu: TEKSTI."),
        (("benefit", "add", "AK"), 2, "Puuttuu: NIMI."),
        (("network", "add"), 2, "Puuttuu: NIMI."),
        (("concern", "add", "AK"), 2, "Puuttuu: TEKSTI."),
        (("concern", "settle", "3"), 2, "Puuttuu: MITEN."),
        (
            ("wish", "add", "Väinö", "kuoro"),
            1,
            "Asiakasta Väinö ei löydy. Mitään ei tallennettu. Omat asiakkaat: valmentaja client list",
        ),
        (
            ("wish", "add", "AK", "kuoro", "--as", "ehkä"),
            2,
            "miten toteutuu ei voi olla ehkä. Vaihtoehdot: työ (job), osana (part_of_job), rinnalla (beside_work).",
        ),
        (
            ("network", "add", "Anneli", "--every-days", "0"),
            2,
            "väli päivinä ei voi olla 0. Anna kokonaisluku 1–366.",
        ),
        (
            ("service", "add", "AK", "--from", "2026-11-02", "--until", "2026-11-01"),
            1,
            "Kausi ei voi päättyä ennen alkuaan (2.11.2026). Mitään ei muutettu.",
        ),
        (
            ("service", "add", "AK", "--until", "30.2.2027"),
            2,
            "Päivää 30.2.2027 ei ole kalenterissa. Vuosi voi olla 1900–2100.",
        ),
        (("benefit", "check", "1"), 1, "Numero 1 ei ole etuus."),
        (("concern", "settle", "1", "x"), 1, "Numero 1 ei ole huoli."),
        (("network", "contact", "1"), 1, "Numero 1 ei ole verkoston jäsen."),
        (("service", "report", "1", "väli"), 1, "Numero 1 ei ole tilattu palvelu."),
        (
            ("service", "report", "1", "kesä"),
            2,
            "RAPORTTI ei voi olla kesä. Vaihtoehdot: väli (interim), loppu (final).",
        ),
        (
            ("remove", "1"),
            1,
            "Numeroa 1 ei voi poistaa. Kumoa sen lisääminen (valmentaja undo) tai muuta sitä (valmentaja edit).",
        ),
        (("remove", "99"), 1, "Kirjausta numero 99 ei ole. Mitään ei tallennettu."),
        (
            ("concern", "add", "AK", "x", "--seen-on", "huomenna"),
            1,
            "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
        (
            ("disclosure", "AK", "--employer", "Pesula", "--may", "x"),
            1,
            "Työnantajaa Pesula ei löydy. Mitään ei tallennettu. Kaikki työnantajat: valmentaja employer list",
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = coach.counts()
    assert coach.run(*words) == refused(code, sentence)
    assert coach.counts() == before


def test_an_identity_code_is_masked_in_what_is_told(coach: Coach) -> None:
    told = coach.json("wish", "add", "AK", "131052-308T", "haluaa")
    assert isinstance(told, dict)
    assert told["text"] == "131052-•••• haluaa"


def test_a_name_that_is_only_a_picture_is_a_name(coach: Coach) -> None:
    coach.did("client", "add", "🙂")
    coach.did("wish", "add", "🙂", "kuoro")
    coach.did("network", "add", "🙂", "--client", "🙂")
    assert coach.did("network", "list", "🙂") == "verkosto (🙂): 🙂 (nro 5)\n"


def test_more_is_told_of_a_client_who_has_ended_too(coach: Coach) -> None:
    coach.did("client", "end", "AK", "--reason", "client_wishes")
    assert coach.run("concern", "add", "AK", "jälkikäteen kerrottu").code == 0
    assert coach.json("triage", "--all") == []


def test_a_client_is_shown_with_all_of_it(coach: Coach) -> None:
    for words, _, _ in SAID.values():
        coach.did(*words)
    coach.did("placement", "add", "AK", "Leipomo", "--start", "18.12.2026")
    coach.did("book", "AK", "--at", "26.11. klo 10")
    coach.did("client", "set", "AK", "path_taught", "kiire", "väsyttää")
    coach.did("client", "phase", "AK", "profile", "--second")
    shown = coach.json("client", "show", "AK")
    assert isinstance(shown, dict)
    of_kinds = (
        "appointments",
        "placements",
        "wishes",
        "benefits",
        "disclosures",
        "network",
        "service_periods",
    )
    assert [[one["id"] for one in shown[kind]] for kind in (*of_kinds, "concerns")] == [
        [11],
        [10],
        [3],
        [4],
        [5],
        [6],
        [8],
        [9],
    ]
    assert (shown["path_taught"], [one["main"] for one in shown["phases"]]) == (
        "kiire väsyttää",
        [True, False],
    )
    told = coach.did("client", "show", "AK")
    for line in (
        "Mitä se opetti: kiire väsyttää",
        "kartoittaa osaamistaan: 24.11.2026 alkaen",
        "Muut tiedot, 6:",
        "toive (Aino Kallio): eläinten parissa; miten toteutuu: osana työtä (nro 3)",
        "Aino Kallio: Leipomo Kuura, palkkatyö, alkaen 18.12.2026 (nro 10)",
    ):
        assert line in told.splitlines()


def test_phases_side_by_side_are_said(coach: Coach) -> None:
    assert coach.did("client", "phase", "AK", "etsii", "työtä", "--second") == (
        "Aino Kallio: tutustuu ja sopii, ja sen rinnalla etsii työtä (nro 1)\n"
    )
    assert coach.did("client", "phase", "AK", "etsii", "työtä", "--leave", "--lang", "en") == (
        "Aino Kallio: looking for work ended, getting started goes on (no. 1)\n"
    )
    assert coach.run("client", "phase", "AK", "profile", "--second", "--leave") == refused(
        2, "Anna joko --second tai --leave."
    )
    assert coach.run("client", "phase", "AK", "profile", "--leave") == refused(
        1,
        "Asiakkaalla ei ole sellaista rinnakkaista vaihetta. Päävaihe vaihtuu siirtymällä toiseen.",
    )
    assert coach.run("client", "phase", "AK", "engagement", "--second") == refused(
        1, "Asiakas on jo siinä vaiheessa. Mitään ei muutettu."
    )

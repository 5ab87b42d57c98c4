"""The people the coach works with, by commands."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

AINO: Told = {
    "id": 1,
    "code": "AK",
    "name": "Aino Kallio",
    "start": "2026-10-01",
    "phase": "engagement",
    "phone": None,
    "email": None,
    "address": None,
    "best_reached": None,
    "contact_interval_days": None,
    "note": None,
    "ended_on": None,
    "end_reason": None,
    "carried_on_by": None,
    "status_at_start": None,
    "stand_in": None,
    "path_papers": None,
    "path_tried": None,
    "path_taught": None,
    "path_changed": None,
    "work_means": None,
    "work_motivates": None,
    "done_and_can": None,
    "interests": None,
    "neighbouring_fields": None,
    "language": None,
    "interpreter": None,
    "plain_wording": None,
    "pictures": None,
    "support_needs": None,
}
ADD_AINO = ("client", "add", "Aino", "Kallio", "--code", "AK", "--start", "1.10.2026")


def test_a_client_is_added_by_name_without_quotes(coach: Coach) -> None:
    added = coach.run(*ADD_AINO)
    assert added == answered("Lisätty Aino Kallio, AK, aloitus 1.10.2026, tutustuu ja sopii (nro 1)\n")


def test_a_client_is_added_in_english(english: Coach) -> None:
    assert english.did(*ADD_AINO) == "Added Aino Kallio, AK, start 1 Oct 2026, getting started (no. 1)\n"


def test_a_new_client_is_given_whole_as_json(coach: Coach) -> None:
    assert coach.json(*ADD_AINO) == AINO


def test_a_client_without_a_code_gets_the_next_free_one_and_starts_today(coach: Coach) -> None:
    coach.did("client", "add", "Eino", "--code", "V2")
    assert coach.json("client", "add", "Aino") == AINO | {
        "id": 2,
        "code": "V3",
        "name": "Aino",
        "start": "2026-11-24",
    }


def test_a_client_may_be_known_by_a_code_only(coach: Coach) -> None:
    coach.did("client", "add", "--code", "X7", "--phase", "job_finding")
    assert coach.did("client", "list") == "X7: etsii työtä, aloitus 24.11.2026 (nro 1)\n1 asiakas\n"


def test_a_start_may_lie_ahead(coach: Coach) -> None:
    told = coach.json("client", "add", "Aino", "--start", "1.12.")
    assert told == AINO | {"code": "V1", "name": "Aino", "start": "2026-12-01"}


@pytest.mark.parametrize(
    "phase",
    ["profile", "Ammatillinen profiili", "PROFILE", "Kartoittaa osaamistaan", "exploring strengths"],
)
def test_a_phase_is_known_by_its_id_its_name_or_its_short_line(coach: Coach, phase: str) -> None:
    assert "kartoittaa osaamistaan" in coach.did("client", "add", "Aino", "--phase", phase)


def test_two_clients_cannot_have_the_same_code(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    again = coach.run("client", "add", "Eino", "--code", "ak")
    assert again == refused(1, "Tunnus ak on jo toisella asiakkaalla. Mitään ei tallennettu.")
    assert coach.counts()["client"] == 1


def test_two_clients_may_have_one_name_and_it_is_said(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    again = coach.run("client", "add", "aino", "kallio")
    assert again.out == "Lisätty aino kallio, V2, aloitus 24.11.2026, tutustuu ja sopii (nro 2)\n"
    assert (again.code, again.err) == (
        0,
        "Samanniminen on jo: aino kallio (nro 1). Jos lisäsit saman toistamiseen, kumoa: valmentaja undo\n",
    )
    assert "(nro 1 ja nro 2)" in coach.run("--json", "client", "add", "Aino Kallio").err


def test_an_empty_name_is_no_client(coach: Coach) -> None:
    nobody = coach.run("client", "add", "")
    assert nobody == refused(1, "Asiakas tarvitsee nimen tai tunnuksen. Mitään ei tallennettu.")


def test_the_caseload_is_listed_in_finnish_order(coach: Coach) -> None:
    for name in ("Åke", "Örjan", "Aino", "Ävä"):
        coach.did("client", "add", name)
    assert coach.did("client", "list") == (
        "Aino, V3: tutustuu ja sopii, aloitus 24.11.2026 (nro 3)\n"
        "Åke, V1: tutustuu ja sopii, aloitus 24.11.2026 (nro 1)\n"
        "Ävä, V4: tutustuu ja sopii, aloitus 24.11.2026 (nro 4)\n"
        "Örjan, V2: tutustuu ja sopii, aloitus 24.11.2026 (nro 2)\n"
        "4 asiakasta\n"
    )


def test_an_empty_caseload_says_how_to_begin(coach: Coach) -> None:
    assert coach.run("client", "list") == answered(
        "Listalla ei ole asiakkaita. Lisää asiakas: valmentaja client add NIMI\n"
    )
    assert coach.json("client", "list") == []


def test_those_who_have_ended_are_listed_only_when_asked_for(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    coach.did("client", "end", "AK", "--reason", "client_wishes")
    ended = AINO | {"phase": "ended", "ended_on": "2026-11-24", "end_reason": "client_wishes"}
    assert coach.json("client", "list") == []
    assert coach.json("client", "list", "--all") == [ended]


def test_a_client_is_shown_with_all_that_is_known(coach: Coach) -> None:
    _a_client_with_a_past(coach)
    assert coach.did("client", "show", "aino") == (
        "Asiakas: Aino Kallio\n"
        "Tunnus: AK\n"
        "Numero: 1\n"
        "Aloitus: 1.10.2026\n"
        "Vaihe: kartoittaa osaamistaan\n"
        "Puhelin: 040 123\n"
        "Sovittu yhteydenpidon väli päivinä: 7\n"
        "Muistiinpano: Ensimmäinen rivi\n"
        "  toinen rivi\n"
        "tutustuu ja sopii: 1.10.2026–2.11.2026\n"
        "kartoittaa osaamistaan: 2.11.2026 alkaen\n"
        "siirretty, takaisin ma 30.11.: kurssilla\n"
        "\n"
        "Seuraava askel:\n"
        "27.11.2026: soita Eijalle (Aino Kallio, Lounas-Aitta, valmentaja, nro 5)\n"
        "\n"
        "Viimeisin yhteys:\n"
        "23.11.2026: Aino Kallio, puhelimitse, 15 min, työnhaku (nro 2)\n"
        "\n"
        "Työnantajakontakti:\n"
        "24.11.2026: Lounas-Aitta, Eija, tapaaminen kasvotusten, 60 min, asiakas Aino Kallio mukana (nro 4)\n"
    )


def test_a_client_is_shown_in_english(english: Coach) -> None:
    _a_client_with_a_past(english)
    assert english.did("client", "show", "AK") == (
        "Client: Aino Kallio\n"
        "Code: AK\n"
        "Number: 1\n"
        "Start: 1 Oct 2026\n"
        "Phase: exploring strengths\n"
        "Phone: 040 123\n"
        "Agreed days between contacts: 7\n"
        "Note: Ensimmäinen rivi\n"
        "  toinen rivi\n"
        "getting started: 1 Oct 2026 – 2 Nov 2026\n"
        "exploring strengths: since 2 Nov 2026\n"
        "put aside, back Mon 30 Nov: kurssilla\n"
        "\n"
        "Next step:\n"
        "27 Nov 2026: soita Eijalle (Aino Kallio, Lounas-Aitta, coach, no. 5)\n"
        "\n"
        "Newest contact:\n"
        "23 Nov 2026: Aino Kallio, by phone, 15 min, työnhaku (no. 2)\n"
        "\n"
        "Employer contact:\n"
        "24 Nov 2026: Lounas-Aitta, Eija, meeting in person, 60 min, client Aino Kallio present (no. 4)\n"
    )


def test_the_steps_done_last_are_shown_under_their_own_heading(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    for number in range(2, 9):
        coach.did("next", "AK", "askel", str(number), "--on", "27.11.2026")
        coach.did("done", str(number), "--date", "eilen" if number == 8 else "tänään")
    coach.did("next", "AK", "vielä", "--on", "pe")
    assert coach.did("client", "show", "AK").splitlines()[-6:] == [
        "Viimeksi tehdyt askeleet, 5:",
        *(
            f"24.11.2026: askel {number} (Aino Kallio, yhdessä, sovittu 27.11.2026, nro {number})"
            for number in (7, 6, 5, 4, 3)
        ),
    ]
    shown = coach.json("client", "show", "AK")
    assert isinstance(shown, dict)
    assert [step["id"] for step in shown["done_steps"]] == [7, 6, 5, 4, 3]
    assert [step["id"] for step in shown["next_steps"]] == [9]


def _a_client_with_a_past(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    coach.did("client", "set", "AK", "phone", "040", "123")
    coach.did("client", "set", "AK", "contact_interval_days", "7")
    coach.did("client", "set", "AK", "note", "-", typed="Ensimmäinen rivi\ntoinen rivi\n")
    coach.did("client", "phase", "AK", "profile", "--date", "2.11.")
    coach.did("meet", "AK", "--way", "phone", "--topic", "työnhaku", "--date", "23.11.2026")
    coach.did(
        *("log", "Lounas-Aitta", "--client", "AK", "--present", "--who", "Eija"),
        *("--next", "soita Eijalle", "--next-on", "27.11.2026", "--owner", "coach"),
    )
    coach.did("snooze", "AK", "--until", "30.11.2026", "--because", "kurssilla")


def test_a_client_is_shown_whole_as_json(coach: Coach) -> None:
    _a_client_with_a_past(coach)
    aino = {"id": 1, "name": "Aino Kallio", "code": "AK"}
    aitta = {"id": 3, "name": "Lounas-Aitta"}
    step = {
        "id": 5,
        "client": aino,
        "employer": aitta,
        "text": "soita Eijalle",
        "on": "2026-11-27",
        "owner": "coach",
        "done_on": None,
    }
    assert coach.json("client", "show", "AK") == AINO | {
        "phase": "profile",
        "phone": "040 123",
        "contact_interval_days": 7,
        "note": "Ensimmäinen rivi\ntoinen rivi",
        "phases": [
            {"id": 1, "phase": "engagement", "from": "2026-10-01", "to": "2026-11-02", "main": True},
            {"id": 2, "phase": "profile", "from": "2026-11-02", "to": None, "main": True},
        ],
        "appointments": [],
        "placements": [],
        "leads": [],
        "wishes": [],
        "benefits": [],
        "disclosures": [],
        "network": [],
        "service_periods": [],
        "concerns": [],
        "snoozed_until": "2026-11-30",
        "snoozed_because": "kurssilla",
        "next_steps": [step],
        "contacts": [
            {
                "id": 2,
                "date": "2026-11-23",
                "time": None,
                "clients": [aino],
                "way": "phone",
                "reached": True,
                "topic": "työnhaku",
                "minutes": 15,
                "note": None,
                "place": "remote",
                "travel_minutes": None,
                "kilometres": None,
            }
        ],
        "employer_contacts": [
            {
                "id": 4,
                "date": "2026-11-24",
                "time": None,
                "employer": aitta,
                "client": aino,
                "present": True,
                "who": "Eija",
                "made_by": "coach",
                "way": "meeting",
                "purpose": None,
                "outcome": None,
                "minutes": 60,
                "note": None,
                "place": "workplace",
                "travel_minutes": None,
                "kilometres": None,
                "next": step,
            }
        ],
        "done_steps": [],
    }


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", "Aino Koski", "Aino Koski"),
        ("code", "AKO", "AKO"),
        ("start", "2.10.2026", "2026-10-02"),
        ("phone", "040 123", "040 123"),
        ("email", "aino@example.fi", "aino@example.fi"),
        ("address", "Kuvitteenkatu 8", "Kuvitteenkatu 8"),
        ("best_reached", "iltapäivisin", "iltapäivisin"),
        ("best-reached", "iltapäivisin", "iltapäivisin"),
        ("contact_interval_days", "7", 7),
        ("note", "Ei soiteta aamulla.", "Ei soiteta aamulla."),
        ("carried_on_by", "Turun valmentaja", "Turun valmentaja"),
    ],
)
def test_every_field_of_a_client_can_be_changed(coach: Coach, field: str, typed: str, kept: object) -> None:
    coach.did(*ADD_AINO)
    changed = coach.json("client", "set", "AK", field, *typed.split())
    assert changed == AINO | {field.replace("-", "_"): kept}


def test_a_change_is_told_in_a_line(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    coach.did(*ADD_AINO)
    assert coach.did("client", "set", "AK", "phone", "040") == ("Muutettu: Aino Kallio, puhelin: 040\n")
    assert coach.did("--lang", "en", "client", "set", "AK", "phone", "") == (
        "Changed: Aino Kallio, phone: empty\n"
    )
    assert coach.json("client", "set", "AK", "name", "") == AINO | {"name": None}


def test_a_field_that_is_not_there_is_answered_with_those_that_are(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    assert coach.run("client", "set", "AK", "hobby", "shakki") == refused(
        2,
        "Kenttää hobby ei ole. Kentät: nimi (name), tunnus (code), aloitus (start), puhelin (phone), "
        "sähköposti (email), osoite (address), tavoittaa parhaiten (best_reached), sovittu yhteydenpidon väli "
        "päivinä (contact_interval_days), tilanne alussa (status_at_start), sijainen (stand_in), muistiinpano "
        "(note), jatkaja (carried_on_by), paperit, jotka asiakas toi (path_papers), mitä on kokeiltu (path_tried), "
        "mitä se opetti (path_taught), mikä on muuttunut (path_changed), mitä työ merkitsee (work_means), millainen "
        "työ innostaa (work_motivates), mitä on tehnyt ja osaa (done_and_can), kiinnostuksen kohteet (interests), "
        "naapurialat (neighbouring_fields), kieli (language), tulkki (interpreter), selkokieli (plain_wording), "
        "kuvat apuna (pictures), tuen ja järjestelyjen tarve (support_needs).",
    )


def test_a_code_cannot_be_emptied(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    emptied = coach.run("client", "set", "AK", "code", "")
    assert emptied == refused(1, "Kenttä tunnus ei voi olla tyhjä. Mitään ei tallennettu.")


def test_a_client_moves_to_another_phase_on_a_day(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    moved = coach.run("client", "phase", "AK", "profile", "--date", "eilen")
    assert moved == answered(
        "Vaihe vaihdettu: Aino Kallio, nyt kartoittaa osaamistaan, sitä ennen tutustuu ja sopii (nro 1)\n"
    )
    assert coach.json("client", "phase", "AK", "job_finding") == AINO | {"phase": "job_finding"}


def test_a_phase_cannot_be_left_before_it_began(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    assert coach.run("client", "phase", "AK", "profile", "--date", "30.9.") == refused(
        1, "Nykyinen vaihe alkoi 1.10.2026, joten sitä ei voi jättää ennen sitä. Mitään ei tallennettu."
    )


def test_an_unknown_phase_is_answered_with_those_that_are(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    assert coach.run("client", "phase", "AK", "ended") == refused(
        2,
        "VAIHE ei voi olla ended. Vaihtoehdot: tutustuu ja sopii (engagement), kartoittaa osaamistaan "
        "(profile), etsii työtä (job_finding), tapaa työnantajia (employer_engagement), työssä, tuki jatkuu "
        "(on_off_job_support).",
    )


def test_the_cooperation_ends_with_a_reason_and_with_who_carries_on(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    refusal = coach.run("client", "end", "AK", "--reason", "period_over")
    assert refusal == refused(
        1,
        "Syy on Palveluaika loppui: kerro ensin, kuka jatkaa asiakkaan kanssa (--carried-on-by).",
    )
    ended = coach.json("client", "end", "AK", "--reason", "Palveluaika loppui", "--carried-on-by", "Turku")
    assert ended == AINO | {
        "phase": "ended",
        "ended_on": "2026-11-24",
        "end_reason": "period_over",
        "carried_on_by": "Turku",
    }


def test_an_ending_is_told_in_a_line_and_on_the_card(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    ended = coach.did("client", "end", "AK", "--reason", "muutti takaisin kotiin", "--date", "20.11.")
    assert ended == "Päätetty: Aino Kallio, AK, aloitus 1.10.2026, valmennus päättynyt (nro 1)\n"
    assert coach.did("client", "show", "AK").splitlines()[4:7] == [
        "Vaihe: valmennus päättynyt",
        "Päättyi: 20.11.2026",
        "Syy: muutti takaisin kotiin",
    ]


def test_the_steps_that_an_ending_leaves_open_are_named(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    for text in ("tuo ajokortti", "soita", "vie todistus"):
        coach.did("next", "AK", text, "--on", "pe")
    coach.did("done", "3")
    ended = coach.run("client", "end", "AK", "--reason", "other")
    assert (ended.code, ended.err) == (
        0,
        "Avoimia askelia jäi: tuo ajokortti (nro 2), vie todistus (nro 4)\n",
    )


def test_one_open_step_is_named_in_english(english: Coach) -> None:
    english.did(*ADD_AINO)
    english.did("next", "AK", "bring the licence", "--on", "fri")
    ended = english.run("client", "end", "AK", "--reason", "other", "--json")
    assert ended.err == "An open step was left: bring the licence (no. 2)\n"


def test_what_has_ended_cannot_end_again_nor_move_on(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    coach.did("client", "end", "AK", "--reason", "other")
    said = "Mitään ei tallennettu, sillä yhteistyö on jo päättynyt: Aino Kallio"
    assert coach.run("client", "end", "AK", "--reason", "other") == refused(1, said)
    assert coach.run("client", "phase", "AK", "profile") == refused(1, said)


def test_an_ending_lies_neither_before_the_start_nor_ahead(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    early = coach.run("client", "end", "AK", "--reason", "other", "--date", "30.9.2026")
    assert early == refused(
        1, "Yhteistyö alkoi vasta 1.10.2026, joten se ei voi päättyä ennen sitä. Mitään ei tallennettu."
    )
    assert coach.run("client", "end", "AK", "--reason", "other", "--date", "huomenna").code == 1
    assert coach.run("client", "end", "AK") == refused(2, "Puuttuu: --reason.")


@pytest.mark.parametrize("name", ["AK", "ak", "1", "Aino Kallio", "aino kallio", "aino k"])
def test_a_client_is_called_by_code_number_name_or_beginning(coach: Coach, name: str) -> None:
    coach.did(*ADD_AINO)
    coach.did("client", "add", "Äijö")
    shown = coach.json("client", "show", name)
    assert isinstance(shown, dict)
    assert shown["id"] == 1


def test_an_ambiguous_name_lists_who_it_may_be(coach: Coach) -> None:
    coach.did(*ADD_AINO)
    coach.did("client", "add", "Aino Åberg")
    assert coach.run("client", "show", "aino") == refused(
        1,
        "aino sopii moneen asiakkaaseen. Kirjoita pidemmin tai käytä numeroa. Mitään ei tallennettu.\n"
        "  Aino Kallio (1)\n"
        "  Aino Åberg (2)",
    )


def test_an_unknown_name_says_where_the_names_are(english: Coach) -> None:
    assert english.run("client", "show", "Väinö") == refused(
        1, "There is no client Väinö. Nothing was saved. Your clients: valmentaja client list"
    )


CODES_ONLY = (
    "Vielä ei tiedetä, kuka vastaa asiakastiedoista, joten asiakkaista käytetään vain tunnuksia. Mitään ei "
    "tallennettu. Anna tunnus, tai kun vastuu selviää: valmentaja settings records_for employer (tai payer, self)."
)


def test_until_it_is_known_who_is_responsible_clients_are_kept_by_codes_only(coach: Coach) -> None:
    coach.did("client", "add", "Eero", "--code", "E1")
    coach.did("settings", "records_for", "not_yet_known")
    coach.did("client", "add", "--code", "A1")
    for words in (("add", "Aino"), ("add", "Aino", "--code", "A2"), ("set", "A1", "name", "Aino")):
        assert coach.run("client", *words) == refused(1, CODES_ONLY)
    assert coach.run("edit", "2", "nimi", "Aino") == refused(1, CODES_ONLY)
    coach.did("client", "set", "E1", "name", "")
    coach.did("client", "set", "A1", "code", "A3")
    coach.did("settings", "records_for", "payer")
    coach.did("client", "set", "A3", "name", "Aino")

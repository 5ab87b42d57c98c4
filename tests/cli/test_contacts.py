"""Contacts with employers and clients, logged in seconds."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

TALLY: Told = {
    "week": "2026-W48",
    "from": "2026-11-23",
    "to": "2026-11-29",
    "target": 6,
    "in_person": 1,
    "support_visits": 0,
    "thanks": 0,
    "mean_of_4_weeks": 0.25,
    "by_way": {"meeting": 1, "video": 0, "phone": 0, "message": 0, "event": 0},
    "by_purpose": {"unknown": 1},
    "with_client": 0,
    "without_client": 1,
    "working_days": 5,
    "working_days_left": 3,
    "leave_days": 0,
    "holidays": [],
}
VISIT: Told = {
    "id": 2,
    "date": "2026-11-24",
    "time": None,
    "employer": {"id": 1, "name": "Lounas-Aitta"},
    "client": None,
    "present": False,
    "who": None,
    "made_by": "coach",
    "way": "meeting",
    "purpose": None,
    "outcome": None,
    "minutes": 60,
    "note": None,
    "place": "workplace",
    "travel_minutes": None,
    "kilometres": None,
    "next": None,
    "tally": TALLY,
}
MET: Told = {
    "id": 2,
    "date": "2026-11-24",
    "time": None,
    "clients": [{"id": 1, "name": "Aino", "code": "AK"}],
    "way": "in_person",
    "reached": True,
    "topic": None,
    "minutes": 60,
    "note": None,
    "place": "office",
    "travel_minutes": None,
    "kilometres": None,
}
AINO = ("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")


def test_a_visit_is_logged_by_the_name_alone_and_a_new_employer_is_added(coach: Coach) -> None:
    assert coach.run("log", "Lounas-Aitta") == answered(
        "Kirjattu ti 24.11.2026: Lounas-Aitta, tapaaminen kasvotusten, 60 min (nro 2)\n"
        "Työnantaja: Lounas-Aitta, uusi, lisätty\n"
        "Työnantajatapaamiset, vko 48: 1/6, tämän päivän jälkeen 3 työpäivää\n"
    )


def test_a_visit_is_told_in_english(english: Coach) -> None:
    english.did("log", "Lounas-Aitta")
    assert english.did("log", "lounas") == (
        "Logged Tue 24 Nov 2026: Lounas-Aitta, meeting in person, 60 min (no. 3)\n"
        "Employer: Lounas-Aitta, 2 contacts so far\n"
        "Meetings with employers, week 48: 2/6, 3 working days after today\n"
    )


def test_a_visit_is_given_whole_as_json_with_the_tally(coach: Coach) -> None:
    assert coach.json("log", "Lounas-Aitta") == VISIT


def test_everything_about_a_contact_can_be_told_at_once(coach: Coach) -> None:
    coach.did(*AINO)
    told = coach.json(
        *("log", "Lounas-Aitta", "--client", "aino", "--present", "--who", "Eija", "--way", "in_person"),
        *(
            "--purpose",
            "job_analysis",
            "--made-by",
            "together",
            "--outcome",
            "Työ kuvattu",
            "--minutes",
            "90",
        ),
        *("--date", "eilen", "--time", "9.30", "--note", "Vuorot aamulla.", "--next", "lähetä kuvaus"),
        *("--next-on", "pe", "--owner", "employer"),
    )
    aino, aitta = {"id": 1, "name": "Aino", "code": "AK"}, {"id": 2, "name": "Lounas-Aitta"}
    assert told == VISIT | {
        "id": 3,
        "date": "2026-11-23",
        "time": "09:30",
        "employer": aitta,
        "client": aino,
        "present": True,
        "who": "Eija",
        "made_by": "together",
        "purpose": "job_analysis",
        "outcome": "Työ kuvattu",
        "minutes": 90,
        "note": "Vuorot aamulla.",
        "next": {
            "id": 4,
            "client": aino,
            "employer": aitta,
            "text": "lähetä kuvaus",
            "on": "2026-11-27",
            "owner": "employer",
            "done_on": None,
        },
        "tally": TALLY | {"by_purpose": {"job_analysis": 1}, "with_client": 1, "without_client": 0},
    }


def test_a_next_step_is_read_back(coach: Coach) -> None:
    coach.did(*AINO)
    said = coach.run("log", "Aitta", "--client", "AK", "--next", "soita", "--next-on", "1.12.")
    assert said == answered(
        "Kirjattu ti 24.11.2026: Aitta, tapaaminen kasvotusten, 60 min, asiakas Aino (nro 3)\n"
        "Työnantaja: Aitta, uusi, lisätty\n"
        "Seuraavaksi: 1.12.2026: soita (Aino, Aitta, yhdessä, nro 4)\n"
        "Työnantajatapaamiset, vko 48: 1/6, tämän päivän jälkeen 3 työpäivää\n"
    )


@pytest.mark.parametrize(
    ("way", "minutes"), [("meeting", 60), ("video", 45), ("phone", 15), ("message", 10), ("event", 120)]
)
def test_each_way_has_its_usual_minutes_and_only_meetings_count(coach: Coach, way: str, minutes: int) -> None:
    told = coach.json("log", "Aitta", "--way", way)
    assert isinstance(told, dict)
    assert (told["way"], told["minutes"]) == (way, minutes)
    assert told["tally"]["in_person"] == (1 if way == "meeting" else 0)


def test_a_contact_may_stay_without_an_employer(coach: Coach) -> None:
    assert coach.run("log", "--way", "event") == answered(
        "Kirjattu ti 24.11.2026: nimeämätön työnantaja, tapahtuma, 120 min (nro 1)\n"
        "Työnantajatapaamiset, vko 48: 0/6, tämän päivän jälkeen 3 työpäivää\n"
    )


@pytest.mark.parametrize(("purpose", "visit"), [("tuki", "Tukikäynti"), ("kiitos", "Kiitoskäynti")])
def test_a_visit_that_the_number_leaves_out_says_so(coach: Coach, purpose: str, visit: str) -> None:
    told = coach.did("log", "Aitta", "--purpose", purpose).splitlines()
    assert told[-2].startswith("Työnantajatapaamiset, vko 48: 0/6")
    assert told[-1] == f"{visit} näkyy viikon luvun vieressä, ei siinä."
    assert visit not in coach.did("log", "Aitta", "--purpose", purpose, "--way", "puhelu")


def test_what_is_logged_about_one_whose_coaching_has_ended_is_kept_and_said(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("client", "end", "AK", "--reason", "other", "--date", "20.11.")
    sentence = "Kirjaus tallentui, vaikka valmennus on päättynyt 20.11.2026: Aino\n"
    for words in (
        ("meet", "AK"),
        ("log", "Aitta", "--client", "AK"),
        ("log", "Aitta", "--client", "AK", "--next", "soita", "--next-on", "pe"),
        ("meet", "AK", "--json"),
    ):
        said = coach.run(*words)
        assert (said.code, said.err) == (0, sentence), words
    assert coach.run("meet", "AK", "--date", "19.11.").err == ""


def test_a_slip_of_the_finger_adds_no_employer(coach: Coach) -> None:
    coach.did("log", "Lounas-Aitta")
    assert coach.run("log", "Lounas", "Aita") == refused(
        1,
        "Työnantajaa Lounas Aita ei vielä ole. Melkein samanniminen on: Lounas-Aitta. Jos tarkoitit sitä, "
        "kirjoita sen nimi. Jos tämä on uusi, lisää --new. Mitään ei tallennettu.",
    )
    assert coach.counts()["employer"] == 1
    assert "Lounas Aita, uusi, lisätty" in coach.did("log", "Lounas", "Aita", "--new")


def test_a_name_that_is_a_later_word_of_another_is_a_new_employer(coach: Coach) -> None:
    coach.did("log", "Leipomo Kuura")
    assert "Kuura, uusi, lisätty" in coach.did("log", "Kuura")
    assert coach.counts()["employer"] == 2


def test_a_beginning_that_several_employers_have_is_not_logged(coach: Coach) -> None:
    coach.did("log", "Kahvila Muru")
    coach.did("log", "Kahvila Kulma", "--new")
    said = coach.run("log", "Kahvila")
    assert (said.code, "Kahvila Muru (1)" in said.err, "Kahvila Kulma (3)" in said.err) == (1, True, True)


def test_a_new_employer_may_have_the_beginning_of_another(coach: Coach) -> None:
    coach.did("log", "Kahvila Muru")
    told = coach.json("log", "Kahvila", "--new")
    assert isinstance(told, dict)
    assert told["employer"] == {"id": 3, "name": "Kahvila"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--present",), "--present tarvitsee asiakkaan: lisää --client."),
        (("--next", "soita"), "Puuttuu: --next-on."),
        (
            ("--next-on", "pe"),
            "--next-on kertoo seuraavan askeleen päivän: lisää --next ja mitä tehdään.",
        ),
        (
            ("--way", "kirje"),
            (
                "--way ei voi olla kirje. Vaihtoehdot: tapaaminen (meeting), video, puhelu (phone), viesti "
                "(message), tapahtuma (event)."
            ),
        ),
        (("--owner", "kissa", "--next", "x", "--next-on", "pe"), None),
        (
            ("--made-by", "kissa"),
            (
                "--made-by ei voi olla kissa. Vaihtoehdot: valmentaja (coach), asiakas (client), yhdessä "
                "(together)."
            ),
        ),
    ],
)
def test_what_does_not_fit_together_is_said(
    coach: Coach, words: tuple[str, ...], sentence: str | None
) -> None:
    said = coach.run("log", "Aitta", *words)
    assert said == refused(
        2,
        sentence
        or "--owner ei voi olla kissa. Vaihtoehdot: asiakas (client), valmentaja (coach), yhdessä (together), "
        "työnantaja (employer), muu (other).",
    )
    assert coach.counts()["employer_contact"] == 0


def test_a_next_step_about_nobody_is_not_agreed(coach: Coach) -> None:
    nobody = coach.run("log", "--next", "soita", "--next-on", "pe")
    assert nobody == refused(2, "Seuraava askel tarvitsee työnantajan tai asiakkaan.")


def test_a_step_that_stands_on_no_list_is_not_agreed_with_one_whose_coaching_has_ended(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("client", "end", "AK", "--reason", "other")
    sentence = "Mitään ei tallennettu, sillä yhteistyö on jo päättynyt: Aino"
    assert coach.run("next", "AK", "soita", "--on", "pe") == refused(1, sentence)
    assert coach.run("log", "--client", "AK", "--next", "soita", "--next-on", "pe") == refused(1, sentence)
    assert coach.counts()["next_step"] == coach.counts()["employer_contact"] == 0


def test_the_number_of_no_employer_is_not_taken_for_a_name(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.run("log", "5") == refused(
        1,
        "Työnantajaa numero 5 ei ole. Jos 5 on uuden työnantajan nimi, lisää --new. Mitään ei tallennettu.",
    )
    assert coach.counts()["employer"] == 0
    coach.did("log", "5", "--new")
    assert coach.run("log", "5").code == 0
    assert coach.counts()["employer"] == 1


def test_an_unknown_client_keeps_the_visit_from_being_logged(coach: Coach) -> None:
    assert coach.run("log", "Aitta", "--client", "Väinö").code == 1
    assert coach.counts()["employer"] == 0


def test_a_meeting_with_a_client_is_logged(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.run("meet", "AK") == answered("Kirjattu ti 24.11.2026: Aino, kasvotusten, 60 min (nro 2)\n")


def test_a_meeting_with_a_client_is_given_whole_as_json(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.json("meet", "aino") == MET
    told = coach.json(
        *("meet", "AK", "--way", "video", "--topic", "ansioluettelo", "--minutes", "30"),
        *("--date", "20.11.", "--time", "klo 14", "--note", "Valmis ensi viikolla."),
    )
    assert told == MET | {
        "id": 3,
        "date": "2026-11-20",
        "time": "14:00",
        "way": "video",
        "topic": "ansioluettelo",
        "minutes": 30,
        "note": "Valmis ensi viikolla.",
        "place": "remote",
    }


def test_a_group_is_met_once(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("client", "add", "Eino", "--code", "E")
    assert (
        coach.did("meet", "AK", "E", "AK")
        == "Kirjattu ti 24.11.2026: Aino, Eino, kasvotusten, 60 min (nro 3)\n"
    )


def test_one_who_did_not_come_is_logged_without_minutes(coach: Coach) -> None:
    coach.did(*AINO)
    said = coach.run("meet", "AK", "--not-reached", "--way", "phone")
    assert said == answered("Kirjattu ti 24.11.2026: Aino, puhelimitse, ei tavoitettu (nro 2)\n")
    told = coach.json("meet", "AK", "--not-reached")
    assert told == MET | {"id": 3, "reached": False, "minutes": None, "place": None}


def test_a_meeting_is_told_in_english(english: Coach) -> None:
    english.did(*AINO)
    assert english.did("meet", "AK", "--way", "message", "--time", "9:05") == (
        "Logged Tue 24 Nov 2026 at 9:05: Aino, by message, 10 min (no. 2)\n"
    )


def test_a_meeting_counts_as_in_person(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.json("meet", "AK", "--way", "meeting") == MET


def test_one_unknown_name_keeps_the_whole_group_from_being_logged(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.run("meet", "AK", "Väinö").code == 1
    assert coach.counts()["client_contact"] == 0


WAY_THERE = ("--place", "koti", "--travel", "25", "--km", "18")


def test_where_it_was_and_the_way_there_are_kept_and_said_where_they_are_given(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.did("log", "Aitta", *WAY_THERE).splitlines()[2:-1] == [
        "Paikka: koti",
        "Matka, minuutteja: 25",
        "Kilometrit: 18",
    ]
    assert coach.did("--lang", "en", "meet", "AK", *WAY_THERE).splitlines()[1:] == [
        "Place: home",
        "Travel, minutes: 25",
        "Kilometres: 18",
    ]
    for words in (("log", "Aitta"), ("meet", "AK")):
        told = coach.json(*words, *WAY_THERE)
        assert isinstance(told, dict)
        assert (told["place"], told["travel_minutes"], told["kilometres"]) == ("home", 25, 18)


def test_the_usual_place_is_that_of_the_settings(coach: Coach) -> None:
    coach.did("settings", "place.phone", "office")
    told = coach.json("log", "Aitta", "--way", "puhelu")
    assert isinstance(told, dict)
    assert told["place"] == "office"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--travel", "1500"), "--travel ei voi olla 1500. Anna kokonaisluku 0–1440."),
        (("--km", "-3"), "--km ei voi olla -3. Anna kokonaisluku 0–9999."),
        (
            ("--place", "kuu"),
            (
                "--place ei voi olla kuu. Vaihtoehdot: toimisto (office), työpaikka (workplace), muualla (community), "
                "koti (home), etänä (remote)."
            ),
        ),
    ],
)
def test_a_way_that_nobody_goes_is_not_logged(coach: Coach, words: tuple[str, str], sentence: str) -> None:
    coach.did(*AINO)
    given = f"{words[0]}={words[1]}"
    assert coach.run("log", "Aitta", given) == refused(2, sentence)
    assert coach.run("meet", "AK", given) == refused(2, sentence)
    assert coach.counts()["employer_contact"] == coach.counts()["client_contact"] == 0


def test_a_contact_brings_nobody_back_from_the_archive(english: Coach) -> None:
    english.did("log", "Lounas-Aitta")
    english.did("employer", "archive", "Lounas-Aitta")
    said = english.run("log", "lounas-aitta")
    assert (said.code, said.err) == (
        0,
        (
            "The contact was saved, but the employer is in the archive: Lounas-Aitta. To bring it back to the list: "
            "valmentaja employer archive 1 --back\n"
        ),
    )
    assert "Employer: Lounas-Aitta, 2 contacts so far\n" in said.out
    assert english.json("employer", "list") == []


def test_a_day_has_no_more_than_its_hours_but_what_is_usual_is_never_refused(coach: Coach) -> None:
    coach.did(*AINO)
    sentence = "Vuorokaudessa on 24 tuntia, ja päivälle 24.11.2026 on jo kirjattu {}. Mitään ei tallennettu."
    assert coach.run("log", "Aitta", "--minutes", "1440", "--travel", "1") == refused(
        1, sentence.format("0 min")
    )
    coach.did("log", "Aitta, 23 h")
    for words in (("log", "Aitta, 2 h"), ("meet", "AK", "--minutes", "61")):
        assert coach.run(*words) == refused(1, sentence.format("23 h"))
    coach.did("log", "Aitta")
    coach.did("meet", "AK")
    assert coach.counts()["employer_contact"] == 2


@pytest.mark.parametrize("name", ["Puoti 131052-308T", "Pu\0oti"], ids=["identity code", "NUL"])
def test_an_employer_whose_name_was_tidied_is_known_again_by_what_was_typed(coach: Coach, name: str) -> None:
    for _ in range(2):
        coach.did("log", "-", typed=f"{name}, Liisa\n")
    assert coach.counts()["employer"] == 1


def test_a_length_is_typed_as_it_is_said_wherever_minutes_are(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "Kallio", "--code", "AK", "--start", "1.10.2026")
    logged = coach.json("log", "Aitta", "--minutes", "1,5 h", "--travel", "puoli tuntia")
    assert isinstance(logged, dict)
    assert (logged["minutes"], logged["travel_minutes"]) == (90, 30)
    met = coach.json("meet", "AK", "--minutes", "1 h 15 min")
    assert isinstance(met, dict)
    assert met["minutes"] == 75
    edited = coach.json("edit", str(met["id"]), "minutes", "1.5 h")
    assert isinstance(edited, dict)
    assert edited["minutes"] == 90


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "25 h on enemmän kuin vuorokausi. Mitään ei tallennettu."),
        ("en", "25 h is more than a day. Nothing was saved."),
    ],
)
@pytest.mark.parametrize("words", [("--minutes", "25 h"), ("--travel", "25 h")])
def test_a_length_of_more_than_a_day_is_refused_in_its_own_words(
    coach: Coach, language: str, told: str, words: tuple[str, ...]
) -> None:
    assert coach.run("--lang", language, "log", "Aitta", *words) == refused(1, told)

"""Times booked ahead, the reminder of one, and what became of them."""

import pytest

from tests.cli.running import Coach, Said, Told, answered, refused

AINO = ("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
MIKKO = ("client", "add", "Mikko", "--code", "M2", "--start", "1.10.2026")
BOOKED: Told = {
    "id": 2,
    "at": "2026-11-26T10:00",
    "date": "2026-11-26",
    "time": "10:00",
    "clients": [{"id": 1, "name": "Aino", "code": "AK"}],
    "employer": None,
    "about": "toiveet",
    "outcome": None,
    "place": "kirjasto",
    "way": "in_person",
    "minutes": None,
    "guests": None,
    "group": None,
    "moved_to": None,
    "contact": None,
}
BOOK = ("book", "AK", "--at", "to 26.11. klo 10", "--place", "kirjasto", "--about", "toiveet")
UNREADABLE = (
    "Tätä aikaa ei voi lukea: 26.11.. Kirjoita päivä ja kello, "
    'esimerkiksi "to 26.11. klo 10" tai 2026-11-26T10:00.'
)
NOT_THAT_WEEKDAY = (
    "Viikonpäivä ja päivä eivät sovi yhteen: ke 26.11. 10. "
    "Tarkista päivä, ja jos tarkoitit toista vuotta, kirjoita vuosikin."
)
NOTE_PAST = "Huomaa: aika on jo mennyt. Kerro myös, mitä siitä tuli: valmentaja outcome 2\n"


def test_a_time_is_booked_in_one_line(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.run(*BOOK) == answered(
        "Varattu to 26.11.2026 klo 10.00: Aino, kasvotusten, kirjasto, toiveet (nro 2)\n"
    )


def test_an_appointment_is_given_whole_as_json(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.json(*BOOK) == BOOKED
    assert coach.json("booked") == [BOOKED]
    assert coach.json("booked", "2") == BOOKED


def test_everything_about_a_time_can_be_said(english: Coach) -> None:
    english.did(*AINO)
    english.did(*MIKKO)
    english.did("employer", "add", "Lounas-Aitta")
    told = english.did(
        *("book", "AK", "Mikko", "--at", "2026-11-26T10:00", "--employer", "lounas", "--way", "video"),
        *("--minutes", "30", "--guests", "Eija", "--about", "hopes"),
    )
    assert told == (
        "Booked Thu 26 Nov 2026 at 10:00: Aino, Mikko, by video, 30 min, Lounas-Aitta, hopes, guests Eija (no. 4)\n"
    )
    held = english.json("booked", "#4")
    assert isinstance(held, dict)
    assert held["employer"] == {"id": 3, "name": "Lounas-Aitta"}
    assert (held["way"], held["minutes"], held["guests"]) == ("video", 30, "Eija")


def test_a_time_that_is_taken_is_booked_and_said(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*MIKKO)
    coach.did("book", "AK", "--at", "26.11. 10.00")
    assert coach.run("book", "M2", "--at", "26.11. 10.30") == Said(
        0,
        "Varattu to 26.11.2026 klo 10.30: Mikko, kasvotusten (nro 4)\n",
        "Huomaa: samaan aikaan on varattu myös\n  to 26.11.2026 klo 10.00: Aino, kasvotusten (nro 3)\n",
    )
    assert coach.run("book", "M2", "--at", "26.11. 11.30").err == ""


def test_a_time_that_has_passed_is_booked_and_said(coach: Coach) -> None:
    coach.did(*AINO)
    said = coach.run("book", "AK", "--at", "23.11.2026 10.00")
    assert (said.code, said.err) == (0, NOTE_PAST)
    assert coach.did("booked") == (
        "Ei varattuja aikoja.\n\nKerro, mitä tästä ajasta tuli (valmentaja outcome):\n"
        "ma 23.11.2026 klo 10.00: Aino, kasvotusten (nro 2)\n"
    )


def test_a_time_before_the_coaching_began_is_booked_and_said(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--start", "1.12.2026")
    assert coach.run("book", "Aino", "--at", "26.11. 10").err == (
        "Huomaa: aika on ennen kuin valmennus alkoi, 1.12.2026: Aino\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("AK",), 2, "Puuttuu: --at."),
        (("--at", "26.11. 10"), 2, "Puuttuu: ASIAKAS."),
        (
            ("AK", "--at", "26.11."),
            2,
            UNREADABLE,
        ),
        (
            ("AK", "--at", "ke 26.11. 10"),
            2,
            NOT_THAT_WEEKDAY,
        ),
        (("AK", "--at", "30.2. 10"), 2, "Päivää 30.2. ei ole kalenterissa. Vuosi voi olla 1900–2100."),
        (("Väinö", "--at", "26.11. 10"), 1, None),
        (("AK", "--at", "26.11. 10", "--employer", "Kuura"), 1, None),
        (("AK", "--at", "26.11. 10", "--group", "Kerho"), 1, None),
        (("AK", "--at", "26.11. 10", "--minutes", "1441"), 2, None),
        (("AK", "--at", "26.11. 10", "--way", "kissa"), 2, None),
    ],
)
def test_what_cannot_be_booked_is_said(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str | None
) -> None:
    coach.did(*AINO)
    said = coach.run("book", *words)
    assert said.code == code
    assert sentence is None or said.err == sentence + "\n"
    assert coach.json("booked") == []


def test_no_time_is_booked_for_a_client_who_has_ended(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("client", "end", "AK", "--reason", "asiakas haluaa lopettaa")
    assert coach.run(*BOOK) == refused(1, "Mitään ei tallennettu, sillä yhteistyö on jo päättynyt: Aino")


def test_a_client_whose_name_is_only_emoji_gets_a_time(coach: Coach) -> None:
    coach.did("client", "add", "🌻", "--start", "1.10.2026")
    assert coach.did("book", "🌻", "--at", "26.11. 10") == (
        "Varattu to 26.11.2026 klo 10.00: 🌻, kasvotusten (nro 2)\n"
    )


def test_a_week_shows_its_times_with_what_became_of_them(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*MIKKO)
    coach.did("book", "AK", "--at", "tänään 9")
    coach.did("book", "M2", "--at", "pe 9")
    coach.did("book", "M2", "--at", "30.11. 9")
    coach.did("outcome", "3", "met")
    assert coach.did("booked", "--week", "48") == (
        "ti 24.11.2026 klo 9.00: Aino, kasvotusten, tavattu (nro 3)\n"
        "pe 27.11.2026 klo 9.00: Mikko, kasvotusten (nro 4)\n"
    )
    assert coach.did("booked", "--week", "48", "--client", "AK").count("\n") == 1
    assert coach.did("booked", "--client", "M2").count("\n") == 2
    assert coach.did("booked", "--week", "50") == "Ei varattuja aikoja.\n"
    assert coach.run("booked", "--week", "54").code == 2


def test_a_reminder_is_ready_to_copy(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    assert coach.run("booked", "2", "--reminder") == answered(
        "Hei! Tapaamme to 26.11. klo 10.00.\n"
        "Paikka: kirjasto\n"
        "Aihe: toiveet\n"
        "Jos aika ei sovi, kerro minulle, niin sovimme uuden.\n"
    )


def test_a_reminder_speaks_the_clients_language(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("client", "set", "AK", "language", "englanti")
    coach.did("book", "AK", "--at", "26.11. 10", "--way", "phone")
    english = (
        "Hello! I will call you on Thu 26 Nov at 10:00.\n"
        "If the time does not suit you, tell me, and we will find another.\n"
    )
    assert coach.did("booked", "2", "--reminder") == english
    assert coach.did("booked", "2", "--reminder", "--lang", "fi").startswith("Hei! Soitan sinulle to 26.11.")
    coach.did("client", "set", "AK", "language", "somali")
    assert coach.did("booked", "2", "--reminder").startswith("Hei!")
    told = coach.json("booked", "2", "--reminder", "--lang", "en")
    assert isinstance(told, dict)
    assert told["reminder"] == english.rstrip("\n")


def test_a_reminder_names_no_other_client(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*MIKKO)
    coach.did("book", "AK", "--at", "26.11. 10", "--about", "käynti Mikon työpaikalla", "--place", "kirjasto")
    assert coach.run("booked", "3", "--reminder") == Said(
        0,
        "Hei! Tapaamme to 26.11. klo 10.00.\nPaikka: kirjasto\n"
        "Jos aika ei sovi, kerro minulle, niin sovimme uuden.\n",
        "Muistutuksesta jäi pois kohta, jossa on toisen asiakkaan nimi: Aihe\n",
    )
    coach.did("book", "AK", "M2", "--at", "27.11. 10", "--about", "Ainon vuoro")
    assert "Aino" not in coach.did("booked", "4", "--reminder")
    assert "Mikko" not in coach.did("booked", "4", "--reminder")


def test_a_reminder_names_no_client_whose_coaching_has_ended_since(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("client", "add", "Matti Meikäläinen", "--code", "MM", "--start", "1.10.2026", on="2026-11-23")
    booked = coach.json("book", "AK", "--at", "1.12. 10", "--about", "Matin kanssa", on="2026-11-23")
    assert isinstance(booked, dict)
    coach.did("client", "end", "MM", "--reason", "client_wishes", on="2026-11-24")
    said = coach.run("booked", str(booked["id"]), "--reminder", on="2026-11-25")
    assert "Matin" not in said.out
    assert said.err == "Muistutuksesta jäi pois kohta, jossa on toisen asiakkaan nimi: Aihe\n"


def test_only_a_time_that_is_still_open_is_reminded_of(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    coach.did("outcome", "2", "cancelled_by_client")
    assert coach.run("booked", "2", "--reminder").code == 1
    assert coach.run("booked", "--reminder") == refused(
        2, "Kerro, mistä ajasta muistutetaan: valmentaja booked NUMERO --reminder"
    )
    assert coach.run("booked", "1") == refused(1, "Numero 1 ei ole varattu aika.")


def test_an_appointment_that_was_held_is_logged_as_a_meeting(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    assert coach.run("outcome", "2", "tavattu", on="2026-11-26") == answered(
        "Kirjattu to 26.11.2026 klo 10.00: Aino, kasvotusten, 60 min, toiveet (nro 3)\n"
    )
    assert coach.json("booked", "2") == BOOKED | {"outcome": "met", "contact": 3}
    assert coach.json("booked") == []


def test_an_appointment_with_an_employer_counts_once_in_the_tally(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("book", "AK", "--at", "tänään 9", "--employer", "lounas", "--about", "työtehtävät")
    assert coach.did("outcome", "3", "met") == (
        "Kirjattu ti 24.11.2026 klo 9.00: Lounas-Aitta, tapaaminen kasvotusten, 60 min, asiakas Aino mukana "
        "(nro 4)\n  työtehtävät\n"
        "Työnantajatapaamiset, vko 48: 1/6, tämän päivän jälkeen 3 työpäivää\n"
    )
    counts = coach.counts()
    assert (counts["employer_contact"], counts["client_contact"]) == (1, 0)


@pytest.mark.parametrize("word", ["did_not_come", "ei tavoitettu"])
def test_an_appointment_that_was_missed_is_logged_as_not_reached(coach: Coach, word: str) -> None:
    coach.did(*AINO)
    coach.did("book", "AK", "--at", "tänään 9")
    assert coach.did("outcome", "2", word) == (
        "Kirjattu ti 24.11.2026 klo 9.00: Aino, kasvotusten, ei tavoitettu (nro 3)\n"
    )


@pytest.mark.parametrize(
    ("word", "said"),
    [("asiakas perui", "asiakas perui"), ("cancelled_by_coach", "peruin itse")],
)
def test_an_appointment_ahead_can_be_called_off(coach: Coach, word: str, said: str) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    assert coach.did("outcome", "2", word) == (
        f"Peruttu to 26.11.2026 klo 10.00: Aino, kasvotusten, kirjasto, toiveet, {said} (nro 2)\n"
    )
    assert coach.counts()["client_contact"] == 0


def test_an_appointment_is_moved_to_another_time(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    assert coach.did("outcome", "2", "moved", "--to", "ti 1.12. klo 9") == (
        "Siirretty, uusi aika ti 1.12.2026 klo 9.00: Aino, kasvotusten, kirjasto, toiveet (nro 3)\n"
    )
    assert coach.json("booked", "2") == BOOKED | {"outcome": "moved", "moved_to": 3}
    assert coach.json("booked") == [
        BOOKED | {"id": 3, "at": "2026-12-01T09:00", "date": "2026-12-01", "time": "09:00"}
    ]
    assert coach.did("undo").startswith("Kumottu: aika siirretty, oli 26.11.2026: Aino")
    assert coach.json("booked") == [BOOKED]


def test_what_cannot_have_become_of_an_appointment_is_said(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    assert coach.run("outcome", "2", "met") == refused(
        1,
        "26.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
    )
    assert coach.run("outcome", "2", "moved") == refused(
        2, 'Kerro siirretylle ajalle uusi aika: --to "PÄIVÄ KELLO". Mitään ei tallennettu.'
    )
    assert coach.run("outcome", "2", "cancelled_by_coach", "--to", "1.12. 9") == refused(
        2, "Uusi aika (--to) kuuluu vain siirrettyyn. Mitään ei tallennettu."
    )
    assert coach.run("outcome", "2", "moved", "--to", "26.11. 10") == refused(
        1, "Uusi aika on sama kuin entinen. Mitään ei tallennettu."
    )
    assert coach.run("outcome", "2", "kissa") == refused(
        2,
        "TULOS ei voi olla kissa. Vaihtoehdot: tavattu (met), siirretty (moved), "
        "asiakas perui (cancelled_by_client), peruin (cancelled_by_coach), ei tullut (did_not_come), "
        "ei tavoitettu (not_reached).",
    )
    assert coach.run("outcome", "1", "met") == refused(1, "Numero 1 ei ole varattu aika.")
    assert coach.run("outcome", "99", "met").code == 1
    assert coach.json("booked") == [BOOKED]


def test_what_became_of_an_appointment_is_said_once(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("book", "AK", "--at", "tänään 9")
    coach.did("outcome", "2", "met")
    assert coach.run("outcome", "2", "moved", "--to", "1.12. 9") == refused(
        1,
        "Numero 2: on jo kerrottu, mitä ajasta tuli. Jos se meni väärin, kumoa se (valmentaja undo --list) "
        "tai muuta kirjausta.",
    )
    coach.did("undo")
    assert coach.counts()["client_contact"] == 0
    assert coach.run("outcome", "2", "ei tullut").code == 0


def test_a_field_of_an_appointment_is_changed_by_its_number(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did(*BOOK)
    assert coach.did("edit", "2", "kello", "11.15") == (
        "Muutettu: tapaamisaika, Aino, to 26.11.2026, kello: 11.15\n"
    )
    assert coach.did("edit", "2", "way", "puhelu") == (
        "Muutettu: tapaamisaika, Aino, to 26.11.2026, tapa: puhelimitse\n"
    )
    changed = coach.json("edit", "2", "date", "27.11.")
    assert changed == BOOKED | {
        "at": "2026-11-27T11:15",
        "date": "2026-11-27",
        "time": "11:15",
        "way": "phone",
    }
    assert coach.run("edit", "2", "time", "").code == 1
    assert coach.did("undo").startswith("Kumottu: muutettu tapaamisaika: Aino, 26.11.2026, päivä")


def test_an_appointment_that_was_held_is_never_dated_ahead(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("book", "AK", "--at", "24.11. 8")
    coach.did("edit", "2", "date", "26.11.")
    coach.did("edit", "2", "date", "24.11.")
    coach.did("outcome", "2", "met")
    assert coach.run("edit", "2", "date", "26.11.2026") == refused(
        1, "26.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu."
    )
    coach.did("edit", "2", "date", "23.11.2026")

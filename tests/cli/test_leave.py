"""The coach's leave, by commands: when, what falls in it, and who carries on."""

import pytest

from tests.cli.running import Coach, Said, Terminal, Told, answered, refused

AINO: Told = {"id": 1, "name": "Aino", "code": "AK"}
EINO: Told = {"id": 2, "name": "Eino", "code": "V2"}
LEAVE: Told = {
    "id": 1,
    "from": "2026-12-07",
    "until": "2026-12-11",
    "kind": "holiday",
    "stand_in": "Sari",
    "note": "Mökillä.",
    "planned_on": "2026-11-24",
    "looked_on": None,
}
ADD = ("leave", "add", "--from", "7.12.", "--until", "11.12.", "--kind", "loma", "--stand-in", "Sari")
NO_LEAVE = "Poissaoloja ei ole merkitty. Lisää: valmentaja leave add --from PÄIVÄ --until PÄIVÄ"


def _a_caseload(coach: Coach) -> None:
    """Aino is to be seen in the leave anew, Eino has a time and two dates in it, Oiva nothing; and two rows more."""
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Eino", "--start", "20.11.2026")
    coach.did("client", "set", "Eino", "stand_in", "Sari")
    coach.did("meet", "Eino", "--date", "20.11.")
    coach.did("book", "Eino", "--at", "to 3.12. klo 10", "--place", "kirjasto")
    coach.did("next", "Eino", "tuo ajokortti", "--on", "4.12.", "--owner", "client")
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("next", "Lounas", "soita Eijalle", "--on", "2.12.")
    coach.did("next", "--own", "varaa sali", "--on", "3.12.")
    coach.did("client", "add", "Oiva", "--start", "23.11.2026")
    coach.did("leave", "add", "--from", "30.11.", "--until", "4.12.")


def test_a_leave_is_noted_and_said_back(coach: Coach) -> None:
    assert coach.run(*ADD, "--note", "Mökillä.") == answered(
        "Lisätty: poissaolo ma 7.12.2026–pe 11.12.2026, 5 päivää; laji: loma; sijainen: Sari; muistiinpano: Mökillä. "
        "(nro 1)\n"
    )
    assert coach.did("--lang", "en", "leave", "list") == (
        "leave Mon 7 Dec 2026 – Fri 11 Dec 2026, 5 days; kind: holiday; stand-in: Sari; note: Mökillä. (no. 1)\n"
    )
    assert coach.json("leave", "list") == [LEAVE]


def test_a_leave_is_given_whole_as_json(coach: Coach) -> None:
    assert coach.json(*ADD, "--note", "-", typed="Mökillä.\n") == LEAVE
    assert coach.json("leave", "add", "--from", "2026-12-24", "--until", "2026-12-24") == {
        "id": 2,
        "from": "2026-12-24",
        "until": "2026-12-24",
        "kind": None,
        "stand_in": None,
        "note": None,
        "planned_on": "2026-11-24",
        "looked_on": None,
    }


def test_a_leave_of_one_day_is_a_leave(english: Coach) -> None:
    assert english.run("leave", "add", "--from", "24 Dec", "--until", "24 Dec") == answered(
        "Added: leave Thu 24 Dec 2026 – Thu 24 Dec 2026, one day (no. 1)\n"
    )


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("20.12.", "6.1.", ("2026-12-20", "2027-01-06")),
        ("1.7.2027", "31.7.", ("2027-07-01", "2027-07-31")),
        ("30.11.", "pe", ("2026-11-30", "2026-12-04")),
        ("30.11.", "ma", ("2026-11-30", "2026-11-30")),
        ("tänään", "huomenna", ("2026-11-24", "2026-11-25")),
        ("eilen", "eilen", ("2026-11-23", "2026-11-23")),
        ("2026-12-24", "2027-01-06", ("2026-12-24", "2027-01-06")),
    ],
)
def test_the_last_day_is_understood_by_the_first(
    coach: Coach, first: str, last: str, days: tuple[str, str]
) -> None:
    told = coach.json("leave", "add", "--from", first, "--until", last)
    assert isinstance(told, dict)
    assert (told["from"], told["until"]) == days


OTHER_KIND = (
    "laji ei voi olla iso. Vaihtoehdot: loma (holiday), koulutus (training), sairausloma (sick), perhevapaa (family), "
    "muu (other)."
)
BACKWARDS = "Poissaolo ei voi päättyä ennen alkuaan (7.12.2026). Mitään ei muutettu."


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 2, "Puuttuu: --from."),
        (("--from", "7.12."), 2, "Puuttuu: --until."),
        (("--until", "7.12."), 2, "Puuttuu: --from."),
        (("--from", "7.12.2026", "--until", "2026-12-06"), 1, BACKWARDS),
        (("--from", "7.12.", "--until", "1.12."), 1, BACKWARDS),
        (("--from", "7.12.", "--until", "huomenna"), 1, BACKWARDS),
        (
            ("--from", "30.2.2027", "--until", "1.3.2027"),
            2,
            "Päivää 30.2.2027 ei ole kalenterissa. Vuosi voi olla 1900–2100.",
        ),
        (
            ("--from", "7.12.", "--until", "kesään"),
            2,
            "Tätä päivää ei voi lukea: kesään. Kirjoita esimerkiksi 24.11.2026, 24.11., tänään tai ma.",
        ),
        (("--from", "7.12.", "--until", "8.12.", "--kind", "iso"), 2, OTHER_KIND),
        (("--from", "", "--until", "8.12."), 2, None),
    ],
)
def test_what_is_no_leave_is_not_noted(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str | None
) -> None:
    said = coach.run("leave", "add", *words)
    assert said == (refused(code, sentence) if sentence else Said(code, "", said.err))
    assert coach.counts()["leave"] == 0


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            ("1.7.", "31.7."),
            (
                "Tämä poissaolo on jo ohi: 1.7.2026–31.7.2026. Jos tarkoitit tulevaa, kumoa (valmentaja undo) ja "
                "kirjoita vuosikin.\n"
            ),
        ),
        (
            ("7.12.2062", "11.12.2062"),
            "Huomaa, että poissaolo alkaa vasta 7.12.2062. Jos vuosi on väärä, kumoa (valmentaja undo).\n",
        ),
        (
            ("7.12.2026", "11.12.2062"),
            (
                "Huomaa, miten pitkä poissaolo on: 7.12.2026–11.12.2062. Jos vuosi on väärä, kumoa (valmentaja "
                "undo).\n"
            ),
        ),
    ],
)
def test_days_that_may_be_a_slip_are_noted_and_said(coach: Coach, days: tuple[str, str], said: str) -> None:
    noted = coach.run("leave", "add", "--from", days[0], "--until", days[1])
    assert (noted.code, noted.err) == (0, said)
    assert coach.counts()["leave"] == 1


def test_a_slip_is_said_in_english(english: Coach) -> None:
    said = english.run("leave", "add", "--from", "2026-12-07", "--until", "2062-12-11").err
    assert said == (
        "Note how long the leave is: 7 Dec 2026 – 11 Dec 2062. If the year is wrong, undo it (valmentaja undo).\n"
    )


def test_two_leaves_on_the_same_days_are_kept_and_said(coach: Coach) -> None:
    coach.did(*ADD)
    said = coach.run("leave", "add", "--from", "11.12.", "--until", "14.12.")
    assert said.err == (
        "Samoina päivinä on jo poissaolo ma 7.12.2026–pe 11.12.2026, 5 päivää; laji: loma; sijainen: Sari (nro 1).\n"
    )


def test_the_days_that_are_missing_are_asked_for_at_a_terminal(coach: Coach) -> None:
    with Terminal(coach.home, "--on", "2026-11-24", "leave", "add", "--kind", "loma") as terminal:
        terminal.wait_for("Ensimmäinen päivä poissa? (7.12., ma) ")
        terminal.type("joskus")
        terminal.wait_for("Tätä päivää ei voi lukea: joskus.")
        terminal.wait_for("Ensimmäinen päivä poissa? (7.12., ma) ")
        terminal.type("7.12.")
        terminal.wait_for("Viimeinen päivä poissa? (18.12., pe) ")
        terminal.type("1.12.")
        terminal.wait_for(BACKWARDS)
        terminal.wait_for("Viimeinen päivä poissa? (18.12., pe) ")
        terminal.type("pe")
        terminal.wait_for("Lisätty: poissaolo ma 7.12.2026–pe 11.12.2026, 5 päivää; laji: loma (nro 1)")
        assert terminal.end()[0] == 0


# What falls in it


def test_what_falls_in_a_leave_is_told_by_person(coach: Coach) -> None:
    _a_caseload(coach)
    assert coach.run("leave", "show") == answered(
        "poissaolo ma 30.11.2026–pe 4.12.2026, 5 päivää (nro 10)\n"
        "Aino, AK, ei sijaista:\n"
        "  tapaaminen ma 30.11., toistuu\n"
        "Eino, V2, sijainen Sari:\n"
        "  to 3.12.2026 klo 10.00: Eino, kasvotusten, kirjasto (nro 4)\n"
        "  sovittu askel ”tuo ajokortti” pe 4.12.\n"
        "  yhteydenotto pe 4.12.\n"
        "Lounas-Aitta:\n"
        "  sovittu askel ”soita Eijalle” ke 2.12.\n"
        "oma työ:\n"
        "  sovittu askel ”varaa sali” to 3.12.\n"
        "ei koske: 1 asiakas\n"
        "ilman sijaista: 1 asiakas\n"
    )
    assert coach.did("--lang", "en", "leave", "show").splitlines()[:3] == [
        "leave Mon 30 Nov 2026 – Fri 4 Dec 2026, 5 days (no. 10)",
        "Aino, AK, no stand-in:",
        "  meeting Mon 30 Nov, comes round again",
    ]


def test_what_falls_in_a_leave_is_given_whole_as_json(coach: Coach) -> None:
    _a_caseload(coach)
    booked = coach.json("booked")
    step = {"kind": "next_step", "again": False}
    assert coach.json("leave", "show", "10") == {
        "id": 10,
        "from": "2026-11-30",
        "until": "2026-12-04",
        "kind": None,
        "stand_in": None,
        "note": None,
        "planned_on": "2026-11-24",
        "looked_on": None,
        "touched": [
            {
                "about": "client",
                "client": AINO,
                "employer": None,
                "stand_in": None,
                "times": [],
                "falls_in": [
                    {
                        "kind": "unseen",
                        "date": "2026-11-30",
                        "again": True,
                        "sentence": "tapaaminen ma 30.11., toistuu",
                    }
                ],
            },
            {
                "about": "client",
                "client": EINO,
                "employer": None,
                "stand_in": "Sari",
                "times": booked,
                "falls_in": [
                    {**step, "date": "2026-12-04", "sentence": "sovittu askel ”tuo ajokortti” pe 4.12."},
                    {
                        "kind": "no_contact",
                        "date": "2026-12-04",
                        "again": False,
                        "sentence": "yhteydenotto pe 4.12.",
                    },
                ],
            },
            {
                "about": "employer",
                "client": None,
                "employer": {"id": 6, "name": "Lounas-Aitta"},
                "stand_in": None,
                "times": [],
                "falls_in": [
                    {**step, "date": "2026-12-02", "sentence": "sovittu askel ”soita Eijalle” ke 2.12."}
                ],
            },
            {
                "about": "self",
                "client": None,
                "employer": None,
                "stand_in": None,
                "times": [],
                "falls_in": [
                    {**step, "date": "2026-12-03", "sentence": "sovittu askel ”varaa sali” to 3.12."}
                ],
            },
        ],
        "untouched": 1,
        "without_stand_in": 1,
    }


def test_a_leave_that_touches_nobody_says_so(coach: Coach) -> None:
    coach.did("client", "add", "Oiva", "--start", "24.11.2026")
    coach.did("leave", "add", "--from", "26.11.", "--until", "27.11.")
    assert coach.did("leave", "show").splitlines()[1:] == [
        "Mitään ei osu poissaoloon.",
        "ei koske: 1 asiakas",
    ]


def test_the_stand_in_is_given_what_is_needed_and_no_more(coach: Coach) -> None:
    _a_caseload(coach)
    coach.did("client", "set", "Eino", "phone", "040 123")
    coach.did("client", "set", "Eino", "note", "Yksityistä.")
    sheet = [
        "Sijaiselle: Sari",
        "Poissaolo ma 30.11.2026–pe 4.12.2026. Hoidettavana on yksi asiakas.",
        "",
        "Eino",
        "- yhteys: 040 123",
        "- varattu: to 3.12. klo 10.00, kasvotusten, kirjasto",
        "- hoidettava: sovittu askel ”tuo ajokortti” pe 4.12.",
        "- hoidettava: yhteydenotto pe 4.12.",
    ]
    assert coach.did("leave", "show", "--for-stand-in").splitlines() == sheet
    told = coach.json("leave", "show", "10", "--for-stand-in")
    assert isinstance(told, dict)
    assert (told["id"], told["sheet"]) == (10, sheet)


def test_without_a_stand_in_there_is_nothing_to_hand_over(coach: Coach) -> None:
    coach.did("leave", "add", "--from", "7.12.", "--until", "11.12.")
    assert coach.run("leave", "show", "--for-stand-in") == refused(
        1, "Poissaololla ei ole sijaista. Merkitse sijainen poissaoloon tai asiakkaalle."
    )


@pytest.mark.parametrize(
    ("on", "shown"),
    [("2026-11-24", 2), ("2026-12-07", 2), ("2026-12-12", 3), ("2027-07-15", 3), ("2027-08-15", 3)],
)
def test_without_a_number_it_is_the_leave_that_runs_or_the_next_or_the_newest(
    coach: Coach, on: str, shown: int
) -> None:
    for first, last in (("2.11.2026", "6.11.2026"), ("7.12.2026", "11.12.2026"), ("1.7.2027", "30.7.2027")):
        coach.did("leave", "add", "--from", first, "--until", last)
    told = coach.json("leave", "show", on=on)
    assert isinstance(told, dict)
    assert told["id"] == shown


def test_what_was_gone_through_leaves_the_list(coach: Coach) -> None:
    coach.did("leave", "add", "--from", "30.11.", "--until", "4.12.")
    assert coach.did("triage") == "tulossa: oma työ: poissaolo alkaa ma 30.11.: katso, mitä siihen osuu\n"
    looked = "poissaolo ma 30.11.2026–pe 4.12.2026, 5 päivää; katsottu läpi: 24.11.2026 (nro 1)\n"
    assert coach.run("leave", "looked") == answered(f"Katsottu läpi: {looked}")
    assert coach.json("triage") == []
    coach.did("undo")
    assert len(_list(coach, "triage")) == 1
    told = coach.json("--lang", "en", "leave", "looked", "1", on="2026-11-25")
    assert isinstance(told, dict)
    assert told["looked_on"] == "2026-11-25"


def _list(coach: Coach, *words: str) -> list[Told]:
    told = coach.json(*words)
    assert isinstance(told, list)
    return told


def test_where_no_leave_is_noted_that_is_said(coach: Coach) -> None:
    assert coach.run("leave", "list") == answered(f"{NO_LEAVE}\n")
    assert coach.json("leave", "list") == []
    assert coach.run("leave", "show") == refused(1, NO_LEAVE)
    assert coach.run("leave", "looked") == refused(1, NO_LEAVE)
    coach.did("client", "add", "Aino")
    assert coach.run("leave", "show", "1") == refused(1, "Numero 1 ei ole poissaolo.")
    assert coach.run("leave", "looked", "9") == refused(
        1, "Kirjausta numero 9 ei ole. Mitään ei tallennettu."
    )
    assert coach.run("--lang", "en", "leave", "show", "1") == refused(1, "Number 1 is not a leave.")


# Like any record


def test_a_leave_is_changed_found_taken_away_and_brought_back(coach: Coach) -> None:
    coach.did(*ADD, "--note", "Mökillä.")
    assert coach.did("edit", "1", "until", "18.12.") == (
        "Muutettu: poissaolo, 7.12.2026–18.12.2026, saakka: pe 18.12.2026\n"
    )
    assert coach.json("edit", "1", "until", "11.12.") == LEAVE
    assert coach.did("find", "mökki") == "7.12.2026: poissaolo, Sari Mökillä. (nro 1)\nLöytyi 1.\n"
    removed = coach.did("remove", "1")
    assert removed == (
        "Poistettu: poissaolo ma 7.12.2026–pe 11.12.2026, 5 päivää; laji: loma; sijainen: Sari; muistiinpano: "
        "Mökillä. (nro 1)\n"
    )
    assert coach.counts()["leave"] == 0
    assert coach.did("undo").startswith("Kumottu: poissaolo poistettu, alkoi 7.12.2026 (muutos 4")
    assert coach.json("leave", "list") == [LEAVE]
    assert coach.json("remove", "1") == LEAVE


def test_a_leave_is_not_turned_round_by_a_change(coach: Coach) -> None:
    coach.did(*ADD)
    assert coach.run("edit", "1", "until", "4.12.2026") == refused(1, BACKWARDS)
    assert coach.run("edit", "1", "from", "") == refused(
        1, "Kenttä alkaen ei voi olla tyhjä. Mitään ei tallennettu."
    )


def test_days_of_leave_are_counted_in_the_week(coach: Coach) -> None:
    coach.did("leave", "add", "--from", "26.11.", "--until", "1.12.")
    told = coach.json("tally")
    assert isinstance(told, dict)
    assert told["leave_days"] == 2
    assert coach.did("tally").splitlines()[-1] == "Poissaolopäiviä: 2"
    assert coach.did("--lang", "en", "tally").splitlines()[-1] == "Days of leave: 2"
    assert "Poissaolo" not in coach.did("tally", "--week", "47")

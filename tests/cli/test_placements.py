"""Work and the support for it, by commands."""

import pytest

from tests.cli.running import Coach, Said, Told, answered, refused

START = ("--start", "18.12.2026")  # the Friday before Christmas


@pytest.fixture(autouse=True)
def _a_client_and_an_employer(request: pytest.FixtureRequest) -> None:
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "Kallio", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Leipomo Kuura")


def added(coach: Coach, *more: str) -> Told:
    """A placement as JSON."""
    told = coach.json("placement", "add", "AK", "Leipomo", *more)
    assert isinstance(told, dict)
    return told


def the_only(coach: Coach, on: str = "2026-11-24") -> Told:
    """The one placement of the caseload, on a day."""
    told = coach.json("placement", "list", on=on)
    assert isinstance(told, list)
    (one,) = told
    assert isinstance(one, dict)
    return one


def follow_along(told: Told) -> list[tuple[object, ...]]:
    """The promises: kind, due, window, when it was done, state."""
    promises = told["follow_along"]
    assert isinstance(promises, list)
    return [tuple(one.values()) for one in promises]


def test_a_placement_is_added_and_what_comes_next_is_said(coach: Coach) -> None:
    said = coach.run(
        *("placement", "add", "AK", "Leipomo", *START, "--end", "30.6.2027", "--job", "leipuri"),
        *("--hours", "37,5", "--pay", "palkkatuki"),
    )
    assert said == Said(
        0,
        "Lisätty: Aino Kallio: Leipomo Kuura, leipuri, palkkatuettu työ, 37,5 tuntia viikossa, "
        "18.12.2026–30.6.2027 (nro 3)\n"
        "Seuraavaksi: tapaaminen ennen aloitusta, viimeistään 17.12.2026: avoin\n",
        "Työ alkaa 18.12.2026, mutta palkkatuen päätöstä ei ole kirjattu.\n",
    )


def test_a_placement_is_added_in_english(english: Coach) -> None:
    assert english.run(
        "placement", "add", "AK", "Leipomo", "--start", "2026-12-18", "--hours", "20"
    ) == answered(
        "Added: Aino Kallio: Leipomo Kuura, paid, 20 hours a week, from 18 Dec 2026 (no. 3)\n"
        "Next: meeting before the start, by 17 Dec 2026: open\n"
    )


def test_a_placement_is_given_whole_as_json(coach: Coach) -> None:
    assert added(coach, *START, "--hours", "37,5", "--contract", "vakituinen") == {
        "id": 3,
        "client": {"id": 1, "name": "Aino Kallio", "code": "AK"},
        "employer": {"id": 2, "name": "Leipomo Kuura"},
        "job": None,
        "start": "2026-12-18",
        "end": None,
        "hours": 37.5,
        "pay": "paid",
        "subsidy_until": None,
        "contract": "permanent",
        "trial_until": None,
        "workplace_supporter": None,
        "unpaid_kind": None,
        "initiative": None,
        "paid_chance": None,
        "decide_on": None,
        "next_aim": None,
        "note": None,
        "asked_paid_on": None,
        "asked_paid_answer": None,
        "ended_on": None,
        "heard_on": None,
        "end_reason": None,
        "learned": None,
        "carried_onward": None,
        "moves": [],
        "supports": [],
        "looks": [],
        "agreements": [],
        "remarks": [],
        "follow_along": [
            {
                "kind": "before_start",
                "due": "2026-12-17",
                "window_from": "2026-12-11",
                "done_on": None,
                "state": "open",
            },
            *(
                {"kind": kind, "due": due, "window_from": window, "done_on": None, "state": "open"}
                for kind, due, window in (
                    ("retention_3m", "2027-03-18", "2027-03-04"),
                    ("retention_6m", "2027-06-18", "2027-06-04"),
                    ("retention_12m", "2027-12-18", "2027-12-04"),
                )
            ),
        ],
    }


def test_a_start_before_christmas_is_followed_over_the_holidays(coach: Coach) -> None:
    added(coach, *START)
    coach.did("meet", "AK", "--date", "2026-12-21", on="2026-12-21")
    coach.did("meet", "AK", "--way", "phone", "--date", "2026-12-27", on="2026-12-27")
    assert follow_along(the_only(coach, on="2026-12-30"))[:3] == [
        ("before_start", "2026-12-17", "2026-12-11", None, "missed"),
        ("three_days", "2026-12-21", "2026-12-18", "2026-12-21", "kept"),
        ("weekly", "2026-12-28", "2026-12-26", None, "open"),
    ]
    assert coach.did("triage", on="2026-12-30").startswith("myöhässä: Aino Kallio, AK: ")


def test_everything_kept_of_a_placement_is_listed(coach: Coach) -> None:
    added(coach, *START, "--contract", "vakituinen")
    coach.did("placement", "move", "3", "--start", "31.12.2026", "--because", "kone puuttuu")
    coach.did("placement", "agree", "3", "--to", "29.12.", "--because", "vuorot")
    coach.did("placement", "look", "3", "koeaika", "--note", "jatkuu")
    coach.did("placement", "support", "3", "palkkatuki", "--applied-on", "20.11.")
    assert coach.run("placement", "list", "AK") == answered(
        "Aino Kallio: Leipomo Kuura, palkkatyö, alkaen 31.12.2026 (nro 3)\n"
        "  sopimus: vakituinen\n"
        "  tapaaminen ennen aloitusta, viimeistään 29.12.2026: avoin\n"
        "  3 kk töissä, viimeistään 31.3.2027: avoin\n"
        "  6 kk töissä, viimeistään 30.6.2027: avoin\n"
        "  12 kk töissä, viimeistään 31.12.2027: avoin\n"
        "  palkkatuki, haettu 20.11.2026, päätös odottaa (nro 7)\n"
        "  alku siirretty, oli 18.12.2026, nyt 31.12.2026: kone puuttuu (nro 4)\n"
        "  uusi sopimus tapaamisista: sovittu: 24.11.2026; tavataan viimeistään: 29.12.2026; syy: vuorot (nro 5)\n"
        "  tilannekatsaus: laji: koeajan loppu; päivä: 24.11.2026; muistiinpano: jatkuu (nro 6)\n"
        "  Työ alkaa 31.12.2026, mutta palkkatuen päätöstä ei ole kirjattu.\n"
    )


def test_everything_kept_of_a_placement_is_listed_in_english(english: Coach) -> None:
    added(english, *START)
    english.did("placement", "move", "3", "--start", "2026-12-31", "--because", "no machine")
    english.did("placement", "support", "3", "aid", "--decision", "granted", "--until", "2027-06-30")
    assert english.did("placement", "list") == (
        "Aino Kallio: Leipomo Kuura, paid, from 31 Dec 2026 (no. 3)\n"
        "  meeting before the start, by 30 Dec 2026: open\n"
        "  3 months at work, by 31 Mar 2027: open\n"
        "  6 months at work, by 30 Jun 2027: open\n"
        "  12 months at work, by 31 Dec 2027: open\n"
        "  aid, granted, until 30 Jun 2027 (no. 5)\n"
        "  start moved, was 18 Dec 2026, now 31 Dec 2026: no machine (no. 4)\n"
    )


def test_a_promise_on_a_holiday_or_a_weekend_says_so_and_stays_where_it_is(coach: Coach) -> None:
    said = coach.did("placement", "add", "AK", "Leipomo", "--start", "7.12.2026", "--trial-until", "6.3.2027")
    assert said.splitlines()[1] == (
        "Seuraavaksi: tapaaminen ennen aloitusta, viimeistään 6.12.2026: avoin (pyhä: Itsenäisyyspäivä)"
    )
    listed = coach.did("placement", "list").splitlines()
    assert "  koeajan päättyminen, viimeistään 27.2.2027: avoin (viikonloppu)" in listed
    coach.did("meet", "AK", "--date", "6.12.2026", on="2026-12-06")
    kept = coach.did("placement", "list", on="2026-12-06").splitlines()
    assert "  tapaaminen ennen aloitusta, viimeistään 6.12.2026: pidetty 6.12.2026" in kept


def test_every_move_of_a_start_has_its_number(coach: Coach) -> None:
    added(coach, *START)
    coach.did("placement", "move", "3", "--start", "31.12.2026", "--because", "kone puuttuu")
    assert the_only(coach)["moves"] == [
        {"id": 4, "on": "2026-11-24", "from": "2026-12-18", "to": "2026-12-31", "because": "kone puuttuu"}
    ]


def test_staying_in_work_is_not_looked_at_in_an_unpaid_period(coach: Coach) -> None:
    added(coach, *START, "--pay", "unpaid", "--decide-on", "20.1.2027")
    assert coach.run("placement", "look", "3", "3 kk") == refused(
        1, "Palkaton jakso ei ole työpaikka, joten työssä pysymistä ei siitä katsota. Mitään ei tallennettu."
    )
    coach.did("placement", "look", "3", "päätös", "--note", "paikka keväällä")


def test_words_of_several_parts_need_no_quotes(coach: Coach) -> None:
    added(coach, "--start", "3.8.2026")
    coach.did("placement", "look", "3", "3", "kk", "--same-job", "kyllä")
    coach.did("placement", "support", "3", "wage", "subsidy", "--lang", "en")
    listed = coach.did("placement", "list")
    assert "3 kk töissä; päivä: 24.11.2026; sama työ: kyllä (nro 4)" in listed
    assert "palkkatuki, päätös odottaa (nro 5)" in listed
    coach.did("book", "AK", "--at", "23.11.2026 9")
    assert "ei tavoitettu" in coach.did("outcome", "6", "ei", "tullut")


def test_no_placements_say_how_to_begin(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    assert coach.did("placement", "list") == (
        "Töitä tai jaksoja ei ole kirjattu. Lisää: valmentaja placement add ASIAKAS TYÖNANTAJA --start PÄIVÄ\n"
    )
    assert coach.did("placement", "list", "--lang", "en") == (
        "No placements yet. Add one: valmentaja placement add CLIENT EMPLOYER --start DATE\n"
    )
    assert coach.json("placement", "list", "AK") == []


def test_the_list_of_all_leaves_out_those_who_have_ended(coach: Coach) -> None:
    added(coach, *START)
    coach.did("client", "end", "AK", "--reason", "client_wishes")
    assert coach.json("placement", "list") == []
    told = coach.json("placement", "list", "AK")
    assert isinstance(told, list)
    assert told[0]["remarks"] == ["client_ended"]


def test_what_is_unusual_is_allowed_and_said_when_it_is_new(coach: Coach) -> None:
    added(coach, *START)
    said = coach.run("placement", "add", "AK", "Leipomo", "--start", "7.9.2026", "--pay", "palkaton")
    assert said == Said(
        0,
        "Lisätty: Aino Kallio: Leipomo Kuura, palkaton jakso, alkaen 7.9.2026 (nro 4)\n"
        "Seuraavaksi: tapaaminen aloituksen jälkeen, viimeistään 10.9.2026: avoin\n",
        "Työ alkaa ennen kuin yhteistyö alkoi (1.10.2026).\n"
        "Samaan aikaan on toinenkin työ tai jakso (nro 3), 18.12.2026 alkaen.\n"
        "Palkattomalta jaksolta puuttuu päivä, jona työnantaja päättää palkkatyöstä (decide_on).\n",
    )
    assert coach.run("placement", "ask", "4", "ehkä", "keväällä") == answered(
        "Palkkatyöstä kysytty: Aino Kallio: Leipomo Kuura, palkaton jakso, alkaen 7.9.2026 (nro 4)\n"
        "Seuraavaksi: tapaaminen aloituksen jälkeen, viimeistään 10.9.2026: avoin\n"
    )


def test_an_unpaid_period_has_no_looks_at_retention(coach: Coach) -> None:
    told = added(coach, *START, "--pay", "unpaid", "--decide-on", "20.1.2027", "--initiative", "yhdessä")
    assert [one[0] for one in follow_along(told)] == ["before_start", "unpaid_decision"]
    assert (told["initiative"], told["decide_on"]) == ("together", "2027-01-20")


def test_a_lost_job_opens_a_contact_within_three_days_and_nothing_else(coach: Coach) -> None:
    added(coach, "--start", "2.11.2026")
    assert coach.run(
        *("placement", "end", "3", "--date", "20.11.", "--heard-on", "eilen", "--reason", "kausi loppui"),
        *("--learned", "iltavuoro väsyttää", "--carried-onward", "hygieniapassi"),
    ) == answered(
        "Päätetty: Aino Kallio: Leipomo Kuura, palkkatyö, 2.11.2026–20.11.2026, päätetty (nro 3)\n"
        "Seuraavaksi: yhteydenotto työn päätyttyä, viimeistään 26.11.2026: avoin\n"
    )
    told = the_only(coach)
    assert (told["end_reason"], told["learned"], told["carried_onward"]) == (
        "kausi loppui",
        "iltavuoro väsyttää",
        "hygieniapassi",
    )
    states = {(kind, state) for kind, _, _, _, state in follow_along(told)}
    assert states == {
        ("before_start", "missed"),
        ("three_days", "no_longer_applies"),
        ("job_ended", "open"),
        *((f"retention_{months}m", "no_longer_applies") for months in (3, 6, 12)),
    }
    coach.did("meet", "AK", "--way", "phone")
    assert ("job_ended", "2026-11-26", "2026-11-23", "2026-11-24", "kept") in follow_along(the_only(coach))
    listed = coach.did("placement", "list").splitlines()
    assert listed[1] == (
        "  kuulit päättymisestä: 23.11.2026; syy: kausi loppui; mitä opittiin: iltavuoro väsyttää; "
        "mitä asiakas vie mukanaan: hygieniapassi"
    )


def test_work_that_never_began_says_so(coach: Coach) -> None:
    added(coach, *START)
    said = coach.did("placement", "end", "3", "--reason", "peruttiin").splitlines()[0]
    assert (
        said == "Päätetty: Aino Kallio: Leipomo Kuura, palkkatyö, piti alkaa 18.12.2026, ei alkanut (nro 3)"
    )


def test_an_ending_that_is_known_beforehand_leaves_the_meetings_until_then(coach: Coach) -> None:
    added(coach, "--start", "23.11.2026")
    coach.did("placement", "end", "3", "--date", "31.12.2026", "--reason", "kausi loppuu")
    promises = {kind: state for kind, _, _, _, state in follow_along(the_only(coach))}
    assert (promises["three_days"], promises["job_ended"]) == ("open", "open")
    coach.did("placement", "agree", "3", "--to", "27.11.", "--because", "vuorot")


def test_meetings_are_agreed_anew(coach: Coach) -> None:
    added(coach, "--start", "16.11.2026")
    coach.did("meet", "AK", "--date", "18.11.")
    assert coach.did("placement", "agree", "3", "--to", "27.11.", "--because", "vuorot").splitlines()[1] == (
        "Seuraavaksi: viikkotapaaminen, viimeistään 27.11.2026: avoin"
    )
    coach.did("placement", "agree", "3", "--every", "10", "--way", "puhelu", "--because", "sujuu")
    told = the_only(coach)
    assert told["agreements"] == [
        {
            "id": 5,
            "agreed_on": "2026-11-24",
            "to": "2026-11-27",
            "every_days": None,
            "way": None,
            "because": "vuorot",
        },
        {
            "id": 6,
            "agreed_on": "2026-11-24",
            "to": None,
            "every_days": 10,
            "way": "phone",
            "because": "sujuu",
        },
    ]
    assert ("weekly", "2026-12-04", "2026-12-02", None, "open") in follow_along(told)
    coach.did("undo")
    assert ("weekly", "2026-11-27", "2026-11-25", None, "open") in follow_along(the_only(coach))


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ("add", "AK", "Leipomo", "--start", "2027-01-10", "--end", "2027-01-09"),
            1,
            "Työ ei voi päättyä ennen alkuaan (10.1.2027). Mitään ei muutettu.",
        ),
        (("add", "AK", "Leipomo"), 2, "Puuttuu: --start."),
        (
            ("add", "AK", "Leipomo", "--start", "29.2.2027"),
            2,
            "Päivää 29.2.2027 ei ole kalenterissa. Vuosi voi olla 1900–2100.",
        ),
        (
            ("add", "Väinö", "Leipomo", *START),
            1,
            "Asiakasta Väinö ei löydy. Mitään ei tallennettu. Omat asiakkaat: valmentaja client list",
        ),
        (
            ("add", "AK", "Pesula", *START),
            1,
            "Työnantajaa Pesula ei löydy. Mitään ei tallennettu. Kaikki työnantajat: valmentaja employer list",
        ),
        (
            ("add", "AK", "Leipomo", *START, "--hours", "200"),
            2,
            "tunteja viikossa ei voi olla 200. Anna tunteja 0–168, esimerkiksi 37,5.",
        ),
        (
            ("add", "AK", "Leipomo", *START, "--pay", "ilmainen"),
            2,
            (
                "palkka ei voi olla ilmainen. Vaihtoehdot: palkallinen (paid), palkkatuki (subsidised), palkaton "
                "(unpaid)."
            ),
        ),
        (
            ("add", "AK", "Leipomo", *START, "--pay", ""),
            1,
            "Kenttä palkka ei voi olla tyhjä. Mitään ei tallennettu.",
        ),
        (("move", "3", "--start", "2026-12-20"), 2, "Puuttuu: --because."),
        (("move", "3", "--because", "x"), 2, "Puuttuu: --start."),
        (
            ("move", "3", "--start", "2027-07-01", "--because", "x"),
            1,
            "Työ ei voi päättyä ennen alkuaan (1.7.2027). Mitään ei muutettu.",
        ),
        (
            ("move", "99", "--start", "2026-12-20", "--because", "x"),
            1,
            "Kirjausta numero 99 ei ole. Mitään ei tallennettu.",
        ),
        (
            ("end", "1", "--reason", "x"),
            1,
            "Numero 1 ei ole työ eikä jakso. Niiden numerot: valmentaja placement list",
        ),
        (("end", "3"), 2, "Puuttuu: --reason."),
        (
            ("end", "3", "--reason", "x", "--heard-on", "2026-11-25"),
            1,
            "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
        (
            ("agree", "3", "--because", "x"),
            2,
            "Anna joko --to (tämä tapaaminen) tai --every (kaikki tästä eteenpäin).",
        ),
        (("agree", "3", "--to", "2026-12-01"), 2, "Puuttuu: --because."),
        (
            ("agree", "3", "--to", "2026-12-01", "--every", "7", "--because", "x"),
            2,
            "Anna joko --to (tämä tapaaminen) tai --every (kaikki tästä eteenpäin).",
        ),
        (
            ("agree", "3", "--to", "2026-11-23", "--because", "x"),
            1,
            "23.11.2026 on jo mennyt. Siirrä tapaaminen tulevaan päivään.",
        ),
        (
            ("agree", "3", "--to", "2026-12-18", "--because", "x"),
            1,
            (
                "Työ alkaa 18.12.2026: tapaaminen ennen aloitusta pysyy sen edellä. Aloituksen jälkeinen tapaaminen "
                "sovitaan, kun työ on alkanut."
            ),
        ),
        (
            ("agree", "3", "--every", "400", "--because", "x"),
            2,
            "--every ei voi olla 400. Anna kokonaisluku 1–366.",
        ),
        (
            ("look", "3", "kesä"),
            2,
            (
                "MITÄ ei voi olla kesä. Vaihtoehdot: koeaika (trial_ends), palkkatuki (subsidy_ends), määräaika "
                "(fixed_term_ends), päätös (unpaid_decision), 3 kk (retention_3m), 6 kk (retention_6m), 12 kk "
                "(retention_12m)."
            ),
        ),
        (
            ("look", "3", "koeaika", "--date", "2026-11-25"),
            1,
            "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
        (
            ("ask", "3", "?"),
            1,
            "Tästä työstä maksetaan jo palkkaa. Palkkatyöstä kysytään palkattoman jakson aikana.",
        ),
        (
            ("support", "3", "apuväline", "--from", "2027-01-02", "--until", "2027-01-01"),
            1,
            "Tuki ei voi päättyä ennen alkuaan (2.1.2027). Mitään ei muutettu.",
        ),
        (
            ("list", "Väinö"),
            1,
            "Asiakasta Väinö ei löydy. Mitään ei tallennettu. Omat asiakkaat: valmentaja client list",
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    added(coach, *START, "--end", "30.6.2027")
    before = coach.counts()
    assert coach.run("placement", *words) == refused(code, sentence)
    assert coach.counts() == before


def test_what_has_ended_is_left_as_it_is(coach: Coach) -> None:
    added(coach, "--start", "2.11.2026")
    coach.did("placement", "end", "3", "--date", "20.11.", "--reason", "kausi loppui")
    said = refused(1, "Työ on jo päättynyt (20.11.2026). Mitään ei muutettu.")
    assert coach.run("placement", "end", "3", "--reason", "x") == said
    assert coach.run("placement", "move", "3", "--start", "3.11.2026", "--because", "x") == said
    assert coach.run("placement", "agree", "3", "--every", "7", "--because", "x") == said


def test_new_hours_raise_a_check_of_benefits_from_the_day_they_were_said(coach: Coach) -> None:
    added(coach, "--start", "2.11.2026", "--hours", "20")
    coach.did("benefit", "add", "AK", "asumistuki")
    coach.did("benefit", "check", "4", on="2026-11-30")
    coach.did("edit", "3", "hours", "30", on="2026-12-07")
    told = coach.json("triage", "--all", on="2026-12-07")
    assert isinstance(told, list)
    checks = [one for one in told[0]["signals"] if one["kind"] == "benefit_check"]
    assert [(one["due"], one["band"]) for one in checks] == [("2027-01-06", "soon")]


def test_marks_in_a_text_are_letters(coach: Coach) -> None:
    told = added(coach, *START, "--job", "[red]leipuri[/] \x1b[31m🙂")
    assert told["job"] == "[red]leipuri[/] \x1b[31m🙂"
    listed = coach.did("placement", "list")
    assert "[red]leipuri[/]" in listed
    assert "\x1b" not in listed


def test_a_look_that_counts_for_nothing_is_kept_and_said(coach: Coach) -> None:
    added(coach, *START, "--trial-until", "1.3.2027")
    looked = "Katsottu: Aino Kallio: Leipomo Kuura, palkkatyö, alkaen 18.12.2026 (nro 3)\n"
    early = coach.run("placement", "look", "3", "6 kk", on="2027-05-18")
    assert early.out.startswith(looked)
    assert early.err == "Huomaa: kirjaus säilyi, mutta kohta jäi auki. Se lasketaan 19.5.2027 alkaen.\n"
    assert coach.run("placement", "look", "3", "6 kk", on="2027-05-19").err == ""
    assert coach.run("placement", "look", "3", "koeaika", on="2027-02-28").err == ""
    none = coach.run("placement", "look", "3", "päätös", on="2027-02-28")
    assert none.err == "Huomaa: kirjaus säilyi, mutta tällaista päivää tällä työllä ei ole.\n"


def test_an_ended_client_leaves_times_and_work_that_are_named(coach: Coach) -> None:
    added(coach, "--start", "2.11.2026")
    coach.did("book", "AK", "--at", "2026-11-26T10:00")
    said = coach.run("client", "end", "AK", "--reason", "muutto", "--carried-on-by", "Nokia")
    assert said.err == (
        "Varattu aika jäi. Peru se, tai kerro, mitä siitä tuli (valmentaja outcome):\n"
        "  to 26.11.2026 klo 10.00: Aino Kallio, kasvotusten (nro 4)\n"
        "Työ jatkuu, mutta sen tapaamiset poistuvat listalta:\n"
        "  Aino Kallio: Leipomo Kuura, palkkatyö, alkaen 2.11.2026 (nro 3)\n"
    )

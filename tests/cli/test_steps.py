"""What was agreed to happen, by when, and whose it is."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

STEP: Told = {
    "id": 2,
    "client": {"id": 1, "name": "Aino", "code": "AK"},
    "employer": None,
    "text": "tuo ajokortti",
    "on": "2026-11-27",
    "owner": "together",
    "done_on": None,
}
AINO = ("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")


def test_a_step_is_agreed_with_a_client(coach: Coach) -> None:
    coach.did(*AINO)
    agreed = coach.run("next", "AK", "tuo", "ajokortti", "--on", "pe")
    assert agreed == answered("Sovittu 27.11.2026: tuo ajokortti (Aino, yhdessä, nro 2)\n")


def test_a_step_is_given_whole_as_json(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.json("next", "AK", "tuo ajokortti", "--on", "27.11.") == STEP
    assert coach.json("next", "AK", "hae", "--on", "huomenna", "--owner", "client") == STEP | {
        "id": 3,
        "text": "hae",
        "on": "2026-11-25",
        "owner": "client",
    }


def test_a_step_may_be_about_an_employer(english: Coach) -> None:
    english.did("employer", "add", "Lounas-Aitta")
    assert english.did("next", "lounas", "call", "Eija", "--on", "1 Dec", "--owner", "coach") == (
        "Agreed 1 Dec 2026: call Eija (Lounas-Aitta, coach, no. 2)\n"
    )


def test_before_the_command_the_option_is_today_and_after_it_the_due_day(coach: Coach) -> None:
    coach.did(*AINO)
    told = coach.json("next", "AK", "soita", "--on", "fri", on="2026-11-30")
    assert isinstance(told, dict)
    assert told["on"] == "2026-12-04"


def test_a_weekday_is_the_next_one_and_a_day_without_a_year_may_be_today(coach: Coach) -> None:
    coach.did(*AINO)
    days = [coach.json("next", "AK", "soita", "--on", day) for day in ("ti", "24.11.", "23.11.")]
    assert [told["on"] for told in days if isinstance(told, dict)] == [
        "2026-12-01",
        "2026-11-24",
        "2027-11-23",
    ]


def test_a_step_needs_a_day_a_text_and_somebody(coach: Coach) -> None:
    coach.did(*AINO)
    assert coach.run("next", "AK", "soita") == refused(2, "Puuttuu: --on.")
    assert coach.run("next", "AK", "--on", "pe") == refused(2, "Puuttuu: TEKSTI.")
    assert coach.run("next", "Väinö", "soita", "--on", "pe") == refused(
        1, "Ei löydy asiakasta eikä työnantajaa nimellä Väinö. Mitään ei tallennettu."
    )
    assert coach.run("next", "AK", "soita", "--on", "pe", "--owner", "kissa") == refused(
        2,
        "--owner ei voi olla kissa. Vaihtoehdot: asiakas (client), valmentaja (coach), yhdessä (together), "
        "työnantaja (employer), muu (other).",
    )
    assert coach.counts()["next_step"] == 0


def test_a_name_that_fits_a_client_and_an_employer_needs_the_number(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("employer", "add", "Aino ja Armas")
    assert coach.run("next", "ain", "soita", "--on", "pe") == refused(
        1, "ain sopii sekä asiakkaaseen (nro 1) että työnantajaan (nro 2). Käytä numeroa."
    )
    assert coach.run("next", "2", "soita", "--on", "pe").code == 0


def test_a_step_is_done(coach: Coach) -> None:
    coach.did(*AINO)
    coach.did("next", "AK", "tuo ajokortti", "--on", "27.11.")
    done = coach.run("done", "2", "--date", "eilen")
    assert done == answered("Tehty ma 23.11.: tuo ajokortti (Aino, sovittu 27.11.2026, nro 2)\n")
    assert coach.run("done", "2") == refused(1, "Askel on merkitty tehdyksi jo 23.11.2026.")


def test_a_done_step_is_given_whole_as_json(english: Coach) -> None:
    english.did(*AINO)
    english.did("next", "AK", "tuo ajokortti", "--on", "27.11.")
    assert english.json("done", "#2") == STEP | {"done_on": "2026-11-24"}


def test_a_done_step_is_told_in_english(english: Coach) -> None:
    english.did(*AINO)
    english.did("next", "AK", "bring the licence", "--on", "27.11.")
    assert english.did("done", "2") == (
        "Done Tue 24 Nov: bring the licence (Aino, agreed for 27 Nov 2026, no. 2)\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("1",), 1, "Numero 1 ei ole seuraava askel."),
        (("99",), 1, "Kirjausta numero 99 ei ole. Mitään ei tallennettu."),
        (("ajokortti",), 2, None),
        (
            ("2", "--date", "huomenna"),
            1,
            "25.11.2026 on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu.",
        ),
    ],
)
def test_only_a_step_can_be_done(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str | None
) -> None:
    coach.did(*AINO)
    coach.did("next", "AK", "tuo ajokortti", "--on", "27.11.")
    assert coach.run("done", *words) == refused(
        code,
        sentence
        or "ajokortti ei ole kirjauksen numero. Numero näkyy kirjauksen lopussa, esimerkiksi nro 12.",
    )


OWN: Told = STEP | {"id": 1, "client": None, "text": "varaa työnohjausaika", "owner": "coach"}


def test_a_step_may_be_the_coachs_own(coach: Coach) -> None:
    assert coach.run("next", "--own", "varaa", "työnohjausaika", "--on", "27.11.") == answered(
        "Sovittu 27.11.2026: varaa työnohjausaika (oma työ, valmentaja, nro 1)\n"
    )
    assert coach.did("triage") == "tulossa: oma työ: ”varaa työnohjausaika” (pe 27.11.)\n"
    assert coach.did("undo").startswith("Kumottu: oma työ lisätty, 27.11.2026: varaa työnohjausaika")


@pytest.mark.parametrize(
    "words",
    [
        ("--own", "varaa työnohjausaika"),
        ("varaa", "--own", "työnohjausaika"),
        ("varaa", "työnohjausaika", "--own"),
    ],
)
def test_a_step_of_the_coachs_own_is_given_whole_as_json(coach: Coach, words: tuple[str, ...]) -> None:
    assert coach.json("next", *words, "--on", "27.11.") == OWN
    together = coach.json(
        "next", "--own", "-", "--on", "27.11.", "--owner", "together", typed="varaa työnohjausaika\n"
    )
    assert together == OWN | {"id": 2, "owner": "together"}


def test_a_step_of_the_coachs_own_is_changed_and_done(english: Coach) -> None:
    english.did("next", "--own", "varaa", "--on", "27.11.")
    assert english.did("edit", "1", "text", "varaa työnohjausaika") == (
        "Changed: next step, my work, text: varaa työnohjausaika\n"
    )
    assert english.did("done", "1") == (
        "Done Tue 24 Nov: varaa työnohjausaika (my work, agreed for 27 Nov 2026, no. 1)\n"
    )
    assert english.json("triage") == []
    english.did("undo")
    assert english.json("done", "1", "--date", "23 Nov") == OWN | {"done_on": "2026-11-23"}


def test_whom_a_step_is_about_must_be_said(coach: Coach) -> None:
    assert coach.run("next") == refused(
        2, "Kerro, ketä askel koskee: asiakas tai työnantaja. Jos se on omaa työtäsi, lisää --own."
    )
    assert coach.run("--lang", "en", "next", "--on", "fri") == refused(
        2, "Say whom the step is about: a client or an employer. If it is your own work, add --own."
    )
    assert coach.run("next", "--own", "--on", "pe") == refused(2, "Puuttuu: TEKSTI.")
    assert coach.run("next", "--own", "varaa") == refused(2, "Puuttuu: --on.")
    assert coach.run("next", "--own", " ", "--on", "pe").code == 1
    assert coach.counts()["next_step"] == 0

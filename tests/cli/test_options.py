"""Options stand where a person puts them; the language, the day and the texts come from where they are said."""

import json

import pytest

from tests.cli.running import Coach, process, refused
from valmentaja import __version__
from valmentaja.texts import LANGUAGES, Texts

AINO = ("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "client", "show", "AK"),
        ("client", "--json", "show", "AK"),
        ("client", "show", "--json", "AK"),
        ("client", "show", "AK", "--json"),
    ],
)
def test_an_option_stands_before_between_or_after(coach: Coach, words: tuple[str, ...]) -> None:
    coach.did(*AINO)
    assert coach.did(*words).startswith('{"id": 1, "code": "AK"')


def test_options_stand_among_the_words_of_a_text(coach: Coach) -> None:
    coach.did("diary", "Hyvä", "--load", "2", "päivä", "--date", "eilen", "tänään")
    assert coach.did("diary", "show") == "Päivä: ma 23.11.2026\nKuormitus: 2\nHyvä päivä tänään\n"


@pytest.mark.parametrize("form", [("--home", "{home}"), ("--home={home}",)])
def test_a_value_follows_its_option_or_an_equals_sign(
    coach: Coach, form: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = Coach(coach.home / "toinen", monkeypatch)
    told = elsewhere.json("check", *(part.format(home=coach.home) for part in form))
    assert isinstance(told, dict)
    assert told["home"] == str(coach.home)


def test_the_language_is_said_by_the_option_the_variable_or_the_workbook(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    finnish, english = "Listalla ei ole asiakkaita.", "There are no clients on the list."
    assert coach.did("triage").startswith(finnish)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert coach.did("triage").startswith(english)
    coach.did("settings", "language", "fi")
    assert coach.did("triage").startswith(finnish)
    monkeypatch.setenv("VALMENTAJA_LANG", "en")
    assert coach.did("triage").startswith(english)
    assert coach.did("triage", "--lang", "fi").startswith(finnish)
    assert coach.did("--lang=fi", "triage").startswith(finnish)


def test_a_new_workbook_keeps_the_language_it_was_made_in(nobody: Coach) -> None:
    nobody.did("--lang", "en", "init", "--no-passphrase")
    assert nobody.did("triage").startswith("There are no clients on the list.")


def test_an_unknown_language_is_said_in_the_one_that_would_be_spoken(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert coach.run("triage", "--lang", "sv") == refused(
        2, "Tätä kieltä ohjelma ei puhu: sv. Valitse fi tai en."
    )
    monkeypatch.setenv("VALMENTAJA_LANG", "en")
    assert coach.run("triage", "--lang", "sv") == refused(
        2, "The program does not speak this language: sv. Choose fi or en."
    )


def test_json_keys_are_english_in_every_language_and_sentences_are_not(coach: Coach) -> None:
    coach.did(*AINO)
    finnish, english = coach.json("triage"), coach.json("--lang", "en", "triage")
    assert isinstance(finnish, list)
    assert isinstance(english, list)
    assert finnish[0].keys() == english[0].keys()
    assert finnish[0]["sentence"] == "ei vielä yhteyttä, aloituksesta 54 pv, 40 pv yli"
    assert english[0]["sentence"] == "no contact yet, 54 days since the start, 40 days over"


def test_a_text_comes_from_standard_input_to_keep_it_off_the_command_line(coach: Coach) -> None:
    coach.did("client", "add", "-", typed="Aino Kallio\n")
    coach.did("client", "set", "aino", "note", "-", typed="Rivi yksi.\r\nRivi kaksi.\n")
    coach.did("log", "-", "--client", "aino", typed="Lounas-Aitta\n")
    coach.did("meet", "aino", "--note", "-", typed="Tuli ajoissa.\n\nHyvä.\n\n")
    coach.did("next", "aino", "-", "--on", "pe", typed="tuo ajokortti\n")
    coach.did("snooze", "aino", "--until", "pe", "--because", "-", typed="kurssilla\n")
    coach.did("diary", "-", typed="Päivä.\n")
    shown = coach.json("client", "show", "aino")
    assert isinstance(shown, dict)
    assert shown["note"] == "Rivi yksi.\nRivi kaksi."
    assert shown["contacts"][0]["note"] == "Tuli ajoissa.\n\nHyvä."
    assert shown["employer_contacts"][0]["employer"]["name"] == "Lounas-Aitta"
    assert shown["next_steps"][0]["text"] == "tuo ajokortti"
    assert shown["snoozed_because"] == "kurssilla"


def test_standard_input_can_be_read_into_one_place_only(coach: Coach) -> None:
    said = coach.run("log", "Aitta", "--note", "-", "--who", "-", typed="Eija\n")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "Syötteen voi lukea vain yhteen kohtaan, joten - käy vain kerran.\n"
        "Kirjoittamasi teksti ei tallentunut. Tässä se on, kopioi talteen:\n"
        "Eija\n"
    )
    assert coach.counts()["employer"] == 0


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("client", "add"), "name"),
        (("employer", "add"), "name"),
        (("employer", "show"), "employer"),
        (("diary",), "text"),
        (("diary", "add"), "text"),
        (("diary", "search"), "words"),
        (("find",), "words"),
        (("client", "set", "AK", "phone"), "value"),
        (("client", "end", "AK"), "--reason"),
        (("snooze", "AK", "--until", "pe"), "--because"),
        (("snooze", "AK"), "--until"),
        (("next", "AK", "soita"), "--on"),
        (("next", "AK", "--on", "pe"), "text"),
        (("next", "--own", "soita"), "--on"),
        (("leave", "add"), "--from"),
        (("leave", "add", "--from", "7.12."), "--until"),
    ],
)
def test_without_a_terminal_what_is_missing_is_named(
    coach: Coach, words: tuple[str, ...], option: str
) -> None:
    coach.did(*AINO)
    finnish, english = (_called(option, Texts(language)) for language in LANGUAGES)
    assert coach.run(*words) == refused(2, f"Puuttuu: {finnish}.")
    assert coach.run("--lang", "en", *words) == refused(2, f"Missing: {english}.")


def _called(option: str, texts: Texts) -> str:
    """An option as it is; what is given without one by its name in the language."""
    return texts(f"metavar.{option}") if option.islower() and option.isalpha() else option


def test_the_version_is_told(nobody: Coach) -> None:
    for before in ((), ("triage",)):
        assert nobody.did(*before, "--version") == f"valmentaja {__version__}\n"
        assert nobody.json(*before, "--version") == {"version": __version__}
    assert json.loads(nobody.did("--version", "--json")) == {"version": __version__}


def test_a_process_answers_as_it_does_here(coach: Coach) -> None:
    coach.did(*AINO)
    said = process(coach.home, "client", "list", VALMENTAJA_LANG="fi")
    assert (said.code, said.err) == (0, "")
    assert said.out == "Aino, AK: tutustuu ja sopii, aloitus 1.10.2026 (nro 1)\n1 asiakas\n"


def test_a_day_taken_as_today_without_its_year_is_the_nearest_and_is_said(coach: Coach) -> None:
    said = coach.run("tally", "--json", on="25.11.")
    assert said.code == 0
    assert said.err == "Tänään on nyt ke 25.11.2026 (valinta --on).\n"


def test_a_day_understood_as_far_away_is_said(coach: Coach) -> None:
    said = coach.run("log", "--date", "23.1.", "--way", "phone")
    assert said.code == 0
    assert said.err.startswith("Huomaa, minkä päivän tästä ymmärsin: 23.1.2026.")


@pytest.mark.parametrize(
    "words",
    [
        ("log", "--date", "26.11."),
        ("log", "Uusi Kahvila, 26.11., tapaaminen"),
        ("meet", "Aino", "--date", "to 26.11."),
        ("time", "add", "kirjaukset", "30", "--date", "26.11."),
        ("diary", "Hyvä.", "--date", "26.11."),
    ],
)
def test_a_day_just_ahead_is_refused_and_never_taken_for_last_years(
    coach: Coach, words: tuple[str, ...]
) -> None:
    coach.did("client", "add", "Aino")
    before = coach.counts()
    said = coach.run(*words)
    assert (said.code, said.err.partition(".2026 on vasta edessä.")[0]) == (1, "26.11")
    assert coach.counts() == before


def test_a_record_number_given_for_a_change_is_understood_and_the_change_named(coach: Coach) -> None:
    for name in ("Aino", "Eino"):
        coach.did("client", "add", name)
    coach.did("log", "Aitta", "--client", "Eino", "--next", "soita", "--next-on", "pe")
    assert (
        coach.run("undo", "5").err == "Muutosta 5 ei ole. Kirjaus nro 5 on muutoksessa 3: valmentaja undo 3\n"
    )


def test_a_workbook_that_is_gone_but_not_its_keys_is_brought_back(unlocked: Coach) -> None:
    unlocked.did("client", "add", "Aino")
    (unlocked.home / "workbook.db").unlink()
    assert "valmentaja restore --latest" in unlocked.run("triage").err
    assert unlocked.run("init").code == 1

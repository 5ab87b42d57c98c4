"""Whatever is typed gets a sentence: what is wrong, and that nothing was stored. Never a traceback."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Coach, Said, process, refused

AINO = ("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
AHEAD = "{day} on vasta edessä. Kirjata voi vain sen, mikä on jo tapahtunut. Mitään ei tallennettu."
NOT_TEXT = "Tekstissä on merkkejä, joita ei voi lukea: se ei ole UTF-8:aa. Mitään ei tallennettu."
GIVEN_BACK = "Kirjoittamasi teksti ei tallentunut. Tässä se on, kopioi talteen:"
CONTINUE = (
    "Komento client tarvitsee jatkoa: client add, client list, client show, client set, client phase, "
    "client end."
)
CLIENT_WAYS = "kasvokkain (in_person), video, puhelu (phone), viesti (message)"
MILLION = 1_000_000


def _nothing_was_stored(coach: Coach, said: Said, expected: Said) -> None:
    assert said == expected
    assert coach.counts()["change"] == 1  # the adding of Aino


@pytest.mark.parametrize("command", [("log", "Aitta"), ("meet", "AK"), ("diary", "Päivä.")])
@pytest.mark.parametrize(
    ("day", "code", "sentence"),
    [
        ("huu", 2, "Tätä päivää ei voi lukea: huu. Kirjoita esimerkiksi 24.11.2026, 24.11., tänään tai ma."),
        (
            "24/11",
            2,
            "Tätä päivää ei voi lukea: 24/11. Kirjoita esimerkiksi 24.11.2026, 24.11., tänään tai ma.",
        ),
        ("30.2.2026", 2, "Päivää 30.2.2026 ei ole kalenterissa. Vuosi voi olla 1900–2100."),
        ("31.4.", 2, "Päivää 31.4. ei ole kalenterissa. Vuosi voi olla 1900–2100."),
        ("2026-13-01", 2, "Päivää 2026-13-01 ei ole kalenterissa. Vuosi voi olla 1900–2100."),
        ("1.1.2101", 2, "Päivää 1.1.2101 ei ole kalenterissa. Vuosi voi olla 1900–2100."),
        ("huomenna", 1, AHEAD.format(day="25.11.2026")),
        ("2026-12-24", 1, AHEAD.format(day="24.12.2026")),
    ],
)
def test_a_day_that_is_none_or_lies_ahead_is_not_logged(
    coach: Coach, command: tuple[str, ...], day: str, code: int, sentence: str
) -> None:
    coach.did(*AINO)
    _nothing_was_stored(coach, coach.run(*command, "--date", day), refused(code, sentence))


@pytest.mark.parametrize("command", [("log", "Aitta"), ("meet", "AK")])
@pytest.mark.parametrize(
    "minutes", ["-5", "1500", "9" * 5000, "1.5", "hetki", "0.1.", "٣", "", "1e3", "0x10"]
)
def test_minutes_are_those_of_one_day_at_most(coach: Coach, command: tuple[str, ...], minutes: str) -> None:
    coach.did(*AINO)
    said = coach.run(*command, f"--minutes={minutes}")
    sentence = f"--minutes ei voi olla {minutes}. Anna kokonaisluku 0–1440."
    _nothing_was_stored(coach, said, refused(2, sentence))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("log", "Aitta", "--time", "25.00"), "Tätä kellonaikaa ei ole: 25.00."),
        (("log", "Aitta", "--time", "aamulla"), "Tätä kellonaikaa ei voi lukea: aamulla. Kirjoita esimerkiksi 9.30."),
        (("meet", "AK", "--way", "kirje"), f"--way ei voi olla kirje. Vaihtoehdot: {CLIENT_WAYS}."),
        (("tally", "--week", "54"), "Viikkoa 54 ei ole. Vuodessa on 52 tai 53 viikkoa."),
        (("tally", "--week", "2026-W00"), "Viikkoa 2026-W00 ei ole. Vuodessa on 52 tai 53 viikkoa."),
        (("tally", "--week", "ensi"), "Tätä viikkoa ei voi lukea: ensi. Kirjoita esimerkiksi 2026-W48 tai vko 48."),
        (("kirjaa", "Aitta"), "Komentoa kirjaa ei ole. Tarkoititko: log? Komennot näet näin: valmentaja --help"),
        (("client",), CONTINUE),
        (("client", "poista"), CONTINUE),
        (("log", "Aitta", "--kesto", "5"), "En ymmärtänyt: näitä en tunne: --kesto 5. Ohje: valmentaja log --help"),
        (("triage", "kaikki"), "En ymmärtänyt: näitä en tunne: kaikki. Ohje: valmentaja triage --help"),
        (("log", "Aitta", "--date"), "En ymmärtänyt: --date: tarvitsee arvon. Ohje: valmentaja log --help"),
        (("meet",), "En ymmärtänyt: puuttuu: ASIAKAS. Ohje: valmentaja meet --help"),
        (("client", "show"), "En ymmärtänyt: puuttuu: ASIAKAS. Ohje: valmentaja client show --help"),
        (("triage", "--json=kyllä"), "En ymmärtänyt: --json: ei ota arvoa: 'kyllä'. Ohje: valmentaja triage --help"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(coach: Coach, words: tuple[str, ...], sentence: str) -> None:
    coach.did(*AINO)
    _nothing_was_stored(coach, coach.run(*words), refused(2, sentence))


def test_what_cannot_be_read_is_said_in_english(english: Coach) -> None:
    assert english.run("triage", "--foo") == refused(
        2, "That was not clear: not known here: --foo. Help: valmentaja triage --help"
    )
    assert english.run("diary", "x", "--date", "30.2.") == refused(
        2, "The day 30.2. is not in the calendar. The year can be 1900–2100."
    )


@pytest.mark.parametrize("on", ["huu", "30.2.2026", ""])
def test_today_must_be_a_day(coach: Coach, on: str) -> None:
    said = coach.run("triage", on=on)
    assert (said.code, said.out) == (2, "")


@pytest.mark.parametrize(
    "words",
    [
        ("log", "Aitta", "--client", ""),
        ("log", "Aitta", "--way", ""),
        ("log", "Aitta", "--purpose", ""),
        ("log", "Aitta", "--date", ""),
        ("log", "Aitta", "--time", ""),
        ("meet", ""),
        ("diary", "Päivä.", "--load", ""),
        ("next", "AK", "soita", "--on", "pe", "--owner", ""),
        ("undo", ""),
    ],
)
def test_an_empty_value_is_not_taken_for_none_given(coach: Coach, words: tuple[str, ...]) -> None:
    """A script whose variable is empty is told, where it would log for nobody otherwise."""
    coach.did(*AINO)
    said = coach.run(*words)
    assert said.code in (1, 2)
    _nothing_was_stored(coach, said, Said(said.code, "", said.err))


@pytest.mark.parametrize(
    "text",
    [
        "[/b] [@click=app.quit]x[/]",
        "{name} {0} {",
        "%s %(x)s",
        "'; DROP TABLE client; --",
        "#1",
        "=1+1",
        "🙂 Ähtäri",
    ],
)
def test_text_with_marks_is_kept_to_the_letter(coach: Coach, text: str) -> None:
    coach.did("client", "add", text)
    listed = coach.json("client", "list")
    assert isinstance(listed, list)
    assert listed[0]["name"] == text
    assert coach.did("client", "list").startswith(f"{text}, V1: ")
    coach.did("diary", "add", text)
    assert text in coach.did("diary", "show")
    assert text in coach.did("undo", "--list")


def test_what_would_command_a_terminal_is_kept_and_shown_as_a_picture(coach: Coach) -> None:
    commanding = "\x1b]0;otsikko\x07 \u202eoiva\u202c \x9b31m"
    coach.did("client", "add", "--code", "AK", "-", typed=commanding)
    listed = coach.did("client", "list")
    assert listed.startswith("␛]0;otsikko␇ �oiva� �31m, AK: ")
    told = coach.run("--json", "client", "list").out
    assert "\\u001b]0;otsikko\\u0007 \\u202eoiva\\u202c \\u009b31m" in told


def test_a_nul_is_left_out_and_said(coach: Coach) -> None:
    said = coach.run("diary", "-", typed="Hy\0vä\0.")
    assert said == Said(
        0, "Päiväkirjassa ti 24.11.2026: 1 sana (nro 1)\n", "Tekstistä poistettiin 2 NUL-merkkiä.\n"
    )
    assert coach.did("diary", "show").endswith("\nHyvä.\n")


def test_an_identity_code_is_masked_and_said(coach: Coach) -> None:
    said = coach.run("diary", "Soitti 131052-308T tänään.")
    assert said.err == "Henkilötunnus peitettiin: sitä ei tallenneta.\n"
    assert "Soitti 131052-•••• tänään." in coach.did("diary", "show")
    assert coach.did("find", "308T") == "Mitään ei löytynyt: 308T. Kokeile toista tai lyhyempää sanaa.\n"


def test_a_million_characters_are_kept_and_one_more_is_given_back(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    coach.did("client", "set", "AK", "note", "-", typed="ä" * MILLION)
    said = coach.run("client", "set", "AK", "note", "-", typed="ö" * (MILLION + 1))
    sentence = "Teksti on liian pitkä: 1000001 merkkiä, kenttään mahtuu 1000000. Mitään ei tallennettu."
    assert said == refused(1, f"{sentence}\n{GIVEN_BACK}\n{'ö' * (MILLION + 1)}")
    shown = coach.json("client", "show", "AK")
    assert isinstance(shown, dict)
    assert shown["note"] == "ä" * MILLION


def test_bytes_that_are_no_text_are_refused_and_given_back(coach: Coach) -> None:
    said = coach.run("diary", "-", typed=b"Hyv\xe4 p\xe4iv\xe4.\n")
    assert said == refused(2, f"{NOT_TEXT}\n{GIVEN_BACK}\nHyv� p�iv�.")
    assert coach.counts()["diary_entry"] == 0


@pytest.mark.parametrize(
    "words",
    [
        (b"client", b"add", b"A\xff"),
        (b"client", b"show", b"A\xff"),
        (b"log", b"A\xff"),
        (b"diary", b"A\xff"),
        (b"next", b"A\xff", b"x", b"--on", b"pe"),
    ],
)
def test_an_argument_that_is_no_text_is_refused(coach: Coach, words: tuple[bytes, ...]) -> None:
    said = process(coach.home, *words, VALMENTAJA_LANG="fi")
    assert said == refused(2, NOT_TEXT)
    assert coach.counts()["change"] == 0


def test_a_text_that_is_not_kept_is_given_back(coach: Coach) -> None:
    coach.did(*AINO)
    note = "Pitkä muistiinpano,\njota ei ole muualla.\n"
    said = coach.run("meet", "Väinö", "--note", "-", typed=note)
    assert said.code == 1
    assert GIVEN_BACK not in said.err  # it was never read: it is still where it came from
    said = coach.run("diary", "-", "--date", "huomenna", typed=note)
    assert said.code == 1
    said = coach.run("edit", "1", "contact_interval_days", "-", typed=note)
    assert said.code == 2
    assert said.err.endswith(f"{GIVEN_BACK}\n{note}")


def test_a_line_without_a_command_is_the_overview(nobody: Coach) -> None:
    assert nobody.did("--json").startswith("Valmentaja: ")


def test_a_folder_that_cannot_be_read_is_said(nobody: Coach, tmp_path: Path) -> None:
    (tmp_path / "tiedosto").write_text("")
    said = nobody.run("--home", str(tmp_path / "tiedosto" / "alla"), "init", "--no-passphrase")
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("Mitään ei tallennettu.\n")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_to_is_read_and_not_changed(coach: Coach) -> None:
    coach.did(*AINO)
    coach.home.chmod(0o500)
    try:
        assert coach.run("client", "list").code == 0
        said = coach.run("log", "Aitta")
        assert said == refused(1, "Kansioon tai tiedostoon ei voi kirjoittaa. Mitään ei tallennettu.")
    finally:
        coach.home.chmod(0o700)

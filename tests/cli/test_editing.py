"""Any record can be mended by its number: every kind, every field."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Coach, answered, refused
from tests.store.workbooks import plain_home
from valmentaja.rules.fields import FIELDS

IDS = {
    "client": "1",
    "employer": "3",
    "employer_contact": "4",
    "next_step": "5",
    "client_contact": "6",
    "snooze": "7",
    "diary_entry": "8",
}

# By kind and field: what is typed, what JSON then says under the field's name.
EDITS = {
    ("client", "name"): ("Aino Koski", "Aino Koski"),
    ("client", "code"): ("AKO", "AKO"),
    ("client", "start"): ("2.10.2026", "2026-10-02"),
    ("client", "phone"): ("040 123", "040 123"),
    ("client", "email"): ("aino@example.fi", "aino@example.fi"),
    ("client", "address"): ("Kuvitteenkatu 8", "Kuvitteenkatu 8"),
    ("client", "best_reached"): ("aamulla", "aamulla"),
    ("client", "contact_interval_days"): ("7", 7),
    ("client", "note"): ("Laulaa.", "Laulaa."),
    ("client", "carried_on_by"): ("Turku", "Turku"),
    ("employer", "name"): ("Aitta", "Aitta"),
    ("employer", "sector"): ("third", "third"),
    ("employer", "industry"): ("ravintola", "ravintola"),
    ("employer", "town"): ("Turku", "Turku"),
    ("employer", "address"): ("Kuvitteenkatu 1", "Kuvitteenkatu 1"),
    ("employer", "phone"): ("02 123", "02 123"),
    ("employer", "email"): ("aitta@example.fi", "aitta@example.fi"),
    ("employer", "people"): ("Eija", "Eija"),
    ("employer", "note"): ("Ahdas keittiö.", "Ahdas keittiö."),
    ("employer_contact", "date"): ("20.11.", "2026-11-20"),
    ("employer_contact", "time"): ("klo 9", "09:00"),
    ("employer_contact", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("employer_contact", "client"): ("Eino", {"id": 2, "name": "Eino", "code": "V2"}),
    ("employer_contact", "present"): ("kyllä", True),
    ("employer_contact", "made_by"): ("client", "client"),
    ("employer_contact", "way"): ("phone", "phone"),
    ("employer_contact", "purpose"): ("needs", "needs"),
    ("employer_contact", "who"): ("Eija", "Eija"),
    ("employer_contact", "outcome"): ("Palataan tammikuussa", "Palataan tammikuussa"),
    ("employer_contact", "note"): ("Kahvit.", "Kahvit."),
    ("employer_contact", "minutes"): ("45", 45),
    ("client_contact", "date"): ("20.11.", "2026-11-20"),
    ("client_contact", "time"): ("9:05", "09:05"),
    ("client_contact", "way"): ("video", "video"),
    ("client_contact", "reached"): ("ei", False),
    ("client_contact", "topic"): ("ansioluettelo", "ansioluettelo"),
    ("client_contact", "note"): ("Väsynyt.", "Väsynyt."),
    ("client_contact", "minutes"): ("30", 30),
    ("next_step", "text"): ("soita Eijalle", "soita Eijalle"),
    ("next_step", "on"): ("1.12.", "2026-12-01"),
    ("next_step", "owner"): ("client", "client"),
    ("next_step", "done_on"): ("eilen", "2026-11-23"),
    ("snooze", "until"): ("1.12.", "2026-12-01"),
    ("snooze", "because"): ("kiertueella", "kiertueella"),
    ("diary_entry", "date"): ("20.11.", "2026-11-20"),
    ("diary_entry", "text"): ("Toinen sana.", "Toinen sana."),
    ("diary_entry", "load"): ("2", 2),
    ("diary_entry", "energy"): ("4", 4),
    ("diary_entry", "supervision"): ("k", True),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workbook that holds a record of every kind."""
    coach = Coach(tmp_path_factory.mktemp("filled") / "home", pytest.MonkeyPatch())
    plain_home(coach.home)
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Eino")
    coach.did("log", "Lounas-Aitta", "--client", "AK", "--next", "soita", "--next-on", "pe")
    coach.did("meet", "AK")
    coach.did("snooze", "AK", "--until", "30.11.", "--because", "kurssilla")
    coach.did("diary", "Sana.")
    coach.did("employer", "add", "Pesula")
    return coach.home


@pytest.fixture
def kept(nobody: Coach, filled: Path) -> Coach:
    """A coach who keeps such a workbook."""
    shutil.copytree(filled, nobody.home)
    return nobody


def test_every_field_of_every_kind_is_tried_here() -> None:
    assert set(EDITS) == {(kind, field.name) for kind, fields in FIELDS.items() for field in fields}


@pytest.mark.parametrize(("kind", "field"), EDITS)
def test_a_field_is_changed_and_nothing_else(kept: Coach, kind: str, field: str) -> None:
    typed, said = EDITS[kind, field]
    before = kept.json("edit", IDS[kind], field, *typed.split())
    assert isinstance(before, dict)
    assert (before["id"], before[field]) == (int(IDS[kind]), said)
    kept.did("undo")
    kept.did("redo")
    assert kept.json("edit", IDS[kind], field, *typed.split()) == before


@pytest.mark.parametrize(
    ("kind", "field", "line"),
    [
        ("client", "phone", "Aino, puhelin: 040 123"),
        ("client", "start", "Aino, aloitus: pe 2.10.2026"),
        ("employer", "sector", "Lounas-Aitta, sektori: kolmas sektori"),
        (
            "employer_contact",
            "made_by",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, kuka otti yhteyttä: asiakas",
        ),
        (
            "employer_contact",
            "client",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, asiakas: Eino",
        ),
        (
            "employer_contact",
            "present",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, asiakas mukana: kyllä",
        ),
        ("client_contact", "way", "yhteys asiakkaaseen, Aino, ti 24.11.2026, tapa: videolla"),
        ("client_contact", "time", "yhteys asiakkaaseen, Aino, ti 24.11.2026, kello: 9.05"),
        ("next_step", "on", "seuraava askel, Aino, Lounas-Aitta, määräpäivä: ti 1.12.2026"),
        ("snooze", "because", "siirto, Aino, syy: kiertueella"),
        ("diary_entry", "load", "päiväkirja, ti 24.11.2026, kuormitus: 2"),
    ],
)
def test_it_is_told_what_was_changed_and_to_what(kept: Coach, kind: str, field: str, line: str) -> None:
    assert kept.run("edit", IDS[kind], field, str(EDITS[kind, field][0])) == answered(f"Muutettu: {line}\n")


def test_a_change_is_told_in_english(kept: Coach) -> None:
    assert kept.did("--lang", "en", "edit", "6", "reached", "no") == (
        "Changed: client contact, Aino, Tue 24 Nov 2026, reached: no\n"
    )


def test_a_long_text_is_told_by_its_beginning(kept: Coach) -> None:
    told = kept.did("edit", "6", "note", "sana " * 50)
    assert told.startswith("Muutettu: yhteys asiakkaaseen, Aino, ti 24.11.2026, muistiinpano: sana sana")
    assert told.endswith("sana…\n")
    assert len(told) < 160


@pytest.mark.parametrize(
    ("number", "label", "typed", "line"),
    [
        ("1", "Puhelin", "040", "Aino, puhelin: 040"),
        ("1", "phone", "", "Aino, puhelin: tyhjä"),
        ("6", "muistiinpano", "Väsynyt.", "yhteys asiakkaaseen, Aino, ti 24.11.2026, muistiinpano: Väsynyt."),
        ("6", "TAPA", "puhelu", "yhteys asiakkaaseen, Aino, ti 24.11.2026, tapa: puhelimitse"),
        (
            "4",
            "tapa",
            "kasvokkain",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, tapa: tapaaminen kasvotusten",
        ),
        ("4", "with", "Eija", "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, kenen kanssa: Eija"),
        ("5", "kenen", "Työnantaja", "seuraava askel, Aino, Lounas-Aitta, kenen: työnantaja"),
    ],
)
def test_a_field_and_its_word_may_be_finnish(
    kept: Coach, number: str, label: str, typed: str, line: str
) -> None:
    assert kept.run("edit", number, label, typed) == answered(f"Muutettu: {line}\n")


def test_an_empty_value_empties_a_field(kept: Coach) -> None:
    kept.did("edit", "6", "note", "Väsynyt.")
    emptied = kept.json("edit", "6", "note", "")
    assert isinstance(emptied, dict)
    assert emptied["note"] is None


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("99", "note", "x"), 1, "Kirjausta numero 99 ei ole. Mitään ei tallennettu."),
        (
            ("Aino", "note", "x"),
            2,
            "Aino ei ole kirjauksen numero. Numero näkyy kirjauksen lopussa, esimerkiksi nro 12.",
        ),
        (
            ("6", "hobby", "x"),
            2,
            (
                "Kenttää hobby ei ole. Kentät: päivä (date), kello (time), tapa (way), tavoitettiin (reached), "
                "aihe (topic), muistiinpano (note), minuutit (minutes)."
            ),
        ),
        (("6", "note"), 2, "Puuttuu: ARVO."),
        (("6", "date", ""), 1, "Kenttä päivä ei voi olla tyhjä. Mitään ei tallennettu."),
        (("6", "minutes", "-5"), 2, "minuutit ei voi olla -5. Anna kokonaisluku 0–1440."),
        (("6", "minutes", "1500"), 2, "minuutit ei voi olla 1500. Anna kokonaisluku 0–1440."),
        (
            ("6", "way", "kirje"),
            2,
            (
                "tapa ei voi olla kirje. Vaihtoehdot: kasvokkain (in_person), video, puhelu (phone), viesti "
                "(message)."
            ),
        ),
        (("6", "reached", "ehkä"), 2, "tavoitettiin ei voi olla ehkä. Vaihtoehdot: kyllä (yes), ei (no)."),
        (("6", "time", "25"), 2, "Tätä kellonaikaa ei ole: 25."),
        (
            ("4", "client", "Väinö"),
            1,
            "Asiakasta Väinö ei löydy. Mitään ei tallennettu. Omat asiakkaat: valmentaja client list",
        ),
        (
            ("7", "until", "24.11."),
            1,
            "24.11.2026 ei ole edessä. Anna päivä, jolloin asiakas palaa listalle.",
        ),
        (("8", "load", "6"), 2, "kuormitus ei voi olla 6. Anna kokonaisluku 1–5."),
        (("5", "text", " "), 1, "Kenttä teksti ei voi olla tyhjä. Mitään ei tallennettu."),
    ],
)
def test_what_a_field_does_not_take_changes_nothing(
    kept: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = kept.counts()
    assert kept.run("edit", *words) == refused(code, sentence)
    assert kept.counts() == before


def test_a_client_who_was_there_cannot_be_taken_out_alone(kept: Coach) -> None:
    kept.did("edit", "4", "present", "yes")
    assert kept.run("edit", "4", "client", "") == refused(
        1,
        "Kirjauksessa lukee, että asiakas oli mukana, joten siinä pitää olla myös asiakas. Mitään ei "
        "tallennettu.",
    )


def test_a_record_that_was_undone_is_there_no_more(kept: Coach) -> None:
    kept.did("undo")
    gone = kept.run("edit", "9", "town", "Turku")
    assert gone == refused(1, "Kirjausta numero 9 ei ole. Mitään ei tallennettu.")

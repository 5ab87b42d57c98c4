"""The page about the service, by a command: told, written into a file, given as JSON."""

from pathlib import Path

from tests.cli.running import Coach, Said, refused

WORDS = "Autan löytämään sopivan tekijän.\n\nTulen mukaan perehdytykseen."
CHANGE = "Sanat ovat asetuksissa, ja niitä voi muuttaa: valmentaja settings service_words\n"
CHANGE_IN_ENGLISH = "The words are in the settings. To change them: valmentaja settings service_words\n"


def _describe(coach: Coach) -> None:
    coach.did("settings", "service_words", "-", typed=WORDS)


def test_the_page_is_told_in_the_coachs_own_words(coach: Coach) -> None:
    _describe(coach)
    assert coach.run("leaflet") == Said(0, f"Työhönvalmennus työnantajan tukena\n\n{WORDS}\n", CHANGE)
    assert coach.run("--lang", "en", "leaflet") == Said(
        0, f"Job coaching in support of the employer\n\n{WORDS}\n", CHANGE_IN_ENGLISH
    )


def test_the_page_is_given_as_json(coach: Coach) -> None:
    _describe(coach)
    assert coach.json("leaflet") == {
        "title": "Työhönvalmennus työnantajan tukena",
        "parts": [{"name": "", "text": WORDS}],
    }


def test_the_page_is_written_for_paper_and_as_text(coach: Coach, tmp_path: Path) -> None:
    _describe(coach)
    page, text = tmp_path / "esite.html", tmp_path / "esite.txt"
    assert coach.run("leaflet", "--to", str(page)) == Said(
        0, f"Kirjoitettu tiedostoon {page}. Tiedosto ei ole salattu.\n", CHANGE
    )
    assert "<p>Autan löytämään sopivan tekijän." in page.read_text(encoding="utf-8")
    assert coach.did("leaflet", "--to", str(page)) == f"Korvattu tiedosto {page}. Tiedosto ei ole salattu.\n"
    assert coach.json("leaflet", "--to", str(text)) == {"written": [str(text)]}
    assert text.read_text(encoding="utf-8") == f"Työhönvalmennus työnantajan tukena\n\n{WORDS}\n"


def test_a_page_of_another_kind_and_a_file_of_the_coachs_own_are_left_alone(
    coach: Coach, tmp_path: Path
) -> None:
    _describe(coach)
    letter = tmp_path / "kirje.txt"
    letter.write_text("Hei äiti", encoding="utf-8")
    assert coach.run("leaflet", "--to", str(letter)).code == 1
    assert letter.read_text(encoding="utf-8") == "Hei äiti"
    assert coach.run("leaflet", "--to", "esite.pdf") == refused(
        1, "Tiedoston nimen lopussa on oltava .txt tai .html: esite.pdf. Mitään ei kirjoitettu."
    )


def test_without_words_it_is_said_where_they_are_written(coach: Coach) -> None:
    assert coach.run("leaflet") == refused(
        1,
        "Palvelua ei ole vielä kuvattu. Kirjoita: valmentaja settings service_words",
    )
    assert coach.run("--lang", "en", "leaflet").code == 1

"""At a terminal what is missing is asked for, in peace, until it is right."""

import re
from pathlib import Path

from tests.cli.running import Coach, Terminal, process
from tests.store.workbooks import PASSPHRASE, recovery_code

CODE = r"[2-9A-Z]{5}(?:-[2-9A-Z]{5}){4}"


def test_a_passphrase_is_asked_until_it_is_right_and_never_shown(locked: Coach) -> None:
    with Terminal(locked.home, "client", "list") as terminal:
        terminal.wait_for("Salasana: ")
        terminal.type("räntää ei sada")
        terminal.wait_for("Salasana ei avannut työkirjaa.")
        terminal.wait_for("Salasana: ")
        terminal.type(PASSPHRASE)
        code, shown = terminal.end()
    assert code == 0
    assert shown.strip() == "Listalla ei ole asiakkaita. Lisää asiakas: valmentaja client add NIMI"


def test_a_new_workbook_asks_twice_and_has_the_code_written_back(nobody: Coach) -> None:
    with Terminal(nobody.home, "init") as terminal:
        terminal.wait_for("Pitkä lause, jonka muistat, on parempi")
        for first, second, answer in (
            ("", None, "niin lyhyt"),
            ("pyörä ruostuu", "pyörä rusotuu", "Salasanat olivat erilaiset."),
            ("pyörä ruostuu", "pyörä ruostuu", "Kuka vastaa asiakastiedoista?"),
        ):
            terminal.wait_for("Uusi salasana: ")
            terminal.type(first)
            if second is not None:
                terminal.wait_for("Sama uudelleen: ")
                terminal.type(second)
            terminal.wait_for(answer)
        terminal.wait_for("(Enter: kysytään myöhemmin): ")
        terminal.type("naapuri")
        terminal.wait_for("--records-for ei voi olla naapuri.")
        terminal.wait_for("(Enter: kysytään myöhemmin): ")
        terminal.type("en tiedä")
        terminal.wait_for("Palautuskoodi: ")
        terminal.wait_for("Kirjoita koodi paperille")
        terminal.wait_for("(Enter ohittaa): ")
        terminal.type("AAAAA")
        terminal.wait_for("Ei ole sama.")
        terminal.wait_for("(Enter ohittaa): ")
        terminal.type("")
        code, shown = terminal.end()
    assert code == 0
    assert shown.strip().splitlines() == [
        "Muista kirjoittaa koodi talteen, ennen kuin suljet ikkunan.",
        "Seuraavaksi: valmentaja client add --code TUNNUS",
    ]
    said = process(nobody.home, "triage", "--passphrase-file", "-", typed="pyörä ruostuu\n".encode())
    assert said.code == 0


def test_a_forgotten_passphrase_is_replaced_by_the_code_from_paper(locked: Coach) -> None:
    with Terminal(locked.home, "passphrase", "recover") as terminal:
        terminal.wait_for("Palautuskoodi: ")
        terminal.type("22222-33333-44444-55555-66666")
        terminal.wait_for("Palautuskoodi ei avannut työkirjaa.")
        terminal.wait_for("Palautuskoodi: ")
        terminal.type(recovery_code().lower())
        terminal.wait_for("Uusi salasana: ")
        terminal.type("pyörä ruostuu")
        terminal.wait_for("Sama uudelleen: ")
        terminal.type("pyörä ruostuu")
        terminal.wait_for("(Enter ohittaa): ")
        found = re.search(CODE, terminal.seen.rpartition("Sama uudelleen")[2])
        assert found
        terminal.type(found[0][-5:].lower())
        code, shown = terminal.end()
    assert (code, shown.strip().splitlines()[-1]) == (0, "Oikein. Koodi on tallessa.")


def test_the_diary_is_typed_line_by_line(coach: Coach) -> None:
    with Terminal(coach.home, "diary") as terminal:
        terminal.wait_for("kaksi tyhjää lopettaa.")
        for line in ("Hyvä päivä.", "Ääkkösetkin menivät oikein.", "", "Toinen kappale.", "", ""):
            terminal.type(line)
        terminal.wait_for("7 sanaa")
        assert terminal.end()[0] == 0
    assert "Hyvä päivä.\nÄäkkösetkin menivät oikein.\n\nToinen kappale.\n" in coach.did(
        "diary", "show", on="2100-01-01"
    )


def test_a_missing_text_is_asked_for_in_one_line(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    with Terminal(coach.home, "client", "set", "AK", "phone") as terminal:
        terminal.wait_for("Uusi arvo: ")
        terminal.type("040 123")
        terminal.wait_for("Muutettu: Aino, puhelin: 040 123")
        assert terminal.end()[0] == 0


def test_what_was_typed_and_could_not_be_kept_is_given_back(coach: Coach) -> None:
    with Terminal(coach.home, "employer", "add", "--sector", "neljäs") as terminal:
        terminal.wait_for("Työnantajan nimi: ")
        terminal.type("Lounas-Aitta")
        terminal.wait_for("--sector ei voi olla neljäs.")
        terminal.wait_for("Kirjoittamasi teksti ei tallentunut.")
        code, shown = terminal.end()
    assert (code, shown.strip().splitlines()[-1]) == (2, "Lounas-Aitta")


def test_an_input_that_ends_counts_as_an_interruption(coach: Coach) -> None:
    with Terminal(coach.home, "client", "add") as terminal:
        terminal.wait_for("Asiakkaan nimi: ")
        terminal.type("\x04", end="")
        code, shown = terminal.end()
    assert (code, shown.strip().splitlines()[-1]) == (130, "Keskeytetty. Mitään ei tallennettu.")


def test_numbers_of_the_day_still_ask_for_words_and_enter_is_enough(coach: Coach) -> None:
    with Terminal(coach.home, "diary", "--load", "2") as terminal:
        terminal.wait_for("jos pelkät luvut riittävät")
        terminal.type("")
        terminal.wait_for("kuormitus 2")
        assert terminal.end()[0] == 0


def test_a_passphrase_that_can_be_guessed_is_not_taken_from_a_person(tmp_path: Path) -> None:
    with Terminal(tmp_path / "new", "init") as terminal:
        terminal.wait_for("Uusi salasana:")
        terminal.type("abc")
        terminal.wait_for("niin lyhyt")
        terminal.wait_for("Uusi salasana:")
        terminal.process.terminate()
        assert terminal.end()[0] == 130
    assert not (tmp_path / "new" / "workbook.db").exists()


def test_the_second_wrong_passphrase_brings_the_way_in_by_the_code_to_mind(locked: Coach) -> None:
    with Terminal(locked.home, "triage") as terminal:
        for _ in range(2):
            terminal.wait_for("Salasana:")
            terminal.type("väärä lause")
        terminal.wait_for("passphrase recover")
        terminal.process.terminate()
        assert terminal.end()[0] == 130


def test_the_end_of_work_asks_why_what_was_learned_and_what_is_carried_onward(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Leipomo Kuura")
    coach.did("placement", "add", "AK", "Leipomo", "--start", "2.11.2026")
    with Terminal(coach.home, "placement", "end", "3", "--on", "2026-11-24") as terminal:
        terminal.wait_for("Miksi työ päättyi? ")
        terminal.type("kausi loppui")
        terminal.wait_for("Mitä opittiin? (Enter ohittaa) ")
        terminal.type("iltavuoro väsyttää")
        terminal.wait_for("Mitä asiakas vie mukanaan? (Enter ohittaa) ")
        terminal.type("")
        terminal.wait_for("Päätetty: Aino")
        assert terminal.end()[0] == 0
    listed = coach.json("placement", "list", "AK")
    assert isinstance(listed, list)
    (told,) = listed
    assert (told["end_reason"], told["learned"], told["carried_onward"]) == (
        "kausi loppui",
        "iltavuoro väsyttää",
        None,
    )

"""Making the workbook, and the ways into it, where nobody sits at a terminal."""

import re
import sys
import time
from datetime import datetime
from errno import ENOSPC
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import written
from tests.cli.running import Coach, answered, refused
from tests.store.workbooks import PASSPHRASE, recovery_code
from valmentaja.cli import output
from valmentaja.places import Home
from valmentaja.store import keyring_door, locks
from valmentaja.store.locks import make_home

CODE = r"[2-9A-Z]{5}(-[2-9A-Z]{5}){4}"
LOCKED = "Työkirja on lukossa, eikä salasanaa voi kysyä tässä. Anna se: --passphrase-file TIEDOSTO."
HALF_A_SECOND = locks.WRONG_PHRASE_SECONDS

pytestmark = pytest.mark.usefixtures("quick_passphrases")


def test_a_workbook_is_made_and_its_code_shown_once(nobody: Coach, passphrase_file: str) -> None:
    made = nobody.run("init", "--passphrase-file", passphrase_file)
    assert made.code == 0
    home, code = made.lines
    assert home == f"Työkirjan kansio: {nobody.home}"
    assert re.fullmatch(f"Palautuskoodi: {CODE}", code)
    assert made.err == (
        "Kirjoita koodi paperille ja pane se talteen muualle kuin tälle koneelle. Se näytetään vain nyt. "
        "Jos salasana unohtuu, koodi avaa työkirjan; ilman kumpaakaan sitä ei avaa kukaan, emme mekään.\n"
        "Seuraavaksi: valmentaja client add NIMI\n"
    )
    assert nobody.did("client", "list", "--passphrase-file", passphrase_file)


def test_a_new_workbook_is_given_as_json(nobody: Coach, passphrase_file: str) -> None:
    made = nobody.json("init", "--passphrase-file", passphrase_file)
    assert isinstance(made, dict)
    assert made | {"recovery_code": None} == {
        "home": str(nobody.home),
        "encrypted": True,
        "recovery_code": None,
    }
    assert re.fullmatch(CODE, str(made["recovery_code"]))


def test_a_workbook_may_be_made_without_a_passphrase(nobody: Coach) -> None:
    made = nobody.run("init", "--no-passphrase")
    assert (made.code, made.out) == (0, f"Työkirjan kansio: {nobody.home}\n")
    assert made.err.splitlines() == [
        "Tätä työkirjaa ei salata: jokainen, joka saa tiedoston, voi lukea sen.",
        "Seuraavaksi: valmentaja client add NIMI",
    ]


def test_that_too_is_given_as_json(nobody: Coach) -> None:
    assert nobody.json("init", "--no-passphrase") == {
        "home": str(nobody.home),
        "encrypted": False,
        "recovery_code": None,
    }


def test_a_workbook_that_is_there_is_left_alone(coach: Coach) -> None:
    before = (coach.home / "workbook.db").read_bytes()
    again = coach.run("init", "--no-passphrase")
    assert again == refused(1, f"Kansiossa {coach.home} on jo työkirja. Sitä ei muutettu.")
    assert (coach.home / "workbook.db").read_bytes() == before


@pytest.mark.parametrize("service", ["Dropbox", "OneDrive - Kunta"])
def test_a_folder_that_is_synchronised_is_warned_about(coach: Coach, tmp_path: Path, service: str) -> None:
    made = coach.run("init", "--no-passphrase", "--home", str(tmp_path / service / "työ"))
    assert made.code == 0
    assert made.err.splitlines()[-1] == (
        f"Varo: kansion synkronoi tai jakaa {service.partition(' ')[0]}. Siellä tiedosto voi vioittua. Valitse "
        "kansio, joka on vain tällä koneella."
    )


def test_a_passphrase_must_be_had_and_be_something(nobody: Coach, tmp_path: Path) -> None:
    assert nobody.run("init") == refused(3, "Salasana puuttuu. Anna se: --passphrase-file TIEDOSTO.")
    missing = str(tmp_path / "ei ole")
    assert nobody.run("init", "--passphrase-file", missing) == refused(
        3, f"Tiedostoa {missing} ei voi lukea. Tarkista nimi ja oikeudet."
    )
    empty = nobody.run("init", "--passphrase-file", written(tmp_path / "tyhjä", "  "))
    assert empty == refused(1, "Salasana ei voi olla tyhjä.")
    assert not nobody.home.exists()


@pytest.mark.parametrize("where", ["option", "variable", "input"])
def test_the_passphrase_may_come_in_three_ways(
    locked: Coach, passphrase_file: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"option": ("--passphrase-file", passphrase_file), "input": ("--passphrase-file", "-")}
    if where == "variable":
        monkeypatch.setenv("VALMENTAJA_PASSPHRASE_FILE", passphrase_file)
    said = locked.run("client", "list", *words.get(where, ()), typed=PASSPHRASE + "\n")
    assert (said.code, said.err) == (0, "")


def test_without_a_passphrase_the_workbook_stays_closed(locked: Coach) -> None:
    assert locked.run("client", "list") == refused(3, LOCKED)
    assert locked.run("--lang", "en", "client", "list") == refused(
        3,
        "The workbook is locked, and there is nobody to ask here. Give the passphrase: --passphrase-file FILE.",
    )


def test_a_coach_who_has_chosen_english_is_spoken_to_in_it_before_the_workbook_is_open(
    locked: Coach, passphrase_file: str
) -> None:
    locked.did("settings", "language", "en", "--passphrase-file", passphrase_file)
    assert locked.run("client", "list").err.startswith("The workbook is locked")
    assert locked.run("client", "list", "--lang", "fi") == refused(3, LOCKED)


def test_a_wrong_passphrase_is_told_kindly_and_takes_half_a_second(
    locked: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WRONG_PHRASE_SECONDS", HALF_A_SECOND)
    began = time.monotonic()
    said = locked.run("triage", "--passphrase-file", written(tmp_path / "väärä", "räntää sataa"))
    assert time.monotonic() - began >= HALF_A_SECOND == 0.5
    assert said == refused(
        3,
        "Salasana ei avannut työkirjaa. Mitään ei muutettu. Yritä rauhassa uudelleen; yrityksiä ei ole rajattu.",
    )


def test_a_passphrase_that_is_no_text_opens_nothing(locked: Coach, tmp_path: Path) -> None:
    (tmp_path / "tavuja").write_bytes(b"\xff\xfe\n")
    said = locked.run("triage", "--passphrase-file", str(tmp_path / "tavuja"))
    assert said == refused(3, "Salasanassa on merkkejä, joita ei voi lukea.")


def test_the_key_itself_opens_the_workbook(locked: Coach, tmp_path: Path, passphrase_file: str) -> None:
    wrong = locked.run("triage", "--key-file", written(tmp_path / "väärä", "ab" * 32))
    assert wrong == refused(
        3, "Tämä avain ei avaa työkirjaa, tai työkirja on vioittunut. Mitään ei muutettu."
    )
    form = locked.run("triage", "--key-file", passphrase_file)
    assert form == refused(
        2,
        f"Tiedostossa {passphrase_file} ei ole avainta: ensimmäisellä rivillä pitää olla 64 heksanumeroa.",
    )


def test_the_passphrase_is_changed(locked: Coach, passphrase_file: str, tmp_path: Path) -> None:
    new = written(tmp_path / "uusi", "uusi lause joka muistetaan")
    changed = locked.run(
        *("passphrase", "change", "--passphrase-file", passphrase_file, "--new-passphrase-file", new)
    )
    assert changed == answered(
        "Salasana on vaihdettu. Vanhat varmuuskopiot avautuvat yhä vanhalla salasanalla.\n"
    )
    assert locked.run("triage", "--passphrase-file", passphrase_file).code == 3
    assert locked.run("triage", "--passphrase-file", new).code == 0


def test_a_change_of_passphrase_is_given_as_json(locked: Coach, passphrase_file: str) -> None:
    words = ("passphrase", "change", "--passphrase-file", passphrase_file)
    assert locked.run(*words) == refused(3, "Salasana puuttuu. Anna se: --new-passphrase-file TIEDOSTO.")
    assert locked.json(*words, "--new-passphrase-file", passphrase_file) == {"done": True}


def test_the_passphrase_and_its_successor_may_both_be_piped(locked: Coach) -> None:
    words = ("passphrase", "change", "--passphrase-file", "-", "--new-passphrase-file", "-")
    assert locked.run(*words, typed=f"{PASSPHRASE}\nuusi lause\n").code == 0
    assert locked.run("triage", "--passphrase-file", "-", typed="uusi lause\n").code == 0


def test_the_code_opens_the_workbook_when_the_passphrase_is_forgotten(locked: Coach, tmp_path: Path) -> None:
    code = written(tmp_path / "koodi", recovery_code().lower().replace("-", " "))
    new = written(tmp_path / "uusi", "uusi lause")
    words = ("passphrase", "recover", "--code-file", code, "--new-passphrase-file", new)
    got_in = locked.run(*words)
    assert got_in.code == 0
    assert re.fullmatch(f"Palautuskoodi: {CODE}\n", got_in.out)
    assert got_in.err == (
        "Uusi salasana on voimassa, ja tässä on uusi koodi. Vanha avaa enää vain vanhat varmuuskopiot. "
        "Kirjoita uusi paperille.\n"
    )
    assert locked.run("triage", "--passphrase-file", new).code == 0
    assert locked.run(*words) == refused(
        3,
        "Palautuskoodi ei avannut työkirjaa. Mitään ei muutettu. Isoilla kirjaimilla ja viivoilla ei ole väliä; "
        "koodissa ei ole nollaa, ykköstä eikä kirjaimia O, I, L ja U.",
    )


def test_the_new_code_is_given_as_json(locked: Coach, tmp_path: Path, passphrase_file: str) -> None:
    code = written(tmp_path / "koodi", recovery_code())
    words = ("passphrase", "recover", "--code-file", code, "--new-passphrase-file", passphrase_file)
    told = locked.json(*words)
    assert isinstance(told, dict)
    assert re.fullmatch(CODE, str(told["recovery_code"]))
    assert told | {"recovery_code": ""} == {"done": True, "recovery_code": ""}


def test_recovering_needs_the_code(locked: Coach) -> None:
    assert locked.run("passphrase", "recover") == refused(2, "Puuttuu: --code-file.")


@pytest.mark.parametrize("act", ["change", "recover", "remember"])
def test_a_workbook_without_a_passphrase_has_none_to_handle(coach: Coach, act: str) -> None:
    said = coach.run("passphrase", act)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Tässä työkirjassa ei ole salasanaa. Salattu siitä tulee näin: ")


@pytest.mark.parametrize("act", ["change", "recover", "remember", "forget"])
def test_where_there_is_no_workbook_there_is_no_passphrase(nobody: Coach, act: str) -> None:
    assert nobody.run("passphrase", act) == refused(
        1,
        f"Kansiossa {nobody.home} ei ole työkirjaa. Tee se: valmentaja init. Jos se on muualla: --home KANSIO.",
    )


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A keyring of the computer that is empty and works; the developer's own is never touched."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(keyring_door, "remember", kept.__setitem__)
    monkeypatch.setattr(keyring_door, "recall", kept.get)
    monkeypatch.setattr(keyring_door, "forget", kept.pop)
    return kept


def test_a_computer_that_remembers_does_not_ask_until_told_to_forget(
    locked: Coach, passphrase_file: str, keyring: dict[str, str]
) -> None:
    assert locked.run("passphrase", "remember", "--passphrase-file", passphrase_file) == answered(
        "Tämä kone avaa työkirjan nyt kysymättä. Komento passphrase forget peruu sen.\n"
    )
    assert len(keyring) == 1
    assert locked.run("client", "list").code == 0
    assert locked.json("passphrase", "remember") == {"done": True}
    assert locked.run("passphrase", "forget") == answered("Tämä kone kysyy taas salasanan.\n")
    assert keyring == {}
    assert locked.run("client", "list") == refused(3, LOCKED)
    assert locked.json("passphrase", "forget") == {"done": True}


def test_remembering_needs_a_keyring_that_keeps_a_secret(
    unlocked: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_keyring=object))
    assert unlocked.run("passphrase", "remember") == refused(
        1,
        "Tällä koneella ei ole avainrengasta, johon avaimen voisi jättää turvallisesti. Työkirja aukeaa edelleen "
        "salasanalla.",
    )


def test_the_code_of_another_workbook_destroys_nothing(locked: Coach, tmp_path: Path) -> None:
    other = Home(str(tmp_path / "other"))
    code = make_home(other, "toinen lause", datetime.now)
    (locked.home / "code.key").write_bytes(Path(other.code_key).read_bytes())
    before = (locked.home / "pass.key").read_bytes()
    words = ("passphrase", "recover", "--code-file", written(tmp_path / "c", str(code)))
    assert locked.run(*words, "--new-passphrase-file", written(tmp_path / "n", "uusi lause")).code != 0
    assert (locked.home / "pass.key").read_bytes() == before


def _fail_to_write() -> None:
    raise OSError(ENOSPC, "No space left on device")


def test_a_code_that_nobody_could_see_takes_the_place_of_none(
    locked: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = written(tmp_path / "koodi", recovery_code())
    new = written(tmp_path / "uusi", "uusi lause")
    before = (locked.home / "pass.key").read_bytes(), (locked.home / "code.key").read_bytes()
    words = ("passphrase", "recover", "--code-file", code, "--new-passphrase-file", new)
    monkeypatch.setattr(output, "flush", _fail_to_write)
    assert locked.run(*words).code == 1
    assert ((locked.home / "pass.key").read_bytes(), (locked.home / "code.key").read_bytes()) == before


def test_nobody_is_asked_without_a_terminal_and_names_are_taken_meanwhile(nobody: Coach) -> None:
    nobody.did("init", "--no-passphrase")
    assert nobody.json("settings", "records_for") == {"records_for": None}
    assert nobody.did("settings", "records_for") == (
        "records_for: ei vielä kysytty (kuka vastaa asiakastiedoista: employer, payer, self tai not_yet_known)\n"
    )
    nobody.did("client", "add", "Aino")


@pytest.mark.parametrize(
    ("word", "kept"),
    [("employer", "employer"), ("maksaja", "payer"), ("self", "self"), ("en tiedä", "not_yet_known")],
)
def test_who_is_responsible_may_be_told_when_the_workbook_is_made(
    nobody: Coach, word: str, kept: str
) -> None:
    nobody.did("init", "--no-passphrase", "--records-for", word)
    assert nobody.json("settings", "records_for") == {"records_for": kept}


def test_while_it_is_not_yet_known_the_next_thing_is_a_client_by_code(nobody: Coach) -> None:
    made = nobody.run("init", "--no-passphrase", "--records-for", "not_yet_known")
    assert made.err.splitlines()[-1] == "Seuraavaksi: valmentaja client add --code TUNNUS"
    assert nobody.run("client", "add", "Aino").code == 1


def test_somebody_else_cannot_be_responsible(nobody: Coach) -> None:
    said = nobody.run("init", "--no-passphrase", "--records-for", "naapuri")
    assert (said.code, "--records-for" in said.err) == (2, True)
    assert not nobody.home.exists()

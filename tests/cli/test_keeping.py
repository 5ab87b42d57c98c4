"""That the workbook is sound, and what to do when it is not."""

from pathlib import Path

import pytest

from tests.cli.conftest import written
from tests.cli.running import Coach, answered, refused
from tests.store.workbooks import PASSPHRASE, plain_home
from valmentaja.places import Home
from valmentaja.settings.face import Face, read_face
from valmentaja.store.connection import connect

FIRST_BACKUP = "valmentaja-2026-11-24-091000.zip"
DAMAGED = "Työkirja on vioittunut, eikä sitä voi lukea. Siihen ei kirjoitettu mitään."

pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def coach(nobody: Coach) -> Coach:
    """A coach whose workbook has never been backed up."""
    plain_home(nobody.home)
    return nobody


def test_a_sound_workbook_is_counted(coach: Coach) -> None:
    assert coach.run("check") == answered(
        "Työkirja on kunnossa.\n"
        f"Työkirjan kansio: {coach.home}\n"
        "Salattu: ei\n"
        "Viimeisin varmuuskopio: ei vielä yhtään\n"
        "Asiakkaita: 0\n"
        "Työnantajia: 0\n"
        "Työnantajakontakteja: 0\n"
        "Yhteyksiä asiakkaisiin: 0\n"
        "Seuraavia askelia: 0\n"
        "Siirtoja: 0\n"
        "Päiväkirjan päiviä: 0\n"
        "Varattuja aikoja: 0\n"
        "Ryhmiä: 0\n"
        "Töitä ja jaksoja: 0\n"
        "Siirrettyjä aloituksia: 0\n"
        "Työn tukia: 0\n"
        "Tilannekatsauksia: 0\n"
        "Uusia sopimuksia tapaamisista: 0\n"
        "Toiveita: 0\n"
        "Etuuksia: 0\n"
        "Lupia kertoa: 0\n"
        "Verkoston jäseniä: 0\n"
        "Yhteyksiä verkostoon: 0\n"
        "Tilattuja palveluja: 0\n"
        "Huolia: 0\n"
        "Poissaoloja: 0\n"
        "Yhteyshenkilöitä: 0\n"
        "Työpaikkavihjeitä: 0\n"
        "Muun ajan kirjauksia: 0\n"
        "Kysymyskierroksia: 0\n"
        "Vastauksia: 0\n"
        "Muutoksia: 0\n"
        "Keskeneräisiä tekstejä: 0\n"
    )


def test_a_sound_workbook_is_counted_in_english(unlocked: Coach) -> None:
    unlocked.did("client", "add", "Aino")
    assert unlocked.did("--lang", "en", "check").splitlines()[:5] == [
        "The workbook is sound.",
        f"Folder of the workbook: {unlocked.home}",
        "Encrypted: yes",
        "Newest backup: 24 Nov 2026 at 9:10",
        "Clients: 1",
    ]


def test_a_sound_workbook_is_given_as_json(unlocked: Coach) -> None:
    unlocked.did("client", "add", "Aino")
    told = unlocked.json("check")
    assert told == {
        "ok": True,
        "schema": 6,
        "encrypted": True,
        "counts": {
            "client": 1,
            "employer": 0,
            "employer_contact": 0,
            "client_contact": 0,
            "next_step": 0,
            "snooze": 0,
            "diary_entry": 0,
            "appointment": 0,
            "client_group": 0,
            "placement": 0,
            "start_move": 0,
            "work_support": 0,
            "placement_look": 0,
            "re_agreement": 0,
            "wish": 0,
            "benefit": 0,
            "disclosure": 0,
            "supporter": 0,
            "supporter_contact": 0,
            "service_period": 0,
            "concern": 0,
            "leave": 0,
            "employer_person": 0,
            "lead": 0,
            "activity": 0,
            "question_round": 0,
            "answer": 0,
            "change": 1,
            "draft": 0,
        },
        "last_backup": "2026-11-24T09:10:00",
        "home": str(unlocked.home),
    }


def test_a_backup_goes_to_its_place_or_to_a_file_of_choice(coach: Coach, tmp_path: Path) -> None:
    own = coach.run("backup")
    made = FIRST_BACKUP.replace(".zip", "-by-hand.zip")
    assert own.out == f"Varmuuskopio: {coach.home / 'backups' / made}\n"
    assert own.err == "Kopio on tarkistettu. Sitä ei ole salattu.\n"
    chosen = tmp_path / "kopio.zip"
    assert coach.json("backup", "--to", str(chosen)) == {"file": str(chosen), "verified": True}
    before = chosen.read_bytes()
    assert coach.run("backup", "--to", str(chosen)) == refused(
        1, f"Tiedosto {chosen} on jo olemassa. Sitä ei muutettu. Anna toinen nimi."
    )
    assert chosen.read_bytes() == before


def test_a_backup_of_an_encrypted_workbook_says_which_passphrase_opens_it(unlocked: Coach) -> None:
    assert unlocked.run("--lang", "en", "backup").err == (
        "The backup is verified. It opens with the passphrase in use now, even if you change it later.\n"
    )


def test_a_command_makes_the_days_backup_after_its_answer(coach: Coach) -> None:
    coach.did("client", "add", "Aino")
    coach.did("client", "add", "Eino")
    assert [file.name for file in (coach.home / "backups").iterdir()] == [FIRST_BACKUP]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_restored_workbook_speaks_its_language_before_it_is_open(
    unlocked: Coach, tmp_path: Path, is_there: bool
) -> None:
    unlocked.did("settings", "language", "en")
    unlocked.did("settings", "theme", "light")
    unlocked.did("backup", "--to", str(tmp_path / "kopio.zip"))
    unlocked.did("settings", "language", "fi")
    if not is_there:
        (unlocked.home / "workbook.db").unlink()
        (unlocked.home / "face").unlink()
    unlocked.did("restore", str(tmp_path / "kopio.zip"))
    assert read_face(Home(str(unlocked.home))) == Face("en", "light")


def test_a_backup_is_restored_and_what_it_replaces_is_kept(coach: Coach, tmp_path: Path) -> None:
    coach.did("client", "add", "Aino")
    coach.did("backup", "--to", str(tmp_path / "kopio.zip"))
    coach.did("client", "add", "Eino")
    restored = coach.run("restore", str(tmp_path / "kopio.zip"))
    replaced = coach.home / "backups" / "valmentaja-2026-11-24-091000-before-restore.zip"
    assert restored == answered(
        "Palautettu: työkirjassa on nyt se, mikä kopiossa oli.\n"
        f"Sitä edeltänyt on varmuuskopiona: {replaced}\n"
    )
    assert coach.counts()["client"] == 1
    coach.did("restore", str(replaced))
    assert coach.counts()["client"] == 2


def test_a_restoring_is_given_as_json(coach: Coach, tmp_path: Path) -> None:
    kept = str(tmp_path / "kopio.zip")
    coach.did("backup", "--to", kept)
    assert coach.json("restore", kept) == {
        "restored": kept,
        "replaced": str(coach.home / "backups" / "valmentaja-2026-11-24-091000-before-restore.zip"),
    }


def test_a_backup_is_restored_where_there_is_nothing_yet(coach: Coach, tmp_path: Path) -> None:
    coach.did("client", "add", "Aino")
    coach.did("backup", "--to", str(tmp_path / "kopio.zip"))
    elsewhere = Coach(tmp_path / "toinen kone", coach.patch)
    restored = elsewhere.run("restore", str(tmp_path / "kopio.zip"))
    assert restored == answered("Palautettu: työkirjassa on nyt se, mikä kopiossa oli.\n")
    assert elsewhere.counts()["client"] == 1


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 ei ihan", b"jotain muuta"])
def test_what_is_no_backup_is_not_restored(coach: Coach, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "kopio.zip"
    if content is not None:
        file.write_bytes(content)
    sentence = (
        f"Tiedostoa {file} ei ole."
        if content is None
        else f"Tiedosto {file} ei ole ehjä varmuuskopio. Työkirjaan ei koskettu."
    )
    assert coach.run("restore", str(file)) == refused(1, sentence)


def _break(home: Path, *, all_of_it: bool) -> None:
    """Overwrites the workbook's pages with other bytes; the first page too, or not."""
    file = home / "workbook.db"
    content = file.read_bytes()
    sound = b"" if all_of_it else content[:4096]
    file.write_bytes(sound + b"\x5a" * (len(content) - len(sound)))


@pytest.mark.parametrize("all_of_it", [True, False])
def test_damage_is_said_and_the_newest_backup_offered(unlocked: Coach, all_of_it: bool) -> None:
    unlocked.did("client", "add", "Aino")
    _break(unlocked.home, all_of_it=all_of_it)
    broken = (unlocked.home / "workbook.db").read_bytes()
    offer = "Viimeisin varmuuskopio tehtiin 24.11.2026 klo 9.10. Palauta se: valmentaja restore --latest"
    assert unlocked.run("check") == refused(4, f"{DAMAGED}\n{offer}")
    assert unlocked.run("client", "list") == refused(4, f"{DAMAGED}\n{offer}")
    assert (unlocked.home / "workbook.db").read_bytes() == broken
    restored = unlocked.did("restore", "--latest").splitlines()
    assert restored[:2] == [
        "Palautettu: työkirjassa on nyt se, mikä kopiossa oli.",
        "Tiedot ovat sellaisina kuin ne olivat 24.11.2026 klo 9.10. Sen jälkeen kirjattu puuttuu.",
    ]
    set_aside = Path(restored[2].removeprefix("Vanhat tiedostot ovat kansiossa: "))
    assert (set_aside / "workbook.db").read_bytes() == broken
    assert unlocked.counts()["client"] == 1


@pytest.mark.parametrize("content", [b"", b"hei"])
def test_a_file_that_is_no_workbook_is_damaged_and_not_locked(coach: Coach, content: bytes) -> None:
    (coach.home / "workbook.db").write_bytes(content)
    said = coach.run("triage")
    assert (said.code, said.out) == (4, "")
    assert said.err.startswith(f"{DAMAGED}\nTällä koneella ei ole varmuuskopiota. ")


def test_the_home_that_was_named_is_named_in_the_offer(coach: Coach, tmp_path: Path) -> None:
    coach.did("backup")
    (coach.home / "workbook.db").write_bytes(b"")
    elsewhere = Coach(tmp_path, coach.patch)
    offer = elsewhere.run("--lang", "en", "--home", str(coach.home), "triage").err.splitlines()[-1]
    assert offer == (
        f'The newest backup was made 24 Nov 2026 at 9:10. Restore it: valmentaja --home "{coach.home}" restore --latest'
    )


def test_the_file_of_a_newer_program_is_left_alone(coach: Coach) -> None:
    connection = connect(str(coach.home / "workbook.db"))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (coach.home / "workbook.db").read_bytes()
    said = "Työkirja on tehty uudemmalla Valmentajalla. Siihen ei kirjoitettu mitään. Päivitä ohjelma."
    for words in (("triage",), ("log", "Aitta"), ("check",)):
        assert coach.run(*words) == refused(4, said)
    assert (coach.home / "workbook.db").read_bytes() == before


def test_where_there_is_no_workbook_the_first_command_is_named(nobody: Coach) -> None:
    sentence = (
        f"There is no workbook in {nobody.home}. Make one: valmentaja init. If it is elsewhere: --home DIR."
    )
    assert nobody.run("--lang", "en", "triage") == refused(1, sentence)
    assert not nobody.home.exists()


def test_a_backup_with_another_passphrase_asks_for_it(
    unlocked: Coach, passphrase_file: str, tmp_path: Path
) -> None:
    """The key of a home never changes, so only the backup of another home has another key."""
    other = Coach(tmp_path / "toinen", unlocked.patch)
    new = written(tmp_path / "uusi", "aivan toinen lause")
    other.did("init", "--passphrase-file", new)
    other.did("client", "add", "Eino", "--passphrase-file", new)
    kept = str(tmp_path / "kopio.zip")
    other.did("backup", "--to", kept, "--passphrase-file", new)
    assert unlocked.run("restore", kept).code == 3
    unlocked.did("restore", kept, "--backup-passphrase-file", new)
    assert unlocked.counts()["client"] == 1
    assert unlocked.run("triage", "--passphrase-file", "-", typed=PASSPHRASE + "\n").code == 0


def test_a_workbook_that_is_gone_comes_back_by_its_newest_backup(unlocked: Coach) -> None:
    unlocked.did("client", "add", "Aino")
    (unlocked.home / "workbook.db").unlink()
    assert unlocked.run("restore", "--latest").code == 0
    assert unlocked.counts()["client"] == 1

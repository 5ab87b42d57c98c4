"""A coach's first two days, from an empty folder to a restored backup, in Finnish and in English."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import written
from tests.cli.running import Coach
from valmentaja.places import Home
from valmentaja.store.locks import key_by_passphrase

MONDAY, TUESDAY, WEDNESDAY = "2026-11-23", "2026-11-24", "2026-11-25"

pytestmark = pytest.mark.usefixtures("quick_passphrases")


@dataclass(frozen=True)
class Words:
    """What the story says in one language."""

    language: str
    code: str
    triage: str
    morning: str
    tally: str
    undone: str
    wrong: str
    recovered: str
    damaged: str
    restore: str
    restored: str


STORIES = (
    Words(
        language="fi",
        code="Palautuskoodi: ",
        triage=(
            "myöhässä: Eino Laine, EL: ei vielä yhteyttä, aloituksesta 20 pv, 6 pv yli\n"
            "tulossa: Aino Kallio, AK: ”tuo ajokortti” (to 26.11.)\n"
            "ajan tasalla: 1 asiakas\n"
        ),
        morning=(
            "myöhässä: Eino Laine, EL: ei vielä yhteyttä, aloituksesta 21 pv, 7 pv yli\n"
            "tulossa: Aino Kallio, AK: ”tuo ajokortti” (to 26.11.)\n"
            "ajan tasalla: 1 asiakas\n"
        ),
        tally="Työnantajatapaamisia: 3/6",
        undone="Kumottu: päiväkirjaan kirjoitettu 24.11.2026 (muutos 13, tehty 24.11.2026 klo 9.10)\n",
        wrong="Salasana ei avannut työkirjaa.",
        recovered="Uusi salasana on voimassa",
        damaged="Työkirja on vioittunut, eikä sitä voi lukea.",
        restore="Palauta se: valmentaja restore ",
        restored="Palautettu: työkirjassa on nyt se, mikä kopiossa oli.",
    ),
    Words(
        language="en",
        code="Recovery code: ",
        triage=(
            "late: Eino Laine, EL: no contact yet, 20 days since the start, 6 days over\n"
            "soon: Aino Kallio, AK: “tuo ajokortti” (Thu 26 Nov)\n"
            "quiet: 1 client\n"
        ),
        morning=(
            "late: Eino Laine, EL: no contact yet, 21 days since the start, 7 days over\n"
            "soon: Aino Kallio, AK: “tuo ajokortti” (Thu 26 Nov)\n"
            "quiet: 1 client\n"
        ),
        tally="Meetings with employers: 3/6",
        undone="Undone: diary written 24 Nov 2026 (change 13, made 24 Nov 2026 at 9:10)\n",
        wrong="That passphrase did not open the workbook.",
        recovered="The new passphrase",
        damaged="The workbook is damaged and cannot be read.",
        restore="Restore it: valmentaja restore ",
        restored="Restored: the workbook now holds what the backup held.",
    ),
)


@pytest.mark.parametrize("words", STORIES, ids=lambda words: words.language)
def test_the_first_two_days(
    nobody: Coach, tmp_path: Path, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = nobody
    monkeypatch.setenv("VALMENTAJA_LANG", words.language)
    monkeypatch.setenv("VALMENTAJA_PASSPHRASE_FILE", written(tmp_path / "lause", "räntää sataa taas"))

    made = coach.did("init")
    code = made.splitlines()[1].removeprefix(words.code)
    key = key_by_passphrase(Home(str(coach.home)), "räntää sataa taas")
    at_hand = ("--key-file", written(tmp_path / "avain", key))
    _the_first_day(coach, *at_hand)
    assert coach.did("triage") == words.triage
    assert words.tally in coach.did(*at_hand, "tally").splitlines()

    assert coach.did(*at_hand, "undo", on=WEDNESDAY) == words.undone
    assert coach.did(*at_hand, "triage", on=WEDNESDAY) == words.morning
    assert "Meni vähän ohi." not in coach.did(*at_hand, "diary", "show", on=WEDNESDAY)

    monkeypatch.setenv("VALMENTAJA_PASSPHRASE_FILE", written(tmp_path / "väärä", "mikä se olikaan"))
    forgotten = coach.run("triage", on=WEDNESDAY)
    assert (forgotten.code, forgotten.out) == (3, "")
    assert forgotten.err.startswith(words.wrong)
    new = written(tmp_path / "uusi", "pyörä ruostuu pihalla")
    recovered = coach.run(
        *("passphrase", "recover", "--code-file", written(tmp_path / "koodi", code)),
        *("--new-passphrase-file", new),
        on=WEDNESDAY,
    )
    assert recovered.err.startswith(words.recovered)
    monkeypatch.setenv("VALMENTAJA_PASSPHRASE_FILE", new)
    assert coach.did("triage", on=WEDNESDAY) == words.morning

    _break_the_file_and_restore(coach, words, *at_hand)


def _the_first_day(coach: Coach, *at_hand: str) -> None:
    """Three clients, five contacts with employers, two meetings, the diary; the key is at hand all day."""

    def did(*words: str) -> None:
        coach.did(*at_hand, *words)

    did("client", "add", "Aino", "Kallio", "--code", "AK", "--start", "16.11.2026")
    did("client", "add", "Eino", "Laine", "--code", "EL", "--start", "4.11.2026")
    did("client", "add", "Oiva", "Mäki", "--code", "OM", "--start", "24.11.2026")
    did("log", "Lounas-Aitta", "--client", "AK", "--who", "Eija", "--date", "ma")
    did("log", "Pesula", "Pilvi", "--purpose", "needs")
    did("log", "lounas", "--way", "phone")
    did("log", "Kirjakauppa", "Sivu", "--minutes", "20")
    did("log", "pesula", "--purpose", "thanks")
    did("meet", "AK", "--topic", "työpaikkaan tutustuminen", "--date", MONDAY)
    did("meet", "OM", "--way", "video")
    did("next", "AK", "tuo", "ajokortti", "--on", "to", "--owner", "client")
    did("diary", "Hyvä maanantai.", "--date", MONDAY, "--load", "2")
    did("diary", "Meni vähän ohi.", "--energy", "2")


def _break_the_file_and_restore(coach: Coach, words: Words, *at_hand: str) -> None:
    """What the broken file is answered with leads back to the same morning."""
    coach.did(*at_hand, "backup", on=WEDNESDAY)
    (coach.home / "workbook.db").write_bytes(b"\x5a" * 40_960)
    broken = coach.run("triage", on=WEDNESDAY)
    assert (broken.code, broken.out) == (4, "")
    assert broken.err.startswith(words.damaged)
    newest = broken.err.partition(words.restore)[2].strip().strip('"')
    assert coach.did("restore", newest, on=WEDNESDAY).startswith(words.restored)
    assert coach.did("triage", on=WEDNESDAY) == words.morning
    assert coach.run(*at_hand, "check", on=WEDNESDAY).code == 0

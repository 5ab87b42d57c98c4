"""What a coach does many times a day answers at once: such commands load no library that they do not use."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.house.tree import ROOT

SLOW = {
    "sqlite_utils",
    "holidays",
    "textual",
    "rich",
    "simplemma",
    "snowballstemmer",
    "marisa_trie",
    "keyring",
    "platformdirs",
    "tomllib",
    "importlib.metadata",
    "importlib.resources",
    "click",
    "asyncio",
    # each costs 1 to 3 ms of the 50 that a command takes
    "typing",
    "pathlib",
    "shutil",
    "urllib.parse",
    "_strptime",
    "locale",
    "zipfile",
    "logging",
    "subprocess",
    "valmentaja.backup",
    "valmentaja.store.first_schema",
    "valmentaja.rules.fields",
}

# Runs a command as the entry point does, and writes which modules came with it.
PROBE = """
import sys
before = set(sys.modules)
from valmentaja.__main__ import main
try:
    code = main(sys.argv[2:])
finally:
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("\\n".join(set(sys.modules) - before))
sys.exit(code)
"""


def _loaded_by(home: Path, *words: str) -> set[str]:
    """The modules that a command loads; the command must succeed."""
    modules = home.parent / "modules"
    environment = os.environ | {
        "VALMENTAJA_HOME": str(home),
        "VALMENTAJA_LANG": "fi",
        "PYTHONPATH": str(ROOT),
    }
    result = subprocess.run(
        (sys.executable, "-c", PROBE, str(modules), *words),
        cwd=home.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, f"{words}\n{result.stdout}\n{result.stderr}"
    return set(modules.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook without passphrase, with a client, an employer and a contact a while ago."""
    home = tmp_path_factory.mktemp("coach") / "workbook"
    start = (date.today() - timedelta(days=40)).isoformat()
    contact_on = (date.today() - timedelta(days=20)).isoformat()
    _loaded_by(home, "init", "--no-passphrase")
    _loaded_by(home, "client", "add", "Aino Virtanen", "--code", "AV", "--start", start)
    _loaded_by(home, "employer", "add", "Kahvila Muru")
    _loaded_by(home, "meet", "AV", "--date", contact_on)
    return home


HOT = {
    "log": ("log", "Kahvila Muru", "--client", "AV", "--minutes", "30", "--note", "Etsii apua keittiöön."),
    "log as JSON": ("log", "Kahvila Muru", "--way", "phone", "--json"),
    "log to a new employer": ("log", "Pesula Pilvi"),
    "meet": ("meet", "AV", "--topic", "työnhaku"),
    "next": ("next", "AV", "Soita kahvilaan", "--on", (date.today() + timedelta(days=3)).isoformat()),
    "tally": ("tally",),
    "triage": ("triage",),
    "triage, all of it": ("triage", "--all"),
    "diary add": ("diary", "add", "Hyvä tapaaminen kahvilassa.", "--load", "2"),
    "diary": ("diary", "Pitkä päivä, mutta kaikki ehdittiin."),
    "diary show": ("diary", "show"),
    "version": ("--version",),
}


@pytest.fixture(scope="module")
def loaded(home: Path) -> dict[str, set[str]]:
    """What each of these commands loads."""
    return {name: _loaded_by(home, *words) for name, words in HOT.items()}


@pytest.mark.parametrize("name", HOT)
def test_a_daily_command_loads_nothing_slow(loaded: dict[str, set[str]], name: str) -> None:
    assert loaded[name] & SLOW == set()


@pytest.mark.parametrize("name", sorted(HOT.keys() - {"triage", "triage, all of it"}))
def test_only_triage_loads_the_signals(loaded: dict[str, set[str]], name: str) -> None:
    assert not {"valmentaja.rules.signals", "valmentaja.rules.triage"} & loaded[name]


def test_the_probe_sees_what_a_command_loads(home: Path) -> None:
    loaded = _loaded_by(home, "check", "--json")
    assert "valmentaja.cli" in loaded
    assert "sqlcipher3" in loaded

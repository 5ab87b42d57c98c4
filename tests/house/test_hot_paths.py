"""What a coach does many times a day answers at once: such commands load no library that they do not use."""

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.store.workbooks import opened, plain_home
from valmentaja.store.answers import Asked, plan_finding_out
from valmentaja.store.clients import add_client

SLOW = {
    "sqlite_utils",
    "holidays",
    "textual",
    "rich",
    "simplemma",
    "snowballstemmer",
    "marisa_trie",
    "keyring",
    "icalendar",
    "dateutil",
    "calendar",
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
    """A workbook without passphrase, with a client at work, an employer and a contact a while ago."""
    home = tmp_path_factory.mktemp("coach") / "workbook"
    start = (date.today() - timedelta(days=40)).isoformat()
    contact_on = (date.today() - timedelta(days=20)).isoformat()
    _loaded_by(home, "init", "--no-passphrase")
    _loaded_by(home, "settings", "records_for", "employer")
    _loaded_by(home, "client", "add", "Aino Virtanen", "--code", "AV", "--start", start)
    _loaded_by(home, "employer", "add", "Kahvila Muru")
    _loaded_by(home, "meet", "AV", "--date", contact_on)
    _loaded_by(home, "placement", "add", "AV", "Kahvila Muru", "--start", contact_on)
    _loaded_by(home, "disclosure", "AV", "--may", "vahvuudet")
    _loaded_by(home, "network", "add", "Anneli", "--client", "AV", "--every-days", "7")
    _loaded_by(home, "concern", "add", "AV", "liukas lattia")
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


OF_NOBODY = {
    f"valmentaja.model.{kind}"
    for kind in (
        *("answer", "employer", "group", "placement_look", "re_agreement", "service_period"),
        *("snooze", "start_move", "supporter_contact", "wish", "work_support"),
    )
}
"""Records that the list would have to look at, or never does, and that nobody in the workbook has open."""

INTENTS = {"valmentaja.store.booking", "valmentaja.store.contacts", "valmentaja.store.placements"}
"""Where a coach's deeds are written down: nothing of them is needed for reading."""

OF_QUESTIONS = {
    f"valmentaja.{room}"
    for room in (
        *("cli.questions", "content.question_sets", "desks.question_names", "desks.questions"),
        *("rules.questions", "store.answer_deeds", "store.answers", "store.find_outs"),
    )
}
"""What reads the question sets, or says what was answered: the list tells of a "don't know" in its own words."""

COUNTS_MONTHS = {"dateutil", "calendar", "locale"}
"""2 ms, for the promises of somebody who works."""


@pytest.mark.parametrize("name", HOT)
def test_a_daily_command_loads_nothing_slow(loaded: dict[str, set[str]], name: str) -> None:
    needed = COUNTS_MONTHS if name.startswith("triage") else set()
    assert loaded[name] & SLOW == needed


@pytest.mark.parametrize("name", ["triage", "triage, all of it"])
def test_the_list_loads_no_records_that_nobody_has_and_no_deeds(
    loaded: dict[str, set[str]], name: str
) -> None:
    assert loaded[name] & (OF_NOBODY | INTENTS) == set()
    assert {"valmentaja.model.concern", "valmentaja.model.placement"} <= loaded[name]


@pytest.mark.parametrize("name", HOT)
def test_a_daily_command_loads_nothing_of_the_question_sets(loaded: dict[str, set[str]], name: str) -> None:
    assert loaded[name] & OF_QUESTIONS == set()


def test_what_is_to_be_found_out_is_told_without_the_question_sets(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home")
    today = date.today()
    with opened(home, now=datetime.now) as book:
        who = add_client(book, name="Aino", code=None, start_on=today, phase="engagement")
        for question, how in (("thoughts", None), ("finances_now_after", "soitetaan Kelaan")):
            plan_finding_out(book, Asked(who.id, f"job_search.{question}"), how, today, today=today)
    loaded = _loaded_by(Path(home.folder), "triage")
    assert "valmentaja.model.answer" in loaded
    assert loaded & OF_QUESTIONS == set()


@pytest.mark.parametrize("name", sorted(HOT.keys() - {"triage", "triage, all of it"}))
def test_only_triage_looks_at_working_lives(loaded: dict[str, set[str]], name: str) -> None:
    assert not {"valmentaja.store.working_lives", "valmentaja.model.placement"} & loaded[name]


def test_the_tally_loads_no_whole_contacts(loaded: dict[str, set[str]]) -> None:
    assert not {"valmentaja.model.employer_contact", "valmentaja.model.client_contact"} & loaded["tally"]


@pytest.mark.parametrize("name", sorted(HOT.keys() - {"triage", "triage, all of it"}))
def test_only_triage_loads_the_signals(loaded: dict[str, set[str]], name: str) -> None:
    assert not {"valmentaja.rules.signals", "valmentaja.rules.triage"} & loaded[name]


def test_a_contact_with_a_known_employer_loads_nothing_that_looks_for_likenesses(
    loaded: dict[str, set[str]],
) -> None:
    assert not {"valmentaja.rules.names", "valmentaja.store.name_completion"} & loaded["log"]


BEHIND_THE_NUMBER = {
    f"valmentaja.{room}"
    for room in (
        *("cli.contacts_at_once", "cli.scribbled_line", "cli.tally_views", "cli.time_use"),
        *("desks.scribbled", "desks.tally_run", "desks.time", "desks.unfinished", "desks.week_contacts"),
        *("rules.scribble", "rules.tally_run", "rules.time_use", "store.time_entries", "texts.durations"),
    )
}
"""What reads a line, or tells more than the number of the week."""


@pytest.mark.parametrize("name", ["log", "log as JSON", "log to a new employer", "meet", "tally"])
def test_a_contact_without_a_comma_loads_nothing_that_reads_lines(
    loaded: dict[str, set[str]], name: str
) -> None:
    assert loaded[name] & BEHIND_THE_NUMBER == set()


def test_a_line_loads_no_library_and_not_what_is_behind_the_number(home: Path) -> None:
    loaded = _loaded_by(home, "log", "Kahvila Muru, Liisa, puhelu 10 min, seuraava pe käynti")
    assert loaded & SLOW == set()
    assert "valmentaja.rules.scribble" in loaded
    assert not {"valmentaja.cli.tally_views", "valmentaja.desks.time"} & loaded


OF_OPTIONS = {
    f"valmentaja.{room}"
    for room in (
        *("cli.ahead", "cli.leave", "cli.journal", "cli.queue_explained", "cli.queue_narrowed"),
        *("cli.phase_words", "content.phases", "desks.ahead", "desks.explaining", "desks.queue_narrowing"),
        *("desks.leave", "model.leave", "store.journal"),
    )
}
"""What the list needs only for an option of it, or in the days around a leave."""


@pytest.mark.parametrize("name", ["triage", "triage, all of it", "tally", "log"])
def test_the_plain_list_loads_nothing_of_its_options(loaded: dict[str, set[str]], name: str) -> None:
    assert loaded[name] & OF_OPTIONS == set()


def test_the_probe_sees_what_a_command_loads(home: Path) -> None:
    loaded = _loaded_by(home, "check", "--json")
    assert "valmentaja.cli" in loaded
    assert "sqlcipher3" in loaded


# Opens the screens in the terminal that it is given, tells the modules when the first page stands there, and leaves.
FIRST_PAGE = """
import sys
from valmentaja.__main__ import main
from valmentaja.screens.program import surroundings

load = surroundings.load_asyncio_without_tls

def load_and_watch():
    load()
    from valmentaja.screens.program.app import Workbench

    def first_page(app):
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            file.write("\\n".join(sys.modules))
        app.exit()

    Workbench._load_ahead = first_page

surroundings.load_asyncio_without_tls = load_and_watch
sys.exit(main([]))
"""

# Goes through the desks and the forms once all is loaded ahead, and tells what was loaded then.
ROUND_OF_THE_DESKS = """
import asyncio, sys
from datetime import datetime
from valmentaja.screens.program.ahead import AHEAD
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.clock import Clock
from valmentaja.places import Home
from valmentaja.texts import Texts

Workbench._look_after = lambda app: None  # it loads what it needs in its own time

async def go_round():
    app = Workbench(Home(sys.argv[2]), Texts("fi"), Clock(datetime.now), cache=sys.argv[2], find_key=lambda: None)
    async with app.run_test() as pilot:
        while AHEAD[-1] not in sys.modules:
            await pilot.pause(0.01)
        before = set(sys.modules)
        for key in ("2", "3", "4", "5", "1", "k", "escape", "enter", "escape", "2", "enter"):
            await pilot.press(key)
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            file.write("\\n".join(set(sys.modules) - before))

asyncio.run(go_round())
"""

NOT_ON_THE_FIRST_PAGE = {
    "sqlite_utils",
    "holidays",
    "simplemma",
    "snowballstemmer",
    "marisa_trie",
    "keyring",
    "click",
    "ssl",
    "secrets",
    "zipfile",
    "textual.widgets._text_area",
    "textual.document._document",
    "valmentaja.backup",
    "valmentaja.desks.clients",
    "valmentaja.desks.lists",
    "valmentaja.desks.records",
    "valmentaja.model.change",
    "valmentaja.model.place",
    "valmentaja.rules.fields",
    "valmentaja.screens.clients.desk",
    "valmentaja.screens.door.door",
    "valmentaja.screens.drafts.brought_back",
    "valmentaja.screens.program.ahead",
    "valmentaja.screens.program.upkeep",
    "valmentaja.screens.shell.form",
    "valmentaja.screens.widgets.fields",
    "valmentaja.store.contacts",
    "valmentaja.store.diary",
    "valmentaja.store.drafts",
    "valmentaja.store.first_schema",
    "valmentaja.store.journal",
    "valmentaja.store.lookup",
    "valmentaja.store.search",
}


def _run_in_terminal(home: Path, script: str, *words: str) -> set[str]:
    """What the script tells, run in a terminal of its own."""
    told = home.parent / "told"
    environment = os.environ | {
        "VALMENTAJA_HOME": str(home),
        "VALMENTAJA_CACHE": str(home.parent / "cache"),
        "VALMENTAJA_LANG": "fi",
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
    }
    terminal, ours = os.openpty()
    with subprocess.Popen(
        (sys.executable, "-c", script, str(told), *words),
        cwd=home.parent,
        env=environment,
        stdin=ours,
        stdout=ours,
        stderr=ours,
    ) as process:
        os.close(ours)
        drawn = b"".join(iter(lambda: _read(terminal), b""))
    os.close(terminal)
    assert process.returncode == 0, drawn.decode(errors="replace")
    return set(told.read_text(encoding="utf-8").splitlines())


def _read(terminal: int) -> bytes:
    """What was drawn, b"" when the terminal has been left."""
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux tells that nobody draws there any more
        return b""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there is no such terminal")
def test_the_first_page_loads_only_what_it_shows(home: Path) -> None:
    loaded = _run_in_terminal(home, FIRST_PAGE)
    assert "valmentaja.screens.today.desk" in loaded
    assert loaded & NOT_ON_THE_FIRST_PAGE == set()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there is no such terminal")
def test_a_first_visit_of_a_desk_loads_nothing_any_more(home: Path) -> None:
    loaded = _run_in_terminal(home, ROUND_OF_THE_DESKS, str(home))
    assert {name for name in loaded if name.startswith(("valmentaja.", "textual."))} == set()

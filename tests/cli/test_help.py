"""Help in both languages, for every command, with every option of the contract."""

import pytest

from tests.cli.running import Coach
from valmentaja.cli.command import COMMANDS, SECTIONS
from valmentaja.texts import Language, Texts

# The contract (cli.md): the commands of this step with the options and the names of what is given.
CONTRACT = {
    "init": ("--no-passphrase", "--records-for"),
    "passphrase change": (),
    "passphrase recover": (),
    "passphrase remember": (),
    "passphrase forget": (),
    "demo": ("--to",),
    "client add": ("NAME", "--code", "--start", "--phase"),
    "client list": ("--all",),
    "client show": ("CLIENT",),
    "client set": ("CLIENT", "FIELD", "VALUE"),
    "client phase": ("CLIENT", "PHASE", "--date", "--second", "--leave"),
    "client end": ("CLIENT", "--reason", "--date", "--carried-on-by"),
    "ask": ("CLIENT", "SET", "--by", "--plain"),
    "answer": (
        *("CLIENT", "QUESTION_ID", "TEXT", "--best-guess", "--dont-know", "--find-out", "--how"),
        *("--not-needed", "--by"),
    ),
    "questions": (
        *("CLIENT", "SET", "--to-find-out", "--new-round", "--compare", "--copy", "--empty", "--to"),
        "--plain",
    ),
    "employer add": ("NAME", "--sector", "--industry", "--town"),
    "employer list": ("--all",),
    "employer show": ("EMPLOYER",),
    "employer set": ("EMPLOYER", "FIELD", "VALUE"),
    "employer merge": ("EMPLOYER", "OTHER"),
    "employer archive": ("EMPLOYER", "--back"),
    "employer person add": ("EMPLOYER", "NAME", "--role", "--phone", "--email", "--note", "--new"),
    "employer need": ("EMPLOYER", "--to"),
    "leaflet": ("--to",),
    "log": (
        *("EMPLOYER", "--client", "--present", "--who", "--way", "--purpose", "--minutes", "--date"),
        *("--note", "--next", "--next-on", "--new", "--place", "--travel", "--km"),
        *("--paste", "--dry-run", "--unfinished"),
    ),
    "meet": (
        *("CLIENT", "--way", "--not-reached", "--topic", "--minutes", "--date", "--note"),
        *("--place", "--travel", "--km"),
    ),
    "lead add": ("CLIENT", "JOB", "--employer", "--source", "--closes", "--owner", "--note"),
    "lead set": ("ID", "--applied", "--interview", "--answer"),
    "lead list": ("CLIENT", "--all"),
    "time": ("--week", "--year", "--from", "--to", "--client", "--by"),
    "time add": (
        "KIND",
        "MINUTES",
        "--client",
        "--employer",
        "--place",
        "--serves",
        "--km",
        "--date",
        "--note",
    ),
    "book": (
        "CLIENT",
        "--at",
        "--employer",
        "--place",
        "--about",
        "--minutes",
        "--way",
        "--guests",
        "--group",
    ),
    "booked": ("ID", "--week", "--client", "--reminder"),
    "outcome": ("ID", "OUTCOME", "--to"),
    "export calendar": ("--to", "--names"),
    "group add": ("NAME", "CLIENT", "--co-led-by"),
    "group list": (),
    "group show": ("GROUP", "--client"),
    "group set": ("GROUP", "FIELD", "VALUE"),
    "group join": ("GROUP", "CLIENT"),
    "group leave": ("GROUP", "CLIENT"),
    "placement add": (
        *("CLIENT", "EMPLOYER", "--start", "--end", "--job", "--hours", "--pay", "--subsidy-until"),
        *("--trial-until", "--contract", "--workplace-supporter", "--unpaid-kind", "--initiative"),
        *("--paid-chance", "--decide-on", "--next-aim", "--note"),
    ),
    "placement move": ("ID", "--start", "--because"),
    "placement end": ("ID", "--date", "--reason", "--heard-on", "--learned", "--carried-onward"),
    "placement list": ("CLIENT",),
    "placement agree": ("ID", "--to", "--every", "--way", "--because"),
    "placement look": (
        *("ID", "LOOK", "--date", "--same-job", "--same-content", "--same-hours", "--is-permanent"),
        *("--satisfaction", "--wishes", "--note"),
    ),
    "placement ask": ("ID", "ANSWER", "--date"),
    "placement support": (
        *("ID", "SUPPORT", "--applied-on", "--decided-on", "--decision", "--from", "--until", "--note"),
    ),
    "disclosure": (
        *("CLIENT", "--employer", "--may", "--may-not", "--told-by", "--coach-appears", "--answers"),
        *("--again", "--date"),
    ),
    "wish add": ("CLIENT", "TEXT", "--as"),
    "benefit add": (
        *("CLIENT", "NAME", "--earnings-limit", "--notify", "--notify-by", "--checked-on", "--note"),
    ),
    "benefit check": ("ID", "--date"),
    "network add": (
        *("NAME", "--client", "--body", "--role", "--phone", "--email", "--best-reached", "--agreed"),
        *("--every-days", "--is-told", "--consent", "--note"),
    ),
    "network list": ("CLIENT",),
    "network contact": ("ID", "NOTE", "--date"),
    "concern add": ("CLIENT", "TEXT", "--employer", "--seen-on", "--raised-with", "--raised-on"),
    "concern settle": ("ID", "HOW", "--date"),
    "concern list": ("CLIENT",),
    "service add": (
        *("CLIENT", "--payer", "--from", "--until", "--hours", "--meetings", "--interim-report"),
        *("--final-report", "--note"),
    ),
    "service show": ("CLIENT",),
    "service report": ("ID", "REPORT", "--date"),
    "remove": ("ID",),
    "tally": ("--week", "--why", "--weeks", "--year", "--first-contacts", "--spread"),
    "triage": ("--all", "--explain", "--band", "--phase", "--find", "--ahead", "--done"),
    "leave add": ("--from", "--until", "--kind", "--stand-in", "--note"),
    "leave list": (),
    "leave show": ("ID", "--for-stand-in"),
    "leave looked": ("ID",),
    "snooze": ("CLIENT", "--until", "--because", "--end"),
    "next": ("CLIENT", "EMPLOYER", "TEXT", "--on", "--owner", "--own"),
    "done": ("ID",),
    "edit": ("ID", "FIELD", "VALUE"),
    "diary add": ("TEXT", "--date", "--load", "--energy", "--supervision"),
    "diary show": (),
    "diary search": ("WORDS",),
    "find": ("WORDS",),
    "undo": ("ID", "--list"),
    "redo": (),
    "backup": ("--to",),
    "restore": ("FILE",),
    "check": (),
    "settings": ("KEY", "VALUE", "--try"),
}
GLOBALS = ("--home", "--on", "--lang", "--json", "--passphrase-file", "--key-file", "--version", "--help")


def test_the_contract_and_the_program_know_the_same_commands() -> None:
    assert {command.words for command in COMMANDS} == set(CONTRACT)


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("command", CONTRACT)
def test_help_names_every_option_of_the_contract(nobody: Coach, command: str, language: Language) -> None:
    told = nobody.did(*command.split(), "--help", "--lang", language)
    named = [_named(name, Texts(language)) for name in (*CONTRACT[command], *GLOBALS)]
    missing = [name for name in named if name not in told]
    assert missing == []
    assert told.startswith("käyttö: " if language == "fi" else "usage: ")
    assert "%" not in told
    assert not any(line != line.rstrip() or "\t" in line for line in told.splitlines())


def _named(name: str, texts: Texts) -> str:
    """An option as it is; the name of what is given in the coach's language."""
    return name if name.startswith("-") else texts(f"metavar.{name.lower()}")


def test_what_is_given_has_english_names_as_in_the_contract() -> None:
    given = {name for names in CONTRACT.values() for name in names if not name.startswith("-")}
    assert {_named(name, Texts("en")) for name in given} == given


@pytest.mark.parametrize("command", CONTRACT)
def test_help_is_not_the_same_in_both_languages(nobody: Coach, command: str) -> None:
    finnish, english = (nobody.did(*command.split(), "-h", "--lang", language) for language in ("fi", "en"))
    assert finnish != english


def test_without_a_command_all_commands_are_told_with_what_they_do(nobody: Coach) -> None:
    told = nobody.did().splitlines()
    assert told[0] == "Valmentaja: työhönvalmentajan työpäivä yhdessä salatussa työkirjassa."
    assert told[1] == "Näin alkuun: valmentaja init. Katseltavaksi: valmentaja demo --to KANSIO."
    assert told[-1] == "Lisää yhdestä komennosta: valmentaja KOMENTO --help."
    listed = [line.strip().partition(": ") for line in told if line.startswith("  ")]
    assert {words for words, _, _ in listed} == set(CONTRACT)
    assert all(about for _, _, about in listed)
    assert nobody.did("--help") == nobody.did()


def test_the_overview_is_told_in_english(nobody: Coach) -> None:
    told = nobody.did("--lang", "en", "--help").splitlines()
    assert told[0] == "Valmentaja: a job coach's working day in one encrypted workbook."
    assert "  triage: who needs you now, and why" in told


@pytest.mark.parametrize("words", [("client", "--help"), ("--help", "client"), ("client", "-h")])
def test_a_group_tells_its_commands(nobody: Coach, words: tuple[str, ...]) -> None:
    listed = [line.split(":")[0].strip() for line in nobody.did(*words).splitlines() if line.startswith("  ")]
    assert listed == [f"client {act}" for act in ("add", "list", "show", "set", "phase", "end")]


def test_a_group_within_a_group_tells_its_commands(nobody: Coach) -> None:
    listed = [
        line.split(":")[0].strip()
        for line in nobody.did("help", "employer", "person").splitlines()
        if line.startswith("  ")
    ]
    assert listed == ["employer person add"]


def test_help_speaks_the_language_of_the_workbook(coach: Coach) -> None:
    coach.did("settings", "language", "en")
    for words in (("--help",), ("log", "--help"), ("help", "log")):
        assert coach.did(*words) == coach.did(*words, "--lang", "en") != coach.did(*words, "--lang", "fi")


def test_help_needs_no_workbook_and_makes_none(nobody: Coach) -> None:
    nobody.did("log", "--help")
    assert not nobody.home.exists()


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_overview_has_headings_and_fits_on_a_narrow_screen(nobody: Coach, language: Language) -> None:
    told = nobody.did("--lang", language).splitlines()
    headings = [line for line in told if line.endswith(":")]
    assert headings == [Texts(language)(f"help.section.{section.key}") for section in SECTIONS]
    assert max(map(len, told)) < 80


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        (("help",), ("--help",)),
        (("HELP", "log"), ("log", "--help")),
        (("help", "client"), ("client", "--help")),
        (("help", "client", "add"), ("client", "add", "--help")),
        (("help", "employer", "person", "add"), ("employer", "person", "add", "--help")),
        (("help", "time"), ("time", "--help")),
        (("help", "time", "add"), ("time", "add", "--help")),
        (("help", "Client", "Add", "--lang", "en"), ("client", "add", "--help", "--lang", "en")),
    ],
)
def test_help_is_a_word_too(nobody: Coach, asked: tuple[str, ...], option: tuple[str, ...]) -> None:
    assert nobody.did(*asked) == nobody.did(*option)

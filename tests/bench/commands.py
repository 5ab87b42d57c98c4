"""Measures the daily commands beside their peers: the rows of design.md §7 that concern commands, as one table.

Not a test: the numbers are of this machine, and only ratios of one run mean something. Installs what it needs in a
folder of its own: the program from a wheel of this checkout, `jrnl` from PyPI, Taskwarrior and strace by apt-get
where they are missing and it may. Whoever is compared runs in turn (A B A B), and each figure is a median.

The workbook is encrypted and opened by `--key-file`; the journals of jrnl and the tasks are not encrypted.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(__file__).with_name("data.py")
PARALLEL = 20
WARM_UP = 2

DURABLE_INSERT = """import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
base.execute("PRAGMA synchronous = FULL")
base.execute("INSERT INTO contact (note) VALUES ('tapaaminen')")
base.commit()
base.close()
"""

JRNL_SETTINGS = """colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %H:%M'
version: v4.2
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much a data set holds."""

    clients: int
    contacts: int
    entries: int

    def times(self, factor: int) -> "Size":
        """So many times as much."""
        return Size(self.clients * factor, self.contacts * factor, self.entries * factor)


LOG = Size(clients=250, contacts=5_000, entries=100)
CASELOAD = Size(clients=1_000, contacts=50_000, entries=100)
DIARY = Size(clients=100, contacts=1_000, entries=10_000)
TASKS = 5_000


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is measured, ours and the peer's command, and the ratio that may not be passed."""

    group: str
    name: str
    ours: Sequence[str]
    peer_name: str
    peer: Sequence[str]
    bound: float | None


@dataclass(slots=True)
class Bench:
    """The folder of everything installed and made, and the environment that commands run in."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        unwanted = ("VALMENTAJA_", "TASK", "JRNL", "PYTHON", "XDG_")
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(unwanted)
        }
        self.environment |= {
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "TASKRC": str(self.folder / "taskrc"),
            "VALMENTAJA_CACHE": str(self.folder / "cache"),
        }

    def python(self, venv: str) -> str:
        """The Python of one of the environments."""
        return str(self.folder / venv / "bin" / "python")

    def must(self, *command: str, cwd: Path | None = None, text: str | None = None) -> str:
        """Runs a command that has to succeed, and gives what it says."""
        result = subprocess.run(
            command,
            cwd=cwd,
            env=self.environment,
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if result.returncode:
            sys.exit(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
        return result.stdout

    def install(self, venv: str, *what: str, anew: bool = False) -> None:
        """Makes a virtual environment, and installs in it what it does not have; `anew`: also what it has."""
        if not Path(self.python(venv)).exists():
            subprocess.run([sys.executable, "-m", "venv", str(self.folder / venv)], check=True)
        pip = [self.python(venv), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        subprocess.run([*pip, *what], check=True)
        if anew:
            subprocess.run([*pip, "--force-reinstall", "--no-deps", *what], check=True)

    def wheel(self) -> str:
        """Builds the wheel from a copy of the checkout, so that nothing is left in it."""
        tree, wheels = self.folder / "tree", self.folder / "wheels"
        for folder in (tree, wheels):
            shutil.rmtree(folder, ignore_errors=True)
        unwanted = shutil.ignore_patterns("__pycache__")
        for room in ("valmentaja", "screens", "data"):
            shutil.copytree(ROOT / room, tree / room, symlinks=True, ignore=unwanted)
        for name in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / name, tree)
        subprocess.run(
            [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(wheels), str(tree)],
            check=True,
        )
        return str(next(wheels.glob("*.whl")))

    def ours(self, name: str, size: Size) -> str:
        """The home of an encrypted workbook of the size, without what earlier runs wrote in it."""
        home = self.folder / "data" / name
        numbers = [str(number) for number in (size.clients, size.contacts, size.entries)]
        self._made(home, lambda: self.must(self.python("program"), str(DATA), "ours", str(home), *numbers))
        return str(home)

    def _made(self, place: Path, make: Callable[[], object]) -> None:
        """Puts at the place a copy of what is made once a day, and anew when the tables have changed."""
        sources = (DATA, *(ROOT / "valmentaja/store" / name for name in ("first_schema.py", "migrations.py")))
        mark = place.with_name(place.name + ".made")
        now = date.today().isoformat() + sha256(b"".join(one.read_bytes() for one in sources)).hexdigest()
        whole = place.with_name(place.name + ".whole")
        shutil.rmtree(place, ignore_errors=True)
        if not mark.exists() or mark.read_text() != now:
            print(f"making {place.name} …", file=sys.stderr)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(whole, ignore_errors=True)
            make()
            shutil.move(place, whole)
            mark.write_text(now)
        shutil.copytree(whole, place)
        os.sync()  # or the first command that waits for the disk would wait for the copy too

    def tasks(self) -> None:
        """Taskwarrior's tasks, imported."""
        place = self.folder / "data" / "tasks"
        rc = f"data.location={place}\nconfirmation=off\nnews.version=2.6.0\nverbose=nothing\n"
        (self.folder / "taskrc").write_text(rc)

        def make() -> None:
            place.mkdir()
            self.must(self.python("program"), str(DATA), "tasks", str(place / "tasks.json"), str(TASKS))
            self.must("task", "import", str(place / "tasks.json"))

        self._made(place, make)

    def journal(self, entries: int) -> list[str]:
        """The beginning of jrnl's command line, over a journal of so many entries."""
        place = self.folder / "data" / "journal"

        def make() -> None:
            place.mkdir()
            self.must(self.python("program"), str(DATA), "journal", str(place / "journal.txt"), str(entries))
            (place / "jrnl.yaml").write_text(JRNL_SETTINGS.format(journal=place / "journal.txt"))

        self._made(place, make)
        return [str(self.folder / "jrnl/bin/jrnl"), "--config-file", str(place / "jrnl.yaml")]

    def insert(self) -> list[str]:
        """The bare Python that inserts one row durably, by the Python that the program runs on."""
        script, base = self.folder / "insert.py", self.folder / "insert.db"
        script.write_text(DURABLE_INSERT)
        with sqlite3.connect(base) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS contact (id INTEGER PRIMARY KEY, note TEXT)")
        return [self.python("program"), str(script), str(base)]

    def command(self, home: str, *words: str) -> list[str]:
        """A command of ours about a home."""
        program = str(self.folder / "program" / "bin" / "valmentaja")
        return [program, *words, "--home", home, "--key-file", f"{home}.key"]


def prepare(bench: Bench) -> None:
    """Installs everything, or says what is missing."""
    missing = [
        package
        for command, package in (("task", "taskwarrior"), ("strace", "strace"))
        if not shutil.which(command)
    ]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", *missing], check=True, stdout=subprocess.DEVNULL)
    elif "taskwarrior" in missing:
        sys.exit("Taskwarrior is missing: install the package taskwarrior, then run this again.")
    bench.install("program", bench.wheel(), anew=True)
    bench.install("jrnl", "jrnl")


LOGGED = ("--client", "V100", "--note", "Keittiöön etsitään aamuvuoroon apua, palataan perjantaina.")
WRITTEN = "Pitkä päivä, mutta haastattelu meni hyvin ja kahvila soittaa perjantaina."


def rows(bench: Bench) -> list[Row]:
    """Every row, its data made."""
    log, caseload, diary = (
        (bench.ours(name, size), bench.ours(f"{name}-10", size.times(10)))
        for name, size in (("log", LOG), ("caseload", CASELOAD), ("diary", DIARY))
    )
    bench.tasks()
    jrnl, insert, task_next = bench.journal(DIARY.entries), bench.insert(), ["task", "next"]
    sets = {
        "log": (log, ("log", "Työpaikka 17", *LOGGED)),
        "tally": (caseload, ("tally",)),
        "triage": (caseload, ("triage",)),
        "diary add": (diary, ("diary", "add", WRITTEN)),
        "diary, newest five": (diary, ("diary", "show")),
        "diary search": (diary, ("diary", "search", "harvinainen")),
    }
    one = {name: bench.command(homes[0], *words) for name, (homes, words) in sets.items()}
    ten = {name: bench.command(homes[1], *words) for name, (homes, words) in sets.items()}
    peers = {
        "diary add": [*jrnl, WRITTEN],
        "diary, newest five": [*jrnl, "-5"],
        "diary search": [*jrnl, "-contains", "harvinainen"],
    }
    return [
        Row("log", "log", one["log"], "bare durable insert", insert, 3.5),
        Row("log", "log", one["log"], "task add", ["task", "add", WRITTEN], None),
        Row("tally", "tally", one["tally"], "task next", task_next, 1.2),
        Row("triage", "triage", one["triage"], "task next", task_next, 1.2),
        *(Row("diary", name, one[name], "jrnl", peer, 0.1) for name, peer in peers.items()),
        *(Row("ten", f"{name}, ten times the data", ten[name], "as usual", one[name], 1.2) for name in sets),
    ]


def timed(command: Sequence[str], environment: dict[str, str]) -> float:
    """Milliseconds from the start of the process until it has ended. It has to succeed."""
    began = time.perf_counter()
    subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return (time.perf_counter() - began) * 1000


def in_turn(row: Row, environment: dict[str, str], runs: int) -> tuple[float, float]:
    """The medians of ours and of the peer's, run one after the other."""
    ours, peers = [], []
    for _ in range(runs + WARM_UP):
        ours.append(timed(row.ours, environment))
        peers.append(timed(row.peer, environment))
    return median(ours[WARM_UP:]), median(peers[WARM_UP:])


def say(*columns: str) -> None:
    """A line of the table."""
    widths = (34, 10, 22, 10, 8, 8, 8)
    print(
        " ".join(f"{column:<{width}}" for column, width in zip(columns, widths, strict=True)).rstrip(),
        flush=True,
    )


def measure(bench: Bench, wanted: Sequence[Row], runs: int) -> bool:
    """Prints the table, and says whether every bound held."""
    say("what", "ours ms", "peer", "peer ms", "ratio", "bound", "holds")
    all_hold = True
    for row in wanted:
        ours, peer = in_turn(row, bench.environment, runs)
        holds = row.bound is None or ours / peer <= row.bound
        all_hold = all_hold and holds
        bound, verdict = ("–", "–") if row.bound is None else (f"{row.bound:g}", "yes" if holds else "NO")
        say(row.name, f"{ours:.1f}", row.peer_name, f"{peer:.1f}", f"{ours / peer:.2f}", bound, verdict)
    return all_hold


def at_once(bench: Bench) -> bool:
    """Twenty of each at the same moment, and how many of them are kept; says whether all of ours are."""
    home = bench.ours("log", LOG)
    ours = bench.command(home, "log", "Työpaikka 17", "--note", "samalla hetkellä")
    jrnl = bench.journal(DIARY.entries)
    kept = _kept(bench, ours, lambda: _counted(bench, home))
    print(f"\n{PARALLEL} at once, kept: log {kept}", end="", flush=True)
    print(
        f", task {_kept(bench, ['task', 'add', WRITTEN], lambda: int(bench.must('task', 'count')))}",
        end="",
        flush=True,
    )
    journal = bench.folder / "data/journal/journal.txt"
    print(f", jrnl {_kept(bench, [*jrnl, WRITTEN], lambda: journal.read_text('utf-8').count(WRITTEN))}")
    return kept == PARALLEL


def _kept(bench: Bench, command: Sequence[str], count: Callable[[], int]) -> int:
    before, silent = count(), subprocess.DEVNULL
    started = [
        subprocess.Popen(command, env=bench.environment, stdin=silent, stdout=silent, stderr=silent)
        for _ in range(PARALLEL)
    ]
    for process in started:
        process.wait()
    return count() - before


def _counted(bench: Bench, home: str) -> int:
    """The employer contacts in a workbook."""
    import json

    told = json.loads(bench.must(*bench.command(home, "check", "--json")))
    return int(told["counts"]["employer_contact"])


def syncs(bench: Bench) -> None:
    """How often each waits for the disk: where disks are slower than here, this is what counts."""
    if not shutil.which("strace"):
        print("\nstrace is missing: waits for the disk are not counted.")
        return
    log = bench.command(bench.ours("log", LOG), "log", "Työpaikka 17", *LOGGED)
    told = {"log": log, "bare durable insert": bench.insert(), "task add": ["task", "add", WRITTEN]}
    counts = [f"{name} {_syncs_of(bench, command)}" for name, command in told.items()]
    print(f"\nwaits for the disk (fsync, fdatasync): {', '.join(counts)}")


def _syncs_of(bench: Bench, command: Sequence[str]) -> int:
    trace = bench.folder / "trace"
    bench.must("strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(trace), *command)
    return sum("sync(" in line for line in trace.read_text().splitlines())


def main() -> int:
    """Measures what was asked for; 1 when a bound did not hold."""
    groups = ("log", "tally", "triage", "diary", "ten", "at-once", "syncs")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=30, help="runs of each command (30)")
    parser.add_argument("--quick", action="store_true", help="seven runs of each")
    parser.add_argument("--only", choices=groups, action="append", help="measure only this; may be repeated")
    default = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "valmentaja-bench"
    parser.add_argument(
        "--folder", type=Path, default=default, help="for what is installed and made (%(default)s)"
    )
    options = parser.parse_args()
    bench, only = Bench(options.folder.absolute()), options.only or groups
    prepare(bench)
    wanted = [row for row in rows(bench) if row.group in only]
    holds = measure(bench, wanted, 7 if options.quick else options.runs)
    if "at-once" in only:
        holds = at_once(bench) and holds
    if "syncs" in only:
        syncs(bench)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())

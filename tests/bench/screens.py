"""Measures the screens beside their peers: the rows of design.md §7 that concern screens, as one table.

Not a test: the numbers are of this machine, and only ratios of one run mean something. Every program runs in a
terminal that `shared/tools/tui_bench.py`, beside the checkout, gives it. Whoever is compared runs in turn (A B A B),
and each figure is a median. Installs what it needs in a folder of its own: the program from a wheel of this checkout,
harlequin and dooit from PyPI, and a bare Textual app that says hello, on the Textual that the program has.

The workbook is encrypted and opened by `--key-file`: 25 active of 1,000 clients and 50,000 contacts; or ten times
the years. The keys of harlequin are letters in its editor, as in design.md §7; moving in its results is told too.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import nan
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # it is run as a script

from tests.bench.commands import CASELOAD, PARALLEL, ROOT, Bench, say
from tests.bench.data import sentence

TOOL = ROOT.parent / "shared/tools/tui_bench.py"
HARLEQUIN, DOOIT = "harlequin==2.17.0", "dooit==3.3.4"

FILLED = r"Asiakas \d+"
"""What only a filled list of clients shows: a name of theirs."""

HELLO = """from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("hello")


Hello().run()
"""

DOOIT_TODOS = """import sys
from dooit.api import Todo, Workspace
from dooit.api.manager import manager
manager.connect(sys.argv[1])
workspace = Workspace(description="Asiakkaat")
workspace.save()
for number in range(40):
    Todo(description=f"Asiakas {number}: soita ja sovi tapaaminen", parent_workspace=workspace).save()
"""

SQL_ROWS = """import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    connection.execute("CREATE TABLE asiakas (id INTEGER PRIMARY KEY, nimi TEXT, alku TEXT)")
    names = [(f"Asiakas {number}", "2026-01-01") for number in range(300)]
    connection.executemany("INSERT INTO asiakas (nimi, alku) VALUES (?, ?)", names)
"""

IMPORTS_TOLD = """import sys
sys.__stderr__ = sys.stderr = open("/dev/tty", "w")  # Textual draws there, and the imports are told on the old one
import runpy
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

COUNT_TEXTS = """import sys
from datetime import datetime
from valmentaja.places import Home
from valmentaja.store.workbook import open_workbook
home, key_file, words = sys.argv[1:]
with open(key_file) as file, open_workbook(Home(home), file.read().strip(), datetime.now) as book:
    texts = "SELECT text FROM draft UNION ALL SELECT text FROM diary_entry"
    print(book.row(f"SELECT count(*) FROM ({texts}) WHERE text LIKE ?", (f"%{words}%",))[0])
"""

UP_AND_DOWN = "Down*20,Up*20,Down*20,Up*20"
SWITCHED = ",".join(("2", "3", "4", "5", "1") * 5)
ARCHIVE = ",".join(("d", "!Esc") * 8)
DESKS = {"Today": "", "Clients": "!2", "Clients, everyone": "!2,!g", "Employers": "!3"}
"""What leads from the start to a list, by the list's name."""

INTO_DIARY = "!5,!Enter"


def typed(text: str) -> str:
    """The keys of a text, as the tool reads them."""
    return ",".join("Space" if letter == " " else letter for letter in text)


PARAGRAPH = f"!F7,!text:\x1b[200~{sentence(random.Random(7), 500)}\x1b[201~"
"""Everything selected, and 500 words pasted over it: what an earlier visit left as a draft is not typed on."""

WRITTEN = " haastattelu meni hyvin ja kahvila soittaa perjantaina takaisin"
TYPED = typed(WRITTEN)


NEW_NAME = typed("kahvila uusi tuuli")


class Measure(StrEnum):
    """What a visit gives; the value is where the tool's answer has it. Milliseconds, megabytes, percent, bytes/s."""

    FILLED = "expect_ms"
    SETTLED = "settled_ms"
    MEMORY = "rss_peak_mb"
    KEY_P50 = "key.p50"
    KEY_P95 = "key.p95"
    ALL_PAINTED_P50 = "key.done_p50"
    UNPAINTED = "key.nopaint"
    PROCESSOR = "idle.cpu_pct"
    WRITTEN = "idle.bytes_per_s"


@dataclass(frozen=True, slots=True)
class Visit:
    """A program in a terminal: what shows that it is there, the keys pressed then, and how long it is left alone.

    The keys are the tool's; `idle` is in seconds. Every program here is left with ctrl+q.
    """

    name: str
    command: tuple[str, ...]
    filled: str
    keys: str = ""
    idle: float = 0.0

    def with_keys(self, *keys: str) -> "Visit":
        """The same program, with these keys pressed."""
        return replace(self, keys=",".join(filter(None, keys)))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is measured, ours and the peer's visit, and the ratio that may not be passed.

    Without a peer the bound is of the figure itself.
    """

    what: str
    measure: Measure
    ours: Visit
    peer: Visit | None
    bound: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are measured together. `most_runs`: more would tell nothing more."""

    rows: Sequence[Row]
    warm_up: int = 0
    most_runs: int = 100

    @property
    def visits(self) -> list[Visit]:
        """Whoever is in the rows, once each."""
        everyone = [visit for row in self.rows for visit in (row.ours, row.peer) if visit]
        return list(dict.fromkeys(everyone))


Answers = Mapping[Visit, Sequence[Mapping[Measure, float]]]


@dataclass(frozen=True, slots=True)
class Programs:
    """The visits that all others are made from: a start, and nothing else."""

    ours: Visit
    ten: Visit
    hello: Visit
    harlequin: Visit
    dooit: Visit


def prepare(bench: Bench) -> None:
    """Installs everything."""
    bench.install("program", bench.wheel(), anew=True)
    version = "import importlib.metadata as m; print(m.version('textual'), end='')"
    bench.install("hello", f"textual=={bench.must(bench.python('program'), '-c', version)}")
    bench.install("harlequin", HARLEQUIN)
    bench.install("dooit", DOOIT)


def programs(bench: Bench) -> Programs:
    """Every program, its data made."""
    rows, todos, hello = bench.folder / "rows.db", bench.folder / "todos.db", bench.folder / "hello.py"
    for venv, script, file in (("hello", SQL_ROWS, rows), ("dooit", DOOIT_TODOS, todos)):
        file.unlink(missing_ok=True)
        bench.must(bench.python(venv), "-c", script, str(file))
    hello.write_text(HELLO, encoding="utf-8")
    query = (str(bench.folder / "harlequin/bin/harlequin"), "-a", "sqlite", "--no-write-history", str(rows))
    return Programs(
        ours=_ours(bench, "ours", bench.ours("caseload", CASELOAD)),
        ten=_ours(bench, "ours, ten times", bench.ours("caseload-10", CASELOAD.times(10))),
        hello=Visit("bare hello", (bench.python("hello"), str(hello)), "hello"),
        harlequin=Visit("harlequin", query, "main"),
        dooit=Visit("dooit", (str(bench.folder / "dooit/bin/dooit"), "--db", str(todos)), "Asiakkaat"),
    )


def _ours(bench: Bench, name: str, home: str) -> Visit:
    return Visit(name, tuple(bench.command(home)), FILLED)


def start_rows(a: Programs) -> Group:
    """From the start until the list stands there with names in it; `at rest`: until nothing more is drawn."""
    rows = [
        Row("start, filled", Measure.FILLED, a.ours, a.hello, 1.5),
        Row("start, filled, ten times", Measure.FILLED, a.ten, a.ours, 1.2),
        Row("start, at rest", Measure.SETTLED, a.ours, a.hello, None),
        Row("start, at rest, ten times", Measure.SETTLED, a.ten, a.ours, None),
        *(Row("start, filled", Measure.FILLED, a.ours, peer, None) for peer in (a.dooit, a.harlequin)),
    ]
    return Group(rows, warm_up=1)


def key_rows(a: Programs) -> Group:
    """Down and up in the lists."""
    written, results, dooit = harlequin_typed(a), harlequin_results(a), dooit_moved(a)
    rows: list[Row] = []
    for name, way in DESKS.items():
        ours, ten = a.ours.with_keys(way, UP_AND_DOWN), a.ten.with_keys(way, UP_AND_DOWN)
        rows += compared(name, ours, ten, written)
    today = a.ours.with_keys(UP_AND_DOWN)
    rows += [
        Row(f"Today, {word}", measure, today, peer, None)
        for peer in (results, dooit)
        for word, measure in (("p50", Measure.KEY_P50), ("p95", Measure.KEY_P95))
    ]
    return Group(rows)


def switch_rows(a: Programs) -> Group:
    """From desk to desk."""
    ours, ten = a.ours.with_keys(SWITCHED), a.ten.with_keys(SWITCHED)
    return Group(compared("desks 1 to 5", ours, ten, harlequin_typed(a)))


def typing_rows(a: Programs) -> Group:
    """Letters at the end of a paragraph of 500 words in the diary."""
    keys = (INTO_DIARY, PARAGRAPH, TYPED)
    ours, ten = a.ours.with_keys(*keys), a.ten.with_keys(*keys)
    rows = [
        Row("typing at 500 words, p50", Measure.KEY_P50, ours, None, 30.0),
        Row("typing at 500 words, p95", Measure.KEY_P95, ours, None, 30.0),
        Row("typing, p50, ten times", Measure.KEY_P50, ten, ours, 1.2),
        Row("typing, p95, ten times", Measure.KEY_P95, ten, ours, 1.2),
        Row("typing at 500 words, p50", Measure.KEY_P50, ours, harlequin_typed(a), None),
        Row(
            "typing on an empty page, p50",
            Measure.KEY_P50,
            a.ours.with_keys(INTO_DIARY, "!F7,!Del", TYPED),
            None,
            30.0,
        ),
    ]
    return Group(rows, most_runs=5)


def form_rows(a: Programs) -> Group:
    """Letters in the form for an employer contact: a name that nobody has, and a note."""
    rows: list[Row] = []
    for name, keys in (
        ("log form, a new name", ("!k", NEW_NAME)),
        ("log form, a note", ("!k,!S-Tab", TYPED)),
    ):
        ours, ten = a.ours.with_keys(*keys), a.ten.with_keys(*keys)
        rows += compared(name, ours, ten, harlequin_typed(a))
    return Group(rows, most_runs=5)


def archive_rows(a: Programs) -> Group:
    """The archive of the day, opened again and again."""
    ours, ten = a.ours.with_keys(ARCHIVE), a.ten.with_keys(ARCHIVE)
    return Group(compared("archive of the day", ours, ten, harlequin_typed(a)), most_runs=5)


def compared(name: str, ours: Visit, ten: Visit, written: Visit) -> list[Row]:
    """Key to first paint beside harlequin, and with ten times the data; and to the last paint that the key brings."""
    return [
        Row(f"{name}, p50", Measure.KEY_P50, ours, written, 0.8),
        Row(f"{name}, p95", Measure.KEY_P95, ours, written, 1.0),
        Row(f"{name}, p50, ten times", Measure.KEY_P50, ten, ours, 1.2),
        Row(f"{name}, p95, ten times", Measure.KEY_P95, ten, ours, 1.2),
        Row(f"{name}, all painted, p50", Measure.ALL_PAINTED_P50, ours, written, None),
    ]


def harlequin_typed(a: Programs) -> Visit:
    """Letters in the empty editor, which has the focus at the start."""
    visit = a.harlequin.with_keys("!C-a,!Del", typed("select nimi from asiakas where alku is not null"))
    return replace(visit, name="harlequin, typing")


def harlequin_results(a: Programs) -> Visit:
    """Up and down in the results of a query."""
    visit = a.harlequin.with_keys("!C-a,!Del,!text:select * from asiakas,!C-j,wait:800,!F5", UP_AND_DOWN)
    return replace(visit, name="harlequin, results")


def dooit_moved(a: Programs) -> Visit:
    """Up and down in the tasks."""
    return a.dooit.with_keys("!j,!Tab,!j", UP_AND_DOWN)


def memory_rows(a: Programs) -> Group:
    """The most that was held, after the start and after a round of the desks."""
    ours, ten = a.ours.with_keys(SWITCHED, UP_AND_DOWN), a.ten.with_keys(SWITCHED, UP_AND_DOWN)
    rows = [
        Row("MB, at the start", Measure.MEMORY, a.ours, a.hello, 1.8),
        Row("MB, after a round of the desks", Measure.MEMORY, ours, a.hello, 1.8),
        Row("MB, at the start, ten times", Measure.MEMORY, a.ten, a.ours, 1.2),
        Row("MB, after a round, ten times", Measure.MEMORY, ten, ours, 1.2),
        *(Row("MB, at the start", Measure.MEMORY, a.ours, peer, None) for peer in (a.dooit, a.harlequin)),
    ]
    return Group(rows, most_runs=5)


def idle_rows(a: Programs, seconds: float) -> Group:
    """Left alone: on the first desk, and in a field of the diary, where a cursor may blink."""
    resting = replace(a.ours, idle=seconds)
    places = {
        "Today": resting,
        "the diary": resting.with_keys(INTO_DIARY),
        "Today, ten times": replace(a.ten, idle=seconds),
    }
    hello = replace(a.hello, idle=seconds)
    rows = [
        row
        for place, visit in places.items()
        for row in (
            Row(f"idle CPU %, {place}", Measure.PROCESSOR, visit, None, 0.2),
            Row(f"idle bytes/s, {place}", Measure.WRITTEN, visit, None, 0.0),
        )
    ]
    return Group([*rows, Row("idle CPU %, Today", Measure.PROCESSOR, resting, hello, None)], most_runs=1)


def tool_command(visit: Visit) -> list[str]:
    """How the tool is asked to make a visit."""
    tool = [sys.executable, str(TOOL), "--timeout", "30", "--expect", visit.filled, "--quit", "C-q"]
    return [*tool, "--keys", visit.keys, "--idle", str(visit.idle), "--", *visit.command]


def visited(bench: Bench, visit: Visit) -> dict[Measure, float]:
    """Makes a visit, and gives what was measured. The program has to show itself, and to leave when it is asked."""
    return _figures(visit, bench.must(*tool_command(visit)))


def _figures(visit: Visit, answer: str) -> dict[Measure, float]:
    told = json.loads(answer)
    if "expect_ms" not in told or told["exit"]["how"] != "quit" or told["exit"]["code"]:
        sys.exit(
            f"{visit.name} did not show {visit.filled!r}, or did not end well:\n{answer}\n{' '.join(visit.command)}"
        )
    found = {}
    for measure in Measure:
        room, _, name = measure.rpartition(".")
        figure = (told.get(room, {}) if room else told).get(name)
        if figure is not None:
            found[measure] = float(figure)
    return found


def in_turn(bench: Bench, group: Group, runs: int) -> Answers:
    """What every visit of the group gave, made one after the other, round after round."""
    answers: dict[Visit, list[Mapping[Measure, float]]] = {visit: [] for visit in group.visits}
    for run in range(min(runs, group.most_runs) + group.warm_up):
        for visit in group.visits:
            answer = visited(bench, visit)
            if run >= group.warm_up:
                answers[visit].append(answer)
    return answers


def measure(bench: Bench, group: Group, runs: int) -> bool:
    """Prints the lines of a group, and says whether every bound held."""
    answers = in_turn(bench, group, runs)
    verdicts = [_told(row, answers) for row in group.rows]
    for visit, given in answers.items():
        unpainted = sum(answer.get(Measure.UNPAINTED, 0) for answer in given)
        if unpainted:
            print(f"  {visit.name}: {unpainted:g} keys painted nothing: {visit.keys}")
    return all(verdicts)


def _told(row: Row, answers: Answers) -> bool:
    """Prints a line, and says whether its bound held."""
    ours = _median(row.measure, answers[row.ours])
    peer = _median(row.measure, answers[row.peer]) if row.peer else None
    against = ours / peer if peer else ours
    holds = row.bound is None or against <= row.bound
    said = (row.peer.name, f"{peer:.1f}", f"{against:.2f}") if row.peer else ("–", "–", "–")
    bound, verdict = ("–", "–") if row.bound is None else (f"{row.bound:g}", "yes" if holds else "NO")
    say(row.what, f"{ours:.2f}", *said, bound, verdict)
    return holds


def _median(measure: Measure, given: Sequence[Mapping[Measure, float]]) -> float:
    """Not a number, which holds no bound, where no key painted anything."""
    return median(answer.get(measure, nan) for answer in given)


def at_once(bench: Bench, a: Programs) -> bool:
    """Twenty `log` at the same moment while two windows are open, in one of which the diary is being written.

    Says whether all are kept, and both windows were open all the while and ended well.
    """
    home = bench.ours("caseload", CASELOAD)
    windows = [replace(a.ours, idle=12.0), a.ours.with_keys(INTO_DIARY, TYPED, TYPED)]
    opened = [
        subprocess.Popen(tool_command(visit), env=bench.environment, stdout=subprocess.PIPE, encoding="utf-8")
        for visit in windows
    ]
    time.sleep(4)
    before = counted(bench, home)
    log = bench.command(home, "log", "Työpaikka 17", "--note", "samalla hetkellä")
    silent = subprocess.DEVNULL
    started = [
        subprocess.Popen(log, env=bench.environment, stdout=silent, stderr=silent) for _ in range(PARALLEL)
    ]
    refused = sum(process.wait() != 0 for process in started)
    still_open = sum(window.poll() is None for window in opened)
    for visit, window in zip(windows, opened, strict=True):
        _figures(visit, window.communicate()[0])
    kept = counted(bench, home) - before
    print(f"\n{PARALLEL} log at once, {still_open} of 2 windows open: {kept} kept, {refused} refused")
    return kept == PARALLEL and still_open == len(windows)


def typing_is_kept(bench: Bench, a: Programs) -> bool:
    """Says whether what was typed stands in the diaries: else the letters went somewhere else."""
    kept = [_texts_with(bench, visit, WRITTEN) > 0 for visit in (a.ours, a.ten)]
    if not all(kept):
        print("  what was typed is not in the diary: the keys of INTO_DIARY no longer lead there")
    return all(kept)


def _texts_with(bench: Bench, visit: Visit, words: str) -> int:
    """How many pages and drafts hold the words."""
    _, _, home, _, key_file = visit.command
    return int(bench.must(bench.python("program"), "-c", COUNT_TEXTS, home, key_file, words))


def counted(bench: Bench, home: str) -> int:
    """The employer contacts in a workbook."""
    told = json.loads(bench.must(*bench.command(home, "check", "--json")))
    return int(told["counts"]["employer_contact"])


def imports(bench: Bench, a: Programs) -> None:
    """Prints what the start imports beyond what the hello does: packages and modules that cost most, in ms."""
    wrapper = bench.folder / "imports.py"
    wrapper.write_text(IMPORTS_TOLD, encoding="utf-8")
    ours, hello = (_imported(bench, visit) for visit in (a.ours, a.hello))
    print(
        f"\nimports of the start: {_sum(ours):.1f} ms, of bare hello {_sum(hello):.1f} ms (slower when told)"
    )
    beyond = {name: cost for name, cost in ours.items() if name not in hello}
    packages: Counter[str] = Counter()
    for name, cost in beyond.items():
        packages[_package(name)] += cost
    for title, costs in (("packages beyond hello", packages), ("modules beyond hello", Counter(beyond))):
        print(f"{title}: " + ", ".join(f"{name} {cost / 1000:.1f}" for name, cost in costs.most_common(15)))


def _sum(costs: Mapping[str, int]) -> float:
    return sum(costs.values()) / 1000


def _package(name: str) -> str:
    """The first part of a module's name; of our own, and of Textual's, the first two."""
    parts = name.split(".")
    return ".".join(parts[: 2 if parts[0] in ("valmentaja", "textual") else 1])


def _imported(bench: Bench, visit: Visit) -> dict[str, int]:
    """Each module that the visit imports, with the microseconds of its own code."""
    log = bench.folder / "imports.txt"
    python, script, *rest = _as_script(bench, visit)
    told = (python, "-X", "importtime", str(bench.folder / "imports.py"), script, *rest)
    command = ("sh", "-c", 'log=$1; shift; exec "$@" 2>"$log"', "sh", str(log), *told)
    for _ in range(2):  # the first time warms the caches
        visited(bench, replace(visit, command=command))
    lines = re.findall(r"import time: +(\d+) \| +\d+ \| +(\S+)", log.read_text(encoding="utf-8"))
    return {name: int(cost) for cost, name in lines}


def _as_script(bench: Bench, visit: Visit) -> tuple[str, ...]:
    """The command with the Python that runs it before its script."""
    if visit.command[0] == bench.python("hello"):
        return visit.command
    return (bench.python("program"), *visit.command)


def main() -> int:
    """Measures what was asked for; 1 when a bound did not hold."""
    kinds = ("start", "keys", "desks", "form", "archive", "typing", "memory", "idle", "at-once", "imports")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10, help="rounds of each group (10)")
    parser.add_argument("--quick", action="store_true", help="three rounds of each, 20 s idle instead of 65")
    parser.add_argument("--only", choices=kinds, action="append", help="measure only this; may be repeated")
    default = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "valmentaja-bench"
    parser.add_argument(
        "--folder", type=Path, default=default, help="for what is installed and made (%(default)s)"
    )
    options = parser.parse_args()
    if not TOOL.exists():
        sys.exit(f"{TOOL} is missing: it gives every program its terminal.")
    bench = Bench(options.folder.absolute())
    prepare(bench)
    return 0 if run(bench, options.only or kinds, options.runs, options.quick) else 1


def run(bench: Bench, only: Sequence[str], runs: int, quick: bool) -> bool:
    """Measures these kinds, and says whether every bound held."""
    a = programs(bench)
    groups: dict[str, Callable[[], Group]] = {
        "start": lambda: start_rows(a),
        "keys": lambda: key_rows(a),
        "desks": lambda: switch_rows(a),
        "form": lambda: form_rows(a),
        "archive": lambda: archive_rows(a),
        "typing": lambda: typing_rows(a),
        "memory": lambda: memory_rows(a),
        "idle": lambda: idle_rows(a, 20.0 if quick else 65.0),
    }
    say("what", "ours", "peer", "peer's", "ratio", "bound", "holds")
    verdicts = [measure(bench, made(), 3 if quick else runs) for kind, made in groups.items() if kind in only]
    if "typing" in only:
        verdicts.append(typing_is_kept(bench, a))
    if "at-once" in only:
        verdicts.append(at_once(bench, a))
    if "imports" in only:
        imports(bench, a)
    return all(verdicts)


if __name__ == "__main__":
    sys.exit(main())

"""Ctrl+C, a polite request to end, and an answer that nobody reads: nothing is half done, and it is said."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.running import PATIENCE, ROOT, Coach, Terminal, command_line, environment, wait_until_read
from valmentaja.store.connection import connect

NOT_KEPT = "Keskeytetty. Mitään ei tallennettu."
KEPT = "Keskeytetty. Tallennus ehti valmiiksi."

# A command that stops at a place of our choice, says so, and goes on when it has waited long enough.
STOPPING = """
import sys, time
from valmentaja.cli import contacts
from valmentaja.store import workbook
from valmentaja.__main__ import main

def stop(*_):
    print("pysähtyi", file=sys.stderr, flush=True)
    time.sleep(20)

def wait(connection):
    print("odottaa", file=sys.stderr, flush=True)
    begin_writing(connection)

place = sys.argv.pop(1)
begin_writing = workbook.begin_writing
if place == "before":
    workbook.Writing.queue_words = stop
elif place == "after":
    contacts.week_page = stop
else:
    workbook.begin_writing = wait
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def _started(
    home: Path, arguments: Sequence[str | bytes], *, stdin: int | None = None, stdout: int = subprocess.PIPE
) -> Iterator["subprocess.Popen[bytes]"]:
    """A command that runs; it is killed if it still does at the end, and its pipes are closed."""
    variables = environment(home, VALMENTAJA_LANG="fi")
    with subprocess.Popen(
        arguments, cwd=ROOT, env=variables, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE
    ) as command:
        try:
            yield command
        finally:
            command.kill()


@pytest.mark.parametrize("interruption", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(("place", "sentence", "kept"), [("before", NOT_KEPT, 0), ("after", KEPT, 1)])
def test_an_interrupted_writing_is_whole_or_not_at_all(
    coach: Coach, interruption: signal.Signals, place: str, sentence: str, kept: int
) -> None:
    with _started(coach.home, (sys.executable, "-c", STOPPING, place, "log", "Lounas-Aitta")) as command:
        assert command.stderr
        assert command.stderr.readline().decode() == "pysähtyi\n"
        command.send_signal(interruption)
        out, err = command.communicate(timeout=PATIENCE)
    assert (command.returncode, out.decode(), err.decode()) == (130, "", sentence + "\n")
    assert [coach.counts()[kind] for kind in ("employer", "employer_contact", "change")] == [kept] * 3


def test_an_interruption_is_heard_while_another_window_writes(coach: Coach) -> None:
    waiting = (sys.executable, "-c", STOPPING, "waiting", "log", "Lounas-Aitta")
    with closing(connect(str(coach.home / "workbook.db"))) as other, _started(coach.home, waiting) as command:
        other.execute("BEGIN IMMEDIATE")
        assert command.stderr
        assert command.stderr.readline().decode() == "odottaa\n"
        began = time.monotonic()
        command.send_signal(signal.SIGINT)
        _, err = command.communicate(timeout=PATIENCE)
        assert time.monotonic() - began < 5
    assert (command.returncode, err.decode()) == (130, NOT_KEPT + "\n")


def test_ctrl_c_at_the_question_for_the_passphrase_ends_kindly(locked: Coach) -> None:
    with Terminal(locked.home, "triage") as terminal:
        terminal.wait_for("Salasana: ")
        terminal.type("\x03", end="")
        code, shown = terminal.end()
    assert (code, shown.strip()) == (130, NOT_KEPT)


@pytest.mark.parametrize("interruption", [signal.SIGINT, signal.SIGTERM])
def test_what_was_typed_before_an_interruption_is_given_back(
    coach: Coach, interruption: signal.Signals
) -> None:
    with Terminal(coach.home, "diary") as terminal:
        terminal.wait_for("kaksi tyhjää lopettaa.")
        terminal.type("Ensimmäinen rivi.")
        terminal.wait_for("Ensimmäinen rivi.")
        terminal.type("Toinen rivi.")
        terminal.wait_for("Toinen rivi.")
        terminal.wait_until_read()
        terminal.process.send_signal(interruption)
        code, shown = terminal.end()
    assert code == 130
    assert shown.strip().splitlines() == [
        NOT_KEPT,
        "Kirjoittamasi teksti ei tallentunut. Tässä se on, kopioi talteen:",
        "Ensimmäinen rivi.",
        "Toinen rivi.",
    ]
    assert coach.counts()["diary_entry"] == 0


def test_what_was_piped_before_an_interruption_is_given_back(coach: Coach) -> None:
    with _started(coach.home, command_line("diary", "-"), stdin=subprocess.PIPE) as command:
        assert command.stdin
        command.stdin.write("Ensimmäinen rivi.\n".encode())
        command.stdin.flush()
        wait_until_read(command.stdin.fileno())
        command.send_signal(signal.SIGTERM)
        assert command.stderr
        assert command.wait(PATIENCE) == 130
        assert command.stderr.read().decode().splitlines() == [
            NOT_KEPT,
            "Kirjoittamasi teksti ei tallentunut. Tässä se on, kopioi talteen:",
            "Ensimmäinen rivi.",
        ]


@pytest.mark.parametrize(
    "words", [("settings",), ("--help",), ("--json", "client", "list"), ("undo", "--list")]
)
def test_an_answer_that_nobody_reads_on_is_silent(coach: Coach, words: tuple[str, ...]) -> None:
    """As in `valmentaja settings | head -1`."""
    coach.did("client", "add", "Aino")
    reading, writing = os.pipe()
    with _started(coach.home, command_line(*words), stdout=writing) as command:
        os.close(writing)
        os.close(reading)
        _, err = command.communicate(timeout=PATIENCE)
    assert (command.returncode, err) == (0, b"")


def test_what_was_logged_stays_when_nobody_reads_the_answer(coach: Coach) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with _started(coach.home, command_line("log", "Lounas-Aitta"), stdout=writing) as command:
        os.close(writing)
        assert command.communicate(timeout=PATIENCE)[1] == b""
    assert coach.counts()["employer_contact"] == 1

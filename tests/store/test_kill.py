"""The program is killed in the middle of its work, again and again: nothing that was said to be saved is lost."""

import itertools
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.store.workbooks import (
    TODAY,
    Clock,
    aino,
    day,
    elsewhere,
    everything,
    locked_home,
    opened,
    plain_home,
    the_field,
)
from valmentaja.model.client import Client
from valmentaja.model.place import DiaryPlace
from valmentaja.places import Home
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import client
from valmentaja.store.contacts import EmployerContactWords, log_employer_contact
from valmentaja.store.diary import entry_or_none, write_diary
from valmentaja.store.drafts import drafts_at, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.journal import redo, undo
from valmentaja.store.steps import StepWords
from valmentaja.store.workbook import Workbook, open_workbook

KILLS = int(os.environ.get("TEST_KILLS", "6"))
"""How many times the program is killed; hundreds when asked for in the environment."""

SPENT = 0.25  # seconds of work at most between two kills


def work_without_end(folder: str, key: str, begins_from: str) -> None:
    """Logs contacts, writes the diary, changes and undoes, and says each as soon as it is saved."""
    with open_workbook(Home(folder), key or None, Clock()) as book:
        who = client(book, 1)
        for number in itertools.count(int(begins_from)):
            print(_one_round(book, who, number), flush=True)


def _one_round(book: Workbook, who: Client, number: int) -> str:
    """One change, and what there is to see of it: a table and an id, or a number in a text."""
    turn = number % 4
    if turn == 0:
        told = EmployerContactWords(TODAY, new_employer=f"Yritys {number}", client_id=who.id, present=True)
        step = StepWords(f"soittaa {number}", day(3), TODAY)
        return f"contact {log_employer_contact(book, told, employer_label='x', next_step=step).id}"
    if turn == 1:
        write_diary(book, TODAY, f"rivi-{number}.", heading="9.10")
        return f"diary {number}"
    if turn == 2:
        change_field(book, "client", who.id, the_field("client", "note"), f"muistiinpano {number} " * 300)
        keep_draft(book, DiaryPlace(TODAY), "a", f"kesken {number}", 0)
        return f"draft {number}"
    undo(book)
    redo(book)
    return f"redone {number}"


def killed_at_work(home: Home, key: str, seconds: float, begins_from: int = 0) -> list[str]:
    """Lets the program work for so long, kills it, and gives what it had said by then, whole lines only."""
    process = elsewhere(work_without_end, home.folder, key, str(begins_from))
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    said = first + process.stdout.read()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL, said
    return said.splitlines() if said.endswith("\n") else said.splitlines()[:-1]


def missing(book: Workbook, said: list[str]) -> list[str]:
    """What was said to be saved and is not there."""
    entry = entry_or_none(book, TODAY)
    text = entry.text if entry else ""
    typed = drafts_at(book, DiaryPlace(TODAY))
    newest = int(typed[0].text.split()[1]) if typed else -1
    there: dict[str, Callable[[int], bool]] = {
        "contact": lambda number: (
            book.row("SELECT 1 FROM employer_contact WHERE id = ?", (number,)) is not None
        ),
        "diary": lambda number: f"rivi-{number}." in text,
        "draft": lambda number: newest >= number,
        "redone": lambda _: True,
    }
    return [line for line in said if not there[line.split()[0]](int(line.split()[1]))]


def refuse_half_changes(book: Workbook) -> None:
    """Every contact of ours has its employer, its step and who was there; no change is open; the journal is whole."""
    refuse_damage(book)
    counts = [
        len(everything(book)[table]) for table in ("employer", "employer_contact", "attendance", "next_step")
    ]
    assert len(set(counts)) == 1
    assert book.rows("SELECT change_id FROM journal_state")[0][0] is None
    empty = book.rows("SELECT id FROM change WHERE id NOT IN (SELECT change_id FROM change_row)")
    assert empty == []


@pytest.mark.parametrize("sort", ["locked", "plain"])
def test_nothing_that_was_saved_is_lost_by_a_kill_and_nothing_is_half(tmp_path: Path, sort: str) -> None:
    home, key = locked_home(tmp_path / "home") if sort == "locked" else (plain_home(tmp_path / "home"), "")
    with opened(home, key or None) as book:
        aino(book)
    chance, said = Random(48), []
    for time_killed in range(KILLS // 2):
        said += killed_at_work(home, key, chance.uniform(0, SPENT), begins_from=10_000 * time_killed)
        with opened(home, key or None) as book:
            refuse_half_changes(book)
            assert missing(book, said) == []
    assert len(said) > KILLS


def test_after_a_kill_everything_can_be_taken_back(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home")
    with opened(home) as book:
        aino(book)
        before = everything(book)
    killed_at_work(home, "", SPENT)
    with opened(home) as book:
        while undo(book).what != "client_added":
            pass
        redo(book)
        assert everything(book) == before

"""A round of tests that two processes share tells all that one process would have told."""

import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT

SHARED = """
import pytest
from tests import side_by_side

side_by_side.ENOUGH = 1
side_by_side.processors = lambda: 2

@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    assert side_by_side.worth_sharing(session)
    return side_by_side.run_side_by_side(session)
"""

OF_EACH_KIND = """
import os, time
import pytest

def test_passes(tmp_path):
    time.sleep(0.05)
    with open("folders", "a") as told:
        print(os.getpid(), tmp_path, file=told)

def test_fails():
    print("said before", "it failed")
    assert 1 == 2

@pytest.mark.skip(reason="not today")
def test_is_skipped(): ...

@pytest.fixture
def broken():
    raise RuntimeError

def test_has_no_beginning(broken): ...
"""

THE_SECOND_ENDS = """
import os, time

FIRST = os.getpid()  # collected before there is a second

def test_ends():
    time.sleep(0.05)
    if os.getpid() != FIRST:
        os._exit(0)
"""

FILES = 6


def _round(folder: Path, text: str) -> tuple[int, str]:
    """Runs the same tests from several files: the exit code, and what was shown."""
    (folder / "conftest.py").write_text(SHARED, encoding="utf-8")
    for number in range(FILES):
        (folder / f"test_{number}.py").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "--basetemp", "temporary", "-p", "no:cacheprovider"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_what_the_second_process_finds_out_is_told_as_by_one(tmp_path: Path) -> None:
    code, shown = _round(tmp_path, OF_EACH_KIND)
    assert code == 1
    assert f"{FILES} failed, {FILES} passed, {FILES} skipped, {FILES} errors" in shown
    assert shown.count("said before it failed") == FILES
    assert shown.count("\nPASSED test_") == FILES
    processes, folders = zip(
        *(line.split() for line in (tmp_path / "folders").read_text().splitlines()), strict=True
    )
    assert len(set(processes)) == 2
    assert len(set(folders)) == FILES


def test_a_second_process_that_ends_before_its_time_is_a_failure(tmp_path: Path) -> None:
    code, shown = _round(tmp_path, THE_SECOND_ENDS)
    assert code == 1
    assert "the second process of the tests ended before its time" in shown

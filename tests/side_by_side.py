"""Runs a long round of tests in two processes at once: whoever is free takes the next file.

The second process is a fork of the first, made when all tests are collected and none has begun, and only where there
is a second processor. What it finds out is handed back through a file, so that every report, count and exit code is
as in one process. A round that is short, looked at while it runs (`-s`, `--pdb`) or stopped early (`-x`) is not shared.
"""

import os
import pickle
from collections.abc import Iterator
from itertools import groupby, takewhile
from tempfile import TemporaryFile
from typing import IO

import pytest

ENOUGH = 1000  # tests that are worth a second process
_NUMBER = 2  # bytes of the number of a file in the queue
_ALL_TOLD = "all told"


def worth_sharing(session: pytest.Session) -> bool:
    """Whether the round is long, and nobody watches it or wants it to stop early."""
    told = session.config.option
    watched = told.collectonly or told.usepdb or told.maxfail or told.capture != "fd" or session.testsfailed
    return len(session.items) >= ENOUGH and processors() > 1 and not watched


def processors() -> int:
    """How many there are for this process; where it cannot be said, and where nothing forks, one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def run_side_by_side(session: pytest.Session) -> bool:
    """Runs all tests of the round, about half of them in a second process."""
    files = [list(items) for _, items in groupby(session.items, lambda item: item.path)]
    queue = _queue(len(files))
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    with TemporaryFile() as told:
        first, other = os.getpid(), os.fork()
        if not other:
            _run_quietly(session, takewhile(lambda _: os.getppid() == first, _taken(queue, files)), told)
        try:
            _run(session, _taken(queue, files))
        finally:
            os.waitpid(other, 0)
        os.close(queue)
        _tell(session, told)
    return True


def _queue(files: int) -> int:
    """The numbers of the files in a pipe that ends after them: each is read by one process only."""
    ours, theirs = os.pipe()
    os.write(theirs, b"".join(number.to_bytes(_NUMBER) for number in range(files)))
    os.close(theirs)
    return ours


def _taken(queue: int, files: list[list[pytest.Item]]) -> Iterator[pytest.Item]:
    while number := os.read(queue, _NUMBER):
        yield from files[int.from_bytes(number)]


def _run(session: pytest.Session, items: Iterator[pytest.Item]) -> None:
    item = next(items, None)
    while item is not None:
        following = next(items, None)
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        item = following


class _Teller:
    """Writes every report down, one after another."""

    def __init__(self, config: pytest.Config, told: IO[bytes]) -> None:
        self._config = config
        self._told = told

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One step of one test has ended."""
        written = self._config.hook.pytest_report_to_serializable(config=self._config, report=report)
        pickle.dump(written, self._told)
        self._told.flush()


def _run_quietly(session: pytest.Session, items: Iterator[pytest.Item], told: IO[bytes]) -> None:
    """The second process: it shows nothing, has temporary folders of its own, and goes no further than the first."""
    try:
        _be_silent(session.config)
        folders = session.config._tmp_path_factory  # type: ignore[attr-defined]
        folders._basetemp = folders.mktemp("side", numbered=False)
        session.config.pluginmanager.register(_Teller(session.config, told))
        _run(session, items)
        pickle.dump(_ALL_TOLD, told)
        told.flush()
    finally:
        os._exit(0)


def _be_silent(config: pytest.Config) -> None:
    """Nothing more is shown, and what the tests show is caught in files of this process."""
    capture = config.pluginmanager.getplugin("capturemanager")
    assert capture is not None
    capture.stop_global_capturing()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    capture.start_global_capturing()
    capture.suspend_global_capture()


def _tell(session: pytest.Session, told: IO[bytes]) -> None:
    """Reports what the second process has found out as if it had been found here.

    Raises `Failed` where it ended before its time: tests that it had taken may not have been run.
    """
    hook = session.config.hook
    told.seek(0)
    try:
        while (written := pickle.load(told)) != _ALL_TOLD:
            report = hook.pytest_report_from_serializable(config=session.config, data=written)
            hook.pytest_runtest_logreport(report=report)
    except (EOFError, pickle.UnpicklingError):
        session.shouldfail = "the second process of the tests ended before its time"
        raise session.Failed(session.shouldfail) from None

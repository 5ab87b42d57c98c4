"""Runs commands as a coach does: in this process with a clock that stands, as a process, or on a terminal."""

import fcntl
import gc
import io
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

import pytest

from valmentaja.__main__ import main
from valmentaja.cli import session

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-24"  # a Tuesday, week 48
PATIENCE = 20.0  # seconds: no answer takes so long, also on a busy machine

Told = dict[str, object]


class StandingClock(datetime):
    """Ten past nine on the Tuesday, whenever it is asked."""

    @classmethod
    def now(cls, tz: object = None) -> "StandingClock":
        return cls(2026, 11, 24, 9, 10)


@dataclass(frozen=True)
class Said:
    """What a command said on both streams, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """The answer of a command that was asked for JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The answer, line by line."""
        return self.out.splitlines()


def answered(out: str) -> Said:
    """A command that did what was asked, and had nothing to say beside its answer."""
    return Said(0, out, "")


def refused(code: int, sentence: str) -> Said:
    """A command that did nothing, and said why."""
    return Said(code, "", sentence + "\n")


@dataclass(frozen=True)
class Coach:
    """Someone who gives commands in this process, about the workbook in `home`."""

    home: Path
    patch: pytest.MonkeyPatch

    def run(self, *words: str, typed: str | bytes = "", on: str = TODAY) -> Said:
        """One command on the day, with what is piped into it."""
        piped = typed.encode() if isinstance(typed, str) else typed
        streams = {
            name: io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for name in ("stdout", "stderr")
        }
        streams["stdin"] = io.TextIOWrapper(io.BytesIO(piped), "utf-8")
        polite_end, thresholds = signal.getsignal(signal.SIGTERM), gc.get_threshold()
        with self.patch.context() as patch:
            patch.setenv("VALMENTAJA_HOME", str(self.home))
            patch.setattr(session, "datetime", StandingClock)
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            try:
                code = main(["--on", on, *words])
            finally:
                signal.signal(signal.SIGTERM, polite_end)
                gc.set_threshold(*thresholds)  # a command readies itself to end: this process goes on
                gc.unfreeze()
        return Said(code, _written(streams["stdout"]), _written(streams["stderr"]))

    def did(self, *words: str, typed: str | bytes = "", on: str = TODAY) -> str:
        """The answer of a command that must succeed."""
        said = self.run(*words, typed=typed, on=on)
        assert said.code == 0, said.err
        return said.out

    def json(self, *words: str, typed: str | bytes = "", on: str = TODAY) -> object:
        """The answer as JSON of a command that must succeed."""
        return json.loads(self.did("--json", *words, typed=typed, on=on))

    def counts(self) -> Told:
        """How many records of each kind the workbook holds."""
        told = self.json("check")
        assert isinstance(told, dict)
        counted = told["counts"]
        assert isinstance(counted, dict)
        return counted


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def command_line(*words: str | bytes) -> list[str | bytes]:
    """The words as a process is started with them."""
    return [sys.executable, "-m", "valmentaja", *words]


def process(home: Path, *words: str | bytes, typed: bytes = b"", **variables: str) -> Said:
    """One command as a process of its own, with pipes in place of a terminal."""
    done = subprocess.run(
        command_line(*words),
        cwd=ROOT,
        env=environment(home, **variables),
        input=typed,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(home: Path, **variables: str) -> dict[str, str]:
    """The variables of a process that is to use the home."""
    return os.environ | {"VALMENTAJA_HOME": str(home), "PYTHONIOENCODING": "utf-8"} | variables


def wait_until_read(pipe: int) -> None:
    """Waits until nothing lies unread in the pipe or terminal, and a moment more for what reads it."""
    until = time.monotonic() + PATIENCE
    while struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0"))[0]:
        assert time.monotonic() < until, "what was typed is not read"
        time.sleep(0.02)
    time.sleep(0.2)


class Terminal:
    """A command on a terminal of its own: what it shows is read, and answered as a person does, line by line."""

    def __init__(self, home: Path, *words: str, code: str | None = None) -> None:
        self._ours, self._theirs = pty.openpty()
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 220, 0, 0))  # rows, columns
        arguments = [sys.executable, "-c", code, *words] if code else command_line(*words)
        self.process = subprocess.Popen(
            arguments,
            cwd=ROOT,
            env=environment(home, VALMENTAJA_LANG="fi"),
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads here
        )
        self.seen = ""  # everything shown so far
        self._bytes, self._from = b"", 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    def wait_for(self, text: str) -> None:
        """Reads until the text is shown; from then on only what follows it counts as shown."""
        until = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < until, f"{text!r} was not shown, but: {self.shown!r}"
            if not self._read(0.2) and self.process.poll() is not None and not self._read(0):
                raise AssertionError(f"ended without {text!r}: {self.shown!r}")
        self._from = self.seen.index(text, self._from) + len(text)

    def type(self, text: str, end: str = "\n") -> None:
        """Types a line."""
        os.write(self._ours, (text + end).encode())

    def wait_until_read(self) -> None:
        """Waits until the command has read all that was typed."""
        wait_until_read(self._theirs)

    def end(self) -> tuple[int, str]:
        """Waits for the command to end: its exit code, and the rest of what it showed."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < until, f"did not end, shown: {self.shown!r}"
            self._read(0.05)
        while self._read(0):
            continue
        return self.process.returncode, self.shown.replace("\r\n", "\n")

    def _read(self, seconds: float) -> bool:
        """Reads what there is; whether there was anything."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            read = os.read(self._ours, 65536)
        except OSError:  # the other end is closed
            return False
        self._bytes += read
        self.seen = self._bytes.decode(errors="replace")
        return bool(read)

    @property
    def shown(self) -> str:
        """What was shown since that which was waited for."""
        return self.seen[self._from :]

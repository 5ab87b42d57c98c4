"""A terminal that does not write UTF-8: the screens do not open over it, a sentence that it can show says so."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import PATIENCE, ROOT, command_line, environment
from valmentaja.places import Home
from valmentaja.texts import Language

SENTENCES = {
    (
        "fi",
        "ascii",
    ): "Paate kayttaa merkistoa ascii, ja nakymat tarvitsevat UTF-8:n. Aseta esimerkiksi LANG=fi_FI.UTF-8.",
    ("fi", "latin-1"): "Pääte käyttää merkistöä iso8859-1, ja näkymät tarvitsevat UTF-8:n.",
    (
        "en",
        "ascii",
    ): "The terminal uses the encoding ascii, and the screens need UTF-8. Set for example LANG=en_GB.UTF-8.",
    ("en", "latin-1"): "The terminal uses the encoding iso8859-1, and the screens need UTF-8.",
}


def on_a_terminal(home: Path, *words: str, **variables: str) -> tuple[int, bytes]:
    """A command on a terminal of its own: its exit code and the bytes it wrote there."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        command_line(*words),
        cwd=ROOT,
        env=environment(home, **variables),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    written = b""
    try:
        while read := os.read(ours, 65536):
            written += read
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return done.wait(PATIENCE), written


@pytest.mark.parametrize(("language", "encoding"), SENTENCES)
def test_the_screens_say_what_they_need_in_letters_that_can_be_shown(
    small: Home, language: Language, encoding: str
) -> None:
    code, written = on_a_terminal(
        Path(small.folder), LANG="C", VALMENTAJA_LANG=language, PYTHONIOENCODING=encoding
    )
    assert code == 1
    assert " ".join(written.decode(encoding).split()).startswith(SENTENCES[language, encoding])
    assert b"\x1b" not in written, "nothing was done to the terminal"


def test_commands_work_there_and_write_names_in_the_letters_there_are(small: Home) -> None:
    code, written = on_a_terminal(
        Path(small.folder),
        "--on",
        "2026-11-24",
        "triage",
        LANG="C",
        VALMENTAJA_LANG="fi",
        PYTHONIOENCODING="ascii",
    )
    assert code == 0
    assert b"myohassa" in written
    assert b"?" not in written

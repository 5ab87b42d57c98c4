"""Two windows at once: each logs what it logs, and nothing of it is lost."""

import subprocess
import sys

from tests.cli.running import PATIENCE, ROOT, Coach, environment

MANY = 25
LOGGING = """
import sys
from valmentaja.__main__ import main
for number in range(int(sys.argv[2])):
    code = main(["log", "Lounas-Aitta", "--who", f"{sys.argv[1]} {number}", "--way", "phone"])
    if code:
        sys.exit(code)
"""


def test_what_two_windows_log_at_once_is_all_kept(coach: Coach) -> None:
    coach.did("employer", "add", "Lounas-Aitta")
    windows = [
        subprocess.Popen(
            (sys.executable, "-c", LOGGING, name, str(MANY)),
            cwd=ROOT,
            env=environment(coach.home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for name in ("Aamu", "Ilta")
    ]
    for window in windows:
        _, err = window.communicate(timeout=PATIENCE)
        assert (window.returncode, err) == (0, b"")
    told = coach.counts()
    assert (told["employer"], told["employer_contact"], told["change"]) == (1, 2 * MANY, 2 * MANY + 1)

"""Names this run of the program among others that may have the workbook open, and knows which of them still run."""

import os


def new_window() -> str:
    """A name of our own: the process, when it began, and something random, so that it is never used twice."""
    return f"{os.getpid()}-{_began(os.getpid())}-{os.urandom(4).hex()}"


def is_alive(window: str) -> bool:
    """Whether the run that had the name still runs on this computer."""
    number, _, rest = window.partition("-")
    began = rest.partition("-")[0]
    if not number.isdigit() or not _runs(int(number)):
        return False
    return _began(int(number)) == began


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs, and is not ours
        return True
    return True


def _began(process: int) -> str:
    """When the process began, as the system counts it; "" where it does not tell."""
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""

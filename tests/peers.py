"""Programs of others that read what ours writes, each in an environment of its own under the cache folder.

`python3 -m tests.peers` installs them, so that no test has to wait for it; it needs nothing but Python.
"""

import os
import subprocess
import sys
from pathlib import Path

KHAL = "khal>=0.13,<0.15"

# Read as this is imported: later the tests see an empty home
_CACHES = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def khal() -> Path:
    """The command of khal, a calendar program. Raises CalledProcessError where it cannot be installed."""
    return _installed("khal", KHAL)


def _installed(name: str, package: str) -> Path:
    folder = _CACHES / "valmentaja-peers" / f"{name}-{sys.version_info.major}.{sys.version_info.minor}"
    command, whole = folder / "bin" / name, folder / "installed"
    if whole.exists() and whole.read_text() == package:
        return command
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True, capture_output=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", package], check=True, capture_output=True)
    whole.write_text(package)
    return command


if __name__ == "__main__":
    print(khal())

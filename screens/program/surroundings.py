"""What Textual would do at the word of environment variables, and must not where clients are written about.

At such a word it writes every key pressed into a file (`TEXTUAL_LOG`, `TEXTUAL_DEBUG`), what is on the screen into
another (`TEXTUAL_SCREENSHOT`), or sends both to a port (`TEXTUAL=devtools`). It reads the variables when it is loaded,
so this module knows nothing of it.
"""

import sys
from collections.abc import MutableMapping
from types import ModuleType
from typing import cast

_OF_LOOKS = frozenset(
    f"TEXTUAL_{name}" for name in ("ANIMATIONS", "DIM_FACTOR", "DISABLE_KITTY_KEY", "FPS", "SMOOTH_SCROLL")
)


def forget_debugging(environ: MutableMapping[str, str]) -> None:
    """Takes every word to Textual out of the environment, but for those on looks and the keyboard."""
    for name in [name for name in environ if name.startswith("TEXTUAL") and name not in _OF_LOOKS]:
        del environ[name]


def load_asyncio_without_tls() -> None:
    """Loads asyncio as where Python was built without TLS: the program makes no connection, and starts sooner."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = cast("ModuleType", None)  # what Python takes for a module that cannot be imported
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]

"""Starts Valmentaja: the one place that knows both the commands and the screens."""

import gc
import sys

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from valmentaja.cli.parsing import Options
    from valmentaja.texts import Texts


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line, `sys.argv` unless given, and gives the exit code of cli.md."""
    gc.set_threshold(50_000)  # or it would look for cycles dozens of times while modules are loaded
    try:
        from valmentaja.cli.main import run
    except KeyboardInterrupt:  # so early that there are no words for it yet
        return 130
    code = run(sys.argv[1:] if arguments is None else arguments, _open_screens)
    gc.freeze()  # or Python would look through all that was loaded once more, only to end
    return code


def _open_screens(options: "Options", texts: "Texts") -> int:
    from valmentaja.screens.start import run

    return run(options, texts)


if __name__ == "__main__":
    raise SystemExit(main())

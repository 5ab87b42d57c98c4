"""Starts Valmentaja: the one place that knows both the commands and the screens."""

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line, `sys.argv` unless given, and gives the exit code of cli.md."""
    gc.set_threshold(50_000)  # or it would look for cycles dozens of times while modules are loaded
    try:
        from valmentaja.cli.main import run
    except KeyboardInterrupt:  # so early that there are no words for it yet
        return 130
    code = run(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()  # or Python would look through all that was loaded once more, only to end
    return code


if __name__ == "__main__":
    raise SystemExit(main())

"""Starts Valmentaja: the one place that knows both the commands and the screens."""

import sys

from valmentaja.cli.main import run


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line, `sys.argv` unless given, and gives the exit code of cli.md."""
    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    raise SystemExit(main())

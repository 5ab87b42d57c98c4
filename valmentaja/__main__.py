"""Starts Valmentaja: the one place that knows both the commands and the screens."""

import gc
import sys

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from valmentaja.cli.parsing import Options
    from valmentaja.texts import Texts


COLLECT_AFTER = (5_000, 20, 20)
"""On screens: often and little, so that no key waits for it."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line, `sys.argv` unless given, and gives the exit code of cli.md."""
    gc.set_threshold(50_000)  # or it would look for cycles dozens of times while modules are loaded
    try:
        from valmentaja.cli.main import run
    except KeyboardInterrupt:  # so early that there are no words for it yet
        return 130
    code = run(sys.argv[1:] if arguments is None else arguments, _open_screens)
    gc.freeze()  # or Python would look through all that was loaded once more, only to end
    if arguments is None:
        _end_at_once(code)
    return code


def _end_at_once(code: int) -> None:
    """Ends the process without taking apart, piece by piece, what was loaded: the system does that at once.

    All is closed and said by now. Where anything may still want to be told of the end, Python ends it as usual.
    """
    import os

    from valmentaja.cli import output

    if "threading" in sys.modules or "tempfile" in sys.modules:
        return
    try:
        output.flush()
    except (OSError, ValueError):  # nobody reads on, which Python says by its exit code
        return
    os._exit(code)


def _open_screens(options: "Options", texts: "Texts") -> int:
    """Hands what the command line knows to the screens, and says what they leave to say."""
    import os

    gc.disable()  # until the first page stands there, which enables it
    from valmentaja.screens.program.surroundings import forget_debugging, load_asyncio_without_tls

    forget_debugging(os.environ)  # before Textual is loaded, which reads it then
    load_asyncio_without_tls()
    from valmentaja.cli import output
    from valmentaja.cli.session import Session
    from valmentaja.screens.program.clock import Clock
    from valmentaja.screens.program.start import Beginning, run
    from valmentaja.texts import Texts, choose_language

    session = Session(options, texts)
    gc.freeze()  # what is loaded stays
    gc.set_threshold(*COLLECT_AFTER)
    ending = run(
        Beginning(
            home=session.home,
            clock=Clock(session.now, session.today if options.on else None),
            cache=session.cache,
            speaks=lambda language: Texts(choose_language(options.lang, os.environ, language)),
            find_key=session.raw_key_unasked if session.key_is_at_hand else None,
            key_is_slow=session.key_is_derived,
            encoding=output.encoding(),
        )
    )
    if ending.sentence:
        output.sentence(ending.sentence)
    return ending.code


if __name__ == "__main__":
    raise SystemExit(main())

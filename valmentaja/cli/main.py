"""Runs one command from beginning to end, and turns whatever happens into an exit code and a sentence."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from valmentaja import __version__
from valmentaja.cli import output
from valmentaja.cli.command import COMMANDS, HELP, SECTIONS, Command, command_named, commands_in
from valmentaja.cli.parsing import (
    CommandLine,
    Options,
    Parser,
    add_globals,
    global_value,
    no_globals_given,
    parse,
    speak,
    take_command,
)
from valmentaja.cli.session import Session
from valmentaja.errors import Ambiguous, CannotBeMet, Damaged, ValmentajaError, error_of_files
from valmentaja.places import Home, home_folder
from valmentaja.settings.face import read_face
from valmentaja.store.backup_names import backup_is_due
from valmentaja.texts import Texts, choose_language

INTERRUPTED = 130
FAULT = 1
_REQUESTS_TO_END = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
_HELP = frozenset({"-h", "--help"})


def run(arguments: Sequence[str], open_screens: Callable[[Options, Texts], int] | None = None) -> int:
    """Runs the command line and gives its exit code (cli.md). Never raises.

    Without a command, on a terminal, `open_screens` is called in place of telling what commands there are.
    """
    output.prepare()
    _leave_no_core()
    for request in _REQUESTS_TO_END:
        signal.signal(request, _terminated)
    texts = Texts(choose_language(None, os.environ, None))
    try:
        texts = Texts(choose_language(global_value(arguments, "--lang"), os.environ, None))
        code = _run(arguments, texts, open_screens)
        output.flush()
        return code
    except ValmentajaError as error:
        return _said(error, texts)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: nothing more to say
        return 0
    except KeyboardInterrupt:
        output.sentence(texts("interrupted.not_kept"))
        return INTERRUPTED
    except OSError as failure:
        return _said(_error_of(failure), texts)
    except Exception as fault:  # our own mistake, said without a word of what the workbook holds
        output.sentence(texts("fault", kind=type(fault).__name__, place=_place(fault)))
        return FAULT


def _leave_no_core() -> None:
    """If the system ends the program, it must not write the memory, key and texts and all, into a file."""
    try:
        from resource import RLIMIT_CORE, setrlimit
    except ImportError:  # Windows writes none
        return
    setrlimit(RLIMIT_CORE, (0, 0))


def _error_of(failure: OSError) -> ValmentajaError:
    """One about a file names it; one about none is about writing the answer out."""
    if failure.filename is not None:
        return error_of_files(failure)
    return CannotBeMet("output.failed", reason=failure.strerror or "")


def _place(fault: BaseException) -> str:
    """Where in the program a fault showed: file and line, which hold no client text."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""


def _terminated(_signal: int, _frame: object) -> None:
    """A polite request to end is handled as Ctrl+C is: what is being written is kept whole or not at all."""
    raise KeyboardInterrupt


def _run(arguments: Sequence[str], texts: Texts, open_screens: Callable[[Options, Texts], int] | None) -> int:
    speak(texts)
    taken = take_command(arguments)
    options = _globals(taken.before, texts)
    if options.version:
        return _tell_version(options.json)
    if open_screens is not None and not taken.command and _wants_screens(options):
        return open_screens(options, texts)
    asked_about = _asked_about(taken, arguments)
    if asked_about is not None:
        output.line(_help(asked_about, _texts_of_help(arguments, texts)))
        return 0
    command, rest = command_named(taken.command, taken.after)
    options = parse(_parser(command, texts), rest, options)
    if options.version:
        return _tell_version(options.json)
    return _in_session(command, Session(options, texts))


def _wants_screens(options: Options) -> bool:
    """Whether a person sits at a terminal and asked for nothing that is told in lines."""
    return not options.help and not options.json and sys.stdin.isatty() and sys.stdout.isatty()


def _tell_version(as_json: bool) -> int:
    if as_json:
        output.data({"version": __version__})
    else:
        output.line(f"valmentaja {__version__}")
    return 0


def _asked_about(taken: CommandLine, arguments: Sequence[str]) -> CommandLine | None:
    """What help is asked about, by option or by the word `help`; `None` when none is asked for."""
    if taken.command.casefold() == HELP:
        return take_command(taken.after)
    return taken if not taken.command or _HELP.intersection(arguments) else None


def _texts_of_help(arguments: Sequence[str], texts: Texts) -> Texts:
    """Help opens no workbook, but speaks the language that lies beside it."""
    home = Home(home_folder(global_value(arguments, "--home") or None, os.environ))
    language = choose_language(global_value(arguments, "--lang"), os.environ, read_face(home).language)
    if language == texts.language:
        return texts
    spoken = Texts(language)
    speak(spoken)
    return spoken


def _help(taken: CommandLine, texts: Texts) -> str:
    """What there is of commands, in the group named or in all; or all about one of them."""
    if not taken.command:
        return _overview(texts, COMMANDS)
    group, words, after = commands_in(taken.command), taken.command.casefold(), taken.after
    while group and not any(one.words == words for one in group):
        further = take_command(after)
        words, after = f"{words} {further.command.casefold()}", further.after
        longer = tuple(one for one in group if f"{one.words} ".startswith(f"{words} "))
        if not further.command or not longer:
            return _overview(texts, group)
        group = longer
    command, _ = command_named(taken.command, taken.after)
    return _parser(command, texts).format_help().rstrip()


def _globals(arguments: Sequence[str], texts: Texts) -> Options:
    if not arguments:
        return no_globals_given()
    parser = Parser(texts, "", "")
    add_globals(parser)
    return parse(parser, arguments, no_globals_given())


def _parser(command: Command, texts: Texts) -> Parser:
    parser = Parser(texts, command.words, texts(f"command.{command.key}"))
    import_module(command.module).__dict__[f"{command.function}_arguments"](parser)
    add_globals(parser)
    return parser


def _overview(texts: Texts, commands: Sequence[Command]) -> str:
    """The commands under the headings of their sections, after how to begin."""
    lines = [texts("help.welcome"), texts("help.begin"), ""]
    for section in SECTIONS:
        shown = [command for command in section.commands if command in commands]
        if shown:
            lines.append(texts(f"help.section.{section.key}"))
            lines += [f"  {command.words}: {texts(f'command.{command.key}')}" for command in shown]
            lines.append("")
    return "\n".join([*lines, texts("help.more")])


def _in_session(command: Command, session: Session) -> int:
    act = import_module(command.module).__dict__[command.function]
    answered = False
    try:
        if command.opens:
            session.unlock()
        act(session, session.options)
        _say_notices(session)
        output.flush()
        answered = True
        if command.backs_up:
            _daily_backup(session)
        return 0
    except ValmentajaError as error:
        code = _said(error, session.texts)
        _offer_backup(error, session)
        _give_back(session)
        return code
    except KeyboardInterrupt:
        if answered:  # only the daily backup was cut short, and the next command makes it
            return 0
        if session.on_terminal():
            output.sentence("")  # the cursor stands after a question
        session.say(_how_far(session))
        _give_back(session)
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception:  # said by `run`, after what was typed is given back
        _give_back(session)
        raise
    finally:
        session.close()


def _how_far(session: Session) -> str:
    """The text key that says truly whether an interruption came before or after what was asked."""
    if session.has_kept:
        return "interrupted.kept"
    return "interrupted.unsure" if session.unsure else "interrupted.not_kept"


def _said(error: ValmentajaError, texts: Texts) -> int:
    output.sentence(texts(f"error.{error.key}", **error.parameters))
    if isinstance(error, Ambiguous):
        output.sentence("\n".join(f"  {candidate}" for candidate in error.candidates))
    return error.exit_code


def _say_notices(session: Session) -> None:
    """What was done to text on its way in is said, never done in silence."""
    if session.opened is None:
        return
    notices = session.opened.notices
    for key, count in (("written.masked", notices.masked), ("written.removed", notices.removed)):
        if count:
            output.sentence(session.texts.counted(key, count))


def _give_back(session: Session) -> None:
    """A text that came by the keyboard or a pipe stands nowhere else: when it was not kept, it is shown again."""
    if session.typed and not session.has_kept and any(text.strip() for text in session.typed):
        session.say("typed.not_kept")
        for text in session.typed:
            output.given_back(text.rstrip("\n"))


def _offer_backup(error: ValmentajaError, session: Session) -> None:
    """Says where the newest backup is, or that there is none here, when the workbook or its keys are damaged."""
    if not isinstance(error, Damaged) or not error.backup_helps:
        return
    from valmentaja.backup import backups

    newest = next(iter(backups(session.home)), None)
    if newest is None:
        session.say("damaged.no_backup")
        return
    home = f' --home "{session.home.folder}"' if session.options.home else ""
    session.say("damaged.backup", at=newest.made_at, home=home)


def _daily_backup(session: Session) -> None:
    """After the answer, when the last backup is old. A failure is said; what the command did stands."""
    book = session.opened
    if book is None or book.read_only:
        return
    try:
        if backup_is_due(session.home, session.now()):
            from valmentaja.backup import make_backup

            make_backup(book)
    except ValmentajaError:
        session.say("backup.failed")

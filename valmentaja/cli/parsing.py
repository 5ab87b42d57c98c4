"""Reads a command line: the global options before or after the command, and only the parser of that command."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from valmentaja import TYPE_CHECKING
from valmentaja.errors import WrongUsage
from valmentaja.texts import Texts

if TYPE_CHECKING:
    from typing import NoReturn, TypeAlias

    Words: TypeAlias = str | Callable[[], str]
    """The words that an option takes, or what lists them where help is asked for."""

Options = argparse.Namespace


@dataclass(frozen=True, slots=True)
class GlobalOption:
    """An option of every command. `name` is the long one; `metavar` is empty for one that takes no value."""

    name: str
    metavar: str = ""
    short: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that it may be called by."""
        return (*self.short, self.name)

    @property
    def kept_as(self) -> str:
        """The name under which its value is kept; its help is the text `option.<kept_as>`."""
        return self.name[2:].replace("-", "_")


GLOBAL_OPTIONS = (
    GlobalOption("--home", "DIR"),
    GlobalOption("--on", "YYYY-MM-DD"),
    GlobalOption("--lang", "fi|en"),
    GlobalOption("--passphrase-file", "FILE"),
    GlobalOption("--key-file", "FILE"),
    GlobalOption("--json"),
    GlobalOption("--version"),
    GlobalOption("--help", short=("-h",)),
)
"""In the order in which help shows them."""

_BY_NAME = {name: option for option in GLOBAL_OPTIONS for name in option.names}


class Parser(argparse.ArgumentParser):
    """A parser that complains by raising a sentence of ours instead of leaving the program."""

    def __init__(self, texts: Texts, command: str, about: str) -> None:
        self.help_width = 78
        super().__init__(
            prog=f"valmentaja {command}".strip(),
            usage="",  # or argparse would lay one out at every reading
            description=about,
            add_help=False,
            allow_abbrev=False,
            formatter_class=self._layout,
        )
        self.texts = texts
        self.common = self.add_argument_group(texts("help.global_options"))
        self._helps: list[tuple[argparse.Action, Callable[[], str]]] = []

    def option(
        self, *names: str, help_key: str, metavar: str = "W", words: "Words" = "", dest: str | None = None
    ) -> None:
        """An option of the command; its help is the text `option.<help_key>`, and the `words` it takes.

        In the help and in errors its value is called by the text `metavar.<metavar>`, as is what `one` and
        `words` take.
        """
        value = self._metavar(metavar)
        if dest is None:
            action = self.add_argument(*names, metavar=value)
        else:
            action = self.add_argument(*names, metavar=value, dest=dest)
        self._explained(action, help_key, words)

    def field_option(self, name: str, *, label: str, metavar: str, words: str = "") -> None:
        """An option that takes the value of a field of a record; its help is the field's `label`, and the `words`."""
        action = self.add_argument(f"--{name.replace('_', '-')}", metavar=self._metavar(metavar))
        self._helps.append((action, lambda: f"{label}: {words}" if words else label))

    def option_of_words(self, name: str, *, help_key: str, metavar: str, words: "Words" = "") -> None:
        """An option that takes one or more words, which need no quotes."""
        action = self.add_argument(name, nargs="+", metavar=self._metavar(metavar))
        self._explained(action, help_key, words)

    def option_or_flag(self, name: str, *, bare: str, help_key: str, metavar: str) -> None:
        """An option that may stand without a value: then it is `bare`."""
        action = self.add_argument(name, nargs="?", const=bare, metavar=self._metavar(metavar))
        self._explained(action, help_key)

    def flag(self, *names: str, help_key: str) -> None:
        """An option without a value."""
        self._explained(self.add_argument(*names, action="store_true"), help_key)

    def words(self, name: str, *, help_key: str) -> None:
        """A text of one or more words, which need no quotes. Nothing given is `None`."""
        action = self.add_argument(name, nargs="*", default=None, metavar=self._metavar(name))
        self._explained(action, help_key)

    def several(self, name: str, *, help_key: str, words: "Words" = "") -> None:
        """One or more words, or texts in quotes; the help ends with the `words` that are known."""
        action = self.add_argument(name, nargs="+", metavar=self._metavar(name))
        self._explained(action, help_key, words)

    def one(self, name: str, *, help_key: str, needed: bool = True, words: "Words" = "") -> None:
        """One word, or one text in quotes; the help ends with the `words` that are known."""
        action = self.add_argument(name, nargs=None if needed else "?", metavar=self._metavar(name))
        self._explained(action, help_key, words)

    def global_option(self, option: GlobalOption) -> None:
        """An option that stands in the help below those of the command. Not given, it leaves no value."""
        if option.metavar:
            value = self._metavar(option.metavar)
            action = self.common.add_argument(*option.names, metavar=value, default=argparse.SUPPRESS)
        else:
            action = self.common.add_argument(*option.names, action="store_true", default=argparse.SUPPRESS)
        self._explained(action, option.kept_as)

    def _explained(self, action: argparse.Action, help_key: str, words: "Words" = "") -> None:
        """Its help is looked up when help is asked for: most commands are told what to do, not asked how."""

        def said() -> str:
            listed = words if isinstance(words, str) else words()
            told = self.texts(f"option.{help_key}")
            return f"{told}: {listed}" if listed else told

        self._helps.append((action, said))

    def _metavar(self, name: str) -> str:
        return self.texts(f"metavar.{name}")

    def options(self) -> Iterator[tuple[str, str]]:
        """Every option with two dashes, and the name under which its value is kept."""
        for action in self._actions:
            yield from ((name, action.dest) for name in action.option_strings if name.startswith("--"))

    def _layout(self, prog: str) -> argparse.HelpFormatter:
        """How help is laid out. Argparse asks for it with every option; with a width it need not load `shutil`."""
        return argparse.RawDescriptionHelpFormatter(prog, width=self.help_width)

    def format_help(self) -> str:
        """The help, with a usage line that names what is given and leaves the options to the list below it."""
        from shutil import get_terminal_size

        for action, said in self._helps:
            action.help = said().replace("%", "%%")
        given = [action for action in self._actions if not action.option_strings]
        names = " ".join(
            f"[{action.metavar}]" if action.nargs in ("?", "*") else str(action.metavar) for action in given
        )
        self.help_width = get_terminal_size().columns - 2
        self.usage = f"{self.prog} {names} {self.texts('help.options')}".replace("  ", " ")
        return super().format_help()

    def error(self, message: str) -> "NoReturn":
        """Raises WrongUsage with what argparse says."""
        raise WrongUsage("usage", message=message, help=f"{self.prog} --help")


_ARGPARSE_TEXTS = {
    "unrecognized arguments: %s": "argparse.unrecognized",
    "the following arguments are required: %s": "argparse.required",
    "expected one argument": "argparse.expected_one",
    "expected at least one argument": "argparse.expected_some",
    "argument %(argument_name)s: %(message)s": "argparse.argument",
    "invalid choice: %(value)r (choose from %(choices)s)": "argparse.choice",
    "ignored explicit argument %r": "argparse.ignored",
    "not allowed with argument %s": "argparse.not_with",
    "usage: ": "argparse.usage",
    "options": "argparse.options",
    "positional arguments": "argparse.positional",
}


def speak(texts: Texts) -> None:
    """From now on argparse complains in the coach's language: it looks its texts up through a name in its module."""

    def translated(message: str) -> str:
        key = _ARGPARSE_TEXTS.get(message)
        return texts(key) if key else message

    setattr(argparse, "_", translated)  # noqa: B010 - the stubs do not know the name


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A command line taken apart: the global options before the command's word, the word, and what follows."""

    before: tuple[str, ...]
    command: str
    after: tuple[str, ...]


def take_command(arguments: Sequence[str]) -> CommandLine:
    """The first argument that is neither a global option nor its value is the command; empty when there is none."""
    place = 0
    while place < len(arguments):
        name, joined, _ = arguments[place].partition("=")
        option = _BY_NAME.get(name)
        if option is None or (joined and not option.metavar):
            break
        place += 2 if option.metavar and not joined else 1
    if place >= len(arguments) or arguments[place].startswith("-"):
        return CommandLine(tuple(arguments), "", ())
    return CommandLine(tuple(arguments[:place]), arguments[place], tuple(arguments[place + 1 :]))


def global_value(arguments: Sequence[str], option: str) -> str | None:
    """The value of a global option, wherever it stands, before anything else is read."""
    found = None
    for place, argument in enumerate(arguments):
        if argument == option and place + 1 < len(arguments):
            found = arguments[place + 1]
        elif argument.startswith(option + "="):
            found = argument.partition("=")[2]
    return found


def add_globals(parser: Parser) -> None:
    """The options that every command takes; one that the command declares itself, as `next --on`, is then its own."""
    own = {name for action in parser._actions for name in action.option_strings}
    for option in GLOBAL_OPTIONS:
        if option.name not in own:
            parser.global_option(option)


def no_globals_given() -> Options:
    """The global options when none is given."""
    return Options(**{option.kept_as: None if option.metavar else False for option in GLOBAL_OPTIONS})


def parse(parser: Parser, arguments: Sequence[str], so_far: Options) -> Options:
    """The options, added to those read so far; their order is free. Raises WrongUsage when they cannot be read."""
    try:
        options, unknown = parser.parse_known_intermixed_args(list(arguments), so_far)
    except argparse.ArgumentError as failure:
        raise WrongUsage("usage", message=str(failure), help=f"{parser.prog} --help") from failure
    if unknown:
        raise _unknown(parser, unknown)
    return options


def _unknown(parser: Parser, unknown: Sequence[str]) -> WrongUsage:
    """What is not known here, and the option that may have been meant by the first of it."""
    from valmentaja.cli.suggesting import option_meant

    message = parser.texts("argparse.unrecognized") % " ".join(unknown)
    parameters = {"message": message, "help": f"{parser.prog} --help"}
    option = next((one for one in unknown if one.startswith("-")), None)
    meant = option_meant(parser.texts, option, parser.options()) if option else None
    return (
        WrongUsage("usage.meant", meant=meant, **parameters) if meant else WrongUsage("usage", **parameters)
    )

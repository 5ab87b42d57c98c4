"""What a command asks of the person at the terminal, or reads from standard input or a file."""

import sys

from valmentaja.cli import output
from valmentaja.cli.parsing import Options
from valmentaja.errors import CannotBeMet, Locked, WrongUsage
from valmentaja.texts import Showable, Texts


class Asking:
    """Asks in the coach's language, and remembers what was typed until it is kept elsewhere.

    An ended input counts as an interruption: it raises KeyboardInterrupt.
    """

    def __init__(self, options: Options, texts: Texts) -> None:
        self.options = options
        self.texts = texts
        self.typed: list[str] = []
        self.may_ask = True
        self._read_standard_input = False

    def say(self, key: str, /, **parameters: Showable) -> None:
        """A sentence to the coach, on stderr; with --json too, since stdout is the program's then."""
        output.sentence(self.texts(key, **parameters))

    def on_terminal(self) -> bool:
        """Whether there is a person to ask, and they may be."""
        return self.may_ask and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

    def can_ask_secret(self) -> bool:
        """Also while standard input brings a text (`-`): a secret is asked for on the terminal itself."""
        brings_text = any(value in ("-", ["-"]) for value in vars(self.options).values())
        return self.on_terminal() or (brings_text and sys.stderr.isatty())

    def ask_secret(self, key: str, **parameters: Showable) -> str:
        """Asks for something that is not shown while it is typed."""
        from getpass import getpass

        try:
            return getpass(self.texts(key, **parameters) + " ", stream=sys.stderr)
        except EOFError as end:
            raise KeyboardInterrupt from end

    def ask_line(self, key: str, **parameters: Showable) -> str:
        """Asks for one line."""
        output.ask(self.texts(key, **parameters))
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        return answer.rstrip("\n")

    def ask_text(self, key: str) -> str:
        """Asks for a text of paragraphs: one empty line begins a new one, two end the text, as does an ended input."""
        output.sentence(self.texts(key))
        lines: list[str] = []
        while line := sys.stdin.readline():
            if not line.strip() and not (lines and lines[-1].strip()):
                break
            lines.append(line)
            self.typed.append(line)
        return "".join(lines).rstrip("\n")

    def text(self, value: str | None, *, ask: str, option: str, long: bool = False) -> str:
        """A text argument: as given, `-` for standard input, or asked for on a terminal when missing.

        Without a terminal a missing one raises WrongUsage that names it. `ask` is the text key of the question.
        """
        if value == "-":
            return self._standard_input()
        if value is not None:
            return value
        if not self.on_terminal():
            raise WrongUsage("argument.missing", option=option)
        if long:
            return self.ask_text(ask)
        asked = self.ask_line(ask)
        self.typed.append(asked)
        return asked

    def optional_text(self, value: str | None) -> str | None:
        """A text argument that may be missing; `-` is standard input."""
        return self._standard_input() if value == "-" else value

    def wanted_text(self, value: str | None, *, ask: str) -> str | None:
        """A text argument that may be missing, but is asked for on a terminal, where Enter alone skips it."""
        if value is not None or not self.on_terminal():
            return self.optional_text(value)
        asked = self.ask_line(ask)
        self.typed.append(asked)
        return asked if asked.strip() else None

    def _standard_input(self) -> str:
        if self._read_standard_input:
            raise WrongUsage("argument.input_twice")
        self._read_standard_input = True
        began = len(self.typed)
        for line in sys.stdin:
            self.typed.append(line)
        text = "".join(self.typed[began:]).rstrip("\r\n")
        if not text.strip():  # more likely a pipe that broke than a wish to empty something
            raise CannotBeMet("text.empty")
        return text

    def first_line(self, file: str) -> str:
        """The first line of a file, `-` for standard input; read again, `-` gives the next line.

        Such a line opens the workbook, so that a file which cannot be read raises Locked.
        """
        if file == "-":
            return sys.stdin.readline().rstrip("\r\n")
        try:
            with open(file, encoding="utf-8", errors="surrogateescape") as opened:
                return opened.readline().removeprefix("\ufeff").rstrip("\r\n")
        except OSError as failure:
            raise Locked("file.unreadable", file=file) from failure

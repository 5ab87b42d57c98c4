"""One run of one command: its options, its day, its language, and the workbook when it is asked for."""

import os
import sys
from collections.abc import Callable
from datetime import date, datetime

from valmentaja.cli import output
from valmentaja.cli.parsing import Options
from valmentaja.errors import CannotBeMet, Damaged, Locked, WrongUsage
from valmentaja.places import Home, cache_folder, home_folder
from valmentaja.store.locks import has_keys, is_locked, is_raw_key, key_by_passphrase, remembered_key
from valmentaja.store.workbook import Workbook, open_workbook
from valmentaja.texts import Texts, choose_language
from valmentaja.texts.dates import Meaning, parse_date

PASSPHRASE_VARIABLE = "VALMENTAJA_PASSPHRASE_FILE"


class Session:
    """What a command works with. The clock is read here, and nowhere below."""

    def __init__(self, options: Options, texts: Texts) -> None:
        self.options = options
        self.texts = texts
        self.now: Callable[[], datetime] = datetime.now
        self.today: date = _day(options.on, self.now().date())
        self.home = Home(home_folder(options.home, os.environ))
        self.typed: list[str] = []
        self._book: Workbook | None = None
        self._read_standard_input = False

    @property
    def json(self) -> bool:
        """Whether the answer is to be JSON."""
        return bool(self.options.json)

    @property
    def passphrase_file(self) -> str | None:
        """Where the passphrase is to be read from, if it was said."""
        named: str | None = self.options.passphrase_file
        return named or os.environ.get(PASSPHRASE_VARIABLE)

    @property
    def cache(self) -> str:
        """The folder for what can be made again."""
        return cache_folder(os.environ)

    @property
    def opened(self) -> Workbook | None:
        """The workbook, if this run has opened it."""
        return self._book

    @property
    def book(self) -> Workbook:
        """The workbook, opened at the first asking. From then on sentences are in its language, unless told otherwise.

        Raises Locked without a key, CannotBeMet when there is no workbook, Damaged when it cannot be used.
        """
        if self._book is None:
            self._book = self._open()
            self.texts = self._texts_of(self._book)
        return self._book

    def unlock(self) -> None:
        """Opens the workbook now: a question that comes later is then never mistaken for that of the passphrase."""
        self._book = self.book

    def _open(self) -> Workbook:
        if not os.path.exists(self.home.workbook):
            raise CannotBeMet("workbook.missing", home=self.home.folder)
        try:
            book = open_workbook(self.home, self.raw_key(), self.now)
        except Damaged as failure:
            if failure.key == "workbook.damaged" and self.options.key_file:
                raise Locked("key.wrong") from failure
            raise
        if book.needs_migration:
            from valmentaja.backup import bring_up_to_date

            bring_up_to_date(book)
        return book

    def _texts_of(self, book: Workbook) -> Texts:
        from valmentaja.store.stored_settings import setting_on

        language = choose_language(self.options.lang, os.environ, setting_on(book, "language", self.today))
        return self.texts if language == self.texts.language else Texts(language)

    @property
    def words_language(self) -> str:
        """The language in which the coach writes, for finding words in all their forms: not changed by --lang."""
        from valmentaja.store.stored_settings import setting_on

        return choose_language(None, os.environ, setting_on(self.book, "language", self.today))

    def raw_key(self) -> str | None:
        """The key of the workbook, `None` when it needs none: from a key file, a passphrase, the keyring, or asked."""
        if not is_locked(self.home):
            return None
        if self.options.key_file:
            return self._key_from_file(self.options.key_file)
        if not has_keys(self.home):  # nothing to ask for: the file is damaged, and opening it says so
            return remembered_key(self.home)
        file = self.passphrase_file
        if file:
            return key_by_passphrase(self.home, self.first_line(file))
        return remembered_key(self.home) or self._key_by_asking()

    def _key_from_file(self, file: str) -> str:
        key = self.first_line(file).strip()
        if not is_raw_key(key):
            raise WrongUsage("key_file.form", file=file)
        return key

    def _key_by_asking(self) -> str:
        """Asks until the passphrase is right; there is no limit of tries."""
        if not self._can_ask_secret():
            raise Locked("passphrase.none")
        while True:
            try:
                return key_by_passphrase(self.home, self.ask_secret("ask.passphrase"))
            except Locked as refusal:
                output.sentence(self.texts(f"error.{refusal.key}"))

    def on_terminal(self) -> bool:
        """Whether there is a person to ask."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

    def _can_ask_secret(self) -> bool:
        """Also while standard input brings a text (`-`): a secret is asked for on the terminal itself."""
        brings_text = any(value in ("-", ["-"]) for value in vars(self.options).values())
        return self.on_terminal() or (brings_text and sys.stderr.isatty())

    def ask_secret(self, key: str) -> str:
        """Asks for something that is not shown while it is typed."""
        from getpass import getpass

        try:
            return getpass(self.texts(key) + " ", stream=sys.stderr)
        except EOFError as end:
            raise KeyboardInterrupt from end

    def ask_line(self, key: str) -> str:
        """Asks for one line. An ended input counts as an interruption."""
        output.ask(self.texts(key))
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        return answer.rstrip("\n")

    def ask_text(self, key: str) -> str:
        """Asks for a text of several lines, ended by an empty one."""
        output.sentence(self.texts(key))
        lines: list[str] = []
        while (line := sys.stdin.readline()) and line.strip():
            lines.append(line)
            self.typed.append(line)
        return "".join(lines).rstrip("\n")

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

    def _standard_input(self) -> str:
        if self._read_standard_input:
            raise WrongUsage("argument.input_twice")
        self._read_standard_input = True
        began = len(self.typed)
        for line in sys.stdin:
            self.typed.append(line)
        return "".join(self.typed[began:]).rstrip("\r\n")

    def say(self, key: str, /, **parameters: str | int | float | date) -> None:
        """A sentence to the coach, on stderr; with --json too, since stdout is the program's then."""
        output.sentence(self.texts(key, **parameters))

    def date(self, value: str | None, meaning: Meaning, option: str) -> date:
        """The day of an argument; `None` is today. A record ahead of today raises CannotBeMet."""
        day = self.today if value is None else parse_date(value, self.today, meaning)
        if meaning is Meaning.RECORD and day > self.today:
            raise CannotBeMet("date.ahead", day=day, option=option)
        return day

    def close(self) -> None:
        """Closes the workbook if it was opened."""
        if self._book is not None:
            self._book.close()


def _day(value: str | None, clock_day: date) -> date:
    return clock_day if value is None else parse_date(value, clock_day, Meaning.RECORD)

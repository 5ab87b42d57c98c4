"""One run of one command: its options, its day, its language, and the workbook when it is asked for."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from valmentaja.cli.asking import Asking
from valmentaja.cli.parsing import Options
from valmentaja.errors import CannotBeMet, Damaged, Locked, WrongUsage
from valmentaja.places import Home, cache_folder, home_folder
from valmentaja.settings.face import read_face
from valmentaja.store.locks import is_locked, is_raw_key, key_by_passphrase, remembered_key
from valmentaja.store.workbook import Workbook, open_workbook
from valmentaja.texts import Texts, choose_language
from valmentaja.texts.dates import Meaning, parse_date

FAR_DAYS = 180
FAR_START_DAYS = 31
PASSPHRASE_VARIABLE = "VALMENTAJA_PASSPHRASE_FILE"


class Session(Asking):
    """What a command works with. The clock is read here, and nowhere below."""

    def __init__(self, options: Options, texts: Texts) -> None:
        super().__init__(options, texts)
        self.now: Callable[[], datetime] = datetime.now
        self.today: date = self._day_taken_as_today(options.on)
        if options.home is not None and not options.home.strip():
            raise WrongUsage("argument.missing", option="--home")
        self.home = Home(home_folder(options.home, os.environ))
        self._speak_as_its_face()
        self._book: Workbook | None = None
        self._key: str | None = None
        self.kept = False
        self.unsure = False

    def _speak_as_its_face(self) -> None:
        """Before the workbook is open its language is that of its face: the passphrase is asked for in it."""
        language = choose_language(self.options.lang, os.environ, read_face(self.home).language)
        if language != self.texts.language:
            self.texts = Texts(language)

    def _day_taken_as_today(self, value: str | None) -> date:
        """`--on`; one that is not written whole is said as it was understood."""
        clock_day = self.now().date()
        if value is None:
            return clock_day
        day = parse_date(value, clock_day, Meaning.START)
        if not _names_year(value):
            self.say("date.taken_as_today", day=self.texts.whole_day(day))
        return day

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

    @contextmanager
    def moving_files(self) -> Iterator[None]:
        """Around what writes whole files: an interruption in the middle of it cannot be told from one just after."""
        self.unsure = True
        yield
        self.unsure, self.kept = False, True

    @property
    def has_kept(self) -> bool:
        """Whether this run has made or changed something that stays."""
        return self.kept or (self._book is not None and self._book.kept)

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

    def refuse_missing_workbook(self) -> None:
        """Raises CannotBeMet when there is no workbook: when its keys are there, it is to be brought back, not made."""
        if not os.path.exists(self.home.workbook):
            raise CannotBeMet(
                "workbook.gone" if self.home.has_keys else "workbook.missing", home=self.home.folder
            )

    def _open(self) -> Workbook:
        self.refuse_missing_workbook()
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
        from valmentaja.settings.language import language_written

        return language_written(self.book, self.today)

    def raw_key(self) -> str | None:
        """The key of the workbook, `None` when it needs none: from a key file, a passphrase, the keyring, or asked."""
        if self._key is None and is_locked(self.home):
            self._key = self._find_key()
        return self._key

    def raw_key_unasked(self) -> str | None:
        """As `raw_key`, but without asking for a passphrase: raises Locked where one must be asked for.

        The key is not remembered here: the screens drop it when they lock.
        """
        if not is_locked(self.home):
            return None
        key = self._key_at_hand()
        if key is None and self.home.has_keys:
            raise Locked("passphrase.none")
        return key

    @property
    def key_is_at_hand(self) -> bool:
        """Whether the workbook can be tried to be opened without asking for a passphrase."""
        named = self.options.key_file or self.passphrase_file
        if not is_locked(self.home) or named or not self.home.has_keys:
            return True
        return os.path.exists(self.home.remembered)

    @property
    def key_is_derived(self) -> bool:
        """Whether finding the key without asking takes a while: a passphrase read from a file, or the keyring."""
        return is_locked(self.home) and not self.options.key_file

    def _find_key(self) -> str | None:
        key = self._key_at_hand()
        if key is None and self.home.has_keys:  # without any, the file is damaged, and opening it says so
            return self._key_by_asking()
        return key

    def _key_at_hand(self) -> str | None:
        if self.options.key_file:
            return self._key_from_file(self.options.key_file)
        file = self.passphrase_file
        if file and self.home.has_keys:
            return key_by_passphrase(self.home, self.first_line(file))
        return remembered_key(self.home)

    def _key_from_file(self, file: str) -> str:
        key = self.first_line(file).strip()
        if not is_raw_key(key):
            raise WrongUsage("key_file.form", file=file)
        return key

    def _key_by_asking(self) -> str:
        """Asks until the passphrase is right; there is no limit of tries."""
        if not self.can_ask_secret():
            raise Locked("passphrase.none")
        refused = 0
        while True:
            try:
                return key_by_passphrase(self.home, self.ask_secret("ask.passphrase"))
            except Locked as refusal:
                refused += 1
                self.say(f"error.{refusal.key}")
                if refused > 1:
                    self.say("passphrase.forgotten_how")

    def date(self, value: str | None, meaning: Meaning) -> date:
        """The day of an argument; `None` is today. A record ahead of today raises CannotBeMet.

        A day without a year that is understood as far away, or as a start well ahead, is said: it may mean another.
        """
        if value is None:
            return self.today
        day = parse_date(value, self.today, meaning)
        if meaning is Meaning.RECORD:
            from valmentaja.rules.refusals import refuse_ahead

            refuse_ahead(day, self.today)
        ahead = (day - self.today).days
        surprising = abs(ahead) > FAR_DAYS or (meaning is Meaning.START and ahead > FAR_START_DAYS)
        if surprising and not _names_year(value):
            self.say("date.understood", day=day)
        return day

    def close(self) -> None:
        """Closes the workbook if it was opened."""
        if self._book is not None:
            self._book.close()


def _names_year(value: str) -> bool:
    """Whether a typed day has a year in it, and so can mean one day only."""
    return any(
        len(part) == 4 and part.isdigit() for part in value.replace(".", "-").replace(" ", "-").split("-")
    )

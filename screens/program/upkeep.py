"""What the workbook needs now and then, done beside the screens with a connection of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from valmentaja.errors import ValmentajaError
from valmentaja.places import Home
from valmentaja.settings.language import language_written
from valmentaja.store.backup_names import names_in, told_by_name
from valmentaja.store.stopping import Stop, Stopped
from valmentaja.store.workbook import Workbook, open_workbook

WORDS_AT_A_TIME = 200


class Upkeep:
    """One round of it, in a thread. `stop` ends it at once and drops its key; what is half made is removed."""

    def __init__(self, home: Home, raw_key: str | None, now: Callable[[], datetime], cache: str) -> None:
        self.home = home
        self.now = now
        self.cache = cache
        self.stopping = Stop()
        self._raw_key = raw_key

    def run(self) -> bool:
        """Backup of the day, then new words. False when the backup could not be made."""
        try:
            made = daily_backup(self)
            learn_words(self)
        except (Stopped, ValmentajaError):
            if not self.stopping.asked:
                raise
            return True
        finally:
            self._raw_key = None
        return made

    def stop(self) -> None:
        """The workbook is being closed: nothing more is done with it."""
        self.stopping.ask()
        self._raw_key = None

    @contextmanager
    def opened(self) -> Iterator[Workbook]:
        """The workbook, for this thread. Raises what `open_workbook` raises, and Stopped."""
        raw_key = self._raw_key
        self.stopping.look()  # after the key was read: it is `None` also when it was dropped
        book = open_workbook(self.home, raw_key, self.now)
        del raw_key
        try:
            self.stopping.watch(book.connection)
            yield book
        finally:
            book.close()
            book.raw_key = None


def daily_backup(upkeep: Upkeep) -> bool:
    """Makes the backup of the day unless there is one. False when it could not be made. Raises Stopped."""
    if _backed_up_on(upkeep.home, upkeep.now()):
        return True
    from valmentaja.backup import make_backup

    try:
        with upkeep.opened() as book:
            if not book.read_only:
                make_backup(book, stop=upkeep.stopping)
    except ValmentajaError:
        upkeep.stopping.look()  # a statement that was broken off looks like a failure
        return False
    return True


def _backed_up_on(home: Home, now: datetime) -> bool:
    told = (told_by_name(name) for name in names_in(home))
    return any(one is not None and one[0].date() == now.date() for one in told)


def learn_words(upkeep: Upkeep) -> None:
    """Learns the word forms that saving has queued, so that a search finds them at once. A failure can wait.

    The workbook is closed while the dictionary is looked through: that takes seconds, and hears no stop.
    """
    from valmentaja.store.lemmas import resolve
    from valmentaja.store.search import keep_words, queued_forms

    try:
        with upkeep.opened() as book:
            forms, language = queued_forms(book), language_written(book, upkeep.now().date())
            if book.read_only:
                return
        for first in range(0, len(forms), WORDS_AT_A_TIME):
            learnt = resolve(forms[first : first + WORDS_AT_A_TIME], language, upkeep.cache)
            with upkeep.opened() as book:
                keep_words(book, learnt.values())
    except ValmentajaError:
        return

"""What the workbook needs now and then, done beside the screens with a connection of its own."""

from collections.abc import Callable
from datetime import datetime

from valmentaja.errors import ValmentajaError
from valmentaja.places import Home
from valmentaja.settings.language import language_written
from valmentaja.store.backup_names import names_in, told_by_name
from valmentaja.store.workbook import open_workbook


def daily_backup(home: Home, raw_key: str | None, now: Callable[[], datetime]) -> bool:
    """Makes the backup of the day unless there is one. False when it could not be made."""
    if _backed_up_on(home, now()):
        return True
    from valmentaja.backup import make_backup

    try:
        with open_workbook(home, raw_key, now) as book:
            if not book.read_only:
                make_backup(book)
    except ValmentajaError:
        return False
    return True


def _backed_up_on(home: Home, now: datetime) -> bool:
    told = (told_by_name(name) for name in names_in(home))
    return any(one is not None and one[0].date() == now.date() for one in told)


def learn_words(home: Home, raw_key: str | None, now: Callable[[], datetime], cache: str) -> None:
    """Learns the word forms that saving has queued, so that a search finds them at once. A failure can wait."""
    from valmentaja.store.search import resolve_queued

    try:
        with open_workbook(home, raw_key, now) as book:
            resolve_queued(book, language_written(book, now().date()), cache)
    except ValmentajaError:
        return

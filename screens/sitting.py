"""One sitting at an open workbook, from the opening to the lock: the file, what is being typed, and the watch."""

from collections.abc import Callable
from datetime import datetime

from valmentaja.errors import ValmentajaError
from valmentaja.screens.drafting import Drafting
from valmentaja.screens.watch import Watch
from valmentaja.screens.window import new_window
from valmentaja.store.workbook import Workbook


class Sitting:
    """The open workbook and all that lives only as long as it is open. Closing it forgets the key."""

    def __init__(
        self, book: Workbook, now: Callable[[], datetime], tell: Callable[[ValmentajaError], None]
    ) -> None:
        self.book = book
        self.drafts = Drafting(book, new_window(), now, tell)
        self.watch = Watch(book)

    def close(self) -> None:
        """What was being typed is made changes, the file is closed, the key dropped."""
        self.drafts.settle_all()
        self.book.close()
        self.book.raw_key = None

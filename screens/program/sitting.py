"""One sitting at an open workbook, from the opening to the lock: the file, what is being typed, and the watch."""

import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from valmentaja.errors import ValmentajaError
from valmentaja.screens.drafts.drafting import Drafting
from valmentaja.screens.program.watch import Watch
from valmentaja.store.keys import key_files
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:
    from valmentaja.screens.program.upkeep import Upkeep


class Sitting:
    """The open workbook and all that lives only as long as it is open. Closing it forgets the key."""

    def __init__(
        self,
        book: Workbook,
        window: str,
        now: Callable[[], datetime],
        tell: Callable[[ValmentajaError], None],
        keep_soon: Callable[[], None],
    ) -> None:
        self.book = book
        self.drafts = Drafting(book, window, now, tell, keep_soon)
        self.watch = Watch(book)
        self.upkeep: Upkeep | None = None
        self._keys = key_files(book.home)

    def save_what_is_gone(self) -> str | None:
        """After the file has gone from its place: writes all of it back there, and goes on with that.

        Where another file has come into its place, that is let be, and the path of a backup of ours is given; what
        was typed is in it. Raises CannotBeMet when neither can be written.
        """
        from valmentaja.backup.putting_back import put_back, remove_log, save_beside

        if os.path.exists(self.book.home.workbook):
            self.drafts.settle_all()
            saved = save_beside(self.book, self._keys)
            if self.watch.has_left_its_log():
                remove_log(self.book.home)
            return saved
        self.drafts.keep()
        self.book = put_back(self.book, self._keys)
        self.drafts.move_to(self.book)
        self.watch = Watch(self.book)
        return None

    def stop_upkeep(self) -> None:
        """What is done beside the screens ends at once, and drops the key."""
        if self.upkeep is not None:
            self.upkeep.stop()

    def close(self) -> None:
        """What was being typed is made changes, the file is closed, the key dropped."""
        self.stop_upkeep()
        self.drafts.settle_all()
        self.book.close()
        self.book.raw_key = None

"""Sees from outside that the workbook has moved: written by another process, or gone from its place."""

import os

from valmentaja.store.workbook import Workbook


class Watch:
    """Watches one open workbook. Asking costs some millionths of a second."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._version = book.data_version
        self._file = _identity(book.home.workbook)
        self._log = _identity(_log_of(book))

    def moved(self) -> bool:
        """Whether another process has written since this was asked last."""
        version = self._book.data_version
        moved, self._version = version != self._version, version
        return moved

    def stamp(self) -> tuple[int, int]:
        """Differs when anything has been written, by us or by another process."""
        return self._book.rows_written, self._book.data_version

    def gone(self) -> bool:
        """Whether the file that is open is no longer the one in its place: what is written now would be lost."""
        return _identity(self._book.home.workbook) != self._file

    def has_left_its_log(self) -> bool:
        """Whether the log of changes that lies in the home is the one that this workbook has open."""
        return self._log is not None and _identity(_log_of(self._book)) == self._log


def _log_of(book: Workbook) -> str:
    return f"{book.home.workbook}-wal"


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino)

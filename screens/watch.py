"""Sees from outside that the workbook has moved: written by another process, or gone from its place."""

import os

from valmentaja.store.workbook import Workbook


class Watch:
    """Watches one open workbook. Asking costs some millionths of a second."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._version = self._data_version()
        self._file = _identity(book.home.workbook)

    def moved(self) -> bool:
        """Whether another process has written since this was asked last."""
        version = self._data_version()
        moved, self._version = version != self._version, version
        return moved

    def gone(self) -> bool:
        """Whether the file that is open is no longer the one in its place: what is written now would be lost."""
        return _identity(self._book.home.workbook) != self._file

    def _data_version(self) -> int:
        row = self._book.row("PRAGMA data_version")
        return int(row[0]) if row else 0


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino)

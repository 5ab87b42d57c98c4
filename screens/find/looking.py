"""Looks for words in a thread, with a connection of its own: learning the forms of words may take a second."""

from typing import TYPE_CHECKING

from valmentaja.desks.finding import FoundPage, found_page
from valmentaja.settings.language import language_written
from valmentaja.store.workbook import open_workbook

if TYPE_CHECKING:
    from valmentaja.screens.program.app import Workbench


class Looking:
    """What a thread needs to look: made where the workbook is at hand, used in the thread."""

    def __init__(self, workbench: "Workbench") -> None:
        book = workbench.book
        self._home, self._key, self._now = book.home, book.raw_key, workbench.clock.now
        self._cache = workbench.cache
        self._language = language_written(book, workbench.clock.today)

    def found(self, words: str) -> FoundPage:
        """What is found by the words; without any, the dictionary is opened and what is queued is learnt.

        Raises what opening a workbook and reading it raise.
        """
        if not words:
            from valmentaja.store.lemmas import resolve

            resolve(("sana",), self._language, self._cache)
        with open_workbook(self._home, self._key, self._now) as book:
            return found_page(book, words, language=self._language, cache_folder=self._cache)

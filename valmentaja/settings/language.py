"""The language in which the coach writes."""

import os
from datetime import date

from valmentaja.store.stored_settings import setting_on
from valmentaja.store.workbook import Workbook
from valmentaja.texts import choose_language
from valmentaja.texts.door import Language


def language_written(book: Workbook, day: date) -> Language:
    """The language for finding words in all their forms: the workbook's, not changed by --lang."""
    return choose_language(None, os.environ, setting_on(book, "language", day))

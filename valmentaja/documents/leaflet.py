"""The page that is left at an employer's: the service in the coach's own words."""

from datetime import date

from valmentaja.documents.sheet import Part, Sheet
from valmentaja.errors import CannotBeMet
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import SERVICE_WORDS
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def leaflet(book: Workbook, texts: Texts, day: date) -> Sheet:
    """The page about the service. Raises CannotBeMet where the coach has not written it yet."""
    words = value_of(book, SERVICE_WORDS, day).strip()
    if not words:
        raise CannotBeMet("leaflet.no_words")
    return Sheet(texts("leaflet.title"), (Part("", words),))

"""While it is not known who is responsible for the records, clients are kept by their codes only."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.records_for import RecordsFor
from valmentaja.store.stored_settings import setting_on
from valmentaja.store.workbook import Workbook

RECORDS_FOR_KEY = "records_for"


def was_asked(book: Workbook) -> bool:
    """Whether the coach has ever been asked who is responsible."""
    return setting_on(book, RECORDS_FOR_KEY, date.max) is not None


def names_kept(book: Workbook) -> int:
    """How many clients were named before only codes were kept; 0 where names are taken."""
    return _named(book) if codes_only(book) else 0


def _named(book: Workbook) -> int:
    row = book.row("SELECT count(*) FROM client WHERE name IS NOT NULL")
    return int(row[0]) if row else 0


def codes_only(book: Workbook) -> bool:
    """Whether the coach has said that it is not yet known who is responsible. False where the coach was never asked."""
    return setting_on(book, RECORDS_FOR_KEY, date.max) == RecordsFor.NOT_YET_KNOWN


def refuse_client_name(book: Workbook, name: str | None) -> None:
    """No client is named while only codes are kept. Raises CannotBeMet (`client.codes_only`)."""
    if name and name.strip() and codes_only(book):
        raise CannotBeMet("client.codes_only")


@contextmanager
def naming_nobody(book: Workbook) -> Iterator[None]:
    """What is undone or done again inside names no client while only codes are kept.

    Raises CannotBeMet (`undo.names_client`); the transaction around it takes everything back.
    """
    named = _named(book)
    yield
    if _named(book) > named and codes_only(book):
        raise CannotBeMet("undo.names_client")

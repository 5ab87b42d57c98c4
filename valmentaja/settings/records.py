"""The setting that tells who is responsible for the client records, and what follows while that is not known."""

from datetime import date
from enum import StrEnum

from valmentaja.errors import CannotBeMet
from valmentaja.settings.setting import Setting
from valmentaja.store.stored_settings import setting_on
from valmentaja.store.workbook import Workbook


class RecordsFor(StrEnum):
    """Who is responsible for the records under data protection law."""

    EMPLOYER = "employer"
    PAYER = "payer"
    SELF = "self"
    NOT_YET_KNOWN = "not_yet_known"


RECORDS_FOR = Setting("records_for", RecordsFor.NOT_YET_KNOWN, choices=tuple(RecordsFor))


def codes_only(book: Workbook, day: date) -> bool:
    """Whether clients are kept by their codes only: the coach has said that it is not yet known who is responsible.

    False where the coach was never asked.
    """
    return setting_on(book, RECORDS_FOR.key, day) == RecordsFor.NOT_YET_KNOWN


def refuse_client_name(book: Workbook, name: str | None, day: date) -> None:
    """No client is named while only codes are kept. Raises CannotBeMet (`client.codes_only`)."""
    if name and name.strip() and codes_only(book, day):
        raise CannotBeMet("client.codes_only")

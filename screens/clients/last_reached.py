"""When a client was reached last, as the list and triage count it: told alike on every page."""

from datetime import date

from valmentaja.store.caseload import last_reached
from valmentaja.store.contacts import client_contact, employer_contact
from valmentaja.store.lookup import kind_of
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def last_reached_told(book: Workbook, texts: Texts, client_id: int, today: date) -> str:
    """The day, the way and how long ago; or that the client has not been met yet."""
    touch = last_reached(book, client_id, today)
    if touch is None:
        return texts("today.never_met")
    if kind_of(book, touch.record_id) == "client_contact":
        way = texts(f"client_way.{client_contact(book, touch.record_id).way}")
    else:
        way = texts(f"way.{employer_contact(book, touch.record_id).way}")
    return texts.counted("today.last_met", (today - touch.day).days, day=texts.day(touch.day), way=way)

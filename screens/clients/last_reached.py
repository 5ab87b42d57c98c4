"""When a client was reached last, as the list and triage count it: told alike on every page."""

from datetime import date

from valmentaja.model.contact import ClientContactWay
from valmentaja.store.caseload import last_reached
from valmentaja.store.glances import way_of_contact
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def last_reached_told(book: Workbook, texts: Texts, client_id: int, today: date) -> str:
    """The day, the way and how long ago; or that the client has not been met yet."""
    touch = last_reached(book, client_id, today)
    if touch is None:
        return texts("today.never_met")
    way = way_of_contact(book, touch.record_id)
    told = texts(f"client_way.{way}" if isinstance(way, ClientContactWay) else f"way.{way}")
    days = (today - touch.day).days
    if days == 0:
        return texts("today.last_met_today", way=told)
    return texts.counted("today.last_met", days, day=texts.day(touch.day), way=told)

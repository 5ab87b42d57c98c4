"""What is asked at every start and after every change: answered at a glance, without what reads whole records."""

from datetime import date

from valmentaja.model.contact import ClientContactWay, EmployerContactWay
from valmentaja.store.workbook import Workbook


def any_draft(book: Workbook) -> bool:
    """Whether text waits to become a change, in whichever window."""
    return book.row("SELECT 1 FROM draft LIMIT 1") is not None


def diary_is_begun(book: Workbook, day: date) -> bool:
    """Whether the day has an entry."""
    return book.row("SELECT 1 FROM diary_entry WHERE day = ?", (day.isoformat(),)) is not None


def newest_change(book: Workbook) -> int:
    """The id of the newest change of records, 0 for none: drafts do not count."""
    row = book.row("SELECT max(id) FROM change")
    return int(row[0] or 0) if row else 0


def way_of_contact(book: Workbook, contact_id: int) -> ClientContactWay | EmployerContactWay:
    """How the contact was made, with a client or with an employer. The contact is there."""
    with_client = book.row("SELECT way FROM client_contact WHERE id = ?", (contact_id,))
    if with_client is not None:
        return ClientContactWay(with_client["way"])
    with_employer = book.row("SELECT way FROM employer_contact WHERE id = ?", (contact_id,))
    assert with_employer is not None
    return EmployerContactWay(with_employer["way"])

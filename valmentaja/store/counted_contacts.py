"""What the weekly tally counts, read from an index that holds all it needs."""

from datetime import date

from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.rules.tally import CountedContact
from valmentaja.store.workbook import Workbook


def counted_contacts(
    book: Workbook, first: date, last: date, *, support_counts: bool = False
) -> tuple[CountedContact, ...]:
    """The employer contacts of the days, both included, in the order of their days."""
    rows = book.rows(
        "SELECT day, way, purpose, client_id FROM employer_contact WHERE day BETWEEN ? AND ? ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(
        CountedContact(
            day=date.fromisoformat(day),
            way=EmployerContactWay(way),
            purpose=Purpose(purpose) if purpose else None,
            has_client=client_id is not None,
            support_counts=support_counts,
        )
        for day, way, purpose, client_id in rows
    )

"""How much of the payer's service has been used: the contacts in which the client was reached, and their minutes."""

from dataclasses import dataclass
from datetime import date

from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class ServiceUse:
    """Meetings held, in person or by video, and the minutes of all contacts whose length is known."""

    meetings: int
    minutes: int


def service_use(book: Workbook, client_id: int, first: date, last: date) -> ServiceUse:
    """What was used for the client in those days, both included."""
    row = book.row(
        """SELECT coalesce(sum(attendance.seen), 0) AS meetings,
            coalesce(sum(coalesce(client_contact.minutes, employer_contact.minutes)), 0) AS minutes
        FROM attendance
        LEFT JOIN client_contact ON client_contact.id = attendance.contact_id
        LEFT JOIN employer_contact ON employer_contact.id = attendance.contact_id
        WHERE attendance.client_id = ? AND attendance.reached = 1 AND attendance.day BETWEEN ? AND ?""",
        (client_id, first.isoformat(), last.isoformat()),
    )
    return ServiceUse(int(row["meetings"]), int(row["minutes"])) if row else ServiceUse(0, 0)

"""What may be told of a client at a booked time, where an employer is there too."""

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

LONGEST = 300


def may_tell(book: Workbook, texts: Texts, line: AppointmentLine) -> str:
    """What may be told of the client to the employer; "" where no employer is there, or not one client alone."""
    if line.employer is None or len(line.clients) != 1:
        return ""
    # Today shows this; most booked times have no employer
    from valmentaja.store.disclosures import disclosure_for

    agreed = disclosure_for(book, line.clients[0].id, line.employer.id)
    if agreed is None:
        return texts("appointment.nothing_agreed")
    return one_line(agreed.may or texts("appointment.may_tell_nothing"), LONGEST)

"""What is still to be found out together with a client, as one question to the workbook: lists ask it often."""

from datetime import date

from valmentaja.model.answer import Answer
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook


def waiting_answers(book: Workbook, client_id: int, day: date) -> tuple[Answer, ...]:
    """What was not known on the day, nor settled by then: what has a day first, by it, then the others."""
    rows = book.rows(
        """SELECT * FROM answer WHERE client_id = ?1 AND state = 'dont_know' AND said_on <= ?2
        AND (settled_on IS NULL OR settled_on > ?2) ORDER BY find_out_on IS NULL, find_out_on, id""",
        (client_id, day.isoformat()),
    )
    return tuple(record_of(Answer, row) for row in rows)

"""Appointments read from the workbook."""

from collections.abc import Sequence
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.appointment import Appointment
from valmentaja.store.connection import Row
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Value, Workbook

_IN_ORDER = "ORDER BY day, at, id"


def appointment(book: Workbook, appointment_id: int) -> Appointment:
    """The appointment with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM appointment WHERE id = ?", (appointment_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=appointment_id)
    return _with_clients(book, [row])[0]


def appointments_between(book: Workbook, first: date, last: date) -> tuple[Appointment, ...]:
    """The appointments of the days, both included, whatever became of them, in the order of their times."""
    return _found(book, "WHERE day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def appointments_ahead(book: Workbook, day: date) -> tuple[Appointment, ...]:
    """The appointments from the day on of which nobody has said what became of them."""
    return _found(book, "WHERE outcome IS NULL AND day >= ?", (day.isoformat(),))


def open_appointments(book: Workbook, day: date) -> tuple[Appointment, ...]:
    """The appointments booked by the day of which nobody had said by then what became of them, before it and ahead.

    One that was kept or missed was so on its own day, one that was moved on the day its new time was booked.
    """
    found = _found(book, "WHERE outcome IS NULL AND booked_on <= ?", (day.isoformat(),))
    later = _closed_later(book, day)
    return tuple(sorted((*found, *later), key=lambda one: (one.day, one.at, one.id))) if later else found


def _closed_later(book: Workbook, day: date) -> tuple[Appointment, ...]:
    """Those open on the day, but no more."""
    told = (day.isoformat(),)
    return tuple(
        one
        for condition, is_behind in _CLOSED_LATER
        if book.row(f"SELECT 1 WHERE {is_behind}", told)
        for one in _found(book, f"WHERE booked_on <= ?1 AND {condition}", told)
    )


# With each, what an index tells at once: on a day that is not behind, nothing of the sort has happened later.
_CLOSED_LATER = (
    (
        "day > ?1 AND outcome IN ('met', 'did_not_come', 'not_reached')",
        "EXISTS (SELECT 1 FROM appointment WHERE day > ?1 AND outcome IS NOT NULL)",
    ),
    (
        "moved_to_id IN (SELECT id FROM appointment WHERE booked_on > ?1)",
        "(SELECT booked_on FROM appointment ORDER BY id DESC LIMIT 1) > ?1",
    ),
    (
        # nothing but the journal's clock says when one was called off
        """id IN (SELECT row_id FROM change JOIN change_row ON change_id = change.id
            WHERE at >= date(?1, '+1 day') AND what = 'appointment_cancelled' AND undone IS NULL
            AND table_name = 'appointment')""",
        "EXISTS (SELECT 1 FROM change WHERE at >= date(?1, '+1 day'))",
    ),
)


def appointments_without_outcome(book: Workbook, day: date) -> tuple[Appointment, ...]:
    """The appointments of days until the day, included, of which nobody has said what became of them."""
    return _found(book, "WHERE outcome IS NULL AND day <= ?", (day.isoformat(),))


def appointments_of_client(book: Workbook, client_id: int) -> tuple[Appointment, ...]:
    """All appointments with the client, alone or with others."""
    return _found(
        book,
        "WHERE id IN (SELECT appointment_id FROM appointment_client WHERE client_id = ?)",
        (client_id,),
    )


def appointments_of_group(book: Workbook, group_id: int) -> tuple[Appointment, ...]:
    """All meetings of the group."""
    return _found(book, "WHERE group_id = ?", (group_id,))


def all_appointments(book: Workbook) -> tuple[Appointment, ...]:
    """Every appointment there ever was, in the order of their times."""
    return _found(book, "", ())


def _found(book: Workbook, condition: str, parameters: Sequence[Value]) -> tuple[Appointment, ...]:
    return _with_clients(book, book.rows(f"SELECT * FROM appointment {condition} {_IN_ORDER}", parameters))


_READ_AT_ONCE = 500


def _with_clients(book: Workbook, rows: list[Row]) -> tuple[Appointment, ...]:
    """The appointments of the rows with those who take part, in the order in which they were named."""
    there: dict[int, list[int]] = {}
    for first in range(0, len(rows), _READ_AT_ONCE):
        ids = [int(row["id"]) for row in rows[first : first + _READ_AT_ONCE]]
        marks = ", ".join("?" * len(ids))
        for one in book.rows(
            f"""SELECT appointment_id, client_id FROM appointment_client
            WHERE appointment_id IN ({marks}) ORDER BY id""",
            ids,
        ):
            there.setdefault(one["appointment_id"], []).append(one["client_id"])
    return tuple(record_of(Appointment, row, client_ids=tuple(there.get(row["id"], ()))) for row in rows)


def group_meetings_ahead(book: Workbook, group_id: int, day: date) -> tuple[Appointment, ...]:
    """The meetings of the group from the day on that are still to be held."""
    condition = "WHERE group_id = ? AND outcome IS NULL AND day >= ?"
    return _found(book, condition, (group_id, day.isoformat()))

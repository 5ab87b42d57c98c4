"""The time of some days as all records tell it: contacts of every kind, travel, and other activities."""

from __future__ import annotations

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.model.activity import TimeKind, TimePlace
from valmentaja.model.contact import Purpose
from valmentaja.rules.time_use import TimeEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valmentaja.store.connection import Row
    from valmentaja.store.workbook import Workbook

_EMPLOYER_CONTACTS = """SELECT id, day, purpose, minutes, place, travel_minutes, kilometres FROM employer_contact
    WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR client_id = ?3)"""
_CLIENT_CONTACTS = """SELECT id, day, minutes, place, travel_minutes, kilometres,
    (SELECT count(*) FROM attendance WHERE contact_id = client_contact.id) > 1
    OR EXISTS (SELECT 1 FROM appointment WHERE contact_id = client_contact.id AND group_id IS NOT NULL) AS is_group
    FROM client_contact WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR EXISTS (
        SELECT 1 FROM attendance WHERE contact_id = client_contact.id AND client_id = ?3))"""
_SUPPORTER_CONTACTS = """SELECT supporter_contact.id, day, minutes, place FROM supporter_contact
    JOIN supporter ON supporter.id = supporter_id
    WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR client_id = ?3)"""
_ACTIVITIES = """SELECT id, day, kind, minutes, place, serves, kilometres FROM activity
    WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR client_id = ?3)"""


def time_entries(
    book: Workbook, first: date, last: date, client_id: int | None = None
) -> tuple[TimeEntry, ...]:
    """Every entry of the days, both included, of one client or of all, by day and record."""
    given = (first.isoformat(), last.isoformat(), client_id)
    entries = [entry for row in book.rows(_EMPLOYER_CONTACTS, given) for entry in _of_employer_contact(row)]
    entries += [entry for row in book.rows(_CLIENT_CONTACTS, given) for entry in _of_client_contact(row)]
    entries += [_entry(row, TimeKind.NETWORK) for row in book.rows(_SUPPORTER_CONTACTS, given)]
    entries += [_of_activity(row) for row in book.rows(_ACTIVITIES, given)]
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.record_id, entry.is_travel)))


def _of_employer_contact(row: Row) -> Iterator[TimeEntry]:
    is_support = row["purpose"] == Purpose.SUPPORT
    yield from _with_travel(row, TimeKind.WORKPLACE_SUPPORT if is_support else TimeKind.JOB_FINDING)


def _of_client_contact(row: Row) -> Iterator[TimeEntry]:
    yield from _with_travel(row, TimeKind.GROUP if row["is_group"] else TimeKind.CLIENT_MEETINGS)


def _with_travel(row: Row, kind: TimeKind) -> Iterator[TimeEntry]:
    """The contact, and the way to it where that was told."""
    yield _entry(row, kind)
    if row["travel_minutes"] is not None or row["kilometres"] is not None:
        yield TimeEntry(
            date.fromisoformat(row["day"]),
            kind,
            row["travel_minutes"] or 0,
            None,
            row["id"],
            is_travel=True,
            kilometres=row["kilometres"],
        )


def _of_activity(row: Row) -> TimeEntry:
    """A travel counts for what it served; of one that served nothing told it is said that it was a travel."""
    kind = TimeKind(row["kind"])
    if kind is not TimeKind.TRAVEL:
        return _entry(row, kind)
    return TimeEntry(
        date.fromisoformat(row["day"]),
        TimeKind(row["serves"]) if row["serves"] else kind,
        row["minutes"],
        None,
        row["id"],
        is_travel=True,
        kilometres=row["kilometres"],
    )


def _entry(row: Row, kind: TimeKind) -> TimeEntry:
    place = TimePlace(row["place"]) if row["place"] else None
    return TimeEntry(date.fromisoformat(row["day"]), kind, row["minutes"], place, row["id"])

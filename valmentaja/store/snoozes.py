"""Putting clients aside, in the workbook."""

from __future__ import annotations

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet
from valmentaja.store.clients import client
from valmentaja.store.connection import Row
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:
    from valmentaja.model.snooze import Snooze


def put_aside(book: Workbook, client_id: int, *, until: date, because: str, today: date) -> Snooze:
    """The coach puts the client aside until a day, with a reason; it takes the place of one that runs already."""
    label = client(book, client_id).label
    with book.change("client_put_aside", client=label, day=until.isoformat()) as writing:
        running = running_snooze(book, client_id, today)
        if running is not None:
            writing.update("snooze", running.id, ended_on=today.isoformat(), revision=writing.id)
        snooze_id = writing.new_record("snooze")
        writing.insert(
            "snooze",
            id=snooze_id,
            revision=writing.id,
            client_id=client_id,
            until=until.isoformat(),
            because=writing.needed_text(because),
            made_on=today.isoformat(),
        )
    return snooze_with(book, snooze_id)


def bring_back(book: Workbook, client_id: int, today: date) -> Snooze:
    """The client comes back on the list before the day. Raises CannotBeMet when the client is not put aside."""
    label = client(book, client_id).label
    with book.change("client_brought_back", client=label) as writing:
        running = running_snooze(book, client_id, today)
        if running is None:
            raise CannotBeMet("snooze.not_running", name=label)
        writing.update("snooze", running.id, ended_on=today.isoformat(), revision=writing.id)
    return snooze_with(book, running.id)


def running_snooze(book: Workbook, client_id: int, day: date) -> Snooze | None:
    """The snooze that hides the client on the day, if one does."""
    rows = book.rows(
        """SELECT * FROM snooze WHERE client_id = ?1 AND until > ?2 AND made_on <= ?2
        AND (ended_on IS NULL OR ended_on > ?2) ORDER BY id DESC LIMIT 1""",
        (client_id, day.isoformat()),
    )
    return snooze_of(rows[0]) if rows else None


def running_snoozes(book: Workbook, day: date) -> dict[int, Snooze]:
    """The snoozes that run on the day, by client."""
    rows = book.rows(
        "SELECT * FROM snooze WHERE until > ?1 AND made_on <= ?1 AND (ended_on IS NULL OR ended_on > ?1)",
        (day.isoformat(),),
    )
    # Ordered here: told to order by id, SQLite would read every snooze there ever was instead of asking the index.
    return {row["client_id"]: snooze_of(row) for row in sorted(rows, key=lambda row: int(row["id"]))}


def snooze_with(book: Workbook, snooze_id: int) -> Snooze:
    """The snooze with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM snooze WHERE id = ?", (snooze_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=snooze_id)
    return snooze_of(row)


def snooze_of(row: Row) -> Snooze:
    """The record of a row of `snooze`."""
    from valmentaja.model.snooze import Snooze  # on most days nobody is put aside

    return record_of(Snooze, row)

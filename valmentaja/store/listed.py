"""Reads long lists: first who there is, from few columns; then what a line shows, of those on the list only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from valmentaja.model.listed import ListedClient, ListedEmployer, NextOnList
from valmentaja.store.clients import ENDED, day_or_none
from valmentaja.store.connection import Row
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Named:
    """A record and the words by which it is looked for."""

    id: int
    words: tuple[str | None, ...]


def named_clients(book: Workbook, day: date, *, ended_too: bool) -> tuple[Named, ...]:
    """The caseload of the day by name, or everyone there ever was."""
    still = "" if ended_too else "WHERE ended_on IS NULL OR ended_on > ?"
    rows = book.rows(
        f"SELECT id, name, code FROM client {still} ORDER BY coalesce(name_key, code_key), id",
        () if ended_too else (day.isoformat(),),
    )
    return tuple(Named(row["id"], (row["name"], row["code"])) for row in rows)


def named_employers(book: Workbook, *, archived_too: bool = False) -> tuple[Named, ...]:
    """The employers by name; those out of the lists only where asked for."""
    condition = "" if archived_too else "WHERE archived_on IS NULL"
    rows = book.rows(f"SELECT id, name, town, industry FROM employer {condition} ORDER BY name_key, id")
    return tuple(Named(row["id"], (row["name"], row["town"], row["industry"])) for row in rows)


def listed_clients(book: Workbook, ids: Sequence[int], day: date) -> tuple[ListedClient, ...]:
    """The clients with the ids, as they are on the day, in the order of the ids."""
    rows = book.rows(
        f"""SELECT client.id, name, code, ended_on,
            (SELECT phase FROM client_phase WHERE client_id = client.id AND left_on IS NULL AND main = 1) AS phase,
            (SELECT max(attendance.day) FROM attendance
                WHERE client_id = client.id AND reached = 1 AND attendance.day <= ?1) AS reached_on,
            (SELECT max(until) FROM snooze WHERE client_id = client.id AND until > ?1 AND made_on <= ?1
                AND (snooze.ended_on IS NULL OR snooze.ended_on > ?1)) AS aside_until,
            text, due_on
        FROM client LEFT JOIN next_step ON next_step.id = (
            SELECT id FROM next_step WHERE client_id = client.id AND done_on IS NULL ORDER BY due_on, id LIMIT 1
        ) WHERE client.id IN ({_marks(ids, first=2)})""",
        (day.isoformat(), *ids),
    )
    held = {row["id"]: _client(row) for row in rows}
    return tuple(held[one] for one in ids if one in held)


def listed_employers(book: Workbook, ids: Sequence[int], day: date) -> tuple[ListedEmployer, ...]:
    """The employers with the ids, as they are on the day, in the order of the ids."""
    rows = book.rows(
        f"""SELECT employer.id, name, industry, town, archived_on,
            (SELECT max(day) FROM employer_contact WHERE employer_id = employer.id AND day <= ?1) AS last_on,
            (SELECT count(*) FROM employer_contact WHERE employer_id = employer.id AND day <= ?1) AS contacts,
            text, due_on
        FROM employer LEFT JOIN next_step ON next_step.id = (
            SELECT id FROM next_step WHERE employer_id = employer.id AND done_on IS NULL ORDER BY due_on, id LIMIT 1
        ) WHERE employer.id IN ({_marks(ids, first=2)})""",
        (day.isoformat(), *ids),
    )
    held = {row["id"]: _employer(row) for row in rows}
    return tuple(held[one] for one in ids if one in held)


def _marks(ids: Sequence[int], first: int) -> str:
    return ", ".join(f"?{place}" for place, _ in enumerate(ids, first))


def _client(row: Row) -> ListedClient:
    return ListedClient(
        id=row["id"],
        name=row["name"],
        code=row["code"],
        phase=row["phase"] or ENDED,
        ended_on=day_or_none(row["ended_on"]),
        last_reached_on=day_or_none(row["reached_on"]),
        put_aside_until=day_or_none(row["aside_until"]),
        next=_next(row),
    )


def _employer(row: Row) -> ListedEmployer:
    return ListedEmployer(
        id=row["id"],
        name=row["name"],
        industry=row["industry"],
        town=row["town"],
        contacts=row["contacts"],
        last_contact_on=day_or_none(row["last_on"]),
        next=_next(row),
        is_archived=row["archived_on"] is not None,
    )


def _next(row: Row) -> NextOnList | None:
    return NextOnList(row["text"], date.fromisoformat(row["due_on"])) if row["due_on"] else None

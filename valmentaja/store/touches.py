"""The moments with people that triage looks at, for many of them in one question."""

from __future__ import annotations

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.model.touch import Touch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valmentaja.store.workbook import Workbook


def listed(ids: Iterable[int]) -> str:
    """Ids as one parameter, which SQL takes apart with `json_each`."""
    return f"[{','.join(map(str, ids))}]"


def newest_at(book: Workbook, client_ids: str, day: date, condition: str) -> dict[int, Touch]:
    """The newest contact up to the day that each of the clients was at, or should have been."""
    return _touches(
        book,
        "attendance",
        "client_id",
        client_ids,
        f"{condition} AND day <= ?2 ORDER BY day DESC, contact_id DESC",
        day,
        record="contact_id",
    )


def newest_of(
    book: Workbook, table: str, owner: str, owner_ids: str, day: date, condition: str = "1"
) -> dict[int, Touch]:
    """The newest record of the table up to the day, for each of those whom its column `owner` may name."""
    return _touches(
        book, table, owner, owner_ids, f"{condition} AND day <= ?2 ORDER BY day DESC, id DESC", day
    )


def first_employer_meetings(book: Workbook, client_ids: str, day: date) -> dict[int, Touch]:
    """The first meeting in person with an employer up to the day that was logged with each of the clients."""
    sought = "way = 'meeting' AND day <= ?2 ORDER BY day, id"
    return _touches(book, "employer_contact", "client_id", client_ids, sought, day)


def _touches(
    book: Workbook, table: str, owner: str, owner_ids: str, sought: str, day: date, *, record: str = "id"
) -> dict[int, Touch]:
    """The one record of the table that is `sought`, a condition and an order, for each of the owners."""
    rows = book.rows(
        f"""SELECT own.value AS owner, told.{record} AS record, told.day AS day FROM json_each(?1) AS own
        JOIN {table} AS told ON told.id = (SELECT id FROM {table} WHERE {owner} = own.value AND {sought} LIMIT 1)""",
        (owner_ids, day.isoformat()),
    )
    return {row["owner"]: Touch(date.fromisoformat(row["day"]), row["record"]) for row in rows}

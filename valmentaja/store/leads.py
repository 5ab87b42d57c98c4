"""Job leads in the workbook."""

from collections.abc import Mapping
from datetime import date

from valmentaja.model.client import Client
from valmentaja.store.details import DETAILS, Given, insert_detail
from valmentaja.store.employers import insert_employer
from valmentaja.store.workbook import Workbook


def lead_ids(book: Workbook) -> tuple[int, ...]:
    """All leads, in the order in which a client's leads are listed."""
    return tuple(int(row["id"]) for row in book.rows(f"SELECT id FROM lead ORDER BY {DETAILS['lead'].order}"))


def lead_ids_at(book: Workbook, employer_id: int) -> tuple[int, ...]:
    """The leads at the employer's, in the order in which a client's leads are listed."""
    rows = book.rows(
        f"SELECT id FROM lead WHERE employer_id = ? ORDER BY {DETAILS['lead'].order}", (employer_id,)
    )
    return tuple(int(row["id"]) for row in rows)


def add_lead(
    book: Workbook,
    client: Client,
    values: Mapping[str, Given],
    *,
    today: date,
    new_employer: str | None = None,
) -> int:
    """A job that the client may apply for, and the id is given: one change, also where the employer is new.

    `values` are by column. Raises CannotBeMet where a needed field is empty.
    """
    with book.change("lead_added", about=client.label) as writing:
        told = {**values, "added_on": today}
        if new_employer is not None:
            told["employer_id"] = insert_employer(writing, new_employer, today)
        return insert_detail(writing, "lead", owner_id=client.id, values=told)

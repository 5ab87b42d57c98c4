"""Records as they were on an earlier day, for fields that are written over: read from the images of the journal."""

from __future__ import annotations

import json
from dataclasses import fields

from valmentaja import TYPE_CHECKING
from valmentaja.store.details import TABLES
from valmentaja.store.reading import record_told

if TYPE_CHECKING:
    from datetime import date
    from typing import TypeVar

    from valmentaja.store.details import Detail
    from valmentaja.store.workbook import Value, Workbook

    Kind = TypeVar("Kind", bound=Detail)


def before_later(book: Workbook, record: Kind, dated: str, day: date) -> Kind | None:
    """The record as it was before its field `dated` told of a day later than the given one.

    The journal's clock is not asked: of all that the field has held, the last day that is not later is what held
    then, or no day. `None` where the journal keeps nothing of it, as after an import.
    """
    image = _image(book, TABLES[type(record)], record.id, dated, day)
    if image is None:
        return None
    now = {one.name: getattr(record, one.name) for one in fields(record)}
    return record_told(type(record), {**now, **image})


def _image(book: Workbook, table: str, record_id: int, column: str, day: date) -> dict[str, Value] | None:
    row = book.row(
        """SELECT image FROM change_row JOIN change ON change.id = change_id
        WHERE table_name = ?1 AND row_id = ?2 AND act = 'update' AND undone IS NULL
        AND coalesce(json_extract(image, '$.' || ?3), '') <= ?4 ORDER BY change_id DESC, change_row.id LIMIT 1""",
        (table, record_id, column, day.isoformat()),
    )
    image: dict[str, Value] | None = json.loads(row["image"]) if row else None
    return image

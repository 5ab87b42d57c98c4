"""What a field held earlier: read from the images of rows that the journal keeps."""

import json

from valmentaja.rules.fields import Field
from valmentaja.store.workbook import Value, Workbook


def field_moved(book: Workbook, kind: str, record_id: int, field: Field, since: int) -> bool:
    """Whether the field holds something else than when the record had the revision `since`.

    Other fields may have been written meanwhile. Where the journal does not tell what the field held, as after a
    restore, it counts as moved. False for a record that is no more.
    """
    now = book.row(f"SELECT revision, {field.column} AS held FROM {kind} WHERE id = ?", (record_id,))
    if now is None or now["revision"] == since:
        return False
    then = _image(book, kind, record_id, since)
    return then is None or then[field.column] != now["held"]


def _image(book: Workbook, kind: str, record_id: int, revision: int) -> dict[str, Value] | None:
    """The row as the change numbered `revision` left it.

    The first image that a later change kept of it; or the last one of that change itself, where it was undone.
    """
    row = book.row(
        """SELECT image FROM change_row JOIN change ON change.id = change_id
        WHERE table_name = ?1 AND row_id = ?2 AND json_extract(image, '$.revision') = ?3
        AND (change_id > ?3 OR undone IS NOT NULL)
        ORDER BY change_id > ?3 DESC, iif(change_id > ?3, change_row.id, -change_row.id) LIMIT 1""",
        (kind, record_id, revision),
    )
    image: dict[str, Value] | None = json.loads(row["image"]) if row else None
    return image

"""Reads a row into the frozen dataclass that has the row's columns as its fields."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import UnionType

from valmentaja import TYPE_CHECKING
from valmentaja.store.connection import Row

if TYPE_CHECKING:
    from typing import TypeVar

    Record = TypeVar("Record")

_Reader = Callable[[object], object]


def record_of(kind: "Callable[..., Record]", row: Row, **others: object) -> "Record":
    """The record of a row. `others` are fields that are no columns of the row, such as those who take part."""
    return kind(**_read(kind, tuple(row.keys()), row), **others)


def record_told(kind: "Callable[..., Record]", values: Mapping[str, object]) -> "Record":
    """The record as it would be with these values, by column, were it stored."""
    stored = [str(value) if isinstance(value, date | time) else value for value in values.values()]
    return kind(**_read(kind, tuple(values), stored))


def records_by(
    owner: str, kind: "Callable[..., Record]", rows: Iterable[Row]
) -> "dict[int, tuple[Record, ...]]":
    """The records of the rows by the id in the column `owner`, in the order of the rows."""
    found: dict[int, list[Record]] = {}
    for row in rows:
        found.setdefault(row[owner], []).append(record_of(kind, row))
    return {owner_id: tuple(records) for owner_id, records in found.items()}


def _read(kind: Callable[..., object], names: tuple[str, ...], stored: Sequence[object]) -> dict[str, object]:
    return {
        name: read(value) if (value := stored[place]) is not None and read is not None else value
        for name, place, read in _columns(kind, names)
    }


@cache
def _columns(
    kind: Callable[..., object], names: tuple[str, ...]
) -> tuple[tuple[str, int, _Reader | None], ...]:
    """The fields that are columns: the name of each, its place in the row and how it is read.

    A row finds a column by its name only slowly.
    """
    declared = fields(kind)  # type: ignore[arg-type]
    return tuple(
        (one.name, names.index(one.name), _reader(one.type)) for one in declared if one.name in names
    )


def _reader(declared: object) -> _Reader | None:
    """How a stored value becomes what the field is declared as; `None` for what is stored as it is."""
    plain = next(
        one
        for one in (declared.__args__ if isinstance(declared, UnionType) else (declared,))
        if one is not type(None)
    )
    if plain is date:
        return date.fromisoformat  # type: ignore[return-value]
    if plain is time:
        return time.fromisoformat  # type: ignore[return-value]
    if plain is bool:
        return bool
    return plain if isinstance(plain, type) and issubclass(plain, StrEnum) else None

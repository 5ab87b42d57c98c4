"""Names that begin as what has been typed so far, for completing it. Asked at every key, so it reads indexes first."""

from dataclasses import dataclass
from datetime import date

from valmentaja.store.clients import client_of
from valmentaja.store.workbook import Workbook
from valmentaja.texts.sorting import name_key

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Completion:
    """A record whose name may be meant: its id, its label, and what tells it from a namesake ("" for nothing)."""

    id: int
    label: str
    told_by: str


def employers_completing(book: Workbook, typed: str, most: int) -> tuple[Completion, ...]:
    """Employers whose name begins so, those met latest first; then those with a later word that does."""
    key = name_key(typed)
    if not key:
        return ()
    rows = book.rows(
        """SELECT id, name, town FROM employer
        WHERE name_key >= ? AND name_key < ? AND archived_on IS NULL ORDER BY
        (SELECT max(day) FROM employer_contact WHERE employer_id = employer.id) DESC NULLS LAST, name_key, id
        LIMIT ?""",
        (key, key + _LAST, most),
    )
    found = {row["id"]: Completion(row["id"], row["name"], row["town"] or "") for row in rows}
    for one in employers_with_word(book, typed, most - len(found)):
        row = book.rows("SELECT id, name, town FROM employer WHERE id = ?", (one,))[0]
        found.setdefault(one, Completion(one, row["name"], row["town"] or ""))
    return tuple(found.values())


def employers_with_word(book: Workbook, typed: str, most: int) -> tuple[int, ...]:
    """The ids of employers with a word after the first that begins so, in Finnish order."""
    key = name_key(typed)
    if not key or most < 1:
        return ()
    rows = book.rows(
        """SELECT id FROM employer WHERE archived_on IS NULL AND (instr(name_key, ?) OR instr(name_key, ?))
        ORDER BY name_key, id LIMIT ?""",
        (f" {key}", f"-{key}", most),
    )
    return tuple(int(row["id"]) for row in rows)


def clients_completing(book: Workbook, typed: str, day: date, most: int) -> tuple[Completion, ...]:
    """Clients whose name, a later part of it, or code begins so: those on the caseload on the day first."""
    key = name_key(typed)
    if not key:
        return ()
    rows = book.rows(
        """SELECT client.*, '' AS phase FROM client
        WHERE name_key >= ?1 AND name_key < ?2 OR code_key >= ?1 AND code_key < ?2 OR instr(name_key, ?3)
        ORDER BY coalesce(ended_on <= ?4, 0), coalesce(name_key >= ?1 AND name_key < ?2, 0) DESC,
        coalesce(name_key, code_key), id LIMIT ?5""",
        (key, key + _LAST, f" {key}", day.isoformat(), most),
    )
    held = [client_of(row) for row in rows]
    return tuple(Completion(one.id, one.label, one.code if one.name else "") for one in held)

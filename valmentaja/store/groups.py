"""Groups in the workbook: made, joined, left, read."""

from collections.abc import Iterable
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.group import Group
from valmentaja.store.booking import leave_out, take_along
from valmentaja.store.clients import client
from valmentaja.store.connection import Row
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook
from valmentaja.texts.sorting import name_key


def add_group(book: Workbook, *, name: str, client_ids: Iterable[int], co_led_by: str | None = None) -> Group:
    """The coach makes a group of clients who meet at the same times."""
    with book.change("group_added", group=name.strip()) as writing:
        group_id = writing.new_record("client_group")
        called = writing.name(name)
        writing.insert(
            "client_group",
            id=group_id,
            revision=writing.id,
            name=called,
            name_key=name_key(called),
            co_led_by=writing.text(co_led_by),
        )
        for client_id in dict.fromkeys(client_ids):
            writing.insert("group_member", group_id=group_id, client_id=client_id)
    return group(book, group_id)


def join_group(book: Workbook, group_id: int, client_id: int, day: date) -> Group:
    """A client joins the group, and its meetings from the day on. Raises CannotBeMet when they take part already."""
    held, joining = group(book, group_id), client(book, client_id)
    with book.change("group_joined", group=held.name, client=joining.label) as writing:
        if client_id in group(book, group_id).client_ids:
            raise CannotBeMet("group.joined_before", name=joining.label, group=held.name)
        writing.insert("group_member", group_id=group_id, client_id=client_id)
        writing.update("client_group", group_id, revision=writing.id)
        take_along(writing, group_id, client_id, day)
    return group(book, group_id)


def leave_group(book: Workbook, group_id: int, client_id: int, day: date) -> Group:
    """A client leaves the group, and its meetings from the day on; what has been stays as it was.

    Raises CannotBeMet when they do not take part.
    """
    held, leaving = group(book, group_id), client(book, client_id)
    with book.change("group_left", group=held.name, client=leaving.label) as writing:
        gone = book.execute(
            "DELETE FROM group_member WHERE group_id = ? AND client_id = ?", (group_id, client_id)
        )
        if gone.rowcount == 0:
            raise CannotBeMet("group.not_in", name=leaving.label, group=held.name)
        writing.update("client_group", group_id, revision=writing.id)
        leave_out(writing, group_id, client_id, day)
    return group(book, group_id)


def group(book: Workbook, group_id: int) -> Group:
    """The group with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM client_group WHERE id = ?", (group_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=group_id)
    return _group(book, row)


def group_id_of(book: Workbook, typed: str) -> int:
    """The group meant: by number, whole name, then unambiguous beginning.

    Raises CannotBeMet when unknown, Ambiguous (with labels) when several fit.
    """
    # groups are read by Today, which looks nobody up
    from valmentaja.store.lookup import group_id_or_none

    found = group_id_or_none(book, typed)
    if found is None:
        raise CannotBeMet("group.unknown", name=typed)
    return found


def all_groups(book: Workbook) -> tuple[Group, ...]:
    """Every group by name, those that have ended last."""
    rows = book.rows("SELECT * FROM client_group ORDER BY ended_on IS NOT NULL, name_key, id")
    return tuple(_group(book, row) for row in rows)


def _group(book: Workbook, row: Row) -> Group:
    there = book.rows("SELECT client_id FROM group_member WHERE group_id = ? ORDER BY id", (row["id"],))
    return record_of(Group, row, client_ids=tuple(int(one["client_id"]) for one in there))

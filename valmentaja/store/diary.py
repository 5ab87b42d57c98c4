"""The reflection diary in the workbook: one entry a day."""

from contextlib import suppress
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.change import Draft
from valmentaja.model.diary import DiaryEntry, DiaryMark
from valmentaja.rules.diary_marks import refuse_outside_mark
from valmentaja.rules.written import LONGEST_TEXT, written
from valmentaja.store.connection import Row
from valmentaja.store.drafts import SettledElsewhere, drop_draft, forget_draft, moved_meanwhile
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing


def write_diary(
    book: Workbook,
    day: date,
    text: str,
    *,
    load: int | None = None,
    energy: int | None = None,
    supervision: bool = False,
    heading: str,
) -> DiaryEntry:
    """The coach writes in the diary of the day. What it has already is kept; the new text follows under `heading`.

    Raises WrongUsage for a load or an energy outside 1–5.
    """
    refuse_outside_mark(DiaryMark.LOAD, load)
    refuse_outside_mark(DiaryMark.ENERGY, energy)
    with book.change("diary_written", day=day.isoformat()) as writing:
        tidy = writing.text(text) or ""
        before = entry_or_none(book, day)
        if before is None:
            _insert_entry(writing, day, tidy, load, energy, supervision)
        else:
            writing.update(
                "diary_entry",
                before.id,
                text=followed(before.text, heading, tidy),
                load=before.load if load is None else load,
                energy=before.energy if energy is None else energy,
                supervision=int(before.supervision or supervision),
                revision=writing.id if tidy else before.revision,
            )
    return diary_entry_of(book, day)


def settle_diary_draft(
    book: Workbook, draft: Draft, day: date, heading: str, began_with: str = ""
) -> DiaryEntry | None:
    """What was being typed for the day becomes its text, and the draft, which has been kept, is gone: one change.

    When the entry was written meanwhile from elsewhere, the draft's text follows it under `heading`: only what was
    added at the end of the text it `began_with`, where that is known and still stands. Where that would change
    nothing, the draft is dropped and nothing else is done; `None` when the day has no entry then.
    """
    before = entry_or_none(book, day)
    if _text_after(before, draft, _plain(draft.text), heading, began_with) == (before.text if before else ""):
        drop_draft(book, draft.place, draft.window)
        return before
    with suppress(SettledElsewhere), book.change("diary_written", day=day.isoformat()) as writing:
        forget_draft(writing, draft)
        tidy = writing.text(draft.text) or ""
        before = entry_or_none(book, day)
        text = _text_after(before, draft, tidy, heading, began_with)
        if before is None:
            _insert_entry(writing, day, text, None, None, False)
        else:
            writing.update("diary_entry", before.id, text=text, revision=writing.id)
    return entry_or_none(book, day)


def _plain(text: str) -> str:
    return written(text).text if text.strip() else ""


def _text_after(before: DiaryEntry | None, draft: Draft, tidy: str, heading: str, began_with: str) -> str:
    """The day's text when the draft is settled."""
    if before is not None and moved_meanwhile(draft, before.revision):
        added = _added(began_with, tidy)
        return before.text if tidy == before.text else followed(before.text, heading, added)
    return tidy


def _added(began_with: str, text: str) -> str:
    """What was written after the text it began with; all of it when that does not stand whole at the beginning."""
    added = text.removeprefix(began_with)
    goes_on_in_a_word = began_with[-1:].isalnum() and added[:1].isalnum()
    return text if added == text or goes_on_in_a_word else added.strip()


def mark_day(book: Workbook, day: date, mark: DiaryMark, value: int | None) -> DiaryEntry:
    """The coach marks how the day was; `None` takes the mark away. A day without an entry gets one without text.

    Nothing is done when the day is marked so already. Raises WrongUsage for a value that the mark does not take.
    """
    refuse_outside_mark(mark, value)
    before = entry_or_none(book, day)
    if before is not None and before.marked(mark) == value:
        return before
    stored = int(value or 0) if mark is DiaryMark.SUPERVISION else value
    with book.change("diary_marked", day=day.isoformat(), field=mark.value) as writing:
        before = entry_or_none(book, day)
        entry_id = before.id if before else _insert_entry(writing, day, "", None, None, False)
        writing.update("diary_entry", entry_id, **{mark.value: stored})
    return diary_entry_of(book, day)


def _insert_entry(
    writing: Writing, day: date, text: str, load: int | None, energy: int | None, supervision: bool
) -> int:
    """Writes a new entry as part of a change, and gives its id."""
    entry_id = writing.new_record("diary_entry")
    writing.insert(
        "diary_entry",
        id=entry_id,
        revision=writing.id,
        day=day.isoformat(),
        text=text,
        load=load,
        energy=energy,
        supervision=int(supervision),
    )
    return entry_id


def followed(before: str, heading: str, text: str) -> str:
    """The text of a day with more text under a heading. Raises CannotBeMet when together they are too long."""
    if not text:
        return before
    joined = f"{before}\n\n{heading}\n{text}" if before else text
    if len(joined) > LONGEST_TEXT:
        raise CannotBeMet("text.too_long", length=len(joined), longest=LONGEST_TEXT)
    return joined


def diary_entry_of(book: Workbook, day: date) -> DiaryEntry:
    """The entry of the day. Raises CannotBeMet when nothing was written."""
    entry = entry_or_none(book, day)
    if entry is None:
        raise CannotBeMet("diary.nothing_on", day=day)
    return entry


def entry_or_none(book: Workbook, day: date) -> DiaryEntry | None:
    """The entry of the day, `None` when nothing was written."""
    row = book.row("SELECT * FROM diary_entry WHERE day = ?", (day.isoformat(),))
    return entry_of(row) if row else None


def diary_entry_with(book: Workbook, entry_id: int) -> DiaryEntry:
    """The entry with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM diary_entry WHERE id = ?", (entry_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=entry_id)
    return entry_of(row)


def days_written(book: Workbook, first: date, last: date) -> int:
    """On how many of the days, both included, something was written in words."""
    row = book.row(
        "SELECT count(*) FROM diary_entry WHERE day BETWEEN ? AND ? AND text <> ''",
        (first.isoformat(), last.isoformat()),
    )
    return int(row[0]) if row else 0


def newest_entries(book: Workbook, most: int, until: date) -> tuple[DiaryEntry, ...]:
    """The newest entries up to the day, newest first."""
    rows = book.rows(
        "SELECT * FROM diary_entry WHERE day <= ? ORDER BY day DESC LIMIT ?", (until.isoformat(), most)
    )
    return tuple(entry_of(row) for row in rows)


def entry_of(row: Row) -> DiaryEntry:
    """The record of a row of `diary_entry`."""
    return record_of(DiaryEntry, row)

"""The rows of the Today list: the band in words, the name, and the one reason that counts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from textual.content import Content

from valmentaja.desks.today import TodayPage
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.clients.namesakes import shared_names, told_apart
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import Column, lines, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts
from valmentaja.texts.sentences import back_again_sentence, signal_sentence
from valmentaja.texts.shown import one_line

BAND_WIDTH = 9
LONGEST_NAME = 16
MOST_LINES = 3
_ROOM_FOR_DATES = 36
"""Letters that the day and its lateness take behind a step's own words."""
_COLOURS = {"late": "$error", "today": "$warning", "soon": "$primary", "quiet": "$quiet"}


def row_id(queue_row: QueueRow) -> str:
    """The row's record: what it is about, and its id."""
    return f"{queue_row.about}-{queue_row.id}"


def today_rows(texts: Texts, page: TodayPage, *, everyone: bool, add_key: str) -> tuple[Row, ...]:
    """The pressing rows under their bands; then how many are up to date or put aside, or all of them.

    `add_key` is the key that adds a client, for whoever has none.
    """
    if not page.rows:
        return (Row(None, lambda width: lines(literal(texts("today.empty", key=add_key)), width)),)
    shared = shared_names(one.client for one in page.rows if one.client)
    rows = list(_grouped(texts, page, page.pressing, shared))
    if not page.pressing:
        rows.append(Row(None, lambda width: lines(literal(texts("triage.everyone_looked_after")), width)))
    if everyone:
        rows += _after_gap(_grouped(texts, page, page.quiet, shared))
        rows += _after_gap(_grouped(texts, page, page.put_aside, shared))
    else:
        rows += _after_gap(_counts(texts, page))
    return tuple(rows)


def _after_gap(rows: Iterable[Row]) -> list[Row]:
    told = list(rows)
    return [GAP, *told] if told else []


def _grouped(
    texts: Texts, page: TodayPage, rows: Iterable[QueueRow], shared: frozenset[str]
) -> Iterator[Row]:
    """The rows, with the word of the band where it begins, and air before the next one."""
    before = ""
    for one in rows:
        band = _band(texts, one)
        if before and band != before:
            yield GAP
        yield _row(texts, page, one, band if band != before else "", name_of(one, shared))
        before = band


def _band(texts: Texts, queue_row: QueueRow) -> str:
    return texts("triage.band_put_aside") if queue_row.hidden else texts(f"band.{queue_row.band}")


def _row(texts: Texts, page: TodayPage, queue_row: QueueRow, band: str, name: str) -> Row:
    colour = _COLOURS["quiet" if queue_row.hidden else queue_row.band]

    def show(width: int) -> Content:
        names = name_width(width)
        room = max(8, width - BAND_WIDTH - names - 2)
        reason = reason_of(texts, page, queue_row, longest=max(20, MOST_LINES * room - _ROOM_FOR_DATES))
        return row(
            (
                Column(literal(band, colour), BAND_WIDTH, most_lines=2),
                Column(literal(name, "bold"), names, most_lines=2),
                Column(literal(reason), room, MOST_LINES),
            )
        )

    return Row(row_id(queue_row), show)


def name_width(width: int) -> int:
    """How wide the column of the names is in so many cells."""
    return min(LONGEST_NAME, max(10, width // 5))


def name_of(queue_row: QueueRow, shared: frozenset[str]) -> str:
    """Whom the row is about, told from others of the same name."""
    if queue_row.client is not None:
        return told_apart(queue_row.client, shared)
    return queue_row.employer.name if queue_row.employer else ""


def reason_of(texts: Texts, page: TodayPage, queue_row: QueueRow, *, longest: int) -> str:
    """The main reason in a few words, the coach's own among them by at most `longest` letters; and what is booked."""
    if queue_row.hidden and queue_row.snoozed_until is not None:
        because = one_line(queue_row.snoozed_because or "", longest)
        return back_again_sentence(texts, queue_row.snoozed_until, because)
    if queue_row.main is None:
        return texts("triage.nothing")
    reason = queue_row.main.reason
    if "text" in reason.parameters:
        told = one_line(str(reason.parameters["text"]), longest)
        reason = replace(reason, parameters={**reason.parameters, "text": told})
    sentence = signal_sentence(texts, reason, queue_row.main.band(page.day), page.day)
    booked = next((one.reason.booked for one in queue_row.signals if one.is_booked), None)
    if booked is None or queue_row.main.is_booked:
        return sentence
    return texts("today.booked_too", told=sentence, day=texts.day(booked.day), at=texts.clock(booked.at))


def _counts(texts: Texts, page: TodayPage) -> Iterator[Row]:
    for key, count in (("triage.quiet_count", len(page.quiet)), ("triage.aside_count", len(page.put_aside))):
        if count:
            yield said_row(texts.counted(key, count))

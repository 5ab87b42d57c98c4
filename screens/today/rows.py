"""The rows of the Today list: the band in words, the name, and the one reason that counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from textual.content import Content

from valmentaja.desks.today import TodayPage
from valmentaja.rules.triage import About, QueueRow
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
_LONGEST_TYPED = 40
BAND_COLOURS: Mapping[str, str] = {
    "late": "$error",
    "today": "$warning",
    "soon": "$primary",
    "quiet": "$quiet",
}
"""What repeats the word of a band."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How the coach looks at the list.

    `everyone`: also those who are up to date or put aside. `is_behind`: as it was on a day behind. `typed`: what it is
    narrowed to, out of `all_rows` rows. `add_key` adds a client, `back_key` shows all again.
    """

    everyone: bool = False
    is_behind: bool = False
    typed: str = ""
    all_rows: int = 0
    add_key: str = ""
    back_key: str = ""


def row_id(queue_row: QueueRow) -> str:
    """The row's record: what it is about, and its id."""
    return f"{queue_row.about}-{queue_row.id}"


def today_rows(texts: Texts, page: TodayPage, wish: Wish) -> tuple[Row, ...]:
    """The pressing rows under their bands; then how many are up to date or put aside, or all of them.

    A list that is narrowed shows all that fits, and says at its end that it is narrowed: nobody is said to be
    looked after who is merely out of sight.
    """
    if wish.typed:
        return tuple(_narrowed(texts, page, wish))
    if not page.rows:
        return (
            _said(texts("today.nobody_then") if wish.is_behind else texts("today.empty", key=wish.add_key)),
        )
    rows = list(_grouped(texts, page, page.pressing, _shared(page)))
    if not page.pressing:
        rows.append(_said(texts("today.everyone_then" if wish.is_behind else "triage.everyone_looked_after")))
    if wish.everyone:
        return (*rows, *_not_pressing(texts, page))
    return (*rows, *_after_gap(_counts(texts, page)))


def _narrowed(texts: Texts, page: TodayPage, wish: Wish) -> Iterator[Row]:
    if not page.rows:
        yield _said(texts("today.none_fit", typed=one_line(wish.typed, _LONGEST_TYPED)))
        return
    pressing = list(_grouped(texts, page, page.pressing, _shared(page)))
    yield from pressing
    yield from _not_pressing(texts, page)[0 if pressing else 1 :]
    yield GAP
    counts = {"shown": len(page.rows), "all": wish.all_rows}
    yield said_row(texts("today.narrowed_end", key=wish.back_key, **counts))


def _not_pressing(texts: Texts, page: TodayPage) -> list[Row]:
    shared = _shared(page)
    quiet = _after_gap(_grouped(texts, page, page.quiet, shared))
    return quiet + _after_gap(_grouped(texts, page, page.put_aside, shared))


def _shared(page: TodayPage) -> frozenset[str]:
    return shared_names(one.client for one in page.rows if one.client)


def _said(words: str) -> Row:
    return Row(None, lambda width: lines(literal(words), width))


def _after_gap(rows: Iterable[Row]) -> list[Row]:
    told = list(rows)
    return [GAP, *told] if told else []


def _grouped(
    texts: Texts, page: TodayPage, rows: Iterable[QueueRow], shared: frozenset[str]
) -> Iterator[Row]:
    """The rows, with the word of the band where it begins, and air before the next one."""
    before = ""
    for one in rows:
        band = band_of(texts, one)
        if before and band != before:
            yield GAP
        yield _row(texts, page, one, band if band != before else "", name_of(texts, one, shared))
        before = band


def band_of(texts: Texts, queue_row: QueueRow) -> str:
    """How pressing the row is, in a word; of what fell due in a leave just ended, that it has waited."""
    if queue_row.hidden:
        return texts("triage.band_put_aside")
    return texts("triage.waited") if queue_row.waited else texts(f"band.{queue_row.band}")


def _row(texts: Texts, page: TodayPage, queue_row: QueueRow, band: str, name: str) -> Row:
    colour = BAND_COLOURS["quiet" if queue_row.hidden else queue_row.band]

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


def name_of(texts: Texts, queue_row: QueueRow, shared: frozenset[str] = frozenset()) -> str:
    """Whom the row is about, told from others of the same name."""
    if queue_row.client is not None:
        return told_apart(queue_row.client, shared)
    return queue_row.employer.name if queue_row.employer else texts(f"about.{About.SELF}")


def reason_of(texts: Texts, page: TodayPage, queue_row: QueueRow, *, longest: int) -> str:
    """The main reason in a few words, the coach's own among them by at most `longest` letters; and what is booked."""
    if queue_row.hidden and queue_row.snoozed_until is not None:
        because = one_line(queue_row.snoozed_because or "", longest)
        return back_again_sentence(texts, queue_row.snoozed_until, because)
    main = queue_row.main
    if main is None:
        return texts("triage.nothing")
    if queue_row.waited:
        from valmentaja.desks.explaining import waited_said  # in the first days after a leave only

        return waited_said(texts, main, longest)
    reason = main.reason
    if "text" in reason.parameters:
        told = one_line(str(reason.parameters["text"]), longest)
        reason = replace(reason, parameters={**reason.parameters, "text": told})
    sentence = signal_sentence(texts, reason, main.band(page.day), page.day)
    booked = next((one.reason.booked for one in queue_row.signals if one.is_booked), None)
    if booked is None or main.is_booked:
        return sentence
    return texts("today.booked_too", told=sentence, day=texts.day(booked.day), at=texts.clock(booked.at))


def _counts(texts: Texts, page: TodayPage) -> Iterator[Row]:
    """How many clients are not on the list, since all is well or they are put aside."""
    quiet = sum(one.client is not None for one in page.quiet)
    for key, count in (("triage.quiet_count", quiet), ("triage.aside_count", len(page.put_aside))):
        if count:
            yield said_row(texts.counted(key, count))

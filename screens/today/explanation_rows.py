"""What stands on the page of the reasons: who, each reason with every term of its score, and what placed the row."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from valmentaja.content.phases import phase_named
from valmentaja.desks.explaining import done_said, place_said, score_said, signal_name
from valmentaja.model.reason import Band
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import About, QueueRow
from valmentaja.screens.literal import literal, literal_line
from valmentaja.screens.today.rows import BAND_COLOURS, BAND_WIDTH, band_of, name_of
from valmentaja.screens.widgets.columns import READABLE, Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts
from valmentaja.texts.sentences import as_sentence, signal_why

MOST_LINES = 6
LONGEST_NAME = 48


def head_of(texts: Texts, of_row: QueueRow) -> Content:
    """Who, how pressing, and the phase; of the coach's own things what it is."""
    parts = [band_of(texts, of_row)]
    if of_row.client is not None:
        parts.append(phase_named(of_row.client.phase, texts.language))
    elif of_row.about is About.SELF:
        parts.append(signal_name(texts, of_row.signals[0]))
    else:
        parts.append(texts(f"about.{of_row.about}"))
    name = literal_line(name_of(texts, of_row), LONGEST_NAME, "bold")
    return name + literal("  ") + literal(" · ".join(filter(None, parts)), "$quiet")


def reason_rows(texts: Texts, of_row: QueueRow, day: date, done_key: str) -> Sequence[Row]:
    """Every reason, by its place; or that there is none."""
    if not of_row.signals:
        return (said_row(texts("triage.nothing")), GAP)
    told = (_reason_row(texts, of_row, at, day, done_key) for at in range(len(of_row.signals)))
    return [part for row in told for part in (row, GAP)]


def _band_of(texts: Texts, of_row: QueueRow, signal: Signal, day: date) -> str:
    if signal.is_booked:
        return texts("band.booked")
    band = signal.band(day)
    return texts("triage.waited" if of_row.waited and band is Band.LATE else f"band.{band}")


def _reason_row(texts: Texts, of_row: QueueRow, at: int, day: date, done_key: str) -> Row:
    """One reason: how pressing, the dates behind it; quietly the score, what ends it, what its key does."""
    signal = of_row.signals[at]
    word, colour = _band_of(texts, of_row, signal, day), BAND_COLOURS[signal.band(day)]
    why = literal(signal_why(texts, signal.reason, day))
    told = [as_sentence(score_said(texts, signal, day)), done_said(texts, signal)]
    if done_key:
        act = texts(KIND_BY_KEY[signal.kind].act.text_key)
        told.append(texts("today.act", key=done_key, act=act))

    def show(width: int) -> Content:
        room = max(10, min(width, READABLE) - BAND_WIDTH - 1)
        rows = [_beside(literal(word, colour), why, room)]
        rows += [_beside(Content(""), literal(one, "$quiet"), room) for one in told]
        return Content("\n").join(rows)

    return Row(str(at), show)


def _beside(word: Content, told: Content, room: int) -> Content:
    return row((Column(word, BAND_WIDTH, 2), Column(told, room, MOST_LINES)))


def place_rows(texts: Texts, of_row: QueueRow, above: QueueRow | None) -> Sequence[Row]:
    """What placed the row under the one above it, and how the whole list is ordered."""
    return (said_row(place_said(texts, of_row, above)), said_row(texts("today.order")))

"""Why a row stands where it stands, in full: every term of its score in words, what placed it, and what ends it."""

from __future__ import annotations

from valmentaja import TYPE_CHECKING
from valmentaja.model.reason import Band
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.signals import SMALLEST_FACTOR
from valmentaja.rules.triage import PlacedBy, Turn, placed_by
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from datetime import date

    from valmentaja.rules.signals import Signal
    from valmentaja.rules.triage import QueueRow
    from valmentaja.texts import Texts


def signal_name(texts: Texts, signal: Signal) -> str:
    """What the signal is about, in a word or two, first letter lower-case: "viikkotapaaminen"."""
    return texts(f"signal_name.{signal.reason.key.partition('.')[0]}")


def what_waits(texts: Texts, signal: Signal, longest: int = LONGEST_NAMED) -> str:
    """What the signal is about; where the coach's own words say what it is, with at most `longest` letters of them.

    No day and no lateness is in it, so that it can stand under any day: "sovittu askel ”soita Eijalle”".
    """
    name, words = signal_name(texts, signal), signal.reason.parameters.get("text")
    return texts("what_waits", what=name, text=one_line(str(words), longest)) if words else name


def waited_said(texts: Texts, signal: Signal, longest: int = LONGEST_NAMED) -> str:
    """Of what fell due in a leave just ended, that it has waited."""
    what = what_waits(texts, signal, longest)
    return texts("triage.waited_since", what=what, due_on=texts.day(signal.due_on))


def score_said(texts: Texts, signal: Signal, today: date) -> str:
    """Every term of the score: "viikkotapaaminen 2 pv yli 7 päivän välistä: 5 × (1 + 2/7) = 6,43"."""
    days = (today - signal.due_on).days
    factor = 1 + signal.pressing(today)
    told: dict[str, str | int] = {
        "what": signal_name(texts, signal),
        "days": texts.counted("span.days", abs(days), days=abs(days)),
        "interval": texts.counted("score.interval", signal.interval_days),
        "interval_days": signal.interval_days,
        "over": abs(days),
        "weight": texts.number(signal.weight),
        "least": texts.number(SMALLEST_FACTOR),
        "score": texts.number(signal.score(today)),
    }
    if signal.is_booked:
        return texts("score.booked", **told)
    if signal.band(today) is Band.TODAY:
        return texts("score.today", **told)
    if days > 0:
        return texts("score.late", **told)
    return texts("score.ahead" if factor > SMALLEST_FACTOR else "score.far", **told)


def done_said(texts: Texts, signal: Signal) -> str:
    """What counts as done: "Päättyy, kun olette tavanneet kasvokkain kahden."."""
    return texts(KIND_BY_KEY[signal.kind].done_key)


def place_said(texts: Texts, row: QueueRow, above: QueueRow | None) -> str:
    """What placed the row just under the one above it, which is not named."""
    if above is None:
        return texts("placed.first")
    by = placed_by(above, row)
    match by:
        case PlacedBy.BAND:
            told = texts("placed.band", above=texts(f"band.{above.band}"), own=texts(f"band.{row.band}"))
        case PlacedBy.TURN:
            told = texts(f"placed.turn.{row.turn}")
        case PlacedBy.SCORE:
            told = texts("placed.score", above=texts.number(above.score), own=texts.number(row.score))
        case PlacedBy.UNATTENDED:
            told = texts("placed.unattended", above=_gone(texts, above), own=_gone(texts, row))
        case PlacedBy.ADDED if row.turn is Turn.CLIENTS:
            told = texts("placed.added_after_leave")
        case _:
            told = texts(f"placed.{by}")
    return told


def _gone(texts: Texts, row: QueueRow) -> str:
    days = max(0, row.days_unattended)
    return texts.counted("span.days", days, days=days)

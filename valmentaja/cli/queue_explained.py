"""`triage --explain`: of each row every reason in full, what its score is made of, what ends it, and what placed it."""

from collections.abc import Iterator
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.desks.explaining import done_said, place_said, score_said
from valmentaja.desks.today import TodayPage
from valmentaja.model.reason import Band
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.texts import Texts
from valmentaja.texts.sentences import as_sentence, signal_why

if TYPE_CHECKING:
    from valmentaja.cli.output import Json


def explanation(texts: Texts, page: TodayPage, row: QueueRow) -> Iterator[str]:
    """The lines that explain a row, what belongs to a reason indented under it."""
    for signal in row.signals:
        why = signal_why(texts, signal.reason, page.day)
        yield texts("triage.why", band=_band(texts, row, signal, page.day), why=why)
        yield f"  {as_sentence(score_said(texts, signal, page.day))}"
        yield f"  {done_said(texts, signal)}"
    yield place_said(texts, row, page.above(row))


def _band(texts: Texts, row: QueueRow, signal: Signal, today: date) -> str:
    band = signal.band(today)
    return texts("triage.waited" if row.waited and band is Band.LATE else f"band.{band}")


def explained_json(
    texts: Texts, page: TodayPage, row: QueueRow, told: "dict[str, Json]"
) -> "dict[str, Json]":
    """What `triage` tells of the row, with what explains it: `terms` is the score in words."""
    signals = told["signals"]
    assert isinstance(signals, list)
    for signal, of_signal in zip(row.signals, signals, strict=True):
        assert isinstance(of_signal, dict)
        of_signal |= {
            "weight": signal.weight,
            "score": round(signal.score(page.day), 4),
            "terms": score_said(texts, signal, page.day),
            "done": done_said(texts, signal),
        }
    return {**told, "placed": place_said(texts, row, page.above(row))}

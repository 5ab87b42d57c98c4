"""The card of a row about the coach alone: a step of their own, someone of their own network, a leave."""

from collections.abc import Iterator

from textual.content import Content

from valmentaja.desks.explaining import signal_name
from valmentaja.errors import CannotBeMet
from valmentaja.model.supporter import Supporter
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.literal import literal
from valmentaja.screens.today.card import Seen, head, main_reason, reach
from valmentaja.store.details import detail_with


def own_card(seen: Seen, row: QueueRow) -> Iterator[Content]:
    """What it is, and for someone of the network how they are reached; then why, as for anybody."""
    texts, signal = seen.texts, row.signals[0]
    what = literal(signal_name(texts, signal), "$quiet")
    yield head(literal(texts(f"about.{row.about}"), "bold"), what, _reach(seen, row))
    yield main_reason(seen, row)


def _reach(seen: Seen, row: QueueRow) -> Content:
    if row.signals[0].kind != "partner_contact":
        return Content("")
    try:
        held = detail_with(seen.book, Supporter, row.id)
    except CannotBeMet:  # another window has taken it away a moment ago
        return Content("")
    return reach(seen, held.role, held.phone, held.best_reached)

"""The card of the one in focus on Today: who, why now, what was agreed, how to reach them."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from valmentaja.content.phases import phase_named
from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.step import NextStep
from valmentaja.rules.signals import KIND_BY_KEY
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.clients.last_reached import last_reached_told
from valmentaja.screens.literal import literal, literal_line
from valmentaja.store.steps import steps_of_client, steps_with_employer
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.sentences import put_aside_sentence, signal_why

STEPS_SHOWN = 3
LONGEST_STEP = 120


def card(
    book: Workbook, texts: Texts, row: QueueRow | None, day: date, *, done_key: str
) -> Sequence[Content]:
    """The paragraphs of the card. `done_key` is the key that does what the main reason asks for.

    Without it all is explained: every reason in full, in place of the rest.
    """
    if row is None:
        return ()
    if row.client is not None:
        return tuple(_of_client(book, texts, row, row.client, day, done_key=done_key))
    if row.employer is not None:
        return tuple(_of_employer(book, texts, row, row.employer, day, done_key=done_key))
    return ()


def _of_client(
    book: Workbook, texts: Texts, row: QueueRow, held: Client, day: date, *, done_key: str
) -> Iterator[Content]:
    code = "" if held.name is None else held.code
    about = " · ".join(part for part in (phase_named(held.phase, texts.language), code) if part)
    reach = " · ".join(part for part in (held.phone, held.best_reached) if part)
    yield _head(literal_line(held.label, 60, "bold"), literal(about, "$quiet"), literal_line(reach, 120))
    yield from _reasons(texts, row, day, done_key=done_key)
    if not done_key:
        return
    if row.snoozed_until is not None:
        yield literal(put_aside_sentence(texts, row.snoozed_until, row.snoozed_because or ""))
    yield literal(last_reached_told(book, texts, held.id, day))
    yield from _steps(texts, steps_of_client(book, held.id))


def _of_employer(
    book: Workbook, texts: Texts, row: QueueRow, held: Employer, day: date, *, done_key: str
) -> Iterator[Content]:
    about = " · ".join(part for part in (held.industry, held.town) if part)
    reach = " · ".join(part for part in (held.people, held.phone) if part)
    yield _head(
        literal_line(held.name, 60, "bold"), literal_line(about, 120, "$quiet"), literal_line(reach, 120)
    )
    yield from _reasons(texts, row, day, done_key=done_key)
    if done_key:
        yield from _steps(texts, steps_with_employer(book, held.id))


def _head(*lines: Content) -> Content:
    return Content("\n").join(line for line in lines if line)


def _reasons(texts: Texts, row: QueueRow, day: date, *, done_key: str) -> Iterator[Content]:
    """The main reason with its dates and what `done` does; or every reason there is."""
    if row.main is None:
        yield literal(texts("triage.nothing"))
        return
    for signal in row.signals[:1] if done_key else row.signals:
        band = texts(f"band.{signal.band(day)}")
        yield literal(texts("today.why", band=band, why=signal_why(texts, signal.reason, day)))
    if done_key:
        act = texts(KIND_BY_KEY[row.main.kind].act.text_key)
        yield literal(texts("today.act", key=done_key, act=act), "$quiet")
    else:
        yield literal(texts("today.order"), "$quiet")


def _steps(texts: Texts, steps: Sequence[NextStep]) -> Iterator[Content]:
    """Those that are open, by due date."""
    for step in [one for one in steps if one.done_on is None][:STEPS_SHOWN]:
        about = texts("today.step", owner=texts(f"owner.{step.owner}"), day=texts.day(step.due_on))
        yield literal(about, "$quiet") + Content("\n") + literal_line(step.text, LONGEST_STEP)

"""The card of the one in focus on Today: who, why now, what was agreed, how to reach them."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from valmentaja.content.phases import phases
from valmentaja.desks.clients import client_page
from valmentaja.desks.employers import employer_page
from valmentaja.desks.records import StepLine
from valmentaja.rules.signals import KIND_BY_KEY
from valmentaja.rules.triage import QueueRow
from valmentaja.screens.last_reached import last_reached_told
from valmentaja.screens.literal import literal, literal_line
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.sentences import put_aside_sentence, signal_why

STEPS_SHOWN = 3
LONGEST_STEP = 120


def card(
    book: Workbook, texts: Texts, row: QueueRow | None, day: date, *, explained: bool
) -> Sequence[Content]:
    """The paragraphs of the card. `explained`: every reason in full, in place of the rest."""
    if row is None:
        return ()
    if row.client is not None:
        return tuple(_of_client(book, texts, row, day, explained=explained))
    return tuple(_of_employer(book, texts, row, day, explained=explained))


def _of_client(
    book: Workbook, texts: Texts, row: QueueRow, day: date, *, explained: bool
) -> Iterator[Content]:
    page = client_page(book, row.id, day)
    held = page.client
    phase = next((one.short_line for one in phases(texts.language) if one.id == held.phase), "")
    reach = " · ".join(part for part in (held.phone, held.best_reached) if part)
    yield _head(literal_line(held.label, 60, "bold"), literal(phase, "$quiet"), literal_line(reach, 120))
    yield from _reasons(texts, row, day, explained=explained)
    if explained:
        return
    if row.snoozed_until is not None:
        yield literal(put_aside_sentence(texts, row.snoozed_until, row.snoozed_because or ""))
    yield literal(last_reached_told(book, texts, held.id, day))
    yield from _steps(texts, page.open_steps)


def _of_employer(
    book: Workbook, texts: Texts, row: QueueRow, day: date, *, explained: bool
) -> Iterator[Content]:
    page = employer_page(book, row.id)
    held = page.employer
    about = " · ".join(part for part in (held.industry, held.town) if part)
    reach = " · ".join(part for part in (held.people, held.phone) if part)
    yield _head(
        literal_line(held.name, 60, "bold"), literal_line(about, 120, "$quiet"), literal_line(reach, 120)
    )
    yield from _reasons(texts, row, day, explained=explained)
    if not explained:
        yield from _steps(texts, page.open_steps)


def _head(*lines: Content) -> Content:
    return Content("\n").join(line for line in lines if line)


def _reasons(texts: Texts, row: QueueRow, day: date, *, explained: bool) -> Iterator[Content]:
    """The main reason with its dates and what `done` does; or every reason there is."""
    if row.main is None:
        yield literal(texts("triage.nothing"))
        return
    for signal in row.signals if explained else row.signals[:1]:
        band = texts(f"band.{signal.band(day)}")
        yield literal(texts("today.why", band=band, why=signal_why(texts, signal.reason, day)))
    if explained:
        yield literal(texts("today.order"), "$quiet")
    else:
        yield literal(texts("today.act", act=texts(KIND_BY_KEY[row.main.kind].act.text_key)), "$quiet")


def _steps(texts: Texts, steps: Sequence[StepLine]) -> Iterator[Content]:
    for line in steps[:STEPS_SHOWN]:
        step = line.step
        about = texts("today.step", owner=texts(f"owner.{step.owner}"), day=texts.day(step.due_on))
        yield literal(about, "$quiet") + Content("\n") + literal_line(step.text, LONGEST_STEP)

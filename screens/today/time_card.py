"""The card of a booked time: who, when and where, what about, when they were reached last, and what may be told."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from textual.content import Content

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.screens.appointments.may_tell import may_tell
from valmentaja.screens.appointments.words import became, called, when
from valmentaja.screens.clients.last_reached import last_reached_told
from valmentaja.screens.literal import literal, literal_line
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line

MEMBERS_SHOWN = 8


def time_card(
    book: Workbook,
    texts: Texts,
    line: AppointmentLine,
    today: date,
    at: time | None,
    *,
    outcome_key: str,
    reminder_key: str,
) -> Sequence[Content]:
    """The paragraphs of the card. `at` is the time of day, where it counts."""
    held = line.appointment
    outcome = became(texts, held, today, at)
    head = [
        literal_line(called(line), 60, "bold"),
        literal(when(texts, held)),
        literal(_how(texts, line), "$quiet"),
    ]
    paragraphs = [Content("\n").join(head), Content("\n").join(_where(texts, line))]
    if outcome:
        paragraphs.append(literal(outcome[:1].upper() + outcome[1:]))
    paragraphs.append(Content("\n").join(_who(book, texts, line, today)))
    if held.outcome is None:
        asks = texts("today.act", key=outcome_key, act=texts("act.tell_outcome"))
        sends = texts("today.act", key=reminder_key, act=texts("time_card.reminder"))
        paragraphs.append(literal(f"{asks}\n{sends}", "$quiet"))
    return paragraphs


def _how(texts: Texts, line: AppointmentLine) -> str:
    held = line.appointment
    minutes = (texts("contact.minutes", minutes=held.minutes),) if held.minutes is not None else ()
    return ", ".join((texts(f"client_way.{held.way}"), *minutes))


def _where(texts: Texts, line: AppointmentLine) -> Iterator[Content]:
    held = line.appointment
    employer = line.employer.name if line.employer else None
    guests = texts("appointment.guests", guests=held.guests) if held.guests else None
    for part in (held.about, held.place, employer, guests):
        if part:
            yield literal(one_line(part, 120))


def _who(book: Workbook, texts: Texts, line: AppointmentLine, today: date) -> Iterator[Content]:
    """Of one client how they are reached, when they were, and what may be told; of several the names."""
    if len(line.clients) != 1 or line.group is not None:
        yield literal(", ".join(one_line(one.label, LONGEST_NAMED) for one in line.clients[:MEMBERS_SHOWN]))
        return
    (one,) = line.clients
    reach = " · ".join(one_line(part, LONGEST_NAMED) for part in (one.phone, one.best_reached) if part)
    if reach:
        yield literal(reach)
    yield literal(last_reached_told(book, texts, one.id, today))
    told = may_tell(book, texts, line)
    if told:
        yield literal(texts("time_card.may_tell", told=told), "$quiet")

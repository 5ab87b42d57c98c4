"""Contacts and steps as rows of a page: the day in a column of its own, what happened beside it."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from valmentaja.desks.runs import Run, RunLine, Steps
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.step import NextStep
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

DAY_WIDTH = 11
_LINES = 6
_LETTERS = 500
_LONGEST_NAME = 60
_LETTERS_BESIDE = 5_000
_LONGEST_BESIDE = 160
_NEWEST_BESIDE = 6


def contact_rows(texts: Texts, run: Run, today: date) -> list[Row]:
    """The run, newest first, each contact with what was noted of it; Enter opens one."""
    rows = [_contact(texts, line, today) for line in run.lines]
    if run.more:
        rows += [GAP, said_row(texts.counted("run.older", len(run.lines)))]
    return rows


def steps_label(texts: Texts, steps: Steps) -> str:
    """What the part of the steps is called: with the number of open ones, where there are some."""
    return texts.counted("part.steps", len(steps.open)) if steps.open else texts("part.steps_done")


def step_rows(texts: Texts, steps: Steps, today: date) -> list[Row]:
    """The open steps by due date, then the done ones."""
    rows = [step_row(texts, step, today) for step in steps.open]
    if steps.done:
        rows += [GAP] if rows else []
        rows += [heading(texts("steps.done")), *(step_row(texts, step, today) for step in steps.done)]
    return rows


def step_row(texts: Texts, step: NextStep, today: date) -> Row:
    """A step: its day, whose it is, and what."""
    day = step.done_on or step.due_on
    late = step.done_on is None and step.due_on < today
    whose = texts(f"owner.{step.owner}")
    about = literal(f"{texts('band.late')}, ", "$error") if late else Content("")
    told = about + literal(f"{whose}: ", "$quiet") + literal(step.text[:_LETTERS])
    return dated_row(f"next_step/{step.id}", texts, day, today, told)


def run_beside(texts: Texts, run: Run, row_id: str | None, today: date) -> list[Content]:
    """The contact in focus with all that was noted of it; else the newest ones in a few words."""
    focused = next((line for line in run.lines if _row_id(line) == row_id), None)
    if focused is not None:
        whole = [literal(text[:_LETTERS_BESIDE]) for text in _texts(focused)]
        head = literal(texts.whole_day(focused.contact.day), "$quiet")
        return [head + Content("\n") + literal(contact_title(texts, focused), "bold"), *whole]
    newest = [_beside(texts, line, today) for line in run.lines[:_NEWEST_BESIDE]]
    return [literal(texts("run.newest"), "bold"), *newest] if newest else []


def _beside(texts: Texts, line: RunLine, today: date) -> Content:
    day = literal(short_day(texts, line.contact.day, today), "$quiet")
    told = day + Content("\n") + literal(contact_title(texts, line))
    note = next(_texts(line), None)
    return told + Content("\n") + literal(one_line(note, _LONGEST_BESIDE), "$quiet") if note else told


def short_day(texts: Texts, day: date, today: date) -> str:
    """A day of this year with its weekday, another with its year."""
    return texts.day(day) if day.year == today.year else texts.date(day)


def contact_title(texts: Texts, line: RunLine) -> str:
    """A contact in a few words: with whom besides, how, how long, about what."""
    contact = line.contact
    return ", ".join(_parts(texts, line)) + (f": {topic}" if (topic := _topic(texts, contact)) else "")


def _contact(texts: Texts, line: RunLine, today: date) -> Row:
    contact = line.contact
    told = literal(one_line(contact_title(texts, line), 200))
    for text in _texts(line):
        told += Content("\n") + literal(text[:_LETTERS], "$quiet")
    return dated_row(_row_id(line), texts, contact.day, today, told)


def _row_id(line: RunLine) -> str:
    kind = "client_contact" if isinstance(line.contact, ClientContact) else "employer_contact"
    return f"{kind}/{line.contact.id}"


def _parts(texts: Texts, line: RunLine) -> Iterator[str]:
    contact = line.contact
    yield from (one_line(name, _LONGEST_NAME) for name in line.others)
    if line.in_group:
        yield texts("contact.in_group")
    if isinstance(contact, ClientContact):
        yield texts(f"client_way.{contact.way}")
        if not contact.reached:
            yield texts("contact.not_reached")
    else:
        if contact.who:
            yield one_line(contact.who, _LONGEST_NAME)
        yield texts(f"way.{contact.way}")
    if contact.minutes is not None:
        yield texts("contact.minutes", minutes=contact.minutes)


def _topic(texts: Texts, contact: object) -> str:
    if isinstance(contact, ClientContact):
        return one_line(contact.topic, _LONGEST_NAME) if contact.topic else ""
    purpose = getattr(contact, "purpose", None)
    return texts(f"purpose.{purpose}") if purpose else ""


def _texts(line: RunLine) -> Iterator[str]:
    contact = line.contact
    if not isinstance(contact, ClientContact) and contact.outcome:
        yield contact.outcome
    if contact.note:
        yield contact.note


def dated_row(row_id: str, texts: Texts, day: date | None, today: date, told: Content) -> Row:
    """What happened on a day, the day in a column of its own."""
    when = literal(short_day(texts, day, today) if day is not None else "")

    def show(width: int) -> Content:
        return row((Column(when, DAY_WIDTH), Column(told, max(10, width - DAY_WIDTH - 1), _LINES)))

    return Row(row_id, show)

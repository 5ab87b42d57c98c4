"""Next steps in the workbook: agreed, done."""

from dataclasses import dataclass
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.step import NextStep, Owner
from valmentaja.rules.refusals import refuse_step_about_nobody
from valmentaja.store.connection import Row
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing
from valmentaja.texts.shown import LONGEST_NAMED, one_line


@dataclass(frozen=True, slots=True)
class StepWords:
    """A next step as the coach tells of it."""

    text: str
    due_on: date
    agreed_on: date
    owner: Owner = Owner.TOGETHER


def agree_next_step(
    book: Workbook, words: StepWords, *, about: str, client_id: int | None, employer_id: int | None
) -> NextStep:
    """A next step is agreed; `about` is the client's or employer's label, for the journal.

    Raises WrongUsage (`log.next_about_nobody`) when it is about neither.
    """
    refuse_step_about_nobody(with_client=client_id is not None, with_employer=employer_id is not None)
    with book.change("next_step_agreed", about=about, day=words.due_on.isoformat()) as writing:
        step_id = insert_step(writing, words, client_id=client_id, employer_id=employer_id, contact_id=None)
    return next_step(book, step_id)


def plan_own_step(book: Workbook, words: StepWords) -> NextStep:
    """Something that the coach does, about no client and no employer, to stand in the same list."""
    named = one_line(words.text, LONGEST_NAMED)
    with book.change("own_step_planned", text=named, day=words.due_on.isoformat()) as writing:
        step_id = insert_step(writing, words, client_id=None, employer_id=None, contact_id=None)
    return next_step(book, step_id)


def insert_step(
    writing: Writing,
    words: StepWords,
    *,
    client_id: int | None,
    employer_id: int | None,
    contact_id: int | None,
) -> int:
    """Writes a next step as part of a change, and gives its id."""
    step_id = writing.new_record("next_step")
    writing.insert(
        "next_step",
        id=step_id,
        revision=writing.id,
        client_id=client_id,
        employer_id=employer_id,
        text=writing.needed_text(words.text),
        agreed_on=words.agreed_on.isoformat(),
        due_on=words.due_on.isoformat(),
        owner=words.owner,
        contact_id=contact_id,
    )
    return step_id


def finish_step(book: Workbook, step_id: int, day: date) -> NextStep:
    """The step is done. Raises CannotBeMet when it was done before."""
    with book.change(
        "next_step_done", text=one_line(next_step(book, step_id).text, LONGEST_NAMED)
    ) as writing:
        done_on = next_step(book, step_id).done_on  # another window may have done it a moment ago
        if done_on is not None:
            raise CannotBeMet("step.done_before", day=done_on)
        writing.update("next_step", step_id, done_on=day.isoformat(), revision=writing.id)
    return next_step(book, step_id)


def next_step(book: Workbook, step_id: int) -> NextStep:
    """The step with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM next_step WHERE id = ?", (step_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=step_id)
    return step_of(row)


def steps_of_client(book: Workbook, client_id: int) -> tuple[NextStep, ...]:
    """The client's steps by due date, done ones included."""
    rows = book.rows("SELECT * FROM next_step WHERE client_id = ? ORDER BY due_on, id", (client_id,))
    return tuple(step_of(row) for row in rows)


def steps_with_employer(book: Workbook, employer_id: int) -> tuple[NextStep, ...]:
    """The steps with the employer by due date, done ones included."""
    rows = book.rows("SELECT * FROM next_step WHERE employer_id = ? ORDER BY due_on, id", (employer_id,))
    return tuple(step_of(row) for row in rows)


def own_steps(book: Workbook) -> tuple[NextStep, ...]:
    """The coach's own steps, about nobody else, by due date, done ones included."""
    rows = book.rows(
        "SELECT * FROM next_step WHERE client_id IS NULL AND employer_id IS NULL ORDER BY due_on, id"
    )
    return tuple(step_of(row) for row in rows)


def step_of_contact(book: Workbook, contact_id: int) -> NextStep | None:
    """The step agreed at the contact, if one was."""
    row = book.row("SELECT * FROM next_step WHERE contact_id = ?", (contact_id,))
    return step_of(row) if row else None


def step_of(row: Row) -> NextStep:
    """The record of a row of `next_step`."""
    return record_of(NextStep, row)

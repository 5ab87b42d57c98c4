"""From answers to action: a next step, a wish or a strength that came of an answer, linked both ways."""

from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import AnswerDeed
from valmentaja.model.client import Client
from valmentaja.model.step import NextStep
from valmentaja.model.wish import WishPlace
from valmentaja.rules.refusals import refuse_unreminded_step
from valmentaja.store.clients import client as client_with
from valmentaja.store.details import insert_detail
from valmentaja.store.reading import record_of
from valmentaja.store.steps import StepWords, insert_step, next_step
from valmentaja.store.workbook import Workbook, Writing


def agree_step_from_answer(book: Workbook, client: Client, question: str, words: StepWords) -> NextStep:
    """A next step is agreed on the ground of an answer: one change. Raises CannotBeMet where the coaching has ended."""
    refuse_unreminded_step(client, words.agreed_on, with_employer=False)
    with book.change("next_step_agreed", about=client.label, day=words.due_on.isoformat()) as writing:
        step_id = insert_step(writing, words, client_id=client.id, employer_id=None, contact_id=None)
        _link(writing, client.id, question, "next_step", step_id, words.agreed_on)
    return next_step(book, step_id)


def wish_from_answer(
    book: Workbook, client: Client, question: str, text: str, place: WishPlace | None, today: date
) -> int:
    """A wished work is put in the profile, in the client's words; gives its id. Raises CannotBeMet without words."""
    with book.change("wish_added", about=client.label) as writing:
        wish_id = insert_detail(writing, "wish", owner_id=client.id, values={"text": text, "place": place})
        _link(writing, client.id, question, "wish", wish_id, today)
    return wish_id


def strength_from_answer(book: Workbook, client: Client, question: str, text: str, today: date) -> None:
    """What the client can do is put in the profile, on a line of its own under what stands there.

    Raises CannotBeMet without words, or where the field would be too long.
    """
    with book.change("strength_added", about=client.label) as writing:
        words = writing.needed_text(text)
        held = client_with(book, client.id).done_and_can
        joined = writing.needed_text(f"{held}\n{words}" if held else words)
        writing.update("client", client.id, done_and_can=joined, revision=writing.id)
        _link(writing, client.id, question, "client", client.id, today, words)


def _link(
    writing: Writing,
    client_id: int,
    question: str,
    kind: str,
    record_id: int,
    today: date,
    words: str | None = None,
) -> None:
    """Raises CannotBeMet for a question that is not there."""
    from valmentaja.content.question_sets import number_of

    number_of(question)
    writing.insert(
        "answer_deed",
        id=writing.new_record("answer_deed"),
        revision=writing.id,
        client_id=client_id,
        question=question,
        kind=kind,
        record_id=record_id,
        words=words,
        made_on=today.isoformat(),
    )


def deeds_of(book: Workbook, client_id: int) -> tuple[AnswerDeed, ...]:
    """What the client's answers have led to, oldest first; whoever reads it leaves out what was taken away since."""
    rows = book.rows("SELECT * FROM answer_deed WHERE client_id = ? ORDER BY id", (client_id,))
    return tuple(record_of(AnswerDeed, row) for row in rows)


def deed_with(book: Workbook, deed_id: int) -> AnswerDeed:
    """The one with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM answer_deed WHERE id = ?", (deed_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=deed_id)
    return record_of(AnswerDeed, row)


def came_of(book: Workbook, record_id: int) -> tuple[AnswerDeed, ...]:
    """The answers that the record came of, oldest first; of a client's, those from which strengths were taken."""
    rows = book.rows("SELECT * FROM answer_deed WHERE record_id = ? ORDER BY id", (record_id,))
    return tuple(record_of(AnswerDeed, row) for row in rows)

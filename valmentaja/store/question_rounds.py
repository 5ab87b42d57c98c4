"""The rounds of question sets in the workbook: begun with a client, and where the walk through one was left."""

from contextlib import suppress
from datetime import date

from valmentaja.content.loader import LANGUAGES
from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import QuestionRound
from valmentaja.model.client import Client
from valmentaja.rules.refusals import refuse_ended
from valmentaja.store.clients import client as client_with
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing


def rounds_of(book: Workbook, client_id: int, question_set: str) -> tuple[QuestionRound, ...]:
    """The rounds of a set with the client, oldest first."""
    rows = book.rows(
        "SELECT * FROM question_round WHERE client_id = ? AND question_set = ? ORDER BY number",
        (client_id, question_set),
    )
    return tuple(record_of(QuestionRound, row) for row in rows)


def round_with(book: Workbook, round_id: int) -> QuestionRound:
    """The round with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM question_round WHERE id = ?", (round_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=round_id)
    return record_of(QuestionRound, row)


def begin_round(book: Workbook, client_id: int, question_set: str, today: date) -> QuestionRound:
    """The coach begins a round of the set with the client.

    Raises CannotBeMet where the coaching has ended (`client.ended`), where nothing was said yet in the round begun
    before (`question.round_empty`), and for an unknown set (`question.unknown_set`).
    """
    from valmentaja.content import question_sets

    question_sets.question_set(question_set, LANGUAGES[0])
    held = client_with(book, client_id)
    with book.change("question_round_begun", about=held.label, question_set=question_set) as writing:
        before = rounds_of(book, client_id, question_set)
        if before and round_is_empty(book, before[-1].id):
            raise CannotBeMet("question.round_empty", number=before[-1].number)
        return new_round(writing, held, question_set, today)


def stand_at(book: Workbook, client_id: int, question: str) -> None:
    """Keeps where the walk through a set was left: no change of the coach's, so not in the journal."""
    rounds = rounds_of(book, client_id, question.partition(".")[0])
    if not rounds or rounds[-1].stands_at == question:
        return
    with suppress(CannotBeMet), book.transaction(own_notes=True):
        book.execute("UPDATE question_round SET stands_at = ? WHERE id = ?", (question, rounds[-1].id))


def round_is_empty(book: Workbook, round_id: int) -> bool:
    """Whether nothing was ever said in the round."""
    client_id = (
        "(SELECT client_id FROM question_round WHERE id = ?1)"  # which the index of answers begins with
    )
    return (
        book.row(f"SELECT 1 FROM answer WHERE round_id = ?1 AND client_id = {client_id}", (round_id,)) is None
    )


def new_round(writing: Writing, held: Client, question_set: str, today: date) -> QuestionRound:
    """Begins a round as part of a change. Raises CannotBeMet (`client.ended`) where the coaching has ended."""
    refuse_ended(held, today)
    before = rounds_of(writing.book, held.id, question_set)
    new = QuestionRound(
        writing.new_record("question_round"),
        writing.id,
        held.id,
        question_set,
        before[-1].number + 1 if before else 1,
        max(today, before[-1].began_on) if before else today,
    )
    writing.insert(
        "question_round",
        id=new.id,
        revision=new.revision,
        client_id=new.client_id,
        question_set=new.question_set,
        number=new.number,
        began_on=new.began_on.isoformat(),
    )
    return new

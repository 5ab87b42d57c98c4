"""Question sets in the workbook: what was answered, and what was being typed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.change import Draft
from valmentaja.rules.questions import SaidNow, in_state, said_in, stays_readable, with_words
from valmentaja.rules.refusals import refuse_ended
from valmentaja.rules.written import written
from valmentaja.store.clients import client as client_with
from valmentaja.store.drafts import SettledElsewhere, drop_draft, forget_draft
from valmentaja.store.question_rounds import new_round, rounds_of
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook, Writing


@dataclass(frozen=True, slots=True)
class Asked:
    """One question asked of a client, and whose view answers. `question` is as `job_search.thoughts`."""

    client_id: int
    question: str
    whose: Whose = Whose.CLIENT

    @property
    def question_set(self) -> str:
        """The set that the question is of."""
        return self.question.partition(".")[0]


def answers_of(book: Workbook, client_id: int, question_set: str | None = None) -> tuple[Answer, ...]:
    """All that the client and others have answered, in the order in which it was said, or only to one set."""
    condition = "" if question_set is None else "AND question >= ?2 || '.' AND question < ?2 || '/'"
    rows = book.rows(
        f"SELECT * FROM answer WHERE client_id = ?1 {condition} ORDER BY id",
        (client_id,) if question_set is None else (client_id, question_set),
    )
    return tuple(record_of(Answer, row) for row in rows)


def answer_with(book: Workbook, answer_id: int) -> Answer:
    """The answer with the id. Raises CannotBeMet when there is none."""
    row = book.row("SELECT * FROM answer WHERE id = ?", (answer_id,))
    if row is None:
        raise CannotBeMet("record.unknown", id=answer_id)
    return record_of(Answer, row)


def answer_now(book: Workbook, asked: Asked) -> Answer | None:
    """What the view says in the newest round of the set; `None` while it says nothing there."""
    row = book.row(
        """SELECT answer.* FROM answer JOIN question_round ON question_round.id = round_id
        WHERE answer.client_id = ?1 AND question = ?2 AND whose = ?3 AND settled_on IS NULL AND number =
        (SELECT max(number) FROM question_round WHERE client_id = ?1 AND question_set = ?4)""",
        (asked.client_id, asked.question, asked.whose, asked.question_set),
    )
    return record_of(Answer, row) if row else None


def say_answer(
    book: Workbook,
    asked: Asked,
    *,
    today: date,
    state: AnswerState | None = None,
    text: str | None = None,
    find_out_how: str | None = None,
    find_out_on: date | None = None,
) -> Answer | None:
    """One view answers, in the newest round; the first is begun where there is none. What is `None` stays as it was.

    What is not known in this round either, or after all not yet, is found out as it was planned before. `None` when
    nothing is said any more. Raises CannotBeMet where the coaching has ended, or the text is too long.
    """

    def said(writing: Writing, before: SaidNow) -> SaidNow:
        words = writing.text(text) if text is not None else before.text
        now = with_words(before, words)
        now = in_state(now, state) if state is not None else now
        if now.state is not AnswerState.DONT_KNOW:
            return now
        is_new = before.state is not AnswerState.DONT_KNOW
        planned = said_in(_planned_before(book, asked, today)) if is_new else now
        how = writing.text(find_out_how) if find_out_how is not None else planned.find_out_how
        return replace(now, find_out_how=how, find_out_on=find_out_on or planned.find_out_on)

    return _change_answer(book, asked, today, said)


def plan_finding_out(
    book: Workbook, asked: Asked, how: str | None, on: date | None, *, today: date
) -> Answer | None:
    """What is not known yet is found out together: how and when, each of them `None` for not said.

    Raises CannotBeMet where the coaching has ended.
    """

    def said(writing: Writing, before: SaidNow) -> SaidNow:
        words = writing.text(how) if how is not None else None
        return SaidNow(AnswerState.DONT_KNOW, before.text, words, on)

    return _change_answer(book, asked, today, said)


def _change_answer(
    book: Workbook, asked: Asked, today: date, said: Callable[[Writing, SaidNow], SaidNow]
) -> Answer | None:
    """One change; none where nothing is said anew."""
    with suppress(_SaidBefore), book.change("answer_written", **_named(book, asked)) as writing:
        before = answer_now(book, asked)
        now = said(writing, said_in(before))
        if now == said_in(before):
            raise _SaidBefore
        _write(writing, asked, before, now, today)
    return answer_now(book, asked)


class _SaidBefore(Exception):
    """Nothing would change: the change is taken back before it is one."""


def _named(book: Workbook, asked: Asked) -> dict[str, str]:
    from valmentaja.content.question_sets import number_of

    return {
        "about": client_with(book, asked.client_id).label,
        "question_set": asked.question_set,
        "number": str(number_of(asked.question)),
    }


def _write(writing: Writing, asked: Asked, before: Answer | None, now: SaidNow, today: date) -> None:
    """Puts what is said now in the place of what was said before, or beside it where that stays readable."""
    refuse_ended(client_with(writing.book, asked.client_id), today)
    if before is not None and now.is_nothing and _says_it_again(writing.book, before, today):
        _unsay(writing, before, today)
        return
    if before is not None and stays_readable(before, now, today):
        _settle(writing, before.id, today)
        before = None
    if before is not None:
        _say_otherwise(writing, before, now, today)
    elif not now.is_nothing:
        _insert(writing, asked, now, today)


def _settle(writing: Writing, answer_id: int, today: date) -> None:
    writing.update("answer", answer_id, settled_on=today.isoformat(), revision=writing.id)


def _say_otherwise(writing: Writing, before: Answer, now: SaidNow, today: date) -> None:
    if now.is_nothing:
        _unsay(writing, before, today)
        return
    stays_planned = before.state is AnswerState.DONT_KNOW and now.state is AnswerState.DONT_KNOW
    said_on = before.said_on if stays_planned else today
    writing.update("answer", before.id, revision=writing.id, said_on=said_on.isoformat(), **_columns(now))


def _unsay(writing: Writing, answer: Answer, today: date) -> None:
    """Takes the answer away; what had waited until it came in its place today waits again."""
    again = _in_whose_place(writing.book, answer, today)
    writing.book.execute("DELETE FROM answer WHERE id = ?", (answer.id,))
    if again is not None:
        writing.update("answer", again.id, settled_on=None, revision=writing.id)


def _says_it_again(book: Workbook, answer: Answer, today: date) -> bool:
    """Whether it is still not known, to be found out as it was planned before: nothing is lost without it."""
    before = _in_whose_place(book, answer, today)
    if before is None or answer.text not in (None, before.text):
        return False
    return said_in(answer) == replace(said_in(before), text=answer.text)


def _in_whose_place(book: Workbook, answer: Answer, today: date) -> Answer | None:
    """What had waited until the change of today in which the answer came."""
    row = book.row(
        """SELECT * FROM answer WHERE client_id = ?1 AND question = ?2 AND whose = ?3 AND settled_on = ?4
        AND revision = (SELECT max(change_id) FROM change_row
            WHERE table_name = 'answer' AND row_id = ?5 AND act = 'insert')""",
        (answer.client_id, answer.question, answer.whose, today.isoformat(), answer.id),
    )
    return record_of(Answer, row) if row else None


def _planned_before(book: Workbook, asked: Asked, today: date) -> Answer | None:
    """What waits in an earlier round, or waited until something was said in its place today."""
    now = answer_now(book, asked)
    return _in_whose_place(book, now, today) if now is not None else _waiting(book, asked)


def _waiting(book: Workbook, asked: Asked) -> Answer | None:
    """What the view does not know yet, of whichever round; there is but one such."""
    row = book.row(
        """SELECT * FROM answer WHERE client_id = ? AND question = ? AND whose = ? AND state = 'dont_know'
        AND settled_on IS NULL ORDER BY id DESC""",
        (asked.client_id, asked.question, asked.whose),
    )
    return record_of(Answer, row) if row else None


def _insert(writing: Writing, asked: Asked, now: SaidNow, today: date) -> None:
    """A new answer; what the same view did not know in an earlier round waits no more."""
    rounds = rounds_of(writing.book, asked.client_id, asked.question_set)
    held = client_with(writing.book, asked.client_id)
    newest = rounds[-1] if rounds else new_round(writing, held, asked.question_set, today)
    waiting = _waiting(writing.book, asked)
    if waiting is not None:
        _settle(writing, waiting.id, today)
    writing.insert(
        "answer",
        id=writing.new_record("answer"),
        revision=writing.id,
        round_id=newest.id,
        client_id=asked.client_id,
        question=asked.question,
        whose=asked.whose,
        said_on=today.isoformat(),
        **_columns(now),
    )


def _columns(now: SaidNow) -> dict[str, str | None]:
    return {
        "state": now.state,
        "text": now.text,
        "find_out_how": now.find_out_how,
        "find_out_on": now.find_out_on.isoformat() if now.find_out_on else None,
    }


# What was being typed


def settle_answer_draft(book: Workbook, draft: Draft, asked: Asked, today: date) -> bool:
    """What was being typed becomes the answer's words, and the draft, which has been kept, is gone: one change.

    None where the answer has those words already. False, and nothing is touched, when the words were written
    meanwhile from elsewhere: both are there to be shown side by side. Raises CannotBeMet as `say_answer` does; the
    draft stays.
    """
    typed = written(draft.text).text if draft.text.strip() else None
    if typed == said_in(answer_now(book, asked)).text:
        drop_draft(book, draft.place, draft.window)
        return True
    try:
        with book.change("answer_written", **_named(book, asked)) as writing:
            forget_draft(writing, draft)
            before = answer_now(book, asked)
            if words_moved(book, before, draft.began_from):
                raise _WrittenMeanwhile
            _write(writing, asked, before, with_words(said_in(before), writing.text(draft.text)), today)
    except SettledElsewhere:
        return True
    except _WrittenMeanwhile:
        return False
    return True


class _WrittenMeanwhile(Exception):
    """Seen inside the change, since another window may have written a moment ago; it takes the change back."""


def words_moved(book: Workbook, now: Answer | None, began_from: int) -> bool:
    """Whether there are words now that were not there at the revision the typing began from, 0 for no answer."""
    if now is None or now.text is None or now.revision == began_from:
        return False
    if began_from == 0:
        return True
    row = book.row(
        """SELECT json_extract(image, '$.text') AS text FROM change_row JOIN change ON change.id = change_id
        WHERE table_name = 'answer' AND row_id = ?1 AND json_extract(image, '$.revision') = ?2
        ORDER BY change_id DESC LIMIT 1""",
        (now.id, began_from),
    )
    return row is None or row["text"] != now.text

"""Questions and their answers as JSON (cli.md), and in lines that are read aloud as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.cli.as_json import day
from valmentaja.desks.questions import AskedLine, ComparedLine, ComparedView, Deed, QuestionsPage, SetPage
from valmentaja.model.answer import Answer, AnswerState, QuestionRound
from valmentaja.rules.question_findings import WITH_ITS_QUESTION
from valmentaja.rules.questions import Moved
from valmentaja.texts.sentences import as_sentence

if TYPE_CHECKING:
    from valmentaja.cli.output import Json
    from valmentaja.texts import Texts


# As JSON


def question_json(held: SetPage, line: AskedLine) -> dict[str, Json]:
    """The question with all that was ever answered to it, by round and day."""
    numbers = {one.id: one.number for one in held.rounds}
    answers = [*line.views.values(), *(said.answer for said in line.before)]
    waiting = sorted(
        (one for one in answers if one.waits), key=lambda one: (one.find_out_on or date.max, one.id)
    )
    first = waiting[0] if waiting else None
    return {
        "id": line.id,
        "set": held.id,
        "state": line.state,
        "answers": [
            _answer_json(one, numbers[one.round_id])
            for one in sorted(answers, key=lambda one: (numbers[one.round_id], one.said_on, one.id))
        ],
        "find_out_on": day(first.find_out_on) if first else None,
        "find_out_how": first.find_out_how if first else None,
        "number": line.number,
        "question": line.question.question,
        "led_to": [_deed_json(one) for one in line.deeds],
    }


def _answer_json(held: Answer, number: int) -> dict[str, Json]:
    return {
        "id": held.id,
        "round": number,
        "by": held.whose,
        "text": held.text,
        "on": day(held.said_on),
        "state": held.state,
        "find_out_how": held.find_out_how,
        "find_out_on": day(held.find_out_on),
        "settled_on": day(held.settled_on),
    }


def _deed_json(held: Deed) -> Json:
    return {"kind": held.kind, "id": held.record_id, "text": held.words, "on": day(held.made_on)}


def compared_json(held: SetPage, one: ComparedLine) -> dict[str, Json]:
    """The question in two rounds."""
    numbers = {each.id: each.number for each in held.rounds}
    return {
        "id": one.line.id,
        "set": held.id,
        "number": one.line.number,
        "changed": one.has_changed,
        "views": [
            {
                "by": view.whose,
                "moved": view.moved,
                "earlier": _answer_json(view.earlier, numbers[view.earlier.round_id])
                if view.earlier
                else None,
                "later": _answer_json(view.later, numbers[view.later.round_id]) if view.later else None,
            }
            for view in one.views
        ],
    }


# In lines


def set_lines(texts: Texts, held: SetPage, *, whole: bool, plain: bool) -> Iterator[str]:
    """The set, how far it is, and its questions; of one that nobody has begun these only where `whole`."""
    yield _set_head(texts, held)
    if held.rounds:
        yield as_sentence(progress_told(texts, held))
    if held.suggested is not None:
        yield texts(f"question_suggested.{held.suggested}")
    if held.rounds or whole:
        for line in held.lines:
            yield from question_lines(texts, held, line, plain=plain)


def _set_head(texts: Texts, held: SetPage) -> str:
    name = held.questions.name
    if not held.rounds:
        return texts.counted("question.set_not_begun", len(held.lines), question_set=name, id=held.id)
    newest = held.rounds[-1]
    return texts(
        "question.set_head", question_set=name, id=held.id, number=newest.number, day=newest.began_on
    )


def progress_told(texts: Texts, held: SetPage) -> str:
    """How far the newest round is: "vastattu 5, selvitetään yhdessä 2". What is open is not missing."""
    now = held.progress
    counts = {"answered": now.answered, "to_find_out": now.to_find_out, "not_needed": now.not_needed}
    told = [texts(f"question_progress.{name}", count=count) for name, count in counts.items() if count]
    return ", ".join(told) or texts("question_progress.untouched")


def question_lines(texts: Texts, held: SetPage, line: AskedLine, *, plain: bool = False) -> Iterator[str]:
    """The question, its state, what each view says, what was said before, and what came of it."""
    head = texts(
        "question.head",
        number=line.number,
        question=as_sentence(line.question.name),
        state=texts(f"answer_state.{line.state}"),
        id=line.id,
    )
    yield head
    yield _indented(line.question.plain if plain else line.question.question)
    for one in line.views.values():
        yield from map(_indented, view_lines(texts, one))
    numbers = {one.id: one.number for one in held.rounds}
    for said in line.before:
        number = texts("question.round_of", number=numbers[said.answer.round_id])
        first, *rest = view_lines(texts, said.answer)
        yield from map(_indented, (f"{number}, {first}", *rest))
    for deed in line.deeds:
        yield _indented(f"{texts(f'question_deed.{deed.kind}', day=deed.made_on)}: {deed.words}")


def view_lines(texts: Texts, held: Answer) -> Iterator[str]:
    """Whose view, in which state, on which day, and what; where it waits, how and when it is found out."""
    yield f"{texts(f'whose.{held.whose}')}, {said(texts, held)}"
    if held.waits:
        yield _plan(texts, held)


def said(texts: Texts, held: Answer) -> str:
    """What was said on which day, in which state, unless it is simply answered."""
    state = () if held.state is AnswerState.ANSWERED else (texts(f"answer_state.{held.state}"),)
    head = ", ".join((*state, texts.date(held.said_on)))
    return f"{head}: {held.text}" if held.text else head


def _plan(texts: Texts, held: Answer) -> str:
    when = texts.whole_day(held.find_out_on) if held.find_out_on else texts("question.no_day")
    told = f"{texts('question.find_out')}, {when}"
    return f"{told}: {held.find_out_how}" if held.find_out_how else told


def waiting_lines(texts: Texts, line: AskedLine, held: Answer) -> Iterator[str]:
    """What is to be found out: by when, which question, whose view, and how, where that may be told."""
    when = texts.whole_day(held.find_out_on) if held.find_out_on else as_sentence(texts("question.no_day"))
    yield texts("question.waiting", day=when, question=line.question.name, id=line.id)
    yield _indented(texts(f"whose.{held.whose}"))
    if held.find_out_how and line.id != WITH_ITS_QUESTION:
        yield _indented(held.find_out_how)


def _indented(text: str) -> str:
    """A line under another; the further lines of a longer text stand one deeper, so that they read as one."""
    return f"  {text}".replace("\n", "\n    ")


# Two rounds


def compared_lines(
    texts: Texts, client: str, held: SetPage, lines: tuple[ComparedLine, ...]
) -> Iterator[str]:
    """The rounds, how each question that was spoken of has moved, then those that nobody spoke of."""
    then, now = held.rounds[-2:]
    yield _rounds_compared(texts, client, held, then, now)
    for one in lines:
        if one.views:
            yield texts(
                "question.moved_head",
                number=one.line.number,
                question=as_sentence(one.line.question.name),
                id=one.line.id,
            )
            for view in one.views:
                yield from map(_indented, _compared_view(texts, view))
    silent = [one.line.question.name for one in lines if not one.views]
    if silent:
        yield texts("question.silent", names="; ".join(silent))


def _rounds_compared(
    texts: Texts, client: str, held: SetPage, then: QuestionRound, now: QuestionRound
) -> str:
    return texts(
        "question.rounds_compared",
        client=client,
        question_set=held.questions.name,
        then=then.number,
        then_on=then.began_on,
        now=now.number,
        now_on=now.began_on,
    )


def _compared_view(texts: Texts, view: ComparedView) -> Iterator[str]:
    moved = texts(f"question_moved.{view.moved}")
    yield texts("question.moved_one", whose=texts(f"whose.{view.whose}"), moved=moved)
    if view.earlier is not None and view.moved is not Moved.SAME:
        yield texts("question.then", told=said(texts, view.earlier))
    if view.later is not None:
        yield texts("question.now", told=said(texts, view.later))


def waiting_questions(page: QuestionsPage, sets: tuple[SetPage, ...]) -> list[tuple[AskedLine, Answer]]:
    """What is to be found out in the sets, by day."""
    ids = {one.id for one in sets}
    return [found for found in page.to_find_out if found[1].question_set in ids]

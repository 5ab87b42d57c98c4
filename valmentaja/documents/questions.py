"""Question sets on paper: an empty set to fill in by hand, and the client's own copy of the answers.

The copy says whose view each answer is, never a name; what stands nowhere but with its question is in no list.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from valmentaja.content.question_sets import Question, QuestionSet
from valmentaja.desks.questions import AskedLine, QuestionsPage, SetPage
from valmentaja.documents.sheet import Part, Sheet
from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.rules.question_findings import WITH_ITS_QUESTION
from valmentaja.texts import Texts
from valmentaja.texts.sentences import as_sentence

_LINES = 5
"""To write an answer on."""


# An empty set


def question_sheet(sets: Sequence[QuestionSet], texts: Texts, *, plain: bool = False) -> Sheet:
    """The questions with room for the answers, in the language of the sets; `plain`: in the plain wording only."""
    parts = [Part("", sets[0].purpose)] if len(sets) == 1 else []
    parts += [
        Part("", texts("question_sheet.how")),
        Part("", "", note=texts("question_sheet.who"), lines=1),
    ]
    for one in sets:
        parts += _set_to_fill(one, texts, plain=plain, alone=len(sets) == 1)
    title = sets[0].name if len(sets) == 1 else texts("question_sheet.title")
    return Sheet(title, tuple(parts))


def _set_to_fill(held: QuestionSet, texts: Texts, *, plain: bool, alone: bool) -> Iterator[Part]:
    if not alone:
        yield Part(held.name, held.purpose)
    for number, one in enumerate(held.questions, 1):
        wording, note = (one.plain, "") if plain else (one.question, _in_other_words(texts, one))
        name = texts("question_sheet.numbered", number=number, question=wording)
        yield Part(name, texts("question_sheet.choices"), note, _LINES, _level(alone=alone))


def _in_other_words(texts: Texts, question: Question) -> str:
    return texts("question_sheet.plain", text=question.plain)


def _level(*, alone: bool) -> int:
    return 2 if alone else 3


# What was answered


def answers_for_client(
    page: QuestionsPage, sets: Sequence[SetPage], texts: Texts, day: date, *, plain: bool = False
) -> Sheet:
    """The answers of the sets for the client to keep, each view with its day, and what is found out together.

    Of each view it is what stands, else what was said last. Raises CannotBeMet where nothing was answered.
    """
    held = [one for one in sets if any(map(_latest, one.lines))]
    if not held:
        raise CannotBeMet("question.nothing_answered")
    parts = [Part("", texts("question_copy.about", day=day))]
    for one in held:
        parts += _answered(one, texts, plain=plain, alone=len(sets) == 1)
    parts += _to_find_out(page, {one.id for one in held}, texts)
    return Sheet(_title(page, sets, texts), tuple(parts))


def _title(page: QuestionsPage, sets: Sequence[SetPage], texts: Texts) -> str:
    """By the code: a page that lies about tells no name."""
    if len(sets) > 1:
        return texts("question_copy.title_all", code=page.client.code)
    return texts("question_copy.title", code=page.client.code, question_set=sets[0].questions.name)


def _answered(held: SetPage, texts: Texts, *, plain: bool, alone: bool) -> Iterator[Part]:
    if not alone:
        yield Part(held.questions.name, "")
    for line in held.lines:
        views = _latest(line)
        if views:
            wording = line.question.plain if plain else line.question.question
            name = texts("question_sheet.numbered", number=line.number, question=wording)
            yield Part(name, "\n".join(_view(texts, one) for one in views), level=_level(alone=alone))


def _latest(line: AskedLine) -> tuple[Answer, ...]:
    """What each view says, the client's first."""
    found = (line.views.get(whose) or _last_said(line, whose) for whose in Whose)
    return tuple(one for one in found if one is not None)


def _last_said(line: AskedLine, whose: Whose) -> Answer | None:
    return next((one.answer for one in line.earlier(whose)), None)


def _view(texts: Texts, held: Answer) -> str:
    """Whose view, in which state, on which day: what; and where it is found out together, when and how."""
    parts = [texts(f"question_copy.by.{held.whose}")]
    if held.state is not AnswerState.ANSWERED:
        parts.append(texts(f"answer_state.{held.state}"))
    head = ", ".join([*parts, texts.date(held.said_on)])
    told = f"{head}: {held.text}" if held.text else head
    return f"{told}\n{_plan(texts, held)}" if held.waits else told


def _plan(texts: Texts, held: Answer) -> str:
    when = texts("question_copy.find_out")
    if held.find_out_on is not None:
        when = texts("question_copy.find_out_day", day=held.find_out_on)
    return f"{when}: {held.find_out_how}" if held.find_out_how else when


def _to_find_out(page: QuestionsPage, sets: set[str], texts: Texts) -> Iterator[Part]:
    """All that is found out together once more, by day."""
    lines = [
        _reminder(texts, line, one)
        for line, one in page.to_find_out
        if line.id != WITH_ITS_QUESTION and one.question_set in sets
    ]
    if lines:
        yield Part(texts("question_copy.find_out"), "\n".join(lines))


def _reminder(texts: Texts, line: AskedLine, held: Answer) -> str:
    day = texts.date(held.find_out_on) if held.find_out_on else ""
    told = ": ".join(part for part in (line.question.name, held.find_out_how) if part)
    return f"{day}: {told}" if day else as_sentence(told)

"""The question sets of a client: what stands, what waits to be found out, what changed, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from valmentaja.content.question_sets import Question, QuestionSet, question_sets
from valmentaja.model.answer import Answer, AnswerState, QuestionRound, Whose
from valmentaja.model.client import Client
from valmentaja.model.lead import Lead
from valmentaja.model.placement import Placement
from valmentaja.model.wish import Wish
from valmentaja.rules.questions import (
    Moved,
    Progress,
    SaidNow,
    SetMoments,
    SuggestedBecause,
    moved,
    progress,
    said_in,
    standing,
    state_of,
    suggested,
)
from valmentaja.store.answer_deeds import deeds_of
from valmentaja.store.answers import answers_of
from valmentaja.store.clients import client as client_with
from valmentaja.store.details import details_of
from valmentaja.store.question_rounds import rounds_of
from valmentaja.store.steps import steps_of_client
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Deed:
    """What an answer led to: the record, its kind and the words that say what it is."""

    kind: str
    record_id: int
    words: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Said:
    """An answer with the number of the round in which it was said."""

    answer: Answer
    round_number: int


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One question of a set with what stands, what was said before (newest first), and what came of it.

    `number` counts from 1 within the set; `id` is as `job_search.thoughts`.
    """

    id: str
    number: int
    question: Question
    state: AnswerState
    views: Mapping[Whose, Answer]
    before: tuple[Said, ...]
    deeds: tuple[Deed, ...]

    def earlier(self, whose: Whose) -> tuple[Said, ...]:
        """What one view said before, newest first."""
        return tuple(one for one in self.before if one.answer.whose is whose)


@dataclass(frozen=True, slots=True)
class SetPage:
    """A set with the client: its rounds, oldest first, how far the newest is, and why it is suggested, if it is."""

    questions: QuestionSet
    rounds: tuple[QuestionRound, ...]
    lines: tuple[AskedLine, ...]
    progress: Progress
    suggested: SuggestedBecause | None

    @property
    def id(self) -> str:
        """The id of the set."""
        return self.questions.id

    @property
    def begins_at(self) -> AskedLine:
        """Where the walk goes on: where it was left, else at the first open question, else at the first."""
        left_at = self.rounds[-1].stands_at if self.rounds else None
        left = (one for one in self.lines if one.id == left_at)
        opened = (one for one in self.lines if one.state is AnswerState.OPEN)
        return next(left, None) or next(opened, self.lines[0])


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """All sets of a client, and what is to be found out together: dated first, by day, then what has no day."""

    client: Client
    sets: tuple[SetPage, ...]

    def set_page(self, set_id: str) -> SetPage:
        """The set with the id, which is known."""
        return next(one for one in self.sets if one.id == set_id)

    def line(self, question: str) -> AskedLine:
        """The question, which is known, with its answers."""
        held = self.set_page(question.partition(".")[0])
        return next(one for one in held.lines if one.id == question)

    @property
    def to_find_out(self) -> tuple[tuple[AskedLine, Answer], ...]:
        """Each question with the answer that does not know yet."""
        waiting = [(line, one) for page in self.sets for line in page.lines for one in _waiting(line)]
        return tuple(sorted(waiting, key=lambda found: (found[1].find_out_on or date.max, found[1].id)))


def _waiting(line: AskedLine) -> Iterable[Answer]:
    yield from (one for one in line.views.values() if one.waits)
    yield from (said.answer for said in line.before if said.answer.waits)


def questions_page(book: Workbook, language: str, client_id: int, today: date) -> QuestionsPage:
    """Every set with the client as it stands. Raises CannotBeMet when there is no such client."""
    held = client_with(book, client_id)
    sets = question_sets(language)
    rounds = {str(one.id): rounds_of(book, client_id, one.id) for one in sets}
    answers = answers_of(book, client_id)
    deeds = _deeds(book, client_id)
    why = suggested(rounds, _moments(book, client_id, today), today) if not held.has_ended(today) else {}
    pages = (_set_page(one, rounds[one.id], answers, deeds, why.get(one.id)) for one in sets)
    return QuestionsPage(held, tuple(pages))


def _set_page(
    asked: QuestionSet,
    rounds: tuple[QuestionRound, ...],
    answers: Sequence[Answer],
    deeds: Mapping[str, tuple[Deed, ...]],
    why: SuggestedBecause | None,
) -> SetPage:
    own = [one for one in answers if one.question_set == asked.id]
    now = standing(rounds, own)
    numbers = {one.id: one.number for one in rounds}
    lines = tuple(
        _line(f"{asked.id}.{one.id}", number, one, now, own, numbers, deeds)
        for number, one in enumerate(asked.questions, 1)
    )
    return SetPage(asked, rounds, lines, progress([one.id for one in lines], now), why)


def _line(
    question: str,
    number: int,
    asked: Question,
    now: Mapping[str, Mapping[Whose, Answer]],
    answers: Sequence[Answer],
    numbers: Mapping[int, int],
    deeds: Mapping[str, tuple[Deed, ...]],
) -> AskedLine:
    views = now.get(question, {})
    stands = {one.id for one in views.values()}
    before = [
        Said(one, numbers[one.round_id])
        for one in reversed(answers)
        if one.question == question and one.id not in stands
    ]
    in_order = {whose: views[whose] for whose in Whose if whose in views}
    return AskedLine(
        question, number, asked, state_of(views), in_order, tuple(before), deeds.get(question, ())
    )


def _deeds(book: Workbook, client_id: int) -> dict[str, tuple[Deed, ...]]:
    """What came of the answers and is still there, by question."""
    links = deeds_of(book, client_id)
    if not links:
        return {}
    words = {("next_step", one.id): one.text for one in steps_of_client(book, client_id)}
    words |= {("wish", one.id): one.text for one in details_of(book, Wish, client_id)}
    found: dict[str, tuple[Deed, ...]] = {}
    for link in links:
        if (told := link.words or words.get((link.kind, link.record_id))) is not None:
            deed = Deed(link.kind, link.record_id, told, link.made_on)
            found[link.question] = (*found.get(link.question, ()), deed)
    return found


def _moments(book: Workbook, client_id: int, today: date) -> SetMoments:
    placements = [
        one for one in details_of(book, Placement, client_id) if one.ended_on is None or one.ended_on > today
    ]
    named = details_of(book, Wish, client_id) or any(one.is_open for one in details_of(book, Lead, client_id))
    return SetMoments(
        has_wished_job=bool(named),
        starts=tuple(one.start_on for one in placements),
        trials_end=tuple(one.trial_until for one in placements if one.trial_until is not None),
    )


# What changed


@dataclass(frozen=True, slots=True)
class ComparedView:
    """One view of a question in two rounds."""

    whose: Whose
    earlier: Answer | None
    later: Answer | None
    moved: Moved


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One question in two rounds; views that say nothing in either are left out."""

    line: AskedLine
    views: tuple[ComparedView, ...]

    @property
    def has_changed(self) -> bool:
        """Whether anything is said otherwise than before, or for the first time."""
        return any(one.moved in (Moved.CHANGED, Moved.NEW) for one in self.views)


def compared(
    book: Workbook, page: SetPage, client_id: int, earlier: int | None = None, later: int | None = None
) -> tuple[ComparedLine, ...]:
    """A set in two rounds, question by question: unless said by number, in the newest and the one before it.

    Empty where there is but one round.
    """
    numbers = [one.number for one in page.rounds]
    if len(numbers) < 2:
        return ()
    last = later if later is not None else numbers[-1]
    before = [number for number in numbers if number < last]  # one begun by mistake is left out of the run
    first = earlier if earlier is not None else max(before, default=0)
    answers = answers_of(book, client_id, page.id)
    then = standing(page.rounds, answers, first)
    now = standing(page.rounds, answers, last)
    return tuple(
        ComparedLine(line, tuple(_compared_views(then.get(line.id, {}), now.get(line.id, {}))))
        for line in page.lines
    )


def _compared_views(then: Mapping[Whose, Answer], now: Mapping[Whose, Answer]) -> Iterable[ComparedView]:
    for whose in Whose:
        before, after = then.get(whose), now.get(whose)
        if before is not None or after is not None:
            yield ComparedView(whose, before, after, moved(_said(before), _said(after)))


def _said(answer: Answer | None) -> SaidNow:
    return said_in(answer)

"""Decisions about question sets: what stands in a round, how far it is, what changed, and which set is suggested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from valmentaja import TYPE_CHECKING
from valmentaja.model.answer import TOLD, AnswerState, Whose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from valmentaja.model.answer import Answer, QuestionRound

    Standing = Mapping[str, Mapping[Whose, Answer]]

FIRST_VIEWS = (Whose.CLIENT, Whose.CLOSE, Whose.PROFESSIONAL, Whose.COACH)
"""Whose answer says how far a question is: the client's; while the client has said nothing, the next one's."""


@dataclass(frozen=True, slots=True)
class SaidNow:
    """What one view says to one question now; `find_out_how` and `find_out_on` only where it does not know yet."""

    state: AnswerState = AnswerState.OPEN
    text: str | None = None
    find_out_how: str | None = None
    find_out_on: date | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is said at all."""
        return self.state is AnswerState.OPEN and self.text is None


def said_in(answer: Answer | None) -> SaidNow:
    """What an answer says, without the days on which it was said."""
    if answer is None:
        return SaidNow()
    return SaidNow(answer.state, answer.text, answer.find_out_how, answer.find_out_on)


def with_words(said: SaidNow, text: str | None) -> SaidNow:
    """The same with other words. Words make an open question answered; without any, an answered one is open.

    Whoever does not know yet, guesses or holds it not needed still does so with other words.
    """
    state = said.state
    if text is not None and state is AnswerState.OPEN:
        state = AnswerState.ANSWERED
    elif text is None and state in TOLD:
        state = AnswerState.OPEN
    return SaidNow(state, text, said.find_out_how, said.find_out_on)


def in_state(said: SaidNow, state: AnswerState) -> SaidNow:
    """The same in another state; the words stay. What is known has nothing left to be found out."""
    if state in TOLD and said.text is None:
        state = AnswerState.OPEN
    if state is AnswerState.OPEN and said.text is not None:
        state = AnswerState.ANSWERED
    if state is AnswerState.DONT_KNOW:
        return SaidNow(state, said.text, said.find_out_how, said.find_out_on)
    return SaidNow(state, said.text)


def stays_readable(before: Answer, now: SaidNow, today: date) -> bool:
    """Whether the answer stays as it was, and what is said now is put beside it.

    What was not known stays as history once it is found out or planned anew. Said and unsaid on the same day, with
    no plan made, it was a slip of the key.
    """
    if not before.waits:
        return False
    had_plan = before.find_out_how is not None or before.find_out_on is not None
    if now.state is not AnswerState.DONT_KNOW:
        return had_plan or before.said_on < today
    planned = (before.find_out_how, before.find_out_on)
    return before.said_on < today and planned != (now.find_out_how, now.find_out_on)


def standing(
    rounds: Sequence[QuestionRound], answers: Iterable[Answer], number: int | None = None
) -> Standing:
    """What stands in a round of one set, by question and view: in the newest, or in the one of the number.

    `answers` are in the order in which they were given. In the newest round what was settled without anything in
    its place stands no more.
    """
    wanted = next((one for one in reversed(rounds) if number in (None, one.number)), None)
    found: dict[str, dict[Whose, Answer]] = {}
    if wanted is None:
        return found
    is_newest = wanted.number == rounds[-1].number
    for one in answers:
        if one.round_id == wanted.id:
            found.setdefault(one.question, {})[one.whose] = one
    if not is_newest:
        return found
    return {
        question: {whose: one for whose, one in views.items() if one.settled_on is None}
        for question, views in found.items()
    }


def state_of(views: Mapping[Whose, Answer]) -> AnswerState:
    """How far a question is, by whoever's view comes first."""
    return next((views[whose].state for whose in FIRST_VIEWS if whose in views), AnswerState.OPEN)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions of a set are in which state; guesses are answers. Nothing is ever missing."""

    answered: int
    to_find_out: int
    not_needed: int
    questions: int

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was said to any of them."""
        return not (self.answered or self.to_find_out or self.not_needed)


def progress(questions: Sequence[str], now: Standing) -> Progress:
    """How far a round is, over the questions of its set."""
    states = [state_of(now.get(question, {})) for question in questions]
    return Progress(
        answered=sum(state in TOLD for state in states),
        to_find_out=states.count(AnswerState.DONT_KNOW),
        not_needed=states.count(AnswerState.NOT_NEEDED),
        questions=len(states),
    )


class Moved(StrEnum):
    """How a question stands in a later round beside an earlier one."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    NOT_ASKED = "not_asked"


def moved(earlier: SaidNow, later: SaidNow) -> Moved:
    """What became of one view's answer from an earlier round to a later one."""
    if later.is_nothing:
        return Moved.SAME if earlier.is_nothing else Moved.NOT_ASKED
    if earlier.is_nothing:
        return Moved.NEW
    return Moved.SAME if (earlier.state, earlier.text) == (later.state, later.text) else Moved.CHANGED


# Which set is suggested

JOB_SEARCH, DOING_WORK, STAYING_IN_WORK = "job_search", "doing_work", "staying_in_work"
BEFORE_TRIAL_ENDS = timedelta(days=30)
"""How long before the end of a trial period the questions about staying in work come back (ours)."""


class SuggestedBecause(StrEnum):
    """Why a set is suggested (method.md §2)."""

    PROFILE = "profile"
    FIRST_ROUND = "first_round"
    WISHED_JOB = "wished_job"
    WORK_STARTS = "work_starts"
    TRIAL_ENDS = "trial_ends"


@dataclass(frozen=True, slots=True)
class SetMoments:
    """What of a client's records suggests a set: days of jobs and unpaid periods that run or are still ahead."""

    has_wished_job: bool
    starts: tuple[date, ...]
    trials_end: tuple[date, ...]


def suggested(
    rounds: Mapping[str, Sequence[QuestionRound]], moments: SetMoments, today: date
) -> Mapping[str, SuggestedBecause]:
    """The sets to take up next, each with the reason; suggested, never forced.

    `rounds` are by set, oldest first.
    """
    found: dict[str, SuggestedBecause] = {}
    if not rounds.get(JOB_SEARCH):
        found[JOB_SEARCH] = SuggestedBecause.PROFILE
    if _started_since(rounds.get(DOING_WORK, ()), moments.starts, today):
        found[DOING_WORK] = SuggestedBecause.WORK_STARTS
    elif moments.has_wished_job and not rounds.get(DOING_WORK):
        found[DOING_WORK] = SuggestedBecause.WISHED_JOB
    if _trial_ends_soon(rounds.get(STAYING_IN_WORK, ()), moments.trials_end, today):
        found[STAYING_IN_WORK] = SuggestedBecause.TRIAL_ENDS
    elif rounds.get(JOB_SEARCH) and not rounds.get(STAYING_IN_WORK):
        found[STAYING_IN_WORK] = SuggestedBecause.FIRST_ROUND
    return found


def _started_since(rounds: Sequence[QuestionRound], starts: Iterable[date], today: date) -> bool:
    """Whether a work has begun since the newest round did."""
    newest = rounds[-1].began_on if rounds else None
    return any(start <= today and (newest is None or newest < start) for start in starts)


def _trial_ends_soon(rounds: Sequence[QuestionRound], ends: Iterable[date], today: date) -> bool:
    """Whether a trial period is about to end, and no round was begun in its last month."""
    newest = rounds[-1].began_on if rounds else None
    return any(
        end - BEFORE_TRIAL_ENDS <= today <= end and (newest is None or newest < end - BEFORE_TRIAL_ENDS)
        for end in ends
    )
